/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* bench/generate.h - the parts of the generator of announcement mail: words, documents, bodies, and messages on the wire.
 * Everything follows from the seed, so that the same command writes the same bytes everywhere. All documents are invented. */
#pragma once
#include <glib.h>

/* SplitMix64: a few lines that give the same numbers on every machine. */
typedef struct {
  guint64 state;
} Random;

guint64 random_next (Random *random);
guint random_below (Random *random, guint limit);
/* TRUE in so many of 1000 cases. */
gboolean random_permille (Random *random, guint permille);

/* A working group of the real table, so that areas and names are found. */
typedef struct {
  const char *acronym;
  const char *name;
} Group;

const Group *words_group (Random *random);
const char *words_surname (Random *random);
/* Appends a full name, now and then one with letters beyond ASCII if those are allowed. */
void words_author (GString *out, Random *random, gboolean ascii_only);
/* Appends `word-word` or `word-word-word`, a draft's topic. */
void words_topic (GString *out, Random *random);
void words_title (GString *out, Random *random);
/* Appends some 850 characters: sentences of the kinds that abstracts are made of, in one or two paragraphs parted by an empty line. */
void words_abstract (GString *out, Random *random);

/* Appends `text` filled to `width` columns with `indent` blanks in front of each line; paragraphs stay apart. */
void words_fill (GString *out, const char *text, guint width, guint indent);

/* A draft that lives through revisions. What it says follows from its seed. */
typedef struct {
  char *name;
  const Group *group; /* NULL: an individual draft without a group */
  guint64 seed;
  guint revision;
  guint last_revision;
  guint n_authors;
} Draft;

typedef enum { ENCODING_7BIT, ENCODING_QUOTED_PRINTABLE, ENCODING_BASE64 } Encoding;

/* A message to be written; the parts that a body writer fills. */
typedef struct {
  guint64 number; /* in the archive */
  gint64 unix_s;
  Encoding encoding;
  gboolean is_multipart;       /* NextPart, eras A to D */
  gboolean has_from_line;      /* a line of the abstract begins with `From ` */
  gboolean has_encoded_header; /* RFC 2047 in Subject or From */
  const char *list;            /* i-d-announce or ietf-announce */
  const char *from_name;       /* (nullable) */
  const char *from_address;
  const char *group;  /* (nullable): acronym of the list in Cc */
  char external[300]; /* name of the file of the external-body part */
  GString *subject;
  GString *body;
} Mail;

/* Subject and body of a draft's announcement in the form of its time. */
void body_draft (Mail *mail, const Draft *draft, Random *random);
void body_rfc (Mail *mail, guint number, const Draft *draft, Random *random);
/* Last Calls, actions, charters, interims, notices. */
void body_other (Mail *mail, const Draft *draft, Random *random);

/* The year and month of an instant. */
void mail_month (gint64 unix_s, guint *ret_year, guint *ret_month, guint *ret_day);
const char *mail_month_name (guint month);

/* Appends the whole message, header and encoded body, lines ending in LF. */
void wire_message (GString *out, const Mail *mail, Random *random);
/* Appends the same as an entry of an mboxrd file. */
void wire_mbox_entry (GString *out, const Mail *mail, const GString *message);
