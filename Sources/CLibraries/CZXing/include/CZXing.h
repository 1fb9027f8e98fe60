#ifndef ENDEKS_CZXING_H
#define ENDEKS_CZXING_H
#include <stddef.h>
#include <stdint.h>

// ZXing-C++ reports errors by exceptions, which must never cross a Swift frame: every call here returns a code instead.

#ifdef __cplusplus
extern "C" {
#endif

/// The codes that meters carry.
typedef enum endeks_code_symbology {
    ENDEKS_CODE_ITF = 0,
    ENDEKS_CODE_128 = 1,
    ENDEKS_CODE_39 = 2,
    ENDEKS_CODE_DATA_MATRIX = 3
} endeks_code_symbology;

/// Writes a text as a code, one byte a module: 1 dark, 0 light, without a quiet zone. A bar code is one row.
/// Returns 0 and a buffer to be given back with endeks_code_free, or -1 when the text does not fit the symbology.
int endeks_code_write(endeks_code_symbology symbology, const char *text, uint8_t **modules, size_t *width, size_t *height);

/// Gives back what endeks_code_write returned.
void endeks_code_free(uint8_t *modules);

/// Limits of a picture to read codes in, of the codes told of it, and of a code's text in bytes.
enum { ENDEKS_CODE_LONGEST_SIDE = 4096, ENDEKS_CODE_MOST = 16, ENDEKS_CODE_LONGEST_TEXT = 64 };

/// How many rows of pixels of a code without a check digit must agree before it is believed.
enum { ENDEKS_CODE_SURE_LINES = 5 };

/// A code that was read: its text in UTF-8, not ended by a zero, and its corners in pixels, clockwise from the code's own
/// top left. Of a bar code they are the ends of the rows that it was read in, `lines` of them.
typedef struct endeks_code_found {
    endeks_code_symbology symbology;
    int32_t x[4], y[4];
    uint32_t lines;
    uint32_t length;
    char text[ENDEKS_CODE_LONGEST_TEXT];
} endeks_code_found;

/// Reads the codes of these symbologies (bits numbered by endeks_code_symbology) in a grey picture, a byte a pixel, rows
/// `stride` bytes apart; with `turned` also those that stand on an end. Tells at most `most` of them, and none with a
/// longer text; where the same bar code stands twice, one code alone. Returns their number, or -1 for a picture that is
/// none or when the library failed.
int endeks_code_read(const uint8_t *grey, size_t width, size_t height, size_t stride, uint32_t symbologies, int turned,
                     endeks_code_found *found, size_t most);

#ifdef __cplusplus
}
#endif

#endif
