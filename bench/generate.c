/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* generate --messages N [--seed S] [--first DAY --last DAY] [--day DAY --drafts K] [--limit N] [--maildir DIR | --output FILE]
 * Writes an archive of invented announcement mails, as mboxrd or as Maildir. */
#include "generate.h"
#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* Drafts that live at one time. */
#define N_LIVING 3000
#define DAY_S 86400
#define FIRST_RFC 20001

typedef struct {
  int n_messages, limit, drafts;
  gint64 seed;
  char *first, *last, *day, *maildir, *output;
} Options;

typedef struct {
  Random random;
  Draft living[N_LIVING];
  GHashTable *names;
  GString *name, *message, *entry;
  Mail mail;
  guint next_rfc;
  FILE *file;          /* of an mbox */
  const char *maildir; /* (nullable) */
} Generator;

static gboolean
parse_day (const char *text, gint64 *ret_unix_s)
{
  struct tm parts = { 0 };
  const char *end = strptime (text, "%Y-%m-%d", &parts);

  if (end == NULL || *end != '\0')
    return FALSE;
  *ret_unix_s = (gint64)timegm (&parts);
  return TRUE;
}

/* Every slot starts anew when its draft has had its last revision. */
static void
begin_draft (Generator *generator, Draft *draft)
{
  Random *random = &generator->random;
  guint64 lifetime = random_below (random, 1000);

  g_free (draft->name);
  *draft = (Draft){ .seed = random_next (random), .n_authors = 1 + random_below (random, 5) };
  /* Most drafts end early, a few have thirty revisions. */
  draft->last_revision = (guint)(lifetime * lifetime * 30 / 1000000);
  if (random_permille (random, 750))
    draft->group = words_group (random);
  do {
    g_string_truncate (generator->name, 0);
    if (draft->group != NULL && random_permille (random, 600))
      g_string_append_printf (generator->name, "draft-ietf-%s-", draft->group->acronym);
    else
      g_string_append_printf (generator->name, "draft-%s-%s-", words_surname (random),
                              draft->group != NULL ? draft->group->acronym : words_group (random)->acronym);
    words_topic (generator->name, random);
  } while (g_hash_table_contains (generator->names, generator->name->str));
  draft->name = g_strdup (generator->name->str);
  g_hash_table_add (generator->names, g_strdup (draft->name));
}

static Draft *
next_draft (Generator *generator)
{
  Draft *draft = &generator->living[random_below (&generator->random, N_LIVING)];

  if (draft->name == NULL || draft->revision >= draft->last_revision)
    begin_draft (generator, draft);
  else
    draft->revision++;
  return draft;
}

/* One that was announced already, if there is one. */
static const Draft *
some_draft (Generator *generator)
{
  Draft *draft = &generator->living[random_below (&generator->random, N_LIVING)];

  if (draft->name == NULL)
    begin_draft (generator, draft);
  return draft;
}

static void
begin_mail (Generator *generator, guint64 number, gint64 unix_s)
{
  Mail *mail = &generator->mail;
  GString *subject = mail->subject, *body = mail->body;
  guint encoding = random_below (&generator->random, 100);

  g_string_truncate (subject, 0);
  g_string_truncate (body, 0);
  *mail = (Mail){ .number = number, .unix_s = unix_s, .subject = subject, .body = body };
  mail->encoding = encoding < 70 ? ENCODING_7BIT : encoding < 90 ? ENCODING_QUOTED_PRINTABLE : ENCODING_BASE64;
  mail->has_from_line = random_permille (&generator->random, 5);
  mail->has_encoded_header = random_permille (&generator->random, 30);
}

static gboolean
write_file (const char *path, const GString *bytes)
{
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents_full (path, bytes->str, (gssize)bytes->len, G_FILE_SET_CONTENTS_NONE, 0644, &error))
    return TRUE;
  g_printerr ("generate: %s\n", error->message);
  return FALSE;
}

static gboolean
write_message (Generator *generator, gboolean is_draft)
{
  Mail *mail = &generator->mail;
  Random *random = &generator->random;
  guint kind = is_draft ? 1000 : random_below (random, 1000);

  if (kind < 45)
    body_rfc (mail, generator->next_rfc++, some_draft (generator), random);
  else if (kind < 80)
    body_other (mail, some_draft (generator), random);
  else
    body_draft (mail, next_draft (generator), random);
  g_string_truncate (generator->message, 0);
  wire_message (generator->message, mail, random);
  if (generator->maildir != NULL) {
    g_autofree char *path
        = g_strdup_printf ("%s/cur/%" G_GINT64_FORMAT ".%" G_GUINT64_FORMAT ".bench:2,", generator->maildir, mail->unix_s, mail->number);

    return write_file (path, generator->message);
  }
  g_string_truncate (generator->entry, 0);
  wire_mbox_entry (generator->entry, mail, generator->message);
  return fwrite (generator->entry->str, 1, generator->entry->len, generator->file) == generator->entry->len;
}

