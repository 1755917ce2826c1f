#!/usr/bin/env python3
"""Compares the searcher tpe with Optuna's TPESampler, settings equal: best losses after 25, 50 and 100
trials on 8 problems, two-sided Mann-Whitney tests, p-values by Holm over the problems of one budget.

  compare_tpe.py [--program PATH] [--seeds N] [--peer FILE] [--multivariate]

Needs Debian's python3-optuna (3.1.0) and its scipy: run it with /usr/bin/python3. FILE keeps what Optuna
reached (which takes about 20 minutes), and is read if it is there. Before anything runs, the problems as written
here are evaluated beside the program's own. Prints a table in Markdown; exit code 3 if any p is below 0.05.
"""

import argparse
import json
import math
import pathlib
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import warnings

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUDGETS = (25, 50, 100)
SIGNIFICANT = 0.05


def branin(x, y):
    bend = y - 5.1 / (4 * math.pi**2) * x * x + 5 / math.pi * x - 6
    return bend**2 + 10 * (1 - 1 / (8 * math.pi)) * math.cos(x) + 10


def hartmann6(*x):
    heights = (1, 1.2, 3, 3.2)
    scales = ((10, 3, 17, 3.5, 1.7, 8), (0.05, 10, 17, 0.1, 8, 14),
              (3, 3.5, 1.7, 10, 17, 8), (17, 8, 0.05, 10, 0.1, 14))
    centres = ((0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886),
               (0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991),
               (0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650),
               (0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381))
    return -sum(h * math.exp(-sum(s * (v - c)**2 for s, v, c in zip(scale, x, centre)))
                for h, scale, centre in zip(heights, scales, centres))


def rosenbrock(*x):
    return sum(100 * (b - a * a)**2 + (1 - a)**2 for a, b in zip(x, x[1:]))


def shifted(function, half_width):
    """The wrapper shift=sine, on [-half_width, half_width]."""
    return lambda *x: function([v - 0.3 * half_width * math.sin(2 * i + 1) for i, v in enumerate(x)])


def ackley(x):
    squares = sum(v * v for v in x) / len(x)
    waves = sum(math.cos(2 * math.pi * v) for v in x) / len(x)
    return 20 * (1 - math.exp(-0.2 * math.sqrt(squares))) + math.e - math.exp(waves)


def rastrigin(x):
    return sum(v * v + 10 * (1 - math.cos(2 * math.pi * v)) for v in x)


def hpo6(lr, batch, opt, layers, dropout, wd):
    log_lr, offset, slope, curvature = (
        (-3.4, 0, .25, .35), (-1.2, .03, .5, .8), (-4.0, .06, .25, .45), (-2.2, .10, .5, .2))[opt]
    b = math.log2(batch) - 5
    away = math.log10(lr) - (log_lr + slope * math.log10(2) * b - 0.10 * (layers - 3))
    z = curvature * away**2
    w = (math.log10(wd) - (-5.5 - 2 * (dropout - 0.2)))**2
    return (offset + z / (1 + 0.35 * z) + 0.30 * max(0, away - 0.9)**2 + 0.020 * (layers - 3)**2
            + 0.012 * b**2 + 0.9 * (dropout - (0.10 + 0.05 * (layers - 1)))**2
            + 0.030 * w / (1 + 0.1 * w))


STEPS = "(a - 3.3)**2 / 10 + (n - 17)**2 / 200 + (log(w) - 3)**2 / 4 + (log(lr) + a)**2 / 5"
CHOICES = "(c - 5)**2 / 9 + (d - 2)**2 / (1 + e) + e * (x - c / 13)**2 + (k - 3)**2 / 50"


def steps(a, n, w, lr):
    return (a - 3.3)**2 / 10 + (n - 17)**2 / 200 + (math.log(w) - 3)**2 / 4 + (math.log(lr) + a)**2 / 5


