#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan digest: formats, languages, days, parts, output, templates, and the agreement with what each day is known to hold. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

real=$source/../shared/data

# digest NAME ARGUMENT... - the edition as JSON in NAME.json
digest() {
  name=$1
  shift
  "$nikkan" digest --format json "$@" >"$name.json" 2>err
}

json_holds() { # FILE EXPRESSION - with the list of the day as $day
  jq -e --slurpfile days "$list" "\$days[0] as \$day | $2" "$1"
}

# agrees FILE WHAT LIST - an edition against the list of its day.
agrees() {
  list=$3
  holds "$2: every Internet-Draft is there, in order" json_holds "$1" \
    '[.internet_drafts[] | "\(.name)-\(.revision)"] == [$day.counted[] | select (.kind == "id") | "\(.name)-\(.rev)"]'
  holds "$2: every RFC is there, in order" json_holds "$1" '[.rfcs[].number] == [$day.counted[] | select (.kind == "rfc") | .number]'
  holds "$2: titles, abstracts, pages and times are as announced" json_holds "$1" \
    '([.internet_drafts[], .rfcs[]] | map (select (.message_ids[0] | test ("@generated") | not) | {(.message_ids[0]): [.title, .abstract, .pages, .announced]}) | add)
     == ([$day.counted[] | select (.message_id) | {(.message_id): [.title, .abstract, .mail_pages, (.utc | sub ("\\+00:00"; "Z"))]}] | add)'
  holds "$2: the counts are right" json_holds "$1" '.counts.internet_drafts == $day.ids and .counts.rfcs == $day.rfcs'
  holds "$2: the ledger has each message once" json_holds "$1" \
    '.ledger | .messages == .counted + .duplicates + .other_days + .other_kinds + .unrecognised + .unreadable'
  holds "$2: whatever is not counted stands in the ledger with a reason" json_holds "$1" \
    '(.ledger.skipped | length) == .ledger.messages - .ledger.counted and all (.ledger.skipped[]; .reason != "" and .message_id != "")'
}

# --- without a database
for day in 2026-03-17 2026-03-18; do
  check "--from makes an edition of $day" digest "$day" "$day" --from "$samples/i-d-announce" "$samples/ietf-announce"
  cp "$day.json" from.json
  agrees from.json "--from, $day" "$samples/$day.expected.json"
  holds "--from, $day: every message given is in the ledger" json_holds from.json '.ledger.messages == $day.messages'
  holds "--from, $day: what is left out is what should be" json_holds from.json \
    '([.ledger.skipped[] | select (.class != "other_kind") | .message_id | select (test ("@generated") | not)] | unique)
     - ([$day.not_counted[].message_id, $day.counted[].message_id] | map (values)) == []'
  holds "--from, $day: the other announcements are there" json_holds from.json '([.others[].subject] | sort) == ([$day.others[].subject] | sort)'
done
holds '--from leaves no database' test ! -e nikkan.db
holds '--from leaves nothing in the folders of the user' same "$(find home -type f | wc -l)" 0

import_samples
for day in 2026-03-17 2026-03-18; do
  check "the database gives an edition of $day" digest base "$day"
  agrees base.json "from the database, $day" "$samples/$day.expected.json"
  holds "from the database, $day: the other announcements agree in kind and end" json_holds base.json \
    '([.others[] | [.kind, .subject, .ends]] | sort) == ([$day.others[] | [.kind, .subject, .ends]] | sort)'
  holds "from the database, $day: the edition is complete" json_holds base.json '.state == "complete"'
  digest first "$day"
  digest second "$day"
  holds "the same mail gives the same bytes: $day" cmp first.json second.json
done

# --- real days, where they are at hand
for day in 2025-10-01 2025-10-10; do
  if [ -e "$real/$day.mbox" ] && [ -e "$real/$day.expected.json" ]; then
    check "real announcements of $day" digest real "$day" --from "$real/$day.mbox"
    agrees real.json "real announcements of $day" "$real/$day.expected.json"
    "$nikkan" --database real.db import --quiet "$real/$day.mbox" >/dev/null 2>&1
    "$nikkan" --database real.db digest --format json "$day" >stored.json 2>err
    agrees stored.json "real announcements of $day, imported" "$real/$day.expected.json"
  else
    skip "real announcements of $day" 'they are not beside the source tree'
  fi
