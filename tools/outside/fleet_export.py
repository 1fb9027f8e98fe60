"""A fleet written by `endeks simulate fleet`, read with SQLite, pandas and DuckDB: the digest recomputed from the CSV files, the
consumption of 1,000 invoices recomputed from truth, the same sums by three readers, and a kill in the middle that changes nothing."""

import csv
import hashlib
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path

import duckdb
import duckdb_extension_sqlite
import pandas

import harness
from harness import Failure, expect

MASK = (1 << 64) - 1


def row_hash(seed, line):
    """FNV-1a over the line, finished by SplitMix64's finalizer; `seed` is the state behind the table's name."""
    word = seed
    for byte in line:
        word = (word ^ byte) * 0x100000001B3 & MASK
    word = (word ^ word >> 30) * 0xBF58476D1CE4E5B9 & MASK
    word = (word ^ word >> 27) * 0x94D049BB133111EB & MASK
    return word ^ word >> 31


def table_digest(path):
    """The sum of the hashes of a CSV file's lines, without its header."""
    seed = 0xCBF29CE484222325
    for byte in f"{path.stem},".encode():
        seed = (seed ^ byte) * 0x100000001B3 & MASK
    lines = path.read_bytes().split(b"\n")
    expect(lines[-1] == b"", f"{path.name} does not end with a line's end")
    return sum(row_hash(seed, line) for line in lines[1:-1]) & MASK


def simulate(options, *arguments, wait=True):
    command = [options.endeks, "simulate", "fleet", *map(str, arguments)]
    if not wait:
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode:
        raise Failure(f"simulate fleet ended with {ended.returncode}: {ended.stderr[-600:]}")
    return ended.stdout.strip().splitlines()[-1]


def schema(options):
    ended = subprocess.run([options.endeks, "simulate", "fleet", "--schema", "--json"], capture_output=True, text=True)
    return {table["name"]: table for table in json.loads(ended.stdout)["tables"]}


def check_digest(folder, tables, line):
    sums = {False: 0, True: 0}
    for name, table in tables.items():
        path = folder / f"{name}.csv"
        if path.exists():
            sums[table["isTruth"]] = sums[table["isTruth"]] + table_digest(path) & MASK
        else:
            expect(table["hourlyOnly"], f"{path.name} is not there")
    computed = f"digest readings={sums[False]:016x} truth={sums[True]:016x}"
    expect(computed == line, f"from the CSV files: {computed}; printed: {line}")


def check_columns(folder, tables):
    """--schema against the real columns of both forms."""
    base = sqlite3.connect(folder / "fleet.sqlite")
    for name, table in tables.items():
        if table["hourlyOnly"]:
            continue
        told = [column["name"] for column in table["columns"]]
        real = [row[1] for row in base.execute(f"PRAGMA table_info({name})")]
        with open(folder / f"{name}.csv", newline="") as file:
            header = next(csv.reader(file))
        expect(told == real == header, f"{name}: the schema says {told}, SQLite {real}, CSV {header}")


def check_invoices(folder, count, seed):
    """The consumption of invoices from truth: whole m³ of sound wheels, worked out anew from what passed."""
    base = sqlite3.connect(folder / "fleet.sqlite")
    base.row_factory = sqlite3.Row
    meters = {row["meter"]: row for row in base.execute(
        "SELECT m.*, t.error_ppm, t.start_index_ml FROM meters m JOIN truth_meters t USING (meter)")}
    exchanged = {row["meter"] for row in base.execute("SELECT DISTINCT meter FROM exchanges")}
    # After a fault that counted wrongly, the wheels stand a part of a m³ elsewhere than sound ones for good.
    displaced = {row["meter"] for row in base.execute("SELECT meter FROM truth_faults WHERE registered_ml <> 0")}
    periods, last = [], {}
    for row in base.execute("SELECT * FROM truth ORDER BY meter, at, number"):
        before = last.get(row["meter"])
        if row["meter"] not in exchanged:
            periods.append((before, row))
        last[row["meter"]] = row
    chosen = random.Random(seed).sample(periods, min(count, len(periods)))
    readings = {}
    for row in base.execute("SELECT meter, number, index_m3 FROM readings WHERE index_m3 IS NOT NULL"):
        readings.setdefault((row["meter"], row["number"]), row["index_m3"])
    by_readings = 0
    for before, row in chosen:
        meter = meters[row["meter"]]
        wheels = 10 ** meter["wheels"]
        # Sound wheels are the start and what passed, cut to whole m³. A rollover's meter started elsewhere: by its truth.
        start = (row["sound_index_ml"] - row["counted_ml"]) % (wheels * 10**6)
        counted = before["counted_ml"] if before else 0
        use = (start + row["counted_ml"]) // 10**6 - (start + counted) // 10**6
        expect(use == row["billable_m3"], f"meter {row['meter']} reading {row['number']}: {use} m³ from truth, {row['billable_m3']} told")
        told = readings.get((row["meter"], row["number"]))
        earlier = readings.get((before["meter"], before["number"])) if before else meter["first_index_m3"]
        clean = row["meter"] not in displaced and not row["faults"] and not row["slip"] and (before is None or not before["faults"] and not before["slip"])
        if clean and told is not None and earlier is not None:
            expect((told - earlier) % wheels == use, f"meter {row['meter']} reading {row['number']}: readings say {told - earlier}, truth {use}")
            by_readings += 1
    expect(by_readings > len(chosen) * 0.8, f"only {by_readings} of {len(chosen)} invoices have clean readings")
    return len(chosen), by_readings


