/// A picture as the nets take it: one plane of floats a channel, row by row.
package struct Planes: Hashable, Sendable {
    /// Planes, columns and rows.
    package let channels, width, height: Int
    /// The values, channel by channel.
    package var values: [Float]

    /// Planes filled with zeros.
    package init(channels: Int, width: Int, height: Int) {
        (self.channels, self.width, self.height) = (channels, width, height)
        values = [Float](repeating: 0, count: channels * width * height)
    }

    /// The number of values in a plane.
    package var area: Int { width * height }

    /// Brightness as ITU-R BT.601 weighs it.
    package var luma: Planes {
        guard channels == 3 else { return self }
        var grey = Planes(channels: 1, width: width, height: height)
        for at in 0..<area {
            grey.values[at] = 0.299 * values[at] + 0.587 * values[area + at] + 0.114 * values[2 * area + at]
        }
        return grey
    }

    /// Each channel less its mean, all divided by the common deviation: what light and camera add is taken out.
    package var standardised: Planes {
        var result = self
        var squares = 0.0
        for channel in 0..<channels {
            let range = channel * area..<(channel + 1) * area
            var sum = 0.0
            for at in range { sum += Double(values[at]) }
            let mean = Float(sum / Double(max(area, 1)))
            for at in range {
                let centred = values[at] - mean
                result.values[at] = centred
                squares += Double(centred * centred)
            }
        }
        // An even surface holds nothing but noise: 0.04 keeps that from being blown up.
        let deviation = Float(max((squares / Double(max(values.count, 1))).squareRoot(), 0.04))
        for at in result.values.indices { result.values[at] /= deviation }
        return result
    }

    /// The planes in the top left corner of larger ones, zeros beside them.
    package func padded(width: Int, height: Int) -> Planes {
        guard width != self.width || height != self.height else { return self }
        var result = Planes(channels: channels, width: width, height: height)
        let columns = min(width, self.width)
        for channel in 0..<channels {
            for row in 0..<min(height, self.height) {
                let from = channel * area + row * self.width
                let to = channel * result.area + row * width
                result.values.replaceSubrange(to..<to + columns, with: values[from..<from + columns])
            }
        }
        return result
    }
}

extension Planes {
    /// The three planes of 0 to 1 as a picture.
    var picture: CleanPhoto? {
        guard channels == 3 else { return nil }
        var pixels = [UInt8](repeating: 0, count: 3 * area)
        for at in 0..<area {
            for channel in 0..<3 {
                let value = values[channel * area + at] * 255
                pixels[at * 3 + channel] = UInt8(min(max(value.rounded(), 0), 255))
            }
        }
        return CleanPhoto(width: width, height: height, pixels: pixels)
    }
}
