#!/usr/bin/env python3
"""Ranks bayes among the public optimisers that this machine has, on the problems of results/peers.csv.

  rank_peers.py run PEERS [NAME..] [--seeds N] [--pipe PROGRAM]   runs peers, all if none is named
  rank_peers.py table STORE PEERS     their mean ranks, with bayes from a store as of peer_table.py

PEERS is a CSV file of regrets that `run` adds to: what it holds already is not run again. Peers are
found at run time; those whose package is missing are named. Their losses come from this project's
own objectives (`cmake --build build/release --target objective_pipe`).

All search the unit cube with their library's defaults, from a random start where they need one;
whole numbers and categories are floor(n u), but for Optuna, which is told of them. Local searches
start anew from random points until the budget is used up. Deterministic ones run once.

A rank compares the median regrets of one problem; equal ones, and those below 1e-9, share theirs.
"""

import argparse
import collections
import csv
import functools
import importlib
import pathlib
import random
import statistics
import subprocess
import sys
import warnings

from peer_table import open_store, peers, regrets

BUDGETS = (25, 50, 100, 200)
FOUND = 1e-9  # lower regrets are equal
BARS = "(best of 18, each time)"  # of results/peers.csv: no one of them is as good as this
ROOT = pathlib.Path(__file__).resolve().parents[1]


class BudgetSpent(Exception):
    """Ends an optimiser from within the objective."""


class Problem:
    """An objective of this project on the unit cube; keeps the best loss after each evaluation."""

    def __init__(self, pipe, objective):
        self.process = subprocess.Popen([pipe, objective], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, bufsize=1)
        optimum, *values = self.process.stdout.readline().split()
        self.optimum = float(optimum)
        self.values = [int(text.rstrip("c")) for text in values]  # 0: too many to count
        self.is_category = [text.endswith("c") for text in values]
        self.best = []

    def is_spent(self):
        return len(self.best) >= BUDGETS[-1]

    def __call__(self, point, *_):
        if self.is_spent():
            raise BudgetSpent
        inside = [min(max(float(u), 0.0), 1.0) for u in point]
        self.process.stdin.write(" ".join(map(repr, inside)) + "\n")
        loss = float(self.process.stdout.readline())
        self.best.append(min(loss, self.best[-1]) if self.best else loss)
        return loss

    def regrets(self):
        """After each budget, of the evaluations since the last call."""
        best, self.best = self.best, []
        return [max(0.0, best[min(n, len(best)) - 1] - self.optimum) for n in BUDGETS]


def optuna_peer(make_sampler):
    def search(problem, seed):
        import optuna
        optuna.logging.set_verbosity(optuna.logging.ERROR)
        warnings.simplefilter("ignore", optuna.exceptions.ExperimentalWarning)
        study = optuna.create_study(sampler=make_sampler(optuna.samplers, seed))

        def loss(trial):
            point = []
            for k, (n, is_category) in enumerate(zip(problem.values, problem.is_category)):
                if is_category:
                    point.append((trial.suggest_categorical(f"p{k}", range(n)) + 0.5) / n)
                elif n > 0:
                    point.append((trial.suggest_int(f"p{k}", 0, n - 1) + 0.5) / n)
                else:
                    point.append(trial.suggest_float(f"p{k}", 0, 1))
            return problem(point)

        study.optimize(loss, n_trials=BUDGETS[-1])
    return search


def scipy_peer(name):
    def search(problem, seed):
        import scipy.optimize
        bounds = [(0.0, 1.0)] * len(problem.values)
        seeded = {} if name == "direct" else {"seed": seed}
        while True:
            getattr(scipy.optimize, name)(problem, bounds, **seeded)
            seeded = {"seed": seeded["seed"] + 1000} if seeded else seeded
    return search


def nlopt_peer(name, local=None):
    """Once a local search or a whole global one has ended, it begins anew elsewhere."""
    def search(problem, seed):
        import nlopt
        nlopt.srand(seed)
        draws = random.Random(seed)
        width = len(problem.values)
        while True:
            optimiser = nlopt.opt(getattr(nlopt, name), width)
            optimiser.set_lower_bounds(0.0)
            optimiser.set_upper_bounds(1.0)
            optimiser.set_min_objective(problem)
            optimiser.set_maxeval(BUDGETS[-1])
            if name.startswith("LN_"):
                optimiser.set_xtol_abs(1e-9)
            if local:
                inner = nlopt.opt(getattr(nlopt, local), width)
                inner.set_xtol_abs(1e-9)
                optimiser.set_local_optimizer(inner)
            try:
                optimiser.optimize([draws.random() for _ in range(width)])
            except nlopt.RoundoffLimited:
                pass
    return search


