#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan check: says what is sound, and finds what is not. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

check 'without a database all is well' "$nikkan" check
holds 'that there is no database is said' matches '^database +none yet: ' out
import_samples
check 'a fresh database is sound' "$nikkan" check
holds 'each part has its line' same "$(grep -cE '^(settings|database|groups|calendar|topics|language|templates) ' out)" 8
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

sed -i '/^{{nonsense$/d' share/templates/ja/edition.template
cp "$source/share/meetings.tsv" "$source/share/topics.tsv" share/
check 'the tables of the language are counted' "$nikkan" check
holds 'terms, verbs and the others have their number' matches '^language +[0-9]{4,} terms, [0-9]+ verbs with [0-9]{4,} frames, ' out

# wrong TABLE ROW FAULT - a row behind all others is named with its file and line.
wrong() {
  cp -f "$source/share/language/$1.tsv" share/language/
  chmod u+w "share/language/$1.tsv"
  printf "$2\n" >>"share/language/$1.tsv"
  line=$(wc -l <"share/language/$1.tsv")
  expect "$1: $3 is a fault" 1 "$nikkan" check
  holds "$1: it is named with file and line" has "language/$1.tsv:$line: " err
  holds "$1: it says what is wrong" has "$3" err
  holds "$1: it is the only one" is_one_line err
  cp -f "$source/share/language/$1.tsv" share/language/
}
wrong terms 'widget\tX\tウィジェット\tp' "pos 'X' is none of N A R C D M"
wrong terms 'widget\tN\t\tp' 'japanese is empty'
wrong terms 'widget\tN\tウィジェット\tz' "class 'z' is none of the letters"
wrong terms 'protocol\tN\t規約\tp' "'protocol' stands twice as the same part of speech"
wrong terms 'one two three four five six seven eight\tN\t八語\tp' 'more than 7 words'
wrong terms 'widget\tN\t\\x' 'a backslash must be followed'
wrong terms 'widget\tN\tウィジェット\tp\tone\ttoo many' 'more cells than the first line has names'
wrong terms '\377' 'not valid UTF-8'
wrong verbs 'wobble\tO to\tOを揺らす' "frame 'O to' is not understood"
wrong verbs 'wobble\tO to P\tOを揺らす' 'has no place for P'
wrong verbs 'wobble\tO\tOをPに揺らす' 'gives no P'
wrong verbs 'wobble\tO\t' 'japanese is empty'
wrong verbs 'wobble\tO\tOの揺れ' 'does not end in the dictionary form'
wrong verbs 'wobble\tI\t揺れる1\tloud' "note 'loud' is not understood"
wrong verbs 'define\tO\tOを定める1' 'twice: the first one is taken'
wrong verbs 'define\tO to P\tOをPに定める1\tobject=word' 'no row for all others before it'
wrong adjectives 'wobbly\tfor\tPに不安定な' "frame 'for' is not understood"
wrong prepositions 'of\tX\t*\t*\tPの' "after 'X' is neither N nor V"
wrong prepositions 'beyonder\tN\t*\t*\tの' 'has no P'
wrong prepositions 'beyonder\tN\t@z\t*\tPの' 'a class is none of the letters'
wrong prepositions 'about\tN\twidget\t*\tPの' 'a row before this one fits'
wrong senses 'key\tprime\t主要' 'has no _'
wrong senses 'key\t@z _\t主要' "class '@z' is none of the letters"
wrong senses 'key\t_ widget\t' 'japanese is empty'
wrong acronyms 'XYZZY\txyzzy protocol\twell-known' "notes 'well-known' are not 'known'"
wrong affixes 'ish\tっぽい' "'ish' is neither -suffix nor prefix-"
wrong boilerplate 'this widget … … is' 'an empty part'

for table in terms verbs prepositions; do
  chmod u+w share/language/$table.tsv
  printf 'broken\n' >>share/language/$table.tsv
done
rm share/language/acronyms.tsv
expect 'faults of many tables are found in one run' 1 "$nikkan" check
holds 'each is told' same "$(grep -cE 'language/(terms|verbs|prepositions).tsv:[0-9]+: |language/acronyms.tsv' err)" 4
i=0
while [ $i -lt 500 ]; do
  printf 'word%d\tX\n' $i
  i=$((i + 1))
done >>share/language/terms.tsv
expect 'a table full of faults is wrong' 1 "$nikkan" check
holds 'no more than 200 are told' test "$(wc -l <err)" -le 201
holds 'that there are more is told' has 'more than 200 faults' err
expect 'gloss stops at such a table' 1 "$nikkan" gloss Title Text.
holds 'and names file and line' matches '^nikkan: gloss: .*terms.tsv:[0-9]+: ' err

mkdir -p home/config/nikkan
printf '[edition]\nlanguage_dir = %s\n' "$source/share/language" >home/config/nikkan/nikkan.conf
check 'another folder of tables can be set' "$nikkan" check
holds 'it is the one that is checked' has "$source/share/language" out
rm home/config/nikkan/nikkan.conf

expect 'an argument is wrong usage' 2 "$nikkan" check everything

finish
