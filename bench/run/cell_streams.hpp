#pragma once

#include <string_view>

#include "algorithms/space/stream.hpp"
#include "bench/results/record.hpp"

namespace sweep {

/// The streams of a cell, keyed by names. Noise and what happens to jobs are keyed without the
/// method: all methods meet the same in their i-th trial, so that their differences are paired.
/// Points are keyed by the searcher: two schedulers beside it are offered the same ones.
struct CellStreams {
  CellStreams(const Cell& cell, std::string_view searcher)
      : trials(Stream(cell.seed).child(cell.objective).child("method").child(searcher)),
        noise(Stream(cell.seed).child(cell.objective).child("noise")),
        cluster(Stream(cell.seed).child(cell.objective).child("cluster")) {}
  Stream trials;
  Stream noise;
  Stream cluster;
};

}  // namespace sweep
