#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan topics: counts and lifts of days, why a document carries its topics, and that a changed table is heeded. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

import_samples
check 'the topics of some days' "$nikkan" topics --from 2026-03-16 --to 2026-03-18
holds 'the Internet-Drafts of the days are counted' has '2026-03-16 to 2026-03-18: 32 Internet-Drafts' out
holds 'a topic has its number, id and Japanese label' matches '^ +3 +pqc +耐量子暗号$' out
holds 'without the days before there are no lifts' has 'no lifts' out
check 'the topics in English' "$nikkan" topics --from 2026-03-16 --to 2026-03-18 -l en
holds 'labels are English then' matches '^ +3 +pqc +Post-quantum cryptography$' out
check 'the topics as JSON' "$nikkan" topics --from 2026-03-17 --to 2026-03-17 --format json
holds 'without the days before the baseline is null' jq -e '.baseline == null and all (.topics[]; .lift == null and .documents > 0)' out
cp out topics.json
"$nikkan" digest 2026-03-17 --format json >edition.json 2>err
holds 'topics and edition of a day agree' jq -en --slurpfile topics topics.json --slurpfile edition edition.json \
  '([$topics[0].topics[] | {(.topic): .documents}] | add) == ([$edition[0].topics[] | {(.topic): .documents}] | add)'
"$nikkan" digest 2026-03-17 --format json --from "$samples/i-d-announce" "$samples/ietf-announce" >from.json 2>err
holds 'what the import found is what the texts say' jq -en --slurpfile from from.json --slurpfile edition edition.json \
  '$from[0].topics == $edition[0].topics and $from[0].highlights == $edition[0].highlights'
check 'without days it is the week up to yesterday' "$nikkan" topics
holds 'the week ends with yesterday' has '2026-03-12 to 2026-03-18: 32 Internet-Drafts' out

# --- highlights
holds 'there are four to seven highlights' jq -e '.highlights | length >= 4 and length <= 7' edition.json
holds 'no document is told twice' jq -e '[.highlights[].documents[]] | length == (unique | length)' edition.json
holds 'every document of a highlight is of the day' jq -e \
  '([.internet_drafts[] | "\(.name)-\(.revision)"] + [.rfcs[].name]) as $day | all (.highlights[].documents[]; . as $one | $day | index ([$one]))' edition.json
holds 'RFCs are last' jq -e '.highlights[-1].topic == "rfcs" and (.highlights[:-1] | all (.topic != "rfcs"))' edition.json
holds 'counts are those of the documents' jq -e 'all (.highlights[]; .counts.documents == .counts.new + .counts.revised and .counts.documents <= (.documents | length))' edition.json

# --- why
check 'a document is explained' "$nikkan" topics --explain draft-example-pq-ssh-agent
holds 'the topic with its sum is told' matches '^pqc  耐量子暗号: [0-9]+, carried$' out
holds 'each term has its place and points' matches '^ +18  title +post-quantum$' out
check 'a document is explained as JSON' "$nikkan" topics --explain draft-example-pq-ssh-agent-00 --format json
holds 'the terms make the sum' jq -e 'all (.topics[]; ([.terms[].points] | add) == .points and .carried == (.points >= 6))' out
check 'an RFC is explained' "$nikkan" topics --explain 'RFC 99001'
expect 'a document that is not there fails' 1 "$nikkan" topics --explain draft-example-nowhere
holds 'one line says so' is_one_line err
expect 'what is no name is wrong usage' 2 "$nikkan" topics --explain 'a kettle'
expect 'an argument is wrong usage' 2 "$nikkan" topics 2026-03-17
expect 'days the wrong way round are wrong usage' 2 "$nikkan" topics --from 2026-03-18 --to 2026-03-17
expect '--explain with days is wrong usage' 2 "$nikkan" topics --explain draft-x-y --from 2026-03-18

