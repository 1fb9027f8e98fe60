"""Makes the shipped city some times as large, and loads `endeks load` with it."""
import json, os, re, resource, shutil, subprocess, sys, tempfile, time


def larger(yaml, times):
    """The scenario with every count and the sum of meters multiplied."""
    counts = re.sub(r"(?<=count: )\d+", lambda found: str(max(1, round(int(found[0]) * times))), yaml)
    total = sum(int(count) for count in re.findall(r"count: (\d+)", counts))
    return re.sub(r"(?m)^meters: \d+$", f"meters: {total}", counts), total


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
            for fault in result["faults"]:
                if fault["sign"] == "registers" and fault["truths"]:
                    shares = [fault.get(key) for key in ("recallPermille", "precisionPermille")]
                    recall, precision = ["none" if share is None else f"{share / 10:.1f} %" for share in shares]
                    print(f'{fault["number"]} {fault["name"]}: recall {recall} of {fault["met"]}, precision {precision} of '
                          f'{fault["flags"]}')
        print(f"{meters} meters, {threads} threads: {seconds:.1f} s, {used.ru_utime + used.ru_stime:.1f} s of processor, "
              f"{used.ru_maxrss / 1024:.0f} MB")
        print(done.stdout.strip())
        sys.exit(done.returncode)


main()
