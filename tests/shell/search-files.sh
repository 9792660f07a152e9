#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# The search of a site of files, in a real browser: opened from a folder, and below a path of a plain web server. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/hostile-mail.sh" || exit 1
. "$source/tests/shell/browser-tools.sh" || exit 1

import_samples
# What an edition had to make is looked through too.
"$nikkan" digest 2026-03-17 --language ja >/dev/null 2>&1
"$nikkan" site --quiet samples
hostile_day >hostile.mail
write_drafts 1 300 4 16 >many.mbox
"$nikkan" --database hostile.db import --quiet hostile.mail many.mbox >/dev/null 2>&1
"$nikkan" --database hostile.db site --quiet hostile

node "$source/tests/browser/search-files.mjs" "$tools" "$sandbox/samples" "$sandbox/hostile" 2>err
status=$?
[ "$status" -eq 0 ] || sed 's/^/# /' err
exit "$status"
