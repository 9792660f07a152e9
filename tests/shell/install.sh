#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# What is installed is whole, and the installed program finds its files. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

build=$(dirname "$(dirname "$(dirname "$nikkan")")")
if [ ! -f "$build/build.ninja" ]; then
  skip 'the installation' 'the program is not in a build folder'
  finish
fi
check 'the program is installed' env DESTDIR="$sandbox/root" meson install -C "$build" --no-rebuild --quiet
prefix=$(find root -type f -path '*/bin/nikkan')
prefix=$sandbox/${prefix%/bin/nikkan}
holds 'the program is there' test -x "$prefix/bin/nikkan"
for file in groups.tsv meetings.tsv topics.tsv style/edition.css templates/ja/edition.template templates/ja/words.tsv templates/en/edition.template templates/en/words.tsv; do
  holds "share/nikkan/$file is there" test -s "$prefix/share/nikkan/$file"
done
for page in "$source"/man/*.[1-9]; do
  section=${page##*.}
  holds "the page $(basename "$page") is there" test -n "$(find "$prefix/share/man/man$section" -name "$(basename "$page")*")"
done
holds 'the completion for bash is there' test -s "$prefix/share/bash-completion/completions/nikkan"
holds 'the completion for zsh is there' test -s "$prefix/share/zsh/site-functions/_nikkan"

unset NIKKAN_SHARE
check 'the installed program makes an edition' "$prefix/bin/nikkan" digest 2026-03-17 -l en --from "$samples/i-d-announce" "$samples/ietf-announce"
run "$prefix/bin/nikkan" check
holds 'its templates are the installed ones' has "share/nikkan/templates/en" out
# Moved as a whole it still finds them, and not those of the source tree.
mv "$prefix" elsewhere
sed -i 's/^greeting	.*/greeting	Greetings from elsewhere./' elsewhere/share/nikkan/templates/en/words.tsv
check 'the program runs from another place' elsewhere/bin/nikkan digest 2026-03-17 -l en --from "$samples/i-d-announce" "$samples/ietf-announce"
holds 'its files are those beside it' has 'Greetings from elsewhere.' out

finish
