/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Announcements of RFCs, and the other kinds that ietf-announce carries. */
#include "generate.h"
#include <string.h>

static const struct {
  const char *status;
  const char *level; /* as actions name it */
  const char *action;
  const char *paragraph;
} levels[] = {
  { "Standards Track", "Proposed Standard", "Protocol Action",
    "STANDARDS TRACK: This document specifies an Internet Standards Track protocol for the Internet community, and requests discussion and "
    "suggestions for improvements. Distribution of this memo is unlimited." },
  { "Informational", "Informational RFC", "Document Action",
    "INFORMATIONAL: This memo provides information for the Internet community. It does not specify an Internet standard of any kind." },
  { "Experimental", "Experimental RFC", "Document Action",
    "EXPERIMENTAL: This memo defines an Experimental Protocol for the Internet community. It does not specify an Internet standard of any "
    "kind." },
};

static const char rfc_ending[] = "This announcement is sent to the IETF-Announce and rfc-dist lists.\n"
                                 "To subscribe or unsubscribe, see\n"
                                 "  https://www.ietf.org/mailman/listinfo/ietf-announce\n"
                                 "  https://mailman.rfc-editor.org/mailman/listinfo/rfc-dist\n\n"
                                 "For searching the RFC series, see https://www.rfc-editor.org/search\n\n\n"
                                 "The RFC Editor Team\n\n";

static void
append_list_footer (GString *out)
{
  g_string_append (out, "\n_______________________________________________\n"
                        "IETF-Announce mailing list -- ietf-announce@ietf.org\n"
                        "To unsubscribe send an email to ietf-announce-leave@ietf.org\n");
}

/* `Title: ` with the title wrapped as the RFC Editor's tool does, before every sixth word or so. */
static void
append_rfc_title (GString *out, const char *title)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  words_fill (filled, title, 58, 20);
  g_string_append_printf (out, "        Title:      %s", filled->str + 20);
}

static void
append_rfc_block (GString *out, guint number, const Draft *draft, const char *title, gint64 unix_s, guint level, Random *random)
{
  guint year, month, day;
  const char *a = words_surname (random), *b = words_surname (random);

  mail_month (unix_s, &year, &month, &day);
  g_string_append_printf (out, "A new Request for Comments is now available in online RFC libraries.\n\n        \n        RFC %u\n\n",
                          number);
  append_rfc_title (out, title);
  g_string_append_printf (out, "        Author:     A. %c%s, Ed.,B. %c%s\n", g_ascii_toupper (a[0]), a + 1, g_ascii_toupper (b[0]), b + 1);
  g_string_append_printf (out, "        Status:     %s\n", levels[level].status);
  if (year >= 2009)
    g_string_append (out, "        Stream:     IETF\n");
  g_string_append_printf (out, "        Date:       %s %u\n        Mailbox:    a@%s.example, b@%s.example\n", mail_month_name (month), year,
                          a, b);
  g_string_append_printf (out, "        Pages:      %u\n", 6 + random_below (random, 80));
  if (year < 2020)
    g_string_append_printf (out, "        Characters: %u\n", 20000 + random_below (random, 90000));
  if (number > 20100 && random_permille (random, 250))
    g_string_append_printf (out, "        Updates:    RFC %u\n", number - 1 - random_below (random, 99));
  else
    g_string_append (out, "        Updates/Obsoletes/SeeAlso:   None\n");
  g_string_append_printf (out, "\n        I-D Tag:    %s-%02u.txt\n\n        URL:        https://www.rfc-editor.org/info/rfc%u\n\n",
                          draft->name, draft->revision, number);
  if (year >= 2015)
    g_string_append_printf (out, "        DOI:        10.17487/RFC%u\n\n", number);
}

void
body_rfc (Mail *mail, guint number, const Draft *draft, Random *random)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) abstract = g_string_new (NULL);
  guint level = random_below (random, G_N_ELEMENTS (levels));

  words_title (title, random);
  words_abstract (abstract, random);
  mail->list = "ietf-announce";
  mail->from_address = "rfc-editor@rfc-editor.org";
  mail->from_name = mail->has_encoded_header ? "RFC Éditor" : NULL;
  mail->group = draft->group != NULL ? draft->group->acronym : NULL;
  g_string_append_printf (mail->subject, "RFC %u on %s", number, title->str);
  append_rfc_block (mail->body, number, draft, title->str, mail->unix_s, level, random);
  words_fill (mail->body, abstract->str, 72, 0);
  g_string_append_c (mail->body, '\n');
  if (draft->group != NULL)
    g_string_append_printf (mail->body, "This document is a product of the %s Working Group of the IETF.\n\n", draft->group->name);
  if (level == 0)
    g_string_append (mail->body, "This is now a Proposed Standard.\n\n");
  words_fill (mail->body, levels[level].paragraph, 72, 0);
  g_string_append_c (mail->body, '\n');
  g_string_append (mail->body, rfc_ending);
  append_list_footer (mail->body);
}

static void
append_day (GString *out, gint64 unix_s)
{
  guint year, month, day;

  mail_month (unix_s, &year, &month, &day);
  g_string_append_printf (out, "%u-%02u-%02u", year, month, day);
}

