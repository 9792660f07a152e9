#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# Summaries of Japanese editions: made by tables, kept in the database, made again when anything that they rest on has changed. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

day=2026-03-17
kept() { query "SELECT count(*) FROM summary"; }
cp -R "$NIKKAN_SHARE/language" tables
chmod -R u+w tables
printf '[edition]\nlanguage_dir = %s\n' "$sandbox/tables" >settings
export NIKKAN_SETTINGS="$sandbox/settings"

# --- what they are
check '--from makes an edition' "$nikkan" digest $day --format json --from "$samples/i-d-announce" "$samples/ietf-announce"
cp out from.json
holds 'most summaries are of the gloss' jq -e '[.internet_drafts[], .rfcs[]] | map (.summary.engine) | (map (select (. == "gloss")) | length) * 10 >= length * 9' from.json
holds 'each of these has a level and is no quote as a whole' jq -e \
  'all (.internet_drafts[].summary | select (.engine == "gloss"); .quoted == false and (.level | IN ("full", "shortened", "title", "quoted")))' from.json
holds 'what rests on sentences names them, to the letter' jq -e \
  'all (.internet_drafts[]; .summary.sources[] as $source | (.abstract | gsub ("\\s+"; " ")) | contains ($source))' from.json
holds 'some are translated' jq -e '[.internet_drafts[].summary | select (.level == "full" or .level == "shortened")] | length > 1' from.json
check 'an English edition of the same' "$nikkan" digest $day -l en --format json --from "$samples/i-d-announce" "$samples/ietf-announce"
holds 'it is not translated' jq -e 'all (.internet_drafts[].summary; .engine != "gloss" and .level == null)' out

# --- kept
import_samples
documents=$(query "SELECT count(*) FROM announcement WHERE kind <= 2")
holds 'a small import makes its summaries' same "$(kept)" "$documents"
made=$(query "SELECT text FROM summary ORDER BY announcement_id")
check 'rebuild, to begin without' "$nikkan" rebuild
holds 'a rebuild makes no summary' same "$(kept)" 0
for format in json html markdown text; do
  check "the first edition in $format" "$nikkan" digest $day --format $format
  cp out "first.$format"
  n=$(kept)
  holds "its summaries are kept: $format" test "$n" -eq 24
  check "the second edition in $format" "$nikkan" digest $day --format $format
  holds "it is the same to the byte: $format" cmp out "first.$format"
  [ $format = text ] || check "rebuild, to begin without again: $format" "$nikkan" rebuild
done
holds 'kept summaries are as those made from the mails alone' same "$(jq -c '[.internet_drafts[].summary]' first.json)" "$(jq -c '[.internet_drafts[].summary]' from.json)"
holds 'an English edition keeps none' sh -c "'$nikkan' digest $day -l en >en.md && [ \$(sqlite3 '$NIKKAN_DATABASE' 'SELECT count(*) FROM summary WHERE language = '\''en'\''') -eq 0 ]"
check 'the parts of a day' "$nikkan" digest $day --parts 3 --format json
holds 'have the same summaries' same "$(jq -c '[.[].internet_drafts[].summary.text] | sort' out)" "$(jq -c '[.internet_drafts[].summary.text] | sort' first.json)"
check 'check is content' "$nikkan" check

sqlite3 "$NIKKAN_DATABASE" "UPDATE summary SET text = '印のついた要約。'"
check 'the third edition' "$nikkan" digest $day
holds 'takes what is kept' has '印のついた要約。' out

# --- summarize
check 'summarize' "$nikkan" summarize
holds 'tells what it did' matches "^$documents documents: $((documents - 24)) summaries made, 24 were there\$" out
check 'rebuild, to begin without once more' "$nikkan" rebuild
check 'one day' "$nikkan" summarize --from $day --to $day
holds 'has its 24' matches '^24 documents: 24 summaries made, 0 were there$' out
check 'the rest' "$nikkan" summarize --quiet
holds 'nothing is said' test ! -s out
holds 'all are there' same "$(kept)" "$documents"
holds 'they are those of the import' same "$(query "SELECT text FROM summary ORDER BY announcement_id")" "$made"
check 'once more' "$nikkan" summarize
holds 'nothing is made' matches " 0 summaries made, $documents were there\$" out
expect 'a day that is none is wrong usage' 2 "$nikkan" summarize --from soon
expect 'days the wrong way round are wrong usage' 2 "$nikkan" summarize --from 2026-03-18 --to 2026-03-17
expect 'an argument is wrong usage' 2 "$nikkan" summarize $day
expect 'a database that is not there is an error' 1 "$nikkan" --database nowhere.db summarize
holds 'and none is made' test ! -e nowhere.db
exec 9>>"$NIKKAN_DATABASE-lock"
flock 9
expect 'while somebody else writes it has to be tried again' 75 "$nikkan" summarize
exec 9>&-

