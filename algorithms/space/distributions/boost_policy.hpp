#pragma once

#include <boost/math/policies/policy.hpp>

namespace sweep::detail {

/// Infinities and NaN are answers here, not errors; doubles need no promotion for 1e-15.
using BoostPolicy = boost::math::policies::policy<
    boost::math::policies::promote_double<false>,
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::pole_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;

}  // namespace sweep::detail
