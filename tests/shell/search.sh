#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan search: words, fields, orders and pages over the samples, what is said when nothing is found, and queries that are no good. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

import_samples
found() { jq -r '[.hits[] | if .revision == null then .name else "\(.name)-\(.revision)" end] | join (" ")' out; }

check 'a word' "$nikkan" search kettles -l en
holds 'the RFC is there with its day' matches '^RFC 99001  \(2026-03-[0-9]+\)$' out
holds 'and with its title' matches '^  title +Operating Shared Kettles' out
holds 'there is no escape sequence in a file' lacks "$(printf '\033')" out
holds 'they are counted' matches '^[0-9]+ of [0-9]+ found, newest first$' out
holds 'by year' matches '^  years +2026 [0-9]+$' out
holds 'by area' matches '^  areas +' out
check 'a word as JSON' "$nikkan" search KETTLES --format json
holds 'the query is told in its one spelling' jq -e '.query == "kettles" and .order == "newest" and .total == (.hits | length) and .total_is_all' out
holds 'years and areas make the total' jq -e '([.years[].announcements] | add) == .total and ([.areas[].announcements] | add) == .total' out
holds 'each hit has its word marked, in title or text' jq -e 'all (.hits[]; any ((.title_parts + .snippet)[]; .mark))' out
holds 'the parts of a title are the title' jq -e 'all (.hits[]; ([.title_parts[].text] | add) == .title)' out
holds 'newest first' jq -e '[.hits[].announced] | . == (sort | reverse)' out

check 'a name' "$nikkan" search draft-ietf-quic-example-path-budget --format json
holds 'both revisions are found' jq -e '[.hits[].revision] | contains (["00", "01"])' out
check 'a group in a month' "$nikkan" search group:quic from:2026-03 to:2026-03 --format json
holds 'all are of that group' jq -e '(.hits | length) > 0 and all (.hits[]; .group == "quic" and (.day | startswith ("2026-03")))' out
n=$(jq .total out)
check 'a kind' "$nikkan" search kind:rfc --format json --limit 100
holds 'all are RFCs' jq -e '(.hits | length) > 0 and all (.hits[]; .kind == "rfc")' out
check 'without a group' "$nikkan" search --format json -- -group:quic -kind:rfc
holds 'none is of it' jq -e '(.hits | length) > 0 and all (.hits[]; .group != "quic" and .kind != "rfc")' out
check 'everything' "$nikkan" search --format json -- -nosuchword
all=$(jq .total out)
holds 'with and without make the whole' test "$("$nikkan" search --format json -- -group:quic from:2026-03 to:2026-03 | jq .total)" -le $((all - n))
check 'topics' "$nikkan" search topic:pqc --format json
holds 'are found' jq -e '.total > 0' out

check 'ranked' "$nikkan" search --order ranked draft --limit 5 --format json
first=$(found)
holds 'five of them' jq -e '(.hits | length) == 5 and .has_more and .order == "ranked" and .rank_is_all' out
check 'the first two' "$nikkan" search --order ranked draft --limit 2 --format json
holds 'are the first two' sh -c "case '$first' in '$(found) '*) ;; *) exit 1 ;; esac"
check 'the third' "$nikkan" search --order ranked draft --limit 1 --offset 2 --format json
holds 'is the third' same "$(found)" "$(echo "$first" | cut -d ' ' -f 3)"

check 'nothing' "$nikkan" search nosuchword
holds 'says how much was looked through' matches "^nothing found in $all announcements of 20[0-9-]+ to 20[0-9-]+, of which [0-9]+ have a Japanese summary$" out
check 'nothing as JSON' "$nikkan" search nosuchword --format json
holds 'says it too' jq -e --argjson all "$all" '.total == 0 and .hits == [] and .searched.announcements == $all' out

# --- Japanese summaries
text=$(query "SELECT substr (text, 1, 3) FROM summary WHERE is_quoted = 0 AND text GLOB '[ぁ-龠][ぁ-龠][ぁ-龠]*' ORDER BY announcement_id LIMIT 1")
holds 'there is one in Japanese' test -n "$text"
for length in 1 2 3; do
  word=$(printf %s "$text" | jq -Rr ".[:$length]")
  n=$(query "SELECT count (*) FROM summary WHERE is_quoted = 0 AND instr (text, '$word') > 0")
  check "$length characters of it" "$nikkan" search "$word" --format json --limit 100
  holds "are found in every summary that has them: $length" jq -e --argjson n "$n" '.total == $n and .searched.with_japanese > 0' out
  holds "and are marked: $length" jq -e --arg word "$word" 'all (.hits[]; .snippet_language == "ja" and any (.snippet[]; .mark and (.text | contains ($word))))' out
done
check 'rebuild' "$nikkan" rebuild
check 'the same word' "$nikkan" search "$word" --format json
holds 'is not found without summaries' jq -e '.total == 0 and .searched.with_japanese == 0' out
check 'summaries are made again' "$nikkan" summarize --quiet
check 'the same word again' "$nikkan" search "$word" --format json
holds 'is found with them' jq -e --argjson n "$n" '.total == $n' out

# --- no good
expect 'no query is wrong usage' 2 "$nikkan" search
expect 'a query without a letter is wrong usage' 2 "$nikkan" search '***'
holds 'one line says why' has 'nikkan: search: nothing to search for: not one letter or digit was given (see nikkan search --help)' err
expect 'an unknown kind is wrong usage' 2 "$nikkan" search kind:poem
expect 'days the wrong way round are wrong usage' 2 "$nikkan" search from:2026 to:2025
expect 'an unknown order is wrong usage' 2 "$nikkan" search x --order best
expect 'a limit of nothing is wrong usage' 2 "$nikkan" search xy --limit 0
expect 'a limit of too many is wrong usage' 2 "$nikkan" search xy --limit 101
expect 'an unknown language is wrong usage' 2 "$nikkan" search xy -l de
expect 'an unknown format is wrong usage' 2 "$nikkan" search xy --format xml
expect 'a query of a megabyte is wrong usage' 2 "$nikkan" search "$(head -c 100000 /dev/zero | tr '\0' a)"
for hostile in '"' 'title:x OR (' "'; DROP TABLE message; --" 'NEAR(kettles shared, 2)' '{title}: ^kettles' 'kettles AND NOT shared'; do
  check "hostile: $hostile" sh -c '"$1" search -- "$2" || [ $? -eq 2 ]' sh "$nikkan" "$hostile"
done
"$nikkan" check >out 2>err
holds 'the database is sound' matches '^database +sound: ' out

# --- a database of another version
sqlite3 "$NIKKAN_DATABASE" 'UPDATE derived_state SET version = version - 1'
expect 'an index of another version is not read' 1 "$nikkan" search kettles
holds 'one line says what to do' matches "^nikkan: .*: made by another version of nikkan: run .nikkan rebuild.$" err
check 'rebuild makes it anew' "$nikkan" rebuild
check 'and it is searched again' "$nikkan" search kettles
finish
