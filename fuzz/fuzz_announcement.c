/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* A message, what it announces, and the record as JSON. The first byte chooses what stands before the input: nothing, or the header of a mail from one of the
 * announcement lists, so that the input begins with the Subject. Promises: a record's strings are clean UTF-8 within their limits, a reason is given where it is
 * due, and the JSON is well-formed. */
#include "fuzz.h"

#include "announce/draft_name.h"
#include "ground/share.h"

#include <jansson.h>

#define MAX_FIELD_BYTES NK_MESSAGE_MAX_FIELD_BYTES

static const char *const heads[] = {
  "",
  "From: internet-drafts@ietf.org\nTo: <i-d-announce@ietf.org>\nList-Id: <i-d-announce.ietf.org>\nSubject: ",
  "From: Internet-Drafts@ietf.org\nTo: IETF-Announce:;\nSubject: ",
  "From: rfc-editor@rfc-editor.org\nTo: ietf-announce@ietf.org, rfc-dist@rfc-editor.org\nList-Id: <ietf-announce.ietf.org>\nSubject: ",
  "From: The IESG <iesg-secretary@ietf.org>\nTo: \"IETF-Announce\" <ietf-announce@ietf.org>\nList-Id: <ietf-announce.ietf.org>\nSubject: ",
  "From: IESG Secretary <iesg-secretary@ietf.org>\nTo: <ietf-announce@ietf.org>\nX-IETF-IDTracker: 1\nSubject: ",
  "From: internet-drafts@ietf.org\nTo: <i-d-announce@ietf.org>\nCc: tls@ietf.org\nList-Id: <tls.ietf.org>\nSubject: ",
};

static gpointer
load_groups (gpointer data)
{
  g_autofree char *path = nk_share_path ("groups.tsv", NULL);
  NkGroupTable *groups = path == NULL ? NULL : nk_group_table_load (path, NULL);

  g_assert_nonnull (groups);
  return groups;
}

static void
check_list (const GPtrArray *list, guint limit)
{
  g_assert_cmpuint (list->len, <=, limit);
  for (guint i = 0; i < list->len; i++) {
    g_assert_nonnull (g_ptr_array_index (list, i));
    nk_fuzz_check_clean (g_ptr_array_index (list, i), FALSE, MAX_FIELD_BYTES);
  }
}

static void
check_numbers (const GArray *numbers)
{
  g_assert_cmpuint (numbers->len, <=, NK_ANNOUNCEMENT_MAX_DOCUMENTS);
  for (guint i = 0; i < numbers->len; i++) {
    g_assert_cmpuint (g_array_index (numbers, guint, i), >=, 1);
    g_assert_cmpuint (g_array_index (numbers, guint, i), <=, 99999);
  }
}

static void
check_texts (const NkAnnouncement *record)
{
  const char *const lines[]
      = { record->group_acronym, record->group_name, record->group_kind, record->group_area, record->stream, record->status, record->month,
          record->draft,         record->doi,        record->level,      record->action,     record->url,    record->subject };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    nk_fuzz_check_clean (lines[i], FALSE, MAX_FIELD_BYTES);
  nk_fuzz_check_clean (record->title, FALSE, NK_ANNOUNCEMENT_MAX_TITLE_BYTES);
  nk_fuzz_check_clean (record->abstract, TRUE, NK_ANNOUNCEMENT_MAX_ABSTRACT_BYTES);
  check_list (record->authors, NK_ANNOUNCEMENT_MAX_AUTHORS);
  check_list (record->subseries, NK_ANNOUNCEMENT_MAX_DOCUMENTS);
  check_list (record->documents, NK_ANNOUNCEMENT_MAX_DOCUMENTS);
  check_numbers (record->obsoletes);
  check_numbers (record->updates);
}

static void
check_record (const NkAnnouncement *record)
{
  g_autofree char *json = nk_announcement_to_json (record);
  json_t *read_back = json_loads (json, JSON_REJECT_DUPLICATES, NULL);

  g_assert_true (json_is_object (read_back));
  json_decref (read_back);
  g_assert_nonnull (nk_kind_word (record->kind));
  g_assert_true (record->name != NULL && record->name[0] != '\0');
  g_assert_true (record->title != NULL && (record->title[0] != '\0' || record->subject[0] == '\0'));
  g_assert_nonnull (record->abstract);
  nk_fuzz_check_clean (record->name, FALSE, NK_DRAFT_NAME_MAX_BYTES);
  if (record->kind == NK_KIND_INTERNET_DRAFT) {
    g_assert_true (nk_draft_name_is_valid (nk_slice_text (record->name)));
    g_assert_true (strlen (record->revision) == 2 && g_ascii_isdigit (record->revision[0]) && g_ascii_isdigit (record->revision[1]));
  } else {
    g_assert_cmpstr (record->revision, ==, "");
  }
  g_assert_true ((record->kind == NK_KIND_RFC) == (record->rfc_number > 0) && record->rfc_number <= 99999);
  g_assert_cmpint (record->pages, <=, NK_ANNOUNCEMENT_MAX_PAGES);
  check_texts (record);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GOnce loading = G_ONCE_INIT;
  NkSlice input = nk_slice ((const char *)data, size);
  guint options = nk_fuzz_options (&input);
  g_autoptr (GString) bytes = g_string_new (heads[options % G_N_ELEMENTS (heads)]);
  g_autoptr (NkMessage) message = NULL;
  g_auto (NkRecognition) recognition = { 0 };
  NkRawMessage raw = { .quoting = NK_QUOTING_NONE };

  g_string_append_len (bytes, input.data, (gssize)input.length);
  raw.bytes = nk_slice (bytes->str, bytes->len);
  message = nk_message_parse (&raw, NK_PARSER_BOTH);
  nk_announcement_recognise (message, g_once (&loading, load_groups, NULL), &recognition);
  g_assert_nonnull (recognition.list);
  g_assert_true ((recognition.reason == NULL) == (recognition.verdict == NK_VERDICT_ANNOUNCEMENT));
  nk_fuzz_check_utf8 (recognition.reason);
  g_assert_true ((recognition.announcement != NULL)
                 == (recognition.verdict == NK_VERDICT_ANNOUNCEMENT || recognition.verdict == NK_VERDICT_COPY));
  if (recognition.announcement != NULL)
    check_record (recognition.announcement);
  return 0;
}