def check_readers(folder):
    """SQLite, pandas and DuckDB agree on the use by kind and month."""
    query = """SELECT m.kind AS kind, substr(t.at, 1, 7) AS month, sum(t.billable_m3) AS m3, count(*) AS rows
               FROM truth t JOIN meters m USING (meter) GROUP BY 1, 2 ORDER BY 1, 2"""
    base = sqlite3.connect(folder / "fleet.sqlite")
    plain = [tuple(row) for row in base.execute(query)]
    frame = pandas.read_sql_query("SELECT t.*, m.kind FROM truth t JOIN meters m USING (meter)", base, parse_dates=["at"])
    frame["month"] = frame["at"].dt.strftime("%Y-%m")
    grouped = frame.groupby(["kind", "month"])["billable_m3"].agg(["sum", "count"]).reset_index()
    panda = [(row.kind, row.month, int(row.sum_), int(row.count_)) for row in grouped.rename(
        columns={"sum": "sum_", "count": "count_"}).itertuples()]
    expect(plain == panda, f"pandas says {panda[:3]}, SQLite {plain[:3]}")
    frame = pandas.read_csv(folder / "truth.csv")
    expect(int(frame["billable_m3"].sum()) == sum(row[2] for row in plain), "pandas reads another sum from CSV")
    duck = duckdb.connect()
    of_csv = duck.execute(query.replace("truth t", f"read_csv('{folder}/truth.csv') t").replace(
        "meters m", f"read_csv('{folder}/meters.csv') m").replace("substr(t.at, 1, 7)", "strftime(t.at::TIMESTAMP, '%Y-%m')")).fetchall()
    expect([tuple(row) for row in of_csv] == plain, f"DuckDB says {of_csv[:3]} from CSV, SQLite {plain[:3]}")
    # DuckDB loads no extension whose signature is not its own, and takes the entry's name from the file's.
    packed = next(Path(duckdb_extension_sqlite.__file__).parent.rglob("sqlite.duckdb_extension"))
    with tempfile.TemporaryDirectory() as shelf:
        shutil.copy(packed, Path(shelf) / "sqlite_scanner.duckdb_extension")
        duck.execute(f"LOAD '{shelf}/sqlite_scanner.duckdb_extension'")
    duck.execute(f"ATTACH '{folder}/fleet.sqlite' AS fleet (TYPE sqlite)")
    attached = duck.execute(query.replace("truth t", "fleet.truth t").replace("meters m", "fleet.meters m")).fetchall()
    expect([tuple(row) for row in attached] == plain, f"DuckDB says {attached[:3]} from SQLite, SQLite {plain[:3]}")


def digest_of(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.glob("*.csv"))}


def check_kills(options, scratch, scenario, whole, line):
    """Killed at moments of chance and resumed: the same bytes, the same last line."""
    chance, folder, kills = random.Random(options.seed), Path(scratch) / "killed", 0
    while kills < options.kills:
        process = simulate(options, scenario, "--out", folder, "--threads", 1 + kills % 2, wait=False)
        time.sleep(chance.uniform(0.05, 0.05 + options.pause / 1000))
        if process.poll() is not None:
            break
        process.send_signal(signal.SIGKILL)
        process.wait()
        kills += 1
    resumed = simulate(options, scenario, "--out", folder)
    expect(resumed == line, f"after {kills} kills: {resumed}; undisturbed: {line}")
    expect(digest_of(folder) == digest_of(whole), "after kills the CSV files have other bytes")
    check_sqlite_whole(folder)
    return kills


def check_sqlite_whole(folder):
    told = sqlite3.connect(folder / "fleet.sqlite").execute("PRAGMA integrity_check").fetchone()[0]
    expect(told == "ok", f"SQLite finds the file damaged: {told}")


def test(options):
    tables = schema(options)
    with tempfile.TemporaryDirectory(prefix="endeks-outside-") as scratch:
        scenario = Path(scratch) / "city.yaml"
        made = subprocess.run([options.endeks, "simulate", "new", "city-100k", "--out", scenario], capture_output=True, text=True)
        expect(made.returncode == 0, f"simulate new: {made.stderr}")
        # The shipped city at small size: a hundredth of its meters by default.
        text = scenario.read_text()
        for count in (100000, 68000, 6000, 20000, 2500, 3000, 300, 192, 8):
            for key in ("count", "meters"):
                for end in (",", "\n"):
                    text = text.replace(f"{key}: {count}{end}", f"{key}: {max(count * options.meters // 100000, 2)}{end}")
        text = "\n".join(row for row in text.split("\n") if not row.startswith("meters:"))
        scenario.write_text(text)
        folder = Path(scratch) / "whole"
        line = simulate(options, scenario, "--out", folder, "--threads", 1)
        check_columns(folder, tables)
        check_digest(folder, tables, line)
        check_sqlite_whole(folder)
        invoices, clean = check_invoices(folder, options.invoices, options.seed)
        check_readers(folder)
        kills = check_kills(options, scratch, scenario, folder, line)
    return (f"{invoices} invoices from truth, {clean} of them from readings too; SQLite, pandas and DuckDB agree; "
            f"{kills} kills, one digest: {line[7:]}")


if __name__ == "__main__":
    given = harness.arguments(
        __doc__, meters=(1000, "meters of the city"), invoices=(1000, "invoices"), seed=(88, "seed of what is chosen"),
        kills=(4, "kills at moments of chance"), pause=(300, "milliseconds before a kill, at most"))
    harness.main("fleet_export", lambda: test(given))
