#include "bench/cli/verbs.hpp"

namespace sweep {
namespace {

constexpr Verb kVerbs[] = {
    {"run", "run an experiment; print a table; write a store (the default)", add_run},
    {"list", "what there is: methods, objectives, distributions ...", add_list},
    {"space", "check a sweep file; supports, cardinalities, probabilities", add_space},
    {"next", "the next configurations of a sweep, given its runs so far", add_next},
    {"stop", "the running runs that early termination would stop now, and why", add_stop},
    {"audit", "what each scheduler would have saved on past runs, and which winners", add_audit},
    {"posterior", "what a bayes sweep's model says of given points", add_posterior},
    {"export", "the results of a store for pandas, cocopp or IOHanalyzer", add_export},
    {"eval", "values of an objective at given points", add_eval},
    {"report", "what stores say: tables of ERT, ECDF and the field's other measures", add_report},
    {"compare", "which method or build is better, by how much, and how sure that is", add_compare},
    {"gate", "for CI: is NEW worse than BASE? exit code 0 no, 3 yes, 4 open", add_gate},
    {"plan", "which sweep to run: method, early termination, runs, workers; what it costs",
     add_plan},
    {"plot", "curves of a store in the terminal: convergence, ECDF", add_plot},
    {"verify", "run with 1, 2, 3 and 7 threads and compare the results", add_verify},
    {"completion", "the script with which a shell completes verbs and flags", add_completion},
    {"man", "the manual page", add_man},
};

}  // namespace

std::span<const Verb> verbs() { return kVerbs; }

}  // namespace sweep
