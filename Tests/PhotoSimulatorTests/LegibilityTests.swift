import Foundation
import PhotoSimulator
import Testing

@Suite("What a careful person could read")
struct LegibilityTests {
    private func truths(_ count: Int, _ profile: Profile, longSide: Int = 800) async throws -> [Truth] {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        let series = PhotoSeries(
            count: count, seed: 31, framing: .whole, longSide: longSide, profile: profile,
            folder: FileManager.default.temporaryDirectory)
        var truths: [Truth] = []
        for number in 0..<count {
            // Other tests wait for the same two threads.
            await Task.yield()
            truths.append(series.scene(number, by: renderer).1)
        }
        return truths
    }

    @Test(
        "Profiles keep their word",
        arguments: [
            (ShippedProfile.easy, 0.97...1.0), (.field, 0.7...0.95), (.hard, 0.35...0.9), (.unreadable, 0.0...0.03),
        ])
    func profiles(profile: ShippedProfile, readable: ClosedRange<Double>) async throws {
        let truths = try await truths(150, try Profiles.shipped(profile))
        let share = Double(truths.count(where: \.readable)) / 150
        #expect(readable.contains(share), "\(profile.rawValue): \(share)")
    }

    @Test(
        "What spoils a photo is told by its cause",
        arguments: [
            ("camera: {motion: 2.5}\n", Truth.Cause.blurred), ("camera: {blur: 0.5}\n", .blurred),
            ("camera: {focus: 0.9}\n", .blurred), ("camera: {exposure: 0.02, noise: 0.2, gamma: 2}\n", .dark),
            ("pose: {window-share: 0.06}\n", .small), ("pose: {cut-off: 1, window-share: 0.6}\n", .cutOff),
            ("pose: {cut-off: 1, window-share: 0.6, quarter-turn: 1}\nchannel: {aspect: \"3:4\"}\n", .cutOff),
            ("pose: {cut-off: 1, window-share: 0.6, upside-down: 1}\n", .cutOff),
            ("pose: {cut-off: 1, window-share: 0.6}\nchannel: {presentation: screenshot}\n", .cutOff),
        ])
    func causes(change: String, cause: Truth.Cause) async throws {
        let profile = try ProfileReader.profile(
            yaml: "name: test\nextends: easy\nkeep: all\n" + change, file: "test.yaml")
        let truths = try await truths(30, profile, longSide: 640)
        let told = truths.count { truth in truth.hidden.contains { $0.cause == cause } }
        #expect(told >= 27, "\(told) of 30")
    }

    @Test("A shadow in dim light makes more photos unreadable, and none the more readable")
    func shadows() async throws {
        func readable(_ shadow: String) async throws -> Int {
            let profile = try ProfileReader.profile(
                yaml: "name: test\nextends: easy\nkeep: all\nshadow: {kind: sunlit, depth: \(shadow)}\n"
                    + "camera: {exposure: 0.12, noise: 0.02}\n", file: "test.yaml")
            return try await truths(60, profile, longSide: 640).count(where: \.readable)
        }
        let (bright, dark) = (try await readable("0"), try await readable("0.75"))
        #expect(dark < bright - 5, "\(dark) of 60 in shadow, \(bright) without")
    }

    @Test("A screenshot of a photo is as sharp as the photo: its digits are smaller, and so is what blurs them")
    func screenshots() async throws {
        func blurred(_ presentation: String) async throws -> Int {
            let profile = try ProfileReader.profile(
                yaml: "name: test\nextends: easy\nkeep: all\ncamera: {blur: 0.1}\n"
                    + "channel: {presentation: \(presentation), aspect: \"4:3\"}\n", file: "test.yaml")
            return try await truths(30, profile, longSide: 1200).count { truth in
                truth.hidden.contains { $0.cause == .blurred }
            }
        }
        let (photos, screenshots) = (try await blurred("photo"), try await blurred("screenshot"))
        #expect(abs(photos - screenshots) <= 3, "\(photos) photos, \(screenshots) screenshots of 30")
    }

    @Test("A hidden red wheel leaves the index readable")
    func redWheels() async throws {
        let truths = try await truths(120, try Profiles.shipped(.hard))
        for truth in truths {
            let black = truth.index.count
            let hidesBlack = truth.hidden.contains { $0.wheels.contains { $0 < black } || $0.cause == .displayOff }
            #expect(truth.readable == !hidesBlack)
        }
        #expect(truths.contains { $0.readable && !$0.hidden.isEmpty })
    }
}
