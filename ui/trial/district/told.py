#!/usr/bin/python3
"""Holds what `nianbao sum --json` says of a district against the truth about it.

told.py truth.json < LINES says what is told wrong, and how much is told right.
"""
import json
import sys


def differences(truth, lines):
    files = {f["file"]: f for f in lines if "file" in f}
    missing = sorted(line["member"] for line in lines if line.get("state") == "missing")
    summed = lines[-1]["numbers"]
    for true in truth["files"]:
        path = true["path"].split("/", 1)[1]  # behind the folder of the reports
        told = files.pop(path, None)
        if told is None:
            yield f"{path}: not told of"
            continue
        if told["state"] != true["state"]:
            yield f"{path}: {true['state']}, and told to be {told['state']}"
        if told["member"] != true["office"]:
            yield f"{path}: of {true['office']}, and told to be of {told['member'] or 'nobody'}"
        if told["counted"] != (true["state"] == "received"):
            yield f"{path}: counted: {told['counted']}"
        rules = sorted({f["rule"] for f in told["findings"] if f["level"] == "error"})
        if rules != sorted(true.get("rules", [])):
            yield f"{path}: breaks {true.get('rules', [])}, and is told to break {rules}"
    yield from (f"{path}: told of, and not there" for path in files)
    if missing != sorted(truth["missing"]):
        yield f"missing are {truth['missing']}, and told to be {missing}"
    for address in sorted(truth["sums"].keys() | summed.keys()):
        if truth["sums"].get(address) != summed.get(address):
            yield f"{address}: {truth['sums'].get(address)}, and told to be {summed.get(address)}"


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        truth = json.load(file)
    wrong = list(differences(truth, [json.loads(line) for line in sys.stdin]))
    print(*wrong[:20], sep="\n", end="\n" if wrong else "")
    if wrong:
        sys.exit(f"{len(wrong)} things are told wrong")
    print(f"{len(truth['files'])} files, {len(truth['missing'])} missing bodies and {len(truth['sums'])} sums: told as they are")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: told.py truth.json < LINES")
    main()
