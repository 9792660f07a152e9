#!/usr/bin/env python3
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
"""make_samples.py [--check] - puts content.toml into the wire form of the announcement lists.

Writes, beside itself, <list>/2026-03.mail (mbox, as the archive keeps a month) and <day>.expected.json (what an edition of that
day must count, and what not, and why). Same content, same bytes. With --check nothing is written: status 1 if a file differs."""
import base64
import hashlib
import json
import quopri
import re
import sys
import textwrap
import tomllib
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAYS = ["2026-03-17", "2026-03-18"]
LISTS = {
    "i-d-announce": ("Internet Draft Announcements only <i-d-announce.ietf.org>", "I-D-Announce", "ietf.org"),
    "ietf-announce": ('"IETF announcement list. No discussions." <ietf-announce.ietf.org>', "IETF-Announce", "ietf.org"),
    "new-wg-docs": ("Announcements of new Working Group documents <new-wg-docs.ietf.org>", "New-wg-docs", "ietf.org"),
    "rfc-dist": ("RFC Announcements <rfc-dist.rfc-editor.org>", "rfc-dist", "rfc-editor.org"),
}
STATUS_PARAGRAPHS = {
    "Best Current Practice": "BCP: This document specifies an Internet Best Current Practices for the Internet Community, and requests "
    "discussion and suggestions for improvements. Distribution of this memo is unlimited.",
    "Standards Track": "STANDARDS TRACK: This document specifies an Internet Standards Track protocol for the Internet community, and "
    "requests discussion and suggestions for improvements. Distribution of this memo is unlimited.",
    "Informational": "INFORMATIONAL: This memo provides information for the Internet community. It does not specify an Internet "
    "standard of any kind. Distribution of this memo is unlimited.",
}


def digest(text, length):
    return hashlib.sha1(text.encode()).hexdigest()[:length]


def number(text, digits):
    return 10 ** (digits - 1) + int(digest(text, 15), 16) % (9 * 10 ** (digits - 1))


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def local(when, zone):
    return when.astimezone(timezone(timedelta(hours=int(zone[:3]))))


