import Billing
import Quantities
import Testing

@Suite("Article: validation and faults")
struct ValidationArticleTests {
    @Test("Readings have the zones and rules of the table")
    func zones() throws {
        var table = try ArticleTable("Readings of a G4 meter", in: "ValidationAndFaults")
        for label in table.labels {
            let assessment = PlausibilityPolicy.current.assess(
                try SampleQuestion(last: label, decimals: 0).question())
            try table.expect(label, "zone", is: assessment.zone.code)
            try table.expectText(label, "rules", is: assessment.codes)
        }
        table.finish()
    }

    @Test("A counter that stands while the peers heat is flagged")
    func stuck() throws {
        var table = try ArticleTable("A meter that stands", in: "ValidationAndFaults")
        let periods = [
            try period("2025-12-01", "2026-01-01", 120), try period("2026-01-01", "2026-03-01", 0),
        ]
        let flag = try #require(
            FaultPolicy().stuckIndex(
                periods: periods, peers: [70, 300, 80].map { MeterVolume(litres: $0 * 1_000) }, isActive: true))
        try table.expect("heating days without use", is: flag.figures[0].figure)
        try table.expect("peers used in the middle", is: flag.figures[1].figure)
        try table.expect("fault", is: flag.fault.rawValue)
        table.finish()
    }
}
