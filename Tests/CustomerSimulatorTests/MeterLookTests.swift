import CustomerSimulator
import FleetSimulator
import MeterCore
import PhotoSimulator
import Testing

@Suite("How a fleet's meters look")
struct MeterLookTests {
    @Test("Small meters have all small housings, large ones the bellows of a boiler house, each meter always the same")
    func housings() {
        let small = (0..<64).map { MeterLook(.diaphragm, size: .g4, serial: $0, yearlyCubicMetres: 1_000) }
        #expect(Set(small.map(\.housing)).count == 8 && !small.contains { $0.housing == .industrial })
        #expect(small[5] == MeterLook(.diaphragm, size: .g4, serial: 5, yearlyCubicMetres: 1_000))
        #expect(MeterLook(.diaphragm, size: .g25, serial: 5, yearlyCubicMetres: 40_000).housing == .industrial)
        #expect(MeterLook(.prepaid, size: .g4, serial: 5, yearlyCubicMetres: 1_000).kind == .prepaid)
        #expect(MeterLook(.corrector, size: nil, serial: 5, yearlyCubicMetres: 240_000).kind == .rotary)
        #expect(MeterLook(.corrector, size: nil, serial: 5, yearlyCubicMetres: 2_600_000).kind == .turbine)
    }
}
