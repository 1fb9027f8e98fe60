import MeterCore
import PhotoSimulator
import Testing

@Suite("The face of a meter that is known")
struct MeterFaceTests {
    @Test("Wheels, serial, year and kind are those that were given, whatever the profile throws")
    func given() throws {
        let profile = try Profiles.shipped()
        let renderer = try PhotoRenderer(fonts: try FontSet())
        for (number, kind) in [Meter.Kind.diaphragm, .prepaid, .rotary, .turbine].enumerated() {
            let counter = WheelCounter(wheels: 8, thousandths: 2_718_281_828)
            let face = MeterFace(
                kind: kind, housing: kind == .diaphragm ? .industrial : nil, blackWheels: 5, counter: counter,
                serial: "20471133", year: 2019, size: "G1.6")
            for seed in 1...12 as ClosedRange<UInt64> {
                let scene = Scene(
                    seed: seed, number: UInt64(number), framing: .whole, longSide: 400, profile: profile, face: face)
                #expect(scene.meter.kind == kind && scene.meter.serial == "20471133" && scene.meter.year == 2019)
                guard case .wheels(let look, let state) = scene.meter.register else {
                    Issue.record("a known meter shows its wheels")
                    continue
                }
                #expect(look.blackWheels == 5 && look.redWheels == 3 && state.counter == counter)
                #expect(renderer.truth(of: scene, file: "x.jpg").digits.map(\.value) == [0, 2, 7, 1, 8, 2, 8, 1])
            }
        }
    }
}
