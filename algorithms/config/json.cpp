#include "algorithms/config/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "algorithms/config/tree_builder.hpp"
#include "algorithms/space/real_limits.hpp"

namespace sweep {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kBetweenTokens = " \t\r\n,:{}[]";

/// Where the parser is, and where the token that it reads began: nlohmann tells neither.
class Tracker {
 public:
  void pass(char c) {
    if (is_text_) {
      pass_in_text(c);
    } else if (c == '"') {
      is_text_ = true;
      token_ = here_;
      is_word_ = false;
    } else if (kBetweenTokens.find(c) != std::string_view::npos) {
      if (c == '{' || c == '[') bracket_ = here_;
      is_word_ = false;
    } else if (!std::exchange(is_word_, true)) {
      token_ = here_;
      token_offset_ = offset_;
    }
    ++offset_;
    last_ = here_;
    ++here_.column;
    if (c == '\n') here_ = {here_.line + 1, 1};
  }
  [[nodiscard]] Mark token() const { return token_; }
  /// Where something unexpected is.
  [[nodiscard]] Mark trouble() const { return is_word_ || is_text_ ? token_ : last_; }
  [[nodiscard]] Mark bracket() const { return bracket_; }
  [[nodiscard]] std::size_t token_offset() const { return token_offset_; }
  [[nodiscard]] bool is_word() const { return is_word_; }
  /// Whether a character that comes next is the first of a token.
  [[nodiscard]] bool begins_token() const { return !is_text_ && !is_word_; }

 private:
  void pass_in_text(char c) {
    if (is_escaped_) {
      is_escaped_ = false;
    } else if (c == '\\') {
      is_escaped_ = true;
    } else if (c == '"') {
      is_text_ = false;
    }
  }

  Mark here_{1, 1};
  Mark token_{1, 1};
  Mark bracket_{1, 1};
  Mark last_{1, 1};
  std::size_t offset_ = 0;
  std::size_t token_offset_ = 0;
  bool is_text_ = false;
  bool is_escaped_ = false;
  bool is_word_ = false;
};

/// A number that JSON has no word for, but Python's json module has.
struct NumberWord {
  std::string_view text;
  double value;
};

constexpr NumberWord kNumberWords[] = {{"NaN", std::numeric_limits<double>::quiet_NaN()},
                                       {"Infinity", kInfinity},
                                       {"-Infinity", -kInfinity}};

/// The word that the text begins with, up to the end of the token; nullptr if there is none.
const NumberWord* number_word(std::string_view text) {
  for (const NumberWord& word : kNumberWords) {
    if (!text.starts_with(word.text)) continue;
    const std::string_view rest = text.substr(word.text.size());
    if (rest.empty() || kBetweenTokens.find(rest[0]) != std::string_view::npos) return &word;
  }
  return nullptr;
}

/// Walks over the text and tells the tracker. Of Python's dialect, the parser is shown a zero and
/// blanks where a number's word stands, so that all places stay as they are.
class Cursor {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Cursor(std::string_view rest, Tracker* tracker, JsonDialect dialect)
      : at_(rest.data()),
        end_(at_ + rest.size()),
        tracker_(tracker),
        has_words_(dialect == JsonDialect::python) {
    look_for_word();
  }
  reference operator*() const {
    return at_ >= word_end_ ? *at_ : at_ == word_begin_ ? kZero : kBlank;
  }
  Cursor& operator++() {
    tracker_->pass(*at_++);
    look_for_word();
    return *this;
  }
  Cursor operator++(int) {
    Cursor before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Cursor& other) const { return at_ == other.at_; }
  bool operator!=(const Cursor& other) const { return at_ != other.at_; }

 private:
  static constexpr char kZero = '0';
  static constexpr char kBlank = ' ';

  void look_for_word() {
    if (!has_words_ || at_ == end_ || (*at_ != 'N' && *at_ != 'I' && *at_ != '-')) return;
    if (!tracker_->begins_token()) return;
    const auto* word = number_word({at_, static_cast<std::size_t>(end_ - at_)});
    if (!word) return;
    word_begin_ = at_;
    word_end_ = at_ + word->text.size();
  }

