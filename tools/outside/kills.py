"""kill -9 at each named step and at random moments: the state is that of a run that nobody disturbed.

Nothing is lost, and no reading, invoice or reply is made twice; the stand-in tells statuses and repeats what is not
answered 200, as WhatsApp does.
"""

import random
import signal
import time

import harness
import outcome
from fleet import Fleet
from harness import Failure, customer, envelope, expect, image

# The steps of a photo without a clerk, as `PipelineStep` names them.
STEPS = ("webhook-received", "webhook-stored", "inbox-parsed", "media-asked", "media-fetched", "blob-stored",
         "photo-fetched", "notice-posted", "photo-read", "photo-decided", "document-drawn", "document-uploaded",
         "send-marked", "send-posted", "send-accepted", "status-stored")

# Those of a clerk's decision, which takes effect after ten seconds.
CLERKS_STEPS = ("decision-made", "decision-taken")


class Run:
    """A fleet whose photos are posted one after the other to a service that may die at any time."""

    def __init__(self, bench, fleet):
        self.bench, self.fleet, self.sent, self.waiting, self.decided = bench, fleet, {}, [], []
        bench.import_subscribers(fleet.subscribers)
        bench.start_stand_in("--count", "0", photos=fleet.folder, subscribers=fleet.subscribers)

    def next_photo(self):
        """Another member's photo, to be posted until it is taken."""
        member = self.fleet.members[len(self.sent)]
        jpeg = (self.fleet.folder / member["file"]).read_bytes()
        wamid = f"wamid.KILLS{len(self.sent):05d}=="
        self.sent[wamid] = member["file"]
        self.waiting.append(envelope(customer(
            image(wamid, self.bench.offer(jpeg), harness.base64_sha256(jpeg)), member["whatsapp"], member["bsuid"])))

    def post(self):
        """Posts what has not been answered 200."""
        self.waiting = [body for body in self.waiting if self.bench.post(body) != 200]

    def restart(self, **environment):
        """A kill leaves whatever it leaves; the next start has to cope."""
        self.bench.service.kill()
        self.bench.start_service(ready=False, **environment)

    def is_dead(self):
        return self.bench.service.child.poll() is not None

    def settle(self, seconds):
        """Waits until everything has its end."""
        if self.is_dead():
            self.restart()
        self.bench.wait_until_ready()
        harness.wait_for("every webhook taken", 60, lambda: self.post() or not self.waiting)
        harness.wait_for("every photo answered", seconds, lambda: len(
            {m["quotes"] for m in self.bench.sent() if m["callback"].startswith("answer:")}) >= len(self.sent))
        # A message that was cut off waits for its grace, and a second answer that must not come would come then.
        time.sleep(4)
        self.bench.wait_until_idle(seconds)
        return outcome.check(self.bench, self.sent, self.decided)


def decide(run):
    """A clerk corrects a photo that waits to what it really shows."""
    shown = {member["file"]: member.get("truth") for member in run.fleet.members}
    for photo, wamid in run.bench.rows(
            "SELECT photo.id, external_id FROM photo JOIN message ON message.id = photo.message WHERE outcome = 'review'"):
        index = shown[run.sent[wamid]]
        if not index or wamid in run.decided:
            continue
        status, _ = run.bench.staff_form(
            f"/review/{photo}/decision", {"action": "accept", "index": index, "checked": "1"}, run.bench.sign_in("Ayşe"))
        if status == 303:
            run.decided.append(wamid)
            return
    raise Failure("no photo that waits could be decided")


def undisturbed(options, make_fleet, count):
    """What the same photos come to when nobody kills anything."""
    with harness.Bench(options) as bench:
        run = Run(bench, make_fleet(bench))
        bench.start_service()
        for _ in range(count):
            run.next_photo()
            run.post()
        run.settle(30 + 2 * count)
        return outcome.photos(bench)


