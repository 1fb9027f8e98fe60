"""What came of a run, as values that two runs are compared by; and what must hold of every run."""

import hashlib
from collections import Counter

from harness import expect

# Everything about a photo that must not depend on kills, repetitions or order; ids, times and numbers may.
PHOTOS = """
SELECT ifnull(photo.subscriber, ifnull(sender.business_scoped_id, sender.phone)), photo.original, photo.outcome,
    photo.reasons, json_extract(photo.reading, '$.index'), invoice.payable_kurus,
    (SELECT group_concat(purpose || ' ' || json_type(content, '$.document'), ', ') FROM
        (SELECT purpose, content FROM outbox WHERE outbox.photo = photo.id AND purpose <> 'notice' ORDER BY id))
FROM photo JOIN sender ON sender.id = photo.sender LEFT JOIN invoice ON invoice.number = photo.invoice
"""


def photos(bench):
    """One value for each photo: subscriber, bytes, decision, reasons, index, amount, kinds of reply."""
    return sorted(bench.rows(PHOTOS), key=repr)


def audit_is_whole(bench):
    """Computes the chain of the audit log by what its documentation says, with nothing of ours."""
    before = bytes(32)
    for row in bench.rows("SELECT id, at, actor, name, action, subject_kind, subject, details, hash FROM audit ORDER BY id"):
        identity, at, actor, name, *rest, found = row
        fields = [str(identity), str(at), actor, "" if name is None else "=" + name, *rest]
        before = hashlib.sha256(
            before + b"".join(b"%d:%s" % (len(field.encode()), field.encode()) for field in fields)).digest()
        if before != found:
            return False
    return True


def check(bench, sent, decided=()):
    """What holds after every run in which `sent`, as {wamid: file}, was posted and a clerk decided on some of it."""
    state = bench.status()
    expect(state["jobs"] == {"open": 0, "dead": 0}, f"jobs are left: {state['jobs']}")
    expect(state["photos"]["received"] == len(sent), f"{len(sent)} photos were sent, {state['photos']}")
    ended = sum(state["photos"][name] for name in ("accepted", "review", "refused"))
    expect(ended == len(sent), f"some photos have no end: {state['photos']}")

    messages = bench.sent()
    answers = Counter(message.get("quotes") for message in messages if message["callback"].startswith("answer:"))
    lost = [name for wamid, name in sent.items() if not answers[wamid]]
    twice = [sent.get(wamid, wamid) for wamid, count in answers.items() if count > 1 + (wamid in decided)]
    expect(not lost, f"not answered: {lost}")
    expect(all(answers[wamid] == 2 for wamid in decided), "what a clerk decided was not told")
    expect(not twice, f"answered twice: {twice}")
    notices = Counter(message.get("businessScopedID") or message.get("phone")
                      for message in messages if message["callback"].startswith("notice:"))
    expect(max(notices.values(), default=0) <= 1, f"told the notice twice: {notices.most_common(3)}")
    expect(state["replies"] == len(messages), f"{state['replies']} replies, and the channel took {len(messages)}")

    one = lambda query: bench.rows(query)[0][0]
    expect(one("PRAGMA integrity_check") == "ok", "the database is damaged")
    expect(not bench.rows("PRAGMA foreign_key_check"), "a row names one that is not there")
    expect(one("SELECT count(*) FROM photo WHERE invoice IS NOT NULL") == one("SELECT count(*) FROM invoice"),
           "an invoice without its photo, or two photos with one")
    expect(not bench.rows("SELECT entry FROM ledger_line GROUP BY entry HAVING sum(kurus) <> 0"), "a posting is not balanced")
    expect(one("SELECT count(*) FROM ledger_entry") == one("SELECT count(*) FROM invoice"), "an invoice is not posted once")
    expect(one("SELECT ifnull(sum(kurus), 0) FROM ledger_line WHERE account LIKE '120%'")
           == one("SELECT ifnull(sum(payable_kurus), 0) FROM invoice"), "the receivables are not the sum of the invoices")
    expect(audit_is_whole(bench), "the chain of the audit log is broken")
    expect(state["invoices"] == one("SELECT count(*) FROM invoice"), "status counts other invoices")
    return state
