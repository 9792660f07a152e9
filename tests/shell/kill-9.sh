#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# An import that is killed at 200 random moments, and then run to its end, gives the database of an undisturbed one, row for row. Prints TAP.
# KILLS and SEED in the environment change number and moments.
. "$(dirname "$0")/lib.sh" || exit 1

kills=${KILLS:-200}
seed=${SEED:-1}
# A series goes on with the same database, killed again and again, before it is run to its end.
series_length=8

now_ms() { date +%s%N | sed 's/......$//'; }

# Enough for more than one batch (8,192 messages), so that some kills fall between two of them.
mkdir mail
write_drafts 1 8700 2 >mail/2026-03.mail
cp "$samples/ietf-announce/2026-03.mail" mail/announce.mail

started=$(now_ms)
check 'an undisturbed import' "$nikkan" --database whole.db import mail
duration=$(($(now_ms) - started))
holds 'it has every message' same "$(sqlite3 whole.db 'SELECT count(*) FROM message')" 8719
dump whole.db >whole.dump
whole=$(cksum <whole.dump)
echo "# one import takes $duration ms"
# On a slow machine the moments stay within the first second, so that the test ends in time; later ones come from waiting for a batch.
[ "$duration" -lt 1000 ] || duration=1000

stored_messages() { sqlite3 -readonly nikkan.db 'SELECT count(*) FROM message' 2>/dev/null || echo 0; }

# kill_after SECONDS COMMAND...: true if the command was killed, false if it had ended before. With $wait_for_batch the time runs from the end of the
# first batch on, which on a busy machine no moment might reach.
wait_for_batch=no
kill_after() {
  pause=$1
  shift
  "$@" >killed.out 2>killed.err </dev/null &
  victim=$!
  while [ $wait_for_batch = yes ] && kill -0 $victim 2>/dev/null && [ "$(stored_messages)" = 0 ]; do
    sleep 0.01
  done
  sleep "$pause"
  kill -9 $victim 2>/dev/null
  wait $victim 2>/dev/null
  [ $? -eq 137 ]
}

# settle - runs the import to its end, compares, and begins anew.
settle() {
  series=$((series + 1))
  killed_in_series=0
  "$nikkan" import mail >out 2>err || unsound=$((unsound + 1))
  dump nikkan.db >now.dump
  if [ "$(cksum <now.dump)" != "$whole" ]; then
    differing=$((differing + 1))
    diff whole.dump now.dump | cut -c 1-300 | head -n 5 | sed 's/^/# /'
  fi
  rm -f nikkan.db nikkan.db-wal nikkan.db-shm
}

killed=0
killed_in_series=0
between=0
series=0
differing=0
unsound=0
runs=0
awk -v seed="$seed" -v n="$((kills * 4))" -v ms="$duration" 'BEGIN { srand (seed); for (i = 0; i < n; i++) printf "%.3f\n", rand () * ms / 1000 }' >moments
while [ $killed -lt "$kills" ] && read -r moment; do
  runs=$((runs + 1))
  wait_for_batch=no
  if [ $((runs % 5)) -eq 0 ]; then
    wait_for_batch=yes
    moment=$(awk -v moment="$moment" 'BEGIN { printf "%.3f\n", moment / 20 }')
  fi
  if kill_after "$moment" "$nikkan" import mail; then
    killed=$((killed + 1))
    killed_in_series=$((killed_in_series + 1))
    stored=$(stored_messages)
    if [ "$stored" -gt 0 ] && [ "$stored" -lt 8719 ]; then
      between=$((between + 1))
    fi
    [ $killed_in_series -lt $series_length ] || settle
  else
    settle
  fi
done <moments
settle
echo "# $killed of $runs runs were killed, $between of them between two batches; $series series"
holds "$kills imports were killed while they ran" same "$killed" "$kills"
holds 'some of them between two batches' test "$between" -gt 0
holds 'the import after a series of kills ends well, each time' same "$unsound" 0
holds 'in each series the database equals that of an undisturbed run, row for row' same "$differing" 0

# --- rebuild: the old half stays until the new one is complete
cp whole.db nikkan.db
differing=0
wait_for_batch=no
for moment in $(awk -v seed="$seed" -v ms="$duration" 'BEGIN { srand (seed + 1); for (i = 0; i < 10; i++) printf "%.3f\n", rand () * ms / 1000 }'); do
  kill_after "$moment" "$nikkan" rebuild
  [ "$(query 'SELECT count(*) FROM reading')" = 8719 ] || differing=$((differing + 1))
done
holds 'a rebuild that is killed leaves readers what they had' same "$differing" 0
check 'a rebuild after that' "$nikkan" rebuild
check 'the database is sound' "$nikkan" check
query 'SELECT * FROM reading ORDER BY message_id' >now.rows
sqlite3 whole.db 'SELECT * FROM reading ORDER BY message_id' >whole.rows
holds 'every reading is as before' cmp now.rows whole.rows

finish
