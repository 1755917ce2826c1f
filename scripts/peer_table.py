#!/usr/bin/env python3
"""Sets a method's median regret beside the best of the public optimisers (results/peers.csv).

  peer_table.py --objectives        the problems, for --objective of sweep-bench run
  peer_table.py STORE [METHOD]      the table, from a store of that experiment; bayes if none is named

A star marks a median at or below the peers' best. Budgets that the store does not reach are left out.
"""

import csv
import pathlib
import sqlite3
import statistics
import sys

PEERS = pathlib.Path(__file__).resolve().parents[1] / "results" / "peers.csv"
LAST_DIGITS = 1 + 1e-9  # the peers' figures have two digits; equal ones count as reached


def peers():
    lines = [line for line in PEERS.read_text().splitlines() if not line.startswith("#")]
    for row in csv.DictReader(lines):
        yield row.pop("objective"), {int(budget): float(regret) for budget, regret in row.items()}


def regrets(store, method, objective, budget):
    """One for each cell that has this many trials."""
    cells = store.execute(
        "SELECT id, optimum FROM cell WHERE method = ? AND objective = ? AND trials >= ?",
        (method, objective, budget)).fetchall()
    for cell, optimum in cells:
        best, = store.execute(
            "SELECT min(loss) FROM record WHERE cell = ? AND trial < ?", (cell, budget)).fetchone()
        yield float("inf") if best is None else max(0.0, best - optimum)


def table(path, method):
    if not pathlib.Path(path).is_file():
        sys.exit(f"error: {path}: there is no such store")
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    reached = {}
    for objective, bars in peers():
        columns = []
        for budget, bar in bars.items():
            found = list(regrets(store, method, objective, budget))
            if not found:
                continue
            median = statistics.median(found)
            is_reached = median <= bar * LAST_DIGITS
            reached.setdefault(budget, []).append(is_reached)
            columns.append(f"{median:8.1e}{'*' if is_reached else ' '} {bar:7.1e}")
        if columns:
            print(f"{objective:28}" + " | ".join(columns))
    for budget, marks in reached.items():
        print(f"after {budget} trials at or below the best peer: {sum(marks)} of {len(marks)}")


def main(arguments):
    if arguments == ["--objectives"]:
        print(",".join(objective for objective, _ in peers()))
    elif len(arguments) in (1, 2) and not arguments[0].startswith("-"):
        table(arguments[0], arguments[1] if len(arguments) == 2 else "bayes")
    else:
        sys.exit(__doc__.strip())


if __name__ == "__main__":
    main(sys.argv[1:])
