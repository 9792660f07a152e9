# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# bench/serve.sh - the parts `serve` and `site` of bench/run, which reads this file: the server beside nginx, and the site as files beside `cp -r`.
# Loopback only. The server that is measured has the first processor for itself, the one that asks has the second.
# shellcheck shell=sh disable=SC2154,SC2086 # names of bench/run; $first and $second are words

hold=$build/bench/hold-connections
serve_day=2025-10-20
port_nginx=18480
servers=""

end_servers() {
  for server in $servers; do
    kill -TERM "$server" 2>/dev/null || true
  done
  servers=""
}
trap end_servers EXIT
trap 'exit 1' INT TERM HUP

first="" second=""
if have taskset && [ "$(nproc)" -gt 1 ]; then
  first="taskset -c 0" second="taskset -c 1"
fi

# serve_start DATABASE NAME=VALUE... - `nikkan serve` with these settings, its process in $serve_pid.
serve_start() {
  serve_database=$1
  shift
  {
    printf '[serve]\nthreads = 1\n'
    for pair in "$@"; do printf '%s\n' "$pair"; done
  } >"$work/serve.conf"
  : >"$work/serve.address"
  $first "$nikkan" --settings "$work/serve.conf" --database "$serve_database" serve --listen 127.0.0.1:0 \
    >"$work/serve.address" 2>"$work/serve.log" &
  serve_pid=$!
  servers="$servers $serve_pid"
  for _ in $(seq 100); do
    if [ -s "$work/serve.address" ]; then
      serve_port=$(sed 's,.*:,,; s,/,,' "$work/serve.address")
      return
    fi
    sleep 0.1
  done
  say "bench: the server did not start: $(cat "$work/serve.log")"
  exit 1
}

serve_stop() {
  kill -TERM "$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
}

# nginx_start FOLDER - one worker, no log, the files of FOLDER.
nginx_start() {
  cat >"$work/nginx.conf" <<TEXT
daemon off;
worker_processes 1;
pid $work/nginx.pid;
error_log /dev/null;
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_timeout 65;
  keepalive_requests 100000000;
  open_file_cache max=1000 inactive=600s;
  types { text/html html; }
  client_body_temp_path $work/nginx.tmp;
  proxy_temp_path $work/nginx.tmp;
  fastcgi_temp_path $work/nginx.tmp;
  uwsgi_temp_path $work/nginx.tmp;
  scgi_temp_path $work/nginx.tmp;
  server { listen 127.0.0.1:$port_nginx; root $1; }
}
TEXT
  chmod 755 "$work" "$1"
  $first nginx -c "$work/nginx.conf" -e /dev/null &
  nginx_pid=$!
  servers="$servers $nginx_pid"
  sleep 1
}

# ask URL CONNECTIONS SECONDS - requests a second, p50 and p99 in milliseconds, and how many did not go well.
ask() {
  $second wrk -t1 -c"$2" -d"$3" --latency "$1" | awk '
    function ms(s) { return s ~ /us$/ ? s / 1000 : s ~ /ms$/ ? s + 0 : s ~ /m$/ ? s * 60000 : s * 1000 }
    $1 == "50%" { p50 = ms($2) } $1 == "99%" { p99 = ms($2) } /^Requests\/sec/ { rate = $2 }
    /Non-2xx/ { bad += $NF } /Socket errors/ { gsub (",", ""); bad += $4 + $6 + $8 + $10 }
    END { printf "%.1f %.3f %.3f %d\n", rate, p50, p99, bad }'
}