  const char* at_;
  const char* end_;
  const char* word_begin_ = nullptr;
  const char* word_end_ = nullptr;
  Tracker* tracker_;
  bool has_words_;
};

/// "[json.exception.parse_error.101] parse error at line 1, column 5: syntax error ...; last read:
/// '...'; expected ..." without what the diagnostic says itself, and without the text it quotes.
std::string reason(std::string_view what) {
  if (const std::size_t column = what.find(" column "); column != std::string_view::npos) {
    what.remove_prefix(what.find(": ", column) + 2);
  } else if (const std::size_t bracket = what.find("] "); bracket != std::string_view::npos) {
    what.remove_prefix(bracket + 2);
  }
  const std::size_t quote = what.find("; last read: ");
  const std::size_t expected = what.rfind("; expected ");
  std::string text(what.substr(0, std::min(quote, expected)));
  if (expected != std::string_view::npos) text += what.substr(expected);
  constexpr std::size_t kLongest = 200;
  return text.substr(0, kLongest);
}

/// Receives the parser's events.
class Receiver : public nlohmann::json_sax<Json> {
 public:
  Receiver(std::string_view text, const Tracker& tracker, TreeBuilder& builder, JsonDialect dialect)
      : text_(text), tracker_(tracker), builder_(builder), dialect_(dialect) {}

  bool null() override { return scalar({}); }
  bool boolean(bool value) override { return scalar(value); }
  bool number_integer(Json::number_integer_t value) override { return scalar(value); }
  bool number_unsigned(Json::number_unsigned_t value) override {
    if (const NumberWord* word = value == 0 ? word_here() : nullptr) return scalar(word->value);
    if (std::in_range<std::int64_t>(value)) return scalar(static_cast<std::int64_t>(value));
    return scalar(static_cast<double>(value));
  }
  bool number_float(double value, const std::string& digits) override {
    const bool is_real = digits.find_first_of(".eE") != std::string::npos;
    return scalar(is_real ? Value(value) : Value(digits));
  }
  bool string(std::string& value) override { return scalar(std::move(value)); }
  bool binary(Json::binary_t&) override { return false; }  // only binary formats have it

  bool start_object(std::size_t) override {
    builder_.begin_map(tracker_.bracket());
    return true;
  }
  bool start_array(std::size_t) override {
    builder_.begin_list(tracker_.bracket());
    return true;
  }
  bool key(std::string& value) override { return scalar(std::move(value)); }
  bool end_object() override { return end(); }
  bool end_array() override { return end(); }

  bool parse_error(std::size_t, const std::string&, const Json::exception& error) override {
    const bool is_strict = dialect_ == JsonDialect::strict;
    if (const auto* word = is_strict && tracker_.is_word() ? number_word(token()) : nullptr) {
      builder_.refuse(
          tracker_.token(),
          fmt::format("{} is not JSON; write \"nan\", \"inf\" or \"-inf\"", word->text));
    }
    const bool is_range = dynamic_cast<const Json::out_of_range*>(&error) != nullptr;
    builder_.refuse(is_range ? tracker_.token() : tracker_.trouble(),
                    "no valid JSON: " + reason(error.what()));
  }

 private:
  [[nodiscard]] std::string_view token() const { return text_.substr(tracker_.token_offset()); }
  [[nodiscard]] const NumberWord* word_here() const {
    return dialect_ == JsonDialect::python ? number_word(token()) : nullptr;
  }
  bool scalar(Value value) {
    builder_.add({tracker_.token(), std::move(value)});
    return true;
  }
  bool end() {
    builder_.add(builder_.end());
    return true;
  }

  std::string_view text_;
  const Tracker& tracker_;
  TreeBuilder& builder_;
  JsonDialect dialect_;
};

}  // namespace

Node read_json(std::string_view text, const std::string& file_name, const TextLimits& limits,
               JsonDialect dialect) {
  text = checked_text(text, file_name, limits.bytes);
  TreeBuilder builder(file_name, limits);
  Tracker tracker;
  Receiver receiver(text, tracker, builder, dialect);
  Json::sax_parse(Cursor(text, &tracker, dialect),
                  Cursor(text.substr(text.size()), &tracker, dialect), &receiver);
  return *builder.take();
}

}  // namespace sweep
