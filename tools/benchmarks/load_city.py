"""Makes the shipped city some times as large, and loads `endeks load` with it."""
import json, os, re, resource, shutil, subprocess, sys, tempfile, time


def larger(yaml, times):
    """The scenario with every count and the sum of meters multiplied."""
    counts = re.sub(r"(?<=count: )\d+", lambda found: str(max(1, round(int(found[0]) * times))), yaml)
    total = sum(int(count) for count in re.findall(r"count: (\d+)", counts))
    return re.sub(r"(?m)^meters: \d+$", f"meters: {total}", counts), total


def table(result):
    """What was flagged of the 25 faults, as Markdown, and a line of those that use tells."""
    yield "| fault | told by | true | met | recall of those met | of all | flags | precision |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for fault in result["faults"]:
        recall, of_all, precision = (
            "–" if fault.get(key) is None else f"{fault[key] / 10:.1f} %"
            for key in ("recallPermille", "recallOfAllPermille", "precisionPermille"))
        yield (f'| {fault["number"]} {fault["name"]} | {fault["sign"]} | {fault["truths"]} | {fault["met"]} | {recall} | {of_all} | '
               f'{fault["flags"]} | {precision} |')
    use = result["use"]
    yield (f'By use, of at least half and 30 m³ in three heating months: {use["flagged"]} of {use["faults"]}; '
           f'{use["wrongFlags"]} false in {use["meterMonths"]} meter-months.')


def main():
    endeks, scenarios, times, threads = sys.argv[1], sys.argv[2], float(sys.argv[3]), sys.argv[4]
    with tempfile.TemporaryDirectory() as work:
        shutil.copy(os.path.join(scenarios, "policies.yaml"), work)
        with open(os.path.join(scenarios, "city-100k.yaml"), encoding="utf-8") as file:
            yaml, meters = larger(file.read(), times)
        scenario, out = os.path.join(work, "city.yaml"), os.path.join(work, "out")
        with open(scenario, "w", encoding="utf-8") as file:
            file.write(yaml)
        began = time.monotonic()
        done = subprocess.run([endeks, "load", scenario, "--out", out, "--threads", threads], stdout=subprocess.PIPE, text=True)
        seconds = time.monotonic() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        result_path = os.path.join(out, "result.json")
        if os.path.exists(result_path):
            with open(result_path, encoding="utf-8") as file:
                result = json.load(file)
            print("\n".join(table(result)))
        print(f"{meters} meters, {threads} threads: {seconds:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of processor, "
              f"{used.ru_maxrss / 1024:.0f} MB")
        print(done.stdout.strip())
        sys.exit(done.returncode)


main()
