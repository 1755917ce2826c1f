#!/usr/bin/env python3
"""How methods with a scheduler compare with random search at equal virtual time.

    scripts/equal_time.py [--share 0.25] [--times 0.25,1] [--program PATH] STORE...

The stores are of `sweep-bench run --out`, with `random` among the methods. For each objective T is
`share` of the median time of random's cells. The factor of a method is how many times sooner than
random it comes to the same loss:

    factor = geometric mean over f = 0.4, 0.5, .. 1 of  t_random(L_f) / t_method(L_f),

where L_f is random's median best loss at time f T, and t(L) the first time at which the median best
loss of a method's cells is at most L. Where a method never comes to L, its cells' median end stands
for t, and the factor is marked with '<'. The second table has mean normalised ranks (0 best, 1
worst) of the median best losses at some shares of random's time.
"""
import argparse
import csv
import io
import math
import pathlib
import statistics
import subprocess
from collections import defaultdict

PROGRAM = pathlib.Path(__file__).resolve().parent / "sweep-bench"
FRACTIONS = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]


def rows(program, store, kind):
    text = subprocess.run([program, "export", store, "--format", "csv", "--rows", kind, "--no-progress"],
                          check=True, capture_output=True, text=True).stdout
    return csv.DictReader(io.StringIO(text))


class Method:
    """The cells of a method on an objective: when each ended, and its improvements."""

    def __init__(self):
        self.ends = {}
        self.improvements = defaultdict(list)

    def end(self):
        return statistics.median(self.ends.values())

    def loss_at(self, time):
        """The upper median over the cells, which is a loss that half of them have reached."""
        best = sorted(min((loss for t, loss in self.improvements[seed] if t <= time), default=math.inf)
                      for seed in self.ends)
        return best[len(best) // 2]

    def time_to(self, target):
        """When half of the cells have reached the target; infinite if they never do."""
        times = sorted(min((t for t, loss in self.improvements[seed] if loss <= target), default=math.inf)
                       for seed in self.ends)
        return times[len(times) // 2]


def read(program, stores):
    """objective -> method -> Method, methods in the order of the stores."""
    found = defaultdict(lambda: defaultdict(Method))
    for store in stores:
        for row in rows(program, store, "cells"):
            found[row["objective"]][row["method"]].ends[row["seed"]] = float(row["seconds"])
        for row in rows(program, store, "records"):
            if row["state"] == "completed":
                cell = found[row["objective"]][row["method"]].improvements[row["seed"]]
                cell.append((float(row["seconds"]), float(row["loss"])))
    return found


def factor_of(method, random, time):
    """The factor, and whether some loss was never reached."""
    logs, is_bound = [], False
    for fraction in FRACTIONS:
        target = random.loss_at(fraction * time)
        if target == math.inf:
            continue
        taken = method.time_to(target)
        if taken == math.inf:
            taken, is_bound = method.end(), True
        logs.append(math.log(random.time_to(target) / taken))
    return math.exp(statistics.fmean(logs)), is_bound


def ranks_at(methods, time):
    """Normalised ranks of the median losses, equal ones sharing theirs."""
    losses = {name: method.loss_at(time) for name, method in methods.items()}
    rank = {name: sum(other < loss for other in losses.values())
            + (sum(other == loss for other in losses.values()) - 1) / 2
            for name, loss in losses.items()}
    return {name: r / max(len(losses) - 1, 1) for name, r in rank.items()}


def print_table(head, lines):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for line in lines:
        print("| " + " | ".join(line) + " |")
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stores", nargs="+", metavar="STORE")
    parser.add_argument("--share", type=float, default=0.25, help="of random's time (default 0.25)")
    parser.add_argument("--times", default="0.25,1", help="shares of random's time at which ranks are taken")
    parser.add_argument("--program", default=PROGRAM, help="sweep-bench (default: scripts/sweep-bench)")
    given = parser.parse_args()
    found = read(given.program, given.stores)
    names = list(dict.fromkeys(name for methods in found.values() for name in methods))
    lines, factors = [], defaultdict(list)
    for objective, methods in found.items():
        time = given.share * methods["random"].end()
        line = [f"`{objective}`"]
        for name in names:
            factor, is_bound = factor_of(methods[name], methods["random"], time)
            factors[name].append(factor)
            line.append(f"{'<' if is_bound else ''}{factor:.2f}")
        lines.append(line)
    means = [f"{math.exp(statistics.fmean(map(math.log, factors[name]))):.2f}" for name in names]
    lowest = [f"{min(factors[name]):.2f}" for name in names]
    print_table(["objective", *(f"`{name}`" for name in names)],
                [*lines, ["geometric mean", *means], ["lowest", *lowest]])
    lines = []
    for share in map(float, given.times.split(",")):
        ranks = [ranks_at(methods, share * methods["random"].end()) for methods in found.values()]
        lines.append([f"{share:g}", *(f"{statistics.fmean(r[name] for r in ranks):.2f}" for name in names)])
    print_table(["share of random's time", *(f"`{name}`" for name in names)], lines)


if __name__ == "__main__":
    main()
