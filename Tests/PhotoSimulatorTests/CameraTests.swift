import PhotoSimulator
import Testing

@Suite("Camera and channel")
struct CameraTests {
    private static let plain = [
        "exposure": "1", "cast": "neutral", "blur": "0", "focus": "0", "motion": "0", "noise": "0", "sharpening": "0",
        "haze": "0", "saturation": "1", "gamma": "1", "contrast": "0",
    ]

    /// The same scene through a camera that differs in some values.
    private func picture(_ changes: [String: String] = [:]) throws -> Picture {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        let values = CameraTests.plain.merging(changes) { $1 }.sorted { $0.key < $1.key }
        let camera = values.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        let profile = try Profiles.field(
            "camera: {\(camera)}\nlight: {kind: shade}\npose: {turn: 0, lean: 0}\nglare: {kind: none}\n")
        return renderer.picture(
            of: Scene(seed: 5, number: 3, framing: .window, longSide: 320, profile: profile))
    }

    /// Mean difference of neighbours, across and down: how sharp a picture is along each axis.
    private func edges(_ picture: Picture) -> (across: Double, down: Double) {
        var (across, down) = (0.0, 0.0)
        for y in 1..<picture.height {
            for x in 1..<picture.width {
                across += abs(Double(picture[x, y].green - picture[x - 1, y].green))
                down += abs(Double(picture[x, y].green - picture[x, y - 1].green))
            }
        }
        let count = Double(picture.width * picture.height)
        return (across / count, down / count)
    }

    private func mean(_ picture: Picture) -> (red: Double, green: Double, blue: Double) {
        var sum = (0.0, 0.0, 0.0)
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let pixel = picture[x, y]
                sum = (sum.0 + Double(pixel.red), sum.1 + Double(pixel.green), sum.2 + Double(pixel.blue))
            }
        }
        let count = Double(picture.width * picture.height)
        return (sum.0 / count, sum.1 / count, sum.2 / count)
    }

    @Test("Blur, focus and a moving hand soften, sharpening sharpens")
    func softness() throws {
        let sharp = edges(try picture())
        for change in [["blur": "0.15"], ["focus": "0.3"], ["motion": "0.8"]] {
            let soft = edges(try picture(change))
            #expect(soft.across + soft.down < 0.8 * (sharp.across + sharp.down), "\(change)")
        }
        let soft = edges(try picture(["blur": "0.05"]))
        let sharpened = edges(try picture(["blur": "0.05", "sharpening": "1.2", "sharpening-radius": "1.2"]))
        #expect(sharpened.across > 1.1 * soft.across)
    }

    @Test("A blur too soft for every pixel is drawn coarser, and looks the same as one just below")
    func coarse() throws {
        // Either side of where the film gets coarser, for a digit of this scene.
        let pictures = try stride(from: 0.04, through: 0.2, by: 0.01).map {
            edges(try picture(["blur": "\($0)"])).across
        }
        for (sharper, softer) in zip(pictures, pictures.dropFirst()) {
            #expect(softer < sharper * 1.06)
            #expect(softer > sharper * 0.7)
        }
    }

    @Test("Exposure brightens, haze fills the dark, the cast colours, noise is as strong as asked")
    func tones() throws {
        let plain = mean(try picture())
        #expect(mean(try picture(["exposure": "1.6"])).green > plain.green * 1.1)
        #expect(mean(try picture(["exposure": "0.4"])).green < plain.green * 0.75)
        let hazy = try picture(["haze": "0.4"])
        let darkest = hazy.pixels.reduce(255) { min($0, Int($1 >> 8 & 255)) }
        #expect(darkest > 90)
        let blue = mean(try picture(["cast": "blue"]))
        #expect(blue.blue / blue.red > plain.blue / plain.red * 1.04)
        let grey = try picture(["saturation": "0"])
        var colour = 0
        for x in 0..<grey.width {
            let pixel = grey[x, grey.height / 2]
            colour += abs(pixel.red - pixel.blue)
        }
        #expect(colour / grey.width < 40)
        let noisy = try picture(["noise": "0.05", "grain": "0"])
        let still = try picture()
        let differences = zip(noisy.pixels, still.pixels).map { one, other in
            let (green, plain) = (Int(one >> 8 & 255), Int(other >> 8 & 255))
            return Double(green - plain)
        }
        let deviation = (differences.reduce(0) { $0 + $1 * $1 } / Double(differences.count)).squareRoot()
        // 0.05 of 255, times 0.75 in the light up to 1.1 in the dark; cut off at black and white.
        #expect((4.0...19.0).contains(deviation))
        #expect(abs(differences.reduce(0, +) / Double(differences.count)) < 2.5)
    }

    @Test("WhatsApp's compression makes the file smaller, and forwarding makes it no larger")
    func channel() throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        func size(_ route: String) throws -> Int {
            let profile = try Profiles.field("channel: {route: \(route), phone-quality: 92, whatsapp-quality: 60}\n")
            let scene = Scene(seed: 5, number: 3, framing: .whole, longSide: 800, profile: profile)
            return renderer.jpeg(of: scene).count
        }
        let direct = try size("direct")
        let sent = try size("whatsapp")
        #expect(sent < direct * 7 / 10)
        #expect(try size("forwarded") < sent * 11 / 10)
    }
}
