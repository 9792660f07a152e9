#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# The pages of editions are valid HTML: checked by html-validate from npm, pinned in tests/html. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/hostile-mail.sh" || exit 1

build=$(dirname "$(dirname "$(dirname "$nikkan")")")
tools=$build/html-validate
[ -f "$build/build.ninja" ] || tools=$sandbox/html-validate
if ! command -v npm >/dev/null 2>&1; then
  skip 'pages are valid HTML' 'npm is not installed'
  finish
fi
mkdir -p "$tools"
if ! cmp -s "$source/tests/html/package-lock.json" "$tools/installed.json"; then
  cp "$source/tests/html/package.json" "$source/tests/html/package-lock.json" "$tools"
  if ! HOME=$sandbox/home timeout 240 npm ci --prefix "$tools" --no-audit --no-fund --ignore-scripts --fetch-retries=1 >npm.log 2>&1; then
    skip 'pages are valid HTML' "npm could not install html-validate: $(grep -m 1 -i err npm.log | tr -d '#' | cut -c 1-120)"
    finish
  fi
  cp "$source/tests/html/package-lock.json" "$tools/installed.json"
fi

import_samples
hostile_day >hostile.mail
spoofed_mail >>hostile.mail
{ write_drafts 1 2 4 16; write_drafts 3 4 4 18; } >quiet.mail
mkdir pages
for language in ja en; do
  for day in 2026-03-17 2026-03-18 2026-03-19; do
    check "the page of $day, $language" "$nikkan" digest $day -l $language --output "pages/$day.$language.html"
  done
  check "parts of a page, $language" "$nikkan" digest 2026-03-17 -l $language --parts 2 --output "pages/part.$language.html"
  check "the page of a quiet day, $language" "$nikkan" digest 2026-03-17 -l $language --from quiet.mail --output "pages/quiet.$language.html"
  check "the page of a hostile day, $language" "$nikkan" digest 2026-03-17 -l $language --from hostile.mail --output "pages/hostile.$language.html"
done
printf 'Words with *Markdown*, a [link](https://example.org/), a list:\n\n- one\n- two\n' | "$nikkan" note 2026-03-18 --language en --file - 2>/dev/null
check 'a page with a note' "$nikkan" digest 2026-03-18 -l en --output pages/note.en.html
"$nikkan" site --quiet site
for page in index 2026/index 2026/03/index 2026/W12/index 2026/03/18/index doc/draft-ietf-rats-example-evidence-freshness/index rfc/99001/index groups/index group/rats/index area/sec/index \
  author/hedvig-kopp/index about/index search/index en/index en/2026/03/18/index; do
  cp "site/$page.html" "pages/site-$(echo "$page" | tr / -).html"
done
"$nikkan" serve --listen 127.0.0.1:0 >address 2>log &
server=$!
children="$children $server"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
  [ -s address ] && break
  sleep 0.2
done
base=$(head -n 1 address)
page() { curl -s --max-time 20 -o "pages/search-$1.html" "${base%/}$2"; }
page form /search/
page found '/search/?q=document&order=ranked&offset=20'
page english '/en/search/?q=evidence&from=2026'
page nothing '/search/?q=nosuchwordatall'
page wrong '/search/?q=kind:%3Cscript%3E%22%27'
page missing /en/no/such/page/
kill "$server"
cp "$source/tests/html/.htmlvalidate.json" .
for page in pages/*.html; do
  check "$page is valid" node "$tools/node_modules/html-validate/bin/html-validate.mjs" --config .htmlvalidate.json "$page"
done

finish
