import Foundation
import Testing

@Suite("endeks check vectors")
struct CheckVectorsTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let header = "case,pa_bara,ps_barg,t_soil_c,k"
    private static let good = "\(header)\nidentity,1.01325,0,15,1.00000\n"

    private func check(_ arguments: String...) throws -> EndeksRun {
        try EndeksRun(["check", "vectors", folder.url.path] + arguments)
    }

    @Test("Rows that agree end with 0, and the rows of each file are counted")
    func passes() throws {
        _ = try folder.write("k_factor.csv", Self.good)
        _ = try folder.write("notes.txt", "not a vector")
        let run = try check()
        #expect(run.status == 0)
        #expect(run.output == "k_factor     1 passed     0 failed\n1 rows passed, 0 failed\n")
        #expect(run.errors.isEmpty)
    }

    @Test("A figure that differs ends with 1 and shows both")
    func fails() throws {
        _ = try folder.write("k_factor.csv", "\(Self.header)\nidentity,1.01325,0,15,1.00001\n")
        let run = try check()
        #expect(run.status == 1)
        #expect(run.output.contains("k_factor.csv:2 identity: k expected 1.00001, computed 1.00000"))
    }

    @Test("A kind that is not built yet ends with 1 unless --only leaves it out")
    func notYet() throws {
        _ = try folder.write("k_factor.csv", Self.good)
        _ = try folder.write("telegrams.csv", "case\na\n")
        let run = try check()
        #expect(run.status == 1)
        #expect(run.output.contains("telegrams  not yet"))
        #expect(try check("--only", "k_factor").status == 0)
    }

    @Test(
        "A file of no kind, a missing column and a malformed number end with 10 and say where",
        arguments: [
            ("strange.csv", "a\n1\n", "strange.csv: no kind of vector has this name"),
            ("k_factor.csv", "case,pa_bara,ps_barg,k\na,1,0,1\n", "k_factor.csv:1: the header lacks: t_soil_c"),
            (
                "k_factor.csv", "\(header)\na,1.01325,0,15,\"1,00000\"\n",
                "k_factor.csv:2: column 'k': '1,00000' is not a number"
            ),
        ])
    func wrongFile(name: String, text: String, message: String) throws {
        _ = try folder.write(name, text)
        let run = try check()
        #expect(run.status == 10)
        #expect(run.errors.hasPrefix("endeks: \(message)"), "\(run.errors)")
    }

    @Test("Names that --only cannot follow end with 10, a folder that is not there with 4")
    func wrongArguments() throws {
        _ = try folder.write("k_factor.csv", Self.good)
        let unknown = try check("--only", "k_facto")
        #expect(unknown.status == 10)
        #expect(unknown.errors.contains("'k_facto' is no kind of vector; known are"))
        let absent = try check("--only", "rollover")
        #expect(absent.status == 10)
        #expect(absent.errors.contains("the folder has no rollover.csv"))
        #expect(try EndeksRun(["check", "vectors", folder.path("nowhere")]).status == 4)
        #expect(try EndeksRun(["check", "vectors", folder.path("k_factor.csv")]).status == 4)
        #expect(try EndeksRun(["check", "vectors"]).status == 64)
    }

    @Test("--json prints one object that a program can read")
    func json() throws {
        _ = try folder.write("k_factor.csv", "\(Self.header)\nidentity,1.01325,0,15,1.00001\n")
        let run = try check("--json")
        #expect(run.status == 1)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(report["passed"] as? Bool == false)
        #expect(report["rowsFailed"] as? Int == 1)
        let files = try #require(report["files"] as? [[String: Any]])
        let failures = try #require(files.first?["failures"] as? [[String: Any]])
        #expect(failures.first?["expected"] as? String == "1.00001")
        #expect(failures.first?["computed"] as? String == "1.00000")
    }
}
