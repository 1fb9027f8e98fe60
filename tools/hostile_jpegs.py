"""Writes the JPEGs that somebody might send to end a reader, and expected.tsv: for each file what may come of it.

"picture" stands for a picture that is read as any other is; all other words are reasons of a refusal.
"""
import argparse
import pathlib
import random
import struct

START, END = b"\xff\xd8", b"\xff\xd9"
QUANTISERS = bytes([0]) + bytes([1]) * 64
# Tables of one code each, a single bit: a difference of nothing, and the block's end.
NO_DIFFERENCE, BLOCK_END = bytes([0x00, 1] + [0] * 15 + [0]), bytes([0x10, 1] + [0] * 15 + [0])
# In a progressive picture that bit ends 16,384 blocks and more: its own value, and fourteen bits behind it.
LONG_RUN = bytes([0x10, 1] + [0] * 15 + [0xE0])


def word(value):
    return struct.pack(">H", value)


def segment(marker, content):
    return bytes([0xFF, marker]) + word(len(content) + 2) + content


def frame(kind, width, height, components=1, bits=8, sampling=0x11):
    parts = b"".join(bytes([number + 1, sampling if number == 0 else 0x11, 0]) for number in range(components))
    return segment(0xC0 + kind, bytes([bits]) + word(height) + word(width) + bytes([components]) + parts)


def scan(components=(1,), first=0, last=63, high=0, low=0):
    parts = b"".join(bytes([number, 0]) for number in components)
    return segment(0xDA, bytes([len(components)]) + parts + bytes([first, last, high << 4 | low]))


def tables(alternating=BLOCK_END):
    return segment(0xDB, QUANTISERS) + segment(0xC4, NO_DIFFERENCE) + segment(0xC4, alternating)


def blocks(width, height):
    return (width + 7) // 8 * ((height + 7) // 8)


