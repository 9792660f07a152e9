#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# The command line: help, version, wrong usage, errors on one line, the places of database and settings. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

verbs='import fetch digest show ledger note rebuild check'

check '--help' "$nikkan" --help
cp out help
for verb in $verbs; do
  holds "$verb is in the help" matches "^  $verb +[A-Z].*\.$" help
  check "$verb --help ends with 0" "$nikkan" "$verb" --help
  holds "$verb --help begins with its usage" matches "^Usage: nikkan $verb " out
  holds "$verb --help is on standard output alone" test ! -s err
  check "$verb -h is the same" "$nikkan" "$verb" -h
done
for verb in import fetch digest note rebuild check; do
  expect "$verb with an unknown option is wrong usage" 2 "$nikkan" --database new.db "$verb" --no-such-option
done
holds 'help and wrong usage make no database' test ! -e new.db -a ! -e nikkan.db
check '--version' "$nikkan" --version
holds '--version is one line' matches '^nikkan [0-9]+\.[0-9]+\.[0-9]+$' out

# wrong SENTENCE ARGUMENT...: status 2, one line that begins with nikkan:, nothing on standard output
wrong() {
  sentence=$1
  shift
  expect "$sentence is wrong usage" 2 "$nikkan" "$@"
  holds "$sentence: one line says what, and where help is" matches '^nikkan: .*--help\)$' err
  holds "$sentence: it is one line" is_one_line err
  holds "$sentence: standard output stays empty" test ! -s out
}
expect 'no verb is wrong usage' 2 "$nikkan"
holds 'no verb shows the help on standard error' has 'Verbs:' err
import_samples
wrong 'an unknown verb' brew
wrong 'an unknown verb with control characters' "$(printf 'br\033[31mew\007')"
holds 'control characters do not reach the terminal' lacks "$(printf '\033')" err
wrong 'an unknown option' --colour check
wrong 'a database without a name' --database
wrong 'an empty database' --database= check
wrong 'an option that only begins like one' --databases x check
wrong 'show with an unknown option' show --no-such-option
wrong 'ledger with an unknown option' ledger --no-such-option
wrong 'import without a path' import
wrong 'an unknown parser' import --parser=fast x
wrong 'a day that is none' digest 2026-13-01
wrong 'a word for a day' digest tomorrow
wrong 'two days' digest 2026-03-17 2026-03-18
wrong 'a day that is none, behind the mails' digest --from "$samples/i-d-announce" 2026-02-29
wrong 'two days, with mails' digest 2026-03-17 2026-03-18 --from "$samples/i-d-announce"
wrong 'an unknown language' digest --language fr
wrong 'an unknown format' digest --format pdf
wrong 'no part' digest --parts 0
wrong 'too many parts' digest --parts 1001
wrong 'a part that is no number' digest --parts two
wrong 'a width that is none' digest --width -1
wrong 'an option without its value' digest --output
wrong 'since no day' fetch --since never
wrong 'an argument to fetch' fetch now
wrong 'an argument to rebuild' rebuild all
wrong 'an unknown format of the ledger' ledger --format csv

expect 'an error is status 1' 1 "$nikkan" import nowhere
holds 'an error is one line' is_one_line err
holds 'an error names program, verb and file' matches '^nikkan: import: nowhere: ' err

# --- where database and settings are
unset NIKKAN_DATABASE
check 'the default database' "$nikkan" import --quiet "$samples/ietf-announce"
holds 'the default database is in XDG_DATA_HOME' test -s home/data/nikkan/nikkan.db
mkdir -p home/config/nikkan
printf '[store]\ndatabase = %s/by-settings.db\n' "$sandbox" >home/config/nikkan/nikkan.conf
run "$nikkan" import --quiet "$samples/ietf-announce"
holds 'settings name the database' test -s by-settings.db
NIKKAN_DATABASE=$sandbox/by-environment.db
export NIKKAN_DATABASE
run "$nikkan" import --quiet "$samples/ietf-announce"
holds 'the environment goes before the settings' test -s by-environment.db
run "$nikkan" --database by-option.db import --quiet "$samples/ietf-announce"
holds 'the option goes before the environment' test -s by-option.db
run "$nikkan" --database=by-equals.db import --quiet "$samples/ietf-announce"
holds 'the option may have an equals sign' test -s by-equals.db
printf '[store]\nkettle = on\n' >other.conf
expect 'settings that are named are read' 1 "$nikkan" --settings other.conf ledger
holds 'a fault in them is told with file, group and key' has 'other.conf: [store] kettle' err
NIKKAN_SETTINGS=$sandbox/other.conf
export NIKKAN_SETTINGS
expect 'settings that the environment names are read' 1 "$nikkan" ledger
expect 'settings that are not there are an error' 1 "$nikkan" --settings nowhere.conf ledger
unset NIKKAN_SETTINGS

# --- output that cannot be written
if [ -w /dev/full ]; then
  "$nikkan" digest 2026-03-17 >/dev/full 2>err </dev/null
  status=$?
  result "$([ "$status" -eq 1 ]; echo $?)" 'an edition that could not be written is status 1'
  holds 'that it could not be written is said' has 'nikkan: standard output: ' err
else
  skip 'an edition that could not be written is status 1' 'there is no /dev/full'
fi
"$nikkan" digest 2026-03-17 2>err </dev/null | head -n 1 >out
holds 'a reader that goes away is no noise' test ! -s err

finish
