-- SPDX-FileCopyrightText: nikkan contributors
-- SPDX-License-Identifier: MIT
-- What must never be lost: mail as it was received, what people wrote, and how far the sources are known.
-- Nothing here can be made anew from anything else. A change raises NK_STORE_KEPT_VERSION (in user_version).

-- zstd dictionaries. Rows written with an older one stay readable, so none is ever removed.
CREATE TABLE dictionary (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Mailbox files with more than one message, and where the reading of each stopped (NkMailboxPosition).
CREATE TABLE mailbox (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,        -- absolute, as the system calls it
  offset_bytes INTEGER NOT NULL,    -- start of the last message read, in the decoded stream
  hash INTEGER NOT NULL,            -- XXH3-64 of every byte before it
  number INTEGER NOT NULL,          -- that message's place in the file, from 1
  before_unix_s INTEGER,            -- instant of the message before it, for one that has no date of its own
  last_message INTEGER              -- row of that message: a file may have ended in the middle of it
) STRICT;

-- One row a message, in the order in which they came.
CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  raw_hash INTEGER NOT NULL,        -- nk_message_raw_hash: a hint where to look for the same bytes; only the bytes decide
  size_bytes INTEGER NOT NULL,      -- of the stored bytes, decompressed
  true_size_bytes INTEGER NOT NULL, -- as found; larger if the message was cut at the limit
  quoting INTEGER NOT NULL,         -- NkQuoting of its mailbox
  mailbox_id INTEGER REFERENCES mailbox (id),       -- NULL: a file of its own, or standard input
  before_unix_s INTEGER,            -- instant of the message before it in its mailbox, NULL if it was the first
  dictionary_id INTEGER REFERENCES dictionary (id), -- NULL: compressed without one
  envelope TEXT NOT NULL,           -- the From_ line, or empty
  body BLOB NOT NULL                -- a zstd frame: header and body as found
) STRICT;
CREATE INDEX message_by_raw_hash ON message (raw_hash);

-- The editor's own words for a day, Markdown.
CREATE TABLE note (
  day INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (day, language)
) STRICT, WITHOUT ROWID;

-- Lists that were ever fetched.
CREATE TABLE source (
  list TEXT NOT NULL PRIMARY KEY,
  until_unix_s INTEGER NOT NULL,    -- everything that the list had before this instant is here; 0: nothing yet
  failure TEXT                      -- why the last try failed, NULL if it went well
) STRICT, WITHOUT ROWID;
