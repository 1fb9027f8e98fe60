#ifndef ENDEKS_CJPEG_ENCODE_H
#define ENDEKS_CJPEG_ENCODE_H
#include <stddef.h>
#include <stdint.h>

/// Encodes interleaved 8-bit RGB as a baseline JPEG with 4:2:0 chroma and no metadata beyond JFIF; with `channels` 4,
/// every fourth byte is passed over.
/// Returns 0 and a buffer to be given back with endeks_jpeg_free, or -1 when libjpeg refuses. Never longjmps to the caller.
int endeks_jpeg_encode(const uint8_t *rgb, int width, int height, int channels, int quality, uint8_t **bytes, size_t *count);

/// Gives back what endeks_jpeg_encode returned.
void endeks_jpeg_free(uint8_t *bytes);

#endif
