#!/usr/bin/env python3
"""Measures how often `sweep-bench gate` is wrong where nothing changed: A against A with other seeds.

  scripts/gate_trials.py --program PATH [--gates 1000] [--seeds 20] [--method random] [--against METHOD]
  scripts/gate_trials.py --program PATH --same [--gates 10000]
  scripts/gate_trials.py --program PATH --grow METHOD [--gates 20] [--seeds 40]

Every gate runs two fresh experiments on four objectives, of the same method, or of another one in the
place of the candidate, with other seeds or, by --paired, the same. Prints the counts of the verdicts,
and the probability of as uneven a split of better and worse if both were as likely.

--same gates experiments against themselves, run again with other numbers of threads: forty methods,
other objectives, trials and seeds each time. All are identical. --grow gates `random` in the place of a
method, and prints the share of the cells that the sequential gate spends.
"""

import argparse
import collections
import json
import math
import pathlib
import subprocess
import sys
import tempfile

OBJECTIVES = "branin,ackley?dim=5,hartmann6,rastrigin?dim=3"
EXIT_CODES = (0, 2, 3, 4)  # of a gate that came to an end


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
        block = gate if arguments.paired else 2 * gate + place
        run_experiment(arguments, method, 1 + block * arguments.seeds, store)
    return first_word([arguments.program, "gate", base, new])


def first_word(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in EXIT_CODES:
        raise SystemExit(f"gate ended with {done.returncode}: {done.stderr}")
    return done.stdout.split(":")[0] if done.stdout else "not comparable"


METHODS = ["random", "grid", "grid?random_order=true", "tpe"]
METHODS += [f"tpe?candidates={n}" for n in range(1, 19)] + [f"tpe?startup_trials={n}" for n in range(1, 19)]
PROBLEMS = ["branin", "ackley?dim=5", "hartmann6", "rastrigin?dim=3", "sphere?dim=2", "hpo6", "beale"]


def same_bits(arguments, folder):
    """Verdicts of gates of every method in a store against the same in a second one."""
    counts = collections.Counter()
    for number in range(arguments.gates // len(METHODS)):
        stores = [folder / f"{name}.db" for name in "ab"]
        for store, threads in zip(stores, (1, 2 + number % 6)):
            store.unlink(missing_ok=True)
            objectives = [PROBLEMS[(number + k) % len(PROBLEMS)] for k in range(1 + number % 3)]
            words = ["run", "--method", ",".join(METHODS), "--objective", ",".join(objectives),
                     "--trials", str(12 + number % 20), "--seeds", f"{number}..{number + 1 + number % 9}",
                     "--threads", str(threads), "--quiet", "--out", store]
            subprocess.run([arguments.program, *words], check=True)
        for method in METHODS:
            sides = [f"{store}:{method}" for store in stores]
            counts[first_word([arguments.program, "gate", *sides])] += 1
    return counts


def grown(arguments, folder):
    """Verdicts of sequential gates on clear cases, and the shares of the seeds that they spent."""
    counts, spent = collections.Counter(), []
    for gate in range(arguments.gates):
        objective = PROBLEMS[gate % len(PROBLEMS)]
        for name, method in (("a", arguments.grow), ("b", "random")):
            text = f"method: '{method}'\nobjective: ['{objective}']\ntrials: {40 + gate}\n"
            (folder / f"{name}.yaml").write_text(text)
        command = [arguments.program, "gate", "--grow", folder / "a.yaml", folder / "b.yaml", "--json",
                   "--max-seeds", str(arguments.seeds)]
        answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
        counts[answer["judgement"]] += 1
        spent.append(answer["cells"] / arguments.seeds)
    print(f"share of the seeds: mean {sum(spent) / len(spent):.3f}, most {max(spent):.3f}")
    return counts


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
    parser.add_argument("--paired", action="store_true", help="the same seeds on both sides")
    parser.add_argument("--same", action="store_true", help="the same experiment on both sides")
    parser.add_argument("--grow", metavar="METHOD", help="`random` in its place, sequentially")
    arguments = parser.parse_args()
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if arguments.same:
            counts = same_bits(arguments, folder)
        elif arguments.grow:
            counts = grown(arguments, folder)
        else:
            for gate in range(arguments.gates):
                counts[verdict_of(arguments, gate, folder)] += 1
    for verdict, count in counts.most_common():
        print(f"{verdict:15} {count:6} of {counts.total()}")
    worse, better = counts["worse"], counts["better"]
    print(f"better {better}, worse {worse}: binomial p = {two_sided(worse, worse + better):.3g}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
