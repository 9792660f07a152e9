#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# The site in a real browser: Debian's chromium, driven by playwright-core from npm (pinned in tests/browser). Prints TAP.
# browser.sh NIKKAN [FOLDER]: with FOLDER, pictures of the kinds of pages are left there instead.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/hostile-mail.sh" || exit 1
pictures=${2:-}

build=$(dirname "$(dirname "$(dirname "$nikkan")")")
tools=$build/browser
[ -f "$build/build.ninja" ] || tools=$sandbox/browser
if ! command -v npm >/dev/null 2>&1 || ! command -v chromium >/dev/null 2>&1; then
  skip 'the site in a browser' 'npm or chromium is not installed'
  finish
fi
mkdir -p "$tools"
if ! cmp -s "$source/tests/browser/package-lock.json" "$tools/installed.json"; then
  cp "$source/tests/browser/package.json" "$source/tests/browser/package-lock.json" "$tools"
  if ! timeout 240 npm ci --prefix "$tools" --no-audit --no-fund --ignore-scripts --fetch-retries=1 >npm.log 2>&1; then
    skip 'the site in a browser' "npm could not install playwright-core: $(grep -m 1 -i err npm.log | tr -d '#' | cut -c 1-120)"
    finish
  fi
  cp "$source/tests/browser/package-lock.json" "$tools/installed.json"
fi

# start DATABASE - a server on a free port; its address, without the slash, in $base.
start() {
  rm -f address
  "$nikkan" --database "$1" serve --listen 127.0.0.1:0 >address 2>>log &
  children="$children $!"
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    [ -s address ] && break
    sleep 0.2
  done
  base=$(head -n 1 address)
  base=${base%/}
}

import_samples
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