static void
last_call (Mail *mail, const Draft *draft, Random *random)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  words_title (title, random);
  g_string_append_printf (mail->subject, "Last Call: <%s-%02u.txt> (%s) to Proposed Standard", draft->name, draft->revision, title->str);
  if (draft->group != NULL)
    g_string_append_printf (text, "The IESG has received a request from the %s WG (%s) to consider", draft->group->name,
                            draft->group->acronym);
  else
    g_string_append (text, "The IESG has received a request from an individual submitter to consider");
  g_string_append_printf (text, " the following document: - '%s' <%s-%02u.txt> as Proposed Standard\n\n", title->str, draft->name,
                          draft->revision);
  g_string_append (text, "The IESG plans to make a decision in the next few weeks, and solicits final comments on this action. Please send "
                         "substantive comments to the last-call@ietf.org mailing lists by ");
  append_day (text, mail->unix_s + 14 * 86400);
  g_string_append (text, ".\n\nAbstract\n\n");
  words_fill (mail->body, text->str, 73, 0);
  g_string_truncate (text, 0);
  words_abstract (text, random);
  words_fill (mail->body, text->str, 72, 3);
  g_string_append_printf (mail->body, "\nThe file can be obtained via\nhttps://datatracker.ietf.org/doc/%s/\n\n", draft->name);
}

static void
action (Mail *mail, const Draft *draft, Random *random)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint level = random_below (random, G_N_ELEMENTS (levels));

  words_title (title, random);
  g_string_append_printf (mail->subject, "%s: '%s' to %s (%s-%02u.txt)", levels[level].action, title->str, levels[level].level, draft->name,
                          draft->revision);
  g_string_append_printf (mail->body, "The IESG has approved the following document:\n- '%s'\n  (%s-%02u.txt) as %s\n\n", title->str,
                          draft->name, draft->revision, levels[level].level);
  if (draft->group != NULL)
    g_string_append_printf (mail->body, "This document is the product of the %s Working Group.\n\n", draft->group->name);
  g_string_append_printf (mail->body, "A URL of this Internet-Draft is:\nhttps://datatracker.ietf.org/doc/%s/\n\nTechnical Summary\n\n",
                          draft->name);
  words_abstract (text, random);
  words_fill (mail->body, text->str, 72, 3);
  g_string_append (mail->body, "\nWorking Group Summary\n\n   Nobody spoke against it.\n");
}

static void
charter (Mail *mail, Random *random)
{
  const Group *group = words_group (random);
  g_autoptr (GString) text = g_string_new (NULL);

  mail->group = group->acronym;
  g_string_append_printf (mail->subject, "WG Action: Rechartered %s (%s)", group->name, group->acronym);
  g_string_append_printf (
      mail->body,
      "The %s (%s) WG in the Operations and Management Area of the IETF\nhas been rechartered. For additional information, "
      "please contact the Area\nDirectors or the WG Chairs.\n\n%s (%s)\n%s\nCurrent status: Active WG\n\n",
      group->name, group->acronym, group->name, group->acronym, "-----------------------------------------------------------------------");
  words_abstract (text, random);
  words_fill (mail->body, text->str, 76, 0);
}

static void
interim (Mail *mail, Random *random)
{
  const Group *group = words_group (random);
  g_autoptr (GString) topic = g_string_new (NULL);
  gint64 then_s = mail->unix_s + (10 + (gint64)random_below (random, 20)) * 86400;

  mail->group = group->acronym;
  words_title (topic, random);
  g_string_append_printf (mail->subject, "%s (%s) WG Virtual Meeting: ", group->name, group->acronym);
  append_day (mail->subject, then_s);
  g_string_append_printf (mail->body, "The %s (%s) WG will hold\na virtual interim meeting on ", group->name, group->acronym);
  append_day (mail->body, then_s);
  g_string_append_printf (mail->body, " from 15:00 to 16:00 America/New_York (19:00 to 20:00 UTC).\n\nAgenda:\n* %s (%u min)\n\n",
                          topic->str, 10 + random_below (random, 50));
  g_string_append_printf (mail->body, "Information about remote participation:\nhttps://meetings.example.org/?group=%s\n", group->acronym);
}

static void
notice (Mail *mail, Random *random)
{
  static const char *const addresses[] = { "nomcom-chair@ietf.org", "ietf-secretariat@ietf.org", "ietf-secretariat@ietf.org" };
  guint which = random_below (random, G_N_ELEMENTS (addresses)), year, month, day;
  g_autoptr (GString) text = g_string_new (NULL);

  mail_month (mail->unix_s, &year, &month, &day);
  mail->from_address = addresses[which];
  mail->from_name = which == 0 ? "NomCom Chair" : "IETF Secretariat";
  mail->group = NULL;
  switch (which) {
  case 0: g_string_append_printf (mail->subject, "NomCom %u: Call for Feedback, part %u", year, month); break;
  case 1: g_string_append_printf (mail->subject, "IETF %u Registration and Visas (%u)", 50 + (year - 2001) * 3 + month / 4, day); break;
  default: g_string_append_printf (mail->subject, "Maintenance of the mail system %u/%u", month, day); break;
  }
  words_abstract (text, random);
  words_fill (mail->body, text->str, 72, 0);
}

void
body_other (Mail *mail, const Draft *draft, Random *random)
{
  mail->list = "ietf-announce";
  mail->from_address = "iesg-secretary@ietf.org";
  mail->from_name = "The IESG";
  mail->group = draft->group != NULL ? draft->group->acronym : NULL;
  switch (random_below (random, 6)) {
  case 0:
  case 1: last_call (mail, draft, random); break;
  case 2: action (mail, draft, random); break;
  case 3: charter (mail, random); break;
  case 4: interim (mail, random); break;
  default: notice (mail, random); break;
  }
  if (mail->has_encoded_header)
    mail->from_name = "The Secrétariat";
  append_list_footer (mail->body);
}
