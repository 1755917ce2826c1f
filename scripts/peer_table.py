#!/usr/bin/env python3
"""Sets a method's median regret beside the best of the public optimisers (results/peers.csv).

  peer_table.py --objectives        the problems, for --objective of sweep-bench run
  peer_table.py STORE [METHOD]      the table, from a store of that experiment; bayes if none is named
  peer_table.py --moved             each problem ten times, shifted and, where all is uniform, rotated
  peer_table.py STORE --moved STORE bayes on the problems, and on the moved ones of the second store

A star marks a median at or below the peers' best, an exclamation mark a moved one of over three times
the fixed one's. Budgets that a store does not reach are left out.
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


def open_store(path):
    if not pathlib.Path(path).is_file():
        sys.exit(f"error: {path}: there is no such store")
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def moved(objective):
    name = objective.removesuffix("&shift=sine")
    is_uniform = not name.startswith(("hpo", "x"))
    for seed in range(1, 11):
        turn = f"rotate={seed}&" if is_uniform else ""
        yield f"{name}{'&' if '?' in name else '?'}{turn}shift={seed}"


def moved_table(fixed_path, moved_path):
    fixed_store, moved_store = open_store(fixed_path), open_store(moved_path)
    for objective, bars in peers():
        columns = []
        for budget in bars:
            fixed = list(regrets(fixed_store, "bayes", objective, budget))
            others = [regret for other in moved(objective)
                      for regret in regrets(moved_store, "bayes", other, budget)]
            if not fixed or not others:
                continue
            before, after = statistics.median(fixed), statistics.median(others)
            # Below 1e-8 both have found it.
            mark = "!" if after > max(3 * before, 1e-8) else " "
            columns.append(f"{before:8.1e} {after:8.1e}{mark}")
        if columns:
            print(f"{objective:28}" + " | ".join(columns))


def table(path, method):
    store = open_store(path)
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
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
    elif arguments == ["--objectives"]:
        print(",".join(objective for objective, _ in peers()))
    elif arguments == ["--moved"]:
        print(",".join(other for objective, _ in peers() for other in moved(objective)))
    elif len(arguments) == 3 and arguments[1] == "--moved":
        moved_table(arguments[0], arguments[2])
    elif len(arguments) in (1, 2) and not arguments[0].startswith("-"):
        table(arguments[0], arguments[1] if len(arguments) == 2 else "bayes")
    else:
        sys.exit(__doc__.strip())


if __name__ == "__main__":
    main(sys.argv[1:])
