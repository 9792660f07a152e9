# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# bench/search.sh - the part `search` of bench/run, which reads this file: full-text search beside grep over the same texts. All times are processor times, since a query takes less than the
# time slice of a busy machine: of each query the least of three, of grep each run.
# shellcheck shell=sh disable=SC2154 # names of bench/run

# quantiles - of numbers, one a line: number, median, 95th percentile.
quantiles() { sort -n | awk '{ a[NR] = $1 } END { print NR, a[int ((NR + 1) / 2)], a[int (NR * 0.95 + 0.999)] }'; }

# times ORDER [CLASS] - of what was asked.
times_of() { awk -F '\t' -v order="$1" -v class="${2:-}" '$2 == order && (class == "" || $1 == class) { print $3 }' "$work/search.times" | quantiles; }

# search_row WHAT "N P50 P95" GREP_MS P50_TARGET P95_TARGET - targets: ratios to grep, or -.
search_row() {
  echo "$2" | awk -v what="$1" -v grep="$3" -v p50="$4" -v p95="$5" '{
    wanted = ""; met = "yes"
    if (p50 != "-") { wanted = "p50 <= " p50 "x, "; if ($2 > p50 * grep) met = "no" }
    if (p95 != "-") { wanted = wanted "p95 <= " p95 "x"; if ($3 > p95 * grep) met = "no" }
    if (wanted == "") { wanted = "-"; met = "-" }
    printf "| %s | p50 %.2f ms, p95 %.2f ms | grep -i %.0f ms | p50 %.4fx, p95 %.4fx its time | %s | %s |\n", what, $2, $3, grep, $2 / grep, $3 / grep, wanted, met }'
}

part_search() {
  large_archive
  small_archive
  database "$large"
  "$search" text "$work/$large.db" "$work/search.txt"
  "$search" choose "$work/$large.db" "$work/search.queries"
  cat "$work/search.txt" "$work/$large.db" >/dev/null
  "$search" ask "$work/$large.db" "$work/search.queries" >"$work/search.times"
  grep_ms=$("$search" grep "$work/search.txt" "$work/search.queries" | cut -f 2 | quantiles | cut -d ' ' -f 2)
  n=$(wc -l <"$work/search.queries")
  search_row "search over $large, $n queries, newest first" "$(times_of newest)" "$grep_ms" - 0.02
  search_row 'the same, ranked' "$(times_of ranked)" "$grep_ms" 0.05 0.25
  search_row 'the same, newest first, counted by year and area' "$(times_of facets)" "$grep_ms" - -
  for class in rare middle common 'common and middle' 'two common' phrase prefix; do
    search_row "$class: newest first" "$(times_of newest "$class")" "$grep_ms" - -
    search_row "$class: ranked" "$(times_of ranked "$class")" "$grep_ms" - -
  done
  rm -f "$work/search.txt"

  database "$small"
  cp "$work/$small.db" "$work/search.db"
  result=$("$measure" 1 '' "$nikkan --database $work/search.db summarize")
  echo "$result" | awk -v n="$small" '{ printf "| Japanese summaries of all documents out of %d mails, processor time of both threads | nikkan %.2f s | | | - | - |\n", n, $2 }'
  "$search" recall "$work/search.db" 1000 | awk '{
    printf "| Japanese pieces of one to six characters (%d of one, %d of two) out of %d summaries | %d of %d found exactly | a scan | | all | %s |\n", $3, $4, $5, $2, $1, ($1 == $2 ? "yes" : "no") }'
  rm -f "$work/search.db" "$work/search.db-"*

  "$loader" dump "$work/$small.db" "$work/rows.flat"
  cat "$work/rows.flat" >/dev/null
  result=$("$measure" 5 "rm -f $work/bare.db $work/bare.db-*" "$loader load $work/rows.flat $work/bare.db" \
    "rm -f $work/bare.db $work/bare.db-*" "$loader load $work/rows.flat $work/bare.db unicode61")
  row "bare loader of $small mails with our tokenizer" "$result" nikkan unicode61 cpu 1.15
  rm -f "$work/rows.flat" "$work/bare.db" "$work/bare.db-"*
}
