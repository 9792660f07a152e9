#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# The site in a real browser. Prints TAP.
# browser.sh NIKKAN [FOLDER]: with FOLDER, pictures of the kinds of pages are left there instead.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/hostile-mail.sh" || exit 1
. "$source/tests/shell/browser-tools.sh" || exit 1
pictures=${2:-}

import_samples
"$nikkan" digest 2026-03-17 >/dev/null 2>&1 # which makes Japanese summaries, and they can be searched
start "$NIKKAN_DATABASE"
if [ -n "$pictures" ]; then
  mkdir -p "$pictures"
  check "pictures are in $pictures" node "$source/tests/browser/shoot.mjs" "$tools" "$base" "$(realpath "$pictures")"
  finish
fi
site=$base
hostile_day >hostile.mail
# A second revision of each, so that titles, names and abstracts are also compared.
hostile_day | sed 's/-00\.txt/-01.txt/; s/^Message-ID: </&again./; s/^Date: Tue, 17 Mar 2026 10/Date: Tue, 17 Mar 2026 12/
  s/This document defines/This text has <b onclick=alert(8)> and/; s/^   Author:  /&New \&amp; /; s/^   Title:   /&<svg onload=alert(9)> /' >again.mail
"$nikkan" --database hostile.db import --quiet hostile.mail again.mail >/dev/null 2>&1
start hostile.db
"$nikkan" site --quiet folder
node "$source/tests/browser/read.mjs" "$tools" "$site" "$base" "$sandbox/folder" 2>err
status=$?
[ "$status" -eq 0 ] || sed 's/^/# /' err
exit "$status"