def plain(width=320, height=240, components=1, kind=0, extra=b"", bits=8, sampling=0x11, data=None, end=END):
    """A picture of one colour, two bits for each block."""
    count = blocks(width, height) * components
    data = bytes((2 * count + 7) // 8) if data is None else data
    return (START + extra + tables() + frame(kind, width, height, components, bits, sampling)
            + scan(range(1, components + 1)) + data + end)


def progressive(width, height, scans, refine=False, components=1):
    """A progressive picture whose scans cost next to no bytes and each a pass over all blocks."""
    count = blocks(width, height)
    out = START + tables(LONG_RUN) + frame(2, width, height, components)
    out += scan(range(1, components + 1), last=0) + bytes((count * components + 7) // 8)
    # One bit of code and fourteen of length, all zero, end 16,384 blocks.
    runs = bytes((15 * (count // 16_384 + 1) + 7) // 8)
    for number in range(scans):
        high = 13 - number if refine and 0 < number < 14 else 0
        out += scan(first=1, high=high, low=high - 1 if high else (13 if refine else 0)) + runs
    return out + END


def dense(width, height):
    """A picture that has every coefficient, each the smallest there is: two bits of nothing, and as much work as any."""
    lively = bytes([0x10, 1] + [0] * 15 + [0x01])
    return (START + segment(0xDB, QUANTISERS) + segment(0xC4, NO_DIFFERENCE) + segment(0xC4, lively)
            + frame(0, width, height) + scan() + bytes(blocks(width, height) * 16) + END)


def exif(tiff):
    return segment(0xE1, b"Exif\0\0" + tiff)


def directories(count, entries=1, kind=0x8769):
    """A chain of EXIF directories whose last one points to the first."""
    size = 2 + 12 * entries + 4
    tiff = b"MM\0\x2a" + struct.pack(">I", 8)
    for number in range(count):
        following = 8 + size * ((number + 1) % count)
        tiff += word(entries) + struct.pack(">HHII", kind, 4, 1, following) * entries + struct.pack(">I", following)
    return tiff


def headers(add):
    for name, kind in (("baseline", 0), ("progressive", 2)):
        add(f"bomb-65500-{name}", "too-large", plain(65_500, 65_500, kind=kind, data=b"\0"))
        add(f"bomb-65535-{name}", "too-large,not-a-jpeg", plain(65_535, 65_535, kind=kind, data=b"\0"))
    add("bomb-grey-400-megapixels", "too-large", plain(20_000, 20_000))
    add("grey-99-megapixels", "picture", plain(9_950, 9_950))
    add("grey-99-megapixels-progressive", "too-large", progressive(9_950, 9_950, 1))
    add("colour-99-megapixels", "picture", plain(9_950, 9_950, components=3))
    add("strip-64-by-20000", "picture", plain(64, 20_000))
    add("strip-20000-by-64", "picture", plain(20_000, 64))
    for width, height in ((1, 1), (1, 20_000), (20_000, 1), (63, 63)):
        add(f"size-{width}-by-{height}", "too-small", plain(width, height))
    for width, height in ((0, 0), (0, 240), (320, 0)):
        add(f"size-{width}-by-{height}", "not-a-jpeg", plain(width, height, data=b"\0" * 300))
    add("height-told-after-the-scan", "not-a-jpeg",
        plain(320, 0, data=b"\0" * 300, end=segment(0xDC, word(240)) + END))
    for components in (0, 2, 5, 11, 255):
        add(f"components-{components}", "not-a-jpeg",
            START + tables() + frame(0, 320, 240, components) + scan((1,)) + b"\0" * 300 + END)
    for bits in (1, 12, 16):
        add(f"bits-{bits}", "not-a-jpeg", plain(bits=bits, kind=1))
    for kind in (3, 5, 6, 7, 11, 13, 14, 15):
        add(f"frame-{kind}", "not-a-jpeg", plain(kind=kind))
    for kind in (9, 10):
        add(f"arithmetic-{kind}", "not-a-jpeg", plain(kind=kind, data=random.Random(kind).randbytes(2_000)))
    for sampling in (0x00, 0x51, 0xFF, 0x44, 0x31, 0x13):
        add(f"sampling-{sampling:02x}", "picture,not-a-jpeg,truncated", plain(components=3, sampling=sampling))


def scans(add):
    add("scans-1000", "too-large", progressive(320, 240, 1_000))
    add("scans-1000-refining", "too-large,truncated", progressive(320, 240, 1_000, refine=True))
    add("scans-1000-of-one-byte", "too-large,truncated",
        START + tables() + frame(2, 320, 240) + (scan(last=0) + b"\0") * 1_000 + END)
    add("scans-10", "picture", progressive(1_600, 1_200, 10))
    add("scans-63-of-47-megapixels", "too-large", progressive(6_900, 6_800, 62))
    add("scans-63-refining-47-megapixels", "too-large,truncated", progressive(6_900, 6_800, 62, refine=True))
    separate = b"".join(scan((part,)) + bytes(300) for part in (1, 2, 3))
    colour = START + tables() + frame(0, 320, 240, 3)
    add("scans-separate", "picture", colour + separate + END)
    add("scans-separate-1000", "too-large,truncated,not-a-jpeg", colour + separate * 334 + END)
    add("scan-of-a-part-that-is-not-there", "not-a-jpeg", START + tables() + frame(0, 320, 240) + scan((9,)) + END)
    add("scan-of-one-part-twice", "not-a-jpeg", colour + scan((1, 1, 1)) + bytes(900) + END)
    add("scan-from-63-to-1", "not-a-jpeg", START + tables() + frame(2, 320, 240) + scan(first=63, last=1) + END)
    add("scan-without-first-coefficients", "truncated,picture",
        START + tables(LONG_RUN) + frame(2, 320, 240) + scan(first=1) + bytes(300) + END)
    add("scan-before-frame", "not-a-jpeg", START + tables() + scan() + b"\0" * 300 + END)
    add("two-frames", "not-a-jpeg", START + tables() + frame(0, 320, 240) * 2 + scan() + bytes(300) + END)
    add("dense-99-megapixels", "picture", dense(9_950, 9_950))


def colours(add):
    def adobe(transform):
        return segment(0xEE, b"Adobe" + bytes([0, 100, 0, 0, 0, 0, transform]))

    add("cmyk", "picture", plain(components=4, extra=adobe(0)))
    add("cmyk-bare", "picture", plain(components=4))
    add("ycck", "picture", plain(components=4, extra=adobe(2)))
    add("rgb", "picture", plain(components=3, extra=adobe(0)))
    add("adobe-transform-255", "picture", plain(components=3, extra=adobe(255)))
    add("icc-of-16-megabytes", "picture", plain(
        extra=b"".join(segment(0xE2, b"ICC_PROFILE\0" + bytes([part, 255]) + b"x" * 65_000) for part in range(1, 256))))
    add("icc-numbered-wrongly", "picture", plain(extra=segment(0xE2, b"ICC_PROFILE\0\xff\0" + b"x" * 999) * 9))


def segments(add):
    for name, tiff in {
        "loop": directories(100), "loop-of-one": directories(1), "64-kilobytes": directories(3_600),
        "wide-64-kilobytes": directories(1, entries=5_400), "orientation-pointer": directories(5, kind=0x0112),
        "count-65535": b"MM\0\x2a\0\0\0\x08\xff\xff", "outside": b"II\x2a\0\xff\xff\xff\xff",
        "at-its-own-head": b"MM\0\x2a\0\0\0\0", "short": b"MM\0", "no-order": b"XX\0\x2a\0\0\0\x08" + bytes(99),
        "value-outside": b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\xff\xff\xff\xff\xff\xff\xff\xff\0\0\0\0",
    }.items():
        add(f"exif-{name}", "picture", plain(extra=exif(tiff[:65_527])))
    add("exif-100-segments", "picture", plain(extra=exif(directories(3_600)[:65_527]) * 100))
    add("exif-with-a-picture", "picture", plain(extra=exif(b"MM\0\x2a\0\0\0\x08\0\0" + plain())))
    add("exif-that-claims-too-much", "picture,not-a-jpeg,truncated", START + b"\xff\xe1\xff\xffExif\0\0" + plain()[2:])
    add("segment-of-length-0", "picture,not-a-jpeg", START + b"\xff\xe1\0\0" + plain()[2:])
    add("segment-of-length-1", "picture,not-a-jpeg", START + b"\xff\xe1\0\1" + plain()[2:])
    add("comments-of-8-megabytes", "picture", plain(extra=segment(0xFE, b"x" * 65_000) * 125))
    add("fill-of-8-megabytes", "picture,not-a-jpeg", plain(extra=b"\xff" * (8 << 20)))
    add("tables-of-8-megabytes", "picture", plain(extra=tables() * 70_000))
    for interval in (1, 7, 65_535):
        add(f"restart-{interval}-without-markers", "picture,truncated", plain(extra=segment(0xDD, word(interval))))
    add("restart-garbage", "truncated",
        plain(extra=segment(0xDD, word(1)), data=b"\0\xff\xd5\xff\xd1\x13\xff\xd7" * 4_000))
    add("restart-markers-alone", "truncated", plain(data=b"\xff\xd0" * 100_000))
    for name, table in {
        "full": [0x10] + [255] * 16 + [0] * 200, "crowded": [0x10, 3] + [0] * 15 + [0, 1, 2],
        "empty": [0x10] + [0] * 16, "class-9": [0x90, 1] + [0] * 16, "number-15": [0x1F, 1] + [0] * 16,
        "long-difference": [0x00, 1] + [0] * 15 + [255], "short": [0x10, 9],
    }.items():
        wrong = segment(0xC4, bytes(table))
        add(f"huffman-{name}", "picture,not-a-jpeg,truncated",
            START + tables() + wrong + frame(0, 320, 240) + scan() + bytes(300) + END)
    add("huffman-none", "truncated", START + segment(0xDB, QUANTISERS) + frame(0, 320, 240) + scan() + bytes(300) + END)
    add("quantisers-none", "not-a-jpeg",
        START + segment(0xC4, NO_DIFFERENCE) + segment(0xC4, BLOCK_END) + frame(0, 320, 240) + scan() + bytes(300) + END)
    add("quantisers-huge", "picture", plain(extra=segment(0xDB, bytes([0x11]) + b"\xff" * 128)))
    add("quantisers-number-9", "not-a-jpeg", plain(extra=segment(0xDB, bytes([9]) + b"\1" * 64)))


def others(add, photo):
    head = START + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    for name, content in {
        "html": b"<html><script>alert(1)</script></html>" * 50, "pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n" * 50,
        "zip": b"PK\3\4" + bytes(500), "program": b"\x7fELF" + bytes(range(256)) * 8, "text": b"Index: 04711\n" * 99,
    }.items():
        add(f"{name}-alone", "not-a-jpeg", content)
        add(f"{name}-behind-a-head", "not-a-jpeg,truncated", head + content)
        add(f"{name}-behind-a-picture", "picture", photo + content)
    for name, magic in {"png": b"\x89PNG\r\n\x1a\n", "gif": b"GIF89a", "webp": b"RIFF\0\0\0\0WEBP",
                        "heic": b"\0\0\0\x18ftypheic"}.items():
        add(f"another-kind-{name}", "not-a-jpeg", magic + bytes(600))
    add("html-in-a-comment", "picture", plain(extra=segment(0xFE, b"<script>alert(1)</script>")))
    add("two-pictures", "picture", photo + plain())
    add("picture-in-a-picture", "truncated,not-a-jpeg", photo[:9_000] + plain() + photo[9_000:])
    add("start-of-image-1000-times", "not-a-jpeg", START * 1_000 + photo)
    for name, content in {"empty": b"", "one-byte": b"\xff", "start-alone": START, "start-and-end": START + END,
                          "zeros": bytes(100_000), "ones": b"\xff" * 100_000}.items():
        add(name, "not-a-jpeg" if content else "empty-file", content)
    add("no-end", "truncated,picture", photo[:-2])
    for number in range(100):
        add(f"cut-{number:02}", "truncated,not-a-jpeg,empty-file", photo[:len(photo) * number // 100])
    for seed in range(20):
        chance = random.Random(seed)
        add(f"noise-{seed:02}", "not-a-jpeg,truncated,too-large", START + b"\xff" + chance.randbytes(100_000))
    for seed in range(60):
        chance = random.Random(1_000 + seed)
        changed = bytearray(photo)
        for _ in range(chance.choice((1, 3, 20))):
            changed[chance.randrange(len(changed) if seed % 2 else 700)] = chance.randrange(256)
        add(f"changed-{seed:02}", "picture,truncated,not-a-jpeg,too-large,too-small", bytes(changed))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="where to write them; made when it is not there")
    parser.add_argument("--photo", type=pathlib.Path, required=True, help="the photo that is cut and changed")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    rows = []

    def add(name, expected, content):
        (options.folder / f"{name}.jpg").write_bytes(content)
        rows.append(f"{name}.jpg\t{expected}\n")

    headers(add)
    scans(add)
    colours(add)
    segments(add)
    others(add, options.photo.read_bytes())
    (options.folder / "expected.tsv").write_text("".join(rows))
    print(f"{len(rows)} files in {options.folder}")


if __name__ == "__main__":
    main()
