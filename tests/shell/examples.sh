#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# Runs the examples of the man pages: every line that begins with `$ ` under EXAMPLES, in order, each page in a folder of its own. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/rsync-daemon.sh" || exit 1

mkdir bin
ln -s "$nikkan" bin/nikkan
PATH=$sandbox/bin:$PATH

mkdir server
cp -R "$samples/i-d-announce" "$samples/ietf-announce" server
daemon_runs=no
if start_daemon; then
  daemon_runs=yes
  write_settings
fi

for page in "$source"/man/nikkan*.1; do
  name=$(basename "$page" .1)
  awk '/^\.Sh/ { on = ($2 == "EXAMPLES") } on && /^\$ / { print substr ($0, 3) }' "$page" | sed 's/\\e/\\/g; s/\\-/-/g; s/\\&//g' >"$name.examples"
  holds "$name(1) has examples" test -s "$name.examples"
  if [ "$name" = nikkan-fetch ] && [ $daemon_runs = no ]; then
    skip "$name(1): its examples" 'no rsync daemon could be started on loopback'
    continue
  fi
  mkdir "$name"
  cp -R "$samples/i-d-announce" "$samples/ietf-announce" "$name"
  chmod -R u+w "$name"
  NIKKAN_DATABASE=$sandbox/$name/nikkan.db
  case $name in
    nikkan | nikkan-import | nikkan-fetch) ;;
    *) import_samples ;;
  esac
  while IFS= read -r example; do
    # shellcheck disable=SC2016 # for the inner shell
    check "$name(1): $(printf '%s' "$example" | tr '#' ' ')" bash -c 'set -o pipefail; cd "$1" && eval "$2"' bash "$name" "$example"
    holds "$name(1): this example says nothing of a fault" sh -c '! grep -v "no header$" err'
  done <"$name.examples"
done
[ $daemon_runs = no ] || stop_daemon

finish
