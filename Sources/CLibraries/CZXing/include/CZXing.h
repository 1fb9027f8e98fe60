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

#ifdef __cplusplus
}
#endif

#endif