done

# --- formats and languages
for language in ja en; do
  for format in markdown html text json; do
    check "$format in $language" "$nikkan" digest 2026-03-17 --language "$language" --format "$format"
    holds "$format in $language is UTF-8" iconv -f UTF-8 -t UTF-8 out -o /dev/null
    holds "$format in $language has the titles" has 'Path Budgets for Multipath QUIC' out
    cp out "edition.$language.$format"
    run "$nikkan" digest 2026-03-17 --language "$language" --format "$format" --from "$samples/i-d-announce" "$samples/ietf-announce"
    if [ "$format" != json ] && [ "$format" != html ]; then
      holds "$format in $language gives the same bytes twice" test "$(run "$nikkan" digest 2026-03-17 -l "$language" -f "$format"; cksum <out)" = "$(cksum <"edition.$language.$format")"
    fi
  done
done
holds 'Markdown begins with the title' matches '^# 日刊IETF \(2026-03-17\)' edition.ja.markdown
holds 'HTML is a page of its own' matches '<html.* lang="?ja' edition.ja.html
holds 'HTML has no script' lacks '<script' edition.ja.html
holds 'JSON is JSON' jq -e '.language == "en"' edition.en.json
check 'text is wrapped at --width' "$nikkan" digest 2026-03-17 -l en -f text --width 50
holds 'no line of text without a link is longer than --width' awk '{ gsub (/[\200-\277]/, "") } length ($0) > 50 && !/https?:/ { bad = 1 } END { exit bad }' out
check '--width 0 does not wrap' "$nikkan" digest 2026-03-17 -l en -f text --width 0
holds 'without wrapping lines are long' awk 'length ($0) > 200 { long = 1 } END { exit !long }' out

# --- the day
check 'without a day it is yesterday' digest yesterday
holds 'yesterday is that of NIKKAN_NOW in UTC' jq -e '.day == "2026-03-18"' yesterday.json
check 'today is a day' digest today today
holds 'a day that is not over is incomplete' jq -e '.day == "2026-03-19" and .state == "incomplete" and (.missing | length) > 0' today.json
holds 'an incomplete day is said on standard error' matches '^nikkan: digest: 2026-03-19 is incomplete: ' err
holds 'one line is enough for it' is_one_line err
check 'an incomplete day as Markdown' "$nikkan" digest today -l en
holds 'an incomplete edition says so itself' matches '[Ii]ncomplete' out
check 'a day before the store' digest before 2020-01-01
holds 'a day before the store is incomplete, not quiet' jq -e '.state == "incomplete" and .counts.internet_drafts == 0' before.json

# A quiet day: mail before it and after it, none on it.
{ write_drafts 1 3 4 16; write_drafts 4 6 4 18; } >around.mail
{
  sed 's/i-d-announce/ietf-announce/g; s/Internet Draft Announcements only/IETF announcements/' "$samples/ietf-announce/2026-03.mail" |
    awk '/^From / { keep = / Mar 16 / || / Mar 19 / } keep'
} >around-announce.mail
"$nikkan" --database quiet.db import --quiet around.mail around-announce.mail >/dev/null 2>&1
check 'a day without posts has an edition' "$nikkan" --database quiet.db digest 2026-03-17 --format json
holds 'a day without posts is quiet' jq -e '.state == "quiet" and .counts == {"internet_drafts": 0, "rfcs": 0, "others": 0}' out
holds 'a quiet day tells the counts of the days before' jq -e '[.days_before[].internet_drafts] | add == 3' out
for format in markdown html text; do
  check "a day without posts as $format" "$nikkan" --database quiet.db digest 2026-03-17 --format "$format"
  holds "a day without posts as $format is no empty page" test "$(wc -c <out)" -gt 200
done

# --- output
check '--output writes a file' "$nikkan" digest 2026-03-17 --output new/folder/edition.html
holds '--output makes the folder, and the ending decides the format' has '<html' new/folder/edition.html
holds 'nothing is on standard output then' test ! -s out
holds 'the file is what standard output gets' cmp new/folder/edition.html edition.ja.html
for end in md html txt json; do
  check "the ending .$end is known" "$nikkan" digest 2026-03-17 --output "edition.$end"
