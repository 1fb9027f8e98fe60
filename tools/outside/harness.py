"""Starts the real binary and the stand-in for WhatsApp, and looks at both from outside."""

import argparse
import base64
import hashlib
import hmac
import http.client
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse
from pathlib import Path

SECRET, VERIFY, TOKEN, NUMBER = "outside-app-secret", "outside-verify", "outside-bearer", "310000000000001"
ENVIRONMENT = {
    "ENDEKS_WHATSAPP_APP_SECRET": SECRET,
    "ENDEKS_WHATSAPP_VERIFY_TOKEN": VERIFY,
    "ENDEKS_WHATSAPP_TOKEN": TOKEN,
}


class Failure(Exception):
    """Something does not hold; the message says what."""


def expect(holds, message):
    if not holds:
        raise Failure(message)


def arguments(description, **options):
    """The arguments that every test has, and its own: name=(default, help)."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--endeks", required=True, help="the built command")
    parser.add_argument("--clone", type=Path, required=True, help="the folder of this clone")
    parser.add_argument("--keep", action="store_true", help="leave the scratch folder, and say where it is")
    for name, (default, text) in options.items():
        if default is False:
            parser.add_argument("--" + name.replace("_", "-"), action="store_true", help=text)
        else:
            parser.add_argument("--" + name.replace("_", "-"), type=type(default), default=default, help=text)
    return parser.parse_args()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(what, seconds, probe, pause=0.02):
    """What `probe` gives as soon as it is true."""
    end = time.monotonic() + seconds
    while True:
        found = probe()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {seconds} s")
        time.sleep(pause)


def request(port, method, path, body=None, headers=None, timeout=20):
    """One request to this machine: (status, body); status 0 where nobody answered."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()


def memory_of(process):
    """The resident memory of a process in MB, without its children."""
    try:
        with open(f"/proc/{process}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    except (OSError, StopIteration):
        return 0


def signature(body, secret=SECRET):
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def base64_sha256(content):
    return base64.b64encode(hashlib.sha256(content).digest()).decode()


def envelope(*values):
    """One POST with a change for each value."""
    head = {"messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "908500000000", "phone_number_id": NUMBER}}
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "102290129340398", "changes": [
        {"field": "messages", "value": head | value} for value in values]}]}).encode()


def customer(value, phone=None, bsuid=None):
    """A message, from a customer known by phone, by business-scoped id, or by both."""
    contact, message = {"profile": {"name": "Deneme Abone"}}, dict(value)
    if phone:
        contact["wa_id"] = message["from"] = phone
    if bsuid:
        contact["user_id"] = message["from_user_id"] = bsuid
    return {"contacts": [contact], "messages": [message]}


def image(wamid, media, digest=None, kind="image", at=None):
    content = {"id": media, "mime_type": "image/jpeg"} | ({"sha256": digest} if digest else {})
    return {"id": wamid, "timestamp": str(int(at or time.time())), "type": kind, kind: content}


class Process:
    """A child with its output in a file; it never outlives the test."""

    def __init__(self, command, log, **environment):
        self.log = Path(log)
        self.child = subprocess.Popen(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=open(log, "ab"), stderr=subprocess.STDOUT,
            env=os.environ | ENVIRONMENT | environment)

    def kill(self):
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()

    def stop(self, seconds=10):
        """Asks it to end; its exit status."""
        if self.child.poll() is None:
            self.child.terminate()
        try:
            return self.child.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure(f"did not end within {seconds} s of SIGTERM (log: {self.log})")

    def last_lines(self, count=12):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-count:])


