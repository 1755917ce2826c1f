#pragma once

namespace sweep::detail {

/// The tables of layout 4, as they were when it was new.
inline constexpr const char* kLayout4 = R"sql(
CREATE TABLE experiment (  /* what the cells are of */
  id INTEGER PRIMARY KEY CHECK (id = 1),  /* a store has one experiment */
  text TEXT NOT NULL,  /* the experiment as a file; it may be run again */
  hash TEXT NOT NULL,  /* of what decides its results */
  record_level TEXT NOT NULL,  /* what is kept: best, trials or steps */
  cells INTEGER,  /* how many there are once it is finished */
  in_order INTEGER  /* 1: trials end in the order of their numbers */
) STRICT;
CREATE TABLE objective (  /* what the experiment minimises */
  id INTEGER PRIMARY KEY,  /* cell.objective */
  checksum TEXT NOT NULL,  /* of the row */
  name TEXT NOT NULL,  /* its one text */
  space TEXT,  /* its parameters as a line of YAML; empty: not known */
  dimension INTEGER,  /* parameters that are no constants */
  max_step INTEGER,  /* length of its learning curve */
  optimum REAL,  /* lowest loss without noise, where it is known */
  is_noisy INTEGER,  /* 1: a loss may be another than without noise */
  family TEXT,  /* bbob; empty if it is of none */
  function INTEGER,  /* number in the family */
  instance INTEGER,  /* number in the family */
  function_name TEXT,  /* the same in any dimension */
  function_group TEXT,  /* of alike functions of the family */
  options TEXT,  /* that change a member of a family */
  objectives INTEGER,  /* numbers of an outcome that are minimised; the first is the loss */
  constraints INTEGER,  /* numbers after them, which are met at or below 0 */
  UNIQUE (name)
) STRICT;
CREATE TABLE provenance (  /* what computed cells */
  id INTEGER PRIMARY KEY,  /* cell.provenance; from 1 */
  build_id TEXT NOT NULL,  /* digest of the program and the C library */
  compiler TEXT NOT NULL,  /* that built it */
  cpu TEXT NOT NULL,  /* model */
  version TEXT NOT NULL,  /* of sweep-bench */
  host TEXT NOT NULL,  /* name of the machine; empty: not known */
  time TEXT NOT NULL  /* UTC, when the run began; empty: not known */
) STRICT;
CREATE TABLE cell (  /* a method on an objective with a seed */
  id INTEGER PRIMARY KEY,  /* record.cell and timing.cell */
  objective INTEGER NOT NULL REFERENCES objective (id),  /* what was minimised */
  provenance INTEGER NOT NULL REFERENCES provenance (id),  /* what computed it */
  checksum TEXT NOT NULL,  /* of the row */
  method TEXT NOT NULL,  /* as the experiment names it */
  method_key TEXT NOT NULL,  /* with all its options; empty: not known */
  seed INTEGER NOT NULL,  /* signed, of the same 64 bits */
  trials INTEGER NOT NULL,  /* points evaluated */
  failed INTEGER NOT NULL,  /* trials without a loss */
  duplicates INTEGER,  /* points proposed before; NULL: not counted */
  fallbacks INTEGER NOT NULL,  /* points drawn at random instead of by a model */
  exhausted INTEGER NOT NULL,  /* 1: the searcher had nothing left to try */
  best_loss REAL,  /* as observed, of full length; NULL: none */
  incumbent_loss REAL,  /* without noise, of that trial's point */
  optimum REAL,  /* of the objective, where it is known */
  digest TEXT NOT NULL,  /* stands for every trial */
  seconds REAL,  /* virtual, to the last event */
  worker_seconds REAL,  /* virtual, that workers were busy */
  steps INTEGER NOT NULL,  /* taken by all trials */
  full_steps INTEGER NOT NULL,  /* without a scheduler */
  stopped INTEGER NOT NULL,  /* trials that a scheduler stopped */
  best_stopped INTEGER,  /* of the three that would have ended best; NULL: not known */
  failure TEXT NOT NULL,  /* why the searcher broke; empty if it did not */
  UNIQUE (method, objective, seed)
) STRICT;
CREATE TABLE record (  /* what trials reported */
  cell INTEGER NOT NULL,  /* cell.id */
  position INTEGER NOT NULL,  /* in the order of reporting, from 0 */
  point BLOB NOT NULL,  /* native values: little-endian doubles, a category's index */
  trial INTEGER NOT NULL,  /* from 0, in the order of asking */
  step INTEGER NOT NULL,  /* after which the loss was reported, from 1 */
  loss REAL,  /* as observed; NULL: it failed */
  state INTEGER NOT NULL,  /* 0 running, 1 completed, 2 stopped, 3 failed */
  seconds REAL,  /* virtual, when the trial ended */
  exact REAL,  /* loss without noise; NULL: not known */
  PRIMARY KEY (cell, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE timing (  /* wall clock, which is no result */
  cell INTEGER PRIMARY KEY,  /* cell.id */
  searcher_seconds REAL,  /* wall clock, of all suggestions */
  cell_seconds REAL,  /* wall clock, of the whole cell */
  suggest TEXT NOT NULL  /* histogram of nanoseconds per suggestion */
) STRICT;
)sql";

}  // namespace sweep::detail
