#!/usr/bin/env python3
"""Checks every #include against the layers of design.md: who may include whom, and which outside
library may be used where; and that no two headers give one name to two types, which compiles and
then crashes. Prints each problem; exit code 1 if there is one.

  scripts/check_layers.py [ROOT]
"""

import pathlib
import re
import sys

TEXT, SPACE, CONFIG, MODEL, WANDB, SEARCH, SCHEDULE, TUNER = (
    f"algorithms/{room}"
    for room in ("text", "space", "config", "model", "wandb", "search", "schedule", "tuner"))
OBJECTIVES, TABLES = "objectives", "objectives/tables"
RESULTS, STORE, REPORTS, EXPERIMENT, RUN, SESSION, EXPORT, SWEEP, TERMINAL, CLI = (
    f"bench/{room}"
    for room in ("results", "store", "reports", "experiment", "run", "session", "export",
                 "sweep", "terminal", "cli"))
MAIN, MICRO = "bench/main.cpp", "bench/micro"

# What a file of the results is made of; a cell that is running knows no more of them than this.
RESULT_TYPES = [
    f"{RESULTS}/{name}.hpp"
    for name in ("record", "latency", "digest", "duplicates", "objective_info", "provenance")]

# A folder or file -> what it may include besides itself. The longest path that fits counts.
ALLOWED = {
    TEXT: [],
    SPACE: [TEXT],
    CONFIG: [TEXT, SPACE],
    MODEL: [TEXT, SPACE],
    WANDB: [TEXT, SPACE, CONFIG, MODEL],
    SEARCH: [TEXT, SPACE, MODEL, WANDB],
    SCHEDULE: [TEXT, SPACE, WANDB],
    TUNER: [TEXT, SPACE, MODEL, SEARCH, SCHEDULE],
    OBJECTIVES: [TEXT, SPACE],
    TABLES: [TEXT, SPACE, CONFIG, f"{OBJECTIVES}/objective.hpp"],  # a table's space is a sweep file
    RESULTS: [TEXT, SPACE],
    STORE: [TEXT, SPACE, RESULTS],
    REPORTS: [TEXT, SPACE, RESULTS, f"{SCHEDULE}/rungs.hpp"],  # what brackets consist of
    EXPERIMENT: [TEXT, SPACE, CONFIG, SEARCH, SCHEDULE, TUNER, OBJECTIVES, *RESULT_TYPES],
    RUN: [TEXT, SPACE, SEARCH, SCHEDULE, TUNER, OBJECTIVES, EXPERIMENT, *RESULT_TYPES],
    SESSION: [TEXT, SPACE, CONFIG, OBJECTIVES, EXPERIMENT, RUN, RESULTS, STORE],
    EXPORT: [TEXT, SPACE, CONFIG, RESULTS, STORE, REPORTS, SESSION, TERMINAL],
    SWEEP: ["algorithms", EXPERIMENT, RUN],
    # Flags of an experiment are words of the command line over the keys of its file, so the terminal
    # knows the experiment; the experiment knows no terminal.
    TERMINAL: ["algorithms", EXPERIMENT, f"{RUN}/stopwatch.hpp", f"{RUN}/cell_watch.hpp", f"{SESSION}/cell_observer.hpp"],
    CLI: ["algorithms", OBJECTIVES, "bench"],
    MAIN: [TERMINAL, CLI],
    MICRO: ["algorithms", OBJECTIVES, "bench"],
    "tests/algorithms": ["algorithms", "tests"],
    "tests/objectives": [TEXT, SPACE, CONFIG, OBJECTIVES, "tests"],
    "tests/fuzz": ["algorithms", OBJECTIVES],
    "tests": ["algorithms", OBJECTIVES, "bench", "tests"],
}

# Statistics know no store; the store knows no statistics.
FORBIDDEN = [
    (r"bench/(results|reports)/.*", r"bench/store/.*"),
    (r"bench/store/.*", r"bench/results/(statistics|measures|summary|inference|importance).*"),
]

# An outside header or a pragma -> the files that may use it. `.cpp` alone keeps headers light.
OUTSIDE = [
    (r"(boost|Eigen)/.*", rf"({MODEL}|{SPACE})/.*\.cpp|{WANDB}/gp\.cpp|{SPACE}/.*/boost_.*|{RESULTS}/(statistics|measures/|inference/|importance/).*\.cpp"),
    (r"yaml-cpp/.*", rf"{CONFIG}/.*\.cpp"),
    (r"nlohmann/.*", rf"{CONFIG}/.*\.cpp"),
    (r"CLI/.*", rf"{TERMINAL}/(command_line|help_text|unexpected_word)\.(cpp|hpp)"),
    (r"sqlite3\.h", rf"{STORE}/.*\.cpp"),
    (r"muParser.*", rf"{OBJECTIVES}/.*\.cpp"),
    (r"zlib\.h", rf"{TABLES}/gunzip\.cpp"),
    (r"Random123/.*", rf"{SPACE}/.*\.cpp"),
    (r"omp\.h|pragma omp", rf"{RUN}/runner\.cpp"),
    (r"benchmark/.*", rf"{MICRO}/.*"),
    (r"gtest/.*|gmock/.*", r"tests/.*"),
    (r"fstream|iostream|filesystem|cstdio", rf"({STORE}|{CONFIG}|{CLI}|{SESSION}|{EXPORT}|{TERMINAL}|{MICRO})/.*"),
    # Numbers come from Stream, except where the reference's own generator is repeated.
    (r"random", rf"{WANDB}/.*\.cpp"),
    (r"chrono|ctime", rf"({RUN}|{SESSION}|{TERMINAL}|{MICRO})/.*"),
]