def fill(text, width, indent=""):
    return "\n\n".join(
        textwrap.fill(" ".join(p.split()), width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
        for p in text.strip().split("\n\n"))


def paragraphs(text):
    return "\n\n".join(" ".join(p.split()) for p in text.strip().split("\n\n"))


def folded(name, value):
    """A header field, folded at blanks; what is not ASCII becomes encoded words (RFC 2047 §2)."""
    words = [w if w.isascii() else "=?utf-8?b?" + base64.b64encode(w.encode()).decode() + "?=" for w in value.split()]
    return "\n".join(textwrap.wrap(f"{name}: " + " ".join(words), 76, subsequent_indent=" ", break_long_words=False, break_on_hyphens=False))


def footer(name):
    _, title, host = LISTS.get(name, (None, name, "ietf.org"))
    return f"\n_______________________________________________\n{title} mailing list -- {name}@{host}\nTo unsubscribe send an email to {name}-leave@{host}\n"


def encoded(body, encoding):
    """The body as it travels, and the name of the encoding."""
    if encoding == "7bit" and not body.isascii():
        encoding = "quoted-printable"
    if encoding == "base64":
        return base64.encodebytes(body.encode()).decode(), encoding
    if encoding == "quoted-printable":
        return quopri.encodestring(body.encode()).decode(), encoding
    return body, encoding


class Message:
    """One message in a mailbox; `spec` is its table in content.toml, or made from it."""

    def __init__(self, spec, list_name, when, body):
        self.spec, self.list, self.when, self.body = spec, list_name, when, body
        self.seed = spec["subject"] + list_name + when.isoformat()
        self.encoding = spec.get("encoding", "7bit")
        self.message_id = spec.get("message_id") or f"<{int(when.timestamp())}{number(self.seed, 2)}.{number(self.seed + 'a', 6)}." \
            f"{number(self.seed + 'b', 19)}@dt-datatracker-{digest(self.seed, 10)}.example>"

    def text(self):
        spec, when = self.spec, local(self.when, self.spec.get("zone", "-0700"))
        list_id, _, host = LISTS.get(self.list, (f"{self.list} <{self.list}.ietf.org>", self.list, "ietf.org"))
        address = re.sub(r".*<|>.*", "", spec["from"])
        server = "mail2.ietf.org" if host == "ietf.org" else "mail.rfc-editor.org"
        queue = digest(self.message_id, 32).upper()
        payload, self.encoding = encoded(self.body + footer(self.list), self.encoding)
        received = format_datetime(local(self.when + timedelta(seconds=2), "-0700"))
        fields = [
            f"Return-Path: <{address}>",
            f"X-Original-To: {self.list}@{host}",
            f"Delivered-To: {self.list}@{server}",
            f"Received: from [10.244.{number(self.seed, 1)}.{number(self.seed, 2)}] (unknown [192.0.2.76])\n by {server} (Postfix) with ESMTP id "
            f"{queue[:12]}\n for <{self.list}@{host}>; {received} (PDT)",
            "MIME-Version: 1.0",
            'Content-Type: text/plain; charset="utf-8"',
            f"Content-Transfer-Encoding: {self.encoding}",
            f"From: {spec['from']}",
            folded("To", spec["to"]),
        ]
        fields += [folded("Cc", spec["cc"])] if "cc" in spec else []
        fields += [folded("Subject", spec["subject"])] + spec.get("headers", [])
        fields += [f"Message-ID: {self.message_id}"] if spec.get("without") != "Message-ID" else []
        fields += [f"Date: {format_datetime(when)}"] if spec.get("without") != "Date" else []
        fields += [f"Message-ID-Hash: {queue}", f"X-MailFrom: {address}", "X-Mailman-Version: 3.3.9rc6", f"Reply-To: {spec.get('reply_to', address)}",
                   f"List-Id: {list_id}", f"List-Archive: <https://mailarchive.ietf.org/arch/browse/{self.list}>",
                   f"List-Help: <mailto:{self.list}-request@{host}?subject=help>", f"List-Post: <mailto:{self.list}@{host}>",
                   f"List-Unsubscribe: <mailto:{self.list}-leave@{host}>"]
        return mailbox_entry(address, self.when, "\n".join(fields) + "\n\n" + payload)


def mailbox_entry(address, when, text):
    """With its separator line, and the archive's mark before lines of the body that look like one."""
    return f"From {address} {when:%a %b} {when.day:2d} {when:%H:%M:%S %Y}\n" + re.sub(r"(?m)^From ", ">From ", text).rstrip("\n") + "\n\n"


def draft_body(draft, group):
    name, revision = draft["id"][:-3], draft["id"][-2:]
    sentence = f"Internet-Draft {draft['id']}.txt is now available."
    if group:
        sentence += f" It is a work item of the {group['name']} ({draft['group'].upper()}) {group['type']} of the {'IRTF' if group['type'] == 'RG' else 'IETF'}."
    label = "   Author:  " if len(draft["authors"]) == 1 else "   Authors: "
    parts = [
        fill(sentence, 78),
        f"   Title:   {draft['title']}\n{label}" + "\n            ".join(draft["authors"])
        + f"\n   Name:    {draft['id']}.txt\n   Pages:   {draft['pages']}\n   Dates:   {draft['at'][:10]}",
        "Abstract:",
        fill(draft["abstract"], 72, "   "),
        f"The IETF datatracker status page for this Internet-Draft is:\nhttps://datatracker.ietf.org/doc/{name}/",
        f"There is also an HTML version available at:\nhttps://www.ietf.org/archive/id/{draft['id']}.html",
        f"There is also an HTMLized version available at:\nhttps://datatracker.ietf.org/doc/html/{draft['id']}",
    ]
    if revision != "00":
        parts.append(f"A diff from the previous version is available at:\nhttps://author-tools.ietf.org/iddiff?url2={draft['id']}")
    return "\n\n".join(parts + ["Internet-Drafts are also available by rsync at:\nrsync.ietf.org::internet-drafts\n"])


def rfc_field(label, lines, separator=""):
    return f"        {label + ':':<12}" + (separator + "\n" + " " * 20).join(lines) + "\n"


def rfc_body(rfc, group):
    newer, n = rfc["form"] == "newer", rfc["number"]
    title = [rfc["title"]] if newer else [line + " " for line in textwrap.wrap(rfc["title"], 38, break_on_hyphens=False)]
    relations = [rfc_field(label, [", ".join(f"RFC {r}" for r in rfc[key])]) for label, key in (("Obsoletes", "obsoletes"), ("Updates", "updates")) if key in rfc]
    mailboxes = [f"author{i + 1}@example.org" for i in range(len(rfc["authors"]))]
    kind = "Research Group of the IRTF" if group["type"] == "RG" else "Working Group of the IETF"
    lists = "IETF-Announce, rfc-dist, and IRTF-Announce" if rfc["stream"] == "IRTF" else "IETF-Announce and rfc-dist"
    body = "A new Request for Comments is now available in online RFC libraries.\n\n"
    body += f"        {rfc['subseries']}        \n" if "subseries" in rfc else ""
    body += f"        RFC {n}\n\n" + rfc_field("Title", title) + rfc_field("Author", rfc["authors"], ",")
    body += rfc_field("Status", [rfc["status"]]) + rfc_field("Stream", [rfc["stream"]]) + rfc_field("Date", ["March 2026"])
    body += rfc_field("Mailbox", mailboxes, ",") + rfc_field("Pages", [str(rfc["pages"])])
    body += "".join(relations) if relations or newer else "        Updates/Obsoletes/SeeAlso:   None\n"
    body += "\n" + rfc_field("I-D Tag", [rfc["draft"] + ("" if newer else ".txt")]) + "\n" + rfc_field("URL", [f"https://www.rfc-editor.org/info/rfc{n}"])
    body += "\n" + rfc_field("DOI", [f"10.17487/RFC{n}"]) + "\n" + fill(rfc["abstract"], 70) + "\n\n"
    body += fill(f"This document is a product of the {group['name']} {kind}.", 76) + "\n\n"
    body += f"This is now a {rfc['level']}.\n\n" if "level" in rfc else ""
    body += fill(STATUS_PARAGRAPHS[rfc["status"]], 70) + "\n\n" + f"This announcement is sent to the {lists} lists.\n"
    return body + "To subscribe or unsubscribe, see\n  https://www.ietf.org/mailman/listinfo/ietf-announce\n\n\nThe RFC Editor Team\n"


def draft_messages(content):
    """Every draft, and its further copies. Returns the messages; each has what it counts as, or why it does not count."""
    made, messages = {}, []
    for draft in content["draft"]:
        group = content["groups"].get(draft.get("group"))
        spec = dict(draft, **{"from": "internet-drafts@ietf.org", "to": "<i-d-announce@ietf.org>", "subject": f"I-D Action: {draft['id']}.txt"})
        spec["headers"] = ["X-Test-IDTracker: no", "X-IETF-IDTracker: 12.58.1", "Auto-Submitted: auto-generated", "Precedence: bulk"]
        if group:
            spec["cc"] = draft["group"] + ("@ietf.org" if group["type"] == "WG" else "@irtf.org")
        message = Message(spec, "i-d-announce", instant(draft["at"]), draft_body(draft, group))
        message.counts = {"kind": "id", "name": draft["id"][:-3], "rev": draft["id"][-2:], "title": draft["title"], "authors": draft["authors"],
                          "group": draft.get("group"), "mail_pages": draft["pages"], "abstract": paragraphs(draft["abstract"])}
        made[draft["id"]] = message
        messages.append(message)
    for again in content["again"]:
        first = made[again["draft"]]
        spec = dict(first.spec, encoding="base64")
        spec["message_id"] = None if again.get("new_message_id") else first.message_id
        if again["list"] in LISTS:
            spec["to"] = f"<{again['list']}@ietf.org>"
        copy = Message(spec, again["list"], first.when + timedelta(seconds=again["after_s"]), first.body)
        copy.reason = f"second copy of {again['draft']} (via {again['list']})"
        messages.append(copy)
    return messages


def rfc_messages(content):
    messages = []
    for rfc in content["rfc"]:
        group, when, n = content["groups"][rfc["group"]], instant(rfc["at"]), rfc["number"]
        spec = dict(rfc, **{"from": "rfc-editor@rfc-editor.org", "to": "ietf-announce@ietf.org, rfc-dist@rfc-editor.org"})
        spec["subject"] = (rfc["subseries"] + ", " if "subseries" in rfc else "") + f"RFC {n} on {rfc['title']}"
        spec["cc"] = "rfc-editor@rfc-editor.org, " + rfc["group"] + ("@irtf.org" if group["type"] == "RG" else "@ietf.org")
        spec["message_id"] = f"<{when:%Y%m%d%H%M%S}.{digest(spec['subject'], 10).upper()}@rfcpa.example>"
        message = Message(spec, "ietf-announce", when, rfc_body(rfc, group))
        message.counts = {"kind": "rfc", "number": n, "title": rfc["title"], "authors": rfc["authors"], "status": rfc.get("level", rfc["status"]),
                          "stream": rfc["stream"], "obsoletes": rfc.get("obsoletes", []), "updates": rfc.get("updates", []), "draft": rfc["draft"],
                          "mail_pages": rfc["pages"], "abstract": paragraphs(rfc["abstract"])}
        messages.append(message)
        if rfc["form"] == "older":
            copy = Message(dict(spec, encoding="quoted-printable", message_id=spec["message_id"].replace("@", "X@")), "rfc-dist",
                           when + timedelta(seconds=41), message.body)
            copy.reason = f"rfc-dist copy of RFC {n} under another Message-ID"
            messages.append(copy)
    return messages


def other_messages(content):
    messages = []
    for notice in content["notice"]:
        message = Message({"to": "IETF-Announce <ietf-announce@ietf.org>", **notice}, "ietf-announce", instant(notice["at"]), notice["body"])
        message.other = notice["expect"]
        messages.append(message)
    for trap in content["trap"]:
        message = Message(trap, trap["list"], instant(trap["at"]), trap["body"])
        message.reason = trap["reason"]
        messages.append(message)
    return messages


def file_of(message):
    return "ietf-announce" if message.list in ("ietf-announce", "rfc-dist") else "i-d-announce"


def mailboxes(content, messages):
    entries = [(m.when, file_of(m), m.text()) for m in messages]
    entries += [(instant(h["at"]), h["list"], mailbox_entry("MAILER-DAEMON", instant(h["at"]), h["body"])) for h in content["headerless"]]
    return {f"{name}/2026-03.mail": "".join(text for _, _, text in sorted(e for e in entries if e[1] == name)) for name in ("i-d-announce", "ietf-announce")}


def seen_at(message):
    """Without a Date, the newest Received is what is left: two seconds later."""
    return message.when + timedelta(seconds=2 if message.spec.get("without") == "Date" else 0)


def expectation(day, messages, n_headerless):
    counted, others, left_out = [], [], []
    for m in sorted(messages, key=seen_at, reverse=True):
        message_id = None if m.spec.get("without") == "Message-ID" else m.message_id
        utc = seen_at(m).isoformat()
        if hasattr(m, "reason"):
            left_out.append({"message_id": message_id, "reason": m.reason})
        elif utc[:10] != day:
            left_out.append({"message_id": message_id, "reason": f"another day: {utc}"})
        elif hasattr(m, "other"):
            others.append({"message_id": message_id, "utc": utc, "subject": m.spec["subject"], **m.other})
        else:
            counted.append({**m.counts, "message_id": message_id, "utc": utc, "encoding": m.encoding})
    counted.sort(key=lambda c: c["kind"])  # stable: drafts, then RFCs, each newest first
    counted = [{"order": i, **c} for i, c in enumerate(counted)]
    ids = sum(c["kind"] == "id" for c in counted)
    return {"day": day, "counted": counted, "others": others, "not_counted": left_out, "ids": ids, "rfcs": len(counted) - ids,
            "messages": len(messages) + n_headerless}


def main():
    content = tomllib.loads((HERE / "content.toml").read_text(encoding="utf-8"))
    messages = draft_messages(content) + rfc_messages(content) + other_messages(content)
    files = mailboxes(content, messages)
    for day in DAYS:
        files[f"{day}.expected.json"] = json.dumps(expectation(day, messages, len(content["headerless"])), ensure_ascii=False, indent=1) + "\n"
    differing = 0
    for name, text in files.items():
        path = HERE / name
        if "--check" not in sys.argv[1:]:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        elif not path.exists() or path.read_bytes() != text.encode():
            print(f"make_samples.py: {name} is not what content.toml says", file=sys.stderr)
            differing = 1
    return differing


if __name__ == "__main__":
    sys.exit(main())
