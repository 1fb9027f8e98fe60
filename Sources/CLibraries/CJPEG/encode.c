#include "encode.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

struct encode_errors {
    struct jpeg_error_mgr base;
    jmp_buf escape;
};

static void leave(j_common_ptr info) { longjmp(((struct encode_errors *)info->err)->escape, 1); }
static void stay_silent(j_common_ptr info, int level) { (void)info; (void)level; }

int endeks_jpeg_encode(const uint8_t *rgb, int width, int height, int channels, int quality, uint8_t **bytes,
                       size_t *count) {
    struct jpeg_compress_struct info;
    struct encode_errors errors;
    // volatile: read after a longjmp.
    unsigned char *volatile *out = NULL;
    unsigned char *buffer = NULL;
    unsigned long size = 0;
    *bytes = NULL;
    *count = 0;
    if (width <= 0 || height <= 0 || width > 65500 || height > 65500) return -1;
    if (channels != 3 && channels != 4) return -1;
    out = (unsigned char *volatile *)&buffer;
    info.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = leave;
    errors.base.emit_message = stay_silent;
    if (setjmp(errors.escape)) {
        jpeg_destroy_compress(&info);
        free(*out);
        return -1;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &buffer, &size);
    info.image_width = (JDIMENSION)width;
    info.image_height = (JDIMENSION)height;
    info.input_components = channels;
    info.in_color_space = channels == 3 ? JCS_RGB : JCS_EXT_RGBX;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = (JSAMPROW)(rgb + (size_t)info.next_scanline * (size_t)width * (size_t)channels);
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    *bytes = buffer;
    *count = size;
    return 0;
}

void endeks_jpeg_free(uint8_t *bytes) { free(bytes); }
