#include "tests/support/transcript.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace sweep {
namespace {

namespace fs = std::filesystem;

const fs::path& folder() {
  static const fs::path path = fs::path(SWEEP_TEST_DATA) / "transcripts";
  return path;
}

bool is_comment(const std::string& line) { return line.empty() || line.front() == '#'; }
bool is_answer(const std::string& line) { return line.starts_with("  "); }

void read_setting(const std::string& line, Transcript& transcript) {
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    transcript.setting[word.substr(0, equals)] = word.substr(equals + 1);
  }
}

Transcript read_transcript(const fs::path& path) {
  std::ifstream file(path);
  Transcript transcript;
  transcript.name = path.filename().string();
  bool has_setting = false;
  for (std::string line; std::getline(file, line);) {
    transcript.text += line + "\n";
    if (!has_setting) {
      transcript.head += line + "\n";
      if (is_comment(line)) continue;
      has_setting = true;
      read_setting(line, transcript);
    } else if (!is_answer(line)) {
      transcript.commands.push_back(line);
    }
  }
  return transcript;
}

}  // namespace

std::string Transcript::value(const std::string& key, const std::string& standard) const {
  const auto found = setting.find(key);
  return found == setting.end() ? standard : found->second;
}

int Transcript::number(const std::string& key, int standard) const {
  return std::stoi(value(key, fmt::format("{}", standard)));
}

std::vector<Transcript> read_transcripts() {
  std::vector<Transcript> all;
  for (const auto& entry : fs::directory_iterator(folder())) {
    all.push_back(read_transcript(entry.path()));
  }
  std::sort(all.begin(), all.end(),
            [](const Transcript& a, const Transcript& b) { return a.name < b.name; });
  return all;
}

void expect_transcript(const Transcript& transcript, const std::string& played) {
  if (std::getenv("SWEEP_APPROVE") != nullptr) {
    std::ofstream(folder() / transcript.name) << played;
    return;
  }
  EXPECT_EQ(played, transcript.text)
      << transcript.name << " differs; if it should, run scripts/approve_goldens and review.";
}

ScriptedSearcher::ScriptedSearcher(const Transcript& transcript, std::string& log)
    : points_(static_cast<TrialId>(transcript.number("points", 1000))),
      generation_(static_cast<TrialId>(transcript.number("generation", 0))),
      log_(&log) {}

Proposal ScriptedSearcher::ask(TrialId id, const Stream&) {
  if (id >= points_) return Exhausted{};
  if (generation_ > 0 && told_ < id / generation_ * generation_) return NotYet{};
  return Point{{static_cast<double>(id)}};
}

void ScriptedSearcher::tell(const Trial& ended) {
  ++told_;
  *log_ += fmt::format("  told: {} {} after {} reports, {}\n", ended.id, to_text(ended.state),
                       ended.curve.size(), ended.loss());
}

void ScriptedSearcher::observe(const Trial& running) {
  *log_ += fmt::format("  observed: {} with {}\n", running.id, running.loss());
}

std::string_view to_text(TrialState state) {
  constexpr std::string_view kNames[] = {"running", "completed", "stopped", "failed"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string answer_text(const Decision& decision) {
  constexpr std::string_view kNames[] = {"go on", "pause", "stop"};
  const std::string reason = to_text(decision.reason);
  return fmt::format("  {}{}{}\n", kNames[static_cast<std::size_t>(decision.verdict)],
                     reason.empty() ? "" : "; ", reason);
}

std::string job_text(TrialId trial, int from, int until) {
  return fmt::format("  job: {}, steps {} .. {}\n", trial, from + 1, until);
}

Order RecordedScheduler::next(std::optional<TrialId> fresh) {
  if (!is_asked_again_) *log_ += "next\n";
  is_asked_again_ = false;
  Order order = scheduler_.next(fresh);
  if (const auto* start = std::get_if<Start>(&order)) {
    *log_ += job_text(*fresh, 0, start->until);
    steps_[*fresh] = 0;
    ++under_way_;
  } else if (const auto* resume = std::get_if<Resume>(&order)) {
    *log_ += job_text(resume->trial, steps_.at(resume->trial), resume->until);
    ++under_way_;
  } else if (std::holds_alternative<GiveUp>(order)) {
    is_asked_again_ = true;
  } else {
    *log_ += under_way_ > 0 ? "  wait\n" : "  exhausted\n";
  }
  return order;
}

Decision RecordedScheduler::report(TrialId trial, int step, double loss) {
  const Decision decision = scheduler_.report(trial, step, loss);
  steps_[trial] = step;
  const bool is_complete = step >= max_step_;
  *log_ += fmt::format("report {} {} {}\n", trial, step, loss);
  *log_ += answer_text(is_complete ? Decision{Verdict::stop, {}} : decision);
  if (is_complete || decision.verdict != Verdict::go_on) --under_way_;
  return decision;
}

// A complete trial has said so by its last report.
void RecordedScheduler::ended(TrialId trial, TrialState state) {
  scheduler_.ended(trial, state);
  if (state == TrialState::completed) return;
  *log_ += fmt::format("failed {}\n", trial);
  --under_way_;
}

}  // namespace sweep
