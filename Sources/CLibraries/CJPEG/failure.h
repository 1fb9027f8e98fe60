#ifndef ENDEKS_CJPEG_FAILURE_H
#define ENDEKS_CJPEG_FAILURE_H
#include "CJPEG.h"
#include <setjmp.h>
#include <stdio.h>
#include <jpeglib.h>

/// libjpeg's error manager with the place to return to.
typedef struct endeks_jpeg_failure {
    struct jpeg_error_mgr manager;
    jmp_buf back;
    endeks_jpeg_status status;
    int damaged;
    int in_header;
} endeks_jpeg_failure;

/// Makes `failure` the error manager: silent, and back to `failure->back` on an error
/// and, behind the header, at the first damage: what follows it could cost any time, and a damaged photo is not read.
struct jpeg_error_mgr *endeks_jpeg_watch(endeks_jpeg_failure *failure);

#endif
