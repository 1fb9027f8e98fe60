#include "CZXing.h"

#include <cstdlib>
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

extern "C" int endeks_code_write(endeks_code_symbology symbology, const char *text, uint8_t **modules, size_t *width,
                                 size_t *height) {
    *modules = nullptr;
    *width = *height = 0;
    try {
        ZXing::BarcodeFormat format;
        switch (symbology) {
        case ENDEKS_CODE_ITF: format = ZXing::BarcodeFormat::ITF; break;
        case ENDEKS_CODE_128: format = ZXing::BarcodeFormat::Code128; break;
        case ENDEKS_CODE_39: format = ZXing::BarcodeFormat::Code39; break;
        case ENDEKS_CODE_DATA_MATRIX: format = ZXing::BarcodeFormat::DataMatrix; break;
        default: return -1;
        }
        ZXing::MultiFormatWriter writer(format);
        writer.setMargin(0);
        // The smallest size that holds the code: one pixel a module.
        ZXing::BitMatrix matrix = writer.encode(std::string(text), 0, 0);
        size_t columns = static_cast<size_t>(matrix.width());
        size_t rows = symbology == ENDEKS_CODE_DATA_MATRIX ? static_cast<size_t>(matrix.height()) : 1;
        auto *bytes = static_cast<uint8_t *>(std::malloc(columns * rows));
        if (bytes == nullptr) return -1;
        for (size_t y = 0; y < rows; y++)
            for (size_t x = 0; x < columns; x++)
                bytes[y * columns + x] = matrix.get(static_cast<int>(x), static_cast<int>(y)) ? 1 : 0;
        *modules = bytes;
        *width = columns;
        *height = rows;
        return 0;
    } catch (...) {
        return -1;
    }
}

extern "C" void endeks_code_free(uint8_t *modules) { std::free(modules); }
