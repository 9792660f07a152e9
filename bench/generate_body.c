/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Announcements of drafts in the forms of eight eras. The archive begins in 2001; the two oldest forms stand in its first two years. */
#include "generate.h"
#include <string.h>

typedef enum { ERA_A, ERA_B, ERA_C, ERA_D, ERA_E, ERA_F, ERA_G, ERA_H } Era;

/* The last year of each era; H began in the summer of 2023, which is a year's end here. */
static const guint last_year[] = { 2001, 2002, 2006, 2010, 2011, 2013, 2023 };

static Era
era_of (guint year)
{
  guint era = ERA_A;

  while (era < ERA_H && year > last_year[era])
    era++;
  return (Era)era;
}

/* The same for each revision of a draft, but for one in ten. */
static void
make_text (const Draft *draft, GString *title, GString *abstract)
{
  Random random = { draft->seed };

  words_title (title, &random);
  random.state += draft->revision % 10 == 9 ? 1 : 0;
  words_abstract (abstract, &random);
}

static void
append_authors (GString *out, const Draft *draft, gboolean ascii_only, const char *separator)
{
  Random random = { draft->seed ^ 0xa5a5 };

  for (guint i = 0; i < draft->n_authors; i++) {
    if (i > 0)
      g_string_append (out, separator);
    words_author (out, &random, ascii_only);
  }
}

/* Initials and surname, `et al.` after the second, as the tools until 2010 wrote them. */
static void
append_short_authors (GString *out, const Draft *draft)
{
  Random random = { draft->seed ^ 0xa5a5 };

  for (guint i = 0; i < MIN (draft->n_authors, 2); i++) {
    const char *surname = words_surname (&random);

    g_string_append_printf (out, "%s%c. %c%s", i > 0 ? ", " : "", 'A' + (char)(random_below (&random, 26)), g_ascii_toupper (surname[0]),
                            surname + 1);
  }
  if (draft->n_authors > 2)
    g_string_append (out, ", et al.");
}

static void
append_group_sentence (GString *out, const Draft *draft, Era era)
{
  char upper[32] = "";

  if (draft->group == NULL)
    return;
  switch (era) {
  case ERA_A:
  case ERA_B:
  case ERA_C:
  case ERA_D:
  case ERA_E:
  case ERA_F: g_string_append_printf (out, "This draft is a work item of the %s Working Group of the IETF.", draft->group->name); break;
  case ERA_G: g_string_append_printf (out, "This draft is a work item of the %s WG of the IETF.", draft->group->name); break;
  case ERA_H:
    for (gsize i = 0; draft->group->acronym[i] != '\0' && i < sizeof upper - 1; i++)
      upper[i] = g_ascii_toupper (draft->group->acronym[i]);
    g_string_append_printf (out, "It is a work item of the %s (%s) WG of the IETF.", draft->group->name, upper);
    break;
  }
}

static void
append_first_sentence (GString *out, const Draft *draft, Era era)
{
  static const char sentence[] = "A New Internet-Draft is available from the on-line Internet-Drafts directories.";
  g_autoptr (GString) words = g_string_new (NULL);

  switch (era) {
  case ERA_A:
    g_string_append_printf (words, "A %s Internet-Draft is available from the on-line Internet-Drafts directories. ",
                            draft->revision == 0 ? "New" : "Revised");
    append_group_sentence (words, draft, era);
    words_fill (out, words->str, 75, 0);
    return;
  case ERA_H:
    g_string_append_printf (words, "Internet-Draft %s-%02u.txt is now available. ", draft->name, draft->revision);
    append_group_sentence (words, draft, era);
    words_fill (out, words->str, 78, 0);
    return;
  case ERA_B:
  case ERA_C:
  case ERA_D:
  case ERA_E:
  case ERA_F:
  case ERA_G: break;
  }
  g_string_append (out, sentence);
  g_string_append (out, era == ERA_E ? " " : era == ERA_F ? "\n " : "\n");
  append_group_sentence (out, draft, era);
  g_string_append_c (out, '\n');
}

