#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan import: every form of mailbox, growing and changed files, damaged and hostile ones. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

ids=$samples/i-d-announce/2026-03.mail
announce=$samples/ietf-announce/2026-03.mail

# A database of its own for each case.
fresh() { rm -f nikkan.db nikkan.db-wal nikkan.db-shm; }
holds_messages() { same "$(count_messages)" "$1"; }
# Identity and reading of every message, in the order of time: the same whatever the box they came in.
readings() { query "SELECT header_id, unix_s, verdict, is_copy, subject, coalesce (reason, '') FROM reading ORDER BY unix_s, header_id, subject"; }
reads_alike() { readings | cmp - expected.readings; }

# --- what the samples hold
check 'the samples are imported' "$nikkan" import "$samples/i-d-announce" "$samples/ietf-announce"
holds 'the ledger of the import is printed at its end' matches '^read: 2 files, 60 messages' out
holds 'a message without a header is named with file, number and reason' matches '^nikkan: import: .*2026-03.mail: message 1 \(.*\): ' err
holds 'no progress is shown in a pipe' lacks "$(printf '\r')" err
if command -v script >/dev/null 2>&1; then
  check 'an import on a terminal' env TERM=dumb script -qec "'$nikkan' --database terminal.db import '$ids'" typescript
  holds 'progress is shown on a terminal: share, messages, pace' matches "$(printf '\r')[ 0-9]{3}%  [0-9]+ messages, [0-9.]+ MB/s" typescript
  holds 'progress needs no terminal that knows commands' lacks "$(printf '\033')" typescript
else
  skip 'progress is shown on a terminal' 'there is no script(1)'
fi
readings >expected.readings
dump nikkan.db >expected.dump

check 'the same files again are no error' "$nikkan" import "$samples/i-d-announce" "$samples/ietf-announce"
holds 'the same files again add nothing' matches '^  new 0, ' out
dump nikkan.db >again.dump
holds 'the same files again leave every row as it was' cmp expected.dump again.dump
cp "$ids" copy.mail
check 'a copy under another name is read' "$nikkan" import copy.mail
holds 'a copy under another name adds no message' holds_messages 60

check 'rebuild derives the same again' "$nikkan" rebuild
holds 'rebuild leaves every reading as it was' reads_alike

# --- forms
fresh
check 'GMime alone reads the samples' "$nikkan" import --parser=gmime --quiet "$samples/i-d-announce" "$samples/ietf-announce"
dump nikkan.db >gmime.dump
holds 'both parsers give the same database' cmp expected.dump gmime.dump

for end in gz xz zst; do
  fresh
  mkdir -p "$end"
  case $end in
    gz) pack='gzip -c' ;;
    xz) pack='xz -c' ;;
    *) pack='zstd -qc' ;;
  esac
  $pack "$ids" >"$end/ids.mail.$end"
  $pack "$announce" >"$end/announce.mail.$end"
  check "files compressed as .$end are read" "$nikkan" import "$end"
  holds "files compressed as .$end give the same readings" reads_alike
done

fresh
cat "$ids" "$announce" | "$nikkan" import - >out 2>err
status=$?
result "$status" 'standard input is read'
holds 'standard input gives every message' holds_messages 60

fresh
mkdir crlf
awk '{ printf "%s\r\n", $0 }' "$ids" >crlf/a.mail
awk '{ printf "%s\r\n", $0 }' "$announce" >crlf/b.mail
check 'line ends of CR LF are read' "$nikkan" import crlf
holds 'line ends of CR LF give the same readings' reads_alike

fresh
mkdir tight
for file in "$ids" "$announce"; do
  # the blank line before each separator is dropped
  awk '/^From / { if (held && last != "") print last; held = 0 } { if (held) print last; last = $0; held = 1 } END { if (held) print last }' "$file" \
    >"tight/$(basename "$(dirname "$file")").mail"
done
check 'an mbox without blank lines between messages is read' "$nikkan" import tight
holds 'an mbox without blank lines gives the same readings' reads_alike

# split FOLDER FILE: one file for each message
split() {
  mkdir -p "$1"
  awk -v folder="$1" '/^From / { n++; file = sprintf ("%s/%03d", folder, n); printf "" >file; next } { sub(/^>From /, "From "); print >file }' "$2"
}
fresh
mkdir -p maildir/cur maildir/new maildir/tmp
split maildir/cur "$ids"
split maildir/new "$announce"
echo 'no message' >maildir/tmp/half
check 'a Maildir is read' "$nikkan" import maildir
holds 'a Maildir gives every message and leaves tmp alone' holds_messages 60

fresh
mkdir single
awk '/^From / { n++; next } n == 3' "$ids" >single/one.eml
check 'a single message is read' "$nikkan" import single/one.eml
holds 'a single message is one message' holds_messages 1

fresh
mmdf() { awk '/^From / { if (n++) printf "\001\001\001\001\n"; printf "\001\001\001\001\n"; next } { sub(/^>From /, "From "); print } END { printf "\001\001\001\001\n" }' "$1"; }
mkdir mmdf
mmdf "$ids" >mmdf/a.mmdf
mmdf "$announce" >mmdf/b.mmdf
check 'MMDF is read' "$nikkan" import mmdf
holds 'MMDF gives every message' holds_messages 60

