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
} endeks_jpeg_failure;

/// Makes `failure` the error manager: silent, and back to `failure->back` on an error.
struct jpeg_error_mgr *endeks_jpeg_watch(endeks_jpeg_failure *failure);

#endif
