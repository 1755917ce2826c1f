#include "bench/export/export_rows.hpp"

#include <algorithm>
#include <atomic>

#include "tests/bench/store/store_fixture.hpp"

namespace sweep::export_rows_test {

/// Counts cells, and stops the export after some of them.
class Counter final : public CellObserver {
 public:
  explicit Counter(std::size_t most) : most_(most) {}
  void begin(std::size_t cells) override { asked = cells; }
  void cell_ended() override { stop = ++ended >= most_; }

  std::size_t asked = 0;
  std::size_t ended = 0;
  std::atomic<bool> stop = false;

 private:
  std::size_t most_;
};

class ExportRows : public StoreTest {
 protected:
  ExportRows() {
    CellResult with_setting = cell(2);
    with_setting.method_key = "random?a=1";
    StoreContents other = contents();
    other.provenance.build_id = "22222222bb";
    Store::open(path(), contents()).append(cell(1));
    Store::open(path(), other, {.builds = Builds::any}).append(with_setting);
  }
};

TEST_F(ExportRows, SayWhichMethodAndBuildACellIsOf) {
  const StoredResults stored(path());
  Counter counter(9);
  std::string text;
  EXPECT_TRUE(write_rows(
      {FlatFormat::csv, RowKind::cells}, stored, [&](std::string_view part) { text += part; },
      counter.stop, counter));
  EXPECT_EQ(counter.asked, 2u);
  EXPECT_EQ(counter.ended, 2u);
  EXPECT_NE(text.find(",digest,method_key,build\n"), std::string::npos) << text;
  EXPECT_NE(text.find(",random,build\n"), std::string::npos) << text;
  EXPECT_TRUE(text.ends_with(",random?a=1,22222222\n")) << text;
}

TEST_F(ExportRows, LeaveNothingIfTheyAreStopped) {
  const StoredResults stored(path());
  for (const RowKind kind : {RowKind::cells, RowKind::records}) {
    Counter counter(1);
    const RowFormat format{FlatFormat::jsonl, kind};
    EXPECT_FALSE(export_rows(format, stored, path("rows"), counter.stop, counter));
    EXPECT_EQ(counter.ended, 1u);
    EXPECT_EQ(files_in_folder(), 1u);
  }
}

}  // namespace sweep::export_rows_test
