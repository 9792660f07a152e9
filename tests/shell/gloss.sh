#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan gloss: documents from arguments and JSON lines, explanations, metrics, and whatever is wrong or hostile. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1
export LC_ALL=C.UTF-8

title='Lamp Control over CoAP (LAMPC)'
abstract='This document defines LAMPC, a control protocol for constrained devices. It updates RFC 8446. It does not change the format of messages.'
input() { jq -cn --arg title "$1" --arg abstract "$2" '$ARGS.named'; }
# feed SENTENCE STATUS ARGUMENT... - gloss with the file `lines` on standard input.
feed() {
  claim=$1
  wanted=$2
  shift 2
  "$nikkan" gloss "$@" <lines >out 2>err
  status=$?
  [ "$status" -eq "$wanted" ]
  result $? "$claim"
}
is_utf8() { iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1; }

# --- arguments
check 'a title and an abstract are glossed' "$nikkan" gloss "$title" "$abstract"
holds 'on one line' is_one_line out
holds 'in Japanese' grep -q '制御プロトコル' out
holds 'with its names' has LAMPC out
holds 'the status sentence is kept' has 'RFC 8446を更新する。' out
holds 'a negation is kept' grep -q 'ない。' out
cp out plain
check 'the same again' "$nikkan" gloss "$title" "$abstract"
holds 'gives the same bytes' cmp -s out plain
check 'JSON' "$nikkan" gloss --format json "$title" "$abstract"
holds 'is one object on one line' is_one_line out
holds 'with the same text' same "$(jq -r .text out)" "$(cat plain)"
holds 'and engine, level, confidence and sentences' jq -e '.engine == "gloss" and .level == "full" and .confidence <= 1 and (.sentences | length >= 2) and all (.sentences[]; .source and .japanese and (.confidence | type == "number"))' out
holds 'a confidence has two digits' matches '"confidence":(1\.0|0\.[0-9]{1,2})[,}]' out
holds 'each source stands in the abstract' jq -e --arg abstract "$abstract" 'all (.sentences[]; .source as $source | $abstract | contains ($source))' out
check 'a draft of an individual' "$nikkan" gloss --name draft-moss-lampc "$title" "$abstract"
holds 'proposes' grep -q '提案する' out
check 'a draft of a working group' "$nikkan" gloss --name draft-ietf-core-lampc "$title" 'This document specifies LAMPC, a control protocol for constrained devices.'
holds 'specifies' grep -q '規定する' out

# --- what a sentence points to
check 'a sentence that points to the one before' "$nikkan" gloss 'Doors' 'A gateway switches the doors by messages. This document defines a new format for these messages.'
holds 'comes behind it' matches '^ゲートウェイ.*。本文書では、これらのメッセージ' out
check 'one that points to what cannot be said' "$nikkan" gloss 'Zorb' 'Zorbles of zorbled zorb to of the zorb. This document defines messages for this problem.'
holds 'is quoted, behind what it points to' has '「Zorbles of zorbled zorb to of the zorb. This document defines messages for this problem.」' out

