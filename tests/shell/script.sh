#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# What the script adds to the pages, in a real browser: from a server, from plain files, and not at all where scripts are off. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/hostile-mail.sh" || exit 1
. "$source/tests/shell/browser-tools.sh" || exit 1

import_samples
start "$NIKKAN_DATABASE"
site=$base

# The longest day that is known had 443 Internet-Drafts.
write_drafts 1 443 9 >long.mbox
hostile_day >hostile.mail
"$nikkan" --database long.db import --quiet long.mbox hostile.mail >/dev/null 2>&1
start long.db
"$nikkan" site --quiet folder

node "$source/tests/browser/script.mjs" "$tools" "$site" "$base" "$sandbox/folder" 2>err
status=$?
[ "$status" -eq 0 ] || sed 's/^/# /' err
exit "$status"
