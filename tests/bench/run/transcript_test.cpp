// One set of transcripts, played on the tuner itself and on everything that drives it.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <sstream>

#include "algorithms/schedule/catalog.hpp"
#include "algorithms/search/searcher_error.hpp"
#include "algorithms/text/named_options.hpp"
#include "algorithms/tuner/tuner.hpp"
#include "bench/run/history_replay.hpp"
#include "bench/run/simulation.hpp"
#include "tests/support/transcript.hpp"

namespace sweep::transcript_test {

Scheduler scheduler_of(const Transcript& transcript) {
  const NamedOptions named =
      parse_named_options(transcript.value("scheduler", "none"), "scheduler");
  return make_scheduler(named.name, {transcript.number("max_step", 1)}, named.options);
}

Budget budget_of(const Transcript& transcript) {
  const BudgetUnit unit =
      transcript.value("budget", "trials") == "steps" ? BudgetUnit::steps : BudgetUnit::trials;
  return {unit, static_cast<std::uint64_t>(transcript.number("trials", 1)),
          transcript.number("max_step", 1)};
}

/// Carries out the commands of a transcript, and writes them down with what the tuner answers.
class TunerPlayer {
 public:
  explicit TunerPlayer(const Transcript& transcript)
      : transcript_(transcript),
        tuner_({ScriptedSearcher(transcript, log_), scheduler_of(transcript), budget_of(transcript),
                Stream(1), transcript.number("max_step", 1)}) {}

  std::string play() {
    for (const std::string& command : transcript_.commands) {
      text_ += command + "\n";
      if (!command.empty() && command.front() != '#') obey(command);
    }
    return transcript_.head + text_;
  }

 private:
  void obey(const std::string& command) {
    std::istringstream words(command);
    std::string verb;
    words >> verb;
    const std::string answer = answer_to(verb, words);
    // What the searcher hears of trials that are given up comes before the job in their place.
    text_ += verb == "next" ? log_ + answer : answer + log_;
    log_.clear();
    while (tuner_.take_ended()) continue;
  }

  std::string answer_to(const std::string& verb, std::istringstream& words) {
    try {
      return verb == "next" ? next() : act(verb, words);
    } catch (const SearcherError& error) {
      return std::string("  broken: ") + error.what() + "\n";
    }
  }

  std::string next() {
    const NextJob next = tuner_.next();
    if (const auto* job = std::get_if<Job>(&next)) {
      EXPECT_EQ(job->point[0], static_cast<double>(job->trial));
      return job_text(job->trial, job->from, job->until);
    }
    return std::holds_alternative<Wait>(next) ? "  wait\n" : "  exhausted\n";
  }

  std::string act(const std::string& verb, std::istringstream& words) {
    if (verb == "finish") {
      while (tuner_.finish_one()) continue;
      return "";
    }
    TrialId id = 0;
    words >> id;
    if (verb == "report") return report(id, words);
    if (verb == "adopt") return adopt(id, words);
    EXPECT_TRUE(verb == "failed" || verb == "completed") << verb;
    tuner_.ended(id, verb == "failed" ? TrialState::failed : TrialState::completed);
    return "";
  }

  std::string report(TrialId id, std::istringstream& words) {
    int step = 0;
    std::string loss;
    words >> step >> loss;
    int taken = step;
    words >> taken;
    EXPECT_TRUE(tuner_.is_under_way(id)) << id;
    return answer_text(tuner_.report(id, {step, std::stod(loss)}, std::max(taken, step)));
  }

  std::string adopt(TrialId id, std::istringstream& words) {
    std::string state;
    words >> state;
    Trial trial{id, {{static_cast<double>(id)}}, TrialState::running, {}};
    for (const TrialState each : {TrialState::completed, TrialState::stopped, TrialState::failed}) {
      if (to_text(each) == state) trial.state = each;
    }
    for (double loss = 0; words >> loss;) {
      trial.curve.push_back({static_cast<int>(trial.curve.size()) + 1, loss});
    }
    return answer_text(tuner_.adopt(std::move(trial)));
  }

  const Transcript& transcript_;
  std::string log_;
  std::string text_;
  Tuner tuner_;
};

/// The losses that a transcript's trials report, and the failures among them.
class ReportedLosses {
 public:
  explicit ReportedLosses(const Transcript& transcript)
      : max_step_(transcript.number("max_step", 1)) {
    for (const std::string& command : transcript.commands) {
      std::istringstream words(command);
      std::string verb;
      TrialId trial = 0;
      int step = 0;
      double loss = 0;
      if (words >> verb >> trial >> step >> loss && verb == "report") losses_[{trial, step}] = loss;
    }
  }

