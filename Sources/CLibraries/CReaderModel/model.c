#include "CReaderModel.h"

const unsigned char endeks_reader_model[] = {
#embed "../../../Images/model/reader.model"
};
const size_t endeks_reader_model_size = sizeof endeks_reader_model;
