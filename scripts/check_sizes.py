#!/usr/bin/env python3
"""Checks the sizes of the house style: functions of at most 50 lines, files of at most 300.
Prints what is larger and a summary; exit code 1 if anything is.

  scripts/check_sizes.py [ROOT]
"""

import pathlib
import re
import statistics
import sys

MOST_FUNCTION_LINES = 50
MOST_FILE_LINES = 300

# Comments, texts and characters: no brace inside them counts.
NO_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
NO_FUNCTION = re.compile(r"\b(namespace|class|struct|union|enum|extern|concept)\b|=")


def without_text(code):
    """The code with comments and texts blanked, line breaks kept."""
    return NO_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), code)


def is_function(heading):
    """Whether a block with this heading is a function's (or a lambda's) body."""
    before = heading.split("(")[0]
    if "operator" in before:
        return True
    while "<" in before:  # template parameters
        before, old = re.sub(r"<[^<>]*>", "", before), before
        if before == old:
            break
    return ")" in heading and not NO_FUNCTION.search(before)


def functions(code):
    """(first line, number of lines, heading) of each function that is not inside another one."""
    code = without_text(code)
    start, open_blocks = 0, []  # the heading of a block starts after the last ; { }
    for i, character in enumerate(code):
        if character == "{":
            open_blocks.append((start, code[start:i].strip()))
        elif character == "}" and open_blocks:
            begin, heading = open_blocks.pop()
            if re.match(r"}\s*[,{]", code[i:i + 200]):
                start = begin  # a member's initialiser: the body of the constructor is to come
                continue
            if is_function(heading) and not any(is_function(outer) for _, outer in open_blocks):
                first = code.count("\n", 0, code.index(heading, begin)) + 1
                yield first, code.count("\n", 0, i) + 2 - first, " ".join(heading.split())
        if character in ";{}":
            start = i + 1


def sources(root):
    for folder in ("algorithms", "objectives", "bench", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".hpp", ".cpp"):
                yield path


def main(arguments):
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).resolve().parents[1])
    problems, lengths, files = [], [], 0
    for path in sources(root):
        code, name = path.read_text(encoding="utf-8"), path.relative_to(root)
        files += 1
        if code.count("\n") > MOST_FILE_LINES:
            problems.append(f"{name}: {code.count(chr(10))} lines; at most {MOST_FILE_LINES}")
        for line, length, heading in functions(code):
            lengths.append(length)
            if length > MOST_FUNCTION_LINES:
                problems.append(f"{name}:{line}: {length} lines; at most {MOST_FUNCTION_LINES}: {heading}")
    median = statistics.median(lengths) if lengths else 0
    short = sum(length <= 25 for length in lengths) / max(len(lengths), 1)
    print("\n".join([*problems, f"{files} files, {len(lengths)} functions, median {median:g} lines, "
                     f"{short:.0%} up to 25, {len(problems)} too large"]))
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
