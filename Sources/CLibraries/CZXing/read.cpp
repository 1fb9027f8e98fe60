// The library's texts are UTF-8 only for who asks for that.
#define ZX_USE_UTF8
#include "CZXing.h"

#include "assertion.h"

#include <cstring>
#include <ZXing/ReadBarcode.h>

namespace {

const struct {
    endeks_code_symbology symbology;
    ZXing::BarcodeFormat format;
} known[] = {
    {ENDEKS_CODE_ITF, ZXing::BarcodeFormat::ITF},
    {ENDEKS_CODE_128, ZXing::BarcodeFormat::Code128},
    {ENDEKS_CODE_39, ZXing::BarcodeFormat::Code39},
    {ENDEKS_CODE_DATA_MATRIX, ZXing::BarcodeFormat::DataMatrix},
};

/// The codes in the picture; where the same one stands twice, at which the library gives up, the first that is found.
ZXing::Results codes(const ZXing::ImageView &image, ZXing::DecodeHints hints) {
    const CatchesAssertions catching;
    try {
        return ZXing::ReadBarcodes(image, hints);
    } catch (const AssertionFailed &) {
        // A single code is compared with none. It ends with as many rows as are asked for, so these are as many as who
        // judges by them wants to see.
        return ZXing::ReadBarcodes(image, hints.setMaxNumberOfSymbols(1).setMinLineCount(ENDEKS_CODE_SURE_LINES));
    }
}

} // namespace

extern "C" int endeks_code_read(const uint8_t *grey, size_t width, size_t height, size_t stride, uint32_t symbologies,
                                int turned, endeks_code_found *found, size_t most) {
    try {
        // The library has no deadline: the picture's size is what bounds its time.
        if (grey == nullptr || found == nullptr || width == 0 || height == 0 || width > ENDEKS_CODE_LONGEST_SIDE ||
            height > ENDEKS_CODE_LONGEST_SIDE || stride < width || stride > 1 << 20 || most > ENDEKS_CODE_MOST)
            return -1;
        ZXing::BarcodeFormats formats;
        for (const auto &entry : known)
            if (symbologies & (1u << entry.symbology)) formats |= entry.format;
        // No format at all would mean every one that the library knows.
        if (formats.empty() || most == 0) return 0;
        ZXing::DecodeHints hints;
        hints.setFormats(formats)
            .setTryRotate(turned != 0)
            // The second, smaller look of 1.4.0 compares its finds with the first one's by an operator that asserts what
            // does not hold, and ends the process on the first bar code that both see.
            .setTryDownscale(false)
            .setMaxNumberOfSymbols(static_cast<uint8_t>(most));
        const ZXing::ImageView image(grey, static_cast<int>(width), static_cast<int>(height), ZXing::ImageFormat::Lum,
                                     static_cast<int>(stride));
        size_t count = 0;
        for (const auto &result : codes(image, hints)) {
            if (count == most) break;
            if (!result.isValid()) continue;
            const std::string text = result.text();
            if (text.empty() || text.size() > sizeof found->text) continue;
            endeks_code_found &code = found[count];
            bool isKnown = false;
            for (const auto &entry : known)
                if (entry.format == result.format()) {
                    code.symbology = entry.symbology;
                    isKnown = true;
                }
            if (!isKnown) continue;
            std::memcpy(code.text, text.data(), text.size());
            code.length = static_cast<uint32_t>(text.size());
            code.lines = static_cast<uint32_t>(result.lineCount());
            for (size_t corner = 0; corner < 4; corner++) {
                code.x[corner] = result.position()[corner].x;
                code.y[corner] = result.position()[corner].y;
            }
            count++;
        }
        return static_cast<int>(count);
    } catch (...) {
        return -1;
    }
}
