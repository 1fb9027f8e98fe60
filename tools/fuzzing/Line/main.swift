import CFuzzer
import Glibc
import MeterVision

/// One reader for all inputs, as a worker has it: what one photo leaves behind must not harm the next.
nonisolated(unsafe) let reader = MeterReader(model: try ReaderModel.compiledIn())

/// The whole line, told by the input's last byte what is known of the meter.
func read(_ bytes: [UInt8]) {
    let known = Int(bytes.last ?? 0)
    let hints = MeterHints(
        wheels: known % 11, decimals: known % 7, serial: known % 2 == 0 ? "62117580" : nil,
        lastIndex: known % 3 == 0 ? known * 97 : nil)
    let reading = reader.read(jpeg: bytes, hints: hints)
    precondition((0...1).contains(reading.probability), "a probability")
    precondition(reading.decision != .accept || reading.index != nil, "what is accepted has an index")
    precondition(reading.photo != nil || reading.decision == .refuse, "what cannot be decoded is refused")
    _ = reading.windowCropJPEG()
}

var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        read(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
