#include <fmt/format.h>

#include "algorithms/space/real_limits.hpp"
#include "algorithms/space/stream.hpp"
#include "tests/bench/store/store_fixture.hpp"

// A store that was damaged gives what was stored, or nothing.
namespace sweep::damage_test {

constexpr std::uint64_t kCorruptions = 240;
constexpr std::size_t kPage = 4096;

void append_records(const CellResult& result, std::string& text) {
  for (const Record& record : result.records) {
    text += fmt::format("{} {} {} {} {} {}\n", record.trial, record.step, record.loss,
                        static_cast<int>(record.state), record.seconds, record.exact);
  }
  for (const double x : result.points) text += fmt::format("{}\n", x);
}

// All that a reader tells of the store.
std::string read_everything(const std::string& path) {
  const StoreReader reader(path, kDoNotWait);
  std::string text = reader.header().experiment_text + reader.header().experiment_hash;
  for (const ObjectiveInfo& objective : reader.objectives()) {
    text += fmt::format("{} {} {}\n", objective.name, objective.space,
                        objective.optimum.value_or(kNaN));
  }
  for (const Provenance& provenance : reader.provenances()) text += provenance.build_id + "\n";
  for (CellResult& result : reader.cells()) {
    reader.read_records(result);
    text +=
        fmt::format("{} {} {} {} {} {}\n", result.cell.method, result.cell.seed, result.trials,
                    result.best_loss, result.timing.cell_seconds, result.timing.suggest.to_text());
    append_records(result, text);
  }
  return text;
}

// What a run that continues the store takes from it.
std::string resume(const std::string& path, const StoreContents& contents) {
  const Store store = Store::open(path, contents, {.wait_ms = kDoNotWait});
  std::string text;
  for (CellResult& result : store.finished()) {
    store.read_records(result);
    append_records(result, text);
  }
  return text;
}

// The answer, or nothing of a store that was refused.
template <class Read>
std::string answer(Read read) {
  try {
    return read();
  } catch (const SpecError& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
  } catch (const StoreError& error) {
    EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
  }
  return "";
}

/// Damages bytes: flips a bit, zeroes some, swaps or repeats pages, moves a number, cuts the end.
class Damage {
 public:
  explicit Damage(std::uint64_t seed) : random_(seed) {}

  std::string operator()(std::string bytes) {
    switch (below(6)) {
      case 0:
        bytes[below(bytes.size())] ^= static_cast<char>(1 << below(8));
        return bytes;
      case 1:
        return overwritten(bytes, below(bytes.size()),
                           std::string(std::size_t{1} << below(10), '\0'));
      case 2:
        return with_pages_swapped(bytes);
      case 3:
        return overwritten(bytes, page(bytes) * kPage, bytes.substr(page(bytes) * kPage, kPage));
      case 4:
        return overwritten(bytes, below(bytes.size()), bytes.substr(below(bytes.size()), 8));
      default:
        return bytes.substr(0, below(bytes.size()));
    }
  }

 private:
  std::size_t below(std::size_t n) { return random_.index(n); }
  std::size_t page(const std::string& bytes) { return 1 + below(bytes.size() / kPage - 1); }
  static std::string overwritten(std::string bytes, std::size_t at, const std::string& with) {
    return bytes.replace(at, with.size(), with.substr(0, bytes.size() - at));
  }
  std::string with_pages_swapped(const std::string& bytes) {
    const std::size_t a = page(bytes) * kPage;
    const std::size_t b = page(bytes) * kPage;
    return overwritten(overwritten(bytes, a, bytes.substr(b, kPage)), b, bytes.substr(a, kPage));
  }

  Stream random_;
};

TEST_F(StoreTest, GivesNoOtherNumbersWhereItIsDamaged) {
  {
    Store store = Store::open(path(), contents());
    for (std::uint64_t seed = 0; seed < 60; ++seed) store.append(cell(seed));
  }
  const std::string whole = read_file(path());
  const std::string expected = read_everything(path());
  const std::string resumed = resume(path(), contents());
  std::uint64_t refused = 0;
  for (std::uint64_t seed = 0; seed < kCorruptions; ++seed) {
    const std::string file = path(std::to_string(seed));
    const std::string damaged = Damage(seed)(whole);
    write_file(file, damaged);
    const std::string read = answer([&] { return read_everything(file); });
    EXPECT_TRUE(read.empty() || read == expected) << seed;
    write_file(file, damaged);
    const std::string run = answer([&] { return resume(file, contents()); });
    EXPECT_TRUE(run.empty() || run == resumed) << seed;
    EXPECT_TRUE(!read.empty() || run.empty()) << seed;  // what reports refuse, runs do
    refused += read.empty() ? 1 : 0;
    std::filesystem::remove(file);
  }
  EXPECT_GT(refused, kCorruptions / 2);
}

}  // namespace sweep::damage_test
