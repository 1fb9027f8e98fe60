#include "CReaderModel.h"

// #embed is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] = {
#embed "../../../Images/model/reader.model"
};

const unsigned char *endeks_reader_model_bytes(void) { return model; }
size_t endeks_reader_model_size(void) { return sizeof model; }
