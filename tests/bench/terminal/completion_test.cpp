#include "bench/terminal/completion.hpp"

#include <gtest/gtest.h>

#include "algorithms/text/error.hpp"
#include "bench/cli/verbs.hpp"
#include "bench/terminal/flags.hpp"
#include "bench/terminal/man_page.hpp"

namespace sweep::completion_test {

// Calls visit(verb, word) with all that can be written behind a verb.
template <class Visit>
void for_each_word(Visit visit) {
  for (const Verb& verb : verbs()) {
    Flags flags;
    static_cast<void>(verb.add(flags));
    for (const Flag& flag : flags.all()) {
      if (flag.is_place()) continue;
      for (const std::string& word : flag.words()) visit(std::string(verb.name), word);
    }
  }
}

TEST(CompletionScript, OfBashHasEveryFlagOfEveryVerb) {
  const std::string script = completion_script("bash", verbs());
  for_each_word([&](const std::string& verb, const std::string& word) {
    const std::size_t begin = script.find("      " + verb + ") words='--help");
    ASSERT_NE(begin, std::string::npos) << verb;
    const std::string line = script.substr(begin, script.find('\n', begin) - begin);
    const bool is_there = line.find(" " + word + " ") != std::string::npos ||
                          line.find(" " + word + "'") != std::string::npos;
    EXPECT_TRUE(is_there) << verb << " " << word;
  });
}

TEST(CompletionScript, OfZshAndFishHasEveryFlag) {
  const std::string zsh = completion_script("zsh", verbs());
  const std::string fish = completion_script("fish", verbs());
  for_each_word([&](const std::string& verb, const std::string& word) {
    EXPECT_NE(zsh.find("'*" + word + "["), std::string::npos) << verb << " " << word;
    const std::string name =
        word.starts_with("--") ? " -l " + word.substr(2) + " " : " -s " + word.substr(1) + " ";
    EXPECT_NE(fish.find("__fish_seen_subcommand_from " + verb + "'"), std::string::npos) << verb;
    EXPECT_NE(fish.find(name), std::string::npos) << verb << " " << word;
  });
}

TEST(CompletionScript, KnowsTheCatalogues) {
  for (const std::string_view shell : kShells) {
    const std::string script = completion_script(shell, verbs());
    for (const char* name : {"wandb-hyperband", "styblinski-tang", "distributions", "steps"}) {
      EXPECT_NE(script.find(name), std::string::npos) << shell << " " << name;
    }
  }
  EXPECT_THROW(completion_script("tcsh", verbs()), SpecError);
}

TEST(ManPage, HasEveryVerbAndFlag) {
  const std::string page = man_page(verbs());
  EXPECT_TRUE(page.starts_with(".TH SWEEP-BENCH 1"));
  for (const Verb& verb : verbs()) {
    EXPECT_NE(page.find(".SS " + std::string(verb.name) + "\n"), std::string::npos) << verb.name;
  }
  for_each_word([&](const std::string& verb, const std::string& word) {
    std::string name;
    for (const char c : word) name += c == '-' ? std::string("\\-") : std::string(1, c);
    EXPECT_NE(page.find("\\fB" + name + "\\fR"), std::string::npos) << verb << " " << word;
  });
}

}  // namespace sweep::completion_test
