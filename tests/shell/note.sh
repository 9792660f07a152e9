#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan note: kept, printed, in the edition, removed; untouched by a rebuild. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

import_samples
printf 'Tea was *good* today.\n\n<script>alert(1)</script> [x](javascript:alert(1))\n' >words.md
check 'a note is kept' "$nikkan" note 2026-03-17 --language en --file words.md
check 'a note is printed' "$nikkan" note 2026-03-17 --language en
holds 'a note is printed as it was written' cmp out words.md
check 'the other language has none' "$nikkan" note 2026-03-17 --language ja
holds 'nothing is printed where there is no note' test ! -s out
check 'the edition has the note' "$nikkan" digest 2026-03-17 --language en
holds 'the words are in the edition' has 'Tea was *good* today.' out
check 'the page has the note' "$nikkan" digest 2026-03-17 --language en --format html
holds 'its Markdown is rendered' has '<em>good</em>' out
holds 'its script is none' lacks '<script' out
holds 'its script link is none' lacks 'href="javascript' out
check 'the edition of another day has not' "$nikkan" digest 2026-03-18 --language en
holds 'another day is without these words' lacks 'Tea was' out

run "$nikkan" rebuild
check 'a rebuild leaves notes alone' "$nikkan" note 2026-03-17 --language en
holds 'the note is the same after a rebuild' cmp out words.md

echo 'お茶の日。' | "$nikkan" note 2026-03-17 --file - >out 2>err
status=$?
result "$status" 'a note is read from standard input'
check 'the default language is Japanese' "$nikkan" note 2026-03-17 --language ja
holds 'the words are there' has 'お茶の日。' out

check 'a note is replaced' "$nikkan" note 2026-03-17 --language en --file "$samples/README.md"
check 'a note is removed' "$nikkan" note 2026-03-17 --language en --remove
run "$nikkan" note 2026-03-17 --language en
holds 'a note that was removed is gone' test ! -s out
check 'removing it again is no error' "$nikkan" note 2026-03-17 --language en --remove
: >empty
run "$nikkan" note 2026-03-17 --file empty
run "$nikkan" note 2026-03-17
holds 'an empty file removes a note' test ! -s out

head -c 262145 /dev/zero | tr '\000' a >long.md
expect 'a note that is too long fails' 1 "$nikkan" note 2026-03-17 --file long.md
holds 'the limit is said' has 'nikkan: note: long.md: ' err
printf '\377\376\n' >bytes.md
expect 'a note that is no UTF-8 fails' 1 "$nikkan" note 2026-03-17 --file bytes.md
expect 'a file that is not there fails' 1 "$nikkan" note 2026-03-17 --file nowhere.md
expect 'a day is needed' 2 "$nikkan" note
expect 'an unknown language is wrong usage' 2 "$nikkan" note 2026-03-17 --language fr
expect '--file and --remove exclude each other' 2 "$nikkan" note 2026-03-17 --file words.md --remove

finish
