#pragma once

namespace sweep::detail {

/// The tables of layout 6 that layout 5 had otherwise, as they were when it was new.
inline constexpr const char* kNewInLayout6 = R"sql(
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
  steps INTEGER NOT NULL,  /* of all trials, when the trial ended; 0: not known */
  PRIMARY KEY (cell, position)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace sweep::detail
