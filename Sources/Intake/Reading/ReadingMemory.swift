internal import CSpawn

/// What a process that reads photos keeps of its memory between them.
package enum ReadingMemory {
    /// Gives large blocks back as soon as a photo is done with them.
    ///
    /// Else glibc, once it has freed a decoded photo, keeps blocks of that size for later, between smaller ones: 83 MB at
    /// most over photos of 1600 pixels instead of 76, at the same speed.
    package static func returnLargeBlocks() { endeks_return_blocks_from(1 << 20) }
}
