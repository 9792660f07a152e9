# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# hostile-mail.sh - mails with titles, names and abstracts that want to be more than text, and mails that only look like announcements.
# To be sourced after lib.sh.

# announce NUMBER TITLE AUTHOR ABSTRACT - a genuine announcement with these words in it.
announce() {
  printf 'From internet-drafts@ietf.org Tue Mar 17 10:00:%02d 2026\n' "$1"
  printf 'MIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n'
  printf 'From: internet-drafts@ietf.org\nTo: <i-d-announce@ietf.org>\nSubject: I-D Action: draft-example-hostile-%02d-00.txt\n' "$1"
  printf 'Message-ID: <%d.hostile@example.org>\nDate: Tue, 17 Mar 2026 10:00:%02d +0000\n' "$1" "$1"
  printf 'List-Id: Internet Draft Announcements only <i-d-announce.ietf.org>\n\nInternet-Draft draft-example-hostile-%02d-00.txt is now available.\n\n' "$1"
  printf '   Title:   %s\n   Author:  %s\n   Name:    draft-example-hostile-%02d-00.txt\n   Pages:   5\n   Dates:   2026-03-17\n\nAbstract:\n\n   %s\n\n' "$2" "$3" "$1" "$4"
  printf 'The IETF datatracker status page for this Internet-Draft is:\nhttps://datatracker.ietf.org/doc/draft-example-hostile-%02d/\n\n' "$1"
}

hostile_day() {
  escape=$(printf '\033')
  bell=$(printf '\007')
  announce 1 '<script>alert(1)</script>' '<img src=x onerror=alert(2)>' 'This document defines <script>alert(3)</script> and <iframe src="//evil.example"></iframe>.'
  announce 2 '[click](javascript:alert(4)) ![x](http://evil.example/p.png)' '@everyone' 'This document defines [a link](javascript:alert(5)) and <a href="javascript:alert(6)">another</a>.'
  announce 3 '| a | b | **bold** `code` # heading' '* item' 'This document defines | tables | and # headings and > quotes and --- rules.'
  announce 4 "red ${escape}[31m and ${escape}]0;title${bell}" "${escape}[2J" "This document defines ${escape}[5m blinking ${bell} text."
  announce 5 'quotes " and &amp; &lt;b&gt; and {{title}} {{{greeting}}}' "O'Neill \"x\" onmouseover=alert(7)" 'This document defines {{#internet_drafts}} and {{/internet_drafts}}.'
  announce 6 '</title></style></head><script src="//evil.example/x.js"></script>' 'a</h3>' 'This document defines </p></article></body></html> and </textarea>.'
  announce 7 "$(printf 'right to left \342\200\256 gnp.exe \342\200\213 zero')" "$(printf '\342\200\256 evil')" 'This document defines http://evil.example/ and www.evil.example and https://evil.example/?a=<b>.'
}

# spoof NUMBER FROM TO LIST-ID SUBJECT NAME - a mail that claims to announce draft-example-spoof-NN.
spoof() {
  printf 'From %s Tue Mar 17 11:00:%02d 2026\nFrom: %s\nTo: %s\nSubject: %s\nMessage-ID: <%d.spoof@example.org>\n' "mallory@example.org" "$1" "$2" "$3" "$5" "$1"
  printf 'Date: Tue, 17 Mar 2026 11:00:%02d +0000\n' "$1"
  [ -z "$4" ] || printf 'List-Id: %s\n' "$4"
  printf '\nInternet-Draft %s is now available.\n\n   Title:   A Forged Draft\n   Author:  Mallory\n   Name:    %s\n   Pages:   5\n   Dates:   2026-03-17\n\n' "$6" "$6"
  printf 'Abstract:\n\n   This document defines something that nobody has posted.\n\nThe IETF datatracker status page for this Internet-Draft is:\nhttps://datatracker.ietf.org/doc/%s/\n\n' "${6%-00.txt}"
}

spoofed_mail() {
  list='<i-d-announce.ietf.org>'
  spoof 1 'mallory@example.org' '<i-d-announce@ietf.org>' "$list" 'I-D Action: draft-example-spoof-01-00.txt' draft-example-spoof-01-00.txt
  spoof 2 '"internet-drafts@ietf.org" <mallory@example.org>' '<i-d-announce@ietf.org>' "$list" 'I-D Action: draft-example-spoof-02-00.txt' draft-example-spoof-02-00.txt
  spoof 3 'internet-drafts@ietf.org.example.org' '<i-d-announce@ietf.org>' "$list" 'I-D Action: draft-example-spoof-03-00.txt' draft-example-spoof-03-00.txt
  spoof 4 'internet-drafts@ietf.org' '<tealeaf@ietf.org>' '<tealeaf.ietf.org>' 'Re: I-D Action: draft-example-spoof-04-00.txt' draft-example-spoof-04-00.txt
  spoof 5 'internet-drafts@ietf.org' '<i-d-announce@ietf.org>' "$list" 'Fwd: I-D Action: draft-example-spoof-05-00.txt' draft-example-spoof-05-00.txt
  spoof 6 'internet-drafts@ietf.org' '<mallory@example.org>' '' 'New Version Notification for draft-example-spoof-06-00.txt' draft-example-spoof-06-00.txt
  spoof 7 'internet-drafts@ietf.org' '<i-d-announce@ietf.org>' "$list" 'I-D Action: draft-example-spoof-07-00.txt' draft-example-spoof-77-00.txt
  spoof 8 'mallory@example.org' '<tealeaf@ietf.org>' '<tealeaf.ietf.org>' 'I-D Action: draft-example-spoof-08-00.txt' draft-example-spoof-08-00.txt
  spoof 9 'rfc-editor@rfc-editor.org' '<i-d-announce@ietf.org>' "$list" 'RFC 99009 on A Forged Draft' draft-example-spoof-09-00.txt
}