check 'one that points to what is not told' "$nikkan" gloss 'Doors' 'This document specifies the requirements for a door protocol, which addresses the above issues.'
holds 'is quoted as well' has '「This document specifies the requirements for a door protocol, which addresses the above issues.」' out
check 'background, where the document speaks of itself too' "$nikkan" gloss 'Flags of Gateways' 'A door protocol is a protocol that is used by gateways. This document zorbles flags to of 「the zorb」.'
holds 'does not lead' lacks '使用されるプロトコル' out
holds 'nor is it quoted' has '「This document zorbles flags to of 「the zorb」.」' out
check 'what the title begins with' "$nikkan" gloss 'A Door Protocol of Gateways' 'A Door Protocol is a protocol that is used by gateways. This document zorbles flags to of 「the zorb」.'
holds 'may lead' matches '^Door Protocolは' out
check 'what has an owner behind it' "$nikkan" gloss 'Doors' 'This document describes the queries that a DNS resolver sends to initialize its cache.'
holds 'needs not say whose it is' matches '^キャッシュを初期化するために' out
check 'a purpose that is not told' "$nikkan" gloss 'Doors' 'This document specifies a new door code for this purpose.'
holds 'is quoted' has '「This document specifies a new door code for this purpose.」' out
check 'a purpose that the sentence tells' "$nikkan" gloss 'Doors' 'This document deprecates MD2 and discusses the reasons for doing so.'
holds 'is said' matches '^MD2.*し、.*理由を論じる' out
check 'others than what is not told' "$nikkan" gloss 'Doors' 'This document provides other clarifications.'
holds 'are quoted' has '「This document provides other clarifications.」' out
check 'a sentence with a connective' "$nikkan" gloss 'Doors' 'Zorb zorbs of the zorb. Besides, this document defines a door protocol.'
holds 'starts without it' matches '^ドアプロトコルを' out
check 'those which the sentence tells' "$nikkan" gloss 'Doors' 'This document registers those HTTP methods that have been defined in RFCs.'
holds 'are said' lacks '「This' out
check 'what a document leaves to others' "$nikkan" gloss 'Doors' 'The details of lamps are out of scope for this document. This document defines a door protocol.'
holds 'does not stand first' matches '^ドアプロトコルを' out
check 'what was said' "$nikkan" gloss 'HPKE with COSE' 'This specification defines the use of HPKE with COSE. This document defines the use of HPKE with COSE.'
holds 'is not said again' same "$(grep -o 'を定義する。' out | wc -l)" 1
check 'a sentence that speaks only of what is not there' "$nikkan" gloss 'Zorb of Zorbs' "$(printf 'Of %s zorbs. This note zorbs a zorb for this zorbiness. This document zorbs the lamps.' "$(printf 'zorb zorbs zorbing zorbles zorbs %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13)")"
holds 'is not what is quoted' has '「This document zorbs the lamps.」' out

# --- which RFCs a document changes
check 'a long list of RFCs' "$nikkan" gloss 'Lamps' 'This document defines LAMPC, a control protocol for constrained devices. This document updates RFCs 98005, 98066, 98627, and 98422 and obsoletes RFCs 98077, 98246, 98961, and 98446.'
holds 'is kept whole' has 'RFC 98422を更新し、RFC 98077、RFC 98246、RFC 98961、RFC 98446を廃止する。' out

# --- explanation
check 'an explanation' "$nikkan" gloss --explain "$title" "$abstract"
holds 'has tokens' matches '^  1 document: noun' out
holds 'has the tree' has '(clause subject:(noun this document)' out
holds 'has cost, margin and steps' matches 'reading, cost -?[0-9.]+, margin [0-9.]+, [0-9]+ steps' out
holds 'has the Japanese of each sentence' matches '^  japanese: ' out
holds 'has penalties' matches '^  -0\.[0-9]+ ' out
holds 'has confidences' matches '^  confidence [01]\.[0-9]+' out
holds 'ends with the text' same "$(tail -n 1 out)" "$(cat plain)"
check 'an explanation of what cannot be read' "$nikkan" gloss --explain 'Zorb' 'Zorbles zorbling zorbled zorb zorb.'
holds 'says so' matches 'no reading|UNKNOWN' out

# --- fallback
check 'what is not understood is quoted' "$nikkan" gloss 'Zorb of Zorbs' 'Zorbles of zorbled zorb to of the zorb zorb.'
holds 'with its title' has '「Zorb of Zorbs」を扱う文書。' out
holds 'and its sentence' has '「Zorbles of zorbled zorb to of the zorb zorb.」' out
check 'with the one before it, where only that says of what it speaks' "$nikkan" gloss 'Zorb of Zorbs' 'The zorb of zorbs whistles zorb about 「lamps」. This document zorbs metrics for this whistle about 「doors」.'
holds 'both in one quote' has '「The zorb of zorbs whistles zorb about 「lamps」. This document zorbs metrics for this whistle about 「doors」.」' out
check 'but not where it says so itself' "$nikkan" gloss 'Zorb of Zorbs' 'Zorbs are 「lamps」. This document zorbs whistles about 「doors」 and how these whistles end.'
holds 'the quote is one sentence' lacks 'Zorbs are' out
holds 'and whole' has '「This document zorbs whistles about 「doors」 and how these whistles end.」' out
check 'without an abstract the title is left' "$nikkan" gloss 'Zorb of Zorbs' ''
holds 'alone' same "$(cat out)" '「Zorb of Zorbs」を扱う文書。'
check 'without both' "$nikkan" gloss '' ''
holds 'something is still said' same "$(cat out)" '無題の文書。'

# --- shortened: what is left says something, and says it truly
part() {
  claim=$1
  wanted=$2
  "$nikkan" gloss --format json "$3" "$4" >out
  holds "$claim" same "$(jq -r .level out)" "$wanted"
}
part 'a second thing that a document does can be left out' shortened 'Routing Models' 'This document defines a YANG data model for routing policies and gives guidance on frobnicating the quuxes.'
holds 'and the first is said' same "$(jq -r .text out)" 'ルーティングポリシーのYANGデータモデルを定義する。'
part 'a reason or purpose before the document can be left out' shortened 'Email' 'To avoid frobnicating the quuxes, this document describes a mechanism for converting internationalized messages into the traditional message format.'
holds 'and what the document does is said' same "$(jq -r .text out)" '国際化メッセージを従来のメッセージ形式に変換するメカニズムを説明する。'
part 'not where it restricts' quoted 'Frobnicating Quuxes' 'Because only quuxes are frobnicated, this document describes a mechanism for converting internationalized messages into the traditional message format.'
part 'nor where the names stand in it' quoted 'Frobnicating Quuxes' 'To frobnicate SIP, SDP and RTP in QUIC, this document describes a mechanism for converting messages into the traditional message format.'
part 'a second verb can go with what it does' shortened 'Multicast Routing' 'This document describes the security threats of multicast routing and registers this frobnicated quux.'
part 'what requirements are for says enough' shortened 'Gardens' 'This document specifies the requirements for the Garden Lamp Protocol (GLP), which frobnicates the quuxes.'
part 'items of a list stay together' quoted 'Gardens' 'This document covers lamp addressing, routing, signaling, and frobnicating.'
part 'so do alternatives' title 'Keys' 'This document defines a new claim that binds a key to a name, or the key of a frobnicated quux to a server.'
part 'an extension is nothing without what it does' title 'Mail' 'This document defines an extension to IMAP that allows clients to frobnicate mailboxes.'
part 'a title may write an affix with a capital' title 'A Framework for MPLS-Based Networks' 'Quuxes frobnicate daily and twice on every other one.'
holds 'and is read as without' same "$(jq -r .sentences[0].japanese out)" 'MPLSベースのネットワークのフレームワークを扱う文書。'
long='Quuxes frobnicate the glowfrobs that nobody ever frobnicated in all of the time that there were any glowfrobs in the gardens of the north and of the south and of every other garden that was there'
part 'a long quotation is cut' quoted 'Frobnicating Quuxes' "$long, while the others rest in the shade of the frobnicating quuxes and wait for them to be done with all that there is to be done before the evening comes."
holds 'before a clause' same "$(jq -r '.text | contains("that was there…」")' out)" true
part 'an update is nothing without what it changes' quoted 'Mail Filters' 'This document updates RFC 5228 to frobnicate the quuxes of mail filters.'
part 'nor is an extension without how' title 'Mail' 'This document extends the LampMail protocol, which frobnicates the quuxes.'
part 'a verb keeps what it needs' quoted 'Tree Attributes' 'This document describes a message that allows a node to associate attributes with a frobnicated quux tree.'
part 'a use is nothing without what it is used as' quoted 'Lamp Flags' 'This document requires the use of LAMP as the frobnicated quux of gardens.'
part 'what is only counted is nothing without what it is for' quoted 'Lamp Messages' 'This document defines two new AVPs to frobnicate the quuxes of gardens.'
part 'what the title is about is not left out' quoted 'Frobnication' 'This document defines the lamps used within gardens when discussing the frobnication of quuxes.'

# --- what follows
check 'what the lead names may be told more of' "$nikkan" gloss 'Lamps' 'This document defines the Lamp Control Protocol (LAMPC). Some gardens have lamps. LAMPC allows clients to send messages.'
holds 'behind the lead' same "$(cat out)" 'Lamp Control Protocol(LAMPC)を定義する。LAMPCはクライアントがメッセージを送信できるようにする。'
check 'not what it does not name' "$nikkan" gloss 'Lamps' 'This document defines the Lamp Control Protocol (LAMPC). Some gardens have lamps. GARDENC allows clients to send messages.'
holds 'it stands alone' same "$(cat out)" 'Lamp Control Protocol(LAMPC)を定義する。'

check 'what the abstract tells before' "$nikkan" gloss 'Lamps' 'Keys are used by servers. This memo describes keys. It is a summary of network attacks.'
holds 'stands last, as an aside' same "$(cat out)" '鍵を説明する。ネットワーク攻撃の要約である。なお、鍵はサーバが使用する。'
check 'what a document says in addition' "$nikkan" gloss 'Doors' 'This document zorbles flags to of the zorb. This document also defines a door protocol.'
holds 'does not stand for all' has '「This document zorbles flags to of the zorb.」' out
check 'what a document says later of itself' "$nikkan" gloss 'Doors' 'This document defines zorbles to of the zorb. This document defines a door protocol.'
holds 'neither' has '「This document defines zorbles to of the zorb.」' out
check 'an opening that answers to what is left out' "$nikkan" gloss 'Doors' 'To address this, this document zorbles flags to of the zorb for gateways and for all the doors that are behind them in gardens.'
holds 'is not quoted' has '「…this document zorbles' out
check 'a word that was broken at the end of a line' "$nikkan" gloss 'Doors' "$(printf 'This document zorbles the media type door/zorb-\nseq for pre-\nand post-zorbling.')"
holds 'is whole where it is quoted' has '「This document zorbles the media type door/zorb-seq for pre- and post-zorbling.」' out
check 'what points back to what points back' "$nikkan" gloss 'Doors' 'A door has no zorbled way to close its lid. This can lead to zorbs of the zorbling. This document attempts to fix this.'
holds 'is quoted with both' has '「A door has no zorbled way to close its lid. This can lead to zorbs of the zorbling. This document attempts to fix this.」' out

check 'what a document is, it is itself' "$nikkan" gloss 'Lamps' 'This document defines the Lamp Control Protocol (LAMPC). LAMPC allows clients to send messages. This document is a summary of network attacks.'
holds 'it is no place' has '本文書は、ネットワーク攻撃の要約である。' out

# --- JSON lines
{
  input "$title" "$abstract"
  echo
  echo '   '
  input 'Zorb' ''
  printf '{"name": "draft-moss-lampc", "abstract": "This document defines LAMPC.", "title": "L", "more": [1]}\r\n'
} >lines
feed 'JSON lines are glossed' 0 --format json
holds 'one line for each object' same "$(wc -l <out)" 3
holds 'each is JSON' jq -e .text out
holds 'a name comes back' same "$(tail -n 1 out | jq -r .name)" draft-moss-lampc
holds 'without a name there is none' same "$(head -n 1 out | jq 'has ("name")')" false
feed 'as text too' 0
holds 'a line for each' same "$(wc -l <out)" 3
holds 'the first as with arguments' same "$(head -n 1 out)" "$(cat plain)"
printf '%s' "$(input "$title" "$abstract")" >lines
feed 'the last line needs no end' 0
: >lines
feed 'no input is no error' 0
holds 'and no output' test ! -s out

# --- broken lines
for line in '{' 'no json' '[]' '"text"' '{"title": "T"}' '{"title": 1, "abstract": "A"}' '{"title": "T", "abstract": null}' '{"title": "T", "abstract": "A", "name": 1}' \
  '{"title": "T", "abstract": "A"} {}' '{"title": "\ud800", "abstract": "A"}' '{"title": "\u0000", "abstract": "A"}'; do
  { input "$title" "$abstract"; printf '%s\n' "$line"; } >lines
  feed "a broken line ends it: $line" 1
  holds 'the line is named' matches '^nikkan: gloss: standard input: line 2: ' err
  holds 'what stood before it was glossed' same "$(cat out)" "$(cat plain)"
done
printf '{"title": "T", "abstract": "\377\376"}\n' >lines
feed 'broken UTF-8 in JSON is refused' 1
printf '{"title": "T\0", "abstract": "A"}\n' >lines
feed 'a NUL is refused' 1
head -c 4300000 /dev/zero | tr '\0' 'x' >lines
feed 'a line above 4 MiB is refused' 1
holds 'with its number and the limit' has 'line 1 is longer than 4194304 bytes' err
check 'a line without an end is refused as soon as it is too long' timeout 100 sh -c "yes x | tr -d '\\n' | '$nikkan' gloss 2>&1 | grep -q 'longer than'"

# --- large and hostile
input "$(head -c 100000 /dev/zero | tr '\0' 'a')" "$(yes 'This document defines keys, (keys) and keys that' | head -c 100000)" >lines
feed 'a hundred kilobytes of text is glossed' 0 --format json
holds 'to a text within 8 KB' test "$(jq -r .text out | wc -c)" -lt 8192
input 'A <script>alert(1)</script> & Title' 'This document defines <b>keys</b> and [links](https://example.org/x). See https://example.org/ and `code`.' >lines
feed 'markup is no trouble' 0 --format json
holds 'outside of quotes there is none' same "$(jq -r .text out | sed 's/「[^」]*」//g' | grep -c '[<`]\|://')" 0
esc=$(printf '\033')
check 'escape sequences are no trouble' "$nikkan" gloss "T$esc[31m" "This document defines$esc]0;owned$(printf '\007') keys."
holds 'and do not come out' lacks "$esc" out
check 'an explanation of them' "$nikkan" gloss --explain "T$esc[31m" "This document defines$esc]0;owned$(printf '\007') keys."
holds 'holds none either' lacks "$esc" out
check 'broken UTF-8 in arguments' "$nikkan" gloss "$(printf 'T\377')" "$(printf 'This document defines keys\377\300.')"
holds 'comes out valid' is_utf8 out
check 'Japanese in, Japanese out' "$nikkan" gloss '鍵' '本文書は鍵を定義する。'
holds 'quoted' has '「' out

# --- metrics
{ input "$title" "$abstract"; input 'Zorb' 'Zorb.'; } >lines
check 'metrics of JSON lines' "$nikkan" gloss --evaluate lines
holds 'count the documents' matches '^documents +2$' out
for key in full shortened title quoted full_or_shortened shortened_among_them names_kept_in_full names_not_in_source negations_lost leaked_words characters_p50 ms_p50 ms_p99; do
  holds "tell $key" matches "^$key +[0-9.]+\$" out
done
jq -s . lines >list.json
check 'metrics of a list as JSON' "$nikkan" gloss --evaluate list.json --format json
holds 'are an object' jq -e '.documents == 2 and .names_not_in_source == 0' out
input 'Lamps' 'This document specifies two extensions to the Host Identity Protocol (HIP). The first extension allows source routing in HIP.' >lines
check 'metrics of an ordinal' "$nikkan" gloss --evaluate lines
holds 'which is no number that was invented' matches '^names_not_in_source +0$' out
expect 'a file that is not there' 1 "$nikkan" gloss --evaluate nothing.json
holds 'is named' has nothing.json err
echo '[{"title": 1}]' >broken.json
expect 'a file of something else' 1 "$nikkan" gloss --evaluate broken.json
holds 'is named with the object' has 'broken.json: object 1' err
echo '[' >broken.json
expect 'a file that is no JSON' 1 "$nikkan" gloss --evaluate broken.json
: >empty.json
check 'an empty file has no documents' "$nikkan" gloss --evaluate empty.json
holds 'none' matches '^documents +0$' out

# --- usage
expect 'a title alone is wrong usage' 2 "$nikkan" gloss T
expect 'three arguments are wrong usage' 2 "$nikkan" gloss T A B
expect 'an unknown format is wrong usage' 2 "$nikkan" gloss --format xml T A
expect 'an unknown option is wrong usage' 2 "$nikkan" gloss --loud T A
expect 'metrics stand alone' 2 "$nikkan" gloss --evaluate lines T A
expect 'a name without a document is wrong usage' 2 "$nikkan" gloss --name draft-moss-lampc
check 'help' "$nikkan" gloss --help

# --- tables
mkdir -p home/config/nikkan tables
cp "$source"/share/language/*.tsv tables/
chmod u+w tables/*
printf '[edition]\nlanguage_dir = %s/tables\n' "$sandbox" >home/config/nikkan/nikkan.conf
printf 'zorble\tN\tゾーブル\tp\n' >>tables/terms.tsv
check 'a term that was added to the own tables' "$nikkan" gloss T 'This document defines a new zorble.'
holds 'is known' has '新たなゾーブルを定義する。' out
rm tables/verbs.tsv
expect 'a table that is not there' 1 "$nikkan" gloss T 'This document defines keys.'
holds 'is named' has tables/verbs.tsv err

finish
