/// The 5 by 7 dots of the characters that text displays show, as their common controllers have them.
package enum DotFont {
    package static let columns = 5
    package static let rows = 7

    /// Whether a character has a dot at a place, counted from its top left.
    package static func hasDot(_ character: Character, column: Int, row: Int) -> Bool {
        guard let bits = shapes[character] else { return false }
        return bits >> UInt64(column * 8 + row) & 1 == 1
    }

    package static func has(_ character: Character) -> Bool { shapes[character] != nil }

    /// Characters and their columns from the left, two hexadecimal digits each: the top dot is the lowest bit.
    private static let shapes: [Character: UInt64] = {
        var shapes: [Character: UInt64] = [:]
        for line in table.split(separator: "\n") {
            guard let character = line.first else { continue }
            var bits: UInt64 = 0
            for (column, byte) in line.dropFirst(2).split(separator: " ").enumerated() {
                bits |= (UInt64(byte, radix: 16) ?? 0) << UInt64(column * 8)
            }
            shapes[character] = bits
        }
        shapes[" "] = 0
        shapes["█"] = 0x7F_7F7F_7F7F
        return shapes
    }()

    private static let table = """
        0 3E 51 49 45 3E
        1 00 42 7F 40 00
        2 42 61 51 49 46
        3 21 41 45 4B 31
        4 18 14 12 7F 10
        5 27 45 45 45 39
        6 3C 4A 49 49 30
        7 01 71 09 05 03
        8 36 49 49 49 36
        9 06 49 49 29 1E
        A 7C 12 11 12 7C
        B 7F 49 49 49 36
        C 3E 41 41 41 22
        D 7F 41 41 41 3E
        E 7F 49 49 49 41
        F 7F 09 09 09 01
        G 3E 41 41 51 73
        H 7F 08 08 08 7F
        I 00 41 7F 41 00
        K 7F 08 14 22 41
        L 7F 40 40 40 40
        M 7F 02 1C 02 7F
        N 7F 04 08 10 7F
        O 3E 41 41 41 3E
        P 7F 09 09 09 06
        Q 3E 41 51 21 5E
        R 7F 09 19 29 46
        S 26 49 49 49 32
        T 01 01 7F 01 01
        U 3F 40 40 40 3F
        V 1F 20 40 20 1F
        W 3F 40 38 40 3F
        X 63 14 08 14 63
        Y 03 04 78 04 03
        Z 61 51 49 45 43
        a 20 54 54 54 78
        b 7F 48 44 44 38
        c 38 44 44 44 28
        d 38 44 44 48 7F
        e 38 54 54 54 18
        f 08 7E 09 01 02
        g 0C 52 52 52 3E
        h 7F 08 04 04 78
        i 00 44 7D 40 00
        k 7F 10 28 44 00
        l 00 41 7F 40 00
        m 7C 04 18 04 78
        n 7C 08 04 04 78
        o 38 44 44 44 38
        p 7C 14 14 14 08
        r 7C 08 04 04 08
        s 48 54 54 54 20
        t 04 3F 44 40 20
        u 3C 40 40 20 7C
        v 1C 20 40 20 1C
        w 3C 40 30 40 3C
        x 44 28 10 28 44
        y 0C 50 50 50 3C
        z 44 64 54 4C 44
        . 00 60 60 00 00
        , 00 50 30 00 00
        : 00 36 36 00 00
        - 08 08 08 08 08
        = 14 14 14 14 14
        / 20 10 08 04 02
        % 23 13 08 64 62
        ° 00 06 09 09 06
        ³ 00 11 15 0A 00
        ! 00 00 5F 00 00
        * 14 08 3E 08 14
        > 00 41 22 14 08
        """
}
