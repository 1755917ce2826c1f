#!/bin/sh
# Makes layout5.db, a store of layout 5, with a program of that time (version 0.1.0, November 2026):
#   make_layout5.sh PROGRAM
set -eu
cd "$(dirname "$0")"
rm -f layout5.db
"$1" run --quiet --no-progress --out layout5.db --record trials --trials 6 --seeds 2 \
  --method 'random,tpe?candidates=8,random+asha' --set asha.eta=2 \
  --objective 'x**3 + y,bbob/f1,8/d2/i1,sphere?noise=0.1,curve?of=branin'