def named(options, make_fleet):
    """Each step once: the service ends itself there, and the next start goes on."""
    with harness.Bench(options) as bench:
        run = Run(bench, make_fleet(bench))
        for step in STEPS:
            if bench.service:
                bench.service.kill()
            bench.start_service(ready=False, ENDEKS_END_AT_STEP=step)
            run.next_photo()
            harness.wait_for(f"the end at {step}", 30, lambda: run.post() or run.is_dead())
            status = bench.service.child.returncode
            expect(status == -signal.SIGKILL, f"at {step} the service ended with {status}")
        bench.start_service()
        run.settle(90)
        for step in CLERKS_STEPS:
            bench.service.kill()
            bench.start_service(ready=not run.decided, ENDEKS_END_AT_STEP=step)
            if not run.decided:
                decide(run)
            # It takes effect after ten seconds, and the next start goes on with it.
            harness.wait_for(f"the end at {step}", 30, run.is_dead)
            expect(bench.service.child.returncode == -signal.SIGKILL, f"at {step} it ended otherwise")
        bench.start_service()
        harness.wait_for("the clerk's word", 60, lambda: all(len(bench.answers_to(w)) == 2 for w in run.decided))
        run.settle(60)
        ours = [row for row in outcome.photos(bench) if row[-1] and "verdict" in row[-1]]
        expect(len(ours) == 1 and all(row[2] == "accepted" and row[5] for row in ours),
               f"a clerk's decision ended as {ours}")
        return len(STEPS) + len(CLERKS_STEPS), [row for row in outcome.photos(bench) if row not in ours]


def at_random(options, make_fleet, kills, seed):
    """`kills` at moments that nobody chose, while photos come in."""
    chance = random.Random(seed)
    with harness.Bench(options) as bench:
        run = Run(bench, make_fleet(bench))
        bench.start_service()
        began = len(run.fleet.members) / kills
        for number in range(kills):
            while len(run.sent) < min(len(run.fleet.members), int((number + 1) * began)):
                run.next_photo()
            end = time.monotonic() + chance.expovariate(1 / 0.7) + 0.05
            while time.monotonic() < end:
                run.post()
                time.sleep(0.01)
            run.restart()
            if number % 5 == 4:
                # Now and then it may come to rest, so that photos are also answered between the kills.
                bench.wait_until_ready()
        while len(run.sent) < len(run.fleet.members):
            run.next_photo()
        run.settle(60 + 2 * len(run.fleet.members))
        return outcome.photos(bench)


def compared(name, found, wanted):
    if found == wanted:
        return
    more, less = [row for row in found if row not in wanted], [row for row in wanted if row not in found]
    raise Failure(f"{name}: another state. Only here: {more[:3]}; only undisturbed: {less[:3]}")


def test(options):
    count = max(len(STEPS) + 4, options.photos)

    def make_fleet(bench):
        return Fleet(bench, count - 4, size=640, seed=options.seed, real=4)

    wanted = undisturbed(options, make_fleet, count)
    expect(len({row[2] for row in wanted}) >= 2, f"the photos all end alike: {wanted[:2]}")
    random_state = at_random(options, make_fleet, options.kills, options.seed)
    compared(f"{options.kills} random kills", random_state, wanted)
    told = f"{options.kills} random kills"
    if not options.only_random:
        steps, state = named(options, make_fleet)
        # Of the fleet, as many photos as there are steps were sent.
        expect(all(row in wanted for row in state), f"kills at steps: another state: {[r for r in state if r not in wanted][:3]}")
        told += f" and {steps} named steps"
    return f"{told}, {count} photos: the state of an undisturbed run"


if __name__ == "__main__":
    given = harness.arguments(
        __doc__, kills=(20, "kills at random moments"), photos=(24, "photos"), seed=(11, "seed of moments and fleet"),
        only_random=(False, "leave the named steps out"))
    harness.main("kills", lambda: test(given))