static void
append_date (GString *out, Era era, gint64 unix_s)
{
  guint year, month, day;

  mail_month (unix_s, &year, &month, &day);
  switch (era) {
  case ERA_A: g_string_append_printf (out, "%02u/%02u/%u", month, day, year); return;
  case ERA_B: g_string_append_printf (out, "%u-%.3s-%02u", day, mail_month_name (month), year % 100); return;
  case ERA_C: g_string_append_printf (out, "%u-%u-%u", year, month, day); return;
  case ERA_D:
  case ERA_E:
  case ERA_F:
  case ERA_G:
  case ERA_H: g_string_append_printf (out, "%u-%02u-%02u", year, month, day); return;
  }
}

/* What stands before each of the five values. */
static const char *const labels[][5] = {
  [ERA_A] = { "       Title     : ", "       Author(s) : ", "       Filename  : ", "       Pages     : ", "       Date      : " },
  [ERA_B] = { "\tTitle\t\t: ", "\tAuthor(s)\t: ", "\tFilename\t: ", "\tPages\t\t: ", "\tDate\t\t: " },
  [ERA_C] = { "\tTitle\t\t: ", "\tAuthor(s)\t: ", "\tFilename\t: ", "\tPages\t\t: ", "\tDate\t\t: " },
  [ERA_D] = { "\tTitle           : ", "\tAuthor(s)       : ", "\tFilename        : ", "\tPages           : ", "\tDate            : " },
  [ERA_E] = { "\tTitle           : ", "\tAuthor(s)       : ", "\tFilename        : ", "\tPages           : ", "\tDate            : " },
  [ERA_F] = { "\tTitle           : ", "\tAuthor(s)       : ", "\tFilename        : ", "\tPages           : ", "\tDate            : " },
  [ERA_G]
  = { "        Title           : ", "        Authors         : ", "\tFilename        : ", "\tPages           : ", "\tDate            : " },
  [ERA_H] = { "   Title:   ", "   Authors: ", "   Name:    ", "   Pages:   ", "   Dates:   " },
};

static void
append_block (Mail *mail, const Draft *draft, const char *title, Era era)
{
  GString *out = mail->body;
  gboolean ascii_only = mail->encoding == ENCODING_7BIT;

  g_string_append_printf (out, "%s%s\n%s", labels[era][0], title, labels[era][1]);
  if (era <= ERA_D)
    append_short_authors (out, draft);
  else
    append_authors (out, draft, ascii_only, era == ERA_H ? "\n            " : "\n                          ");
  g_string_append_printf (out, "\n%s%s-%02u.txt\n%s%u\n%s", labels[era][2], draft->name, draft->revision, labels[era][3],
                          4 + (guint)(draft->seed % 60), labels[era][4]);
  append_date (out, era, mail->unix_s);
  g_string_append (out, era == ERA_C ? "\n\t\n" : "\n\n");
}

static void
append_abstract (Mail *mail, const char *abstract, Era era)
{
  static const guint indents[] = { 0, 0, 0, 0, 3, 3, 3, 3 };
  GString *out = mail->body;

  if (era >= ERA_F)
    g_string_append (out, era == ERA_H ? "Abstract:\n\n" : "Abstract:\n");
  words_fill (out, abstract, 72, indents[era]);
  if (mail->has_from_line)
    g_string_append (out, "\nFrom the first packet to the last one, this line starts as the separator\nof a mailbox does.\n");
  g_string_append_c (out, '\n');
}

static void
append_old_places (GString *out, const Draft *draft, Era era)
{
  g_string_append_printf (out, "A URL for this Internet-Draft is:\nhttp://www.ietf.org/internet-drafts/%s-%02u.txt\n\n", draft->name,
                          draft->revision);
  if (era <= ERA_C)
    g_string_append (out, "To remove yourself from the IETF Announcement list, send a message to\nietf-announce-request with the word "
                          "unsubscribe in the body of the message.\n\n");
  g_string_append (out, "Internet-Drafts are also available by anonymous FTP at:\nftp://ftp.ietf.org/internet-drafts/\n\n");
  if (era <= ERA_D)
    g_string_append (out, "Below is the data which will enable a MIME compliant mail reader\nimplementation to automatically retrieve the "
                          "ASCII version of the\nInternet-Draft.\n");
}

