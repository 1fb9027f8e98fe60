#include "failure.h"
#include <jerror.h>

static void leave(j_common_ptr codec) {
    endeks_jpeg_failure *failure = (endeks_jpeg_failure *)codec->err;
    if (failure->status == ENDEKS_JPEG_OK) {
        switch (codec->err->msg_code) {
        case JERR_NO_BACKING_STORE:
        case JERR_IMAGE_TOO_BIG:
        case JERR_WIDTH_OVERFLOW:
            failure->status = ENDEKS_JPEG_TOO_LARGE;
            break;
        case JERR_OUT_OF_MEMORY:
            failure->status = ENDEKS_JPEG_FAILED;
            break;
        default:
            failure->status = ENDEKS_JPEG_NOT_A_JPEG;
        }
    }
    longjmp(failure->back, 1);
}

static void note(j_common_ptr codec, int level) {
    if (level >= 0) return; // traces
    endeks_jpeg_failure *failure = (endeks_jpeg_failure *)codec->err;
    codec->err->num_warnings++;
    switch (codec->err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
        break; // phones write these; the picture is whole
    default:
        failure->damaged = 1;
        if (failure->in_header) break; // an error follows if there is no picture at all
        failure->status = ENDEKS_JPEG_DAMAGED;
        leave(codec);
    }
}

static void stay_silent(j_common_ptr codec) { (void)codec; }

struct jpeg_error_mgr *endeks_jpeg_watch(endeks_jpeg_failure *failure) {
    struct jpeg_error_mgr *manager = jpeg_std_error(&failure->manager);
    manager->error_exit = leave;
    manager->emit_message = note;
    manager->output_message = stay_silent;
    failure->status = ENDEKS_JPEG_OK;
    failure->damaged = 0;
    failure->in_header = 1;
    return manager;
}
