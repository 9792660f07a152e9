# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
"""python_mailbox.py FILE - reads an mbox with the standard library alone, and takes of each message what a digest needs."""
import mailbox
import sys

messages = length = 0
for message in mailbox.mbox(sys.argv[1]):
    for name in ("Subject", "From", "To", "Message-ID", "List-Id", "Date"):
        length += len(str(message[name] or ""))
    part = next((part for part in message.walk() if part.get_content_type() == "text/plain"), None)
    if part is not None:
        length += len((part.get_payload(decode=True) or b"").decode(part.get_content_charset() or "ascii", "replace"))
    messages += 1
print(messages, "messages,", length, "characters")
