/// What light, lens, sensor and phone make of a scene.
package struct Camera: Sendable {
    /// Light falls off across the picture: a share at each edge, and its direction.
    var gradient: (dx: Double, dy: Double)
    var exposure: Double
    var cast: (red: Double, green: Double, blue: Double)
    var saturation: Double
    var haze: Double
    var gamma: Double
    /// Deviation of the lens's blur, in pixels of the picture.
    var blur: Double
    var motion: (length: Double, dx: Double, dy: Double)
    var noise: Double
    var grain: Double
    var sharpening: Float
    /// JPEG quality.
    package var quality: Int

    /// A phone's picture in which a digit of the counter is `digitPixels` high.
    init(digitPixels: Double, spoiled: Bool, _ random: inout SeededRandom) {
        gradient = (random.normal(0.18), random.normal(0.18))
        exposure = random.one(by: [
            (0.68, random.within(0.7...1.15)), (0.17, random.within(0.3...0.7)), (0.09, random.within(1.15...1.6)),
            (0.06, random.within(0.1...0.3)),
        ])
        switch random.unit() {
        case ..<0.5: cast = (1 + random.normal(0.05), 1 + random.normal(0.03), 1 + random.normal(0.06))
        case ..<0.75: cast = (random.within(0.35...0.9), random.within(0.7...1), random.within(1...1.3))
        case ..<0.9: cast = (random.within(1...1.25), random.within(0.8...1), random.within(0.45...0.85))
        default: cast = (random.within(0.7...1.1), random.within(0.7...1.1), random.within(0.7...1.1))
        }
        saturation = random.within(0.45...1.5)
        haze = random.chance(0.35) ? random.within(0...0.4) : 0
        gamma = random.within(0.7...1.45)
        let steep = random.unit()
        blur = digitPixels * (0.012 + 0.105 * steep * steep)
        motion = (0, 1, 0)
        if random.chance(0.2) {
            let angle = random.within(0...3.14159)
            motion = (digitPixels * random.within(0...0.28), Camera.cosine(angle), Camera.cosine(angle - 1.5708))
        }
        noise = (random.chance(0.8) ? random.within(0...0.018) : random.within(0.018...0.05)) * min(1, 0.3 + exposure)
        grain = random.within(0...1.1)
        sharpening = random.chance(0.4) ? Float(random.within(0.2...1.4)) : 0
        quality = random.whole(38...93)
        if spoiled {
            let angle = random.within(0...3.14159)
            if random.chance(0.6) {
                motion = (digitPixels * random.within(0.55...1.8), Camera.cosine(angle), Camera.cosine(angle - 1.5708))
            } else {
                blur = digitPixels * random.within(0.2...0.45)
            }
        }
    }

    private static func cosine(_ x: Double) -> Double {
        // Bhaskara's formula is enough for a direction, and the same on every machine.
        var angle = abs(x)
        let flip = angle > 1.5708
        if flip { angle = 3.14159 - angle }
        let value = (9.8696 - 4 * angle * angle) / (9.8696 + angle * angle)
        return flip ? -value : value
    }

    /// Takes the picture.
    func expose(_ raster: inout Raster, _ random: inout SeededRandom) {
        light(&raster)
        if motion.length > 0.7 { raster.smear(length: motion.length, direction: (motion.dx, motion.dy)) }
        raster.blur(deviation: blur)
        if sharpening > 0 {
            var soft = raster
            soft.blur(deviation: 0.8)
            for index in raster.pixels.indices {
                raster.pixels[index] += (raster.pixels[index] - soft.pixels[index]) * sharpening
            }
        }
        addNoise(&raster, &random)
        develop(&raster)
    }

    private func light(_ raster: inout Raster) {
        let grey = SIMD4<Float>(0.299, 0.587, 0.114, 0)
        let gain = SIMD4<Float>(Float(cast.red), Float(cast.green), Float(cast.blue), 0) * Float(exposure)
        let veil = SIMD4<Float>(repeating: Float(haze)) * gain * 0.8
        let keep = Float(1 - haze)
        let saturation = Float(saturation)
        for y in 0..<raster.height {
            let down = Float(gradient.dy) * (Float(y) / Float(raster.height) - 0.5) * 2
            for x in 0..<raster.width {
                let across = Float(gradient.dx) * (Float(x) / Float(raster.width) - 0.5) * 2
                let pixel = raster.pixels[y * raster.width + x]
                let luma = SIMD4<Float>(repeating: (pixel * grey).sum())
                let coloured = luma + (pixel - luma) * saturation
                raster.pixels[y * raster.width + x] = (coloured * gain * keep + veil) * max(0.1, 1 + down + across)
            }
        }
    }

    private func addNoise(_ raster: inout Raster, _ random: inout SeededRandom) {
        guard noise > 0.002 else { return }
        var speckle = Raster(width: raster.width, height: raster.height)
        for index in speckle.pixels.indices {
            // Four sums of two bytes out of one draw: triangular, close enough to a sensor's noise.
            let bits = random.next()
            func part(_ shift: UInt64) -> Float { Float(bits >> shift & 255) + Float(bits >> (shift + 8) & 255) - 255 }
            let common = part(48)
            speckle.pixels[index] = SIMD4(part(0) + common, part(16) + common, part(32) + common, 0) * (1 / 180)
        }
        if grain > 0.4 { speckle.blur(deviation: grain) }
        let strength = Float(noise) * (grain > 0.4 ? Float(1 + grain) : 1)
        for index in raster.pixels.indices { raster.pixels[index] += speckle.pixels[index] * strength }
    }

    private func develop(_ raster: inout Raster) {
        // A table of the tone curve: gamma by interpolation between squares and roots, no libm.
        let g = Float(gamma - 1)
        for index in raster.pixels.indices {
            let x = raster.pixels[index].clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 1))
            raster.pixels[index] = g >= 0 ? x + (x * x - x) * g : x - (x.squareRoot() - x) * g
        }
    }
}
