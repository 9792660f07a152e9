#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan site: the site as files. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

expect 'a folder is asked for' 2 "$nikkan" site
expect 'one folder' 2 "$nikkan" site one two
expect 'a base is an address' 2 "$nikkan" site --base-url example.org out-of-it
expect 'without a database there is nothing to write' 1 "$nikkan" site out-of-it
check 'and no folder is left' test ! -e out-of-it
import_samples

check 'a site is written' "$nikkan" site one
holds 'it says how much' matches '^[0-9]+ files: [0-9]+ written, 0 unchanged$' out
for page in index.html 2026/index.html 2026/03/index.html 2026/W12/index.html 2026/03/17/index.html doc/draft-ietf-rats-example-evidence-freshness/index.html rfc/99001/index.html \
  group/tls/index.html area/sec/index.html author/hedvig-kopp/index.html author/葉山-茶一/index.html about/index.html groups/index.html en/index.html en/2026/03/17/index.html style.css site.js icon.svg; do
  holds "$page is there" test -s "one/$page"
done
holds 'the search has its index' same "$(ls one/search/data | tr '\n' ' ')" 'about.js d0.js w0.js '
holds 'and its script' test -s one/search.js
holds 'without a base there is no feed' test ! -e one/feed.atom
check 'no link begins at the root of a server' sh -c '! grep -rlE "(href|src)=\"/" one'

decoded() { printf '%s' "$1" | perl -pe 's/%([0-9A-Fa-f]{2})/chr hex $1/ge'; }

# dead FOLDER - each link of each page, if it leads nowhere.
dead() {
  find "$1" -name '*.html' | while IFS= read -r page; do
    grep -oE '(href|src)="[^"]*"' "$page" | sed 's/^[a-z]*="//; s/"$//; s/&amp;/\&/g; s/#.*//' | grep -vE '^(https?:|mailto:|$)' | sort -u | while IFS= read -r link; do
      case $link in *%*) link=$(decoded "$link") ;; esac
      [ -f "$(dirname "$page")/$link" ] || echo "$page: $link"
    done
  done
}
dead one >dead-links
check 'every link leads to a file' test ! -s dead-links
cp dead-links out

find one -type f -exec stat -c '%n %Y %i' {} + | sort >before
sleep 1.1
check 'it is written again' "$nikkan" site one
holds 'and nothing has changed' matches '^([0-9]+) files: 0 written, \1 unchanged$' out
find one -type f -exec stat -c '%n %Y %i' {} + | sort >after
check 'files that are the same keep their time' cmp before after
check 'nothing is left beside it' sh -c 'test "$(ls -d one* | wc -l)" -eq 1'
write_drafts 1 3 4 19 >more.mbox
"$nikkan" import --quiet more.mbox >/dev/null 2>&1
check 'after an import it is written again' "$nikkan" site one
holds 'an old day keeps its time' test one/2026/03/16/index.html -ot more.mbox
holds 'the new document is there' test -s one/doc/draft-example-made-000001/index.html
"$nikkan" digest 2026-03-19 >/dev/null 2>&1
holds 'the day has it' has 'draft-example-made-000001' one/2026/03/19/index.html
echo stray >one/stray
check 'a stray file goes' "$nikkan" site one
holds 'with the old folder' test ! -e one/stray

mkdir mine
echo mine >mine/paper
expect 'the folder of somebody else is refused' 1 "$nikkan" site mine
holds 'and left alone' same "$(cat mine/paper)" mine
expect 'a file is no folder' 1 "$nikkan" site more.mbox
mkdir empty
check 'an empty folder will do' "$nikkan" site --quiet empty
check 'quiet says nothing' test ! -s out
ln -s empty link
check 'behind a link the folder is replaced' "$nikkan" site link
check 'and the link stays' test -L link
mkdir closed
chmod 555 closed
if can_lose_rights; then
  expect 'what cannot be written is told' 1 without_rights "$nikkan" site closed/site
else
  skip 'what cannot be written is told' 'rights cannot be given up here'
fi
cp -R "$source/share" share
echo nonsense >>share/site/ja.tsv
NIKKAN_SHARE=$sandbox/share expect 'a fault is told' 1 env NIKKAN_SHARE="$sandbox/share" "$nikkan" site one
holds 'and the old site stays' test -s one/index.html

# The first week of a year may belong to the year before, of which nothing is known.
write_drafts 1 3 | sed 's/Tue, 17 Mar 2026/Fri, 01 Jan 2021/; s/^\(From .*\)Tue Mar 17\(.*\)2026$/\1Fri Jan  1\22021/; s/2026-03-17/2021-01-01/' >new-year.mbox
"$nikkan" --database new-year.db import --quiet new-year.mbox >/dev/null 2>&1
check 'a site that begins in the middle of a week' "$nikkan" --database new-year.db site new-year
holds 'that week is there' test -s new-year/2020/W53/index.html
dead new-year >dead-links
check 'and leads to no year before it' test ! -s dead-links

check 'a site with an address' "$nikkan" site two --base-url https://nikkan.example/archive --language en
holds 'English stands first' has '<html lang="en">' two/index.html
holds 'Japanese stands behind it' has '<html lang="ja">' two/ja/index.html
holds 'a page says its address' has '<link rel="canonical" href="https://nikkan.example/archive/2026/03/17/">' two/2026/03/17/index.html
for feed in feed documents group/rats/feed ja/area/sec/feed author/hedvig-kopp/feed; do
  check "$feed.atom is valid" xmllint --noout --relaxng "$source/tests/feeds/atom.rng" "two/$feed.atom"
  check "$feed.json is valid" jq -e -f "$source/tests/feeds/json-feed.jq" "two/$feed.json"
done
check 'the sitemap is XML' xmllint --noout two/sitemap.xml
xmllint --xpath '//*[local-name()="loc"]/text()' two/sitemap.xml | sed 's|^https://nikkan.example/archive/||' | while IFS= read -r place; do
  case $place in *%*) place=$(decoded "$place") ;; esac
  [ -f "two/${place}index.html" ] || echo "$place"
done >dead-links
check 'each page of the sitemap is there' test ! -s dead-links
holds 'and every page is in it' same "$(grep -c '<loc>' two/sitemap.xml)" "$(find two -name index.html | wc -l)"
holds 'robots find it' has 'Sitemap: https://nikkan.example/archive/sitemap.xml' two/robots.txt

finish
