"""A tiny Graph API for the tests of Intake: answers as it was told, and writes down what it was asked.

graph.py FOLDER: each file FOLDER/next-N.json is one answer, {"path": "/messages", "status": 400, "error": 190}, to the
next request whose path holds "path" ("url", "bytes", "location", "retry", "delay" and "drop" instead; "delay" alone delays the
usual answer); every request is a line of
FOLDER/log.
"""
import base64, glob, http.server, json, os, sys, threading, time

folder, lock, count = sys.argv[1], threading.Lock(), 0
port = 0


def told(path):
    for name in sorted(glob.glob(folder + "/next-*.json")):
        with open(name) as file:
            answer = json.load(file)
        if answer["path"] in path:
            os.remove(name)
            return answer


class Graph(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def reply(self, status, body, kind="application/json", headers=()):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def answer(self, body):
        global count
        with lock:
            count += 1
            number = count
            with open(folder + "/log", "a") as file:
                file.write(json.dumps({
                    "method": self.command, "path": self.path, "authorization": self.headers.get("Authorization"),
                    "type": self.headers.get("Content-Type"), "body": base64.b64encode(body).decode()}) + "\n")
            answer = told(self.path)
        if answer:
            time.sleep(answer.get("delay", 0))
            if not set(answer) - {"path", "delay"}:
                return self.usual(number)
            if answer.get("drop"):
                self.close_connection = True
                return
            headers = [("Location", answer["location"])] if "location" in answer else []
            if "retry" in answer:
                headers.append(("Retry-After", str(answer["retry"])))
            body = {"error": {"code": answer["error"], "message": "x"}} if "error" in answer else {"url": answer.get("url")}
            data = b"x" * answer["bytes"] if "bytes" in answer else json.dumps(body).encode()
            return self.reply(answer.get("status", 200), data, headers=headers)
        self.usual(number)

    def usual(self, number):
        if self.path.endswith("/messages"):
            return self.reply(200, json.dumps({
                "messaging_product": "whatsapp", "contacts": [{"input": "1", "wa_id": "1"}],
                "messages": [{"id": f"wamid.OUT{number}"}]}).encode())
        if self.path.endswith("/media"):
            return self.reply(200, json.dumps({"id": f"70{number}"}).encode())
        if self.path.startswith("/bytes/"):
            return self.reply(200, b"\xff\xd8photo " + self.path.encode(), "image/jpeg")
        media = self.path.split("/")[-1].split("?")[0]
        self.reply(200, json.dumps({
            "messaging_product": "whatsapp", "url": f"http://127.0.0.1:{port}/bytes/{media}",
            "mime_type": "image/jpeg", "id": media}).encode())


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Graph)
# A client that hangs up in the middle of an answer is what some tests are about.
server.handle_error = lambda *_: None
port = server.server_address[1]
print(port, flush=True)
threading.Thread(target=lambda: (sys.stdin.read(), server.shutdown()), daemon=True).start()
server.serve_forever()
