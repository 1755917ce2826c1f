#!/usr/bin/env python3
"""Checks the comments of the house style: every type of a header has one above it (///), and none
begins in mid-air ("The same for ...", "That of ..."). Prints each problem; exit code 1 if there is one.

  scripts/check_comments.py [ROOT]
"""

import pathlib
import re
import sys

FOLDERS = ("algorithms", "objectives", "bench")

# Words that lean on something said elsewhere; a comment has to stand alone.
LEANING = ("That|Those|These|This|The same|Also|Again|Unless|Of|As|It|Its|They|Their|Them|But|Then|"
           "Else|Otherwise|And|Or|So")
# Above a declaration a preposition is no beginning either: it says where or how, but not what.
PREPOSITIONS = ("About|Above|After|Around|At|Because|Before|Below|Beyond|Both|By|For|From|If|In|Near|Not|"
                "On|Only|Short|Since|Than|Until|Up|While|With|Without")
MID_AIR = re.compile(rf"({LEANING})\b")
MID_AIR_ABOVE = re.compile(rf"({LEANING}|{PREPOSITIONS})\b")

COMMENT = re.compile(r"(\s*)(///?)(?: (.*))?$")
# Types at the level of a namespace are not indented; a declaration alone defines none.
TYPE = re.compile(r"(?:template <.*> )?(?:struct|class|enum class|enum|union) (?:alignas\(\w+\) )?(\w+)"
                  r"(?:[^;{]*\{.*|[^;]*)$")
CONCEPT = re.compile(r"concept (\w+) =")
BEFORE_TYPE = re.compile(r"template <|requires|//(?!/)|    ")


def beginnings(lines):
    """(line number, indentation, slashes, text) of the first line of each comment on lines of its own."""
    inside = False
    for number, line in enumerate(lines, start=1):
        found = COMMENT.fullmatch(line)
        if found and not inside:
            indent, slashes, text = found.groups()
            yield number, indent, slashes, text or ""
        inside = bool(found)


def mid_air(lines):
    for number, indent, slashes, text in beginnings(lines):
        is_above = slashes == "///" or not indent
        found = (MID_AIR_ABOVE if is_above else MID_AIR).match(text)
        if found:
            yield number, f'a comment begins with "{found.group(1)}"; say what the thing is'


def uncommented_types(lines):
    for number, line in enumerate(lines, start=1):
        found = TYPE.match(line) or CONCEPT.match(line)
        if not found:
            continue
        above = number - 2
        while above >= 0 and BEFORE_TYPE.match(lines[above]):
            above -= 1
        if above < 0 or not lines[above].startswith("///"):
            yield number, f"{found.group(1)} has no comment above it (///)"


def problems_of(path, text):
    lines = text.splitlines()
    found = list(mid_air(lines))
    if path.endswith(".hpp"):
        found += uncommented_types(lines)
    return [f"{path}:{number}: {problem}" for number, problem in sorted(found)]


def check(root):
    """All problems of the tree under `root`, and the number of files looked at."""
    problems, files = [], 0
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            files += 1
            problems += problems_of(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    return problems, files


def main(arguments):
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).resolve().parents[1])
    problems, files = check(root)
    print("\n".join([*problems, f"{files} files, {len(problems)} comments to mend"]))
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
