/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "sample_day.h"

typedef struct {
  const char *name, *revision, *title, *authors; /* authors parted by ; */
  const char *group, *group_name, *kind, *area;
  NkStanding standing;
  const char *stream;
  int pages;
  NkChange change;
  NkChangedFields changed;
  const char *previous;
  const char *abstract;
} SampleDraft;

static const SampleDraft ordinary_drafts[] = {
  { "draft-ietf-tidewater-harbour-flow",
    "04",
    "Harbour Flow Control for Tidal Links (HFC)",
    "Aiko Minato;Bertil Ström;Chidi Okafor",
    "tidewater",
    "Tidal Transport",
    "wg",
    "wit",
    NK_STANDING_WG,
    "IETF",
    31,
    NK_CHANGE_REVISED,
    { TRUE, FALSE, TRUE },
    "02",
    "Links whose capacity follows the tide leave senders idle for hours. This document specifies Harbour Flow Control (HFC), which "
    "announces the expected "
    "capacity of a link ahead of time. It does not change the congestion control of the transport." },
  { "draft-ietf-lanternkem-hybrid",
    "00",
    "A Hybrid Key Agreement for Lantern",
    "Dana Lichtenberg",
    "lanternkem",
    "Lantern Key Agreement",
    "wg",
    "sec",
    NK_STANDING_WG,
    "IETF",
    18,
    NK_CHANGE_ADOPTED,
    { FALSE, FALSE, FALSE },
    NULL,
    "This document defines a key agreement that combines a classical and a post-quantum exchange for Lantern. It keeps the number of round "
    "trips." },
  { "draft-irtf-quietnet-metrics",
    "07",
    "Metrics for Quiet Networks",
    "Emre Sessiz;Fumiko Shizuka",
    "quietnet",
    "Quiet Networks",
    "rg",
    "irtf",
    NK_STANDING_RG,
    "IRTF",
    44,
    NK_CHANGE_REVISED,
    { FALSE, TRUE, FALSE },
    "06",
    "This document describes metrics for networks that carry almost no traffic. The metrics are independent of the link layer." },
  { "draft-okafor-parcel-labels",
    "00",
    "Labels for Parcels in Motion",
    "Chidi Okafor",
    NULL,
    NULL,
    NULL,
    NULL,
    NK_STANDING_INDIVIDUAL,
    NULL,
    9,
    NK_CHANGE_NEW,
    { FALSE, FALSE, FALSE },
    NULL,
    "This document proposes labels for parcels that move between depots." },
  { "draft-editorial-rswg-margins",
    "01",
    "Margins of RFCs",
    "Greta Rand",
    "rswg",
    "RFC Series Working Group",
    "rswg",
    NULL,
    NK_STANDING_EDITORIAL,
    "Editorial",
    -1,
    NK_CHANGE_REVISED,
    { FALSE, FALSE, FALSE },
    NULL,
    "" },
};

typedef struct {
  guint number;
  const char *title, *authors, *status, *stream, *subseries, *draft, *doi;
  guint obsoletes, updates[2];
  const char *abstract;
} SampleRfc;

static const SampleRfc ordinary_rfcs[] = {
  { 99101,
    "Operating Lighthouses over IP",
    "Hanna Fyr;Ivo Svjetionik",
    "Best Current Practice",
    "IETF",
    "BCP 9901",
    "draft-ietf-lighthouse-ops-12",
    "10.17487/RFC99101",
    98001,
    { 98002, 98003 },
    "This document gives advice on operating lighthouses whose lamps are controlled over IP. It obsoletes RFC 98001." },
  { 99102,
    "A Format for Fog Reports",
    "Jun Kiri",
    "Informational",
    "Independent",
    NULL,
    "draft-kiri-fog-reports-05",
    "10.17487/RFC99102",
    0,
    { 0, 0 },
    "This document describes a compact format for reports of fog." },
};

typedef struct {
  NkKind kind;
  const char *subject, *title, *document, *action, *level, *ends, *url;
} SampleOther;

