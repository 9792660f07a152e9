#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# tools/count-tests on logs that are good and bad: the sum that ends ./dev check can be trusted. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

count="$source/tools/count-tests"
# run_of RESULT LINE... - the two logs of a run with one program that printed these lines and ended so.
run_of() {
  result=$1
  shift
  printf '%s\n' "$@" >log.txt
  printf '{"name": "a", "stdout": "%s\\n", "result": "%s"}\n' "$(printf '%s\\n' "$@")" "$result" >log.json
}
last_line() { same "$(tail -n 1 out)" "$1"; }

run_of OK '1..2' 'ok 1 - this' 'ok 2 /that'
check 'a run without a fault' "$count" log.txt log.json 0
holds 'every named test counts' last_line '2 passed, 0 failed, 0 skipped'

run_of OK 'ok 1 - this' 'ok 2 - the pages # SKIP no npm' 'ok 3 /real/mail # SKIP the real mails are not here' 'ok 4 # skip of old'
check 'a run with tests that were skipped' "$count" log.txt log.json 0
holds 'what is skipped is no pass' last_line '1 passed, 0 failed, 3 skipped'
holds 'it is named with its reason' matches '^skipped: the pages # SKIP no npm$' out
holds 'it is named with its path too' matches '^skipped: /real/mail # SKIP the real mails are not here$' out

run_of FAIL 'ok 1 - this' 'not ok 2 - that'
expect 'a run with a fault fails' 1 "$count" log.txt log.json 1
holds 'the fault counts once' last_line '1 passed, 1 failed, 0 skipped'

run_of TIMEOUT 'ok 1 - this'
expect 'a program without an end fails' 1 "$count" log.txt log.json 1
holds 'it counts as one failure' last_line '1 passed, 1 failed, 0 skipped'

run_of OK 'ok 1 - this'
expect 'a run that meson calls failed fails' 1 "$count" log.txt log.json 1
: >log.txt
expect 'a run without a log fails' 1 "$count" log.txt log.json 0
holds 'its last line is a sum too' last_line '0 passed, 1 failed, 0 skipped'

finish
