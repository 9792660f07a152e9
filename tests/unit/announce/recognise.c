/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "sample.h"

#define SUBJECT "I-D Action: draft-heron-nest-03.txt"
#define BODY                                                                                                                               \
  "Internet-Draft draft-heron-nest-03.txt is now available.\n\n   Title:   Nests\n   Author:  Ada Heron\n   Name:    "                     \
  "draft-heron-nest-03.txt\n\n"                                                                                                            \
  "Abstract:\n\n   Text.\n"
#define OLD_BODY "A New Internet-Draft is available from the on-line Internet-Drafts directories.\n\nTitle : Nests\n\nText.\n"

static void
assert_verdict (const NkMessage *message, NkVerdict verdict, const char *list, const char *reason)
{
  g_auto (NkRecognition) recognition = { 0 };

  nk_announcement_recognise (message, NULL, &recognition);
  g_assert_cmpstr (recognition.reason, ==, reason);
  g_assert_cmpint (recognition.verdict, ==, verdict);
  g_assert_cmpstr (recognition.list, ==, list);
  g_assert_true ((recognition.announcement != NULL) == (verdict == NK_VERDICT_ANNOUNCEMENT || verdict == NK_VERDICT_COPY));
}

static void
assert_refused (const NkMessage *message, const char *reason)
{
  g_auto (NkRecognition) recognition = { 0 };

  nk_announcement_recognise (message, NULL, &recognition);
  g_assert_cmpint (recognition.verdict, ==, NK_VERDICT_UNRECOGNISED);
  g_assert_null (recognition.announcement);
  g_assert_cmpstr (recognition.reason, ==, reason);
}

static void
test_a_genuine_announcement_counts (void)
{
  NkMessage message = sample_draft (SUBJECT, BODY);

  assert_verdict (&message, NK_VERDICT_ANNOUNCEMENT, "i-d-announce", NULL);
}

static void
test_the_list_id_decides_where_there_is_one (void)
{
  NkMessage elsewhere = sample_message ("internet-drafts@ietf.org", "i-d-announce@ietf.org", "heron.ietf.org", SUBJECT, BODY);
  NkMessage spoofed
      = sample_message ("internet-drafts@ietf.org", "i-d-announce@ietf.org", "i-d-announce.ietf.org.evil.example", SUBJECT, BODY);
  NkMessage on_list = sample_message ("internet-drafts@ietf.org", "ada@heron.example", "i-d-announce.ietf.org", SUBJECT, BODY);

  assert_verdict (&elsewhere, NK_VERDICT_COPY, "", "a copy on another list");
  assert_verdict (&spoofed, NK_VERDICT_COPY, "", "a copy on another list");
  assert_verdict (&on_list, NK_VERDICT_ANNOUNCEMENT, "i-d-announce", NULL);
}

static void
test_without_a_list_id_the_recipients_decide (void)
{
  static const struct {
    const char *to, *list;
  } cases[] = {
    { "i-d-announce@ietf.org", "i-d-announce" },
    { "\"i-d announce\" <i-d-announce@ietf.org>, heron@ietf.org", "i-d-announce" },
    { "\"i-d-announce@ietf.org\" <i-d-announce@ietf.org>", "i-d-announce" },
    { "\"heron, ada\" <heron@ietf.org>, <i-d-announce@ietf.org>", "i-d-announce" },
    { "heron@ietf.org, ietf-announce@ietf.org", "ietf-announce" },
    { "new-wg-docs@ietf.org", "new-wg-docs" },
    { "ietf-announce: ;", "ietf-announce" },
    { "ietf-announce:;;@ns.cnri.reston.va.us", "ietf-announce" },
    { "ietf-announce:  ;", "ietf-announce" },
    { "ietf-announce:;;;;@cnri.reston.va.us;@eng.sun.com;;;", "ietf-announce" },
    { "ietf-announce@cnri.reston.va.us", "ietf-announce" },
    { "ietf-announce", "ietf-announce" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    NkMessage message
        = sample_message ("internet-drafts@cnri.reston.va.us", cases[i].to, "", "I-D ACTION:draft-heron-nest-03.txt", OLD_BODY);
    assert_verdict (&message, NK_VERDICT_ANNOUNCEMENT, cases[i].list, NULL);
  }
}

static void
test_an_address_that_only_looks_like_a_list_is_none (void)
{
  static const char *const cases[] = { "xi-d-announce@ietf.org",
                                       "i-d-announce@ietf.org.evil.example",
                                       "i-d-announce@ietf.orgx",
                                       "not-ietf-announce: ;",
                                       "ietf-announced: ;",
                                       "",
                                       "\"i-d-announce@ietf.org\" <heron@evil.example>",
                                       "i-d-announce@ietf.org <heron@evil.example>" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    NkMessage message = sample_message ("internet-drafts@ietf.org", cases[i], "", SUBJECT, BODY);
    assert_verdict (&message, NK_VERDICT_COPY, "", "a copy on another list");
  }
}

static void
test_a_stranger_announces_nothing (void)
{
  static const char *const strangers[] = { "ada@heron.example",
                                           "internet-drafts@ietf.org.evil.example",
                                           "internet-drafts@evilietf.org",
                                           "iesg-secretary@ietf.org",
                                           "xinternet-drafts@ietf.org",
                                           "rfc-editor@rfc-editor.org" };

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++) {
    g_autofree char *reason = g_strdup_printf ("sender %s is not one that announces this", strangers[i]);
    NkMessage on_list = sample_message (strangers[i], "i-d-announce@ietf.org", "i-d-announce.ietf.org", SUBJECT, BODY);
    NkMessage elsewhere = sample_message (strangers[i], "heron@ietf.org", "heron.ietf.org", SUBJECT, BODY);
    assert_refused (&on_list, reason);
    assert_refused (&elsewhere, "not from an announcement list");
  }
}

