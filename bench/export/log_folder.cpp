#include "bench/export/log_folder.hpp"

#include <array>
#include <optional>
#include <utility>

#include "bench/reports/coco/coco.hpp"
#include "bench/reports/ioh/ioh.hpp"
#include "bench/terminal/output_target.hpp"

namespace sweep {
namespace {

namespace fs = std::filesystem;

// The index is written once its function is through; it is small.
class CocoFolder final : public LogFolder {
 public:
  void begin(const fs::path& folder, const LoggedProblem& problem, const std::string& method,
             const std::string& comment) override {
    close_data();
    if (folder / coco_index_path(problem) != index_path_) finish();
    index_path_ = folder / coco_index_path(problem);
    index_ += (index_.empty() ? "" : "\n") + coco_entry_head(problem, method, comment);
    dimension_ = problem.dimension;
    const fs::path data = folder / coco_data_path(problem);
    make_folders(data.parent_path());
    for (std::size_t i = 0; i < kEndings.size(); ++i) data_[i].emplace(data.string() + kEndings[i]);
  }

  void add(const LoggedRun& run) override {
    const CocoBlocks blocks = coco_blocks(run, dimension_);
    const std::array<const std::string*, 4> texts = {&blocks.dat, &blocks.tdat, &blocks.rdat,
                                                     &blocks.mdat};
    for (std::size_t i = 0; i < texts.size(); ++i) data_[i]->write(*texts[i]);
    index_ += coco_entry_item(run);
  }

  void finish() override {
    close_data();
    if (index_.empty()) return;
    OutputFile file(index_path_);
    file.write(std::exchange(index_, {}) + "\n");
    file.close();
  }

 private:
  static constexpr std::array<const char*, 4> kEndings = {".dat", ".tdat", ".rdat", ".mdat"};

  void close_data() {
    for (auto& file : data_) {
      if (file) file->close();
      file.reset();
    }
  }

  std::array<std::optional<OutputFile>, 4> data_;
  fs::path index_path_;
  std::string index_;
  std::size_t dimension_ = 1;
};

class IohFolder final : public LogFolder {
 public:
  void begin(const fs::path& folder, const LoggedProblem& problem, const std::string& method,
             const std::string& comment) override {
    close_data();
    if (folder / ioh_index_path(problem) != index_path_) finish();
    index_path_ = folder / ioh_index_path(problem);
    if (!index_) index_.emplace(problem, method, comment);
    index_->begin(problem);
    const fs::path data = folder / ioh_data_path(problem);
    make_folders(data.parent_path());
    data_.emplace(data);
  }

  void add(const LoggedRun& run) override {
    data_->write(ioh_block(run));
    index_->add(run);
  }

  void finish() override {
    close_data();
    if (!index_) return;
    OutputFile file(index_path_);
    file.write(index_->to_json());
    file.close();
    index_.reset();
  }

 private:
  void close_data() {
    if (data_) data_->close();
    data_.reset();
  }

  std::optional<OutputFile> data_;
  fs::path index_path_;
  std::optional<IohIndex> index_;
};

}  // namespace

std::unique_ptr<LogFolder> make_coco_folder() { return std::make_unique<CocoFolder>(); }
std::unique_ptr<LogFolder> make_ioh_folder() { return std::make_unique<IohFolder>(); }

}  // namespace sweep