# --- killed
write_drafts 1 5000 >many.mail
check 'a large import' "$nikkan" --database many.db import --quiet many.mail
holds 'makes no summaries' same "$(sqlite3 many.db 'SELECT count(*) FROM summary')" 0
for wait in 0.1 0.2 0.3 0.4; do
  "$nikkan" --database many.db summarize >/dev/null 2>&1 &
  sleep $wait
  kill -9 $! 2>/dev/null
  wait $! 2>/dev/null
done
check 'summarize goes on where it was killed' "$nikkan" --database many.db summarize
holds 'none is missing' same "$(sqlite3 many.db 'SELECT count(*) FROM summary')" 5000
check 'the database is sound' "$nikkan" --database many.db check
word=文書
check 'two characters' "$nikkan" --database many.db search "$word" --format json
holds 'are found as often as they stand there' jq -e --argjson n "$(sqlite3 many.db "SELECT count(*) FROM summary WHERE is_quoted = 0 AND instr (text, '$word') > 0")" '.total == $n' out

# --- what they rest on
mark() { sqlite3 "$NIKKAN_DATABASE" "UPDATE summary SET text = '印のついた要約。'"; }
echo '# a remark' >>tables/senses.tsv
check 'an edition with tables that have changed' "$nikkan" digest $day
holds 'takes nothing that is kept' lacks '印のついた要約。' out
holds 'it is as before, since a remark says nothing' cmp out first.markdown
mark
check 'the next one' "$nikkan" digest $day
holds 'takes what was kept anew' has '印のついた要約。' out
sqlite3 "$NIKKAN_DATABASE" "UPDATE announcement SET abstract = 'This document defines a lamp.' WHERE name = 'draft-example-mail-from-line'"
check 'an edition with an abstract that has changed' "$nikkan" digest $day --format json
holds 'makes that summary anew' jq -e '[.internet_drafts[].summary.text | select (. != "印のついた要約。")] | length == 1' out
check 'rebuild' "$nikkan" rebuild
holds 'leaves no summary' same "$(kept)" 0
check 'an edition after that' "$nikkan" digest $day
holds 'is as the first' cmp out first.markdown
sqlite3 "$NIKKAN_DATABASE" 'UPDATE summary SET announcement_id = 1 WHERE announcement_id = (SELECT min (announcement_id) FROM summary)'
expect 'check sees a summary of nothing' 1 "$nikkan" check
holds 'and says so' matches 'summaries of an announcement that is not there: 1' err
check 'rebuild mends it' "$nikkan" rebuild
check 'check is content again' "$nikkan" check

# --- nothing can be kept
exec 9>>"$NIKKAN_DATABASE-lock"
flock 9
check 'an edition while somebody else writes' "$nikkan" digest $day
exec 9>&-
holds 'is as the first: locked' cmp out first.markdown
holds 'nothing is said of it: locked' test ! -s err
holds 'nothing is kept: locked' same "$(kept)" 0
if can_lose_rights; then
  mkdir guarded
  sqlite3 "$NIKKAN_DATABASE" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
  cp "$NIKKAN_DATABASE" guarded/nikkan.db
  chmod 444 guarded/nikkan.db
  chmod 555 guarded
  check 'an edition of a read-only database' without_rights "$nikkan" --database guarded/nikkan.db digest $day
  holds 'is as the first: read-only' cmp out first.markdown
  holds 'nothing is said of it: read-only' test ! -s err
  chmod 755 guarded
  holds 'there is no other file beside it' same "$(ls guarded)" nikkan.db
else
  skip 'an edition of a read-only database' 'rights cannot be given up here'
fi

# --- tables that cannot be read
check 'an edition, to have something kept' "$nikkan" digest $day
echo 'fan	Q	扇	s' >>tables/terms.tsv
expect 'a broken table is an error, whatever is kept' 1 "$nikkan" digest $day
holds 'one line names file and line' is_one_line err
holds 'of the table' matches "^nikkan: digest: $sandbox/tables/terms.tsv:[0-9]+: pos 'Q'" err
expect 'and so it is with --from' 1 "$nikkan" digest $day --from "$samples/i-d-announce"
check 'an English edition needs no tables' "$nikkan" digest $day -l en
expect 'a site in Japanese needs them' 1 "$nikkan" site --quiet public
holds 'its error names file and line' matches "tables/terms.tsv:[0-9]+: pos 'Q'" err
mv tables elsewhere
expect 'a folder that is not there is an error' 1 "$nikkan" digest $day
holds 'one line names what was looked for' matches "^nikkan: digest: $sandbox/tables/terms.tsv: " err
check 'a day without documents needs no tables' "$nikkan" digest 2026-03-15
check 'an English edition needs no folder' "$nikkan" digest $day -l en
mv elsewhere tables
sed -i '$d' tables/terms.tsv

# --- the site
check 'a site' "$nikkan" site --quiet public
name=$(jq -r 'first (.internet_drafts[] | select (.summary.level == "full")).name' first.json)
text=$(jq -r 'first (.internet_drafts[] | select (.summary.level == "full")).summary.text' first.json)
holds 'the page of a document has its summary' has "$text" "public/doc/$name/index.html"
holds 'the page of the day too' has "$text" "public/$(echo $day | tr - /)/index.html"
finish