static void
test_senders_of_all_years_are_known (void)
{
  static const char *const senders[] = { "internet-drafts@ietf.org", "internet-drafts@cnri.reston.va.us",
                                         "internet-drafts@nri.reston.va.us", "internet-drafts@ns.cnri.reston.va.us" };
  static const char *const editors[] = { "rfc-editor@rfc-editor.org", "rfc-editor@isi.edu", "rfc-ed@isi.edu" };

  for (guint i = 0; i < G_N_ELEMENTS (senders); i++) {
    NkMessage message = sample_message (senders[i], "ietf-announce: ;", "", SUBJECT, BODY);
    assert_verdict (&message, NK_VERDICT_ANNOUNCEMENT, "ietf-announce", NULL);
  }
  for (guint i = 0; i < G_N_ELEMENTS (editors); i++) {
    NkMessage message = sample_message (editors[i], "ietf-announce: ;", "", "RFC 9999 on Nests",
                                        "RFC 9999:\n\nTitle: Nests\nAuthor: A. Heron\n\nText.\n");
    assert_verdict (&message, NK_VERDICT_ANNOUNCEMENT, "ietf-announce", NULL);
  }
}

static void
test_a_free_notice_of_a_stranger_does_not_count (void)
{
  NkMessage message
      = sample_message ("ada@heron.example", "ietf-announce@ietf.org", "ietf-announce.ietf.org", "IETF 999 Agenda", "Come all.\n");

  assert_refused (&message, "sender ada@heron.example is not one that announces this");
  message.from_address = (char *)"";
  assert_refused (&message, "without a sender");
}

static void
test_subject_and_body_have_to_agree (void)
{
  NkMessage other_revision = sample_draft ("I-D Action: draft-heron-nest-04.txt", BODY);
  NkMessage other_name = sample_draft ("I-D Action: draft-heron-nests-03.txt", BODY);
  NkMessage no_name = sample_draft ("I-D Action: see below", BODY);
  NkMessage no_form = sample_draft (SUBJECT, "Dear all,\n\nplease read our new draft.\n");
  NkMessage sentence_only = sample_draft (SUBJECT, "Internet-Draft draft-heron-nest-02.txt is now available.\n\n   Title:   Nests\n");

  assert_refused (&other_revision, "the Subject names draft-heron-nest-04, the body draft-heron-nest-03");
  assert_refused (&other_name, "the Subject names draft-heron-nests-03, the body draft-heron-nest-03");
  assert_refused (&no_name, "the Subject names no draft with its revision");
  assert_refused (&no_form, "the body is no announcement of a draft");
  assert_refused (&sentence_only, "the Subject names draft-heron-nest-03, the body draft-heron-nest-02");
}

