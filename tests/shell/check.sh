#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan check: says what is sound, and finds what is not. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

check 'without a database all is well' "$nikkan" check
holds 'that there is no database is said' matches '^database +none yet: ' out
import_samples
check 'a fresh database is sound' "$nikkan" check
holds 'each part has its line' same "$(grep -cE '^(settings|database|groups|calendar|topics|templates) ' out)" 7
holds 'nothing is on standard error' test ! -s err
holds 'the age of the group table is told' matches '^groups +[0-9]+, made [0-9-]+, -?[0-9]+ days old' out

NIKKAN_NOW=2036-01-01T00:00:00Z
check 'years later tables are old, not wrong' "$nikkan" check
holds 'an old table of groups is to be renewed' matches '^groups .*: renew it$' out
holds 'a calendar without a coming meeting is to be added to' matches '^calendar .*: add the coming ones$' out
NIKKAN_NOW=2026-03-19T06:00:00Z

sqlite3 nikkan.db 'UPDATE message SET body = zeroblob (length (body)) WHERE id = 7'
expect 'a message that does not decompress is found' 1 "$nikkan" check
holds 'the message is named' matches '^nikkan: check: database: .*7' err

rm -f nikkan.db*
import_samples
sqlite3 nikkan.db 'DELETE FROM reading WHERE message_id = 9'
expect 'counts that disagree are found' 1 "$nikkan" check
holds 'the fault is on standard error' matches '^nikkan: check: database: ' err
check 'rebuild mends what is derived' "$nikkan" rebuild
check 'after a rebuild all is well' "$nikkan" check

printf 'x' | dd of=nikkan.db bs=1 seek=9000 conv=notrunc 2>/dev/null
dd if=/dev/urandom of=nikkan.db bs=4096 seek=3 count=6 conv=notrunc 2>/dev/null
expect 'a damaged file is found' 1 "$nikkan" check
holds 'a damaged file is named' matches '^nikkan: check: database: ' err

rm -f nikkan.db*
mkdir -p home/config/nikkan
for line in '[edition]
colour = blue' '[edition]
width = wide' '[edition]
language = fr' '[kitchen]
tea = green' 'no group'; do
  printf '%s\n' "$line" >home/config/nikkan/nikkan.conf
  expect "settings with $(printf '%s' "$line" | tr '\n' ' ') are wrong" 1 "$nikkan" check
  holds 'file is named in one line' matches '^nikkan: check: .*nikkan.conf: ' err
done
rm home/config/nikkan/nikkan.conf

cp -R "$NIKKAN_SHARE" share
chmod -R u+w share
NIKKAN_SHARE=$sandbox/share
echo '{{nonsense' >>share/templates/ja/edition.template
rm share/meetings.tsv
sed -i 's/^ssh	\(.*\)$/ssh	\1; sftp=70/' share/topics.tsv
expect 'a broken template and a missing table are found' 1 "$nikkan" check
holds 'the template is named' matches '^nikkan: check: templates: .*ja/edition.template' err
holds 'the table is named' has 'meetings.tsv' err
holds 'a wrong weight of a topic is named with file and line' matches '^nikkan: check: topics: .*topics.tsv:[0-9]+: the weight of ' err

expect 'an argument is wrong usage' 2 "$nikkan" check everything

finish
