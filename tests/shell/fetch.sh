#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan fetch against a real rsync daemon on loopback: whole, growing, down, half-way dead, and with truncated files. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/rsync-daemon.sh" || exit 1

ids=server/i-d-announce/2026-03.mail
mirror=home/cache/nikkan/mirror

# stamp FILE TIME - gives a file of the server its time stamp.
stamp() { touch -d "$2" "$1"; }
state_of() { "$nikkan" digest "$1" --format json 2>/dev/null | jq -r .state; }
no_leftovers() { same "$(find "$mirror" -type f ! -name '????-??.mail' | wc -l)" 0; }

mkdir -p server/i-d-announce server/ietf-announce
cp "$samples/i-d-announce/2026-03.mail" "$ids"
cp "$samples/ietf-announce/2026-03.mail" server/ietf-announce/2026-03.mail
cp "$samples/ietf-announce/2026-03.mail" server/ietf-announce/2025-01.mail
# The newest part of the month is not there yet.
awk '/^From .* Mar 18 / { exit } { print }' "$samples/i-d-announce/2026-03.mail" >"$ids"
stamp "$ids" 2026-03-18T01:30:00Z
stamp server/ietf-announce/2026-03.mail 2026-03-19T05:30:00Z

start_daemon || {
  skip 'nikkan fetch against an rsync daemon' 'no rsync daemon could be started on loopback'
  finish
}
write_settings

check 'the first fetch' "$nikkan" fetch
holds 'the first fetch tells its ledger' has 'announced: Internet-Drafts' out
holds 'the files are in the cache' cmp "$ids" $mirror/i-d-announce/2026-03.mail
holds 'only the months asked for are fetched' test ! -e $mirror/ietf-announce/2025-01.mail
holds 'a day that both lists reach past is complete' same "$(state_of 2026-03-17)" complete
holds 'a day that one list does not reach past is incomplete' same "$(state_of 2026-03-18)" incomplete
run "$nikkan" digest 2026-03-18 --language en
holds 'the edition names the list that is missing' has 'i-d-announce' out
before=$(count_messages)

check 'a fetch when nothing is new' "$nikkan" fetch
holds 'nothing is new' same "$(count_messages)" "$before"

cp "$samples/i-d-announce/2026-03.mail" "$ids"
stamp "$ids" 2026-03-19T05:30:00Z
check 'a fetch when the monthly file has grown' "$nikkan" fetch --quiet
holds '--quiet prints nothing' test ! -s out
holds 'what is new is there' same "$(count_messages)" 60
holds 'the day is complete now' same "$(state_of 2026-03-18)" complete
holds 'no leftovers are in the cache' no_leftovers
# Summaries are kept by whoever asks for an edition: they are no data of the mail.
mail_rows() { dump nikkan.db | grep -vE '^INSERT INTO (source|summary) '; }
mail_rows >whole.dump

# kept SENTENCE - whatever happened, the data of before are there.
kept() {
  mail_rows >now.dump
  holds "$1: the data of before are kept" cmp whole.dump now.dump
}

# --- the server is down
stop_daemon
expect 'a server that is down is status 75' 75 "$nikkan" fetch
holds 'each list that was missed has its line' same "$(grep -c '^nikkan: fetch: ' err)" 2
holds 'the list is named' has 'nikkan: fetch: ietf-announce: ' err
kept 'a server that is down'
holds 'what was complete stays complete' same "$(state_of 2026-03-18)" complete
NIKKAN_NOW=2026-03-20T06:00:00Z
holds 'the day that was missed is incomplete' same "$(state_of 2026-03-19)" incomplete

# --- the server dies half-way
write_drafts 1 6000 40 19 >more.mail
cat "$samples/i-d-announce/2026-03.mail" more.mail >"$ids"
stamp "$ids" 2026-03-20T05:00:00Z