static const SampleOther ordinary_others[] = {
  { NK_KIND_LAST_CALL, "Last Call: <draft-ietf-lanternkem-arch-09.txt> (Lantern Architecture) to Proposed Standard", "Lantern Architecture",
    "draft-ietf-lanternkem-arch-09", "issued", "Proposed Standard", "2031-03-18",
    "https://datatracker.ietf.org/doc/draft-ietf-lanternkem-arch/" },
  { NK_KIND_DOCUMENT_ACTION, "Document Action: 'Tide Tables' to Informational RFC (draft-ietf-tidewater-tables-03.txt)", "Tide Tables",
    "draft-ietf-tidewater-tables-03", "approved", "Informational", NULL, "https://datatracker.ietf.org/doc/draft-ietf-tidewater-tables/" },
  { NK_KIND_CONFLICT_REVIEW, "Results of IETF-conflict review for draft-kiri-fog-reports-05", "draft-kiri-fog-reports-05",
    "draft-kiri-fog-reports-05", "no problem", NULL, NULL, NULL },
  { NK_KIND_GROUP_REVIEW, "WG Review: Parcel Transport (parcel)", "Parcel Transport", NULL, "proposed", NULL, "2031-03-14",
    "https://datatracker.ietf.org/wg/parcel/about/" },
  { NK_KIND_GROUP_ACTION, "WG Action: Conclusion of Lamp Control (lamp)", "Lamp Control", NULL, "concluded", NULL, NULL, NULL },
  { NK_KIND_INTERIM, "Tidal Transport (tidewater) WG Virtual Meeting: 2031-04-02 CHANGED", "Tidal Transport", NULL, "changed", NULL,
    "2031-04-02", NULL },
  { NK_KIND_MEETING, "IETF 199 Preliminary Agenda", "IETF 199 Preliminary Agenda", NULL, NULL, NULL, NULL, NULL },
};

#define DAY 22342 /* 2031-03-04 */

static const NkMeeting meeting_before = { 198, DAY - 110, DAY - 104, DAY - 122, "Lemuria", TRUE };

static const NkMeeting meeting = { 199, DAY + 11, DAY + 17, DAY - 1, "Atlantis", TRUE };

static void
stored_free (gpointer data)
{
  NkEntry *entry = data;

  nk_stored_free (entry->stored);
  g_free (entry);
}

static void
highlight_free (gpointer data)
{
  NkHighlight *highlight = data;

  g_free (highlight->topic);
  g_free (highlight->title);
  g_free (highlight->acronym);
  g_ptr_array_unref (highlight->documents);
  g_ptr_array_unref (highlight->short_names);
  g_array_unref (highlight->n_companions);
  g_ptr_array_unref (highlight->groups);
  g_free (highlight);
}

static NkDigest *
digest_new (NkState state)
{
  NkDigest *digest = g_new0 (NkDigest, 1);
  const NkCycleCount earlier = { &meeting_before, { DAY - 121, 2, 1, 4 } };

  digest->day = DAY;
  digest->state = state;
  digest->missing = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_gap_free);
  digest->internet_drafts = g_ptr_array_new_with_free_func (stored_free);
  digest->rfcs = g_ptr_array_new_with_free_func (stored_free);
  digest->others = g_ptr_array_new_with_free_func (stored_free);
  digest->highlights = g_ptr_array_new_with_free_func (highlight_free);
  digest->topics = g_array_new (FALSE, FALSE, sizeof (NkTopicCount));
  digest->readings = g_ptr_array_new_with_free_func ((GDestroyNotify)nk_reading_free);
  digest->days_before = g_array_new (FALSE, FALSE, sizeof (NkDayCount));
  for (int i = NK_DIGEST_DAYS_BEFORE; i > 0; i--) {
    NkDayCount count = { digest->day - i, (guint)(i * 7) % 23, i == 3 ? 1 : 0, (guint)i % 2 };

    g_array_append_val (digest->days_before, count);
  }
  digest->meeting = &meeting;
  digest->earlier = g_array_new (FALSE, FALSE, sizeof (NkCycleCount));
  g_array_append_val (digest->earlier, earlier);
  digest->phase = NK_CALENDAR_CLOSED;
  digest->phase_days = 11;
  return digest;
}

