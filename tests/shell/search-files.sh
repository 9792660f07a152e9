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
# Letters that are folded in one way where the index is written, and have to be in the same way where it is read.
write_drafts 900 900 1 15 | sed 's/7bit/8bit/; s/made-000900/folded/; s/^   Title: .*/   Title:   Letters: Straße Σοφός İstanbul ﬁre ガギ がぎ Ångström x² 5½ 한국어 co­operate ＦＵＬＬ 佐々木 𠮷野 ørsted ١٢ हिन्दी/' >letters.mbox
"$nikkan" --database hostile.db import --quiet hostile.mail many.mbox letters.mbox >/dev/null 2>&1
"$nikkan" --database hostile.db site --quiet hostile

node "$source/tests/browser/search-files.mjs" "$tools" "$sandbox/samples" "$sandbox/hostile" 2>err
status=$?
[ "$status" -eq 0 ] || sed 's/^/# /' err
exit "$status"
