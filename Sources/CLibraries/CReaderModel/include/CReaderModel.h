#ifndef ENDEKS_READER_MODEL_H
#define ENDEKS_READER_MODEL_H
#include <stddef.h>

/// The weights of the meter reader, as trained by tools/training (format: see MeterVision's ReaderModel).
extern const unsigned char endeks_reader_model[];
extern const size_t endeks_reader_model_size;

#endif
