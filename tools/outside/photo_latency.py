"""From a photo's webhook to its reply, at a steady rate; the customers run on the same machine."""

import json

import harness
from fleet import Fleet
from harness import expect


def test(options):
    count = int(options.rate * options.seconds)
    with harness.Bench(options) as bench:
        fleet = Fleet(bench, count - 12, size=1600, seed=7, real=12)
        bench.import_subscribers(fleet.subscribers)
        report = bench.folder / "report.json"
        # The stand-in comes first, as the service's Graph API; its photos are repeated until the service takes them.
        bench.start_stand_in("--rate", str(options.rate), "--report", report, "--patience", "120",
                             photos=fleet.folder, subscribers=fleet.subscribers)
        bench.start_service()
        most = 0
        while bench.stand_in.child.poll() is None:
            most = max(most, harness.memory_of(bench.service.child.pid))
            harness.time.sleep(1)
        told = json.loads(report.read_text())
        expect(len(told["photos"]) == count and told["unanswered"] == 0 and told["answeredTwice"] == 0,
               f"{told['unanswered']} of {len(told['photos'])} unanswered, {told['answeredTwice']} twice")
        memory, state = harness.memory_of(bench.service.child.pid), bench.status()
        expect(state["jobs"]["dead"] == 0, f"dead letters: {state}")
        times = told["latency"]
        expect(not options.at_most or times["p95"] <= options.at_most, f"P95 {times['p95']} ms")
    return (f"{count} photos at {options.rate}/s: P50 {times['p50'] / 1000:.2f} s, P95 {times['p95'] / 1000:.2f} s, "
            f"P99 {times['p99'] / 1000:.2f} s, most {times['max'] / 1000:.2f} s; {state['photos']['accepted']} accepted, "
            f"{state['photos']['review']} to review, {state['photos']['refused']} refused; the service then has "
            f"{memory:.0f} MB (most {most:.0f} MB), workers apart")


if __name__ == "__main__":
    given = harness.arguments(__doc__, rate=(2.0, "photos a second"), seconds=(300, "how long"),
                              at_most=(0, "milliseconds of the P95, or it fails"))
    harness.main("photo_latency", lambda: test(given))
