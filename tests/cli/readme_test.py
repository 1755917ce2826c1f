#!/usr/bin/env python3
"""Runs the commands of the README files and compares what they print with what is shown.

  readme_test.py --program PATH [FILE...]      README.md and the pages of the folders if none is named

In a Markdown file
  ```yaml NAME     writes the block to the file NAME, and so does ```python NAME;
  ```sh            runs the block, lines with or without a leading `$ `; it must exit with 0, or with
                   N if its last line ends in `# exit N`;
  ```sh norun      is only shown;
  ```text          right after an sh block is what it prints, standard output and errors together.
A file's blocks run in order in one new folder, where `sweep-bench` and `scripts/sweep-bench` are the
program. In output, durations, rates, hashes, the widths of columns and the last digits of reals may
differ, and a line `...` stands for any lines. A ```cpp block of README.md is a part of
tests/consumer/consumer.cpp, which a test compiles and runs; lines of that file may be left out.
README.md and the pages that it names for its readers have fewer than 150 lines.
"""

import argparse
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parents[2]
SECONDS_PER_BLOCK = 120
LINES_PER_PAGE = 150

BLOCK = re.compile(r"^```(\w+)[ \t]*([^\n]*)\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)

MASKS = [
    (r"\b[0-9a-f]{32}\b", "<hash>"),
    (r"[0-9][0-9.,e+]*\s*(ns|us|µs|μs|ms|s|min|h|(M|k)?\s*trials/s)(?![\w/])", "<time>"),
    (r"[-─━=]{2,}", "--"),
    (r"[ \t]+", " "),
]


REAL = re.compile(r"\b[0-9]+\.[0-9]+(?:e[-+]?[0-9]+)?\b")
REAL_TOLERANCE = 1e-9  # far above rounding, far below any digit that tables show


@dataclass
class Block:
    line: int
    language: str
    tag: str
    text: str
    output: str | None = None  # of the text block right after it


def blocks(markdown):
    """The fenced blocks in order; a text block right after a command is that command's output."""
    found, end = [], 0
    for match in BLOCK.finditer(markdown):
        language, tag, text = match.groups()
        follows = found and not markdown[end:match.start()].strip()
        end = match.end()
        if language == "text" and follows and found[-1].language == "sh":
            found[-1].output = text
        else:
            line = markdown.count("\n", 0, match.start()) + 1
            found.append(Block(line, language, tag.strip(), text))
    return found


def script_of(text):
    """The commands of a block and the exit code it is to end with."""
    commands = re.sub(r"^\$ ", "", text, flags=re.MULTILINE)
    code = re.search(r"# exit (\d+)\s*\Z", commands)
    return commands, int(code.group(1)) if code else 0


def masked(text):
    """The lines of an output without what may differ from run to run."""
    for pattern, replacement in MASKS:
        text = re.sub(pattern, replacement, text)
    return [line.strip() for line in text.strip().split("\n")]


def same_numbers(shown, printed):
    """Whether two lines have the same words, and numbers that are the same but for rounding: the
    last digits of 17 depend on the CPU."""
    if REAL.split(shown) != REAL.split(printed):
        return False
    pairs = zip(REAL.findall(shown), REAL.findall(printed))
    return all(math.isclose(float(a), float(b), rel_tol=REAL_TOLERANCE) for a, b in pairs)


def agrees(shown, printed):
    """Whether the printed text is the shown one; a shown line `...` stands for any lines."""
    def lines_agree(left, right):
        if not left:
            return not right
        if left[0] == "...":
            return any(lines_agree(left[1:], right[skip:]) for skip in range(len(right) + 1))
        return bool(right) and same_numbers(left[0], right[0]) and lines_agree(left[1:], right[1:])

    return lines_agree(masked(shown), masked(printed))


def run(block, folder, environment):
    """Runs a command block; what is wrong with the result, or None."""
    commands, expected_code = script_of(block.text)
    done = subprocess.run(["bash", "-eu", "-o", "pipefail", "-c", commands], cwd=folder,
                          env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=SECONDS_PER_BLOCK, check=False)
    printed = done.stdout.decode("utf-8", "replace")
    if done.returncode != expected_code:
        return f"exit code {done.returncode}, expected {expected_code}; it printed:\n{printed}"
    if block.output is not None and not agrees(block.output, printed):
        return f"it printed:\n{printed}but the text shows:\n{block.output}"
    return None


def prepare(folder, program):
    """Makes the program known in `folder`; the environment to run commands in."""
    (folder / "scripts").mkdir()
    for name in ("scripts/sweep-bench", "sweep-bench"):
        (folder / name).symlink_to(program)
    return {**os.environ, "PATH": f"{folder}/scripts:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def check(path, program):
    """Runs a file's blocks; the number of them that ran, and the problems."""
    ran, problems = 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = prepare(folder, program)
        for block in blocks(path.read_text(encoding="utf-8")):
            if block.language in ("yaml", "python") and block.tag:
                (folder / block.tag).write_text(block.text, encoding="utf-8")
            if block.language != "sh" or block.tag == "norun":
                continue
            ran += 1
            problem = run(block, folder, environment)
            if problem:
                problems.append(f"{path}:{block.line}: {block.text.strip()}\n{problem}")
    return ran, problems


def is_part_of(lines, whole):
    """Whether the lines stand in the whole, in this order, with others between them."""
    rest = iter(whole)
    return all(line in rest for line in lines)


def check_examples(path, source):
    """The cpp blocks of a document that are not taken from the source."""
    source_lines = source.read_text(encoding="utf-8").splitlines()
    examples = [block for block in blocks(path.read_text(encoding="utf-8")) if block.language == "cpp"]
    return [f"{path}:{block.line}: is not a part of {source}" for block in examples
            if not is_part_of(block.text.splitlines(), source_lines)]


def pages():
    folders = ("algorithms", "objectives", "bench", "tests", "scripts")
    return [ROOT / "README.md", ROOT / "results/README.md",
            *(path for folder in folders for path in sorted((ROOT / folder).rglob("*.md")))]


def check_lengths():
    """README.md and the pages that its table of readers names, if they are too long to read."""
    readme = ROOT / "README.md"
    named = re.findall(r"^\| .*\]\((bench/[\w-]+\.md)\)", readme.read_text(encoding="utf-8"), re.MULTILINE)
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines())
               for path in (readme, *(ROOT / name for name in named))}
    few = [] if len(named) >= 3 else [f"{readme}: names {len(named)} pages for its readers"]
    return few + [f"{path}: {lines} lines, fewer than {LINES_PER_PAGE} wanted"
                  for path, lines in lengths.items() if lines >= LINES_PER_PAGE]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("files", type=pathlib.Path, nargs="*")
    arguments = parser.parse_args()
    ran, problems = 0, []
    for path in arguments.files or pages():
        count, found = check(path, arguments.program.resolve())
        ran += count
        problems += found
    if not arguments.files:
        problems += check_lengths()
        problems += check_examples(ROOT / "README.md", ROOT / "tests/consumer/consumer.cpp")
    print("\n".join([*problems, f"{ran} blocks run, {len(problems)} not as shown"]))
    return 1 if problems or not ran else 0


if __name__ == "__main__":
    sys.exit(main())
