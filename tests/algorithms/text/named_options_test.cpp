#include "algorithms/text/named_options.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"

namespace sweep::named_options_test {

TEST(NamedOptions, TakeOptionsInBracketsAsPartOfAValue) {
  const NamedOptions named =
      parse_named_options("curve?of=ackley(dim=5&shift=a(b=c&d=e))&steps=27", "objective");
  EXPECT_EQ(named.name, "curve");
  EXPECT_EQ(named.options, (Settings{{"of", "ackley(dim=5&shift=a(b=c&d=e))"}, {"steps", "27"}}));
  EXPECT_EQ(to_text(named), "curve?of=ackley(dim=5&shift=a(b=c&d=e))&steps=27");
}

TEST(NamedOptions, KnowWhatLooksLikeOptions) {
  for (const char* text : {"a=1", "a=1&b-c=x_y.z+1", "of=f(x=1)", "of=f(x=g(y=1)&z=2)&a=1"}) {
    EXPECT_TRUE(looks_like_options(text)) << text;
  }
  for (const char* text : {"", "a", "a=", "1=a", "a=b c", "a==b", "a=(b=c)", "a=f(b=c", "a=f)b=c(",
                           "a=f(b=c)d", "a=f(b=c)(d=e)", "a=f(b?c)", "a=f(b=c))", "x<=f(b=c)"}) {
    EXPECT_FALSE(looks_like_options(text)) << text;
    EXPECT_THROW(parse_option_list(text, "test"), SpecError) << text;
  }
}

}  // namespace sweep::named_options_test
