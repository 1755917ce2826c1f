#include "bench/results/build_names.hpp"

#include <gtest/gtest.h>

namespace sweep::build_names_test {

using Words = std::vector<std::string>;

Provenance build(const char* id, const char* cpu = "A") { return {id, "gcc", cpu, "1", "", ""}; }

Words names_of(const std::vector<Provenance>& builds) {
  BuildNames names;
  for (const Provenance& each : builds) names.add(each);
  return names.names();
}

TEST(BuildNames, AreAsShortAsTheyMayBe) {
  EXPECT_EQ(names_of({build("3f2a91c0aaaa"), build("77777777bbbb")}),
            (Words{"3f2a91c0", "77777777"}));
  EXPECT_EQ(names_of({build("3f2a91c0aaaa"), build("3f2a91c0abbb"), build("7")}),
            (Words{"3f2a91c0aa", "3f2a91c0ab", "7"}));
  EXPECT_EQ(names_of({build("3f2a91c0", "A"), build("3f2a91c0", "B")}),
            (Words{"3f2a91c0 on A", "3f2a91c0 on B"}));
  EXPECT_EQ(names_of({build(""), build("3f2a91c0aaaa")}), (Words{"unknown build", "3f2a91c0"}));
}

TEST(BuildNames, AreOneForTheSameMachineCode) {
  BuildNames names;
  Provenance later = build("3f2a91c0aaaa");
  later.time = "2026-02-01T00:00:00Z";
  EXPECT_EQ(names.add(build("3f2a91c0aaaa")), 0U);
  EXPECT_EQ(names.add(build("3f2a91c0aaaa", "B")), 1U);
  EXPECT_EQ(names.add(later), 0U);
  EXPECT_EQ(names.builds().size(), 2U);
}

}  // namespace sweep::build_names_test
