#include "objectives/expression.hpp"

#include <fmt/format.h>
#include <muParser.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <mutex>
#include <numbers>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "algorithms/text/names.hpp"
#include "objectives/expression_text.hpp"

namespace sweep {
namespace {

/// A variable of an expression: a parameter, and for a category the number of each index.
struct Input {
  std::string name;
  std::size_t parameter;
  std::vector<double> numbers;

  [[nodiscard]] double number(double x) const {
    if (numbers.empty()) return x;
    const auto index = static_cast<std::size_t>(x);
    assert(index < numbers.size());
    return numbers[index];
  }
};

/// How an expression writes the name of a parameter.
std::string written_name(std::string name) {
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

bool can_be_written(std::string_view name) {
  const auto is_letter = [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_';
  };
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || ('0' <= c && c <= '9') || c == '.'; });
}

[[noreturn]] void refuse_variable(std::string_view text, const NamePlace& place,
                                  const SearchSpace& space) {
  std::vector<std::string> names;
  std::string hint;
  for (const Parameter& parameter : space) {
    std::string name = written_name(parameter.name);
    if (can_be_written(name)) {
      names.push_back(std::move(name));
    } else {
      hint = fmt::format("; \"{}\" can't be used: a name has letters, digits, '_' and '.'",
                         parameter.name);
    }
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  refuse_expression(text, place.column, unknown_name("name", place.name, known) + hint);
}

/// The index of the parameter that `place` means; nothing for a constant.
std::optional<std::size_t> find_parameter(std::string_view text, const NamePlace& place,
                                          const SearchSpace& space) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < space.size(); ++i) {
    if (written_name(space[i].name) != place.name) continue;
    if (found) {
      refuse_expression(text, place.column,
                        fmt::format("\"{}\" may mean parameter \"{}\" or \"{}\"", place.name,
                                    space[*found].name, space[i].name));
    }
    found = i;
  }
  if (!found && place.name != "pi" && place.name != "e") refuse_variable(text, place, space);
  return found;
}

std::optional<double> number_of(const Value& value) {
  if (const bool* truth = value.as<bool>()) return *truth ? 1 : 0;
  if (value.as<std::int64_t>() != nullptr || value.as<double>() != nullptr) return number(value);
  return std::nullopt;
}

/// The numbers behind the indices of a category or constant; none for a numeric parameter.
std::vector<double> numbers_of(std::string_view text, const NamePlace& place,
                               const Distribution& distribution) {
  std::vector<Value> values;
  if (const auto* constant = std::get_if<Constant>(&distribution)) values = {constant->value};
  if (const auto* category = std::get_if<Categorical>(&distribution)) values = category->values();
  std::vector<double> numbers;
  for (const Value& value : values) {
    const auto number = number_of(value);
    if (!number) {
      refuse_expression(text, place.column,
                        fmt::format("parameter \"{}\" has a value that is not a number: {}",
                                    place.name, to_json(value)));
    }
    numbers.push_back(*number);
  }
  return numbers;
}

double floor_of(double x) { return std::floor(x); }
double ceil_of(double x) { return std::ceil(x); }
double rint_of(double x) { return std::nearbyint(x); }  // halves to even; muParser's go up

/// A parser with the variables that it reads. Stays where it is: the parser points into it.
class Interpreter {
 public:
  Interpreter(const std::string& text, const std::vector<Input>& inputs) : values_(inputs.size()) {
    parser_.DefineNameChars("0123456789_.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    parser_.ClearConst();
    parser_.DefineFun("floor", floor_of);
    parser_.DefineFun("ceil", ceil_of);
    parser_.DefineFun("rint", rint_of);
    for (std::size_t i = 0; i < inputs.size(); ++i) parser_.DefineVar(inputs[i].name, &values_[i]);
    define_constant("pi", std::numbers::pi);
    define_constant("e", std::numbers::e);
    parser_.SetExpr(text);
    parser_.Eval();  // compiles
  }
  Interpreter(const Interpreter&) = delete;
  Interpreter& operator=(const Interpreter&) = delete;

  double operator()(const std::vector<Input>& inputs, PointView x) {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      values_[i] = inputs[i].number(x[inputs[i].parameter]);
    }
    const double loss = parser_.Eval();
    return std::isfinite(loss) ? loss : std::numeric_limits<double>::quiet_NaN();
  }

 private:
  void define_constant(const std::string& name, double value) {
    if (parser_.GetVar().count(name) == 0) parser_.DefineConst(name, value);
  }

  std::vector<double> values_;
  mu::Parser parser_;
};

/// Says what the parser refuses; only the number of arguments is left for it.
std::string problem_of(const mu::ParserError& error) {
  switch (error.GetCode()) {
    case mu::ecTOO_FEW_PARAMS:
      return fmt::format("too few arguments for '{}'", error.GetToken());
    case mu::ecTOO_MANY_PARAMS:
      return fmt::format("too many arguments for '{}'", error.GetToken());
    default:
      return error.GetMsg();
  }
}

}  // namespace

/// Interpreters are not const when they run, so each caller gets one of its own for a while.
class Expression::Program {
 public:
  Program(std::string text, std::vector<Input> inputs)
      : text_(std::move(text)), inputs_(std::move(inputs)) {
    give_back(std::make_unique<Interpreter>(text_, inputs_));
  }

  void run(std::span<const double> rows, std::size_t width, std::span<double> out) const {
    std::unique_ptr<Interpreter> interpreter = take();
    for (std::size_t i = 0; i < out.size(); ++i) {
      out[i] = (*interpreter)(inputs_, rows.subspan(i * width, width));
    }
    give_back(std::move(interpreter));
  }

 private:
  [[nodiscard]] std::unique_ptr<Interpreter> take() const {
    const std::scoped_lock lock(mutex_);
    if (idle_.empty()) return std::make_unique<Interpreter>(text_, inputs_);
    std::unique_ptr<Interpreter> interpreter = std::move(idle_.back());
    idle_.pop_back();
    return interpreter;
  }

  void give_back(std::unique_ptr<Interpreter> interpreter) const {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(interpreter));
  }

  std::string text_;
  std::vector<Input> inputs_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Interpreter>> idle_;
};

Expression::Expression(std::string_view text, SearchSpace space) : space_(std::move(space)) {
  const ExpressionText checked = check_expression(text);
  std::vector<Input> inputs;
  for (const NamePlace& place : checked.variables) {
    const auto i = find_parameter(text, place, space_);
    if (!i) continue;
    inputs.push_back({place.name, *i, numbers_of(text, place, space_[*i].distribution)});
  }
  try {
    program_ = std::make_shared<const Program>(checked.text, std::move(inputs));
  } catch (const mu::ParserError& error) {
    const auto column = static_cast<std::size_t>(std::max(error.GetPos(), 0)) + 1;
    refuse_expression(text, column, problem_of(error));
  }
}

double Expression::loss(PointView x, int, const Stream&) const {
  double result = 0;
  program_->run(x, space_.size(), {&result, 1});
  return result;
}

void Expression::losses(std::span<const double> rows, TrialId, const Stream&,
                        std::span<double> out) const {
  program_->run(rows, space_.size(), out);
}

}  // namespace sweep
