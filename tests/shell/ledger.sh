#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan ledger: sums that agree with each other, and each message of a day with its reason. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

import_samples
check 'the sums of the database' "$nikkan" ledger
holds 'the sums are those of the samples' matches '^messages +60   from 2026-03-16 to 2026-03-19$' out
check 'the sums as JSON' "$nikkan" ledger --format json
holds 'every message is in one class' jq -e '.messages == .counted + .duplicates + .other_kinds + .unrecognised + .unreadable' out
holds 'the counts of documents agree' jq -e '.counted == .internet_drafts + .rfcs' out

for day in 2026-03-17 2026-03-18; do
  check "the ledger of $day" "$nikkan" ledger "$day"
  holds "the ledger of $day ends with its sums" matches "^$day: [0-9]+ messages" out
  check "the ledger of $day as JSON" "$nikkan" ledger "$day" --format json
  cp out ledger.json
  "$nikkan" digest "$day" --format json >edition.json 2>err
  holds "ledger and edition of $day agree" jq -en --slurpfile ledger ledger.json --slurpfile edition edition.json \
    '($ledger[0].messages | length) == $edition[0].ledger.messages
     and ([$ledger[0].messages[] | select (.class == "counted") | .message_id] | sort)
       == ([$edition[0] | .internet_drafts[], .rfcs[] | .message_ids[0]] | sort)'
  holds "whatever was left out on $day has a reason" jq -e 'all (.messages[]; .class == "counted" or .reason != "")' ledger.json
  holds "whatever should be left out on $day is not counted" jq -en --slurpfile ledger ledger.json --slurpfile day "$samples/$day.expected.json" \
    '([$day[0].not_counted[].message_id | values] - [$day[0].counted[].message_id]) as $out
     | all ($ledger[0].messages[]; .class != "counted" or (.message_id as $id | $out | index ([$id]) | not))'
done

check 'yesterday is a day' "$nikkan" ledger yesterday
holds 'yesterday is that of NIKKAN_NOW' has '2026-03-18: ' out
check 'a day without messages' "$nikkan" ledger 2001-01-01
holds 'a day without messages has none' has '2001-01-01: 0 messages' out
expect 'a day that is none is wrong usage' 2 "$nikkan" ledger 2026-02-30
expect 'two days are wrong usage' 2 "$nikkan" ledger 2026-03-17 2026-03-18
expect 'without a database there is no ledger' 1 "$nikkan" --database nowhere.db ledger
holds 'without a database one line says so' is_one_line err

# --- a message that no date can be found for belongs to no day, and is not lost
mkdir single
printf 'From: internet-drafts@ietf.org\nTo: <i-d-announce@ietf.org>\nSubject: I-D Action: draft-example-timeless-00.txt\n' >single/one.eml
printf 'Message-ID: <timeless@example.org>\nList-Id: <i-d-announce.ietf.org>\n\nInternet-Draft draft-example-timeless-00.txt is now available.\n\n' >>single/one.eml
printf '   Title:   A Timeless Draft\n   Author:  A. Author\n   Name:    draft-example-timeless-00.txt\n   Pages:   5\n' >>single/one.eml
printf '   Dates:   2026-03-17\n\nAbstract:\n\n   This document defines nothing.\n' >>single/one.eml
check 'a message without any date is imported' "$nikkan" import single
holds 'the import says that it has no date' has 'without a date 1' out
check 'the sums with it' "$nikkan" ledger
holds 'the sums tell how many have no date' matches '^without a date +1$' out
holds 'their first day is not that of the year 1970' matches '^messages +61   from 2026-03-16 to 2026-03-19$' out
check 'the sums with it, as JSON' "$nikkan" ledger --format json
holds 'the JSON tells how many have no date' jq -e '.undated == 1' out
check 'the ledger of what has no date' "$nikkan" ledger undated
holds 'it names the message' has '<timeless@example.org>' out
holds 'it says that no edition has it' has 'no date: in no edition' out
holds 'it ends with its sums' has 'undated: 1 messages' out
check 'the ledger of what has no date, as JSON' "$nikkan" ledger undated --format json
holds 'the JSON of it has no day' jq -e '.day == null and (.messages | length) == 1 and .messages[0].date == null' out
check 'a document without a date is shown' "$nikkan" show draft-example-timeless
holds 'no day is invented for it' has 'draft-example-timeless-00  (no date)' out
check 'a document without a date as JSON' "$nikkan" show draft-example-timeless --format json
holds 'no instant is invented for it' jq -e '.announcements[0] | .announced == null and .day == null' out

finish
