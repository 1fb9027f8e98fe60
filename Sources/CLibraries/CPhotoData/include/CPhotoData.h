#ifndef ENDEKS_PHOTO_DATA_H
#define ENDEKS_PHOTO_DATA_H
#include <stddef.h>

/// Text files of Simulators/PhotoSimulator that are compiled in: the list of fonts and the shipped profiles.
typedef enum endeks_photo_text {
    ENDEKS_PHOTO_FONTS = 0,
    ENDEKS_PHOTO_PROFILE_FIELD = 1,
    ENDEKS_PHOTO_PROFILE_EASY = 2,
    ENDEKS_PHOTO_PROFILE_HARD = 3,
    ENDEKS_PHOTO_PROFILE_UNREADABLE = 4
} endeks_photo_text;

/// A file's bytes (UTF-8), of the size written to `size`.
const unsigned char *endeks_photo_text_bytes(endeks_photo_text text, size_t *size);

#endif
