#!/usr/bin/env python3
"""Compares what `sweep-bench stop` says with the pruners of Optuna on random histories.

  pruners_test.py --program PATH [--histories N]

A history is a list of runs, some finished, failed or killed, some running; metrics miss steps, and
some are no numbers. Each running run is judged after its last report. Optuna is given the steps as
they are counted here, from 1.
"""

import argparse
import json
import math
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import optuna
from optuna.trial import TrialState

STATES = {"finished": TrialState.COMPLETE, "failed": TrialState.FAIL, "killed": TrialState.PRUNED,
          "running": TrialState.RUNNING}


def random_curve(draw, may_be_nan):
    """{step: value}; few different values, so that there are ties."""
    curve = {}
    for step in range(1, draw.randint(1, 12) + 1):
        if draw.random() < 0.1:
            continue
        value = draw.randint(0, 40) / 8 + 4 / step
        curve[step] = math.nan if may_be_nan and draw.random() < 0.07 else value
    return curve


def random_history(draw, may_be_nan):
    runs = []
    for number in range(draw.randint(2, 24)):
        state = draw.choice(["finished", "finished", "running", "running", "failed", "killed"])
        runs.append((f"run-{number}", state, random_curve(draw, may_be_nan)))
    return runs


def percentile_arguments(draw):
    return {"n_startup_trials": draw.choice([0, 1, 3, 5]), "n_warmup_steps": draw.choice([0, 0, 1, 4]),
            "interval_steps": draw.choice([1, 1, 2, 5]), "n_min_trials": draw.choice([1, 1, 3])}


def random_pruner(draw):
    """The type of a pruner, and its arguments."""
    kind = draw.choice(["MedianPruner"] * 4 + ["PercentilePruner"] * 4 +
                       ["ThresholdPruner", "PatientPruner", "SuccessiveHalvingPruner", "NopPruner"])
    if kind == "MedianPruner":
        return kind, percentile_arguments(draw)
    if kind == "PercentilePruner":
        percentile = draw.choice([0.0, 10.0, 25.0, 33.3, 50.0, 75.0, 100.0])
        return kind, {"percentile": percentile, **percentile_arguments(draw)}
    if kind == "ThresholdPruner":
        return kind, {"lower": draw.choice([None, 0.5, 1.0]), "upper": draw.choice([3.0, 4.5]),
                      "n_warmup_steps": draw.choice([0, 3]), "interval_steps": draw.choice([1, 4])}
    if kind == "PatientPruner":
        return kind, {"wrapped_pruner": None, "patience": draw.randint(0, 4),
                      "min_delta": draw.choice([0.0, 0.25, 1.0])}
    if kind == "SuccessiveHalvingPruner":
        return kind, {"min_resource": draw.randint(1, 2), "reduction_factor": draw.randint(2, 4),
                      "min_early_stopping_rate": draw.randint(0, 1)}
    return kind, {}


def asked_at_the_end(study, runs):
    """What the study's pruner says of each running run, given all that there is."""
    for name, state, curve in runs:
        trial = optuna.trial.create_trial(state=TrialState.COMPLETE, value=0.0,
                                          intermediate_values=curve, user_attrs={"name": name})
        trial.state = STATES[state]
        if state != "finished":
            trial.values = None
            trial.datetime_complete = trial.datetime_complete if state != "running" else None
        study.add_trial(trial)
    return [trial.user_attrs["name"] for trial in study.trials
            if trial.state == TrialState.RUNNING and study.pruner.prune(study, trial)]


def asked_on_the_way(study, runs):
    """The running runs that stop at any of their reports, after those that do not run."""
    stopped = []
    for name, state, curve in sorted(runs, key=lambda run: run[1] == "running"):
        trial = study.ask()
        for step, value in curve.items():
            trial.report(value, step)
            if trial.should_prune():
                if state == "running":
                    stopped.append(name)
                break
    return stopped


def expected(kind, arguments, maximise, runs):
    pruner = getattr(optuna.pruners, kind)(**arguments)
    study = optuna.create_study(direction="maximize" if maximise else "minimize", pruner=pruner)
    return (asked_on_the_way if kind == "SuccessiveHalvingPruner" else asked_at_the_end)(study, runs)


def run_json(name, state, curve):
    last = max(curve, default=0)
    rows = [{"score": "nan" if math.isnan(curve[step]) else curve[step]} if step in curve else {}
            for step in range(1, last + 1)]
    return {"name": name, "state": state, "history": rows}


def answer(program, folder, kind, arguments, maximise, runs):
    sweep = {"method": "random", "metric": {"name": "score", "goal": "maximize" if maximise else "minimize"},
             "parameters": {"x": {"values": [1, 2]}},
             "scheduler": {"settings": {"pruner": {"type": kind, "args": arguments}}}}
    (folder / "sweep.json").write_text(json.dumps(sweep), encoding="utf-8")
    (folder / "runs.json").write_text(json.dumps([run_json(*run) for run in runs]), encoding="utf-8")
    done = subprocess.run([program, "stop", folder / "sweep.json", "--runs", folder / "runs.json", "--json",
                           "--iteration", "_step"],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)["stop"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--histories", type=int, default=200)
    options = parser.parse_args()
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    draw = random.Random(4)
    judged, stops, wrong = 0, 0, 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(options.histories):
            kind, arguments = random_pruner(draw)
            maximise = draw.random() < 0.5
            runs = random_history(draw, kind != "SuccessiveHalvingPruner")
            want = expected(kind, arguments, maximise, runs)
            got = answer(options.program, Path(name), kind, arguments, maximise, runs)
            judged += sum(state == "running" for _, state, _ in runs)
            stops += len(want)
            if want != got:
                wrong += 1
                print(f"history {number}: {kind} {arguments}, maximise {maximise}: "
                      f"Optuna stops {want}, sweep-bench {got}; runs {runs}")
    print(f"Optuna {optuna.__version__}: {options.histories} histories, {judged} running runs, "
          f"{stops} stopped, {wrong} histories judged otherwise")
    return 1 if wrong or not stops else 0


if __name__ == "__main__":
    sys.exit(main())
