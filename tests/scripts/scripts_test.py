#!/usr/bin/env python3
"""Tests of the scripts: what they check is caught, and they start programs as they should. Package
manager, compiler and program are stand-ins, so that nothing is installed or built."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "cli")]
sys.dont_write_bytecode = True

import check_comments  # noqa: E402
import check_layers  # noqa: E402
import check_sizes  # noqa: E402
import find_tests  # noqa: E402
import gate_trials  # noqa: E402
import readme_test  # noqa: E402


class InFolder(unittest.TestCase):
    """Each test has a folder of its own, which has a blank in its name."""

    def setUp(self):
        temporary = tempfile.TemporaryDirectory(prefix="sweep bench ")
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def write(self, name, text, executable=False):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if executable:
            path.chmod(0o755)
        return path

    def stand_in(self, name, body):
        return self.write(f"bin/{name}", f"#!/bin/bash\n{body}\n", executable=True)

    def run_script(self, *command, **options):
        path = f"{self.folder}/bin:{os.environ['PATH']}"
        options.setdefault("env", {**os.environ, "PATH": path, "STATE": str(self.folder)})
        return subprocess.run([str(part) for part in command], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, check=False, **options)


class Layers(InFolder):
    # A file, what it includes, and whether it may.
    CASES = [
        ("algorithms/space/a.cpp", '"algorithms/space/known.hpp"', True),
        ("algorithms/space/a.cpp", '"algorithms/config/known.hpp"', False),
        ("algorithms/space/a.cpp", '"algorithms/space/absent.hpp"', False),
        ("algorithms/space/a.cpp", '"known.hpp"', False),
        ("algorithms/config/a.cpp", '"algorithms/search/known.hpp"', False),
        ("algorithms/search/a.hpp", '"algorithms/model/known.hpp"', True),
        ("algorithms/search/a.hpp", '"algorithms/config/known.hpp"', False),
        ("algorithms/schedule/a.hpp", '"algorithms/search/known.hpp"', False),
        ("algorithms/search/a.hpp", '"objectives/known.hpp"', False),
        ("objectives/a.cpp", '"algorithms/space/known.hpp"', True),
        ("objectives/functions/a.hpp", '"algorithms/search/known.hpp"', False),
        ("objectives/a.cpp", '"bench/run/known.hpp"', False),
        ("bench/results/a.cpp", '"algorithms/search/known.hpp"', False),
        ("bench/results/summary.cpp", '"bench/store/store.hpp"', False),
        ("bench/store/rows.cpp", '"bench/results/statistics.hpp"', False),
        ("bench/reports/a.cpp", '"bench/results/known.hpp"', True),
        ("bench/reports/a.cpp", '"bench/store/store.hpp"', False),
        ("bench/run/a.cpp", '"bench/results/record.hpp"', True),
        ("bench/run/a.cpp", '"bench/store/store.hpp"', False),
        ("bench/run/a.cpp", '"bench/cli/known.hpp"', False),
        ("bench/cli/a.cpp", '"bench/run/known.hpp"', True),
        ("bench/cli/a.cpp", '"bench/store/store.hpp"', True),
        ("bench/main.cpp", '"bench/cli/known.hpp"', True),
        ("bench/stray.cpp", '"bench/cli/known.hpp"', False),
        ("tests/objectives/a_test.cpp", '"algorithms/search/known.hpp"', False),
        ("tests/contract/a_test.cpp", '"bench/run/known.hpp"', True),
        ("algorithms/model/a.cpp", "<Eigen/Core>", True),
        ("algorithms/model/a.hpp", "<Eigen/Core>", False),
        ("algorithms/search/a.cpp", "<boost/math/constants/constants.hpp>", False),
        ("algorithms/config/a.cpp", "<yaml-cpp/yaml.h>", True),
        ("algorithms/config/a.hpp", "<yaml-cpp/yaml.h>", False),
        ("algorithms/space/a.cpp", "<nlohmann/json.hpp>", False),
        ("bench/cli/a.cpp", "<nlohmann/json.hpp>", False),
        ("bench/run/a.cpp", "<CLI/CLI.hpp>", False),
        ("bench/store/rows.cpp", "<sqlite3.h>", True),
        ("bench/results/summary.cpp", "<sqlite3.h>", False),
        ("objectives/a.cpp", "<muParser.h>", True),
        ("algorithms/space/a.cpp", "<muParser.h>", False),
        ("bench/run/runner.cpp", "<omp.h>", True),
        ("bench/run/cell.cpp", "<omp.h>", False),
        ("bench/micro/a.cpp", "<benchmark/benchmark.h>", True),
        ("bench/run/a.cpp", "<benchmark/benchmark.h>", False),
        ("objectives/a.cpp", "<fstream>", False),
        ("algorithms/search/a.cpp", "<random>", False),
        ("objectives/a.cpp", "<chrono>", False),
        ("objectives/a.cpp", "<vector>", True),
    ]

    def problems(self, path, text):
        for layer in check_layers.ALLOWED:
            if "." not in layer:
                self.write(f"{layer}/known.hpp", "#pragma once\n")
        for name in ("results/record", "results/statistics", "store/store"):
            self.write(f"bench/{name}.hpp", "#pragma once\n")
        self.write(path, text)
        found = [line for line in check_layers.check(self.folder)[0] if line.startswith(path)]
        (self.folder / path).unlink()
        return found

    def test_an_include_is_allowed_or_not(self):
        for path, included, allowed in self.CASES:
            with self.subTest(path=path, included=included):
                self.assertEqual(not self.problems(path, f"#include {included}\n"), allowed)

    def test_a_source_includes_its_own_header_first(self):
        self.write("objectives/a.hpp", "#pragma once\n")
        self.assertTrue(self.problems("objectives/a.cpp", "#include <vector>\n"))
        self.assertTrue(self.problems("objectives/a.cpp", ""))
        self.assertFalse(
            self.problems("objectives/a.cpp", '#include "objectives/a.hpp"\n#include <vector>\n'))

    def test_a_name_stands_for_one_type(self):
        text = "namespace {} {{\n\nstruct Table {{\n}};\n\n}}\n"
        self.write("objectives/a.hpp", text.format("sweep"))
        self.assertTrue(self.problems("bench/run/b.hpp", text.format("sweep")))
        self.assertFalse(self.problems("bench/run/b.hpp", text.format("sweep::detail")))
        self.assertFalse(self.problems("bench/run/b.hpp", "namespace sweep {\n\nclass Table;\n\n}\n"))

    def test_openmp_is_for_the_runner(self):
        self.assertTrue(self.problems("bench/run/cell.cpp", "#pragma omp parallel for\n"))
        self.assertFalse(self.problems("bench/run/runner.cpp", "#pragma omp parallel for\n"))

    def test_a_problem_names_its_line(self):
        found = self.problems("objectives/a.cpp", "\n\n#include <chrono>\n")
        self.assertTrue(found[0].startswith("objectives/a.cpp:3: chrono: "), found)

    def test_a_tree_without_sources_fails(self):
        for folder in ("algorithms", "objectives", "bench", "tests"):
            (self.folder / folder).mkdir()
        script = ROOT / "scripts/check_layers.py"
        self.assertEqual(self.run_script(sys.executable, script, self.folder).returncode, 1)


class Sizes(InFolder):
    @staticmethod
    def lengths(code):
        return [length for _, length, _ in check_sizes.functions(code)]

    def test_functions_are_found(self):
        cases = [
            ("int f() {\n  return 1;\n}\n", [3]),
            ("namespace a {\nstruct S {\n  int f() const { return 1; }\n};\n}\n", [1]),
            ("void f(\n    int a) {\n  if (a) {\n  }\n}\n", [5]),
            ("S::S(int a)\n    : a_{a}, b_{a} {\n  g();\n}\n", [4]),
            ("const int a[] = {1, 2};\nenum class E { a, b };\n", []),
            ('void f() {\n  g("}", \'}\');  // }\n}\n', [3]),
            ("template <class T>\nauto f(T a) {\n  return [&] { return a; };\n}\n", [4]),
        ]
        for code, expected in cases:
            with self.subTest(code=code):
                self.assertEqual(self.lengths(code), expected)

    def check(self, code):
        for folder in ("objectives", "bench", "tests"):
            (self.folder / folder).mkdir(exist_ok=True)
        self.write("algorithms/a.cpp", code)
        done = self.run_script(sys.executable, ROOT / "scripts/check_sizes.py", self.folder)
        return done.returncode

    def test_limits_hold(self):
        def function(lines):
            return "void f() {\n" + "  g();\n" * (lines - 2) + "}\n"

        self.assertEqual(self.check(function(50)), 0)
        self.assertEqual(self.check(function(51)), 1)
        self.assertEqual(self.check("int a;\n" * 300), 0)
        self.assertEqual(self.check("int a;\n" * 301), 1)


class Comments(InFolder):
    def problems(self, path, text):
        return check_comments.problems_of(path, text)

    def test_types_of_headers_have_a_comment(self):
        commented = "/// A row.\n"
        for kind in ("struct Row {", "class Row final : public Base {", "enum class Row { a };",
                     "template <class T>\nstruct Row {", "template <class T>\nconcept Row = true;"):
            with self.subTest(kind=kind):
                self.assertEqual(len(self.problems("bench/a.hpp", f"\n{kind}\n")), 1)
                self.assertEqual(self.problems("bench/a.hpp", f"\n{commented}{kind}\n"), [])
                self.assertEqual(self.problems("bench/a.cpp", f"\n{kind}\n"), [])
        self.assertEqual(len(self.problems("bench/a.hpp", "struct Row;\nclass Row {\n")), 1)
        self.assertEqual(self.problems("bench/a.hpp", "class Row;\n  struct Part {\n  };\n"), [])

    def test_comments_stand_alone(self):
        refused = ["/// The same for rows.\n", "  /// That of a row.\n", "// Those of a row.\n",
                   "  /// With a row.\n", "// For a row.\n", "  // It is a row.\n"]
        taken = ["/// The rows.\n", "  // With one row there is none.\n", "int a;  // of a row\n",
                 "/// A row.\n/// It is long.\n", "  // Theory of rows.\n", "/// Offers a row.\n"]
        for text in refused:
            self.assertEqual(len(self.problems("bench/a.cpp", text)), 1, text)
        for text in taken:
            self.assertEqual(self.problems("bench/a.cpp", text), [], text)

    def test_a_tree_without_sources_fails(self):
        script = ROOT / "scripts/check_comments.py"
        self.assertEqual(self.run_script(sys.executable, script, self.folder).returncode, 1)


class FindTests(InFolder):
    def setUp(self):
        super().setUp()
        self.write("tests/bench/run/cell_test.cpp", "TEST(Cell, Ends) {\nTEST_F(Runner, Waits) {\n")
        self.write("tests/contract/each_test.cpp",
                   "TEST_P(Each, Works) {\n\nINSTANTIATE_TEST_SUITE_P(Catalog, Each, all());\n")

    def test_folders_of_a_filter(self):
        cases = [("Cell.Ends", ["bench"]), ("*Ends", ["bench", "contract"]), ("Runner*", ["bench"]),
                 ("Catalog/Each.*", ["contract"]), ("*/hill_climb", ["contract"]), ("Each.*", []),
                 ("*Works/tpe", ["contract"]), ("Cell.Ends:Catalog*", ["bench", "contract"]),
                 ("Cell*:Runner*-Runner*", ["bench"]), ("Cell.*-*Ends", []), ("-Cell*", ["bench", "contract"]),
                 ("Cell.End?", ["bench"]), ("Cell.End", [])]
        for pattern, expected in cases:
            with self.subTest(pattern=pattern):
                self.assertEqual(find_tests.folders_of(pattern, self.folder), expected)

    def test_a_filter_that_picks_nothing_is_refused(self):
        done = self.run_script(ROOT / "scripts/find_tests.py", "NoSuchTest.*")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("no test is called NoSuchTest.*", done.stderr)


class Help(InFolder):
    """Every script answers --help, and does nothing else: whatever it would call is not called."""

    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "scripts", self.folder / "scripts",
                        ignore=shutil.ignore_patterns("__pycache__"))
        self.write("CMakePresets.json", "{}")
        for tool in ("cmake", "ctest", "git", "apt-get", "dpkg-query", "clang-format", "clang-tidy", "find"):
            self.stand_in(tool, f"echo {tool} >>\"$STATE/calls\"; exit 1")

    def names(self):
        return {path.relative_to(self.folder) for path in self.folder.rglob("*")
                if "__pycache__" not in path.parts}

    def test_each_script_answers(self):
        scripts = [path for path in sorted((self.folder / "scripts").iterdir())
                   if path.is_file() and path.name not in ("build.sh", "packages.txt")]
        self.assertGreater(len(scripts), 15)
        before = self.names()
        for script in scripts:
            for flag in ("-h", "--help"):
                with self.subTest(script=script.name, flag=flag):
                    done = self.run_script(script, flag)
                    self.assertEqual((done.returncode, done.stderr), (0, ""))
                    self.assertIn(script.name, done.stdout)
                    self.assertNotIn("set -euo", done.stdout)
        self.assertEqual(self.names(), before)


class Setup(InFolder):
    def setUp(self):
        super().setUp()
        self.stand_in("dpkg-query", 'shift 3; for p in "$@"; do [[ " $ABSENT " == *" $p "* ]] ||'
                                    ' echo "installed $p"; done')
        self.stand_in("id", 'echo "${USER_ID:-0}"')
        self.stand_in("apt-get", 'echo "$*" >>"$STATE/calls"; [[ $1 == update ]] && exec touch'
                                 ' "$STATE/fresh"; [[ -z ${STALE:-} || -e $STATE/fresh ]]')
        for tool in ("bash", "cat", "dirname", "env", "mktemp", "readlink", "rm", "touch"):
            (self.folder / "bin" / tool).symlink_to(shutil.which(tool))

    def setup_script(self, *groups, **variables):
        environment = {"PATH": f"{self.folder}/bin", "STATE": str(self.folder), **variables}
        return self.run_script(ROOT / "scripts/setup", *groups, env=environment)

    def calls(self):
        path = self.folder / "calls"
        return path.read_text().splitlines() if path.exists() else []

    def test_is_silent_when_all_is_there(self):
        done = self.setup_script("build", "test", "check")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertEqual(self.calls(), [])

    def test_installs_what_is_missing_and_says_so(self):
        done = self.setup_script("build", ABSENT="cmake libfmt-dev clang")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stderr, "setup: installing cmake libfmt-dev\n")
        self.assertEqual(self.calls(), ["install -y --no-install-recommends cmake libfmt-dev"])

    def test_fetches_lists_only_when_needed(self):
        done = self.setup_script("build", ABSENT="cmake", STALE="1")
        self.assertEqual(done.returncode, 0, done.stderr)
        install = "install -y --no-install-recommends cmake"
        self.assertEqual(self.calls(), [install, "update", install])

    def test_uses_sudo_unless_root(self):
        self.stand_in("sudo", 'echo sudo >>"$STATE/calls"; exec "$@"')
        done = self.setup_script("build", ABSENT="cmake", USER_ID="1000")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(self.calls(), ["sudo", "install -y --no-install-recommends cmake"])

    def test_says_what_to_run_without_root_or_sudo(self):
        done = self.setup_script("build", ABSENT="cmake", USER_ID="1000")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Aerror: .*apt-get install .*cmake\n\Z")
        self.assertEqual(self.calls(), [])

    def test_refuses_an_unknown_group(self):
        done = self.setup_script("biuld")
        self.assertEqual(done.returncode, 1)
        self.assertIn('group "biuld" is unknown', done.stderr)


class Start(InFolder):
    """scripts/sweep-bench in a copy of the scripts, with stand-ins for cmake and the program."""

    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "scripts", self.folder / "scripts")
        self.write("CMakePresets.json", "{}")
        self.write("scripts/setup", "#!/bin/bash\n", executable=True)
        self.stand_in("cmake", 'mkdir "$STATE/busy" || touch "$STATE/overlap"\n'
                               'echo "cmake $*"; echo "$*" >>"$STATE/calls"\n'
                               'if [[ $* == *--preset* ]]; then touch build/release/build.ninja\n'
                               'echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >build/release/CMakeCache.txt; fi\n'
                               'rmdir "$STATE/busy"; [[ -z ${BROKEN:-} ]]')
        self.program = self.write("build/release/bench/sweep-bench",
                                  '#!/bin/bash\npwd\nprintf "<%s>\\n" "$@"\nexit 3\n', executable=True)
        self.elsewhere = self.folder / "else where"
        self.elsewhere.mkdir()

    def start(self, script, *arguments):
        return self.run_script(script, *arguments, cwd=self.elsewhere)

    def test_keeps_folder_arguments_and_exit_code(self):
        link = self.folder / "link"
        link.symlink_to("scripts/sweep-bench")
        for script in (self.folder / "scripts/sweep-bench", link):
            done = self.start(script, "a b", "*", "")
            self.assertEqual(done.stdout, f"{self.elsewhere}\n<a b>\n<*>\n<>\n")
            self.assertEqual(done.returncode, 3)

    def test_says_once_that_it_builds(self):
        script = self.folder / "scripts/sweep-bench"
        self.assertEqual(self.start(script).stderr.count("\n"), 1)
        self.assertEqual(self.start(script).stderr, "")
        calls = (self.folder / "calls").read_text()
        self.assertEqual(calls.count("--preset release"), 1)
        self.assertEqual(calls.count("--target sweep-bench"), 2)

    def test_configures_again_after_a_move(self):
        script = self.folder / "scripts/sweep-bench"
        self.start(script)
        self.write("build/release/CMakeCache.txt", "CMAKE_HOME_DIRECTORY:INTERNAL=/else\n")
        self.start(script)
        self.assertIn("--fresh --preset release", (self.folder / "calls").read_text())

    def test_shows_the_log_of_a_failed_build(self):
        self.stand_in("cmake", "echo no such luck; exit 1")
        done = self.start(self.folder / "scripts/sweep-bench")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "")
        self.assertIn("no such luck", done.stderr)

    def test_builds_one_at_a_time(self):
        path = f"{self.folder}/bin:{os.environ['PATH']}"
        running = [subprocess.Popen([self.folder / "scripts/sweep-bench"], stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL,
                                    env={**os.environ, "PATH": path, "STATE": str(self.folder)})
                   for _ in range(8)]
        self.assertEqual([process.wait() for process in running], [3] * 8)
        self.assertFalse((self.folder / "overlap").exists())


class Readme(InFolder):
    def check(self, markdown):
        self.stand_in("program", 'echo "x $*  12.5 ms"; [[ $* != bad ]] || exit 2')
        path = self.write("README.md", markdown)
        return readme_test.check(path, self.folder / "bin/program")

    def test_blocks_run_and_are_compared(self):
        # A document, how many of its blocks run, and how many of them disagree.
        cases = [
            ("```sh\nsweep-bench run\n```\n```text\nx run 1.5 ms\n```\n", 1, 0),
            ("```sh\n$ scripts/sweep-bench run\n```\n\n```text\nx ran 1.5 ms\n```\n", 1, 1),
            ("```sh\nsweep-bench a\nsweep-bench b\n```\n```text\n...\nx b 1.5 ms\n```\n", 1, 0),
            ("```sh\nsweep-bench bad\n```\n", 1, 1),
            ("```sh\nsweep-bench bad  # exit 2\n```\n", 1, 0),
            ("```sh\nsweep-bench good  # exit 2\n```\n", 1, 1),
            ("```sh norun\nfalse\n```\n```cpp\nint a;\n```\n", 0, 0),
            ("```yaml a.yaml\nb: 1\n```\n```sh\ngrep -q 'b: 1' a.yaml\n```\n", 1, 0),
            ("```sh\nsweep-bench run\n```\nwords between\n```text\nnot its output\n```\n", 1, 0),
        ]
        for markdown, count, disagreeing in cases:
            with self.subTest(markdown=markdown):
                ran, problems = self.check(markdown)
                self.assertEqual((ran, len(problems)), (count, disagreeing), problems)

    def test_only_times_and_hashes_may_differ(self):
        same = [("12 ms", "3.5 ms"), ("p50 1.2 us", "p50 0.9 us"), ("a    1", "a 1"), ("----", "-----"),
                ("hash " + "0123456789abcdef" * 2, "hash " + "fedcba9876543210" * 2),
                ('{"x": 0.08643739347657677}', '{"x": 0.08643739347657679}'), ("5.1 s of 9", "4.9 s of 9")]
        different = [("1.25", "1.24"), ("3 seeds", "4 seeds"), ("x = 3", "x = 4"), ("a b", "ab"),
                     ("0.0864373934765767", "0.0864373834765767"), ("1234567890123456", "1234567890123457"),
                     ("0.706386", "0.706387"), ("3", "3.0"), ("a\nb", "a"), ("a\n...\nc", "a\nb")]
        for shown, printed in same:
            self.assertTrue(readme_test.agrees(shown, printed), (shown, printed))
        for shown, printed in different:
            self.assertFalse(readme_test.agrees(shown, printed), (shown, printed))

    def test_examples_come_from_the_consumer(self):
        source = self.write("a.cpp", "int main() {\n  a();\n  b();\n  return 0;\n}\n")
        for example, expected in [("int main() {\n  b();\n}\n", 0), ("int main() {\n  c();\n}\n", 1),
                                  ("  b();\n  a();\n", 1)]:
            path = self.write("README.md", f"```cpp\n{example}```\n")
            self.assertEqual(len(readme_test.check_examples(path, source)), expected, example)


class Fuzz(InFolder):
    """scripts/fuzz in a copy of the scripts, with stand-ins for cmake and the targets."""

    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "scripts", self.folder / "scripts")
        self.write("CMakePresets.json", "{}")
        self.write("scripts/setup", "#!/bin/bash\n", executable=True)
        self.stand_in("cmake", "exit 0")
        self.write("build/fuzz/tests/fuzz/a_file_fuzz", '#!/bin/bash\necho "$@" >"$STATE/words"\n',
                   executable=True)

    def test_begins_with_the_inputs_of_its_corpus(self):
        (self.folder / "tests/fuzz/corpus/a_file").mkdir(parents=True)
        done = self.run_script(self.folder / "scripts/fuzz", "1")
        self.assertEqual(done.returncode, 0, done.stderr)
        words = (self.folder / "words").read_text()
        for corpus in ("build/fuzz/corpus/a_file", "tests/fuzz/corpus/a_file"):
            self.assertIn(f"{self.folder}/{corpus}", words)

    def test_refuses_a_target_without_a_corpus(self):
        done = self.run_script(self.folder / "scripts/fuzz", "1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("tests/fuzz/corpus/a_file is missing", done.stderr)

    def test_each_target_of_the_project_has_a_corpus(self):
        for target in (ROOT / "tests/fuzz").glob("*_fuzz.cpp"):
            corpus = ROOT / "tests/fuzz/corpus" / target.stem.removesuffix("_fuzz")
            self.assertTrue(any(corpus.iterdir()), corpus)


class Regression(InFolder):
    """scripts/regression in a copy of the scripts, with stand-ins for cmake and the program."""

    def setUp(self):
        super().setUp()
        shutil.copytree(ROOT / "scripts", self.folder / "scripts")
        self.write("CMakePresets.json", "{}")
        self.write("scripts/setup", "#!/bin/bash\n", executable=True)
        self.stand_in("cmake", "exit 0")
        self.write("build/release/bench/sweep-bench",
                   '#!/bin/bash\necho "$1 $2" >>"$STATE/calls"\n[[ $1 != gate ]] || exit "$VERDICT"\n',
                   executable=True)

    def gate(self, verdict, *arguments):
        environment = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}",
                       "STATE": str(self.folder), "VERDICT": str(verdict)}
        return subprocess.run([self.folder / "scripts/regression", *arguments], env=environment,
                              capture_output=True, text=True, check=False).returncode

    def test_fails_where_the_search_is_worse_or_nothing_compares(self):
        codes = {0: 0, 2: 2, 3: 3, 4: 0}
        self.assertEqual({verdict: self.gate(verdict) for verdict in codes}, codes)

    def test_runs_before_it_approves(self):
        self.assertEqual(self.gate(0, "--approve"), 0)
        calls = (self.folder / "calls").read_text().splitlines()
        self.assertEqual(calls[0], "run results/regression.yaml")
        self.assertTrue(calls[1].startswith("gate "))

    def test_refuses_anything_else(self):
        self.assertEqual(self.gate(0, "--aprove"), 2)


class GateTrials(unittest.TestCase):
    """The binomial test of scripts/gate_trials.py."""

    def test_is_two_sided(self):
        self.assertEqual(gate_trials.two_sided(5, 10), 1)
        self.assertAlmostEqual(gate_trials.two_sided(0, 10), 2 / 1024)
        self.assertAlmostEqual(gate_trials.two_sided(9, 10), 22 / 1024)
        self.assertEqual(gate_trials.two_sided(0, 0), 1)


if __name__ == "__main__":
    unittest.main()
