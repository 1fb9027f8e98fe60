#ifndef ENDEKS_CJPEG_H
#define ENDEKS_CJPEG_H
#include <stddef.h>
#include <stdint.h>

#include "encode.h"

// libjpeg reports errors by longjmp, which must never cross a Swift frame: every call here returns a code instead.

/// How a call ended.
typedef enum endeks_jpeg_status {
    ENDEKS_JPEG_OK = 0,
    /// No JPEG, or a kind that libjpeg cannot decode (12 bit, lossless, arithmetic, no known colours).
    ENDEKS_JPEG_NOT_A_JPEG = 1,
    /// More pixels, scans or memory than the limits allow.
    ENDEKS_JPEG_TOO_LARGE = 2,
    /// No memory, or an argument that the caller should not have given.
    ENDEKS_JPEG_FAILED = 3,
    /// The data ended early or contradicts itself; nothing after that place is decoded.
    ENDEKS_JPEG_DAMAGED = 4
} endeks_jpeg_status;

/// What may be decoded.
typedef struct endeks_jpeg_limits {
    uint32_t side;          ///< The longest side, in pixels.
    uint64_t pixels;        ///< All pixels of the picture.
    int scans;              ///< Scans of a progressive picture.
    uint64_t blocks;        ///< Blocks of 8 by 8 in all those scans together.
    uint64_t working_bytes; ///< libjpeg's own memory (a progressive picture keeps all its coefficients).
} endeks_jpeg_limits;

/// The size that the header announces, checked against the limits.
endeks_jpeg_status endeks_jpeg_read_header(const uint8_t *bytes, size_t count, const endeks_jpeg_limits *limits,
                                           uint32_t *width, uint32_t *height);

/// The size of the picture once scaled by eighths/8.
endeks_jpeg_status endeks_jpeg_scaled_size(const uint8_t *bytes, size_t count, const endeks_jpeg_limits *limits,
                                           int eighths, uint32_t *width, uint32_t *height);

/// Decodes to RGB, scaled by eighths/8 (1 to 8), into `rgb` of exactly the scaled size times three bytes.
endeks_jpeg_status endeks_jpeg_decode(const uint8_t *bytes, size_t count, const endeks_jpeg_limits *limits,
                                      int eighths, uint8_t *rgb, size_t rgb_count);

#endif