/* Messages stand at even distances from the first day to the last; the large day has its drafts and nothing else. */
static gboolean
write_archive (Generator *generator, const Options *options, gint64 first_s, gint64 last_s, gint64 day_s)
{
  guint64 n_usual = (guint64)(options->n_messages - options->drafts), number = 0, limit = (guint64)options->limit;
  gboolean is_day_done = options->drafts == 0;

  for (guint64 i = 0; i < n_usual || !is_day_done;) {
    gint64 unix_s = first_s + (gint64)((double)(last_s - first_s) * ((double)i + 0.5) / (double)MAX (n_usual, 1));

    if (!is_day_done && unix_s >= day_s) {
      for (int j = 0; j < options->drafts && number < limit; j++) {
        begin_mail (generator, ++number, day_s + (gint64)DAY_S * (2 * j + 1) / (2 * options->drafts));
        if (!write_message (generator, TRUE))
          return FALSE;
      }
      is_day_done = TRUE;
    }
    if (i++ >= n_usual || number >= limit)
      continue;
    if (options->drafts > 0 && unix_s >= day_s && unix_s < day_s + DAY_S)
      unix_s = day_s + DAY_S + (unix_s - day_s) / 1000;
    begin_mail (generator, ++number, unix_s);
    if (!write_message (generator, FALSE))
      return FALSE;
  }
  return TRUE;
}

static gboolean
make_maildir (const char *path)
{
  static const char *const parts[] = { "cur", "new", "tmp" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autofree char *part = g_build_filename (path, parts[i], NULL);

    if (g_mkdir_with_parents (part, 0755) != 0)
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_options (int argc, char **argv, Options *options)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "messages", 0, 0, G_OPTION_ARG_INT, &options->n_messages, "so many in the archive", "N" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options->limit, "write only the first N of them", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, "another seed, other documents", "S" },
    { "first", 0, 0, G_OPTION_ARG_STRING, &options->first, "first day (2001-01-01)", "DAY" },
    { "last", 0, 0, G_OPTION_ARG_STRING, &options->last, "last day (2025-12-31)", "DAY" },
    { "day", 0, 0, G_OPTION_ARG_STRING, &options->day, "a large day", "DAY" },
    { "drafts", 0, 0, G_OPTION_ARG_INT, &options->drafts, "so many drafts on it, and nothing else", "K" },
    { "maildir", 0, 0, G_OPTION_ARG_FILENAME, &options->maildir, "write a Maildir", "DIR" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options->output, "write an mbox (standard output)", "FILE" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    g_printerr ("generate: %s\n", error->message);
    return FALSE;
  }
  if (options->limit == 0)
    options->limit = options->n_messages;
  return options->n_messages > 0 && options->drafts >= 0 && options->drafts <= options->n_messages
         && (options->drafts == 0) == (options->day == NULL);
}

static gboolean
generate (const Options *options, gint64 first_s, gint64 last_s, gint64 day_s)
{
  g_autofree Generator *generator = g_new0 (Generator, 1);
  gboolean is_good;

  generator->random.state = (guint64)options->seed;
  generator->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  generator->name = g_string_new (NULL);
  generator->message = g_string_new (NULL);
  generator->entry = g_string_new (NULL);
  generator->mail.subject = g_string_new (NULL);
  generator->mail.body = g_string_new (NULL);
  generator->next_rfc = FIRST_RFC;
  generator->maildir = options->maildir;
  generator->file = options->output != NULL ? fopen (options->output, "w") : stdout;
  if (generator->file == NULL) {
    g_printerr ("generate: %s: %s\n", options->output, g_strerror (errno));
    return FALSE;
  }
  is_good = (options->maildir == NULL || make_maildir (options->maildir)) && write_archive (generator, options, first_s, last_s, day_s);
  is_good = fclose (generator->file) == 0 && is_good;
  for (guint i = 0; i < N_LIVING; i++)
    g_free (generator->living[i].name);
  g_hash_table_unref (generator->names);
  g_string_free (generator->name, TRUE);
  g_string_free (generator->message, TRUE);
  g_string_free (generator->entry, TRUE);
  g_string_free (generator->mail.subject, TRUE);
  g_string_free (generator->mail.body, TRUE);
  return is_good;
}

int
main (int argc, char **argv)
{
  Options options = { .seed = 1 };
  gint64 first_s = 0, last_s = 0, day_s = 0;

  if (!read_options (argc, argv, &options) || !parse_day (options.first != NULL ? options.first : "2001-01-01", &first_s)
      || !parse_day (options.last != NULL ? options.last : "2025-12-31", &last_s)
      || (options.day != NULL && !parse_day (options.day, &day_s))) {
    g_printerr ("generate: wrong usage, see generate --help\n");
    return 2;
  }
  return generate (&options, first_s, last_s + DAY_S, day_s) ? 0 : 1;
}
