#include <array>

#include "algorithms/text/catalog.hpp"
#include "objectives/bbob/bbob.hpp"
#include "objectives/bbob/boxed.hpp"
#include "objectives/bbob/mixint.hpp"
#include "objectives/bbob/noisy.hpp"
#include "objectives/family.hpp"

namespace sweep {
namespace {

constexpr NumberRule kPlainDimensions{2, 40};
constexpr std::array kPlainDefaults = {2, 3, 5, 10, 20, 40};
constexpr NumberRule kMixedDimensions{5, 40, 5};
constexpr std::array kMixedDefaults = {5, 10, 20, 40};

constexpr std::array kFirst15 = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
constexpr std::array kOf2018 = {1, 2, 3, 4, 5, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80};
constexpr std::array kOf2023 = {1, 2, 3, 4, 5, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110};

constexpr std::array<FunctionGroup, 5> kNoiselessGroups = {{{"1-separable", 1, 5},
                                                            {"2-moderate", 6, 9},
                                                            {"3-ill-conditioned", 10, 14},
                                                            {"4-multi-modal", 15, 19},
                                                            {"5-weakly-structured", 20, 24}}};
constexpr std::array<FunctionGroup, 3> kNoisyGroups = {{{"1-moderate-noise", 101, 106},
                                                        {"2-severe-noise", 107, 121},
                                                        {"3-severe-noise-multi-modal", 122, 130}}};

BbobProblem bbob_problem(const FamilyMember& member) {
  return {member.function, member.dimension, member.instance};
}

Objective make_plain(const FamilyMember& member) { return make_bbob(bbob_problem(member)); }

template <class O>
Objective make(const FamilyMember& member) {
  return O(bbob_problem(member));
}

constexpr std::string_view kBbobSource = "Hansen, Finck, Ros, Auger 2009, INRIA RR-6829";

constexpr auto kFamilies = sorted_by_name(std::array<ObjectiveFamily, 4>{{
    {"bbob", "24 functions of real parameters, with rotations and a place of the optimum drawn",
     kBbobSource, 1, 24, kPlainDimensions, kPlainDefaults, kOf2018, kNoiselessGroups,
     bbob_function_name, make_plain},
    {"bbob-boxed", "the bbob functions with optima all over the box, and infinity outside of it",
     "COCO", 1, 24, kPlainDimensions, kPlainDefaults, kOf2023, kNoiselessGroups, bbob_function_name,
     make<BbobBoxed>},
    {"bbob-mixint", "the bbob functions with four fifths of the parameters made integers",
     "Tusar, Brockhoff, Hansen 2019, doi:10.1145/3321707.3321868", 1, 24, kMixedDimensions,
     kMixedDefaults, kFirst15, kNoiselessGroups, bbob_function_name, make<BbobMixint>},
    {"bbob-noisy", "bbob functions under Gaussian, uniform and Cauchy noise",
     "Hansen, Finck, Ros, Auger 2009, INRIA RR-6869", 101, 130, kPlainDimensions, kPlainDefaults,
     kFirst15, kNoisyGroups, bbob_noisy_function_name, make<BbobNoisy>},
}});

}  // namespace

std::span<const ObjectiveFamily> objective_families() { return kFamilies; }

}  // namespace sweep
