# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# browser-tools.sh - what the tests in a real browser share: Debian's chromium, driven by playwright-core from npm (pinned in tests/browser).
# Source it behind lib.sh; it finishes the test where one of them is missing. $tools is the folder of the packages.
build=$(dirname "$(dirname "$(dirname "$nikkan")")")
tools=$build/browser
[ -f "$build/build.ninja" ] || tools=$sandbox/browser
if ! command -v npm >/dev/null 2>&1 || ! command -v chromium >/dev/null 2>&1; then
  skip 'the site in a browser' 'npm or chromium is not installed'
  finish
fi

# Two tests may want them at once.
install_browser_tools() {
  cmp -s "$source/tests/browser/package-lock.json" "$tools/installed.json" && return 0
  cp "$source/tests/browser/package.json" "$source/tests/browser/package-lock.json" "$tools"
  timeout 240 npm ci --prefix "$tools" --no-audit --no-fund --ignore-scripts --fetch-retries=1 >npm.log 2>&1 || return 1
  cp "$source/tests/browser/package-lock.json" "$tools/installed.json"
}
mkdir -p "$tools"
exec 9>"$tools/lock"
flock 9
if ! install_browser_tools; then
  skip 'the site in a browser' "npm could not install playwright-core: $(grep -m 1 -i err npm.log | tr -d '#' | cut -c 1-120)"
  finish
fi
exec 9>&-

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
