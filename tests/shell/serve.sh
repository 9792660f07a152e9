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
    check "$prefix$feed has entries" test -s ids.json
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
  holds "/api/v1/${pair% *} has ${pair#* }" jq -e "${pair#* }" out
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
holds 'is missed in JSON' jq -e '.status == 404' out
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

# --- search
for prefix in '' /en; do
  gives "$prefix/search/ is there" 200 "$prefix/search/"
  holds "$prefix/search/ has a form" has '<form class="search" role="search"' out
  holds "$prefix/search/ may be found by search engines" lacks 'noindex' out
  gives "$prefix/search/ finds" 200 "$prefix/search/?q=evidence"
  holds "$prefix/search/ marks what it found" has '<mark>' out
  holds "$prefix/search/: results are not for search engines" has '<meta name="robots" content="noindex, nofollow">' out
  holds "$prefix/search/: a year narrows" has 'q=evidence&amp;from=2026&amp;to=2026' out
  holds "$prefix/search/ leads to its feed" has "href=\"$prefix/search.atom?q=evidence\"" out
  gives "$prefix/search/ finds nothing" 200 "$prefix/search/?q=nosuchwordatall"
  holds "$prefix/search/ says how much it searched" has '2026-03-19' out
done
gives 'a search has an address with a slash' 308 '/search?q=a%20b'
holds 'and keeps its query' has 'Location: /search/?q=a%20b' head
gives 'Japanese is found' 200 '/search/?q=%E8%A6%81%E6%B1%82'
get '/search/?q=kind:rfc&order=ranked'
holds 'a field alone is a query' has '/rfc/99' out
gives 'a page far down is bounded' 200 '/search/?q=evidence&offset=20000'
for wrong in 'q=%ff' 'q=a%00b' 'q=a&q=b' 'q=kind:x' 'q=a&order=up' 'q=a&offset=-1' 'q=a&offset=20001' 'q=a&from=2026-02-30' 'q=a&from=2026&to=2025' 'q=%1b%5b2J' 'q=%22%22' \
  "q=$(printf 'a%.0s' $(seq 1100))" "q=$(printf 'a%d+' $(seq 40))"; do
  gives "not a query: $(printf %s "$wrong" | cut -c 1-40)" 400 "/search/?$wrong"
  holds 'its page has the form' has 'aria-invalid="true"' out
  gives 'nor is it one for programs' 400 "/api/v1/search?$wrong"
  holds 'which are told why' jq -e '.status == 400 and (.reason | length > 5)' out
  case $wrong in
    *order*|*offset*) gives 'but a feed does not read it' 200 "/search.atom?$wrong" ;;
    *) gives 'nor for feeds' 400 "/search.atom?$wrong" ;;
  esac
done
get "/en/search/?q=kind:x%3Cscript%3E"
holds 'what was typed stays in the form' has 'value="kind:x&lt;script&gt;"' out
holds 'and the reason is told' has '<code>kind:x&lt;script&gt;</code>: There is no such kind' out
get "/search/?q=kind:x"
holds 'in the language of the page' has '<code>kind:x</code>: この種別はありません' out
for hostile in '%22%20OR%20%22' 'title:%22a%22%20NOT%20b' 'NEAR(a%20b,5)' 'a%20AND%20(' '%7B-x%7D' '%5E%22a%22%20*' "x'%20OR%201=1--" 'rank%20MATCH%20x' \
  '%3Cscript%3Ealert(1)%3C/script%3E' '%26quot;%26lt;' '%E2%80%AE%E2%81%A6abc' 'q%26order=x' '..%2f..%2fetc%2fpasswd' 'a%5c'; do
  gives "hostile: $hostile" 200 "/search/?q=$hostile"
  holds 'is words, not markup' lacks '<script>' out
done
for injected in '/search/?q=a%0d%0aSet-Cookie:x=y' '/search?q=a%0d%0aSet-Cookie:x=y' '/api/v1/search?q=a%0d%0aSet-Cookie:x=y'; do
  get "$injected"
  holds "$injected leaves no header of its own" sh -c '! grep -qi "^set-cookie" head'
