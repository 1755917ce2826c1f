#!/usr/bin/env python3
"""Measures how often `sweep-bench gate` is wrong where nothing changed: A against A with other seeds.

  scripts/gate_trials.py --program PATH [--gates 1000] [--seeds 20] [--method random] [--against METHOD]

Every gate runs two fresh experiments on four objectives, of the same method, or of another one in the
place of the candidate. Prints the counts of the verdicts, and the probability of as uneven a split of
better and worse if both were as likely.
"""

import argparse
import collections
import math
import pathlib
import subprocess
import sys
import tempfile

OBJECTIVES = "branin,ackley?dim=5,hartmann6,rastrigin?dim=3"
VERDICTS = {0: "same or better", 2: "not comparable", 3: "worse", 4: "inconclusive"}


def run_experiment(arguments, method, first, store):
    words = [arguments.program, "run", "--method", method, "--objective", OBJECTIVES,
             "--trials", "25", "--seeds", f"{first}..{first + arguments.seeds - 1}", "--quiet", "--out", store]
    subprocess.run(words, check=True)


def verdict_of(arguments, gate, folder):
    """The first word of what a gate says, and its exit code."""
    base, new = folder / "a.db", folder / "b.db"
    methods = (arguments.method, arguments.against or arguments.method)
    for place, (store, method) in enumerate(zip((base, new), methods)):
        store.unlink(missing_ok=True)
        run_experiment(arguments, method, 1 + (2 * gate + place) * arguments.seeds, store)
    done = subprocess.run([arguments.program, "gate", base, new], capture_output=True, text=True, check=False)
    if done.returncode not in VERDICTS:
        raise SystemExit(f"gate ended with {done.returncode}: {done.stderr}")
    return done.stdout.split(":")[0] if done.stdout else "not comparable"


def two_sided(k, n):
    """P of a count as far from n/2 as k, for a fair coin."""
    distance = abs(k - n / 2)
    return sum(math.comb(n, i) for i in range(n + 1) if abs(i - n / 2) >= distance) / 2**n


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--gates", type=int, default=1000)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--method", default="random")
    parser.add_argument("--against", help="the candidate's method, if it is another")
    arguments = parser.parse_args()
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        for gate in range(arguments.gates):
            counts[verdict_of(arguments, gate, pathlib.Path(name))] += 1
    for verdict, count in counts.most_common():
        print(f"{verdict:15} {count:6} of {arguments.gates}")
    worse, better = counts["worse"], counts["better"]
    print(f"better {better}, worse {worse}: binomial p = {two_sided(worse, worse + better):.3g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
