import CFuzzer
import CZXing
import Glibc

/// A picture that ends where the process may not read.
///
/// ZXing comes as Debian builds it, without the sanitizers: a look past the picture's last pixel must end the process by
/// itself.
struct GuardedPicture {
    static let most = 1 << 20
    private let start: UnsafeMutableRawPointer

    init() {
        let page = Int(sysconf(Int32(_SC_PAGESIZE)))
        let memory = mmap(
            nil, Self.most + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED, mprotect(memory + Self.most, page, PROT_NONE) == 0 else {
            fatalError("there is no memory with a guard behind it")
        }
        start = memory
    }

    /// The pixels, laid so that the last one is the last that may be read.
    func hold(_ pixels: [UInt8]) -> UnsafePointer<UInt8> {
        let place = start + (Self.most - pixels.count)
        pixels.withUnsafeBytes { source in
            if let base = source.baseAddress { place.copyMemory(from: base, byteCount: source.count) }
        }
        return UnsafePointer(place.assumingMemoryBound(to: UInt8.self))
    }
}

/// An input's bytes, one after the other; zeros when there are no more.
struct Choices {
    private var bytes: ArraySlice<UInt8>
    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }
    var isEmpty: Bool { bytes.isEmpty }
    mutating func next() -> Int { Int(bytes.popFirst() ?? 0) }
    mutating func take(_ count: Int) -> [UInt8] {
        defer { bytes = bytes.dropFirst(count) }
        return Array(bytes.prefix(count))
    }
}

/// A code drawn from the input's text, dark on light; nil where the text fits no such code.
func drawn(_ choices: inout Choices, _ width: Int, _ height: Int, _ stride: Int) -> [UInt8]? {
    let symbology = endeks_code_symbology(rawValue: UInt32(choices.next() & 3))
    let module = 1 + choices.next() & 3
    let text = choices.take(1 + choices.next() % 40).map { CChar(bitPattern: $0) }.prefix { $0 != 0 } + [0]
    var modules: UnsafeMutablePointer<UInt8>?
    var (columns, rows) = (0, 0)
    guard endeks_code_write(symbology, Array(text), &modules, &columns, &rows) == 0, let modules else { return nil }
    defer { endeks_code_free(modules) }
    var pixels = [UInt8](repeating: 230, count: (height - 1) * stride + width)
    let (left, top) = (choices.next() % 40, choices.next() % 40)
    for y in top..<max(top, min(height, top + (rows > 1 ? rows * module : 40))) {
        for x in left..<max(left, min(width, left + columns * module)) {
            let row = rows > 1 ? (y - top) / module : 0
            if modules[row * columns + (x - left) / module] != 0 { pixels[y * stride + x] = 30 }
        }
    }
    return pixels
}

nonisolated(unsafe) let guarded = GuardedPicture()

/// A picture of any size, drawn or as the bytes have it, damaged by what is left of them, and what is told of it.
func read(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let (width, height) = (1 + choices.next() * 2, 1 + choices.next() * 2)
    let (stride, wanted, how) = (width + choices.next() % 8, UInt32(choices.next() & 15), choices.next())
    let size = (height - 1) * stride + width
    var pixels: [UInt8]
    if how & 1 == 0, let code = drawn(&choices, width, height, stride) {
        pixels = code
        while !choices.isEmpty {
            let (at, value) = ((choices.next() << 10 | choices.next() << 2) % size, choices.next())
            for beside in at..<min(size, at + 4) { pixels[beside] = UInt8(value) }
        }
    } else {
        let pattern = choices.take(bytes.count)
        pixels = (0..<size).map { pattern.isEmpty ? 0 : pattern[$0 % pattern.count] }
    }
    var found = [endeks_code_found](repeating: endeks_code_found(), count: Int(ENDEKS_CODE_MOST))
    let most = how >> 2 % Int(ENDEKS_CODE_MOST)
    let count = endeks_code_read(
        guarded.hold(pixels), width, height, stride, wanted, Int32(how >> 1 & 1), &found, most)
    precondition(count <= most, "no more codes than were asked for")
    for code in found.prefix(max(0, Int(count))) {
        precondition(code.length > 0 && code.length <= UInt32(ENDEKS_CODE_LONGEST_TEXT), "a text has room")
        precondition(wanted & 1 << code.symbology.rawValue != 0, "only what was asked for is read")
    }
}

var count = CommandLine.argc
var arguments = Optional(CommandLine.unsafeArgv)
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        read(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
    })
