"""Customers by the hundred: drawn photos with known truth, each of another subscriber's meter."""

import csv
import datetime
import json
import random
import shutil

COLUMNS = ("subscriber_number,name,address,region,installation_number,meter_serial,g_class,wheels,decimals,multiplier,"
           "pressure_mbar,tariff,kind,language,whatsapp,bsuid,last_index,last_date").split(",")


class Fleet:
    """`count` photos in a folder with `subscribers.csv` and `senders.csv`; the same seed gives the same fleet."""

    def __init__(self, bench, count, size=800, seed=11, real=0):
        self.folder = bench.folder / f"fleet-{count}-{seed}"
        self.subscribers = self.folder / "subscribers.csv"
        bench.run("simulate", "photos", "--count", count, "--size", size, "--seed", seed, "--out", self.folder)
        chance = random.Random(seed)
        truths = [json.loads(line) for line in (self.folder / "truth.jsonl").read_text().splitlines()]
        month_ago = (datetime.date.today() - datetime.timedelta(days=31)).isoformat()
        self.members = []
        for number, truth in enumerate(truths):
            index = int(truth["index"])
            # Through zero where the index is low: a counter that stood still over a winter month asks a person (R5).
            last = (index - chance.randint(20, 120)) % 10 ** len(truth["index"])
            self.members.append({
                "subscriber_number": str(4200000000 + number), "name": f"Deneme {number}", "address": "Deneme Mah. No 1, Ankara",
                "region": "ornek", "installation_number": str(7800000000 + number), "meter_serial": "", "g_class": "G4",
                "wheels": str(len(truth["index"])), "decimals": str(len(truth["decimals"])), "multiplier": "1",
                "pressure_mbar": "21", "tariff": "konut", "kind": "mechanical", "language": chance.choice(("tr", "en")),
                "whatsapp": f"90555{1000000 + number}" if number % 4 != 3 else "",
                "bsuid": f"TR.880011{10000000 + number}" if number % 4 != 2 else "",
                "last_index": str(last).zfill(len(truth["index"])), "last_date": month_ago, "file": truth["file"], "truth": truth["index"]})
        # Some of the real photos too, for subscribers of the same meters.
        with open(bench.clone / "Images/photos/subscribers.csv", newline="") as file:
            for row in list(csv.DictReader(file))[:real]:
                row["file"] = f"gas-{row['subscriber_number'][-2:]}.jpg"
                shutil.copy(bench.clone / "Images/photos" / row["file"], self.folder)
                self.members.append(row)
        with open(self.subscribers, "w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.members)
        with open(self.folder / "senders.csv", "w", newline="") as file:
            writer = csv.DictWriter(file, ("file", "subscriber_number"), extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(self.members)
