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

finish
