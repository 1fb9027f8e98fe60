#include "failure.h"
#include <stdlib.h>
#include <string.h>

/// Ends a picture of more scans, or of more work in all of them, than a camera writes: a scan of a few bytes costs a pass
/// over all coefficients.
typedef struct scan_watch {
    struct jpeg_progress_mgr manager;
    const endeks_jpeg_limits *limits;
    int scan;
    uint64_t blocks;
} scan_watch;

static void check_scans(j_common_ptr codec) {
    j_decompress_ptr decoder = (j_decompress_ptr)codec;
    scan_watch *watch = (scan_watch *)codec->progress;
    if (decoder->input_scan_number == watch->scan) return;
    watch->scan = decoder->input_scan_number;
    watch->blocks +=
        (uint64_t)decoder->MCUs_per_row * decoder->MCU_rows_in_scan * (uint64_t)decoder->blocks_in_MCU;
    if (watch->scan > watch->limits->scans || watch->blocks > watch->limits->blocks) {
        endeks_jpeg_failure *failure = (endeks_jpeg_failure *)codec->err;
        failure->status = ENDEKS_JPEG_TOO_LARGE;
        codec->err->error_exit(codec);
    }
}

/// Reads the header and checks it. The caller has set the way back.
static endeks_jpeg_status open_checked(struct jpeg_decompress_struct *decoder, const uint8_t *bytes, size_t count,
                                       const endeks_jpeg_limits *limits) {
    jpeg_create_decompress(decoder);
    decoder->mem->max_memory_to_use = (long)limits->working_bytes;
    jpeg_mem_src(decoder, bytes, (unsigned long)count);
    jpeg_read_header(decoder, TRUE);
    if (decoder->image_width == 0 || decoder->image_height == 0) return ENDEKS_JPEG_NOT_A_JPEG;
    if (decoder->image_width > limits->side || decoder->image_height > limits->side ||
        (uint64_t)decoder->image_width * decoder->image_height > limits->pixels)
        return ENDEKS_JPEG_TOO_LARGE;
    // No camera writes it, it is slow, and a byte of it can stand for any number of coefficients.
    if (decoder->arith_code) return ENDEKS_JPEG_NOT_A_JPEG;
    return ENDEKS_JPEG_OK;
}

static void scale(struct jpeg_decompress_struct *decoder, int eighths) {
    decoder->scale_num = (unsigned)eighths;
    decoder->scale_denom = 8;
    jpeg_calc_output_dimensions(decoder);
}

endeks_jpeg_status endeks_jpeg_scaled_size(const uint8_t *bytes, size_t count, const endeks_jpeg_limits *limits,
                                           int eighths, uint32_t *width, uint32_t *height) {
    if (bytes == NULL || count == 0) return ENDEKS_JPEG_NOT_A_JPEG;
    if (eighths < 1 || eighths > 8) return ENDEKS_JPEG_FAILED;
    struct jpeg_decompress_struct decoder;
    endeks_jpeg_failure failure;
    memset(&decoder, 0, sizeof decoder);
    decoder.err = endeks_jpeg_watch(&failure);
    if (setjmp(failure.back)) {
        jpeg_destroy_decompress(&decoder);
        return failure.status;
    }
    endeks_jpeg_status status = open_checked(&decoder, bytes, count, limits);
    if (status == ENDEKS_JPEG_OK) {
        scale(&decoder, eighths);
        *width = decoder.output_width;
        *height = decoder.output_height;
    }
    jpeg_destroy_decompress(&decoder);
    return status;
}

endeks_jpeg_status endeks_jpeg_read_header(const uint8_t *bytes, size_t count, const endeks_jpeg_limits *limits,
                                           uint32_t *width, uint32_t *height) {
    return endeks_jpeg_scaled_size(bytes, count, limits, 8, width, height);
}

/// Turns a row of four-colour print, of which Adobe stores the inverse, into RGB in place.
static void cmyk_to_rgb(const uint8_t *row, uint8_t *rgb, uint32_t width, int inverted) {
    for (uint32_t x = 0; x < width; x++) {
        const uint8_t *ink = row + (size_t)x * 4;
        for (int channel = 0; channel < 3; channel++) {
            unsigned colour = inverted ? ink[channel] : 255u - ink[channel];
            unsigned black = inverted ? ink[3] : 255u - ink[3];
            rgb[(size_t)x * 3 + channel] = (uint8_t)((colour * black + 127) / 255);
        }
    }
}

endeks_jpeg_status endeks_jpeg_decode(const uint8_t *bytes, size_t count, const endeks_jpeg_limits *limits,
                                      int eighths, uint8_t *rgb, size_t rgb_count) {
    if (bytes == NULL || count == 0) return ENDEKS_JPEG_NOT_A_JPEG;
    if (eighths < 1 || eighths > 8 || rgb == NULL) return ENDEKS_JPEG_FAILED;
    struct jpeg_decompress_struct decoder;
    endeks_jpeg_failure failure;
    scan_watch watch = {.manager = {.progress_monitor = check_scans}, .limits = limits};
    memset(&decoder, 0, sizeof decoder);
    decoder.err = endeks_jpeg_watch(&failure);
    if (setjmp(failure.back)) {
        jpeg_destroy_decompress(&decoder);
        return failure.status;
    }
    endeks_jpeg_status status = open_checked(&decoder, bytes, count, limits);
    if (status == ENDEKS_JPEG_OK && failure.damaged) status = ENDEKS_JPEG_DAMAGED;
    failure.in_header = 0;
    if (status == ENDEKS_JPEG_OK) {
        decoder.progress = &watch.manager;
        int four_colours =
            decoder.jpeg_color_space == JCS_CMYK || decoder.jpeg_color_space == JCS_YCCK;
        decoder.out_color_space = four_colours ? JCS_CMYK : JCS_RGB;
        scale(&decoder, eighths);
        size_t stride = (size_t)decoder.output_width * 3;
        if (stride * decoder.output_height != rgb_count) {
            jpeg_destroy_decompress(&decoder);
            return ENDEKS_JPEG_FAILED;
        }
        jpeg_start_decompress(&decoder);
        JSAMPARRAY ink = NULL;
        if (four_colours)
            ink = decoder.mem->alloc_sarray((j_common_ptr)&decoder, JPOOL_IMAGE, decoder.output_width * 4, 1);
        while (decoder.output_scanline < decoder.output_height) {
            uint8_t *row = rgb + stride * decoder.output_scanline;
            JSAMPROW target = four_colours ? ink[0] : row;
            if (jpeg_read_scanlines(&decoder, &target, 1) != 1) break;
            if (four_colours) cmyk_to_rgb(ink[0], row, decoder.output_width, decoder.saw_Adobe_marker);
        }
        jpeg_finish_decompress(&decoder);
    }
    jpeg_destroy_decompress(&decoder);
    return status;
}