# --- growing and changed files
fresh
write_drafts 1 40 >whole.mail
write_drafts 1 25 >grow.mail
check 'a monthly file is read' "$nikkan" import grow.mail
write_drafts 26 40 >>grow.mail
check 'the file has grown' "$nikkan" import grow.mail
holds 'a grown file is read on from where it was left' matches 'new 15, known already 1, not read again 24' out
holds 'a grown file gives every message' holds_messages 40

fresh
head -c 20000 whole.mail >cut.mail
run "$nikkan" import cut.mail
cp whole.mail cut.mail
check 'a file that ended inside a message is read on' "$nikkan" import cut.mail
query 'SELECT name, revision, abstract FROM announcement ORDER BY name' >grown.rows
fresh
run "$nikkan" import whole.mail
query 'SELECT name, revision, abstract FROM announcement ORDER BY name' >whole.rows
holds 'the message that was cut is whole in the end' cmp grown.rows whole.rows
holds 'no half message is counted' same "$(query 'SELECT count(*) FROM announcement')" 40

write_drafts 101 103 >changed.mail
write_drafts 1 5 >>changed.mail
cp changed.mail whole.mail
check 'a file that has changed is read anew' "$nikkan" import whole.mail
holds 'of a changed file only the new messages are added' holds_messages 43

# --- what cannot be read
fresh
: >empty.mail
check 'an empty file is no error' "$nikkan" import empty.mail
holds 'an empty file has no message' matches ' 0 messages' out

expect 'a path that is not there fails' 1 "$nikkan" import nowhere.mail
holds 'a path that is not there is one line that names it' is_one_line err
holds 'a path that is not there is named' has 'nikkan: import: nowhere.mail' err

if can_lose_rights; then
  mkdir -p folder/locked folder/open
  cp "$announce" folder/open/a.mail
  cp "$announce" folder/closed.mail
  chmod 000 folder/locked folder/closed.mail
  expect 'a folder and a file without rights end with 1' 1 without_rights "$nikkan" import folder
  holds 'the folder without rights is named' has 'folder/locked: ' err
  holds 'the file without rights is named' has 'folder/closed.mail: ' err
  holds 'what is beside them is read' matches 'read: 1 files' out
  chmod 700 folder/locked
else
  skip 'a folder without rights is named, the rest is read' 'rights cannot be given up here'
fi

fresh
gzip -c "$ids" | head -c 3000 >broken.mail.gz
expect 'damaged compression ends with 1' 1 "$nikkan" import broken.mail.gz "$announce"
holds 'damaged compression is named' has 'nikkan: import: broken.mail.gz' err
holds 'the files after the damaged one are read' same "$(query "SELECT count(*) FROM reading WHERE subject LIKE 'NomCom%'")" 1

# --- hostile mail: the rest of the file goes on
hostile_head() { printf 'From x@example.org Tue Mar 17 01:00:00 2026\nFrom: x@example.org\nDate: Tue, 17 Mar 2026 01:00:00 +0000\nMessage-ID: <%s@example.org>\nSubject: %s\n' "$1" "$1"; }

# hostile SENTENCE: hostile.part between two good messages
hostile() {
  fresh
  { write_drafts 1 1; cat hostile.part; echo; write_drafts 2 2; } >hostile.mail
  check "$1 does not stop the import" "$nikkan" import hostile.mail
  holds "$1: the messages before and after it are there" same \
    "$(query "SELECT count(*) FROM announcement WHERE name IN ('draft-example-made-000001', 'draft-example-made-000002')")" 2
  rm -f hostile.mail hostile.part
}
{ hostile_head big; echo; awk 'BEGIN { line = sprintf ("%1023s", ""); gsub (/ /, "x", line); for (i = 0; i < 102400; i++) print line }'; } >hostile.part
hostile 'a message of 100 MB'
holds 'its true size is in the ledger of what is kept' same "$(query 'SELECT count(*) FROM message WHERE true_size_bytes > 100000000 AND size_bytes < 10000000')" 1
{ hostile_head head; awk 'BEGIN { line = sprintf ("%1000s", ""); gsub (/ /, "y", line); for (i = 0; i < 10240; i++) print "X-Long-" i ": " line }'; printf '\nbody\n'; } >hostile.part
hostile 'a header of 10 MB'
{ hostile_head field; printf 'X-Long: '; head -c 10000000 /dev/zero | tr '\000' z; printf '\n\nbody\n'; } >hostile.part
hostile 'one header field of 10 MB'
{
  hostile_head deep
  awk 'BEGIN { print "Content-Type: multipart/mixed; boundary=b0\n"; for (i = 0; i < 10000; i++) printf "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n", i, i + 1; print "--b10000\n\nthe end" }'
} >hostile.part
hostile '10,000 MIME levels'
{ hostile_head nul; printf '\nNUL \000 and bare CR \r and \377\376 bytes\n'; } >hostile.part
hostile 'a message with NUL bytes, bare CR and broken UTF-8'
{ hostile_head from; printf '\nFrom here on the text goes on\nFrom: nobody\n>From quoted\n'; } >hostile.part
hostile 'a body with lines that begin with From'
holds 'a From line inside a body is no message' holds_messages 3

# --- options
fresh
check '--dry-run reads' "$nikkan" import --dry-run "$ids" "$announce"
holds '--dry-run counts' matches '60 messages' out
holds '--dry-run leaves no database' test ! -e nikkan.db
check '--quiet imports' "$nikkan" import --quiet "$announce"
holds '--quiet prints nothing' test ! -s out
check 'a database is made with its folder' "$nikkan" --database new/folder/a.db import --quiet "$announce"
holds 'the database is where --database says' test -s new/folder/a.db

finish
