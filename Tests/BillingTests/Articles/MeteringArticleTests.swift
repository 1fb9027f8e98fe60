import Billing
import GasPhysics
import Quantities
import Testing

@Suite("Article: what a meter measured")
struct MeteringArticleTests {
    private let article = "WhatAMeterMeasured"

    @Test("Counters are decided as the table says")
    func counters() throws {
        var table = try ArticleTable("Counters", in: article)
        for label in table.labels {
            let (first, last) = (try table.word(label, "first"), try table.word(label, "last"))
            let (removed, start) = (
                try table.word(label, "removed at"), try table.word(label, "new meter began at")
            )
            let exchange =
                removed.isEmpty
                ? nil
                : MeterExchange(
                    removedAt: try Index(printed: removed), removedWheels: removed.count,
                    newMeterStart: try Index(printed: start))
            let decision = CounterDecision(
                from: try Index(printed: first), to: try Index(printed: last), wheels: last.count, exchange: exchange,
                limit: MeterVolume(litres: 2_000_000))
            switch decision {
            case .accepted(let cubicMetres, let course):
                try table.expect(label, "use, m³", is: cubicMetres)
                try table.expect(label, "decision", is: "\(course)")
            case .heldLower, .heldImplausible:
                try table.expect(label, "use, m³", is: "")
                try table.expect(label, "decision", is: "held")
            case .rejectedDigits: Issue.record("\(label) has another number of wheels")
            }
        }
        table.finish()
    }

    @Test("The multiplier is applied once")
    func multiplier() throws {
        var table = try ArticleTable("Multiplier", in: article)
        let counted = Int64(try table.count("counter"))
        let volume = try MeterVolume(counted: counted, multiplier: table.take("multiplier"))
        try table.expect("volume", is: volume)
        table.finish()
    }

    @Test("Correctors are checked as the table says")
    func correctors() throws {
        var table = try ArticleTable("Correctors", in: article)
        for label in table.labels {
            let check = try CorrectorCheck(
                measured: table.take(label, "Vm, m³"), corrected: table.take(label, "Vb, m³"),
                expectedFactor: CorrectionFactor(hundredThousandths: 495_000),
                tolerance: CorrectorPolicy.baskent.tolerance)
            try table.expect(label, "Vb ÷ Vm", is: #require(check.effectiveFactor))
            try table.expect(label, "decision", is: check.status.rawValue)
            try table.expect(label, "billed or proposed, m³", is: check.proposal)
        }
        table.finish()
    }

    @Test("A shortened period gives a longer term")
    func period() throws {
        var table = try ArticleTable("A shortened period", in: article)
        let assessment = try PeriodAssessment(
            previous: table.day("last reading"), read: table.day("this reading"), isCompanyFault: true,
            rules: .regulation2026)
        try table.expect("days", is: assessment.days)
        try table.expect("deviation", is: assessment.deviation)
        try table.expect("days to pay at least", is: assessment.minimumNotice)
        table.finish()
    }

    @Test("What is not billed stays on the index")
    func minimum() throws {
        var table = try ArticleTable("Up to 10 m³", in: article)
        var carried = MeterVolume.zero
        for label in ["first", "second", "third"] {
            let split = try MinimumBill.tenCubicMetres.split(use: table.take(label, "use, m³"), carried: carried)
            try table.expect(label, "billed, m³", is: split.billed)
            try table.expect(label, "carried, m³", is: split.carried)
            carried = split.carried
        }
        table.finish()
    }
}
