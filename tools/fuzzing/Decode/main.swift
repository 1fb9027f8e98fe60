import CFuzzer
import Glibc
import MeterVision

/// Bytes to a photo, and the photo to a JPEG that must be one again.
func decode(_ bytes: [UInt8]) {
    guard let decoded = try? JPEGDecoder.decode(bytes) else { return }
    let (photo, size) = (decoded.photo, decoded.size)
    precondition(photo.width <= size.width && photo.height <= size.height, "a photo is never larger than it was")
    guard let clean = photo.jpeg(quality: 82) else { preconditionFailure("every photo can be written") }
    precondition(Orientation.ofJPEG(clean) == .upright, "what is written carries no EXIF")
    // Its own size may lie below what a meter needs: a strip is scaled down by its long side.
    guard min(photo.width, photo.height) >= JPEGDecoder.leastSide else { return }
    guard let again = try? JPEGDecoder.decode(clean).size else { preconditionFailure("what is written can be read") }
    precondition(max(again.width, again.height) == max(photo.width, photo.height), "and has its size")
}

var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        decode(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
