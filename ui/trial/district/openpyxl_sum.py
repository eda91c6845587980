#!/usr/bin/python3
"""Adds the workbooks of reports up, address by address, as an office's own script would:
one after the other, each opened with openpyxl (Debian: python3-openpyxl).

openpyxl_sum.py [-whole] FILE.xlsx... prints a line for each address: the address, a tab,
the sum. With -whole each workbook is loaded with all its sheets and styles, the way most
scripts begin; without, only the cells of one sheet are read, the fastest that openpyxl has.
"""
import decimal
import sys

import openpyxl

import sum as flat


def sums(paths, whole=False):
    total = {}
    for path in paths:
        book = openpyxl.load_workbook(path, data_only=True, read_only=not whole)
        for address, _, value in book["数据"].iter_rows(min_row=2, max_col=3, values_only=True):
            if address.count("/") == 2 and value not in (None, ""):
                total[address] = total.get(address, 0) + decimal.Decimal(str(value))
        book.close()
    return total


if __name__ == "__main__":
    files = [name for name in sys.argv[1:] if name != "-whole"]
    if not files:
        sys.exit("usage: openpyxl_sum.py [-whole] FILE.xlsx...")
    flat.show(sums(files, "-whole" in sys.argv[1:]))