static void
add_texts (GPtrArray *texts, const char *joined)
{
  g_auto (GStrv) parts = g_strsplit (joined != NULL ? joined : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (texts, g_strdup (parts[i]));
}

static NkStored *
stored_new (NkDigest *digest, NkAnnouncement *announcement, guint serial, const char *list)
{
  NkStored *stored = g_new0 (NkStored, 1);

  stored->id = serial;
  stored->announcement = announcement;
  stored->announced_unix_s = nk_day_start_unix_s (digest->day) + NK_DAY_SECONDS - 1 - (gint64)serial * 97;
  stored->day = digest->day;
  stored->list = g_strdup (list);
  stored->message_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (stored->message_ids, g_strdup_printf ("<%u.sample@mail.example>", serial));
  return stored;
}

static NkEntry *
entry_add (GPtrArray *entries, NkStored *stored)
{
  NkEntry *entry = g_new0 (NkEntry, 1);

  entry->stored = stored;
  g_ptr_array_add (entries, entry);
  return entry;
}

static void
add_draft (NkDigest *digest, const SampleDraft *draft)
{
  NkAnnouncement *announcement = nk_announcement_new (NK_KIND_INTERNET_DRAFT);
  NkEntry *entry = entry_add (digest->internet_drafts, stored_new (digest, announcement, digest->internet_drafts->len, "i-d-announce"));

  announcement->name = g_strdup (draft->name);
  g_free (announcement->revision);
  announcement->revision = g_strdup (draft->revision);
  announcement->title = g_strdup (draft->title);
  announcement->subject = g_strdup_printf ("I-D Action: %s-%s.txt", draft->name, draft->revision);
  add_texts (announcement->authors, draft->authors);
  announcement->pages = draft->pages;
  g_free (announcement->abstract);
  announcement->abstract = g_strdup (draft->abstract);
  announcement->group_acronym = g_strdup (draft->group);
  announcement->group_name = g_strdup (draft->group_name);
  announcement->group_kind = g_strdup (draft->kind);
  announcement->group_area = g_strdup (draft->area);
  announcement->standing = draft->standing;
  announcement->stream = g_strdup (draft->stream);
  entry->change = draft->change;
  entry->changed = draft->changed;
  if (draft->previous != NULL) {
    NkAnnouncement *before = nk_announcement_new (NK_KIND_INTERNET_DRAFT);

    before->name = g_strdup (draft->name);
    g_free (before->revision);
    before->revision = g_strdup (draft->previous);
    entry->stored->previous = (gpointer)stored_new (digest, before, 900, "i-d-announce");
  }
}

static void
add_rfc (NkDigest *digest, const SampleRfc *rfc)
{
  NkAnnouncement *announcement = nk_announcement_new (NK_KIND_RFC);

  entry_add (digest->rfcs, stored_new (digest, announcement, 100 + digest->rfcs->len, "ietf-announce"));
  announcement->name = g_strdup_printf ("rfc%u", rfc->number);
  announcement->rfc_number = rfc->number;
  announcement->title = g_strdup (rfc->title);
  announcement->subject = g_strdup_printf ("RFC %u on %s", rfc->number, rfc->title);
  add_texts (announcement->authors, rfc->authors);
  announcement->pages = 12;
  g_free (announcement->abstract);
  announcement->abstract = g_strdup (rfc->abstract);
  announcement->status = g_strdup (rfc->status);
  announcement->stream = g_strdup (rfc->stream);
  announcement->month = g_strdup ("March 2031");
  announcement->draft = g_strdup (rfc->draft);
  announcement->doi = g_strdup (rfc->doi);
  if (rfc->subseries != NULL)
    g_ptr_array_add (announcement->subseries, g_strdup (rfc->subseries));
  if (rfc->obsoletes != 0)
    g_array_append_val (announcement->obsoletes, rfc->obsoletes);
  for (gsize i = 0; i < G_N_ELEMENTS (rfc->updates) && rfc->updates[i] != 0; i++)
    g_array_append_val (announcement->updates, rfc->updates[i]);
}

static void
add_other (NkDigest *digest, const SampleOther *other)
{
  NkAnnouncement *announcement = nk_announcement_new (other->kind);

  entry_add (digest->others, stored_new (digest, announcement, 200 + digest->others->len, "ietf-announce"));
  announcement->name = g_strdup_printf ("%s/0123456789abcdef", nk_kind_word (other->kind));
  announcement->subject = g_strdup (other->subject);
  announcement->title = g_strdup (other->title);
  announcement->action = g_strdup (other->action);
  announcement->level = g_strdup (other->level);
  announcement->url = g_strdup (other->url);
  if (other->document != NULL)
    g_ptr_array_add (announcement->documents, g_strdup (other->document));
  if (other->ends != NULL)
    g_assert_true (nk_day_parse (nk_slice_text (other->ends), &announcement->ends));
}

static NkHighlight *
add_highlight (NkDigest *digest, const char *topic, const char *title, const char *acronym, const char *documents, const char *names)
{
  NkHighlight *highlight = g_new0 (NkHighlight, 1);

  highlight->topic = g_strdup (topic);
  highlight->title = g_strdup (title);
  highlight->acronym = g_strdup (acronym);
  highlight->documents = g_ptr_array_new_with_free_func (g_free);
  highlight->short_names = g_ptr_array_new_with_free_func (g_free);
  add_texts (highlight->documents, documents);
  add_texts (highlight->short_names, names);
  highlight->n_companions = g_array_new (FALSE, TRUE, sizeof (guint));
  highlight->groups = g_ptr_array_new_with_free_func (g_free);
  highlight->n_documents = highlight->documents->len;
  g_ptr_array_add (digest->highlights, highlight);
  return highlight;
}

/* A theme of the table, four documents of two groups, one told with another. */
static void
add_theme (NkDigest *digest)
{
  static const NkTopic topic = { "cc", "輻輳制御", "Congestion control", 0 };
  const NkTopicCount count = { &topic, 5, 1, 20, 2.44 };
  NkHighlight *highlight = add_highlight (
      digest, "topic:cc", topic.en, "",
      "draft-ietf-tidewater-harbour-flow-04;draft-reed-harbour-flow-guide-00;draft-reed-ccwg-tide-02;draft-reed-ccwg-moon-01",
      "HFC;Tides;Moons");
  guint one = 1;

  g_array_append_val (highlight->n_companions, one);
  g_array_set_size (highlight->n_companions, 3);
  add_texts (highlight->groups, "tidewater;ccwg");
  highlight->theme = &topic;
  highlight->n_new = 1;
  highlight->n_revised = 3;
  highlight->n_before = 20;
  highlight->lift = 2.44;
  digest->baseline = (NkBaseline){ TRUE, digest->day - NK_BASELINE_DAYS, digest->day - 1, 2000 };
  g_array_append_val (digest->topics, count);
}

static void
add_reading (NkDigest *digest, const char *message_id, NkReadingClass reading_class, const char *subject, const char *reason)
{
  NkReading *reading = g_new0 (NkReading, 1);

  reading->message_id = g_strdup (message_id);
  reading->subject = g_strdup (subject);
  reading->from_address = g_strdup ("sender@mail.example");
  reading->day = digest->day;
  reading->reading_class = reading_class;
  reading->document = g_strdup ("");
  reading->list = g_strdup ("i-d-announce");
  reading->reason = g_strdup (reason);
  g_ptr_array_add (digest->readings, reading);
  digest->ledger.messages++;
}

NkDigest *
sample_day_ordinary (void)
{
  NkDigest *digest = digest_new (NK_STATE_COMPLETE);

  for (gsize i = 0; i < G_N_ELEMENTS (ordinary_drafts); i++)
    add_draft (digest, &ordinary_drafts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (ordinary_rfcs); i++)
    add_rfc (digest, &ordinary_rfcs[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (ordinary_others); i++)
    add_other (digest, &ordinary_others[i]);
  add_highlight (digest, "group:lanternkem", "Lantern Key Agreement", "lanternkem", "draft-ietf-lanternkem-hybrid-00",
                 "A Hybrid Key Agreement")
      ->n_new
      = 1;
  add_theme (digest);
  add_highlight (digest, "rfcs", "", "", "rfc99101;rfc99102", "RFC 99101;RFC 99102");
  add_reading (digest, "<0.sample@mail.example>", NK_READING_COUNTED, "I-D Action: draft-ietf-tidewater-harbour-flow-04.txt", "");
  add_reading (digest, "<0.sample@mail.example>", NK_READING_DUPLICATE, "I-D Action: draft-ietf-tidewater-harbour-flow-04.txt",
               "second copy of draft-ietf-tidewater-harbour-flow-04");
  add_reading (digest, "<reply@mail.example>", NK_READING_UNRECOGNISED, "Re: I-D Action: draft-x-00.txt", "a reply");
  digest->ledger = (NkLedgerCounts){
    .messages = 17, .counted = 7, .duplicates = 1, .other_kinds = 7, .other_days = 1, .unrecognised = 1, .repaired = 2
  };
  return digest;
}

NkDigest *
sample_day_quiet (void)
{
  return digest_new (NK_STATE_QUIET);
}

/* A source that is known up to 2031-03-04T09:00:00Z only. */
static void
add_gap (NkDigest *digest, const char *list, const char *failure)
{
  NkGap *gap = nk_gap_new (NK_GAP_SOURCE);

  gap->list = g_strdup (list);
  gap->failure = g_strdup (failure);
  gap->until_unix_s = nk_day_start_unix_s (nk_day (2031, 3, 4)) + 9 * 3600;
  g_ptr_array_add (digest->missing, gap);
}

NkDigest *
sample_day_incomplete (void)
{
  NkDigest *digest = digest_new (NK_STATE_INCOMPLETE);

  add_gap (digest, "ietf-announce", NULL);
  add_draft (digest, &ordinary_drafts[0]);
  digest->ledger = (NkLedgerCounts){ .messages = 2, .counted = 1, .unreadable = 1 };
  return digest;
}

NkDigest *
sample_day_hostile (void)
{
  NkDigest *digest = digest_new (NK_STATE_COMPLETE);

  for (guint i = 0; sample_hostile_texts[i] != NULL; i++) {
    const char *text = sample_hostile_texts[i];
    g_autofree char *name = g_strdup_printf ("draft-hostile-%u", i);
    SampleDraft draft = { .name = name,
                          .revision = "01",
                          .title = text,
                          .authors = text,
                          .group = i % 2 == 0 ? "odd" : NULL,
                          .group_name = text,
                          .kind = "wg",
                          .area = "sec",
                          .standing = NK_STANDING_WG,
                          .stream = text,
                          .pages = 1,
                          .change = NK_CHANGE_REVISED,
                          .abstract = text };
    SampleRfc rfc = { 90000 + i, text, text, text, text, text, text, text, 1, { 2, 3 }, text };
    SampleOther other
        = { NK_KIND_OTHER, text, text, text,
            text,          text, NULL, i % 3 == 0 ? "javascript:alert(1)" : i % 3 == 1 ? "https://example.com/\"><b>(x)" : NULL };

    add_draft (digest, &draft);
    add_rfc (digest, &rfc);
    add_other (digest, &other);
    add_highlight (digest, "group:odd", text, text, "draft-hostile-0-01", text);
    add_reading (digest, text, NK_READING_UNRECOGNISED, text, text);
    add_gap (digest, text, text);
  }
  digest->state = NK_STATE_INCOMPLETE;
  return digest;
}

NkDigest *
sample_day_large (guint n)
{
  static const char *const areas[] = { "art", "gen", "int", "ops", "rtg", "sec", "wit", "irtf" };
  NkDigest *digest = digest_new (NK_STATE_COMPLETE);

  for (guint i = 0; i < n; i++) {
    guint group = i * 7 % 60;
    gboolean alone = i % 5 < 2;
    g_autofree char *name = g_strdup_printf ("draft-%s-large-%u", alone ? "author" : "ietf-group", i);
    g_autofree char *acronym = alone ? NULL : g_strdup_printf ("group%u", group);
    SampleDraft draft = { .name = name,
                          .revision = i % 3 == 0 ? "00" : "03",
                          .title = "A Protocol for the Measurement of Large Days (LARGE)",
                          .authors = "Aiko Minato;Bertil Ström;Chidi Okafor",
                          .group = acronym,
                          .group_name = alone ? NULL : "A Group of the Large Day",
                          .kind = alone ? NULL : "wg",
                          .area = alone ? NULL : areas[group % 8],
                          .standing = alone ? NK_STANDING_INDIVIDUAL : NK_STANDING_WG,
                          .stream = alone ? NULL : "IETF",
                          .pages = (int)i,
                          .change = i % 3 == 0 ? NK_CHANGE_NEW : NK_CHANGE_REVISED,
                          .abstract = ordinary_drafts[0].abstract };

    add_draft (digest, &draft);
  }
  return digest;
}

NkDigest *
sample_day_of_groups (const char *const *acronyms)
{
  NkDigest *digest = digest_new (NK_STATE_COMPLETE);

  for (guint i = 0; acronyms[i] != NULL; i++) {
    g_autofree char *name = g_strdup_printf ("draft-x-%u", i);
    gboolean alone = acronyms[i][0] == '\0';
    SampleDraft draft = { .name = name,
                          .revision = "00",
                          .title = "X",
                          .authors = "A B",
                          .group = alone ? NULL : acronyms[i],
                          .area = alone ? NULL : "sec",
                          .pages = 1,
                          .abstract = "This document defines X." };

    add_draft (digest, &draft);
  }
  return digest;
}