done
many=$(printf 'p%d=&' $(seq 300))
gives 'parameters that nobody reads are passed over' 200 "/search/?${many}q=evidence"

# --- search: what caches are told
get '/search/?q=evidence&order=ranked'
holds 'caches are told what matters' has 'No-Vary-Search: key-order, params, except=("from" "offset" "order" "q" "to")' head
tag=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
gives 'other parameters and another order are the same page' 304 '/search/?utm_source=x&order=ranked&fbclid=1&q=evidence' -H "If-None-Match: $tag"
get '/search.atom?q=evidence'
holds 'a feed has fewer parameters' has 'No-Vary-Search: key-order, params, except=("from" "q" "to")' head
get '/about/?utm_source=x'
holds 'on a page none matters' has 'No-Vary-Search: params' head
get '/style.css'
holds 'but the tag of the style does' lacks 'No-Vary-Search' head
get '/search/?q=a&q=b'
holds 'an error says nothing of it' lacks 'No-Vary-Search' head
get '/api/v1/search?q=Evidence+RATS'
cp out one.json
tag=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
get '/api/v1/search?q=rats++evidence'
holds 'another spelling is the same answer' cmp out one.json
gives 'which is not sent twice' 304 '/api/v1/search?q=rats+%22evidence%22' -H "If-None-Match: $tag"

# --- search: QUERY (RFC 10008)
form='Content-Type: application/x-www-form-urlencoded'
json='Content-Type: application/json'
get '/search/?q=evidence'
cp out page
holds 'a page that takes QUERY says what in' has 'Accept-Query: application/x-www-form-urlencoded, application/json' head
gives 'QUERY finds by a form' 200 /search/ -X QUERY -H "$form" -d 'q=evidence'
holds 'QUERY by a form is the page of GET' cmp out page
holds 'QUERY says where GET asks the same' has 'Location: /search/?q=evidence' head
holds 'QUERY says where GET finds the same' has 'Content-Location: /search/?q=evidence' head
holds 'QUERY may be kept' has 'Cache-Control: public, max-age=60' head
gives 'QUERY finds by JSON' 200 /search/ -X QUERY -H "$json; charset=utf-8" -d '{"q": "evidence"}'
holds 'QUERY by JSON is the page of GET' cmp out page
gives 'QUERY in English' 200 /en/api/v1/search -X QUERY -H "$json" -d '{"q":"evidence","order":"ranked","from":"2026","to":"2026-03-17","offset":0}'
holds 'has its address in English' has 'Location: /en/api/v1/search?q=evidence&from=2026-01-01&to=2026-03-17&order=ranked' head
where=$(tr -d '\r' <head | sed -n 's/^Location: //p')
cp out asked.json
tag=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
get "$where"
holds 'and the address answers the same' cmp out asked.json
gives 'a conditional QUERY' 304 /en/api/v1/search -X QUERY -H "$json" -H "If-None-Match: $tag" -d '{"q":"evidence","order":"ranked","from":"2026","to":"2026-03-17"}'
gives 'QUERY in pieces' 200 /api/v1/search -X QUERY -H "$form" -H 'Transfer-Encoding: chunked' -d 'q=evidence'
long=$(for i in $(seq 10); do printf '%%C3%%A9%.0s' $(seq 40); printf '+'; done)
gives 'what is too long for an address' 414 "/search/?q=$long"
gives 'can be asked by QUERY' 200 /search/ -X QUERY -H "$form" -d "q=$long"
holds 'which then names no address' lacks 'Location' head
gives 'parameters that nobody reads may be long' 200 /api/v1/search -X QUERY -H "$form" -d "q=evidence&x=$(printf 'a%.0s' $(seq 3000))"
# refused SENTENCE CODE CURL-OPTION...
refused() {
  what=$1
  for_what=$2
  shift 2
  gives "QUERY $what is refused" "$for_what" /api/v1/search -X QUERY "$@"
  holds "QUERY $what: it says why" jq -e ".status == $for_what and (.reason | length > 5)" out
  holds "QUERY $what: it says in what" has 'Accept-Query: ' head
}
refused 'without content' 411 -H "$form"
refused 'without a type' 400 -H 'Content-Type:' -d 'q=a'
refused 'of another type' 415 -H 'Content-Type: application/sql' -d 'q=a'
refused 'in another character set' 415 -H "$form; charset=shift_jis" -d 'q=a'
refused 'in a coding' 415 -H "$form" -H 'Content-Encoding: gzip' -d 'q=a'
holds 'QUERY: there is no coding that is understood' has 'Accept-Encoding: identity' head
refused 'that is not of its type' 400 -H "$json" -d 'q=a'
refused 'of many parameters' 400 -H "$form" -d "$(printf 'p%d=&' $(seq 1000))q=a"
gives 'programs are told of a wrong method in JSON' 405 /api/v1/ledger -X DELETE
holds 'as of all else' jq -e '.status == 405' out
gives 'QUERY of ten thousand parameters is not read' 413 /api/v1/search -X QUERY -H "$form" -d "$(printf 'p%d=&' $(seq 10000))q=a"
refused 'of two minds' 400 -H "$form" -d 'q=a&q=b'
refused 'of bytes that are no text' 400 -H "$form" -d 'q=%ff'
refused 'of nothing' 422 -H "$form" -d 'q='
refused 'of a key that nobody knows' 422 -H "$json" -d '{"query":"a"}'
refused 'that cannot be answered' 422 -H "$json" -d '{"q":"kind:x"}'
refused 'that is too long' 422 -H "$form" -d "q=$(printf 'a%.0s' $(seq 1100))"
{ printf '{"q":'; printf '[%.0s' $(seq 16000); } >deep.json
refused 'that is deep' 400 -H "$json" --data-binary @deep.json
head -c 20000 /dev/zero | tr '\0' 'a' >wide
refused 'that is large' 413 -H "$form" --data-binary @wide
refused 'that is large and in pieces' 413 -H "$form" -H 'Transfer-Encoding: chunked' --data-binary @wide
gives 'QUERY: a wrong one is a page, too' 422 /en/search/ -X QUERY -H "$form" -d 'q=kind:x'
holds 'QUERY: with the form' has 'value="kind:x"' out
gives 'QUERY follows an address that has moved' 308 /search -X QUERY -H "$form" -d 'q=a'
for page in / /about/ /search.atom /api/v1/ledger; do
  gives "QUERY is not for $page" 405 "$page" -X QUERY -H "$form" -d 'q=a'
