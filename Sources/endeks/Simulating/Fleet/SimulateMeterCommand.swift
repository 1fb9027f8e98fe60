import ArgumentParser
import CustomerSimulator
import FleetExport
import FleetSimulator
import Foundation
import PhotoSimulator
import Quantities

/// `endeks simulate meter`.
struct SimulateMeterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meter",
        abstract: "Show one meter of a scenario at one hour: its wheels, its truth and its faults; or draw its face.",
        discussion: """
            ID is the meter's number in the fleet (0 is the first); a number that is none of those is taken for a serial \
            [seri no], that of a meter which takes its place too, or an installation [tesisat no].

            \(EndeksExit.table([.done, .failed, .outputNotWritable, .usage]))
            """)

    @Argument(help: ArgumentHelp(ScenarioSource.help, valueName: "scenario"))
    var scenario: String

    @Argument(help: "The meter.")
    var id: Int

    @Option(
        help: ArgumentHelp(
            "When: 2026-03-10T14:00, a full hour of UTC+3, or a day for its midnight.", valueName: "time"))
    var at: String

    @Flag(help: "Print one JSON object.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Draw its face as a customer photographs it, with these wheels and this serial.", valueName: "file.jpg"))
    var photo: String?

    func run() throws {
        do {
            let source = try ScenarioSource(scenario)
            let fleet = PlannedFleet(source.plan)
            let hour = try hour(in: source.plan)
            let portrait = MeterPortrait(of: try number(in: fleet), in: fleet, at: hour)
            print(json ? try portrait.json() : portrait.text, terminator: "")
            if let photo { try draw(portrait, source.plan.seed, to: photo) }
        } catch let failure as CommandFailure {
            throw failure.end()
        } catch let error as Problem {
            StandardError.print("endeks: \(error.words)")
            throw error.exit.code
        } catch {
            StandardError.print("endeks: \(error)")
            throw EndeksExit.failed.code
        }
    }

    private struct Problem: Error {
        let exit: EndeksExit
        let words: String
    }

    private func hour(in plan: FleetPlan) throws -> FleetHour {
        let parts = at.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count <= 2, let date = try? CivilDate(iso8601: String(parts[0])),
            let ofDay = parts.count == 1 ? 0 : FleetTime.hour(parts[1])
        else { throw Problem(exit: .usage, words: "--at must be a full hour such as 2026-03-10T14:00, or a day.") }
        let hour = FleetHour(date, hour: ofDay)
        guard hour >= plan.hours.lowerBound, hour <= plan.hours.upperBound else {
            throw Problem(
                exit: .usage,
                words: "\(at) lies outside of the scenario, \(plan.start) to \(plan.end). [Senaryonun dışında.]")
        }
        return hour
    }

    private func number(in fleet: PlannedFleet) throws -> Int {
        if id >= 0, id < fleet.plan.count { return id }
        let found = (0..<fleet.plan.count).first { fleet.installation(of: $0) == id } ?? fleet.meter(ofSerial: id)
        guard let found else {
            throw Problem(
                exit: .usage,
                words:
                    "the scenario has meters 0 to \(fleet.plan.count - 1), and none with the number \(id). [Sayaç yok.]"
            )
        }
        return found
    }

    private func draw(_ portrait: MeterPortrait, _ seed: UInt64, to path: String) throws {
        let renderer = try PhotoRenderer(fonts: try FontSet())
        let face = portrait.face
        let profile = try ShippedProfile.easy.profile()
        var attempt: UInt64 = 0
        var scene: Scene
        repeat {
            scene = Scene(
                seed: seed, number: UInt64(portrait.serial), framing: .whole, longSide: 1600, profile: profile,
                face: face, attempt: attempt)
            attempt += 1
        } while attempt < 100 && !renderer.truth(of: scene, file: path).readable
        do {
            try Data(renderer.jpeg(of: scene)).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Problem(exit: .outputNotWritable, words: "\(path) cannot be written: \(error.localizedDescription)")
        }
    }
}

/// Times of day in arguments.
enum FleetTime {
    /// The hour of `14:00`, nil where it is none, or no full one.
    static func hour(_ text: Substring) -> Int? {
        guard text.utf8.count == 5, text.hasSuffix(":00"), let hour = Int(text.prefix(2)), (0...24).contains(hour)
        else { return nil }
        return hour
    }
}

extension MeterPortrait {
    /// The face that the renderer draws of it.
    var face: MeterFace {
        let look = MeterLook(
            group.kind, size: group.size, serial: serial, yearlyCubicMetres: Int(meanYear / 1_000_000))
        return MeterFace(
            kind: look.kind, housing: look.housing, blackWheels: group.blackWheels, counter: wheels,
            serial: String(serial), year: fitted, size: group.size?.name)
    }
}
