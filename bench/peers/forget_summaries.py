# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
"""forget_summaries.py DATABASE: takes the kept summaries away, so that the next digest is the first of its day again. Their words stay in the full text, which is good enough for
measuring."""
import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
database.execute("DELETE FROM summary")
database.commit()
database.close()
