"""Invents subscribers and a round of readings, and times `endeks bill run` over them."""
import csv, datetime, os, random, resource, shutil, subprocess, sys, tempfile, time

COLUMNS = ("subscriber_number name address region installation_number meter_serial g_class wheels decimals multiplier "
           "pressure_mbar tariff kind language whatsapp bsuid last_index last_date").split()


def table(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def invent(folder, count):
    chance = random.Random(20261130)
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=3))).date()
    day = lambda before: (today - datetime.timedelta(days=before)).isoformat()
    subscribers, history, readings = [], [], []
    for place in range(count):
        number = str(4_000_000_000 + place)
        month = chance.randint(15, 250)
        first = chance.randint(0, 60_000)
        last = first + month * 9
        now = last + int(month * chance.uniform(0.75, 1.25))
        subscribers.append([
            number, f"Ayşe Örnek {place}", f"Örnek Mah. {place}. Sok. No {place % 97}/5, Çankaya", "ornek",
            70_000_000 + place, 30_000_000 + place, "G4", 5, 3, 1, 21, "konut", "mechanical", "tr", "", "",
            f"{last:05d}", day(30)])
        history.append([number, day(396), f"{first:05d}"])
        history.append([number, day(366), f"{first + month:05d}"])
        if place % 200 == 7:
            readings.append([number, "", "", "kapı kapalı"])
        else:
            wrong = place % 200 == 107
            readings.append([number, f"{first if wrong else now:05d}", day(0), ""])
    paths = [os.path.join(folder, name) for name in ("subscribers.csv", "history.csv", "round.csv")]
    table(paths[0], COLUMNS, subscribers)
    table(paths[1], ["subscriber_number", "date", "index"], history)
    table(paths[2], ["subscriber_number", "index", "date", "not_read"], readings)
    return paths


def run(*command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{command}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, processor, after.ru_maxrss / 1024, done.stdout.strip().replace(os.linesep, "; ")


def main():
    endeks, count, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory() as work:
        subscribers, history, readings = invent(work, count)
        fresh = os.path.join(work, "fresh")
        for part, path in (("subscribers", subscribers), ("readings", history)):
            seconds, _, _, told = run(endeks, part, "import", path, "--data", fresh)
            print(f"import: {told} ({seconds:.1f} s)")
        for number in range(rounds):
            data = os.path.join(work, "data")
            shutil.rmtree(data, ignore_errors=True)
            shutil.copytree(fresh, data)
            os.sync()
            seconds, processor, memory, told = run(endeks, "bill", "run", readings, "--data", data)
            size = sum(entry.stat().st_size for entry in os.scandir(data) if entry.is_file()) / 1e6
            print(f"round {number + 1}: {told}\n  {seconds:.2f} s on the wall, {processor:.2f} s of processor, "
                  f"{count / seconds:.0f} readings/s, {memory:.0f} MB at most, folder {size:.0f} MB, "
                  f"load {os.getloadavg()[0]:.1f}", flush=True)
        seconds, _, _, told = run(endeks, "bill", "run", readings, "--data", data)
        print(f"the same file again: {told} ({seconds:.1f} s)")
        seconds, _, _, told = run(endeks, "audit", "verify", "--data", data)
        print(f"audit: {told} ({seconds:.1f} s)")


main()
