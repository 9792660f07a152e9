# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# lib.sh - what the shell tests share. A test is `sh SCRIPT [NIKKAN]`; it prints TAP, works in a sandbox folder of its own, and never
# touches the database or the settings of the user. Source it first; call `finish` last.
set -u

source=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
nikkan=${1:-${NIKKAN:-$source/build-check/src/command/nikkan}}
if [ ! -x "$nikkan" ]; then
  echo "Bail out! there is no program $nikkan"
  exit 1
fi
nikkan=$(realpath -- "$nikkan")
samples=$source/samples
sandbox=$(mktemp -d) || exit 1
children=
number=0
failures=0

leave() {
  for child in $children; do
    kill -9 "$child" 2>/dev/null
  done
  chmod -R u+rwx "$sandbox" 2>/dev/null
  rm -rf "$sandbox"
}
trap leave EXIT
trap 'exit 1' HUP INT TERM

cd "$sandbox" || exit 1
mkdir home
export HOME="$sandbox/home" XDG_DATA_HOME="$sandbox/home/data" XDG_CONFIG_HOME="$sandbox/home/config" XDG_CACHE_HOME="$sandbox/home/cache"
export NIKKAN_DATABASE="$sandbox/nikkan.db" NIKKAN_NOW=2026-03-19T06:00:00Z
export NIKKAN_SHARE="${NIKKAN_SHARE:-$source/share}" LC_ALL=C TZ=Asia/Tokyo
unset NIKKAN_SETTINGS

# result STATUS SENTENCE - one line of TAP; on a failure what the last `run` printed follows.
result() {
  number=$((number + 1))
  if [ "$1" -eq 0 ]; then
    echo "ok $number - $2"
    return 0
  fi
  failures=$((failures + 1))
  echo "not ok $number - $2"
  { echo "status: ${status:-?}"; head -c 2000 out 2>/dev/null; echo; head -c 3000 err 2>/dev/null; } | tr -d '\000' | sed 's/^/# /'
  return 0
}

# run COMMAND... - keeps standard output in `out`, standard error in `err` and the exit status in $status.
run() {
  "$@" >out 2>err </dev/null
  status=$?
}

# check SENTENCE COMMAND... - passes if the command ends with 0.
check() {
  sentence=$1
  shift
  run "$@"
  result "$status" "$sentence"
}

# expect SENTENCE STATUS COMMAND... - passes if the command ends with that status.
expect() {
  sentence=$1
  wanted=$2
  shift 2
  run "$@"
  [ "$status" -eq "$wanted" ]
  result $? "$sentence"
}

# holds SENTENCE COMMAND... - as check, but leaves `out` and `err` of the command before alone: for looking into them.
holds() {
  claim=$1
  shift
  "$@" >holds.log 2>&1
  result $? "$claim"
}

skip() { # SENTENCE REASON
  number=$((number + 1))
  echo "ok $number - $1 # SKIP $2"
}

has() { grep -qF -e "$1" -- "$2"; } # TEXT FILE
lacks() { ! grep -qF -e "$1" -- "$2"; }
same() { [ "$1" = "$2" ]; }
is_one_line() { [ "$(wc -l <"$1")" -eq 1 ]; }
matches() { grep -qE -e "$1" -- "$2"; }

finish() {
  echo "1..$number"
  [ "$failures" -eq 0 ]
  exit
}

# without_rights COMMAND... - as a user whom permissions stop: root gives up the power to pass them over.
without_rights() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-dac_override,-dac_read_search -- "$@"
  else
    "$@"
  fi
}
can_lose_rights() {
  mkdir -m 000 closed && ! without_rights ls closed >/dev/null 2>&1
  closed=$?
  rmdir closed
  return $closed
}

query() { sqlite3 -readonly "$NIKKAN_DATABASE" "$1"; }
count_messages() { query 'SELECT count(*) FROM message'; }

# everything in a database, as text.
dump() { sqlite3 "$1" .dump; }

import_samples() { "$nikkan" import --quiet "$samples/i-d-announce" "$samples/ietf-announce" >/dev/null 2>&1; }

# write_drafts FIRST LAST [LINES [DAY]] - announcements of Internet-Drafts in mbox form, the abstract LINES lines long (default 4), all alike but for
# number, time and words; the same arguments give the same bytes.
write_drafts() {
  awk -v first="$1" -v last="$2" -v lines="${3:-4}" -v day="${4:-17}" '
    function word() { seed = (seed * 1103515245 + 12345) % 2147483648; return substr("abcdefghijklmnopqrstuvwxyz", 1 + int(seed / 65536) % 20, 3 + seed % 4) }
    BEGIN {
      for (i = first; i <= last; i++) {
        seed = i * 7919 + 1
        second = i % 86400
        time = sprintf("%02d:%02d:%02d", int(second / 3600), int(second / 60) % 60, second % 60)
        name = sprintf("draft-example-made-%06d", i)
        printf "From internet-drafts@ietf.org Tue Mar %02d %s 2026\n", day, time
        print "Received: from [192.0.2.7] (unknown [192.0.2.76])\n by mail2.ietf.org (Postfix) with ESMTP id 7992BBF64ABF"
        print "MIME-Version: 1.0\nContent-Type: text/plain; charset=\"utf-8\"\nContent-Transfer-Encoding: 7bit"
        print "From: internet-drafts@ietf.org\nTo: <i-d-announce@ietf.org>\nSubject: I-D Action: " name "-00.txt"
        printf "Message-ID: <%d.made@example.org>\nDate: Tue, %02d Mar 2026 %s +0000\n", i, day, time
        print "List-Id: Internet Draft Announcements only <i-d-announce.ietf.org>\n"
        print "Internet-Draft " name "-00.txt is now available.\n"
        print "   Title:   The Made Draft of Number " i "\n   Author:  Ada Beispiel\n   Name:    " name "-00.txt"
        printf "   Pages:   %d\n   Dates:   2026-03-%02d\n\nAbstract:\n\n", 3 + i % 40, day
        for (k = 0; k < lines; k++) {
          line = "  "
          for (w = 0; w < 11; w++) line = line " " word()
          print line "."
        }
        print "\nThe IETF datatracker status page for this Internet-Draft is:\nhttps://datatracker.ietf.org/doc/" name "/\n"
      }
    }'
}
