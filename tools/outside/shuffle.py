"""Webhooks repeated one to five times in many orders: always the same set of (subscriber, photo, decision, index, amount, reply)."""

import datetime
import random
import threading
import time

import harness
import outcome
from fleet import Fleet
from harness import Failure, customer, envelope, image


def one_order(options, seed):
    """Posts every photo's webhook one to five times in an order of its own, over eight connections."""
    chance = random.Random(seed)
    with harness.Bench(options) as bench:
        fleet = Fleet(bench, options.photos - 4, size=640, seed=options.seed, real=4)
        bench.import_subscribers(fleet.subscribers)
        bench.start_stand_in("--count", "0", "--duplicates", "0.3", photos=fleet.folder, subscribers=fleet.subscribers)
        bench.start_service()
        sent, posts = {}, []
        for number, member in enumerate(fleet.members):
            jpeg = (fleet.folder / member["file"]).read_bytes()
            wamid = f"wamid.SHUFFLE{number:05d}="
            sent[wamid] = member["file"]
            body = envelope(customer(
                image(wamid, bench.offer(jpeg), harness.base64_sha256(jpeg)), member["whatsapp"], member["bsuid"]))
            posts += [body] * chance.randint(1, 5)
        chance.shuffle(posts)
        lock, problems = threading.Lock(), []

        def post_all():
            while True:
                with lock:
                    if not posts or problems:
                        return
                    body = posts.pop()
                try:
                    bench.post_until_taken(body)
                except Failure as failure:
                    problems.append(failure)

        threads = [threading.Thread(target=post_all) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if problems:
            raise problems[0]
        harness.wait_for("every photo answered", 60 + options.photos, lambda: len(
            {m["quotes"] for m in bench.sent() if m["callback"].startswith("answer:")}) >= len(sent), pause=0.5)
        time.sleep(1.5)
        bench.wait_until_idle()
        outcome.check(bench, sent)
        return outcome.photos(bench)


def today():
    """The day here and the day in Turkey, three hours ahead of UTC."""
    return datetime.date.today(), int(time.time() + 3 * 3600) // 86400


def whole_day(options, order):
    """An order that began and ended on one day, and that day: invoices count days, so midnight changes what they say."""
    while True:
        day = today()
        state = one_order(options, options.seed + order)
        if today() == day:
            return day, state


def test(options):
    day, first = whole_day(options, 0)
    for order in range(1, options.orders) if options.only == 0 else [options.only - 1]:
        its_day, other = whole_day(options, order)
        while its_day != day:
            # Compared within a day: the first order again, for the new one.
            day, first = whole_day(options, 0)
            its_day, other = whole_day(options, order)
        if other != first:
            raise Failure(f"order {order + 1} ends otherwise: {[row for row in other if row not in first][:3]}, "
                          f"the first one: {[row for row in first if row not in other][:3]}")
    kinds = {row[2] for row in first}
    harness.expect(len(kinds) >= 2, f"the photos all end alike: {kinds}")
    orders = f"{options.orders} orders" if options.only == 0 else f"the first order and order {options.only}"
    return f"{options.photos} webhooks, one to five times, in {orders}: one state"


if __name__ == "__main__":
    given = harness.arguments(__doc__, photos=(20, "photos, each of its own sender"), orders=(3, "orders"),
                              seed=(21, "seed of the fleet and of the orders"),
                              only=(0, "compare this order alone with the first one (0: all)"))
    harness.main("shuffle", lambda: test(given))
