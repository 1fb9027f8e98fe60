"""The real binary, seen by pywa: pywa makes sure of what we post, and parses what the service sends.

A webhook that always says 200 fails here, and so does one that answers a photo twice.
"""

import hashlib
import json
import logging
import re
import time

import harness
from harness import NUMBER, SECRET, VERIFY, customer, envelope, expect, image, request, signature
from pywa import WhatsApp

JPEG_TYPE = "image/jpeg"


class Judge:
    """pywa as the webhook: it must take every payload that we post as WhatsApp's own."""

    def __init__(self):
        self.seen = []
        self.whatsapp = WhatsApp(phone_id=NUMBER, token="x", server=None, app_secret=SECRET, verify_token=VERIFY,
                                 filter_updates=False, skip_duplicate_updates=False)
        for hook in (self.whatsapp.on_message, self.whatsapp.on_message_status, self.whatsapp.on_callback_button,
                     self.whatsapp.on_outgoing_message):
            hook()(lambda _, update: self.seen.append(update))

    def parse(self, body):
        """What pywa makes of a body; it answers 200 even where it could not parse, so the handler must have run."""
        expect(self.whatsapp.webhook_update_validator(body, signature(body)) is None, "pywa refuses our signature")
        expect(self.whatsapp.webhook_update_validator(body + b" ", signature(body)) is not None, "pywa takes anything")
        self.seen.clear()
        self.whatsapp.webhook_update_handler(body)
        expect(len(self.seen) == 1, f"pywa did not parse {body[:400]!r}")
        return self.seen[0]


class Case:
    """One running service with its stand-in, and what the checks share."""

    def __init__(self, bench):
        self.bench, self.judge, self.number = bench, Judge(), 0
        self.photos = bench.clone / "Images/photos"

    def wamid(self):
        self.number += 1
        return f"wamid.OUTSIDE{self.number:04d}=="

    def photo(self, name, phone=None, bsuid=None, kind="image", extra=b""):
        """A customer sends a photo: (wamid, body). `extra` behind the JPEG's end makes other bytes of the same picture."""
        jpeg = (self.photos / name).read_bytes() + extra
        wamid = self.wamid()
        digest = harness.base64_sha256(jpeg)
        body = envelope(customer(image(wamid, self.bench.offer(jpeg), digest, kind), phone, bsuid))
        if bsuid:  # pywa 4 parses no payload from before the business-scoped ids.
            expect(self.judge.parse(body).id == wamid, "pywa read another id")
        return wamid, body

    def send(self, *given, **named):
        wamid, body = self.photo(*given, **named)
        expect(self.bench.post(body) == 200, "a signed photo was not answered 200")
        return wamid

    def outcome(self, wamid):
        rows = self.bench.rows(
            "SELECT photo.outcome FROM photo JOIN message ON message.id = photo.message "
            f"WHERE message.external_id = '{wamid}'")
        expect(len(rows) == 1, f"{wamid} is {len(rows)} photos")
        return rows[0][0]


def unquoted(message):
    """Whether it is an answer that quotes nothing."""
    return message["callback"].startswith("answer:") and not message.get("quotes")


def handshake(case):
    for token, status in ((VERIFY, 200), ("wrong", 403), ("", 403)):
        path = f"/webhook?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token={token}"
        got, body = request(case.bench.hook, "GET", path)
        expect(got == status, f"handshake with {token!r}: {got}")
        expect(status == 403 or body == b"1158201444", f"another challenge came back: {body!r}")


def signatures(case):
    _, body = case.photo("gas-06.jpg", phone="905550009999")
    for what, header in (
        ("none", None), ("a wrong secret", signature(body, "other")), ("another body's", signature(body + b" ")),
        ("no scheme", signature(body)[7:]), ("cut", signature(body)[:-2]), ("rubbish", "sha256=ğ".encode().decode("latin-1")),
    ):
        status = case.bench.post(body, sign=False, **({"X-Hub-Signature-256": header} if header else {}))
        expect(status == 401, f"signature {what}: {status}")
    expect(case.bench.status()["photos"]["received"] == 0, "an unsigned photo was taken in")


def garbage(case):
    deep = b"[" * 100_000
    for what, body in (("cut", b'{"object":"whatsapp_bus'), ("deep", deep), ("binary", bytes(range(256))), ("empty", b""),
                       ("unknown field", json.dumps({"object": "x", "entry": [{"changes": [{"field": "new"}]}]}).encode())):
        expect(case.bench.post(body) == 200, f"signed, {what}: not 200")
    expect(case.bench.post(b" " * (3 << 20) + b" ") == 413, "3 MB and a byte: not 413")


