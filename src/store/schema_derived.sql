-- SPDX-FileCopyrightText: nikkan contributors
-- SPDX-License-Identifier: MIT
-- What is made from the messages, and can be made anew at any time (nikkan rebuild).
-- A change here, or in what the parsers find, raises NK_STORE_DERIVED_VERSION.

CREATE TABLE derived_state (
  version INTEGER NOT NULL
) STRICT;

-- How each message was read: one row a message, the stuff of the ledger.
CREATE TABLE reading (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  unix_s INTEGER,                   -- NULL: the message has no date at all
  day INTEGER,                      -- UTC day of it
  written_day INTEGER,              -- the day as written in the sender's zone, only where it is another one
  date_origin INTEGER NOT NULL,     -- NkDateOrigin
  verdict INTEGER NOT NULL,         -- NkVerdict
  announcement_id INTEGER,          -- what it announces, or is a copy of
  is_copy INTEGER NOT NULL,         -- 1: another message tells the same and counts
  repairs INTEGER NOT NULL,         -- NkRepair
  text_bytes INTEGER NOT NULL,      -- of copies with one Message-ID the longest text counts
  header_id TEXT NOT NULL,          -- Message-ID with its brackets
  from_address TEXT NOT NULL,
  subject TEXT NOT NULL,
  list TEXT NOT NULL,               -- announcement list, else the List-Id
  reason TEXT,                      -- why it is not understood
  copy_of TEXT                      -- verdict COPY: name-revision or RFC that it speaks of, whether that is here or not
) STRICT;
CREATE INDEX reading_by_day ON reading (day);
CREATE INDEX reading_by_written_day ON reading (written_day) WHERE written_day IS NOT NULL;
CREATE INDEX reading_copy ON reading (announcement_id) WHERE is_copy = 1;
CREATE INDEX reading_waiting ON reading (copy_of) WHERE copy_of IS NOT NULL AND announcement_id IS NULL;

-- One row for each thing announced, however many messages told it. Identity is (name, revision).
-- The id is the instant shifted left by 20 bits plus a number made from the name, so that the order of ids is the order of time
-- and a day is a range of ids; an announcement without any date has a negative one.
CREATE TABLE announcement (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,            -- NkKind
  first_message INTEGER NOT NULL,   -- the message that counts: the earliest
  unix_s INTEGER,                   -- its instant and day
  day INTEGER,
  name TEXT NOT NULL,
  revision TEXT NOT NULL,
  pages INTEGER NOT NULL,           -- -1: not said
  body_day INTEGER,
  standing INTEGER NOT NULL,        -- NkStanding
  rfc_number INTEGER NOT NULL,      -- 0: no RFC
  ends INTEGER,                     -- day
  title TEXT NOT NULL,
  authors TEXT,                     -- lists of names: one on each line
  group_acronym TEXT,
  group_name TEXT,
  group_kind TEXT,
  group_area TEXT,
  stream TEXT,
  status TEXT,
  month TEXT,
  subseries TEXT,                   -- one on each line
  obsoletes TEXT,                   -- lists of RFCs: numbers parted by blanks
  updates TEXT,
  draft TEXT,
  doi TEXT,
  documents TEXT,                   -- one on each line
  level TEXT,
  action TEXT,
  url TEXT,
  abstract TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX announcement_by_name ON announcement (name, revision);
CREATE INDEX announcement_by_day ON announcement (day, kind);
-- For the lists of a group and of an area, and their counts by day.
CREATE INDEX announcement_by_group ON announcement (group_acronym, day, kind) WHERE group_acronym IS NOT NULL;
CREATE INDEX announcement_by_area ON announcement (group_area, day, kind) WHERE group_area IS NOT NULL;
-- What a search asks of each match, close together and in the order of time.
CREATE INDEX announcement_facts ON announcement (id, kind, group_area, group_acronym);

-- Documents that an announcement of another kind is about, and the draft that an RFC came from: names without revision.
CREATE TABLE mention (
  document TEXT NOT NULL,
  announcement_id INTEGER NOT NULL,
  PRIMARY KEY (document, announcement_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_by_announcement ON mention (announcement_id);

-- The topics that an Internet-Draft or RFC carries (store/topic.h), and the signature of the table that they were found with; '': none were looked for.
CREATE TABLE announcement_topic (
  announcement_id INTEGER NOT NULL,
  topic TEXT NOT NULL,
  kind INTEGER NOT NULL,            -- NkKind, 1 or 2
  points INTEGER NOT NULL,
  PRIMARY KEY (announcement_id, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX announcement_topic_by_topic ON announcement_topic (topic, announcement_id);
CREATE TABLE topic_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  signature TEXT NOT NULL
) STRICT;
INSERT INTO topic_state (one, signature) VALUES (1, '');

-- Summaries that were made already (store/summary_row.h); what is not here is made when an edition needs it. `stamp` stands for all that a text was made from.
CREATE TABLE summary (
  announcement_id INTEGER NOT NULL,
  language TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  engine TEXT NOT NULL,
  level TEXT,
  confidence INTEGER NOT NULL,      -- hundredths
  is_quoted INTEGER NOT NULL,       -- 1: the document's own English
  text TEXT NOT NULL,
  sources TEXT NOT NULL,            -- one on each line
  PRIMARY KEY (announcement_id, language)
) STRICT, WITHOUT ROWID;

-- What can be searched for: the texts of an announcement, and its Japanese summary if that is there and in Japanese.
CREATE INDEX summary_in_japanese ON summary (announcement_id) WHERE language = 'ja' AND is_quoted = 0;
CREATE VIEW announcement_words (id, name, title, authors, abstract, summary) AS
  SELECT a.id, a.name, a.title, a.authors, a.abstract, s.text FROM announcement AS a
  LEFT JOIN summary AS s ON s.announcement_id = a.id AND s.language = 'ja' AND s.is_quoted = 0;

-- Full text; the words themselves stay where they are. Whoever changes a row behind the view takes its words out of here before, and puts them in after.
CREATE VIRTUAL TABLE announcement_text USING fts5 (
  name, title, authors, abstract, summary, content = 'announcement_words', content_rowid = 'id', tokenize = 'nikkan'
);
-- Room for the words of a whole batch (1 MiB if not said): each time it is full a segment is written, which has to be merged later.
INSERT INTO announcement_text (announcement_text, rank) VALUES ('hashsize', 16777216);
-- Segments are merged by and by when there are 16 of one size, never all at once within one small import.
INSERT INTO announcement_text (announcement_text, rank) VALUES ('automerge', 16);
INSERT INTO announcement_text (announcement_text, rank) VALUES ('crisismerge', 64);
