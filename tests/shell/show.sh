#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan show: one document with its history, by every way to write its name. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

import_samples
draft=draft-ietf-quic-example-path-budget
check 'a draft is shown' "$nikkan" show $draft
holds 'every revision is there, the oldest first' sh -c "[ \"\$(grep -o '^$draft-[0-9]*' out | tr '\n' ' ')\" = '$draft-00 $draft-01 ' ]"
holds 'a revision has its messages' has '<177374174036.352503.1379891504484978342@dt-datatracker-c712fee5ed.example>' out
holds 'a message has its place in the archive' has 'https://mailarchive.ietf.org/arch/msg/i-d-announce/' out
cp out expected
for name in $draft-00 $draft-01 DRAFT-IETF-QUIC-example-path-budget; do
  check "$name is the same document" "$nikkan" show "$name"
  holds "$name gives the same" cmp out expected
done

check 'an RFC is shown' "$nikkan" show rfc99001
holds 'an RFC has its title' has 'Operating Shared Kettles' out
cp out expected
for name in 99001 RFC99001 'RFC 99001' rfc099001; do
  check "$name is the same RFC" "$nikkan" show "$name"
  holds "$name gives the same" cmp out expected
done

check 'a document as JSON' "$nikkan" show $draft --format json
holds 'JSON has the revisions' jq -e --arg name $draft '.document == $name and [.announcements[].revision] == ["00", "01"]' out
holds 'JSON has day, instant and messages' jq -e 'all (.announcements[]; .day != "" and (.announced | endswith ("Z")) and (.messages | length) > 0)' out
check 'a draft with an approval' "$nikkan" show draft-ietf-v6ops-example-nat64-metrics --format json
holds 'what other announcements say about it is there' jq -e 'any (.announcements[]; .kind == "document_action")' out

expect 'an unknown draft fails' 1 "$nikkan" show draft-example-never-heard-of
holds 'an unknown draft is named in one line' has 'nikkan: show: draft-example-never-heard-of: ' err
holds 'nothing is printed for it' test ! -s out
expect 'a name that is none is wrong usage' 2 "$nikkan" show 'Robert; DROP TABLE message'
expect 'no name is wrong usage' 2 "$nikkan" show
expect 'two names are wrong usage' 2 "$nikkan" show 1 2
expect 'an unknown format is wrong usage' 2 "$nikkan" show 1 --format xml

finish