Peer = collections.namedtuple("Peer", "package is_seeded search")
PEERS = {
    "nlopt-direct-l": Peer("nlopt", False, nlopt_peer("GN_DIRECT_L")),
    "nlopt-direct-l-rand": Peer("nlopt", True, nlopt_peer("GN_DIRECT_L_RAND")),
    "nlopt-crs2": Peer("nlopt", True, nlopt_peer("GN_CRS2_LM")),
    "nlopt-mlsl-bobyqa": Peer("nlopt", True, nlopt_peer("GN_MLSL_LDS", "LN_BOBYQA")),
    "nlopt-esch": Peer("nlopt", True, nlopt_peer("GN_ESCH")),
    "nlopt-bobyqa": Peer("nlopt", True, nlopt_peer("LN_BOBYQA")),
    "nlopt-cobyla": Peer("nlopt", True, nlopt_peer("LN_COBYLA")),
    "scipy-direct": Peer("scipy", False, scipy_peer("direct")),
    "scipy-annealing": Peer("scipy", True, scipy_peer("dual_annealing")),
    "scipy-evolution": Peer("scipy", True, scipy_peer("differential_evolution")),
    "optuna-random": Peer("optuna", True, optuna_peer(
        lambda samplers, seed: samplers.RandomSampler(seed=seed))),
    "optuna-qmc": Peer("optuna", True, optuna_peer(
        lambda samplers, seed: samplers.QMCSampler(seed=seed, scramble=True))),
    "optuna-cma": Peer("optuna", True, optuna_peer(
        lambda samplers, seed: samplers.CmaEsSampler(seed=seed))),
    "optuna-tpe": Peer("optuna", True, optuna_peer(
        lambda samplers, seed: samplers.TPESampler(seed=seed))),
    "optuna-tpe-multivariate": Peer("optuna", True, optuna_peer(
        lambda samplers, seed: samplers.TPESampler(seed=seed, multivariate=True))),
}


@functools.lru_cache
def is_installed(package):
    try:
        importlib.import_module(package)
    except ImportError:
        return False
    return True


def read_results(path):
    """Regrets by peer, problem and seed."""
    if not path.is_file():
        return {}
    with path.open() as file:
        return {(row["peer"], row["objective"], int(row["seed"])): [float(row[str(n)]) for n in BUDGETS]
                for row in csv.DictReader(file)}


def run(path, names, seeds, pipe):
    known = read_results(path)
    missing = [name for name in names if not is_installed(PEERS[name].package)]
    if missing:
        print("not installed:", ", ".join(missing), file=sys.stderr)
    is_new = not path.is_file()
    with path.open("a", buffering=1) as file:
        writer = csv.writer(file)
        if is_new:
            writer.writerow(["peer", "objective", "seed", *BUDGETS])
        for objective, _ in peers():
            problem = Problem(pipe, objective)
            for name in (name for name in names if name not in missing):
                for seed in range(1, (seeds if PEERS[name].is_seeded else 1) + 1):
                    if (name, objective, seed) in known:
                        continue
                    try:
                        PEERS[name].search(problem, seed)
                    except (BudgetSpent, SystemError):  # what some libraries make of the former
                        assert problem.is_spent()
                    writer.writerow([name, objective, seed, *problem.regrets()])


def ranks(medians):
    """1 for the lowest; equal ones share the mean of their places."""
    rounded = {name: 0.0 if regret < FOUND else regret for name, regret in medians.items()}
    values = sorted(rounded.values())
    return {name: values.index(value) + (values.count(value) + 1) / 2
            for name, value in rounded.items()}


def read_complete_results(path, problems):
    """Without peers that have not been run on all problems, which are named."""
    results = read_results(path)
    known = collections.defaultdict(set)
    for name, objective, _ in results:
        known[name].add(objective)
    partial = sorted(name for name in known if known[name] != problems)
    if partial:
        print("left out, not run on all problems yet:", ", ".join(partial), file=sys.stderr)
    return {key: reached for key, reached in results.items() if key[0] not in partial}


def regrets_by_peer(objective, budget, store, results, bar):
    found = collections.defaultdict(list)
    for (name, problem, _), reached in results.items():
        if problem == objective:
            found[name].append(reached[BUDGETS.index(budget)])
    found["bayes"] = list(regrets(store, "bayes", objective, budget))
    found[BARS] = [bar]
    return found


def table(store_path, path):
    bars = dict(peers())
    store, results = open_store(store_path), read_complete_results(path, set(bars))
    places, seeds = collections.defaultdict(list), collections.defaultdict(set)
    for objective in bars:
        for budget in BUDGETS:
            found = regrets_by_peer(objective, budget, store, results, bars[objective][budget])
            medians = {name: statistics.median(values) for name, values in found.items()}
            for name, rank in ranks(medians).items():
                places[name, budget].append(rank)
                seeds[name].add(len(found[name]))
    means = {name: [statistics.mean(places[name, budget]) for budget in BUDGETS] for name in seeds}
    print(f"{f'mean rank of {len(means)}':26}{'seeds':>8}" + "".join(f"{n:8}" for n in BUDGETS))
    for name, mean in sorted(means.items(), key=lambda item: statistics.mean(item[1])):
        runs = "-".join(map(str, sorted({min(seeds[name]), max(seeds[name])})))
        runs = "" if name == BARS else runs
        print(f"{name:26}{runs:>8}" + "".join(f"{rank:8.1f}" for rank in mean))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    runs = verbs.add_parser("run")
    runs.add_argument("peers", type=pathlib.Path)
    runs.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PEERS))
    runs.add_argument("--seeds", type=int, default=15)
    runs.add_argument("--pipe", default=str(ROOT / "build/release/bench/objective_pipe"))
    tables = verbs.add_parser("table")
    tables.add_argument("store")
    tables.add_argument("peers", type=pathlib.Path)
    given = parser.parse_args()
    if given.verb == "table":
        table(given.store, given.peers)
        return
    unknown = [name for name in given.names if name not in PEERS]
    if unknown:
        parser.error(f"no peer is called {unknown[0]}; there are {', '.join(PEERS)}")
    run(given.peers, given.names or list(PEERS), given.seeds, given.pipe)


if __name__ == "__main__":
    main()
