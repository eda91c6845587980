#!/usr/bin/python3
"""Adds the values of a flat CSV up, address by address, exactly.

sum.py FILE.csv prints a line for each address: the address, a tab, the sum. The columns
are office, kind, year, edition, address, name, value, unit and typed; a blank value is none.
"""
import csv
import decimal
import sys

decimal.getcontext().prec = 60
decimal.getcontext().traps[decimal.Inexact] = True  # rather no sum than a rounded one


def sums(lines):
    total = {}
    for row in csv.DictReader(lines):
        if row["value"]:
            address = row["address"]
            total[address] = total.get(address, 0) + decimal.Decimal(row["value"])
    return total


def plain(number):
    """The number without zeros at its end, and never with an exponent."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def show(total):
    for address in sorted(total):
        print(address, plain(total[address]), sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: sum.py FILE.csv")
    with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
        show(sums(file))