def choices(c, d, e, k, x):
    return (c - 5)**2 / 9 + (d - 2)**2 / (1 + e) + e * (x - c / 13)**2 + (k - 3)**2 / 50


def real(lo, hi, **options):
    return lambda trial, name: trial.suggest_float(name, lo, hi, **options)


def whole(lo, hi, times=1, **options):
    return lambda trial, name: times * trial.suggest_int(name, lo, hi, **options)


def among(*values):
    return lambda trial, name: trial.suggest_categorical(name, values)


# Objective: the function, its parameters in Optuna's words, in order, and as --param.
PROBLEMS = {
    "branin": (branin, [real(-5, 10), real(0, 15)], []),
    "hartmann6": (hartmann6, [real(0, 1)] * 6, []),
    "rosenbrock?dim=5": (rosenbrock, [real(-5, 10)] * 5, []),
    "ackley?dim=5&shift=sine": (shifted(ackley, 32.768), [real(-32.768, 32.768)] * 5, []),
    "rastrigin?dim=4&shift=sine": (shifted(rastrigin, 5.12), [real(-5.12, 5.12)] * 4, []),
    "hpo6": (hpo6, [real(1e-6, 1, log=True), whole(1, 64, times=8, log=True), among(0, 1, 2, 3),
                    whole(1, 8), real(0, 0.9), real(1e-8, 0.1, log=True)], []),
    STEPS: (steps, [real(0, 10, step=0.5), whole(1, 50), whole(1, 1024, log=True),
                    real(1e-5, 1, log=True)],
            ["a={distribution: q_uniform, min: 0, max: 10, q: 0.5}", "n={min: 1, max: 50}",
             "w={distribution: int_log_uniform_values, min: 1, max: 1024}",
             "lr={distribution: log_uniform_values, min: 1.0e-5, max: 1.0}"]),
    CHOICES: (choices, [among(1, 2, 3, 5, 8, 13), among(1, 2, 4), among(0, 1),
                        among(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), real(0, 1)],
              ["c={values: [1, 2, 3, 5, 8, 13]}", "d={values: [1, 2, 4]}", "e={values: [0, 1]}",
               "k={values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}", "x={min: 0.0, max: 1.0}"]),
}


def suggested(trial, parameters):
    return [suggest(trial, f"p{i}") for i, suggest in enumerate(parameters)]


def with_parameters(parameters):
    return [word for parameter in parameters for word in ("--param", parameter)]