done
gives 'POST is not for a search' 405 /search/ -X POST -d 'q=a'
holds 'but QUERY is' has 'Allow: GET, HEAD, OPTIONS, QUERY' head
gives 'OPTIONS of a search' 204 /search/ -X OPTIONS
holds 'OPTIONS tells the methods' has 'Allow: GET, HEAD, OPTIONS, QUERY' head
holds 'OPTIONS tells the types' has 'Accept-Query: ' head
gives 'a script of another site may ask' 204 /api/v1/search -X OPTIONS -H 'Origin: https://other.example' -H 'Access-Control-Request-Method: QUERY' -H 'Access-Control-Request-Headers: content-type'
for header in 'Access-Control-Allow-Origin: *' 'Access-Control-Allow-Methods: GET, HEAD, OPTIONS, QUERY' 'Access-Control-Allow-Headers: Content-Type, If-None-Match' 'Access-Control-Max-Age: 86400'; do
  holds "and is told $header" has "$header" head
done

# --- search: programs, feeds, browsers
get '/en/api/v1/search?q=evidence'
holds 'programs get what was found' jq -e '.query == "evidence" and .total > 0 and .total_is_all and (.hits[0].title_parts | map(.text) | join("")) == .hits[0].title and .years[0].year == "2026" and .searched.announcements > 40' out
holds 'and its marks' jq -e '[.hits[] | (.title_parts + .snippet)[] | select(.mark)] | length > 0' out
"$nikkan" search evidence --language en --format json >printed.json
holds 'as nikkan search prints it' sh -c 'jq . out >a && jq . printed.json >b && cmp a b'
for prefix in '' /en; do
  for query in 'q=evidence' 'q=%22%3Cevidence%3E%22&from=2026' 'q=nosuchwordatall' 'from=2026-03-17&to=2026-03-18'; do
    gives "$prefix/search.atom?$query is there" 200 "$prefix/search.atom?$query"
    tag=$(tr -d '\r' <head | sed -n 's/^ETag: //p')
    cp out feed.xml
    check "$prefix/search.atom?$query is valid" xmllint --noout --relaxng "$source/tests/feeds/atom.rng" feed.xml
    gives "$prefix/search.atom?$query is not sent twice" 304 "$prefix/search.atom?$query" -H "If-None-Match: $tag"
    gives "$prefix/search.json?$query is there" 200 "$prefix/search.json?$query"
    cp out feed.json
    check "$prefix/search.json?$query is valid" jq -e -f "$source/tests/feeds/json-feed.jq" feed.json
    grep -o '<id>[^<]*' feed.xml | sed 1d | cut -c 5- >ids.xml
    jq -r '.items[].id' feed.json >ids.json
    check "$prefix/search: both forms have the same entries ($query)" cmp ids.xml ids.json
    check "$prefix/search: no entry comes twice ($query)" same "$(sort -u ids.json | wc -l)" "$(wc -l <ids.json)"
  done
