"""How many webhooks a second are stored, synced and answered 200, and how soon: wrk with 32 connections.

Each body is another one (a status of a message, as three of four webhooks are), signed beforehand.
"""

import json
import re
import subprocess

import harness
from harness import envelope, expect, signature

SCRIPT = """
local file = io.open("{bodies}", "r")
request = function()
    local signed, body = file:read("*l", "*l")
    if not body then
        file:seek("set", 0)
        signed, body = file:read("*l", "*l")
    end
    return wrk.format("POST", "/webhook", {{["Content-Type"] = "application/json", ["X-Hub-Signature-256"] = signed}}, body)
end
done = function(summary, latency)
    io.write(string.format('{{"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"most":%d,"not_2xx":%d,"lost":%d}}\\n',
        summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), latency.max,
        summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def bodies(path, count):
    """`count` signed bodies, a line for the signature and a line for the body."""
    with open(path, "w") as file:
        for number in range(count):
            body = envelope({
                "contacts": [{"wa_id": "905550001101", "user_id": "TR.77001122331101"}],
                "statuses": [{"id": f"wamid.RATE{number:09d}==", "status": "delivered", "timestamp": "1795000009",
                              "recipient_id": "905550001101", "recipient_user_id": "TR.77001122331101"}]})
            file.write(signature(body) + "\n" + body.decode() + "\n")


def test(options):
    with harness.Bench(options) as bench:
        bench.start_stand_in("--count", "0")
        bench.start_service()
        signed, script = bench.folder / "bodies", bench.folder / "post.lua"
        bodies(signed, options.seconds * options.most)
        script.write_text(SCRIPT.format(bodies=signed))
        ran = subprocess.run(
            ["wrk", "-t1", f"-c{options.connections}", f"-d{options.seconds}s", "--timeout", "10s", "-s", script,
             f"http://127.0.0.1:{bench.hook}/webhook"], capture_output=True, text=True, check=True)
        told = json.loads(ran.stdout.splitlines()[-1])
        rate = told["requests"] / told["microseconds"] * 1e6
        expect(told["not_2xx"] == 0 and told["lost"] == 0, f"not all were answered 200: {told}")
        stored = bench.rows("SELECT count(*) FROM inbox")[0][0]
        # wrk does not count the answers that were on their way when it ended.
        expect(stored >= told["requests"], f"{told['requests']} were answered 200, and {stored} are stored")
        memory = harness.memory_of(bench.service.child.pid)
        expect(rate >= options.at_least, f"only {rate:.0f}/s")
    return (f"{rate:.0f} webhooks/s over {options.seconds} s at {options.connections} connections, P50 "
            f"{told['p50'] / 1000:.1f} ms, P99 {told['p99'] / 1000:.1f} ms, most {told['most'] / 1000:.1f} ms, all 200, "
            f"{stored} stored; the service then has {memory:.0f} MB")


if __name__ == "__main__":
    given = harness.arguments(__doc__, seconds=(60, "how long"), connections=(32, "connections"),
                              most=(12000, "bodies a second to prepare"), at_least=(0, "webhooks a second, or it fails"))
    harness.main("webhook_rate", lambda: test(given))