def accepted(case):
    """An image that is read for certain: one document, whose PDF holds the amount and the day of the caption."""
    wamid, body = case.photo("gas-06.jpg", phone="905550001106", bsuid="TR.77001122331106")
    for _ in range(3):
        expect(case.bench.post(body) == 200, "the same body again: not 200")
    answer = case.bench.wait_for_answer(wamid)
    expect(answer["kind"] == "document", f"the answer is {answer['kind']}: {answer['words']}")
    amount = re.search(r"\d{1,3}(?:\.\d{3})*,\d\d TL", answer["words"])
    due = re.search(r"\d\d\.\d\d\.\d{4}", answer["words"])
    expect(amount and due, f"no amount or day in {answer['words']!r}")
    text = case.bench.pdf_text(answer)
    figure = amount[0].removesuffix(" TL")
    expect(figure in text and due[0] in text and "07797" in text, f"the PDF does not hold {figure}, {due[0]} and 07797")
    expect(re.search(r"\b[A-Z]{3}20\d{2}\d{9}\b", text), "the PDF has no invoice number")
    payable = case.bench.rows("SELECT count(*) FROM photo WHERE invoice IS NOT NULL")[0][0]
    expect(payable == 1, f"{payable} photos have an invoice")
    # The same message in another body: nothing at all.
    sent = len(case.bench.sent())
    again = body.replace(b'"Deneme Abone"', b'"Deneme  Abone"')
    expect(again != body and case.bench.post(again) == 200, "the same message in another body: not 200")
    # The same bytes under a new id: the first answer again, and no second reading.
    readings = case.bench.status()["readings"]
    repeat = case.send("gas-06.jpg", phone="905550001106", bsuid="TR.77001122331106")
    told = case.bench.wait_for_answer(repeat)
    expect(amount[0] in told["words"], f"the repetition is answered with {told['words']!r}")
    expect(case.outcome(repeat) == "refused" and case.bench.status()["readings"] == readings, "a repetition was read")
    expect(len(case.bench.sent()) == sent + 1, "the repeated message was answered too")
    return wamid


def identities(case):
    """Known by the business-scoped id alone, and by the phone alone as before 2026."""
    scoped = case.send("gas-12.jpg", bsuid="TR.77001122331112")
    phone = case.send("gas-01.jpg", phone="905550001101")
    document = case.send("gas-04.jpg", bsuid="TR.77001122331104", kind="document")
    answer = case.bench.wait_for_answer(scoped)
    expect(answer.get("businessScopedID") == "TR.77001122331112" and not answer.get("phone"), f"sent to {answer}")
    expect(case.bench.wait_for_answer(phone).get("phone") == "905550001101", "sent to another phone")
    expect(case.bench.wait_for_answer(document)["kind"] == "document", "a JPEG sent as a document was not billed")


def strangers(case):
    """Unknown: told how to link, and the photo stays unread. Not a photo: one kind answer."""
    stranger = case.send("gas-06.jpg", phone="905550009999")
    told = case.bench.wait_for_answer(stranger)
    expect(told["kind"] == "text" and case.outcome(stranger) == "refused", f"a stranger is told {told['words']!r}")
    audio = case.wamid()
    body = envelope(customer({"id": audio, "timestamp": str(int(time.time())), "type": "audio",
                              "audio": {"id": "900100200302", "mime_type": "audio/ogg; codecs=opus", "sha256": "x", "voice": True}},
                             "905550001102", "TR.77001122331102"))
    case.judge.parse(body)
    expect(case.bench.post(body) == 200, "audio: not 200")
    case.bench.wait_for_answer(audio)


def three_changes(case):
    """A status of a message that is not ours, a photo, and a text in one POST: none hides another."""
    wamid, _ = case.photo("gas-03.jpg", phone="905550001103")
    media = case.bench.offer((case.photos / "gas-03.jpg").read_bytes())
    words = case.wamid()
    body = envelope(
        {"statuses": [{"id": "wamid.NOBODY", "status": "failed", "timestamp": "x", "errors": "none"}]},
        customer(image(wamid, media), "905550001103"),
        customer({"id": words, "timestamp": str(int(time.time())), "type": "text", "text": {"body": "faturam ne kadar"}},
                 "905550001107"))
    expect(case.bench.post(body) == 200, "three changes: not 200")
    case.bench.wait_for_answer(wamid)
    case.bench.wait_for_answer(words)


