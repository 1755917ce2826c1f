#include "objectives/expression_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

#include "algorithms/text/error.hpp"
#include "algorithms/text/names.hpp"

namespace sweep {
namespace {

constexpr std::array<std::string_view, 28> kFunctions{
    "abs",  "acos", "acosh", "asin",  "asinh", "atan", "atan2", "atanh", "avg", "ceil",
    "cos",  "cosh", "exp",   "floor", "ln",    "log",  "log10", "log2",  "max", "min",
    "rint", "sign", "sin",   "sinh",  "sqrt",  "sum",  "tan",   "tanh"};

// Longer ones first: "<=" is not "<" and "=".
constexpr std::array<std::string_view, 17> kOperators{
    "**", "<=", ">=", "==", "!=", "&&", "||", "^", "*", "/", "+", "-", "<", ">", "?", ":", ","};

constexpr std::size_t kLongestQuote = 60;
constexpr std::size_t kLongestName = 255;  // muParser takes no longer ones

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_name_start(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_'; }
bool is_name_char(char c) { return is_name_start(c) || is_digit(c) || c == '.'; }
bool is_printable(char c) { return ' ' <= c && c <= '~'; }

/// What is open: a bracket, or the whole expression.
struct Level {
  std::size_t column;
  bool is_call;
  std::vector<std::size_t> questions;  // columns of '?' whose ':' is still to come
};

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text), result_{std::string(text), {}} {}

  ExpressionText run() && {
    if (std::all_of(text_.begin(), text_.end(), is_blank)) refuse(0, "the expression is empty");
    for (skip_blanks(); at_ < text_.size(); skip_blanks()) {
      if (wants_operand_) {
        operand();
      } else {
        binary_operator();
      }
    }
    if (wants_operand_) refuse(at_, "unexpected end");
    if (levels_.size() > 1) refuse(levels_.back().column, "'(' is never closed");
    check_questions();
    return std::move(result_);
  }

 private:
  [[noreturn]] void refuse(std::size_t at, std::string_view problem) const {
    refuse_expression(text_, at + 1, problem);
  }
  [[noreturn]] void refuse_here() const {
    const char c = text_[at_];
    const auto byte = static_cast<unsigned>(static_cast<unsigned char>(c));
    refuse(at_, is_printable(c) ? fmt::format("unexpected '{}'", c)
                                : fmt::format("unexpected byte {:#04x}", byte));
  }
  [[nodiscard]] char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  void skip_blanks() {
    while (at_ < text_.size() && is_blank(text_[at_])) result_.text[at_++] = ' ';
  }

  void operand() {
    const char c = text_[at_];
    const bool is_sign = c == '-' || c == '+';
    if (is_digit(c) || (c == '.' && is_digit(peek(at_ + 1)))) {
      number();
    } else if (is_name_start(c)) {
      name();
    } else if (c == '(') {
      open_bracket(false);
    } else if (is_sign && !after_sign_) {
      ++at_;
      after_sign_ = true;
    } else {
      refuse_here();
    }
  }

  void operand_ends() {
    wants_operand_ = false;
    after_sign_ = false;
  }

  void number() {
    double value = 0;
    const char* const end = text_.data() + text_.size();
    const auto [stop, problem] = std::from_chars(text_.data() + at_, end, value);
    if (problem == std::errc::result_out_of_range) refuse(at_, "the number is out of range");
    at_ = static_cast<std::size_t>(stop - text_.data());
    operand_ends();
  }

  void name() {
    const std::size_t start = at_;
    while (is_name_char(peek(at_))) ++at_;
    const std::string name(text_.substr(start, at_ - start));
    const std::size_t end = at_;
    if (name.size() > kLongestName) refuse(start, "the name is too long");
    skip_blanks();
    if (peek(at_) == '(') {
      call(name, start, end);
      return;
    }
    const auto same = [&](const NamePlace& place) { return place.name == name; };
    auto& variables = result_.variables;
    if (std::none_of(variables.begin(), variables.end(), same)) {
      variables.push_back({name, start + 1});
    }
    operand_ends();
  }

  void call(const std::string& function, std::size_t start, std::size_t end) {
    if (!std::binary_search(kFunctions.begin(), kFunctions.end(), function)) {
      refuse(start, unknown_name("function", function, kFunctions));
    }
    // The bracket has to follow its function at once, so the name moves up to it.
    std::rotate(result_.text.begin() + static_cast<std::ptrdiff_t>(start),
                result_.text.begin() + static_cast<std::ptrdiff_t>(end),
                result_.text.begin() + static_cast<std::ptrdiff_t>(at_));
    open_bracket(true);
  }

  void open_bracket(bool is_call) {
    if (levels_.size() > kDeepestExpression) {
      refuse(at_, fmt::format("more than {} brackets inside each other", kDeepestExpression));
    }
    levels_.push_back({at_++, is_call, {}});
    after_sign_ = false;
  }

  void close_bracket() {
    if (levels_.size() == 1) refuse_here();
    check_questions();
    levels_.pop_back();
    ++at_;
  }

  void binary_operator() {
    if (text_[at_] == ')') {
      close_bracket();
      return;
    }
    const std::string_view rest = text_.substr(at_);
    const auto* const found = std::find_if(kOperators.begin(), kOperators.end(), [&](auto op) {
      return rest.substr(0, op.size()) == op;
    });
    if (found == kOperators.end()) {
      if (rest.front() == '=') refuse(at_, "unexpected '='; '==' compares");
      refuse_here();
    }
    if (*found == "**") result_.text.replace(at_, 2, "^ ");
    if (*found == "?" || *found == ":" || *found == ",") separator(found->front());
    at_ += found->size();
    wants_operand_ = true;
  }

  void separator(char c) {
    auto& questions = levels_.back().questions;
    if (c == '?') {
      questions.push_back(at_);
    } else if (c == ':') {
      if (questions.empty()) refuse_here();
      questions.pop_back();
    } else {
      if (!levels_.back().is_call) refuse_here();
      check_questions();
    }
  }

  void check_questions() const {
    const auto& questions = levels_.back().questions;
    if (!questions.empty()) refuse(questions.back(), "'?' without ':'");
  }

  std::string_view text_;
  ExpressionText result_;
  std::size_t at_ = 0;
  bool wants_operand_ = true;
  bool after_sign_ = false;
  std::vector<Level> levels_{Level{0, false, {}}};
};

std::string quoted(std::string_view text) {
  std::string quote(text.substr(0, kLongestQuote));
  std::replace_if(quote.begin(), quote.end(), is_blank, ' ');
  std::replace_if(
      quote.begin(), quote.end(), [](char c) { return !is_printable(c); }, '?');
  return text.size() > kLongestQuote ? quote + "..." : quote;
}

}  // namespace

std::span<const std::string_view> expression_functions() { return kFunctions; }

ExpressionText check_expression(std::string_view text) {
  if (text.size() > kLongestExpression) {
    refuse_expression(text, fmt::format("{} characters are too many; {} are allowed", text.size(),
                                        kLongestExpression));
  }
  return Checker(text).run();
}

void refuse_expression(std::string_view text, std::size_t column, std::string_view problem) {
  refuse_expression(text, fmt::format("column {}: {}", column, problem));
}

void refuse_expression(std::string_view text, std::string_view problem) {
  throw SpecError(fmt::format("expression '{}': {}", quoted(text), problem));
}

}  // namespace sweep
