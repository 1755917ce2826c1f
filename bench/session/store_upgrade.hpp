#pragma once

#include <string>

#include "bench/store/upgrade.hpp"

namespace sweep {

/// What this program knows of an experiment, given its text as a store has it. Nothing in it need
/// be known: an objective or a method that this program has not stays undescribed.
StoreUpgrade store_upgrade(const std::string& experiment_text);

}  // namespace sweep