static void
test_a_list_of_drafts_announces_nothing_else (void)
{
  static const char *const subjects[] = { "Hello", "Last Call: <draft-heron-nest-03.txt> (Nests) to Proposed Standard" };

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++) {
    NkMessage message = sample_message ("iesg-secretary@ietf.org", "i-d-announce@ietf.org", "", subjects[i],
                                        "The IESG has received a request to consider draft-heron-nest-03.\n");
    assert_refused (&message, "not what i-d-announce is for");
  }
}

static void
test_a_body_without_a_file_name_is_taken_by_the_subject (void)
{
  NkMessage message = sample_draft ("I-D ACTION:draft-heron-nest-03.txt", OLD_BODY);
  g_autoptr (NkAnnouncement) announcement = sample_announced (&message, NULL);

  g_assert_cmpstr (announcement->name, ==, "draft-heron-nest");
  g_assert_cmpstr (announcement->revision, ==, "03");
}

static void
test_prefixes_of_lists_are_no_part_of_a_subject (void)
{
  NkMessage message = sample_draft ("[I-D-Announce] [x]I-D Action: draft-heron-nest-03.txt", BODY);

  assert_verdict (&message, NK_VERDICT_ANNOUNCEMENT, "i-d-announce", NULL);
}

static void
test_replies_forwards_and_notifications_never_count (void)
{
  static const struct {
    const char *subject, *reason;
    gboolean is_reply;
  } cases[] = {
    { "Re: I-D Action: draft-heron-nest-03.txt", "a reply", TRUE },
    { "[heron] Re: I-D Action: draft-heron-nest-03.txt", "a reply", TRUE },
    { SUBJECT, "a reply", TRUE },
    { "FW: I-D Action: draft-heron-nest-03.txt", "a forwarded message", TRUE },
    { "Fwd: I-D Action: draft-heron-nest-03.txt", "a forwarded message", TRUE },
    { "I-D Action: draft-heron-nest-03.txt (fwd)", "a forwarded message", TRUE },
    { "New Version Notification for draft-heron-nest-03.txt", "a notification to authors or reviewers, no announcement", FALSE },
    { "New Version Notification - draft-heron-nest-03.txt", "a notification to authors or reviewers, no announcement", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    NkMessage message = sample_draft (cases[i].subject, BODY);
    message.is_reply = cases[i].is_reply;
    assert_refused (&message, cases[i].reason);
    message.list_id = (char *)"heron.ietf.org";
    assert_refused (&message, cases[i].reason);
  }
}

static void
test_a_kind_counts_only_on_its_own_lists (void)
{
  NkMessage message = sample_draft (SUBJECT, BODY);

  message.list_id = (char *)"rfc-dist.rfc-editor.org";
  assert_refused (&message, "not what rfc-dist is for");
}

static void
test_talk_on_other_lists_is_not_read (void)
{
  NkMessage message = sample_message ("ada@heron.example", "heron@ietf.org", "heron.ietf.org", "Nests again", "Dear all\n");
  NkMessage last_call = sample_message ("iesg-secretary@ietf.org", "heron@ietf.org", "heron.ietf.org",
                                        "Last Call: <draft-heron-nest-03.txt> (Nests) to Proposed Standard", "The IESG has received\n");

  assert_refused (&message, "not from an announcement list");
  assert_refused (&last_call, "not from an announcement list");
}

static void
test_what_cannot_be_read_says_why (void)
{
  NkMessage message = sample_draft (SUBJECT, BODY);

  message.problem = (char *)"no header";
  assert_verdict (&message, NK_VERDICT_UNREADABLE, "", "no header");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/recognise/" #name, test_##name)
  ADD (a_genuine_announcement_counts);
  ADD (a_list_of_drafts_announces_nothing_else);
  ADD (the_list_id_decides_where_there_is_one);
  ADD (without_a_list_id_the_recipients_decide);
  ADD (an_address_that_only_looks_like_a_list_is_none);
  ADD (a_stranger_announces_nothing);
  ADD (senders_of_all_years_are_known);
  ADD (a_free_notice_of_a_stranger_does_not_count);
  ADD (subject_and_body_have_to_agree);
  ADD (a_body_without_a_file_name_is_taken_by_the_subject);
  ADD (prefixes_of_lists_are_no_part_of_a_subject);
  ADD (replies_forwards_and_notifications_never_count);
  ADD (a_kind_counts_only_on_its_own_lists);
  ADD (talk_on_other_lists_is_not_read);
  ADD (what_cannot_be_read_says_why);
#undef ADD
  return g_test_run ();
}