class Draws:
    """Stands for a trial: values at random, roughly, to compare the two forms of a problem."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def suggest_float(self, _, lo, hi, step=None, log=False):
        if log:
            return math.exp(self.random.uniform(math.log(lo), math.log(hi)))
        x = self.random.uniform(lo, hi)
        return x if step is None else lo + step * round((x - lo) / step)

    def suggest_int(self, _, lo, hi, log=False):
        return self.random.randint(lo, hi)

    def suggest_categorical(self, _, values):
        return self.random.choice(values)


def check_problem(program, objective):
    function, suggests, parameters = PROBLEMS[objective]
    points = [suggested(Draws(seed), suggests) for seed in range(20)]
    names = [parameter.split("=")[0] for parameter in parameters]
    at = [dict(zip(names, point)) for point in points] if names else points
    out = subprocess.run([program, "eval", "--at", "-", "--json", *with_parameters(parameters), "--", objective],
                         input=json.dumps(at), capture_output=True, text=True, check=True).stdout
    for point, theirs in zip(points, json.loads(out)["values"]):
        if not math.isclose(function(*point), theirs, rel_tol=1e-9, abs_tol=1e-9):
            sys.exit(f"error: {objective} at {point}: {function(*point)} here, {theirs} in the program")


def best_after(losses):
    return {budget: min(losses[:budget]) for budget in BUDGETS}


def optuna_losses(objective, seed, multivariate):
    import optuna
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    warnings.simplefilter("ignore")
    function, suggests, _ = PROBLEMS[objective]
    study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=seed, multivariate=multivariate))
    study.optimize(lambda trial: function(*suggested(trial, suggests)), n_trials=max(BUDGETS))
    return [trial.value for trial in study.trials]


def peer_results(path, seeds, multivariate):
    """Best losses by objective and budget; kept in a file of JSON lines."""
    known = {}
    if path and path.exists():
        for line in path.read_text().splitlines():
            entry = json.loads(line)
            known[entry["objective"], entry["seed"], entry["multivariate"]] = entry["best"]
    results = {}
    for seed in range(seeds):
        for objective in PROBLEMS:
            key = (objective, seed, multivariate)
            if key not in known:
                known[key] = list(best_after(optuna_losses(*key)).values())
                if path:
                    with path.open("a") as file:
                        file.write(json.dumps({"objective": objective, "seed": seed,
                                               "multivariate": multivariate, "best": known[key]}) + "\n")
            for budget, best in zip(BUDGETS, known[key]):
                results.setdefault((objective, budget), []).append(best)
    return results


def own_results(program, seeds, multivariate):
    results = {}
    method = "tpe?multivariate=true" if multivariate else "tpe"
    with tempfile.TemporaryDirectory() as folder:
        for number, (objective, (_, _, parameters)) in enumerate(PROBLEMS.items()):
            store = f"{folder}/{number}.db"
            subprocess.run([program, "run", "--method", method, "--objective", objective,
                            *with_parameters(parameters), "--trials", str(max(BUDGETS)), "--seeds", str(seeds),
                            "--out", store, "--record", "trials", "--quiet", "--no-progress"],
                           check=True, stdout=subprocess.DEVNULL)
            rows = sqlite3.connect(store).execute("SELECT cell, loss FROM record ORDER BY cell, trial")
            losses = {}
            for cell, loss in rows:
                losses.setdefault(cell, []).append(loss)
            for of_cell in losses.values():
                for budget, best in best_after(of_cell).items():
                    results.setdefault((objective, budget), []).append(best)
    return results


def holm(p_values):
    adjusted, least = [0.0] * len(p_values), 0.0
    for rank, i in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        least = max(least, min(1.0, p_values[i] * (len(p_values) - rank)))
        adjusted[i] = least
    return adjusted


def table(own, peer):
    """Prints it; the least adjusted p-value."""
    from scipy.stats import mannwhitneyu
    adjusted = {}
    for budget in BUDGETS:
        p_values = [mannwhitneyu(own[o, budget], peer[o, budget], alternative="two-sided").pvalue
                    for o in PROBLEMS]
        adjusted.update({(o, budget): p for o, p in zip(PROBLEMS, holm(p_values))})
    print("| problem | " + " | ".join(f"{b} trials: here | Optuna | p" for b in BUDGETS) + " |")
    print("|---|" + "---|" * 3 * len(BUDGETS))
    for objective in PROBLEMS:
        name = {STEPS: "steps", CHOICES: "choices"}.get(objective, objective)
        cells = [f"{statistics.median(own[objective, b]):.4g} | {statistics.median(peer[objective, b]):.4g} | "
                 f"{adjusted[objective, b]:.2f}" for b in BUDGETS]
        print(f"| {name} | " + " | ".join(cells) + " |")
    return min(adjusted.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=str(ROOT / "build/release/bench/sweep-bench"))
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--peer", type=pathlib.Path)
    parser.add_argument("--multivariate", action="store_true")
    arguments = parser.parse_args()
    for objective in PROBLEMS:
        check_problem(arguments.program, objective)
    peer = peer_results(arguments.peer, arguments.seeds, arguments.multivariate)
    own = own_results(arguments.program, arguments.seeds, arguments.multivariate)
    return 3 if table(own, peer) < SIGNIFICANT else 0


if __name__ == "__main__":
    sys.exit(main())
