#!/usr/bin/env python3
"""Prints which folders of tests/ hold a GoogleTest test that a filter picks, one a line; their programs
are tests_FOLDER. Says so, with exit code 2, if there is none.

  scripts/find_tests.py PATTERN     as --gtest_filter takes it: 'Stream*:Grid.*-*.IsSlow'
"""

import fnmatch
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PLAIN = re.compile(r"^TEST(?:_F)?\((\w+),\s*(\w+)\)", re.MULTILINE)
WITH_PARAMETER = re.compile(r"^TEST_P\((\w+),\s*(\w+)\)", re.MULTILINE)
INSTANCE = re.compile(r"^INSTANTIATE_TEST_SUITE_P\((\w+),\s*(\w+),", re.MULTILINE)


def patterns(text):
    """One pattern of GoogleTest as one of fnmatch, which knows [ ] besides."""
    return [pattern.replace("[", "[[]") for pattern in text.split(":") if pattern]


def fits_beginning(pattern, beginning):
    """Whether the pattern matches a text that begins so."""
    places = {0}
    for character in beginning:
        while more := {place + 1 for place in places if pattern[place:place + 1] == "*"} - places:
            places |= more
        places = {place if pattern[place] == "*" else place + 1 for place in places
                  if place < len(pattern) and pattern[place] in ("*", "?", character)}
    return bool(places)


def is_picked(code, positive, negative):
    """Whether the source has a test that one of the positive patterns picks. What a parameter adds
    to a test's name is not known here, so such tests are left out by no negative pattern."""
    for found in PLAIN.finditer(code):
        name = ".".join(found.groups())
        if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns(positive)) and not any(
                fnmatch.fnmatchcase(name, pattern) for pattern in patterns(negative)):
            return True
    instances = [found.groups() for found in INSTANCE.finditer(code)]
    for suite, test in (found.groups() for found in WITH_PARAMETER.finditer(code)):
        names = [f"{instance}/{suite}.{test}/" for instance, of in instances if of == suite]
        if any(fits_beginning(pattern, name)
               for name in names for pattern in positive.split(":") if pattern):
            return True
    return False


def folders_of(pattern, root):
    """The folders of root/tests with a test that the pattern picks, sorted."""
    positive, _, negative = pattern.partition("-")
    found = set()
    for path in sorted((root / "tests").rglob("*_test.cpp")):
        folder = path.relative_to(root / "tests").parts[0]
        if folder not in found and is_picked(path.read_text(encoding="utf-8"), positive or "*", negative):
            found.add(folder)
    return sorted(found)


def main(arguments):
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__.strip())
        return 0
    if len(arguments) != 1:
        sys.exit(__doc__.strip())
    folders = folders_of(arguments[0], ROOT)
    if not folders:
        print(f"error: no test is called {arguments[0]}", file=sys.stderr)
        return 2
    print("\n".join(folders))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
