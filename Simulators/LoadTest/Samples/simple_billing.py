#!/usr/bin/env python3
"""A small billing for `endeks load --billing csv`: mechanical meters to the kuruş, the rest as plainly as can be.

Called as `simple_billing.py FOLDER BATCH`. It reads the batch's readings.csv or wishes.csv, and writes outcomes.csv or
cards.csv, and flags.csv. What it remembers between batches is in FOLDER/state.json. Every figure is an integer or a
Fraction. Prepaid gas is sold at the price of the day, as gas or, where the meter counts money, as money at that price, and
never corrected; correctors are billed by their Vb. Tariffs with rules of their own are refused.
"""
import csv
import json
import os
import sys
from datetime import date, timedelta
from fractions import Fraction

folder, batch = sys.argv[1:3]
place = os.path.join(folder, batch)


def rows(*path):
    with open(os.path.join(*path), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(name, columns, lines):
    with open(os.path.join(place, name), "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


def rounded(value, step=1):
    """To a whole multiple of step, half away from zero."""
    quotient = Fraction(value) / step
    sign = -1 if quotient < 0 else 1
    return sign * ((2 * abs(quotient.numerator) + quotient.denominator) // (2 * quotient.denominator)) * step


state_path = os.path.join(folder, "state.json")
if os.path.exists(state_path):
    with open(state_path, encoding="utf-8") as file:
        state = json.load(file)
else:
    state = {
        row["meter"]: {
            "index": int(row["opening_index"]), "day": row["opening_day"], "serial": row["serial"],
            "corrected": int(row["opening_corrected"] or 0), "seen": [], "looked": [], "load": 0, "invoiced": "",
        }
        for row in rows(folder, "register.csv")
    }
register = {row["meter"]: row for row in rows(folder, "register.csv")}
gas = {(row["region"], row["pressure_mbar"], row["month"]): row for row in rows(folder, "gas.csv")}


def holding(table, tariff, column):
    return sorted((row["from"], int(row[column])) for row in rows(folder, table) if row["tariff"] == tariff)


tables = {
    tariff: (holding("prices.csv", tariff, "price_hundred_millionths"), holding("tax.csv", tariff, "millionths"))
    for tariff in {row["tariff"] for row in register.values()}
}


system_use = {
    tariff: holding("prices.csv", tariff, "system_use_hundred_millionths")
    for tariff in {row["tariff"] for row in rows(folder, "terms.csv") if row["supply"] == "systemUseOnly"}
}


def value(steps, day):
    return [figure for start, figure in steps if start <= day][-1]


def terms(tariff, day):
    """What holds for a period that ends on a day: the newest terms by then, or the first."""
    found = sorted((row for row in rows(folder, "terms.csv") if row["tariff"] == tariff), key=lambda row: row["from"])
    held = ([row for row in found if row["from"] <= day] or found[:1])[-1]
    if held["rules"]:
        sys.exit("tariff %s: this sample knows no rules such as %s" % (tariff, held["rules"]))
    return held


known = {}


def period(meter, first, last, supply):
    """K, calorific value and price of the days after first through last, each averaged by days and rounded."""
    key = (meter["region"], meter["pressure_mbar"], meter["tariff"], first, last)
    if key not in known:
        steps = system_use[meter["tariff"]] if supply == "systemUseOnly" else tables[meter["tariff"]][0]
        day, end = date.fromisoformat(first), date.fromisoformat(last)
        count = (end - day).days
        factors, values, prices = [], [], []
        for _ in range(count):
            day += timedelta(days=1)
            month = gas[meter["region"], meter["pressure_mbar"], day.isoformat()[:7]]
            factors.append(int(month["k"]))
            values.append(int(month["calorific"]))
            prices.append(value(steps, day.isoformat()))
        calorific = values[0] if len(set(values)) == 1 else rounded(Fraction(sum(values), count), 100)
        known[key] = (
            rounded(Fraction(sum(factors), count)), calorific, rounded(Fraction(sum(prices), count)))
    return known[key]


def bill(meter, books, reading, litres, factor, calorific, price):
    """Volume, energy and charge, each rounded as the standard profile says; KDV on the day of the invoice."""
    volume = rounded(Fraction(litres * factor, 100_000))
    watt_hours = rounded(Fraction(volume * calorific, 8_604_200))
    charge = rounded(Fraction(watt_hours * price, 10**9))
    tax = rounded(Fraction(charge * value(tables[meter["tariff"]][1], reading["received"]), 10**6))
    return charge, tax


def judged(reading, flags):
    number, order = reading["meter"], reading["order"]
    meter, books = register[number], state[number]
    nothing = [""] * 8 + ["0", "0"]
    if reading["damage"] or reading["float"] == "1":
        flags.append([number, 24, reading["damage"] or "float32"])
        return ["refused", "damage"] + nothing
    seen = books["looked"] if reading["source"] == "second-look" else books["seen"]
    if order in seen:
        flags.append([number, 23, "duplicate"])
        return ["repeated", ""] + nothing
    seen.append(order)
    if not reading["index"]:
        flags.append([number, 25, "unreadable"])
        return ["held", "unreadable"] + nothing
    if reading["serial"] != books["serial"]:
        flags.append([number, 25, "serial"])
        return ["refused", "serial"] + nothing
    index, wheels = int(reading["index"]), int(meter["wheels"])
    used, is_rollover = index - books["index"], False
    if used < 0 and books["index"] > 9 * 10 ** wheels // 10:
        used, is_rollover = used + 10**wheels, True
        flags.append([number, 3, "rollover"])
    if reading["date"] <= books["day"] or used < 0:
        return ["refused", "lower"] + nothing
    held = terms(meter["tariff"], reading["date"])
    litres = used * 1_000
    if meter["kind"] != "prepaid":
        # The terms that billed the period before say how soon the next one may be.
        days = max(1, int(terms(meter["tariff"], books["invoiced"])["minimum_days"])) if books["invoiced"] else 0
        if days and date.fromisoformat(reading["date"]) < date.fromisoformat(books["invoiced"]) + timedelta(days=days):
            return ["put-off", "minimum-days"] + nothing
        if 0 < int(held["minimum_bill_litres"]) >= litres:
            return ["put-off", "minimum"] + nothing
    factor, calorific, price = period(meter, books["day"], reading["date"], held["supply"])
    if meter["kind"] == "corrector":
        corrected = int(reading["corrected"]) - books["corrected"]
        books["corrected"] = int(reading["corrected"])
        if litres:
            shown = rounded(Fraction(corrected * 1_000 * 100_000, litres))
            charge, tax = bill(meter, books, reading, corrected * 1_000, 100_000, calorific, price)
            used, factor = corrected, shown
        else:
            charge, tax = 0, 0
    elif meter["kind"] == "prepaid":
        charge, tax = 0, 0
    else:
        charge, tax = bill(meter, books, reading, litres, factor, calorific, price)
    line = ["billed", "", books["day"], reading["date"], used, charge + tax, charge, tax, factor, calorific]
    books["index"], books["day"], books["invoiced"] = index, reading["date"], reading["date"]
    return line + [int(is_rollover), 0]


def sold(wish):
    meter, books = register[wish["meter"]], state[wish["meter"]]
    day = date.fromisoformat(wish["day"])
    before = (day.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    month = gas[meter["region"], meter["pressure_mbar"], before]
    prices, taxes = tables[meter["tariff"]]
    litres, counts_money = int(wish["litres"]), meter["card_price"] != ""
    # A litre with KDV, in kuruş.
    gross = Fraction(int(month["k"]) * int(month["calorific"]) * value(prices, wish["day"]), 8_604_200 * 10**14)
    gross = gross * (10**6 + value(taxes, wish["day"])) / 10**6
    price = rounded(gross * 10**7)
    if counts_money:
        room = int(meter["hold_limit_kurus"]) - max(int(wish["credit_kurus"] or 0), 0)
        litres = min(litres, max(room, 0) * 10**7 // price)
    elif meter["hold_limit_millilitres"]:
        room = int(meter["hold_limit_millilitres"]) - max(int(wish["credit_millilitres"] or 0), 0)
        litres = min(litres, max(room, 0) // 1_000)
    paid = rounded(litres * gross)
    if litres:
        books["load"] += 1
    card = [paid, price] if counts_money and litres else ["", ""]
    refusal = "" if litres == int(wish["litres"]) else "limit"
    return [paid, 0, litres] + card + [books["load"] if litres else 0, 0, refusal]


flags = []
if os.path.exists(os.path.join(place, "readings.csv")):
    outcomes = [[reading["line"]] + judged(reading, flags) for reading in rows(place, "readings.csv")]
    write(
        "outcomes.csv",
        ["line", "outcome", "reason", "from", "through", "cubic_metres", "payable_kurus", "charge_kurus", "tax_kurus",
         "factor", "calorific", "rollover", "estimate"], outcomes)
else:
    cards = [[wish["line"]] + sold(wish) for wish in rows(place, "wishes.csv")]
    write("cards.csv", ["line", "paid_kurus", "debt_kurus", "litres", "card_kurus", "card_price", "load", "lots", "refusal"], cards)
write("flags.csv", ["meter", "fault", "evidence"], flags)
with open(state_path + ".new", "w", encoding="utf-8") as file:
    json.dump(state, file)
os.replace(state_path + ".new", state_path)
