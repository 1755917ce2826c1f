#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sweep {

// Slices: members of a family, many at once. `bbob/f1-5,8/d2,5/i1-3` has functions 1 .. 5 and 8,
// each in 2 and in 5 dimensions, each with instances 1, 2 and 3: f, d and i in this order, with
// numbers and ranges between commas. One that is left out takes the family's defaults, but not all
// three. A range over numbers in steps of 5 goes in steps of 5.

/// True of what can only be meant as a slice or a member: made of a name's characters, commas, '*',
/// blanks and dots, and with a known family before the first '/', or one that is nearly known
/// before parts like f1-5.
bool looks_like_slice(std::string_view text);

/// The names of its members, without repetition; functions outermost, instances innermost. Throws
/// SpecError for what the family has not, with the nearest that it has.
std::vector<std::string> expand_slice(std::string_view text);

/// Goes through the pieces of a list with commas, in order, and says which of them belong to the
/// slice before them: `bbob/f1,8/d5` is one slice. A piece that begins with a digit or '/' and
/// holds no operator does, as long as the slice has no options yet.
class SliceSeams {
 public:
  bool continues_slice(std::string_view piece);

 private:
  bool is_in_slice_ = false;  // and that has no options yet
};

}  // namespace sweep
