#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# nikkan serve, asked by curl and by hand. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

# start OPTION... - a server on a free port; its address, without the slash, in $base.
start() {
  rm -f address
  "$nikkan" "$@" serve --listen 127.0.0.1:0 >address 2>log &
  server=$!
  children="$children $server"
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    [ -s address ] && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  base=$(head -n 1 address)
  base=${base%/}
  port=${base##*:}
}
stop() {
  kill -TERM "$server"
  wait "$server"
  status=$?
}
# get PATH [CURL OPTION...] - body in `out`, header in `head`, status in $code.
get() {
  where=$1
  shift
  code=$(curl -s --path-as-is --max-time 20 -o out -D head -w '%{http_code}' "$@" "$base$where")
}
# gives SENTENCE CODE PATH [CURL OPTION...]
gives() {
  claim=$1
  wanted=$2
  shift 2
  get "$@"
  status=$code
  [ "$code" = "$wanted" ]
  result $? "$claim"
}
# by_hand - standard input as a request, the answer in `out`.
by_hand() { timeout "${1:-20}" nc -N 127.0.0.1 "$port" >out 2>/dev/null; }

expect 'without a database there is nothing to serve' 1 "$nikkan" serve --listen 127.0.0.1:0
holds 'and it says how to make one' has 'run `nikkan import` first' err
expect 'an address has a port' 1 "$nikkan" serve --listen 127.0.0.1
expect 'a base is an address' 2 "$nikkan" serve --base-url ftp://example.org
expect 'there are two languages' 2 "$nikkan" serve --language de
import_samples
for wrong in '127.0.0.1:99999' 'no.such.name:80' '::1:80' '[::1:80'; do
  expect "--listen $wrong is refused" 1 "$nikkan" serve --listen "$wrong"
done

start
check 'it tells its address' test -n "$base"

# --- pages
for page in / /2026/ /2026/03/ /2026/W12/ /2026/03/17/ /doc/draft-ietf-rats-example-evidence-freshness/ /rfc/99001/ /topics/ /topic/pqc/ /topic/pqc/2026/ /groups/ /group/tls/ /group/tls/2026/ /area/sec/ \
  /area/sec/2026/ /author/hedvig-kopp/ /author/hedvig-kopp/2026/ /about/; do
  gives "$page is there" 200 "$page"
  holds "$page is Japanese" has '<html lang="ja">' out
  holds "$page names itself in English" has "hreflang=\"en\"" out
  gives "/en$page is there" 200 "/en$page"
  holds "/en$page is English" has '<html lang="en">' out
done
gives 'an author may have a name in any script' 200 /author/%E8%91%89%E5%B1%B1-%E8%8C%B6%E4%B8%80/
gives 'health is told' 200 /health
holds 'health is a value' same "$(jq -r .latest out)" 2026-03-19
gives 'the style is there' 200 /style.css
gives 'the script is there' 200 /site.js
gives 'the icon is there' 200 /icon.svg
gives 'robots are told' 200 /robots.txt
get /2026/03/17/
run "$nikkan" digest 2026-03-17 --format json
jq -r '.internet_drafts[].title, .rfcs[].title' out >titles
get /2026/03/17/
while read -r title; do grep -qF -e "$(printf '%s' "$title" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g')" out || echo "$title"; done <titles >missing
check 'the edition has every document of the day' test ! -s missing

# --- feeds
for feed in /feed /documents /topic/pqc/feed /group/rats/feed /area/sec/feed /author/hedvig-kopp/feed; do
  for prefix in '' /en; do
    gives "$prefix$feed.atom is there" 200 "$prefix$feed.atom"
    holds "$prefix$feed.atom has its type" has 'Content-Type: application/atom+xml' head
    holds "$prefix$feed.atom may be read by other sites" has 'Access-Control-Allow-Origin: *' head
    tag=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
    cp out feed.xml
    check "$prefix$feed.atom is valid" xmllint --noout --relaxng "$source/tests/feeds/atom.rng" feed.xml
    gives "$prefix$feed.atom is not sent twice" 304 "$prefix$feed.atom" -H "If-None-Match: $tag"
    gives "$prefix$feed.json is there" 200 "$prefix$feed.json"
    cp out feed.json
    check "$prefix$feed.json is valid" jq -e -f "$source/tests/feeds/json-feed.jq" feed.json
    grep -o '<id>[^<]*' feed.xml | sed 1d | cut -c 5- >ids.xml
    jq -r '.items[].id' feed.json >ids.json
    check "$prefix$feed: both forms have the same entries" cmp ids.xml ids.json
  done
done
jq -r '.items[].url' feed.json | sed 's/#.*//; s|^http://[^/]*||' | head -n 5 >urls
while read -r url; do gives "an entry leads to a page: $url" 200 "$url"; done <urls
gives 'a feed of nobody is not there' 404 /author/nobody/feed.atom
for prefix in '' /en; do
  gives "$prefix/feeds.opml is there" 200 "$prefix/feeds.opml"
  cp out feeds.xml
  check "$prefix/feeds.opml is XML" xmllint --noout feeds.xml
  xmllint --xpath '//@xmlUrl' feeds.xml | sed 's/.*="//; s/"$//; s|^http://[^/]*||' >urls
  holds "$prefix/feeds.opml names feeds" test "$(wc -l <urls)" -gt 10
  while read -r url; do get "$url"; [ "$code" = 200 ] || echo "$url $code"; done <urls >bad
  check "$prefix/feeds.opml: all of its feeds are there" test ! -s bad
done

# --- programs
for pair in 'edition/2026-03-17 .day' 'document/rfc99001 .document' 'ledger .messages' 'ledger/2026-03-18 .messages[0].class' 'days/2026 .days[0].day' 'openapi.json .openapi'; do
  gives "/api/v1/${pair% *} is there" 200 "/api/v1/${pair% *}"
  holds "/api/v1/${pair% *} is JSON" has 'Content-Type: application/json' head
  holds "/api/v1/${pair% *} may be read by other sites" has 'Access-Control-Allow-Origin: *' head
  check "/api/v1/${pair% *} has ${pair#* }" jq -e "${pair#* }" out
done
get /en/api/v1/edition/2026-03-17
cp out served.json
"$nikkan" digest 2026-03-17 --language en --format json >printed.json 2>/dev/null
check 'the edition is that of nikkan digest' cmp served.json printed.json
get /api/v1/document/rfc99001
"$nikkan" show rfc99001 --format json | jq -S . >printed.json
jq -S . out >served.json
check 'the document is that of nikkan show' cmp served.json printed.json
get /api/v1/ledger/2026-03-17
"$nikkan" ledger 2026-03-17 --format json | jq -S . >printed.json
jq -S . out >served.json
check 'the ledger is that of nikkan ledger' cmp served.json printed.json
gives 'a document that is not there' 404 /api/v1/document/draft-no-such
check 'is missed in JSON' jq -e '.status == 404' out
for path in edition/2026-02-30 edition/2026-3-1 edition/x document/x document/rfc0 ledger/1.5 days/26 nothing; do
  gives "/api/v1/$path is not there" 404 "/api/v1/$path"
done

# --- where things are
for pair in '/ja/ /' '/en /en/' '/about /about/' '/ja/about /about/' '/2026/03/17 /2026/03/17/' '/about?utm_source=x /about/?utm_source=x' '/en/doc/draft-x /en/doc/draft-x/'; do
  from=${pair% *}
  gives "$from has moved" 308 "$from"
  holds "$from has moved to ${pair#* }" has "Location: ${pair#* }" head
done
for page in /no/such/page/ /2026/13/01/ /2026/02/30/ /2026/W54/ /2026/W53/9/ /1969/01/01/ /9999/12/31/ /2026/03/01/ /0000/ /doc/draft-no-such/ /doc/x/ /rfc/1/ /rfc/007/ /rfc/100000/ \
  /topic/nosuch/ /group/nosuch/ /group/TLS/ /area/xxx/ /author/nobody/ /author/Hedvig-Kopp/ /en/health /fr/ /.git/config /index.php /style.css/ "/doc/draft-'%20OR%201=1--/"; do
  gives "$page is not there" 404 "$page"
done
for page in /../etc/passwd /%2e%2e/%2e%2e/etc/passwd /a/..%2fb /..%5c..%5cboot.ini /%00 /%zz /% /%ff // /a//b /./ '/\x' /%0d%0aSet-Cookie:x; do
  gives "$page is no address" 400 "$page"
  holds "$page leaves no header of its own" lacks 'Set-Cookie' head
done
gives 'a long address is refused' 414 "/$(printf 'a%.0s' $(seq 3000))"
gives 'a very long address is refused' 414 "/$(printf 'a%.0s' $(seq 60000))"
for method in POST PUT DELETE PATCH OPTIONS TRACE PROPFIND QUERY; do
  gives "$method is not allowed" 405 / -X "$method"
  holds "$method: what is allowed is said" has 'Allow: GET, HEAD' head
done
gives 'an error is a page' 404 /nope
holds 'in its language' has '<html lang="ja">' out
gives 'an error in English' 404 /en/nope
holds 'is a page in English' has '<html lang="en">' out

# --- manners of HTTP
get /
for header in "Content-Security-Policy: default-src 'none'" 'X-Content-Type-Options: nosniff' 'X-Frame-Options: DENY' 'Referrer-Policy: no-referrer' \
  'Content-Type: text/html; charset=utf-8' 'Vary: Accept-Encoding'; do
  holds "a page says $header" has "$header" head
done
get /nope
holds 'an error is protected too' has "Content-Security-Policy: default-src 'none'" head
get /
holds 'nothing is inline' lacks ' style=' out
holds 'nor is a script where there is nothing for it to do' lacks '<script' out
holds 'a page may have the script of the site' has "; script-src 'self'" head
get /en/2026/03/17/
holds 'an edition has it, and no other' same "$(grep -c '<script src="/site.js?v=[0-9a-f]*" defer="" ' out) $(grep -o '<script' out | wc -l)" '1 1'
get /site.js
holds 'what is no page has none' lacks 'script-src' head
holds 'the script is a script' has 'Content-Type: text/javascript; charset=utf-8' head
get /
tag=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
gives 'what the reader has is not sent again' 304 / -H "If-None-Match: $tag"
check 'and a 304 has no body' test ! -s out
holds 'and a 304 has the tag' has "$tag" head
holds 'and the policy of the page, which a client may have forgotten' has "; script-src 'self'" head
gives 'in a list of tags too' 304 / -H "If-None-Match: \"x\", $tag, \"y\""
gives 'a strong form of the tag is the same' 304 / -H "If-None-Match: ${tag#W/}"
gives 'any tag will do' 304 / -H 'If-None-Match: *'
gives 'another tag does not' 200 / -H 'If-None-Match: "x"'
get /
cp out plain
gives 'gzip is understood' 200 / -H 'Accept-Encoding: gzip'
holds 'gzip is named' has 'Content-Encoding: gzip' head
gzip -dc <out >unpacked 2>/dev/null
check 'gzip holds the same page' cmp unpacked plain
gives 'zstd is understood' 200 / -H 'Accept-Encoding: gzip, zstd'
holds 'zstd is preferred' has 'Content-Encoding: zstd' head
zstd -dcq <out >unpacked 2>/dev/null
check 'zstd holds the same page' cmp unpacked plain
gives 'a refused encoding is not used' 200 / -H 'Accept-Encoding: gzip;q=0, zstd; q=0.000, br'
holds 'nothing is encoded then' lacks 'Content-Encoding' head
gives 'the tag is the same in each encoding' 304 / -H "If-None-Match: $tag" -H 'Accept-Encoding: gzip'
code=$(curl -s --max-time 20 -I -o head -w '%{http_code}' "$base/2026/03/17/")
check 'HEAD is answered' same "$code" 200
get /2026/03/17/
holds 'HEAD tells the length' same "$(tr -d '\r' <head | sed -n 's/^Content-Length: //p')" "$(wc -c <out | tr -d ' ')"
run curl -s --max-time 20 -o /dev/null -o /dev/null -w '%{num_connects} ' "$base/" "$base/about/"
holds 'a connection is used again' same "$(cat out)" '1 0 '
printf 'GET http://anywhere.example/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n' | by_hand
holds 'an absolute address is its path' has '"status":"ok"' out
printf 'GET / HTTP/1.1\r\n\r\n' | by_hand
holds 'a request without a host is refused' has 'HTTP/1.1 400' out
printf 'nonsense\r\n\r\n' | by_hand
holds 'nonsense is no page' lacks '200 OK' out
printf 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n' | by_hand
holds 'a large body is refused before it comes' has 'HTTP/1.1 413' out
{ printf 'GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n30d40\r\n'; head -c 200000 /dev/zero | tr '\0' 'a'; printf '\r\n0\r\n\r\n'; } | by_hand
holds 'a large body without a length is cut off' lacks '"status":"ok"' out
{ printf 'GET / HTTP/1.1\r\nHost: x\r\n'; for i in $(seq 100); do printf 'X-%d: y\r\n' "$i"; done; printf '\r\n'; } | by_hand
holds 'a flood of headers is refused' has 'HTTP/1.1 431' out
{ printf 'GET / HTTP/1.1\r\nHost: x\r\nX: '; head -c 17000 /dev/zero | tr '\0' 'a'; printf '\r\n\r\n'; } | by_hand
holds 'a long header is refused' has 'HTTP/1.1 431' out
{ printf 'GET / HTTP/1.1\r\nHost: x\r\nX: '; head -c 1000000 /dev/zero | tr '\0' 'a'; printf '\r\n\r\n'; } | by_hand
holds 'a very long header is not read to its end' lacks '200 OK' out
gives 'and the server goes on' 200 /

# --- beside an import
generation_before=$(curl -s "$base/health" | jq -r .latest)
write_drafts 1 3000 4 18 >more.mbox
"$nikkan" import --quiet more.mbox >/dev/null 2>&1 &
import=$!
bad=0
while kill -0 "$import" 2>/dev/null; do
  [ "$(curl -s -o /dev/null -w '%{http_code}' "$base/2026/03/18/")" = 200 ] || bad=$((bad + 1))
done
wait "$import"
check 'pages are there while an import writes' same "$bad" 0
check 'health did not change its mind' same "$generation_before" 2026-03-19
sleep 2.5
get /doc/draft-example-made-000007/
check 'what was imported is there soon after' same "$code" 200
get /2026/03/18/
holds 'and the edition has it' has 'draft-example-made-000007' out

# --- reload
mkdir share
cp -R "$source/share/." share/
stop
check 'SIGTERM ends it well' same "$status" 0
NIKKAN_SHARE=$sandbox/share
start
sed -i 's/^site.name\t.*/site.name\tAnother Name/' share/site/ja.tsv
kill -HUP "$server"
sleep 1.5
get /
holds 'SIGHUP reads the words anew' has 'Another Name' out
echo nonsense >>share/site/ja.tsv
kill -HUP "$server"
sleep 1.5
gives 'a broken table does not end it' 200 /about/
holds 'the words of before stay' has 'Another Name' out
holds 'and it is told' has 'ja.tsv' log
stop
NIKKAN_SHARE=$source/share

# --- limits
cat >limits.conf <<'TEXT'
[serve]
request_s=2
connections=8
threads=2
TEXT
start --settings limits.conf
( printf 'GET / HTTP/1.1\r\nHost: x\r\n'; for _ in $(seq 40); do sleep 0.5; printf 'X: y\r\n' || exit 0; done ) 2>/dev/null | { timeout 30 nc 127.0.0.1 "$port" >slow 2>/dev/null; date +%s >ended; } &
slow=$!
begun=$(date +%s)
for _ in $(seq 60); do [ -s ended ] && break; sleep 0.25; done
took=$(($(cat ended 2>/dev/null || echo 9999) - begun))
check "a header that drips is cut off (after $took s)" test "$took" -le 10
kill "$slow" 2>/dev/null
idle=
for _ in 1 2 3 4 5 6 7 8 9 10 11 12; do
  sleep 30 | nc 127.0.0.1 "$port" >/dev/null 2>&1 &
  idle="$idle $!"
done
sleep 5
gives 'idle connections do not keep it busy for ever' 200 /about/
stop
check 'it ends in spite of idle connections' same "$status" 0
for pid in $idle; do kill "$pid" 2>/dev/null; done

# --- a socket of systemd's
if command -v systemd-socket-activate >/dev/null 2>&1; then
  systemd-socket-activate -l 127.0.0.1:18417 -E NIKKAN_DATABASE -E NIKKAN_SHARE "$nikkan" serve >/dev/null 2>&1 &
  server=$!
  children="$children $server"
  sleep 0.5
  base=http://127.0.0.1:18417
  gives 'a socket that was opened by systemd is taken' 200 /health
  stop
else
  skip 'a socket that was opened by systemd is taken' 'systemd-socket-activate is not installed'
fi

# --- the unit
if command -v systemd-analyze >/dev/null 2>&1 && systemd-analyze security --help 2>/dev/null | grep -q -e --threshold; then
  sed 's|@bindir@|/usr/bin|' "$source/systemd/nikkan.service.in" >nikkan.service
  check 'the unit is shut off from what it does not need (exposure below 2.0)' systemd-analyze security --offline=true --threshold=20 "$sandbox/nikkan.service"
else
  skip 'the unit is shut off from what it does not need (exposure below 2.0)' 'systemd-analyze cannot tell'
fi

finish