# What tests may use is their own affair, as long as they include the project's headers rightly.
UNCHECKED_OUTSIDE = r"tests/.*"


def inside(path, folder):
    return path == folder or path.startswith(folder + "/")


def layer_of(path):
    fitting = [layer for layer in ALLOWED if inside(path, layer)]
    return max(fitting, key=len, default=None)


def inside_problem(path, included, root):
    """Why `path` may not include the project's file `included`; None if it may."""
    if not (root / included).is_file():
        return "there is no such file; includes are paths from the repository root"
    layer = layer_of(path)
    if layer is None:
        return "the file is in no layer"
    for user, used in FORBIDDEN:
        if re.fullmatch(user, path) and re.fullmatch(used, included):
            return f"{user} must not know {used}"
    if any(inside(included, other) for other in [layer, *ALLOWED[layer]]):
        return None
    return f"{layer} may include " + (", ".join(ALLOWED[layer]) or "nothing") + " and itself"


def outside_problem(path, used):
    """Why `path` may not use the outside header or pragma `used`; None if it may."""
    if re.fullmatch(UNCHECKED_OUTSIDE, path):
        return None
    for name, users in OUTSIDE:
        if re.fullmatch(name, used) and not re.fullmatch(users, path):
            return f"only {users} may use it"
    return None


DIRECTIVE = re.compile(r'^\s*#\s*(?:include\s*(?:"([^"]*)"|<([^>]*)>)|(pragma omp))', re.MULTILINE)


def own_header_problem(path, text, root):
    """Why a source does not show that the header beside it compiles on its own; None if it does."""
    header = path.removesuffix(".cpp") + ".hpp"
    first = DIRECTIVE.search(text)
    if not path.endswith(".cpp") or not (root / header).is_file():
        return None
    return None if first and first.group(1) == header else f"must include {header} first"


def problems_of(path, root):
    text = (root / path).read_text(encoding="utf-8")
    if own := own_header_problem(path, text, root):
        yield f"{path}: {own}"
    for found in DIRECTIVE.finditer(text):
        project, outside, pragma = found.groups()
        used = project or outside or pragma
        reason = inside_problem(path, used, root) if project else outside_problem(path, used)
        if reason:
            line = text.count("\n", 0, found.start(found.lastindex)) + 1
            yield f"{path}:{line}: {used}: {reason}"


TYPE = re.compile(r"^(?:class|struct|enum class|union) (\w+)(?: final)?(?: :.*)? \{", re.MULTILINE)
SPACE_NAME = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)


def namesakes(paths, root):
    """Types of one name in one namespace that more than one header defines."""
    homes = {}
    for path in paths:
        if not path.endswith(".hpp"):
            continue
        text = (root / path).read_text(encoding="utf-8")
        spaces = [(found.start(), found.group(1)) for found in SPACE_NAME.finditer(text)]
        for found in TYPE.finditer(text):
            around = [name for start, name in spaces if start < found.start()]
            name = "::".join([*around[-1:], found.group(1)])
            homes.setdefault(name, []).append(path)
    for name, files in homes.items():
        if len(files) > 1:
            yield f"{files[1]}: {name} is also what {files[0]} defines"


def sources(root):
    for folder in ("algorithms", "objectives", "bench", "tests"):
        for path in sorted((root / folder).rglob("*")):
            relative = path.relative_to(root).as_posix()
            if path.suffix in (".hpp", ".cpp") and not inside(relative, "tests/consumer"):
                yield relative


def check(root):
    """All problems of the tree under `root`, and the number of files looked at."""
    paths = list(sources(root))
    includes = [problem for path in paths for problem in problems_of(path, root)]
    return includes + list(namesakes(paths, root)), len(paths)


def main(arguments):
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).resolve().parents[1])
    problems, files = check(root)
    print("\n".join([*problems, f"{files} files, {len(problems)} out of place"]))
    if problems:
        print("The rules are ALLOWED, FORBIDDEN and OUTSIDE in scripts/check_layers.py; "
              "what each folder is for: algorithms/README.md, bench/README.md")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