# --- a changed table
cp -R "$NIKKAN_SHARE" share
chmod -R u+w share
NIKKAN_SHARE=$sandbox/share
printf 'agents\tエージェント\tAgents\t\tagent=6\n' >>share/topics.tsv
check 'a changed table is heeded at once' "$nikkan" topics --from 2026-03-16 --to 2026-03-18
holds 'a new topic is counted before it is stored' matches '^ +[0-9]+ +agents +エージェント$' out
cp out before.txt
import_samples
check 'the next import stores it' "$nikkan" topics --from 2026-03-16 --to 2026-03-18
holds 'stored or not, the counts are the same' cmp out before.txt
holds 'the store holds it now' test "$(sqlite3 nikkan.db "SELECT count(*) > 0 FROM announcement_topic WHERE topic = 'agents'")" = 1
check 'the database is sound' "$nikkan" check
printf 'agents\tx\tx\t\tagent\n' >>share/topics.tsv
expect 'a wrong table is told' 1 "$nikkan" topics
holds 'with file and line' matches '^nikkan: topics: .*topics.tsv:[0-9]+: the topic ' err

# --- the days before: a draft on lamps each day, and then a day of post-quantum ones
NIKKAN_SHARE=$source/share
draft() { # NAME TITLE DAY
  printf 'From internet-drafts@ietf.org Mon Feb 10 00:00:00 2031\nFrom: internet-drafts@ietf.org\nTo: <i-d-announce@ietf.org>\nSubject: I-D Action: %s.txt\n' "$1"
  printf 'Message-ID: <%s@generated.invalid>\nDate: %s\nList-Id: <i-d-announce.ietf.org>\n\n' "$1" "$(date -u -d "$3 12:00" -R)"
  printf 'Internet-Draft %s.txt is now available.\n\n   Title:   %s\n   Author:  A. Author\n   Name:    %s.txt\n   Pages:   5\n' "$1" "$2" "$1"
  printf '   Dates:   %s\n\nAbstract:\n\n   This document defines things.\n\n' "$3"
}
for i in $(seq 1 95); do
  draft "draft-example-day-$i-00" 'Notes on EVPN' "2026-06-01 - $i days"
done >usual.mail
for i in 1 2 3; do draft "draft-example-pq-$i-00" "Post-Quantum Kettles, Volume $i" 2026-06-01; done >day.mail
for i in 1 2 3; do draft "draft-example-vpn-$i-00" "EVPN Again, Volume $i" 2026-06-01; done >>day.mail
"$nikkan" --database usual.db import --quiet usual.mail day.mail >/dev/null 2>&1
check 'a day against the days before' "$nikkan" --database usual.db digest 2026-06-01 --format json
holds 'what is unusual comes first' jq -e '[.highlights[].topic] == ["topic:pqc", "topic:evpn"]' out
holds 'the baseline is told' jq -e '.highlights[0].baseline == {"first": "2026-03-03", "last": "2026-05-31", "documents": 90, "with_topic": 0, "lift": 4.0}' out
holds 'the sentence tells the lift' jq -e '.highlights[0].text | contains ("直近90日の4.0倍")' out
holds 'what is usual has a small lift' jq -e '.highlights[1].baseline | .with_topic == 90 and .lift < 1' out
check 'lifts of that day' "$nikkan" --database usual.db topics --from 2026-06-01 --to 2026-06-01
holds 'the lift stands beside the number' matches '^ +3 +4\.0x +pqc ' out

# --- the cycles of meetings: IETF 123 had its cut-off on 2025-07-07, IETF 124 on 2025-10-20
for day in 2025-07-05 2025-07-07 2025-07-09 2025-10-18 2025-10-20; do draft "draft-example-cycle-$day-00" 'Notes on EVPN' "$day"; done >cycles.mail
draft draft-example-cycle-more-00 'More Notes on EVPN' 2025-07-07 >>cycles.mail
"$nikkan" --database cycles.db import --quiet cycles.mail >/dev/null 2>&1
check 'the day of a cut-off' "$nikkan" --database cycles.db digest 2025-10-20 --format json
holds 'the same day of the cycle before is counted' jq -e \
  '.calendar.earlier == [{"number": 123, "day": "2025-07-07", "internet_drafts": 2, "rfcs": 0, "others": 0}]' out
check 'the same day in words' "$nikkan" --database cycles.db digest 2025-10-20
holds 'the sentence tells it' has '会合までの暦で同じ日のInternet-Draftは、IETF 123では2件(2025-07-07)。' out
check 'a day without posts before a cut-off' "$nikkan" --database cycles.db digest 2025-10-19
holds 'it tells the calendar, the cycle before and the days before' sh -c 'grep -q "締め切りは2025-10-20" out && grep -q "IETF 123では0件(2025-07-06)" out && grep -q "直前の7日間は" out'

finish
