#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# Words of strangers stay words in every format, and a mail that only looks like an announcement never gets into an edition. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1
. "$source/tests/shell/hostile-mail.sh" || exit 1

hostile_day >hostile.mail
spoofed_mail >spoof.mail
check 'the hostile mails are imported' "$nikkan" import hostile.mail spoof.mail
escape=$(printf '\033')
bell=$(printf '\007')

# In HTML brackets mean nothing, in Markdown an escaped one does not.
bare_text() { [ "$1" = markdown ] && echo edition.markdown || { sed 's/\](/] (/g' edition.html >bare.html; echo bare.html; }; }

for language in ja en; do
  for format in markdown html text json; do
    check "a hostile day as $format, $language" "$nikkan" digest 2026-03-17 -l $language -f $format --width 70
    cp out "edition.$format"
    holds "$format, $language: no control character gets through" lacks "$escape" "edition.$format"
    holds "$format, $language: no bell" lacks "$bell" "edition.$format"
    holds "$format, $language: no forged draft" lacks 'draft-example-spoof' "$( [ $format = json ] && jq 'del (.ledger)' edition.json >bare.json && echo bare.json || echo edition.$format)"
    case $format in
      markdown | html)
        for tag in '<script' '<img' '<iframe' '</article></body></html> and'; do
          holds "$format, $language: no raw $tag" lacks "$tag" "edition.$format"
        done
        holds "$format, $language: no link runs a script" sh -c "! grep -E '<[^>]*javascript:|(^|[^\\\\])\\]\\(javascript:' $(bare_text $format)"
        ;;
      json) holds "$format, $language: it is JSON, with the words as they are" jq -e 'any (.internet_drafts[]; .title == "<script>alert(1)</script>")' edition.json ;;
      *) ;;
    esac
    if [ $format != json ]; then
      holds "$format, $language: values of a template are not expanded twice" has '{{' "edition.$format"
    fi
  done
  holds "markdown, $language: nobody is called" lacks ' @everyone' edition.markdown
  holds "markdown, $language: no picture is fetched" lacks '![x](' edition.markdown
  holds "html, $language: no handler" sh -c "! grep -E '<[^>]* on[a-z]+=' edition.html"
  holds "html, $language: one page" same "$(grep -o '</html>' edition.html | wc -l)" 1
done
holds 'the hostile drafts are there all the same' jq -e '.counts.internet_drafts == 7' edition.json
holds 'each forged mail is in the ledger as unrecognised' jq -e '[.ledger.skipped[] | select (.class == "unrecognised" and .reason != "")] | length == 9' edition.json

for command in "show draft-example-hostile-04-00" "ledger 2026-03-17" "import hostile.mail"; do
  # shellcheck disable=SC2086 # words
  check "$command with hostile words" "$nikkan" $command
  holds "$command: no control character on standard output" lacks "$escape" out
  holds "$command: no control character on standard error" lacks "$escape" err
done

# A file whose name wants to be more than a name.
cp hostile.mail "evil${escape}[31m.mail.gz"
run "$nikkan" import "evil${escape}[31m.mail.gz" "nowhere${escape}[31m"
holds 'control characters in a file name do not reach the terminal' lacks "$escape" err

# The same news from a forger first and from the list later: the list counts.
rm -f nikkan.db*
{ spoof 1 'mallory@example.org' '<i-d-announce@ietf.org>' '<i-d-announce.ietf.org>' 'I-D Action: draft-example-hostile-01-00.txt' draft-example-hostile-01-00.txt; cat hostile.mail; } >both.mail
run "$nikkan" import both.mail
run "$nikkan" digest 2026-03-17 --format json
holds 'a forgery does not keep the true announcement out' jq -e 'any (.internet_drafts[]; .name == "draft-example-hostile-01" and .title != "A Forged Draft")' out

finish