def statuses(case, wamid):
    """read, then sent, then delivered: the message stays read."""
    out = case.bench.answers_to(wamid)[0]["id"]
    for status in ("read", "sent", "delivered", "sent"):
        body = envelope({"contacts": [{"wa_id": "905550001106", "user_id": "TR.77001122331106"}], "statuses": [
            {"id": out, "status": status, "timestamp": str(int(time.time())), "recipient_id": "905550001106",
             "recipient_user_id": "TR.77001122331106"}]})
        expect(case.judge.parse(body).status.value == status, "pywa read another status")
        expect(case.bench.post(body) == 200, "a status: not 200")
    case.bench.wait_until_idle()
    state = case.bench.rows(f"SELECT state FROM outbox WHERE external_id = '{out}'")[0][0]
    expect(state == "read", f"after read, sent, delivered the message is {state}")


def person(case, wamid):
    """A button that asks for a person moves the accepted photo into the review queue, and is answered once."""
    expect(case.outcome(wamid) == "accepted", "the photo was not accepted")
    ours = case.bench.answers_to(wamid)[0]["id"]
    press = case.wamid()
    body = envelope(customer(
        {"id": press, "timestamp": str(int(time.time())), "type": "button", "context": {"from": "908500000000", "id": ours},
         "button": {"payload": "YETKILI", "text": "Yetkili"}}, "905550001106", "TR.77001122331106"))
    case.judge.parse(body)
    expect(case.bench.post(body) == 200, "a button: not 200")
    # It quotes the button and not the photo: that one has its answer.
    harness.wait_for("a kind word", 10, lambda: case.bench.answers_to(press))
    harness.wait_for("the objection", 10, lambda: case.outcome(wamid) == "review")


def what_we_send(case):
    """pywa parses every message of ours, within the limits that WhatsApp documents (the stand-in holds those)."""
    for message in case.bench.sent():
        body = json.loads(message["body"])
        kind = body["type"]
        echo = {"from": "908500000000", "to": body.get("to", "905550000000"), "id": message["id"],
                "timestamp": str(message["takenAt"] // 1000), "type": kind, kind: dict(body[kind])}
        if kind == "document":
            echo[kind] |= {"mime_type": "application/pdf", "sha256": "x"}
        wrapped = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [
            {"field": "smb_message_echoes", "value": {
                "messaging_product": "whatsapp",
                "metadata": {"display_phone_number": "908500000000", "phone_number_id": NUMBER},
                "contacts": [{"wa_id": echo["to"], "user_id": body.get("recipient", "TR.1")}],
                "message_echoes": [echo]}}]}]}).encode()
        parsed = case.judge.parse(wrapped)
        expect((parsed.text or parsed.caption) == message["words"], f"pywa reads {parsed} for {message['words']!r}")
        expect(message["callback"].startswith(("notice:", "answer:")), f"callback data {message['callback']}")
        expect(sum(key in body for key in ("to", "recipient")) == 1, "both or neither of to and recipient")


def personal_data(case):
    """No phone, business-scoped id, wamid, name or subscriber number in the log; each line is JSON."""
    text = case.bench.service.log.read_text()
    for line in text.splitlines():
        json.loads(line)
    for what in ("90555000", "TR.7700", "wamid", "41000011", "Deneme", "Taslak", "OUTSIDE"):
        expect(what not in text, f"the log holds {what!r}")


def test(options):
    logging.disable()
    with harness.Bench(options) as bench:
        bench.import_subscribers(bench.clone / "Images/photos/subscribers.csv")
        bench.start_stand_in("--count", "0")
        bench.start_service()
        case = Case(bench)
        handshake(case)
        signatures(case)
        garbage(case)
        first = accepted(case)
        identities(case)
        strangers(case)
        three_changes(case)
        statuses(case, first)
        person(case, first)
        bench.wait_until_idle()
        twice = [m["quotes"] for m in bench.sent() if m.get("quotes")]
        expect(len(twice) == len(set(twice)), "something was answered twice")
        expect(not any(map(unquoted, bench.sent())), "an answer quotes nothing")
        what_we_send(case)
        personal_data(case)
        state = bench.status()
        expect(state["jobs"]["dead"] == 0, f"dead letters: {state}")
        expect(state["replies"] == len(bench.sent()), f"{state['replies']} replies, and {len(bench.sent())} were taken")
        expect(bench.service.stop() == 0, "the service did not end with 0")
    return f"{case.number} messages; pywa took what was posted and parsed all that was sent"


if __name__ == "__main__":
    given = harness.arguments(__doc__)
    harness.main("service", lambda: test(given))