static void
append_new_places (GString *out, const Draft *draft, Era era)
{
  const char *const tools = era == ERA_H ? "https://author-tools.ietf.org/iddiff" : "https://www.ietf.org/rfcdiff";

  g_string_append_printf (out, "The IETF datatracker status page for this %s is:\nhttps://datatracker.ietf.org/doc/%s/\n\n",
                          era == ERA_H ? "Internet-Draft" : "draft", draft->name);
  if (era == ERA_F)
    g_string_append_printf (out, "There's also a htmlized version available at:\nhttp://tools.ietf.org/html/%s-%02u\n\n", draft->name,
                            draft->revision);
  else if (era == ERA_G)
    g_string_append_printf (out, "There are also htmlized versions available at:\nhttps://tools.ietf.org/html/%s-%02u\n\n", draft->name,
                            draft->revision);
  else
    g_string_append_printf (out, "There is also an HTML version available at:\nhttps://www.ietf.org/archive/id/%s-%02u.html\n\n",
                            draft->name, draft->revision);
  if (draft->revision > 0)
    g_string_append_printf (out, "A diff from the previous version is available at:\n%s?url2=%s-%02u\n\n", tools, draft->name,
                            draft->revision);
  if (era == ERA_H)
    g_string_append (out, "Internet-Drafts are also available by rsync at:\nrsync.ietf.org::internet-drafts\n\n");
  else
    g_string_append (out,
                     "\nPlease note that it may take a couple of minutes from the time of submission\nuntil the htmlized version and diff "
                     "are available at tools.ietf.org.\n\nInternet-Drafts are also available by anonymous FTP at:\n"
                     "ftp://ftp.ietf.org/internet-drafts/\n");
}

static void
append_footer (GString *out, Era era)
{
  g_string_append (out, "\n_______________________________________________\n");
  if (era == ERA_H)
    g_string_append (out,
                     "I-D-Announce mailing list -- i-d-announce@ietf.org\nTo unsubscribe send an email to i-d-announce-leave@ietf.org\n");
  else
    g_string_append (out, "I-D-Announce mailing list\nI-D-Announce@ietf.org\nhttps://www.ietf.org/mailman/listinfo/i-d-announce\n");
}

void
body_draft (Mail *mail, const Draft *draft, Random *random)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) abstract = g_string_new (NULL);
  guint year, month, day;
  Era era;

  mail_month (mail->unix_s, &year, &month, &day);
  era = era_of (year);
  make_text (draft, title, abstract);
  mail->list = year < 2004 ? "ietf-announce" : "i-d-announce";
  mail->from_address = year < 2011 ? "Internet-Drafts@ietf.org" : "internet-drafts@ietf.org";
  mail->from_name = mail->has_encoded_header && random_permille (random, 500) ? "Internet-Drafts Ádministrator" : NULL;
  mail->group = draft->group != NULL ? draft->group->acronym : NULL;
  mail->is_multipart = era <= ERA_D && random_permille (random, 120);
  g_snprintf (mail->external, sizeof mail->external, "%s-%02u.txt", draft->name, draft->revision);
  g_string_append_printf (mail->subject, "I-D %s:%s%s-%02u.txt", era <= ERA_C ? "ACTION" : "Action", era <= ERA_D ? "" : " ", draft->name,
                          draft->revision);
  append_first_sentence (mail->body, draft, era);
  g_string_append (mail->body, era == ERA_D ? "\n\n" : "\n");
  append_block (mail, draft, title->str, era);
  append_abstract (mail, abstract->str, era);
  if (era <= ERA_E)
    append_old_places (mail->body, draft, era);
  else
    append_new_places (mail->body, draft, era);
  if (era >= ERA_D && !mail->is_multipart)
    append_footer (mail->body, era);
}
