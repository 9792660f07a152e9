#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan site makes only what has changed. Whatever the database goes through, the outcome is what a run into a new folder makes, byte for byte; and whoever looks sees
# the old site or the new one, even if the run is killed. Prints TAP.
# KILLS in the environment changes the number of kills.
. "$(dirname "$0")/lib.sh" || exit 1

kills=${KILLS:-4}

base=
site() { "$nikkan" site $base "$@"; }

# same_as_new SENTENCE - brings `grown` up to date and compares it with a site made from nothing.
same_as_new() {
  check "$1: the site is brought up to date" site grown
  tail -n 1 out | sed 's/^/# /'
  rm -rf fresh .fresh.nikkan
  site --quiet fresh >/dev/null 2>err || echo "# a new one cannot be made"
  diff -r fresh grown >out 2>&1
  result $? "$1: it is what a new one is"
}
written() { sed -n 's/.* \([0-9]*\) written.*/\1/p' out; }

"$nikkan" import --quiet "$samples/i-d-announce" >/dev/null 2>&1
same_as_new 'a first import'
run site grown
check 'nothing changes without a reason' test "$(written)" -eq 0
"$nikkan" import --quiet "$samples/ietf-announce" >/dev/null 2>&1
same_as_new 'another list'
write_drafts 1 40 3 18 >first.mbox
"$nikkan" import --quiet first.mbox >/dev/null 2>&1
same_as_new 'a day in the middle'
write_drafts 20 60 4 19 | sed 's/-00\.txt/-01.txt/' >second.mbox
"$nikkan" import --quiet second.mbox >/dev/null 2>&1
same_as_new 'revisions, and a new last day'
find grown -name '*.html' -newer second.mbox >new-pages
check 'the pages of most days were left alone' test -z "$(grep -E '/2026/03/1[0-5]/' new-pages)"
write_drafts 41 41 3 16 >early.mbox
"$nikkan" import --quiet early.mbox >/dev/null 2>&1
same_as_new 'a revision before one that is known'
sed 's/i-d-announce.ietf.org/rats.ietf.org/; s/^Message-ID: </&copy-/; s/^To: .*/To: <rats@ietf.org>/' first.mbox >copies.mbox
"$nikkan" import --quiet copies.mbox >/dev/null 2>&1
same_as_new 'copies on another list'
echo 'Words of the *editor*.' | "$nikkan" note 2026-03-17 --language ja >/dev/null 2>&1
same_as_new 'a note'
"$nikkan" digest 2026-03-17 >/dev/null 2>&1
same_as_new 'summaries that are kept'
sqlite3 nikkan.db "INSERT INTO source VALUES ('i-d-announce', 1773800000, 'no network')"
same_as_new 'a source that does not reach'
sqlite3 nikkan.db 'UPDATE source SET until_unix_s = 1893456000, failure = NULL'
same_as_new 'a source that does'
"$nikkan" note 2026-03-17 --language ja --remove >/dev/null 2>&1
same_as_new 'a note less'
"$nikkan" rebuild >/dev/null 2>&1
same_as_new 'a rebuilt database'
write_drafts 70 75 3 28 >later.mbox
"$nikkan" import --quiet later.mbox >/dev/null 2>&1
same_as_new 'mail from the future'
NIKKAN_NOW=2026-03-30T06:00:00Z
same_as_new 'when the future has come'
NIKKAN_NOW=2026-04-02T06:00:00Z
same_as_new 'days later'
sqlite3 nikkan.db "DELETE FROM announcement_topic WHERE topic = 'pqc'"
same_as_new 'topics that are gone'

cp -R "$source/share" share
NIKKAN_SHARE=$sandbox/share
same_as_new 'shared files elsewhere'
sed 's/^greeting	.*/greeting	{{day}}!/' share/templates/en/words.tsv >words && cp words share/templates/en/words.tsv
same_as_new 'another word of a template'
check 'and it is there' grep -rq '2026-03-17!' grown/en/2026/03/17
echo '.new { color: red }' >>share/style/site.css
same_as_new 'another style'

echo damage >>grown/2026/03/17/index.html
rm grown/about/index.html
mkdir -p grown/stray/deep
echo stray >grown/stray/deep/file
same_as_new 'a site that somebody was at'
same_as_new 'and again, where the damaged files are those before'
printf 'x' | dd of=.grown.nikkan/state bs=1 seek=5000 conv=notrunc 2>/dev/null
same_as_new 'a damaged state'
: >.grown.nikkan/state
same_as_new 'an empty state'
rm -rf .grown.nikkan
same_as_new 'without its hidden folder'
rm -rf .grown.nikkan/site
write_drafts 80 82 3 20 >more.mbox
"$nikkan" import --quiet more.mbox >/dev/null 2>&1
same_as_new 'without the site before'
check 'every page, if that is wanted' site --all grown
diff -r fresh grown >out 2>&1
result $? 'is the same again'

(
  exec 9>>.grown.nikkan/lock
  flock 9
  exec sleep 60
) &
holder=$!
children="$children $holder"
sleep 0.5
expect 'two at once are refused' 75 site grown
holds 'and it says why' has 'another `nikkan site`' err
kill $holder
wait $holder 2>/dev/null

# --- killed at any moment
number_of_day=83
mixed=0
landed=0
for kill_number in $(seq "$kills"); do
  cp -a grown before-kill
  write_drafts "$number_of_day" "$((number_of_day + 2))" 3 21 >more.mbox
  number_of_day=$((number_of_day + 3))
  "$nikkan" import --quiet more.mbox >/dev/null 2>&1
  [ "$((kill_number % 4))" -ne 0 ] || rm -rf .grown.nikkan/site
  rm -rf fresh .fresh.nikkan
  site --quiet fresh >/dev/null 2>&1
  "$nikkan" site --quiet grown >/dev/null 2>&1 &
  victim=$!
  sleep "0.$(printf '%02d' "$((kill_number * 7 % 60))")"
  kill -9 $victim 2>/dev/null
  wait $victim 2>/dev/null
  if diff -r fresh grown >/dev/null 2>&1; then
    landed=$((landed + 1))
  elif ! diff -r before-kill grown >out 2>&1; then
    mixed=$((mixed + 1))
  fi
  rm -rf before-kill
  [ "$((kill_number % 3))" -ne 0 ] || site --quiet grown >/dev/null 2>&1
done
echo "# of $kills kills $landed came after the end"
check 'a kill leaves the old site or the new one' test "$mixed" -eq 0
same_as_new 'after all kills'
base='--base-url https://nikkan.example'
same_as_new 'with feeds and a map'
write_drafts 200 202 3 18 >more.mbox
"$nikkan" import --quiet more.mbox >/dev/null 2>&1
same_as_new 'with feeds, after an import'

finish