done
holds '.md is Markdown' cmp edition.md edition.ja.markdown
holds '.json is JSON' cmp edition.json edition.ja.json
check '--format goes before the ending' "$nikkan" digest 2026-03-17 --format json --output odd.html
holds 'then the ending does not matter' cmp odd.html edition.ja.json
holds 'no half file is left beside the output' same "$(find . -maxdepth 1 -name 'edition.md?*' -o -maxdepth 1 -name '.edition*' | wc -l)" 0
echo old >kept.md
run "$nikkan" digest 2026-03-17 --template-dir nowhere --output kept.md
holds 'an edition that fails leaves the file before it alone' same "$(cat kept.md)" old
mkdir folder.md
expect 'an output that cannot be written fails' 1 "$nikkan" digest 2026-03-17 --output folder.md
holds 'an output that cannot be written is named' has 'nikkan: digest: folder.md' err

# --- parts
check '--parts cuts' "$nikkan" digest 2026-03-17 --parts 3 --format json --output part.json
holds 'each part has a file with its number' test -s part-1.json -a -s part-2.json -a -s part-3.json
holds 'together the parts have every draft once' sh -c \
  '[ "$(jq -r ".internet_drafts[].name" part-[123].json | sort)" = "$(jq -r ".internet_drafts[].name" edition.ja.json | sort)" ]'
holds 'no group is in two parts' sh -c \
  '[ -z "$(for i in 1 2 3; do jq -r "[.internet_drafts[].group.acronym | values] | unique[]" part-$i.json; done | sort | uniq -d)" ]'
holds 'each part knows the counts of the whole day' jq -es 'all (.[]; .counts.internet_drafts == 22 and .parts == 3)' part-1.json part-2.json part-3.json
check '--parts 1 is the whole day' "$nikkan" digest 2026-03-17 --parts 1
holds '--parts 1 changes nothing' cmp out edition.ja.markdown
check 'parts of JSON on standard output are one array' "$nikkan" digest 2026-03-17 --parts 2 --format json
holds 'the array has the parts' jq -e 'length == 2' out

# --- templates
cp -R "$NIKKAN_SHARE/templates" mine
chmod -R u+w mine
sed -i 's/^greeting	.*/greeting	Good evening from the night shift./' mine/en/words.tsv
check '--template-dir takes the wording from there' "$nikkan" digest 2026-03-17 -l en --template-dir mine
holds 'a changed greeting is in the edition' has 'Good evening from the night shift.' out
mkdir -p home/config/nikkan
printf '[edition]\nlanguage = en\ntemplate_dir = %s\n' "$sandbox/mine" >home/config/nikkan/nikkan.conf
check 'settings choose language and templates' "$nikkan" digest 2026-03-17
holds 'the edition is as the settings say' has 'Good evening from the night shift.' out
rm home/config/nikkan/nikkan.conf
echo '{{no_such_value}}' >>mine/en/edition.template
expect 'a name that no edition has is an error' 1 "$nikkan" digest 2026-03-17 -l en --template-dir mine
holds 'the error names file and line' matches '^nikkan: digest: mine/en/edition.template:[0-9]+: ' err

# --- faults
expect 'without a database there is no edition' 1 "$nikkan" --database nowhere.db digest
holds 'without a database one line says what to do' is_one_line err
expect '--from with a path that is not there fails' 1 "$nikkan" digest 2026-03-17 --from nowhere.mail
holds '--from with a path that is not there names it' has 'nowhere.mail' err
if can_lose_rights; then
  cp "$samples/ietf-announce/2026-03.mail" locked.mail
  chmod 000 locked.mail
  check 'an edition of half the mail is made' without_rights "$nikkan" digest 2026-03-17 -l en --from "$samples/i-d-announce" locked.mail
  holds 'an edition of half the mail says that it is incomplete' has 'incomplete' out
  holds 'standard error names the file that could not be read' has 'nikkan: digest: locked.mail: ' err
else
  skip 'an edition of half the mail says that it is incomplete' 'rights cannot be given up here'
fi

finish