class Bench:
    """A scratch folder with a data folder, a configuration, the stand-in and the service."""

    def __init__(self, options, grace=2, workers=2):
        self.endeks, self.clone, self.keep = options.endeks, options.clone, options.keep
        self.folder = Path(tempfile.mkdtemp(prefix="endeks-outside-"))
        self.data = self.folder / "data"
        self.hook, self.staff, self.graph = free_port(), free_port(), free_port()
        self.config = self.folder / "endeks.yaml"
        self.config.write_text(f"""\
listen: 127.0.0.1:{self.hook}
staff: 127.0.0.1:{self.staff}
workers: {workers}
issuer:
  name: Örnek Gaz Dağıtım A.Ş.
  vkn: "4540536920"
  address: Örnek Mah. Gaz Sok. No 1, 06000 Çankaya/Ankara
  iban: TR330006100519786457841326
whatsapp:
  graph: http://127.0.0.1:{self.graph}
  version: v26.0
  phone-number-id: "{NUMBER}"
  grace-seconds: {grace}
""")
        self.service = self.stand_in = None

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        for child in (self.service, self.stand_in):
            if child:
                child.kill()
        if kind and self.service:
            print("the service's last lines:\n" + self.service.last_lines(), file=sys.stderr)
        if self.keep:
            print(f"kept: {self.folder}", file=sys.stderr)
        else:
            shutil.rmtree(self.folder, ignore_errors=True)

    # The command

    def run(self, *command):
        ran = subprocess.run([self.endeks, *map(str, command)], capture_output=True, text=True,
                             env=os.environ | ENVIRONMENT)
        expect(ran.returncode == 0, f"endeks {' '.join(map(str, command))}: exit {ran.returncode}\n{ran.stderr}")
        return ran.stdout

    def import_subscribers(self, file):
        self.run("subscribers", "import", file, "--data", self.data)

    def status(self):
        return json.loads(self.run("status", "--json", "--data", self.data))

    # The service

    def start_service(self, ready=True, wrapper=(), **environment):
        self.service = Process([*wrapper, self.endeks, "serve", "--data", self.data, "--config", self.config],
                               self.folder / "service.log", **environment)
        if ready:
            self.wait_until_ready()

    def wait_until_ready(self, seconds=15):
        def probe():
            expect(self.service.child.poll() is None,
                   f"the service ended with {self.service.child.poll()}:\n{self.service.last_lines()}")
            return request(self.hook, "GET", "/readyz")[0] == 200
        wait_for("readiness", seconds, probe)

    def post(self, body, sign=True, **headers):
        """Posts a body to the webhook; the status."""
        if sign:
            headers = {"X-Hub-Signature-256": signature(body)} | headers
        return request(self.hook, "POST", "/webhook", body, {"Content-Type": "application/json"} | headers)[0]

    def post_until_taken(self, body, seconds=30):
        wait_for("a webhook answered 200", seconds, lambda: self.post(body) == 200)

    def wait_until_idle(self, seconds=60):
        """Until no job is open."""
        wait_for("an empty job queue", seconds, lambda: self.status()["jobs"]["open"] == 0)

    # The stand-in

    def start_stand_in(self, *extra, photos=None, subscribers=None):
        photos = photos or self.clone / "Images/photos"
        subscribers = subscribers or self.clone / "Images/photos/subscribers.csv"
        self.stand_in = Process(
            [self.endeks, "simulate", "customers", "--webhook", f"http://127.0.0.1:{self.hook}/webhook",
             "--photos", photos, "--subscribers", subscribers, "--listen", f"127.0.0.1:{self.graph}", *extra],
            self.folder / "stand-in.log")
        wait_for("the stand-in", 10, lambda: request(self.graph, "GET", "/simulator/messages")[0] == 200)

    def offer(self, jpeg):
        """Puts a customer's file on the Graph API; its media id."""
        status, body = request(self.graph, "POST", "/simulator/media", jpeg, {"Content-Type": "image/jpeg"})
        expect(status == 200, f"the stand-in took no media: {status}")
        return json.loads(body)["id"]

    def sent(self):
        """Every message that the service sent."""
        return json.loads(request(self.graph, "GET", "/simulator/messages")[1])

    def answers_to(self, wamid):
        return [message for message in self.sent() if message.get("quotes") == wamid]

    def wait_for_answer(self, wamid, seconds=30):
        return wait_for(f"an answer to {wamid}", seconds, lambda: self.answers_to(wamid))[0]

    def pdf_text(self, message):
        """The text of the document that went with a message."""
        status, pdf = request(self.graph, "GET", f"/simulator/files/{message['document']}")
        expect(status == 200 and pdf.startswith(b"%PDF"), f"no PDF under {message['document']}")
        file = self.folder / "reply.pdf"
        file.write_bytes(pdf)
        return subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout

    def fault(self, **fault):
        status, body = request(self.graph, "POST", "/simulator/faults", json.dumps(fault))
        expect(status == 200, f"the stand-in took no fault: {body}")

    # The review page, as a browser without a script uses it

    def staff_form(self, path, fields, cookie=""):
        """Posts a form; (status, cookies)."""
        return self.staff_page(path, fields, cookie)[:2]

    def staff_page(self, path, fields, cookie=""):
        """Posts a form; (status, cookies, page)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.staff, timeout=20)
        try:
            connection.request("POST", path, urllib.parse.urlencode(fields), {
                "Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.staff}",
                "Cookie": cookie})
            answer = connection.getresponse()
            page = answer.read().decode()
            return answer.status, "; ".join(
                value.split(";")[0] for name, value in answer.getheaders() if name.lower() == "set-cookie"), page
        except (OSError, http.client.HTTPException):
            return 0, "", ""
        finally:
            connection.close()

    def sign_in(self, name):
        """A clerk gives a name; the browser's cookies."""
        status, cookie = self.staff_form("/review/name", {"name": name})
        expect(status == 303 and cookie, f"the page did not take the name: {status}")
        return cookie

    # The database

    def rows(self, query):
        with sqlite3.connect(f"file:{self.data}/endeks.sqlite?mode=ro", uri=True, timeout=10) as database:
            return database.execute(query).fetchall()


def main(name, body):
    """Runs a test; its last line says what was seen, exit 1 where it does not hold."""
    began = time.monotonic()
    try:
        told = body()
    except Failure as failure:
        sys.exit(f"{name}: {failure}")
    print(f"{name}: {told} ({time.monotonic() - began:.1f} s)")