# against_nginx WHAT PATH CONNECTIONS TARGET - A B A B, and the median of the ratios.
against_nginx() {
  rm -f "$work/serve.pairs"
  for _ in $(seq "$serve_runs"); do
    printf '%s %s\n' "$(ask "http://127.0.0.1:$serve_port$2" "$3" "$serve_seconds")" \
      "$(ask "http://127.0.0.1:$port_nginx/page.html" 64 "$serve_seconds")" >>"$work/serve.pairs"
  done
  awk '{ print $1 / $5, $0 }' "$work/serve.pairs" | sort -n | awk -v what="$1" -v target="$4" '
    { line[NR] = $0; bad += $5 + $9 }
    END { split (line[int ((NR + 1) / 2)], f, " ")
          printf "| %s | nikkan %.0f/s (p50 %.2f ms, p99 %.2f ms) | nginx static %.0f/s (p50 %.2f ms, p99 %.2f ms) | %.3fx its rate%s | >= %sx | %s |\n", what, f[2], f[3], f[4],
            f[6], f[7], f[8], f[1], (bad > 0 ? " (" bad " errors)" : ""), target, (f[1] >= target && bad == 0 ? "yes" : "no") }'
}

serve_database() {
  mbox "serve-$large.mbox" --messages "$large" --day $serve_day --drafts 31
  [ -f "$work/serve.db.ready" ] && return
  say "bench: importing $large messages to serve"
  rm -f "$work/serve.db" "$work/serve.db-"*
  "$nikkan" --database "$work/serve.db" import --quiet "$work/corpora/serve-$large.mbox"
  : >"$work/serve.db.ready"
}

edition=/2025/10/20/

# pace SECONDS - 1,000 requests a second on 64 connections, however fast the answers come: how many went wrong, p50 and p99 in milliseconds.
pace() {
  $second "$hold" "$serve_port" "$edition" 64 "$1" 0.064 </dev/null | awk '{ print $2, $5, $6 }'
}

# Pages at a rate that leaves room, with and without an import of 20,000 mails beside it. The import shares the second processor with the one that asks,
# and yields to it (nice): else the times are those of a client that waits for its processor, not of the server. The median of the ratios of several pairs.
serve_while_importing() {
  mbox "beside.mbox" --seed 77 --messages 20000 --first 2026-01-01 --last 2026-06-30
  rm -f "$work/serve.pairs"
  for _ in $(seq "$serve_runs"); do
    cp "$work/serve.db" "$work/beside.db"
    sync
    serve_start "$work/beside.db" "$1"
    pace 1 >/dev/null
    quiet=$(pace "$serve_seconds")
    $second nice -n 19 "$nikkan" --database "$work/beside.db" import --quiet "$work/corpora/beside.mbox" &
    import_pid=$!
    printf '%s %s\n' "$quiet" "$(pace "$serve_seconds")" >>"$work/serve.pairs"
    wait "$import_pid"
    serve_stop "$serve_pid"
    rm -f "$work/beside.db" "$work/beside.db-"*
  done
  awk '{ print $6 / $3, $0 }' "$work/serve.pairs" | sort -n | awk -v what="$2" '
    { line[NR] = $0; bad += $2 + $5 }
    END { split (line[int ((NR + 1) / 2)], f, " ")
          printf "| %s | p99 %.2f ms, p50 %.2f ms%s | without: p99 %.2f ms, p50 %.2f ms | %.2fx its p99 | flat | %s |\n", what, f[7], f[6],
            (bad > 0 ? " (" bad " errors)" : ""), f[4], f[3], f[1], (bad == 0 && f[1] <= 1.5 ? "yes" : "no") }'
}

