#ifndef ENDEKS_READER_MODEL_H
#define ENDEKS_READER_MODEL_H
#include <stddef.h>

/// The weights of the meter reader, as trained by tools/training (format: see MeterVision's ReaderModel).
const unsigned char *endeks_reader_model_bytes(void);

/// The number of these bytes.
size_t endeks_reader_model_size(void);

#endif
