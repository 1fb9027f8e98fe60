import Foundation
import Testing
import Trials

/// `endeks read --evaluate` of labelled photos.
@Suite("endeks read --evaluate")
struct EvaluationTests {
    private let folder: ScratchFolder
    private let model: String

    init() throws {
        folder = try ScratchFolder()
        model = try folder.write("fixed.model", FixedModel().bytes())
    }

    private static let photo = EndeksRun.clone.appendingPathComponent("Images/photos/gas-01.jpg")

    private func evaluate(_ arguments: [String]) throws -> EndeksRun {
        try EndeksRun(["read", "--evaluate"] + arguments, in: folder.url)
    }

    /// The same photo under these names.
    private func photos(_ names: [String]) throws {
        for name in names { _ = try folder.write(name, Data(contentsOf: Self.photo)) }
    }

    private func lines(_ run: EndeksRun) throws -> [[String: Any]] {
        try run.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    private func summary(_ run: EndeksRun) throws -> [String: Any] {
        try #require(try lines(run).last?["summary"] as? [String: Any])
    }

    private func figure(_ name: String, of summary: [String: Any]) -> [Int] {
        let figure = summary[name] as? [String: Any] ?? [:]
        return [figure["count"] as? Int ?? -1, figure["of"] as? Int ?? -1]
    }

    @Test("Labelled photos are counted: right, wrong, unreadable, and compared as far as labelled")
    func counts() throws {
        try photos(["a.jpg", "b.jpg", "c.jpg"])
        // The line ends of Windows, and a field in quotation marks, as spreadsheets write them.
        let labels = try folder.write(
            "labels.csv",
            """
            # a comment\r
            file,reading,decimals,serial,window,notes\r
            a.jpg,02319,12,,120;60;520;160,"right, as far as labelled"\r
            b.jpg,02318,123,,0;300;50;320,wrong\r
            c.jpg,unreadable,,,,\r

            """)
        let run = try evaluate([labels, "--json", "--model", model])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try lines(run).count == 4)
        let summary = try summary(run)
        #expect(figure("indexRight", of: summary) == [1, 2])
        #expect(figure("decimalsRight", of: summary) == [1, 2])
        #expect(figure("accepted", of: summary) == [2, 2])
        #expect(figure("acceptedAndWrong", of: summary) == [1, 2])
        #expect(figure("unreadableAccepted", of: summary) == [1, 1])
        #expect(figure("wrongOfAllAccepted", of: summary) == [2, 3])
        #expect(figure("windowsFound", of: summary) == [1, 2])
        #expect((summary["mistakes"] as? [String])?.count == 3)
        #expect(summary["peakMemoryMB"] as? Double ?? 0 > 5)
        let table = try evaluate([labels, "--model", model, "--features", folder.path("features.csv")])
        // 1 of 2 lies between 1.26 and 98.74 % (Clopper and Pearson, by R's binom.test).
        #expect(
            table.output.contains("index right                             1 of 2, 50 % (95 %: 1.3 % to 98.7 %)\n"))
        #expect(
            table.output.contains("unreadable, but accepted                1 of 1, 100 % (at most 100 % with 95 %)\n"))
        #expect(!table.output.contains("serial right"))
        let features = try String(contentsOfFile: folder.path("features.csv"), encoding: .utf8).split(separator: "\n")
        #expect(
            features.first
                == "file,index,decimals,decision,confidence,agreement,string,legible,heat,wheels,drift,runnerUp,leastWheel"
        )
        #expect(features.count == 4)
    }

    @Test(
        "The intervals are those of Clopper and Pearson, and the bound of no mistake is told by the rule of three too")
    func intervals() throws {
        try photos(["a.jpg"])
        // 19 right of 20, all accepted: the same photo 20 times.
        let rows = (0..<20).map { "a.jpg,\($0 == 7 ? "09999" : "02319")" }.joined(separator: "\n")
        let labels = try folder.write("labels.csv", "file,reading\n\(rows)\n")
        let summary = try summary(evaluate([labels, "--json", "--model", model]))
        let right = try #require(summary["indexRight"] as? [String: Double])
        #expect(right["count"] == 19)
        // R: binom.test(19, 20)$conf.int is 0.7512672 0.9987349; binom.test(1, 20, alternative = "less") ends at 0.2161069.
        #expect(right["low95"] == 0.75127)
        #expect(right["high95"] == 0.99873)
        let wrong = try #require(summary["acceptedAndWrong"] as? [String: Double])
        #expect(wrong["bound95"] == 0.21611)
        #expect((summary["mistakes"] as? [String])?.count == 1)

        let nine = try folder.write(
            "nine.csv", "file,reading\n" + String(repeating: "a.jpg,02319\n", count: 9))
        let table = try evaluate([nine, "--model", model])
        // 1 - 0.05^(1/9) is 0.2831, and 0.025^(1/9) is 0.6637.
        #expect(
            table.output.contains(
                "accepted and wrong                      none of 9 (at most 28 % with 95 %; rule of three: 3 in 9)\n"))
        #expect(table.output.contains("accepted                                9 of 9, 100 % (95 %: 66 % to 100 %)\n"))
    }

    @Test("Each photo is read by the weights of its own fold, and its features name the fold")
    func folds() throws {
        try photos(["a.jpg", "b.jpg", "c.jpg", "d.jpg"])
        let labels = try folder.write(
            "labels.csv", "file,reading\na.jpg,04711\nb.jpg,02319\nc.jpg,04711\nd.jpg,00815\n")
        let folds = try folder.write(
            "folds.tsv", "# by meter\nfile\tlegibility\tfold\na.jpg\treadable\t1\nb.jpg\t\t0\nc.jpg\t\t1\nd.jpg\t\t0\n")
        _ = try folder.write("fold-0.model", FixedModel().bytes())
        _ = try folder.write("fold-1.model", FixedModel(index: "04711").bytes())
        let features = folder.path("features.csv")
        let run = try evaluate(
            [labels, "--folds", folds, "--weights", folder.url.path, "--json", "--features", features])
        #expect(run.status == 0, "\(run.errors)")
        #expect(figure("indexRight", of: try summary(run)) == [3, 4])
        #expect(try lines(run).dropLast().map { $0["index"] as? String } == ["02319", "02319", "04711", "04711"])
        let table = try String(contentsOfFile: features, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",")
        }
        #expect(table.map { $0.last } == ["fold", "0", "0", "1", "1"])
        #expect(table.map { $0.first } == ["file", "b.jpg", "d.jpg", "a.jpg", "c.jpg"])
    }

    @Test("Folds that cannot be used say so before anything is read")
    func badFolds() throws {
        try photos(["a.jpg", "b.jpg"])
        let labels = try folder.write("labels.csv", "file,reading\na.jpg,04711\nb.jpg,02319\n")
        _ = try folder.write("fold-0.model", FixedModel().bytes())
        _ = try folder.write("fold-1.model", "no model at all")
        for (text, problem, status) in [
            ("file,part\na.jpg,0\n", ":1:1: the header lacks: fold.", Int32(1)),
            ("file,fold\na.jpg,0\n", "1 labelled photos have no fold in", 1),
            ("file,fold\na.jpg,0\nb.jpg,x\n", ":3:2: 'fold' must be a whole number from 0 to 999; it is 'x'.", 1),
            ("file,fold\na.jpg,0\na.jpg,1\n", ":3:1: 'file' has a fold already; it is 'a.jpg'.", 1),
            ("file,fold\na.jpg,0\nb.jpg,2\n", "fold-2.model: there is no such file, and fold 2 has photos", 2),
            ("file,fold\na.jpg,0\nb.jpg,1\n", "fold-1.model: this is not a model of the meter reader", 2),
        ] {
            let folds = try folder.write("folds.csv", text)
            let run = try evaluate([labels, "--folds", folds, "--weights", folder.url.path])
            #expect(run.status == status)
            #expect(run.errors.contains(problem), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test("How sure it said it was is set beside how often it was right, as figures and as a drawing")
    func reliability() throws {
        try photos(["a.jpg"])
        let labels = try folder.write(
            "labels.csv", "file,reading\na.jpg,02319\na.jpg,02319\na.jpg,04711\na.jpg,unreadable\n")
        // The probability of every photo is 1 / (1 + e⁻⁸), 0.99966.
        let drawing = folder.path("reliability.svg")
        let summary = try summary(evaluate([labels, "--json", "--model", model, "--reliability", drawing]))
        let reliability = try #require(summary["reliability"] as? [String: Any])
        let brier = try #require(reliability["brier"] as? Double)
        #expect(abs(brier - 2 * 0.99966 * 0.99966 / 4) < 0.0001)
        let bins = try #require(reliability["bins"] as? [[String: Any]])
        #expect(bins.count == 10)
        #expect(figure("right", of: bins[9]) == [2, 4])
        #expect(bins[9]["told"] as? Double == 0.9997)
        #expect(bins.dropLast().allSatisfy { $0["told"] is NSNull })
        let svg = try String(contentsOfFile: drawing, encoding: .utf8)
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
        #expect(svg.components(separatedBy: "<circle ").count == 2)
        // On the told side at 64 + 400 x 0.99966, on the right side half-way up.
        #expect(svg.contains(#"<circle cx="463.9" cy="256" r="5">"#))
        #expect(svg.contains(#"<line class="interval" x1="463.9" y1="429" x2="463.9" y2="83"/>"#))
        let nowhere = try evaluate([labels, "--model", model, "--reliability", folder.path("no/such/folder.svg")])
        #expect(nowhere.status == 9)
    }

    @Test("What is told of the meter can be nothing, its wheels, or all that the utility knows; the same in every run")
    func known() throws {
        try photos(["a.jpg"])
        // The photo reads 02319; of a meter at 93,210 that is far below the last index.
        let labels = try folder.write("labels.csv", "file,reading,red\na.jpg,93210,3\n")
        func uses(_ known: String) throws -> [[String: String]] {
            let run = try evaluate([labels, "--json", "--model", model, "--known", known])
            return try #require(try lines(run).first?["uses"] as? [[String: String]])
        }
        #expect(try uses("nothing").isEmpty)
        #expect(try uses("wheels").isEmpty)
        let meter = try uses("meter")
        #expect(meter.map { $0["code"] } == ["last-index-lowered-confidence", "interval-lowered-confidence"])
        let last = try #require(meter.first?["last"].flatMap { Int($0) })
        #expect((93_210 - 140...93_210 - 10).contains(last))
        #expect(try uses("meter") == meter)
        // The shipped model sees five black wheels; told six, it reads a red one as black and says so.
        let six = try folder.write("six.csv", "file,reading\na.jpg,163196\n")
        func reading(_ known: String) throws -> (index: String?, uses: [[String: String]]?) {
            let line = try lines(evaluate([six, "--json", "--known", known])).first
            return (line?["index"] as? String, line?["uses"] as? [[String: String]])
        }
        let (told, alone) = (try reading("wheels"), try reading("nothing"))
        #expect(told.index?.count == 6)
        #expect(told.uses?.first?["code"] == "wheel-count-chose-line")
        #expect(alone.index?.count == 5)
        #expect(alone.uses == [])
    }

    @Test("The digit reader reads equal slices of the labelled window with the wheel net alone, and accepts nothing")
    func digitReader() throws {
        try photos(["a.jpg", "b.jpg"])
        let wheel = try folder.write("wheel.model", FixedModel(wheel: 3).bytes())
        let labels = try folder.write(
            "labels.csv",
            "file,reading,decimals,window\na.jpg,33333,33,120;60;520;160\nb.jpg,33334,,120;60;520;160\n")
        let run = try evaluate([labels, "--json", "--digit-reader", "--model", wheel])
        #expect(run.status == 0, "\(run.errors)")
        let summary = try summary(run)
        #expect(figure("indexRight", of: summary) == [1, 2])
        #expect(figure("decimalsRight", of: summary) == [1, 1])
        #expect(figure("accepted", of: summary) == [0, 2])
        #expect(figure("windowsFound", of: summary) == [0, 0])
        let without = try evaluate([labels, "--digit-reader", "--model", model])
        #expect(without.status == 2)
        #expect(without.errors.contains("the model has no wheel net"))
    }

    @Test("Labels that are no labels, or name photos that are not there, say so")
    func badLabels() throws {
        for (text, problem, status) in [
            ("", ":1:1: the file is empty", Int32(1)),
            ("name,value\nx,1\n", ":1:1: the header lacks: file, reading.", 1),
            ("file,reading\na.jpg,12a\n", ":2:2: 'reading' is neither a reading nor 'unreadable'; it is '12a'.", 1),
            ("file,reading,window\na.jpg,12,1;2;3\n", ":2:3: 'window' must be a box x0;y0;x1;y1; it is '1;2;3'.", 1),
            ("file,reading,red\na.jpg,12,5\n", ":2:3: 'red' must be a whole number from 0 to 4; it is '5'.", 1),
            ("file,reading\n", "names no photo", 4), ("file,reading\na.jpg,12\n", "1 labelled photos are not there", 4),
        ] {
            let run = try evaluate([folder.write("labels.csv", text), "--model", model])
            #expect(run.status == status)
            #expect(run.errors.contains(problem), "\(run.errors)")
        }
    }
}