rss_mib() { awk '/^VmRSS/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; }

# Many that are open for long, each asking now and then; then the server is stopped under them.
serve_open_connections() {
  serve_start "$work/serve.db" 'connections = 2100'
  mkfifo "$work/hold.fifo" 2>/dev/null || true
  $second "$hold" "$serve_port" "$edition" 2000 "$hold_seconds" 20 <"$work/hold.fifo" >"$work/hold.txt" 2>"$work/hold.log" &
  hold_pid=$!
  exec 9>"$work/hold.fifo"
  sleep "$hold_first"
  early=$(rss_mib "$serve_pid")
  sleep "$((hold_seconds - hold_first - 1))"
  late=$(rss_mib "$serve_pid")
  while [ ! -s "$work/hold.txt" ] && kill -0 "$hold_pid" 2>/dev/null; do sleep 0.2; done
  before=$(date +%s%N)
  kill -TERM "$serve_pid"
  status=0
  wait "$serve_pid" || status=$?
  stop_ms=$((($(date +%s%N) - before) / 1000000))
  exec 9>&-
  wait "$hold_pid" || true
  rm -f "$work/hold.fifo"
  awk -v early="$early" -v late="$late" -v stop="$stop_ms" -v status="$status" -v seconds="$hold_seconds" -v first="$hold_first" '
    { flat = late <= early * 1.1 + 1
      printf "| 2000 open connections for %d s, each asking every 20 s: memory | %.1f MiB at the end | %.1f MiB after %d s | %.2fx | flat | %s |\n", seconds, late, early, first, late / early, (flat ? "yes" : "no")
      printf "| requests on them (mean %.2f ms, longest %.1f ms) | %d answered, %d errors | | | no error | %s |\n", $3, $4, $1, $2, ($2 == 0 ? "yes" : "no")
      printf "| stopping the server under them | %d ms, status %d | | | < 1 s | %s |\n", stop, status, (stop < 1000 && status == 0 ? "yes" : "no") }' "$work/hold.txt"
}

part_serve() {
  if ! have nginx || ! have wrk; then
    missing 'the server' 'nginx or wrk'
    return
  fi
  serve_database
  mkdir -p "$work/static" "$work/nginx.tmp"
  serve_start "$work/serve.db" 'cache_mib = 64'
  curl -s -o "$work/static/page.html" "http://127.0.0.1:$serve_port$edition"
  nginx_start "$work/static"
  bytes=$(wc -c <"$work/static/page.html")
  against_nginx "a kept page of $bytes bytes, keep-alive, 64 connections, one processor" "$edition" 64 0.7
  serve_stop "$serve_pid"
  serve_start "$work/serve.db" 'cache_mib = 0'
  against_nginx "an edition of 31 documents out of $large mails, made anew for each request" "$edition" 64 0.1
  serve_stop "$serve_pid"
  serve_stop "$nginx_pid"
  serve_while_importing 'cache_mib = 0' 'the same, 1000 requests a second, while 20000 mails are imported'
  serve_while_importing 'cache_mib = 64' 'a kept page, 1000 requests a second, while 20000 mails are imported'
  serve_open_connections
}

# --- as files

count_files() { find "$1" -type f | wc -l; }

part_site() {
  mbox "site.mbox" --messages 20000
  mbox "site-day.mbox" --seed 55 --messages 22 --first 2026-01-01 --last 2026-01-01
  rm -rf "$work/site" "$work/.site"* "$work/site.copy" "$work/site.db"*
  "$nikkan" --database "$work/site.db" import --quiet "$work/corpora/site.mbox"
  result=$("$measure" 1 '' "$nikkan --database $work/site.db site --quiet --base-url https://nikkan.example $work/site" \
    "rm -rf $work/site.copy; sync" "cp -r $work/site $work/site.copy")
  row "site of 9131 days, $(count_files "$work/site") files, first run" "$result" nikkan 'cp -r of the result' most 15
  rm -rf "$work/site.copy"
  result=$("$measure" 3 'sync' "$nikkan --database $work/site.db site --quiet --base-url https://nikkan.example $work/site")
  row 'the same with nothing new' "$result" nikkan '' seconds 2
  "$nikkan" --database "$work/site.db" import --quiet "$work/corpora/site-day.mbox"
  result=$("$measure" 1 'sync' "$nikkan --database $work/site.db site --quiet --base-url https://nikkan.example $work/site")
  row 'after one new day of 22 mails' "$result" nikkan '' seconds 2
  rm -rf "$work/site" "$work/.site"* "$work/site.db"*
}
