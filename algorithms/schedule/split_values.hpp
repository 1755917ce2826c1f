#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <functional>
#include <vector>

namespace sweep {

/// Values in two heaps, the lowest `low_size()` of them apart from the others: an order statistic
/// that follows as values come, in O(log n) each. Values must be ordered (no NaN).
template <class T>
class SplitValues {
 public:
  [[nodiscard]] std::size_t size() const { return low_.size() + high_.size(); }
  [[nodiscard]] std::size_t low_size() const { return low_.size(); }
  /// The greatest of the low ones, and the least of the others. There must be one.
  [[nodiscard]] const T& low_max() const { return low_.front(); }
  [[nodiscard]] const T& high_min() const { return high_.front(); }

  /// Adds a value; there are as many low ones as before. True if it is one of them.
  bool add(const T& value) {
    if (low_.empty() || !(value < low_.front())) {
      push(high_, value, std::greater<>());
      return false;
    }
    std::pop_heap(low_.begin(), low_.end());
    push(high_, low_.back(), std::greater<>());
    low_.back() = value;
    std::push_heap(low_.begin(), low_.end());
    return true;
  }

  /// The least of the others becomes a low one; there must be one. Returns it.
  T lower_one() {
    assert(!high_.empty());
    std::pop_heap(high_.begin(), high_.end(), std::greater<>());
    const T value = high_.back();
    high_.pop_back();
    push(low_, value, std::less<>());
    return value;
  }

 private:
  template <class Order>
  static void push(std::vector<T>& heap, const T& value, Order order) {
    heap.push_back(value);
    std::push_heap(heap.begin(), heap.end(), order);
  }

  std::vector<T> low_;   // the greatest in front
  std::vector<T> high_;  // the least in front
};

}  // namespace sweep
