#!/bin/sh
# Makes layout4.db and layout4-best.db, stores of layout 4, with a program of that time (version
# 0.1.0, November 2026):
#   make_layout4.sh PROGRAM
set -eu
cd "$(dirname "$0")"
rm -f layout4.db layout4-best.db
"$1" run --quiet --no-progress --out layout4.db --record trials --trials 6 --seeds 2 \
  --method 'random,tpe?candidates=8,random+asha' --set asha.eta=2 \
  --objective 'x**3 + y,bbob/f1,8/d2/i1,sphere?noise=0.1,curve?of=branin'
"$1" run --quiet --no-progress --out layout4-best.db --trials 40 --seeds 2 \
  --method random,bayes --objective 'x + y' \
  --param 'x={min: 0.01, max: 0.1}' --param 'y={values: [1, 3, 7]}'
