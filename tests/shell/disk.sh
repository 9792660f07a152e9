#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# A full disk, files that are not ours, and several programs at one database. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

write_drafts 1 400 40 >drafts.mail
write_drafts 401 6000 40 >more.mail

# clear_error SENTENCE: the last command failed with one line that names the database
clear_error() {
  holds "$1: one line" is_one_line err
  holds "$1: it begins as every error" matches '^nikkan: [a-z]+: ' err
}

# --- a full disk
run "$nikkan" import --quiet drafts.mail
before=$(count_messages)
cp nikkan.db reference.db
mkdir small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=8m tmpfs small 2>/dev/null; then
  trap 'umount "$sandbox/small" 2>/dev/null; leave' EXIT
  cp nikkan.db small/nikkan.db
  expect 'an import onto a full disk fails' 1 "$nikkan" --database small/nikkan.db import more.mail
  clear_error 'a full disk'
  holds 'that the disk is full is said' matches 'full|space' err
  check 'what was there before can be read' "$nikkan" --database small/nikkan.db ledger
  holds 'and is all there' matches "^messages +$before " out
  check 'the database is sound' "$nikkan" --database small/nikkan.db check
  mount -o remount,size=64m small
  check 'with room again the import goes on' "$nikkan" --database small/nikkan.db import --quiet more.mail
  holds 'and nothing is missing' same "$(sqlite3 small/nikkan.db 'SELECT count(*) FROM message')" 6000
  umount small
  mkdir -p tiny
  mount -t tmpfs -o size=64k tmpfs tiny
  expect 'an edition onto a full disk fails' 1 "$nikkan" --database reference.db digest 2026-03-17 --output tiny/edition.html
  holds 'an edition onto a full disk: the file is named' has 'nikkan: digest: tiny/edition.html: ' err
  holds 'no half edition is left' same "$(find tiny -type f | wc -l)" 0
  umount tiny
else
  # A limit on the size of files is what an ordinary user has at hand. 4096 blocks of 512 bytes.
  cp reference.db limited.db
  (
    trap '' XFSZ
    ulimit -f 4096
    exec "$nikkan" --database limited.db import more.mail
  ) >out 2>err </dev/null
  status=$?
  result "$([ $status -eq 1 ]; echo $?)" 'an import beyond the largest file fails'
  clear_error 'a file that may not grow'
  check 'what was there before can be read' "$nikkan" --database limited.db ledger
  holds 'and is all there' matches "^messages +$before " out
  check 'with room again the import goes on' "$nikkan" --database limited.db import --quiet more.mail
  holds 'and nothing is missing' same "$(sqlite3 limited.db 'SELECT count(*) FROM message')" 6000
fi

# --- read-only
if can_lose_rights; then
  mkdir guarded
  cp reference.db guarded/nikkan.db
  chmod 444 guarded/nikkan.db
  chmod 555 guarded
  expect 'an import into a read-only database fails' 1 without_rights "$nikkan" --database guarded/nikkan.db import more.mail
  clear_error 'a read-only database'
  check 'a read-only database in a read-only folder can be read' without_rights "$nikkan" --database guarded/nikkan.db ledger
  expect 'a database in a folder without rights fails' 1 without_rights "$nikkan" --database guarded/new.db import more.mail
  clear_error 'a folder without rights'
  chmod 755 guarded
else
  skip 'a read-only database is a clear error' 'rights cannot be given up here'
fi

# --- files that are not ours
head -c 20000 more.mail >mail.db
cksum <mail.db >mail.sum
for verb in "import drafts.mail" "ledger" "digest 2026-03-17" "show rfc1" "rebuild" "fetch"; do
  # shellcheck disable=SC2086 # words
  expect "$verb with a mailbox as database fails" 1 "$nikkan" --database mail.db $verb
  clear_error "$verb with a mailbox as database"
done
holds 'the mailbox is untouched' same "$(cksum <mail.db)" "$(cat mail.sum)"
sqlite3 foreign.db 'CREATE TABLE cookies (name TEXT); INSERT INTO cookies VALUES (1)'
cksum <foreign.db >foreign.sum
for verb in "import drafts.mail" "ledger"; do
  # shellcheck disable=SC2086 # words
  expect "$verb with the database of another program fails" 1 "$nikkan" --database foreign.db $verb
  clear_error "$verb with the database of another program"
done
holds 'the database of another program is untouched' same "$(cksum <foreign.db)" "$(cat foreign.sum)"
mkdir folder.db
expect 'a folder as database fails' 1 "$nikkan" --database folder.db import drafts.mail
clear_error 'a folder as database'

# --- a newer schema
cp reference.db newer.db
sqlite3 newer.db 'PRAGMA user_version = 99999'
for verb in "import drafts.mail" "ledger" "rebuild"; do
  # shellcheck disable=SC2086 # words
  expect "$verb with a newer schema fails" 1 "$nikkan" --database newer.db $verb
  holds "$verb with a newer schema: that it is newer is said" has newer err
done
holds 'the newer database is untouched' same "$(sqlite3 newer.db 'SELECT count(*) FROM message')" "$before"

# --- an older derived half
cp reference.db older.db
sqlite3 older.db 'UPDATE derived_state SET version = 0'
check 'an older derived half is derived anew by rebuild' "$nikkan" --database older.db rebuild
check 'and its summaries are made anew' "$nikkan" --database older.db summarize --quiet
dump reference.db >reference.dump
dump older.db >older.dump
holds 'and is as before' cmp reference.dump older.dump

expect 'there is nothing to rebuild without a database' 1 "$nikkan" --database nowhere.db rebuild
holds 'and none is made' test ! -e nowhere.db

# --- two writers, and readers meanwhile
mkfifo pipe
"$nikkan" import --quiet - <pipe >writer.out 2>writer.err &
writer=$!
children="$children $writer"
exec 3>pipe
cat drafts.mail >&3
# The writer holds its lock from the start; it waits for the end of the pipe.
tries=0
while [ $tries -lt 100 ]; do
  "$nikkan" import --quiet drafts.mail >out 2>err </dev/null
  status=$?
  [ $status -eq 75 ] && break
  tries=$((tries + 1))
  sleep 0.05
done
result "$([ $status -eq 75 ]; echo $?)" 'a second writer is told to try again, with status 75'
clear_error 'a second writer'
for verb in "rebuild" "note 2026-03-17 --remove" "fetch"; do
  # shellcheck disable=SC2086 # words
  expect "$verb meanwhile is status 75" 75 "$nikkan" $verb
done
for verb in "ledger" "digest 2026-03-17 --format json" "show draft-example-made-000007" "note 2026-03-17" "check"; do
  # shellcheck disable=SC2086 # words
  check "$verb meanwhile reads" "$nikkan" $verb
done
cat more.mail >&3
exec 3>&-
wait $writer
result $? 'the first writer ends well'
holds 'it has stored everything' same "$(count_messages)" 6000

finish
