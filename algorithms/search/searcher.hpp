#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "algorithms/model/explanation.hpp"
#include "algorithms/model/model_view.hpp"
#include "algorithms/search/proposal.hpp"
#include "algorithms/space/outcome.hpp"
#include "algorithms/space/point.hpp"
#include "algorithms/space/search_space.hpp"
#include "algorithms/space/stream.hpp"
#include "algorithms/space/trial.hpp"

namespace sweep {

/// What a searcher is told before it starts.
struct SearchTask {
  SearchSpace space;
  std::optional<std::uint64_t> budget_trials;  // at most; nothing: open-ended, as in `next`
  std::uint64_t workers = 1;                   // trials that may be under way at once
  OutcomeLayout layout = {};                   // of what a trial reports
};

/// What a type needs to be a searcher. `ask` proposes the point of trial `id`, or says that it must
/// be told results first, or that nothing is left to try (a Proposal, or a Point for a searcher
/// that always has one); `stream` is the trial's own and the only source of randomness. `tell`
/// brings each ended trial, once. Several asks may come before a tell. Neither throws for numeric
/// reasons, and failed trials (loss NaN) come like others; what one throws all the same ends its
/// cell.
template <class S>
concept SearcherLike = std::movable<S> &&
    requires(S searcher, TrialId id, const Stream& stream, const Trial& ended) {
  { searcher.ask(id, stream) } -> std::convertible_to<Proposal>;
  { searcher.tell(ended) } -> std::same_as<void>;
};

/// Holds any SearcherLike by value. It cannot be copied, as it may talk to another process: a
/// factory makes each one anew, and two that are asked and told the same answer the same.
/// Abilities that a type may add:
///   size_t ask_block(TrialId first, const Stream& trials, std::span<double> rows)
///       for searchers that need no results: as many points as rows holds, one after the other,
///       the same as asking with trials.child(first), trials.child(first + 1), ...; returns how
///       many there were. Such a searcher is not told of its own trials.
///   void observe(const Trial& running)
///       a trial that has not ended: one of this searcher's own that a scheduler has paused, with
///       what it reported, or one that others began. A paused trial may never go on: a searcher
///       that answers NotYet until results come takes what it sees here for the result.
///   void aim(int step)
///       the step that the trial asked for next is to run to at first, for searchers that plan by
///       rungs; told before each ask beside a scheduler, and anew if the answer was NotYet.
///   const Explanation& explain() const
///       why the last point that was asked for.
///   std::optional<ModelView> model() const
///       what it knows from the trials so far; nothing as long as that is too little for a model.
class Searcher {
 public:
  template <class S>
  requires(!std::same_as<S, Searcher> && SearcherLike<S>)
      Searcher(S searcher)  // NOLINT(google-explicit-constructor): any searcher is one
      : self_(std::make_unique<Holder<S>>(std::move(searcher))) {}

  [[nodiscard]] Proposal ask(TrialId id, const Stream& stream) { return self_->ask(id, stream); }
  void tell(const Trial& ended) { self_->tell(ended); }
  void observe(const Trial& running) { self_->observe(running); }
  void aim(int step) { self_->aim(step); }

  /// nullptr if the searcher has no reasons; else valid until the next call.
  [[nodiscard]] const Explanation* explain() const { return self_->explain(); }

  /// Nothing if the searcher has no model, or not yet.
  [[nodiscard]] std::optional<ModelView> model() const { return self_->model(); }

  [[nodiscard]] bool asks_blocks() const { return self_->asks_blocks(); }
  /// Needs asks_blocks().
  [[nodiscard]] std::size_t ask_block(TrialId first, const Stream& trials, std::span<double> rows) {
    return self_->ask_block(first, trials, rows);
  }

 private:
  struct Interface {
    virtual ~Interface() = default;
    virtual Proposal ask(TrialId id, const Stream& stream) = 0;
    virtual void tell(const Trial& ended) = 0;
    virtual void observe(const Trial& running) = 0;
    virtual void aim(int step) = 0;
    virtual const Explanation* explain() const = 0;
    virtual std::optional<ModelView> model() const = 0;
    virtual bool asks_blocks() const = 0;
    virtual std::size_t ask_block(TrialId first, const Stream& trials, std::span<double> rows) = 0;
  };

  template <class S>
  struct Holder final : Interface {
    static constexpr bool kAsksBlocks =
        requires(S s, const Stream& trials, std::span<double> rows) {
      { s.ask_block(TrialId{}, trials, rows) } -> std::same_as<std::size_t>;
    };

    explicit Holder(S s) : searcher(std::move(s)) {}
    Proposal ask(TrialId id, const Stream& stream) override { return searcher.ask(id, stream); }
    void tell(const Trial& ended) override { searcher.tell(ended); }
    void observe(const Trial& running) override {
      if constexpr (requires { searcher.observe(running); }) searcher.observe(running);
    }
    void aim(int step) override {
      if constexpr (requires { searcher.aim(step); }) searcher.aim(step);
    }
    const Explanation* explain() const override {
      if constexpr (requires { searcher.explain(); }) return &searcher.explain();
      return nullptr;
    }
    std::optional<ModelView> model() const override {
      if constexpr (requires { searcher.model(); }) return searcher.model();
      return std::nullopt;
    }
    bool asks_blocks() const override { return kAsksBlocks; }
    std::size_t ask_block(TrialId first, const Stream& trials, std::span<double> rows) override {
      if constexpr (kAsksBlocks) return searcher.ask_block(first, trials, rows);
      return 0;
    }
    S searcher;
  };

  std::unique_ptr<Interface> self_;
};

}  // namespace sweep
