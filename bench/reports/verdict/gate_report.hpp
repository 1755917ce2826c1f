#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "algorithms/text/value.hpp"
#include "bench/reports/section.hpp"
#include "bench/verdict/gate_verdict.hpp"

namespace sweep {

/// What the verb `gate` answers with. All is well: one line. Else that line, a table of the
/// problems that are not the same, those that are worse first, and how to read it.
Sections gate_sections(const GateVerdict& verdict);

/// The problems, the worse ones first; those that are the same only if that is asked for. Columns
/// are those of the test: a count has no p.
ReportTable problem_table(const GateVerdict& verdict, bool all);

/// {"judgement", "sentence", "base", "candidate", "test", "alpha", "tolerance", "problems": [..],
/// "together": [..], "notes"}; the test is "signed ranks", "looks" or "counts".
Map gate_map(const GateVerdict& verdict);

/// What comments on GitHub and step summaries hold: the sentence, then the table, folded, in fewer
/// than `most` bytes; rows that do not fit are counted.
std::string gate_markdown(const GateVerdict& verdict, std::size_t most = 60'000);

}  // namespace sweep
