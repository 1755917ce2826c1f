P=/tmp/ga/sweep-bench
$P gate /tmp/pw/out/tpe-base-0.json /tmp/pw/out/tpe-bandwidth2-0.json; echo "exit $?"
$P gate base=/tmp/pw/out/tpe-base-0.json new=/tmp/pw/out/tpe-candidates1-0.json; echo "exit $?"
$P gate base=/tmp/pw/out/tpe-candidates1-0.json new=/tmp/pw/out/tpe-base-0.json; echo "exit $?"
