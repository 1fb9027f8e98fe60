#ifndef ENDEKS_CJPEG_H
#define ENDEKS_CJPEG_H
#include "encode.h"

#endif
