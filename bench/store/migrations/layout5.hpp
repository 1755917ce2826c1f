#pragma once

namespace sweep::detail {

/// The tables of layout 5 that layout 4 had otherwise or not at all, as they were when it was new.
inline constexpr const char* kNewInLayout5 = R"sql(
CREATE TABLE experiment (  /* what the cells are of */
  id INTEGER PRIMARY KEY CHECK (id = 1),  /* a store has one experiment */
  checksum TEXT NOT NULL,  /* of the row */
  text TEXT NOT NULL,  /* the experiment as a file; it may be run again */
  hash TEXT NOT NULL,  /* of what decides its results */
  record_level TEXT NOT NULL,  /* what is kept: best, trials or steps */
  cells INTEGER,  /* how many there are once it is finished */
  in_order INTEGER  /* 1: trials end in the order of their numbers */
) STRICT;
CREATE TABLE provenance (  /* what computed cells */
  id INTEGER PRIMARY KEY,  /* cell.provenance; from 1 */
  checksum TEXT NOT NULL,  /* of the row */
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
  records TEXT NOT NULL,  /* digest of its rows in record, in order */
  checksum TEXT NOT NULL,  /* of the row and its timing */
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
CREATE TABLE seal (  /* what is there */
  id INTEGER PRIMARY KEY CHECK (id = 1),  /* a store has one seal */
  rows TEXT NOT NULL  /* digest of all checksums: no row is lost, none is there twice */
) STRICT;
)sql";

}  // namespace sweep::detail
