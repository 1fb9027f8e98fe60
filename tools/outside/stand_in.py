"""pywa, which knows nothing of us, uses the stand-in as if it were WhatsApp: what it sends, and what it receives."""

import http.server
import logging
import threading

import harness
from harness import NUMBER, SECRET, TOKEN, VERIFY, Failure, expect
from pywa import WhatsApp, types, utils
from pywa.errors import WhatsAppError


def client(bench, **options):
    whatsapp = WhatsApp(phone_id=NUMBER, token=options.pop("token", TOKEN), server=None, app_secret=SECRET,
                        verify_token=VERIFY, webhook_endpoint="/webhook", **options)
    # As pywa's own documentation has no setting for it: its session is told another base address.
    whatsapp.api._session.base_url = f"http://127.0.0.1:{bench.graph}/v26.0"
    return whatsapp


class Receiver(http.server.ThreadingHTTPServer):
    """A webhook whose judge is pywa; the first post of each body is answered 500."""

    def __init__(self, port, whatsapp):
        super().__init__(("127.0.0.1", port), Handler)
        self.whatsapp, self.seen, self.lock, self.wrong = whatsapp, {}, threading.Lock(), []


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, status, text=""):
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def do_GET(self):
        query = dict(pair.split("=", 1) for pair in self.path.partition("?")[2].split("&"))
        text, status = self.server.whatsapp.webhook_challenge_handler(vt=query[utils.HUB_VT], ch=query[utils.HUB_CH])
        self.answer(status, text)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        problem = self.server.whatsapp.webhook_update_validator(body, self.headers.get(utils.HUB_SIG))
        with self.server.lock:
            times = self.server.seen[body] = self.server.seen.get(body, 0) + 1
            if problem:
                self.server.wrong.append(problem)
        if times == 1:
            return self.answer(500)
        # pywa answers 200 also where it could not parse: its handlers below tell whether it did.
        text, status = self.server.whatsapp.webhook_update_handler(body)
        self.answer(status, text)

    def log_message(self, *_):
        pass


def sends(bench):
    """Every kind of message that a client may send."""
    whatsapp = client(bench)
    media = whatsapp.upload_media(b"%PDF-1.4 test", mime_type="application/pdf", filename="fatura.pdf")
    whatsapp.send_message(to="905551112233", text="Merhaba", reply_to_message_id="wamid.IN")
    whatsapp.send_document(to="905551112233", document=media.id, caption="1.412,35 TL", filename="fatura.pdf")
    whatsapp.send_message(to="905551112233", text="Doğru mu?", buttons=[
        types.Button("Evet", callback_data="yes"), types.Button("Hayır", callback_data="no")])
    words = [message["words"] for message in bench.sent()]
    expect(words == ["Merhaba", "1.412,35 TL", "Doğru mu?"], f"the stand-in took {words}")
    expect(bench.sent()[0]["quotes"] == "wamid.IN", "the quoted message is lost")
    whatsapp.mark_message_as_read("wamid.IN")

    for what, wrong in [
        ("a wrong bearer", lambda: client(bench, token="wrong").send_message(to="905551112233", text="x")),
        ("a text of 4,097", lambda: whatsapp.send_message(to="905551112233", text="x" * 4097)),
        ("an unknown document", lambda: whatsapp.send_document(to="905551112233", document="1", filename="a.pdf")),
        ("XML", lambda: whatsapp.upload_media(b"<a/>", mime_type="application/xml", filename="a.xml")),
        ("an unknown medium", lambda: whatsapp.get_media_url("999")),
    ]:
        try:
            wrong()
        except WhatsAppError:
            continue
        raise Failure(f"{what} was taken")
    expect(len(bench.sent()) == 3, "a refused message was taken all the same")


def fetches(bench):
    """A customer's media: the address expires, and is nobody's without the bearer."""
    whatsapp = client(bench)
    media = bench.offer(b"\xff\xd8\xff\xd9")
    link = whatsapp.get_media_url(media)
    expect(whatsapp.get_media_bytes(link.url) == b"\xff\xd8\xff\xd9", "other bytes came back")
    path = "/" + link.url.split("/", 3)[3]
    expect(harness.request(bench.graph, "GET", path)[0] == 401, "the bytes came without the bearer")
    harness.time.sleep(2.1)
    expect(harness.request(bench.graph, "GET", path, headers={"Authorization": f"Bearer {TOKEN}"})[0] == 404,
           "the address outlived its time")


def receives(bench):
    """What the stand-in posts is signed and parsed by pywa; what is answered 500 comes again, the same bytes."""
    messages, statuses = [], []
    whatsapp = client(bench, skip_duplicate_updates=False, filter_updates=False)
    whatsapp.on_message()(lambda _, message: messages.append(message))
    whatsapp.on_message_status()(lambda _, status: statuses.append(status))
    receiver = Receiver(bench.hook, whatsapp)
    threading.Thread(target=receiver.serve_forever, daemon=True).start()
    bench.start_stand_in("--rate", "20", "--hold", "--documents", "0.3")
    # Three of the twelve customers are known by phone alone, as before 2026; pywa 4 does not parse those.
    harness.wait_for("nine photos", 15, lambda: len(messages) >= 9)
    for message in messages[:9]:
        wamid = message.id
        if message.image:
            expect(message.image.mime_type == "image/jpeg", "an image that is no JPEG")
        else:
            expect(message.document.mime_type == "image/jpeg", "a document that is no JPEG")
        client(bench).send_message(to=message.from_user.wa_id or message.from_user.bsuid, text="ok",
                                   reply_to_message_id=wamid, tracker="answer:1")
    harness.wait_for("27 statuses", 15, lambda: len(statuses) >= 27)
    harness.wait_for("every body twice", 15, lambda: len(receiver.seen) == 12 + 27 and set(receiver.seen.values()) == {2})
    receiver.shutdown()
    expect(not receiver.wrong, f"pywa refused {receiver.wrong[:1]}")
    expect(any(not message.image for message in messages), "no photo came as a document")
    expect({status.status.value for status in statuses} == {"sent", "delivered", "read"}, "a status is missing")


def test(options):
    logging.disable()
    with harness.Bench(options) as bench:
        bench.start_stand_in("--count", "0", "--media-lifetime", "2")
        sends(bench)
        fetches(bench)
        expect(bench.stand_in.stop() == 0, "the stand-in did not end with 0")
        receives(bench)
    return "pywa sent, fetched and received as with the real channel"


if __name__ == "__main__":
    given = harness.arguments(__doc__)
    harness.main("stand_in", lambda: test(given))
