#include "CPhotoData.h"

// #embed is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char fonts[] = {
#embed "../../../Simulators/PhotoSimulator/Fonts/fonts.tsv"
};
static const unsigned char field[] = {
#embed "../../../Simulators/PhotoSimulator/Profiles/field.yaml"
};
static const unsigned char easy[] = {
#embed "../../../Simulators/PhotoSimulator/Profiles/easy.yaml"
};
static const unsigned char hard[] = {
#embed "../../../Simulators/PhotoSimulator/Profiles/hard.yaml"
};
static const unsigned char unreadable[] = {
#embed "../../../Simulators/PhotoSimulator/Profiles/unreadable.yaml"
};

const unsigned char *endeks_photo_text_bytes(endeks_photo_text text, size_t *size) {
    switch (text) {
    case ENDEKS_PHOTO_PROFILE_FIELD: *size = sizeof field; return field;
    case ENDEKS_PHOTO_PROFILE_EASY: *size = sizeof easy; return easy;
    case ENDEKS_PHOTO_PROFILE_HARD: *size = sizeof hard; return hard;
    case ENDEKS_PHOTO_PROFILE_UNREADABLE: *size = sizeof unreadable; return unreadable;
    default: *size = sizeof fonts; return fonts;
    }
}