# half_way SIGNAL - starts a fetch of the large file over a slow line and sends the signal to the daemon in the middle of it.
half_way() {
  start_daemon --bwlimit=1000 || return 1
  "$nikkan" fetch >out 2>err </dev/null &
  fetching=$!
  tries=0
  while [ -z "$(find $mirror/i-d-announce -name '.2026-03.mail*' -size +64k 2>/dev/null)" ] && [ $tries -lt 200 ]; do
    tries=$((tries + 1))
    sleep 0.05
  done
  # shellcheck disable=SC2086 # a list of processes
  kill -"$1" $(daemon_processes) 2>/dev/null
  wait $fetching
  status=$?
  stop_daemon
}
half_way KILL
result "$([ $status -eq 75 ]; echo $?)" 'a server that dies half-way is status 75'
holds 'that it died is said' has 'nikkan: fetch: i-d-announce: ' err
kept 'a server that dies half-way'
holds 'the copy is the one of before' cmp $mirror/i-d-announce/2026-03.mail "$samples/i-d-announce/2026-03.mail"
holds 'the edition of the day is incomplete' same "$(state_of 2026-03-19)" incomplete

sed -i 's/^timeout_s.*/timeout_s = 2/' nikkan.conf
half_way STOP
result "$([ $status -eq 75 ]; echo $?)" 'a server that stalls is given up after the time limit, with status 75'
kept 'a server that stalls'
sed -i 's/^timeout_s.*/timeout_s = 30/' nikkan.conf

# --- truncated files
start_daemon
head -n 300 "$samples/i-d-announce/2026-03.mail" >"$ids"
stamp "$ids" 2026-03-20T05:10:00Z
expect 'a file that is shorter than before is status 75' 75 "$nikkan" fetch
holds 'that it is shorter is said' has 'i-d-announce/2026-03.mail: the server' err
kept 'a shorter file'
holds 'the longer copy stays' cmp $mirror/i-d-announce/2026-03.mail "$samples/i-d-announce/2026-03.mail"
holds 'no leftovers are in the cache after it' no_leftovers
holds 'the day that it should have reached is incomplete' same "$(state_of 2026-03-19)" incomplete
expect 'asking again is status 75 again' 75 "$nikkan" fetch

size=600000
until cat "$samples/i-d-announce/2026-03.mail" more.mail | head -c $size >"$ids" && [ -n "$(tail -c 1 "$ids")" ]; do
  size=$((size + 1))
done
stamp "$ids" 2026-03-20T05:20:00Z
expect 'a file that ends in the middle of a line is status 75' 75 "$nikkan" fetch
holds 'that it is truncated is said' has 'ends in the middle of a line' err
holds 'what came before the cut is imported' test "$(count_messages)" -gt 100
holds 'the edition of the day is incomplete for it' same "$(state_of 2026-03-19)" incomplete

cat "$samples/i-d-announce/2026-03.mail" more.mail >"$ids"
stamp "$ids" 2026-03-20T05:30:00Z
stamp server/ietf-announce/2026-03.mail 2026-03-20T05:30:00Z
check 'when the server is well again, so is the fetch' "$nikkan" fetch
holds 'everything is there' same "$(count_messages)" 6060
holds 'the day is complete' same "$(state_of 2026-03-19)" complete
check 'the database is sound after all this' "$nikkan" check

# --- a list that the server has not
rm -f nikkan.db*
rm -rf home/cache
rm "$ids"
cp "$samples/i-d-announce/2026-03.mail" "$ids"
mv server/ietf-announce server/away
expect 'a list that the server has not is status 75' 75 "$nikkan" fetch
holds 'the list is named that is not there' has 'nikkan: fetch: ietf-announce: ' err
holds 'the other list is fetched all the same' cmp "$ids" $mirror/i-d-announce/2026-03.mail
holds 'the edition is incomplete without the list' same "$(state_of 2026-03-17)" incomplete
mv server/away server/ietf-announce

# --- options, settings
check '--since goes back' "$nikkan" fetch --since 2025-01-20
holds 'the old file is there' test -s $mirror/ietf-announce/2025-01.mail
printf '[fetch]\nrsync = %s/no-rsync\nsource = rsync://127.0.0.1:%s/mailman-archive\n' "$sandbox" "$port" >nikkan.conf
expect 'without an rsync program it is status 1' 1 "$nikkan" fetch
holds 'the program is named' has 'no-rsync' err
write_settings
sed -i 's/^lists.*/lists = ..\/..\/etc/' nikkan.conf
expect 'a list that is no name is refused' 1 "$nikkan" fetch
stop_daemon

finish
