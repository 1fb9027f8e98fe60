#include "CReaderModel.h"

// #embed is C23; clang has it in every mode and only says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char endeks_reader_model[] = {
#embed "../../../Images/model/reader.model"
};
const size_t endeks_reader_model_size = sizeof endeks_reader_model;
