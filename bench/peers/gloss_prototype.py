# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
"""gloss_prototype.py FOLDER ABSTRACTS - the Python prototype of the Japanese engine in FOLDER over a JSON list of abstracts. Prints the processor time of each document in
milliseconds, as bench/gloss_times.c does: `loading MS`, then `MS TITLE`."""
import json
import sys
import time


def now_ms():
    return time.thread_time() * 1e3


start = now_ms()
sys.path.insert(0, sys.argv[1])
import summ  # noqa: E402 (its folder has just become known)

print("loading %.4f" % (now_ms() - start))
with open(sys.argv[2], encoding="utf-8") as file:
    documents = json.load(file)
for document in documents:
    start = now_ms()
    try:
        summ.summarise(document["title"], document["abstract"])
    except Exception as error:  # counted like any other: it took its time
        print("failed: %r" % error, file=sys.stderr)
    print("%.4f %.60s" % (now_ms() - start, document["title"]))
