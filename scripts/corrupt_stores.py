#!/usr/bin/env python3
"""Damages a store with records in many ways and asks every verb that reads it: each has to print
what it printed before, or to refuse in one line with exit code 1 or 2; and what `report` refuses,
`run` has to refuse. Prints each answer that is neither, and a summary; exit code 1 if there is one.

  scripts/corrupt_stores.py PROGRAM [--count 220] [--seed 1]
"""

import argparse
import collections
import pathlib
import random
import subprocess
import sys
import tempfile

EXPERIMENT = ["--method", "random,tpe", "--objective", "bbob/f1,8/d2/i1-3,sphere?noise=0.1",
              "--seeds", "3", "--trials", "30", "--record", "trials"]
RUN = ["run", *EXPERIMENT, "--json", "--no-progress", "--out"]
READERS = {
    "report": (["report"], ["--measure", "ert,ecdf,aocc", "--json"]),
    "records": (["export"], ["--format", "csv"]),
    "cells": (["export"], ["--format", "csv", "--rows", "cells"]),
    "run": (RUN, []),
}
SECONDS = 120


def ask(program, reader, store):
    before, after = READERS[reader]
    outcome = subprocess.run([program, *before, store, *after], capture_output=True, text=True,
                             errors="replace", timeout=SECONDS)
    out = outcome.stdout.replace(str(store), "STORE")
    return outcome.returncode, out, outcome.stderr


def page_size(data):
    return int.from_bytes(data[16:18], "big")


def flip_byte(data, chance):
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)


def zero_range(data, chance):
    at = chance.randrange(len(data))
    size = chance.choice([1, 8, 64, 512, 4096])
    data[at:at + size] = bytes(len(data[at:at + size]))


def swap_pages(data, chance):
    size = page_size(data)
    a, b = (size * page for page in chance.sample(range(1, len(data) // size), 2))
    data[a:a + size], data[b:b + size] = data[b:b + size], data[a:a + size]


def repeat_page(data, chance):
    size = page_size(data)
    a, b = (size * page for page in chance.sample(range(1, len(data) // size), 2))
    data[a:a + size] = data[b:b + size]


def move_bytes(data, chance):
    size = chance.choice([1, 8, 64])
    a, b = (chance.randrange(len(data) - size) for _ in range(2))
    data[a:a + size] = data[b:b + size]


def cut(data, chance):
    del data[chance.randrange(1, len(data)):]


DAMAGES = [flip_byte, zero_range, swap_pages, repeat_page, move_bytes, cut]


def verdict(answer, expected):
    code, out, err = answer
    if code == 0 and out == expected[1]:
        return "same"
    if code in (1, 2) and err.startswith("error: ") and err.count("\n") == 1:
        return "refused"
    return f"WRONG (exit code {code}): {err.strip()[:200]}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("program")
    arguments.add_argument("--count", type=int, default=220)
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    program = str(pathlib.Path(given.program).resolve())
    wrong = 0
    tally = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        store = pathlib.Path(folder) / "whole.db"
        subprocess.run([program, *RUN, store], check=True, capture_output=True)
        whole = store.read_bytes()
        expected = {reader: ask(program, reader, store) for reader in READERS}
        assert all(code == 0 for code, _, _ in expected.values()), expected
        for number in range(given.count):
            chance = random.Random(f"{given.seed} {number}")
            damage = DAMAGES[number % len(DAMAGES)]
            data = bytearray(whole)
            damage(data, chance)
            verdicts = {}
            for reader in READERS:
                for left in pathlib.Path(folder).glob("damaged.db*"):
                    left.unlink()
                damaged = pathlib.Path(folder) / "damaged.db"
                damaged.write_bytes(data)
                verdicts[reader] = verdict(ask(program, reader, damaged), expected[reader])
                tally[damage.__name__, reader, verdicts[reader].split()[0]] += 1
            if verdicts["report"] == "refused" and verdicts["run"] == "same":
                verdicts["run"] = "WRONG: report refused"
            for reader, said in verdicts.items():
                if said.startswith("WRONG"):
                    wrong += 1
                    print(f"{damage.__name__} {number}, {reader}: {said}")
    for (damage, reader, said), count in sorted(tally.items()):
        print(f"{damage:12} {reader:8} {said:8} {count}")
    print(f"{given.count} corruptions, {wrong} wrong answers")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
