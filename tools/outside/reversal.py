"""A customer objects to an invoice that was made of a photo; a clerk takes it back by keys alone, and the reply follows.

The photo was read for certain and billed. The customer writes that it is wrong, a clerk types another index in headless
Chromium, is asked once with both amounts, and presses Enter again; the service is killed while the decision takes effect.
What comes of it is one reversal, one invoice in its place, and one answer with its paper.
"""

import re
import signal

import harness
from harness import customer, envelope, expect, image, wait_for
from outcome import audit_is_whole
from review_page import Clerk

PHONE = "905550001106"


def money(text):
    """Kuruş of an amount such as `1.234,56`."""
    return int(re.sub(r"[.,]", "", text))


def billed(bench):
    """The photo is sent, read and answered with its invoice; (wamid, the invoice's number)."""
    jpeg = (bench.clone / "Images/photos/gas-06.jpg").read_bytes()
    wamid = "wamid.REVERSAL06"
    bench.post_until_taken(envelope(customer(
        image(wamid, bench.offer(jpeg), harness.base64_sha256(jpeg)), phone=PHONE)))
    answer = bench.wait_for_answer(wamid)
    expect(answer["kind"] == "document", f"the photo was not billed: {answer['words']}")
    return wamid, bench.rows("SELECT number FROM invoice")[0][0]


def objects(bench, wamid):
    message = {"id": "wamid.OBJECTION", "timestamp": image("", "")["timestamp"], "type": "text",
               "text": {"body": "İtiraz ediyorum, sayaç bunu göstermiyor"}, "context": {"id": wamid}}
    bench.post_until_taken(envelope(customer(message, phone=PHONE)))
    wait_for("the photo before a clerk", 20, lambda: bench.status()["photos"]["review"] == 1)


def takes_back(bench, number):
    """Nothing but keys: the name, the photo, another index, Enter, what is asked, Enter."""
    clerk = Clerk(bench.staff)
    try:
        clerk.open()
        clerk.press("Ayşe Deneme", "\ue007")
        clerk.wait("the queue", "h1", "1")
        clerk.press("\ue007")
        clerk.wait("the photo", "#index")
        clerk.press("07790")
        clerk.wait("the amount while typing", "#accept", "07790")
        clerk.press("\ue007")
        clerk.wait("what is taken back", "#ask", number)
        amounts = re.findall(r"\d[\d.]*,\d\d", clerk.text("#ask"))
        expect(len(amounts) >= 2, f"it asks without both amounts: {clerk.text('#ask')}")
        expect(not bench.rows("SELECT 1 FROM review_decision"), "one Enter took an invoice back")
        clerk.press("\ue007")
        clerk.wait("the decision", ".done h1", "07790")
        expect(not clerk.complaints(), f"the browser complains: {clerk.complaints()}")
        return [money(amount) for amount in amounts]
    finally:
        clerk.browser.quit()


def test(options):
    with harness.Bench(options) as bench:
        bench.import_subscribers(bench.clone / "Images/photos/subscribers.csv")
        bench.start_stand_in("--count", "0")
        # The service ends itself where the decision is taken, and the next start goes on with it.
        bench.start_service(ENDEKS_END_AT_STEP="decision-taken")
        wamid, number = billed(bench)
        objects(bench, wamid)
        amounts = takes_back(bench, number)
        wait_for("the end at decision-taken", 40, lambda: bench.service.child.poll() is not None)
        expect(bench.service.child.returncode == -signal.SIGKILL, "the service ended otherwise")
        made, ended = (len(bench.rows(f"SELECT 1 FROM {table}")) for table in ("invoice_reversal", "invoice"))
        expect(ended == 1 + made, f"half a decision was stored: {made} reversals, {ended} invoices")
        bench.start_service()
        wait_for("the invoice in its place", 40, lambda: bench.status()["invoices"] == 2)
        wait_for("the corrected reply", 40, lambda: [
            m for m in bench.answers_to(wamid) if m.get("document") and "07790" in bench.pdf_text(m)])
        bench.wait_until_idle()

        reversals = bench.rows(
            "SELECT i.number, v.payable_kurus, v.clerk FROM invoice_reversal v JOIN invoice i ON i.id = v.invoice")
        expect(len(reversals) == 1 and reversals[0][0] == number, f"taken back: {reversals}")
        expect(reversals[0][2] == "Ayşe Deneme", "the reversal names somebody else")
        old, new = bench.rows("SELECT payable_kurus FROM invoice ORDER BY id")
        expect(reversals[0][1] == -old[0], f"the reversal is of {reversals[0][1]}, the invoice of {old[0]}")
        expect({old[0], new[0]} <= set(amounts), f"asked with {amounts}, made {old[0]} and {new[0]}")
        owed = bench.rows("SELECT sum(kurus) FROM ledger_line WHERE account LIKE '120%'")[0][0]
        expect(owed == new[0], f"owed {owed}, the invoice in its place is of {new[0]}")
        expect(not bench.rows("SELECT entry FROM ledger_line GROUP BY entry HAVING sum(kurus) <> 0"),
               "a posting is not balanced")
        expect(audit_is_whole(bench), "the chain of the audit log is broken")
        # The same order again, from the command line, changes nothing.
        bench.run("bill", "reverse", number, "--reason", "index", "--clerk", "Ayşe Deneme", "--data", bench.data)
        expect(bench.status()["invoices"] == 2, "the reversal was made twice")
        expect(bench.service.stop() == 0, "the service did not end with 0")
    return "billed, objected to, taken back by keys through a kill; one reversal, one invoice in its place, its paper sent"


if __name__ == "__main__":
    harness.main("reversal", lambda: test(harness.arguments(__doc__)))