done
get '/search.json?from=2026-03-17&to=2026-03-18'
jq -r '.items[].id' out | grep ':doc/' | sort >found.ids
get '/documents.json'
jq -r '.items[].id' out | grep -c -x -F -f found.ids >common
check 'an entry has the same id in every feed' test "$(cat common)" -gt 5
gives 'a browser is told how to search here' 200 /en/opensearch.xml
holds 'in XML' xmllint --noout out
holds 'with an address to fill in' has '/en/search/?q={searchTerms}' out
get /en/about/
holds 'and finds it from each page' has 'rel="search" href="/en/opensearch.xml"' out
holds 'as readers do' has '<form class="find" role="search" action="/en/search/">' out
get /en/api/v1/topics
cp out served.json
"$nikkan" topics --language en --format json >printed.json
check 'the topics are those of nikkan topics' sh -c 'jq -S . served.json >a && jq -S . printed.json >b && cmp a b'
get /api/v1/topics/2026-03-18
"$nikkan" topics --to 2026-03-18 --format json >printed.json
holds 'and of the days up to another one' sh -c 'jq -S . out >a && jq -S . printed.json >b && cmp a b'
gives 'but not of days that are not there' 404 /api/v1/topics/2020-01-01

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
get '/api/v1/search?q=number+7'
holds 'and is found' jq -e '.hits[0].name == "draft-example-made-000007"' out
get /2026/03/18/
holds 'and the edition has it' has 'draft-example-made-000007' out

# --- many searches
for i in $(seq 150); do echo "url = \"$base/search/?q=number+$i+draft*&from=2025&offset=$i\""; echo 'output = /dev/null'; done >searches
curl -s --parallel --parallel-immediate --parallel-max 150 -w '%{http_code}\n' -K searches >codes 2>/dev/null &
searching=$!
slowest=0
while kill -0 "$searching" 2>/dev/null; do
  took=$(curl -s -o /dev/null -w '%{time_total}' "$base/about/" | tr -d .)
  [ "${took#"${took%%[!0]*}"}" -gt "$slowest" ] 2>/dev/null && slowest=${took#"${took%%[!0]*}"}
done
wait "$searching"
check "pages do not wait for searches (the slowest took $slowest us)" test "$slowest" -lt 2000000
sort codes | uniq -c >kinds
check 'each search is answered, or told to come again' sh -c "! grep -v -e ' 200$' -e ' 503$' kinds && test \$(wc -l <codes) -eq 150"
holds 'some are answered' has ' 200' kinds
curl -s --parallel --parallel-immediate --parallel-max 150 -K searches >/dev/null 2>&1 &
sleep 0.1

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