  [[nodiscard]] const SearchSpace& space() const { return space_; }
  [[nodiscard]] int max_step() const { return max_step_; }
  [[nodiscard]] double loss(PointView x, int step, const Stream&) const {
    return at(static_cast<TrialId>(x[0]), step);
  }
  [[nodiscard]] double at(TrialId trial, int step) const {
    const auto found = losses_.find({trial, step});
    return found == losses_.end() ? 1000 : found->second;  // nobody is to see it
  }

 private:
  int max_step_;
  SearchSpace space_{{Parameter{"trial", IntUniform{0, 1000}}}};
  std::map<std::pair<TrialId, int>, double> losses_;
};

// What the searcher hears once nothing more is to be done follows a command of its own.
std::string with_finish(std::string text) {
  constexpr std::string_view kLast = "  exhausted\n";
  const std::size_t end = text.rfind(kLast) + kLast.size();
  if (end < text.size()) text.insert(end, "finish\n");
  return text;
}

std::string play_on_cluster(const Transcript& transcript) {
  std::string log;
  const int max_step = transcript.number("max_step", 1);
  const Objective objective = ReportedLosses(transcript);
  const Evaluator evaluator(objective, Stream(1));
  CellLog cell({"m", "o", 1}, 1, std::nullopt, RecordLevel::best);
  Tuner tuner({ScriptedSearcher(transcript, log),
               RecordedScheduler(scheduler_of(transcript), max_step, log), budget_of(transcript),
               Stream(1), max_step});
  const auto workers = static_cast<std::uint64_t>(transcript.number("workers", 1));
  Simulation simulation({std::move(tuner), evaluator, {}, workers, Stream(1)}, cell);
  EXPECT_TRUE(simulation.run(false));
  return transcript.head + with_finish(log);
}

std::string play_on_replay(const Transcript& transcript) {
  std::string log;
  const int max_step = transcript.number("max_step", 1);
  const ReportedLosses losses(transcript);
  std::vector<RecordedRun> runs(static_cast<std::size_t>(transcript.number("trials", 1)));
  for (std::size_t run = 0; run < runs.size(); ++run) {
    for (int step = 1; step <= max_step; ++step) {
      runs[run].reports.push_back({step, losses.at(run, step)});
    }
  }
  replay_history(RecordedScheduler(scheduler_of(transcript), max_step, log), runs,
                 static_cast<std::size_t>(transcript.number("workers", 1)));
  return transcript.head + log;
}

// The replay has no searcher that could be told of anything.
std::string without_searcher(const std::string& text) {
  std::istringstream lines(text);
  std::string rest;
  for (std::string line; std::getline(lines, line);) {
    const bool is_searchers = line.starts_with("  told: ") || line.starts_with("  observed: ");
    if (!is_searchers && line != "finish") rest += line + "\n";
  }
  return rest;
}

std::string without_comments(const Transcript& transcript) {
  std::istringstream lines(transcript.text.substr(transcript.head.size()));
  std::string rest = transcript.head;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && line.front() != '#') rest += line + "\n";
  }
  return rest;
}

// Those that a driver can play: the others have commands that only a driver of another kind gives.
std::vector<Transcript> transcripts_for(bool (*plays)(const Transcript&)) {
  std::vector<Transcript> all = read_transcripts();
  std::erase_if(all, [&](const Transcript& transcript) { return !plays(transcript); });
  return all;
}

bool cluster_plays(const Transcript& transcript) { return transcript.setting.contains("workers"); }

// It begins as many runs as there are, whatever a budget of steps says.
bool replay_plays(const Transcript& transcript) {
  return cluster_plays(transcript) && !transcript.setting.contains("budget");
}

std::string name_of(const testing::TestParamInfo<Transcript>& row) {
  std::string name = row.param.name;
  for (char& c : name) c = c == '-' || c == '.' ? '_' : c;
  return name;
}

class EachTranscript : public testing::TestWithParam<Transcript> {};
class EachOfTheCluster : public testing::TestWithParam<Transcript> {};
class EachOfTheReplay : public testing::TestWithParam<Transcript> {};

TEST_P(EachTranscript, IsWhatTheTunerAnswers) {
  expect_transcript(GetParam(), TunerPlayer(GetParam()).play());
}

TEST_P(EachOfTheCluster, IsWhatTheSimulatedClusterDoes) {
  EXPECT_EQ(play_on_cluster(GetParam()), without_comments(GetParam()));
}

TEST_P(EachOfTheReplay, IsWhatTheReplayDoes) {
  EXPECT_EQ(play_on_replay(GetParam()), without_searcher(without_comments(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Transcripts, EachTranscript, testing::ValuesIn(read_transcripts()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Transcripts, EachOfTheCluster,
                         testing::ValuesIn(transcripts_for(cluster_plays)), name_of);
INSTANTIATE_TEST_SUITE_P(Transcripts, EachOfTheReplay,
                         testing::ValuesIn(transcripts_for(replay_plays)), name_of);

}  // namespace sweep::transcript_test
