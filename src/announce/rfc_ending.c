/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/rfc_private.h"
#include "announce/draft_name.h"

/* A product sentence longer than this is prose. */
#define MAX_PRODUCT_BYTES 1024

/* Paragraphs that begin like this end what can be abstract, and tell the status. */
static const struct {
  NkSlice words;
  const char *status;
} endings[] = {
  { NK_SLICE_LITERAL ("BCP:"), "Best Current Practice" },
  { NK_SLICE_LITERAL ("EXPERIMENTAL:"), "Experimental" },
  { NK_SLICE_LITERAL ("HISTORIC:"), "Historic" },
  { NK_SLICE_LITERAL ("STANDARDS TRACK:"), "Standards Track" },
  { NK_SLICE_LITERAL ("INFORMATIONAL:"), "Informational" },
  { NK_SLICE_LITERAL ("This document specifies an Internet standards track protocol"), "Standards Track" },
  { NK_SLICE_LITERAL ("This document specifies an Internet Best Current Practice"), "Best Current Practice" },
  { NK_SLICE_LITERAL ("This memo provides information for the Internet community"), "Informational" },
  { NK_SLICE_LITERAL ("This memo defines an Experimental Protocol for the Internet"), "Experimental" },
  { NK_SLICE_LITERAL ("This announcement is sent"), NULL },
};

static const NkSlice product_words = NK_SLICE_LITERAL ("This document is a product of");

/* A level and how mails of all years write it. */
static const struct {
  const char *written;
  const char *level;
} levels[] = {
  { "Proposed Standard", "Proposed Standard" },
  { "Draft Standard", "Draft Standard" },
  { "Internet Standard", "Internet Standard" },
  { "Standard", "Internet Standard" },
  { "Best Current Practice", "Best Current Practice" },
  { "Best Current Practices", "Best Current Practice" },
  { "Informational", "Informational" },
  { "Experimental", "Experimental" },
  { "Historic", "Historic" },
  { "Standards Track", "Standards Track" },
};

static const char *const streams[] = { "IETF", "IRTF", "IAB", "Independent", "Editorial", "Legacy" };

/* TRUE if the paragraph ends the abstract; fills what it tells. */
static gboolean
ends_abstract (NkSlice line, NkRfcEnding *ending)
{
  static const NkSlice level_words[] = { NK_SLICE_LITERAL ("This is now a "), NK_SLICE_LITERAL ("This is now an ") };

  for (guint i = 0; i < G_N_ELEMENTS (level_words); i++)
    if (nk_slice_starts (line, level_words[i])) {
      NkSlice level = nk_slice_from (line, level_words[i].length);
      gssize dot = nk_slice_find_char (level, '.');
      ending->level = dot >= 0 ? nk_slice_first (level, (gsize)dot) : level;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (nk_slice_starts (line, endings[i].words)) {
      if (ending->status == NULL)
        ending->status = endings[i].status;
      return TRUE;
    }
  return FALSE;
}

/* The paragraph at the start of `text`. */
static NkSlice
paragraph_at (NkSlice text)
{
  NkSlice rest = text, line, whole = { text.data, 0 };

  while (nk_slice_next_line (&rest, &line) && nk_slice_trim (line).length > 0)
    whole.length = (gsize)(line.data + line.length - text.data);
  return whole;
}

/* Goes through the paragraphs. An abstract can itself call its document a product of somebody, so the last such sentence counts; what stands
 * between it and the status paragraph is not abstract. */
void
nk_rfc_read_ending (NkSlice text, NkRfcEnding *ret_ending)
{
  NkSlice rest = text, line;
  gboolean starts = TRUE, ended = FALSE;
  NkRfcEnding ending = { text, NK_SLICE_EMPTY, NK_SLICE_EMPTY, NULL };

  while (nk_slice_next_line (&rest, &line)) {
    gsize offset = (gsize)(line.data - text.data);
    if (nk_slice_trim (line).length == 0) {
      starts = TRUE;
      continue;
    }
    line = nk_slice_trim (line);
    /* The level follows the product sentence without an empty line in some years. */
    if (starts || (ending.product.length > 0 && nk_slice_starts (line, NK_SLICE_LITERAL ("This is now a")))) {
      if (!ended && nk_slice_starts (line, product_words)) {
        ending.product = paragraph_at (nk_slice_from (text, offset));
        ending.abstract = nk_slice_first (text, offset);
      } else if (ends_abstract (line, &ending)) {
        if (!ended && ending.product.length == 0)
          ending.abstract = nk_slice_first (text, offset);
        ended = TRUE;
      }
    }
    starts = FALSE;
  }
  *ret_ending = ending;
}

/* The level in our words, NULL if it is none that we know. */
static const char *
known_level (NkSlice written)
{
  static const NkSlice protocol = NK_SLICE_LITERAL (" Protocol");

  written = nk_slice_trim (written);
  if (nk_slice_ends (written, protocol))
    written.length -= protocol.length;
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (nk_slice_equal_fold (written, nk_slice_text (levels[i].written)))
      return levels[i].level;
  return NULL;
}

/* `Standards Track` gives way to the level; else what the block says holds, then the status paragraph. */
static char *
choose_status (const NkRfcEnding *ending, NkSlice in_block)
{
  const char *level = known_level (ending->level), *status = known_level (in_block);

  if (status == NULL && nk_slice_trim (in_block).length > 0)
    return nk_parse_field (in_block, 64);
  if (status != NULL && strcmp (status, "Standards Track") != 0)
    return g_strdup (status);
  if (level != NULL)
    return g_strdup (level);
  return g_strdup (status != NULL ? status : ending->status);
}

static char *
choose_stream (NkSlice in_block, NkSlice product)
{
  static const struct {
    NkSlice words;
    const char *stream;
  } bodies[] = {
    { NK_SLICE_LITERAL ("of the IETF"), "IETF" },
    { NK_SLICE_LITERAL ("IRTF"), "IRTF" },
    { NK_SLICE_LITERAL ("Internet Architecture Board"), "IAB" },
    { NK_SLICE_LITERAL ("Internet Engineering Steering Group"), "IETF" },
  };

  in_block = nk_slice_trim (in_block);
  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    if (nk_slice_equal_fold (in_block, nk_slice_text (streams[i])))
      return g_strdup (streams[i]);
  if (in_block.length > 0)
    return nk_parse_field (in_block, 64);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (nk_slice_find (product, bodies[i].words) >= 0)
      return g_strdup (bodies[i].stream);
  return NULL;
}

/* The group of a product sentence; none where the board, the steering group or the IRTF as a whole stands behind it. */
static NkBodyGroup
group_of_product (NkSlice product)
{
  NkBodyGroup none = { NK_SLICE_EMPTY, NK_SLICE_EMPTY, NULL }, group;
  NkSlice words = nk_slice_from (product, product_words.length);

  words = nk_slice_trim (words);
  if (nk_slice_starts (words, NK_SLICE_LITERAL ("the ")))
    words = nk_slice_from (words, strlen ("the "));
  if (nk_slice_starts (words, NK_SLICE_LITERAL ("Internet Architecture Board"))
      || nk_slice_starts (words, NK_SLICE_LITERAL ("Internet Engineering Steering Group"))
      || nk_slice_starts (words, NK_SLICE_LITERAL ("IRTF")) || nk_slice_starts (words, NK_SLICE_LITERAL ("IETF")))
    return none;
  group = nk_body_read_group (words);
  return group.kind != NULL ? group : none;
}

void
nk_rfc_apply_ending (NkAnnouncement *announcement, const NkRfcEnding *ending, NkSlice status, NkSlice stream, const NkGroupTable *groups)
{
  g_autofree char *product = nk_parse_field (ending->product, MAX_PRODUCT_BYTES), *acronym = NULL;
  NkBodyGroup group = group_of_product (nk_slice_text (product));
  NkStanding standing = NK_STANDING_INDIVIDUAL;

  announcement->status = choose_status (ending, status);
  announcement->stream = choose_stream (stream, nk_slice_text (product));
  if (announcement->draft != NULL)
    standing = nk_draft_name_standing (announcement->draft, &acronym);
  nk_body_apply_group (announcement, &group, acronym, groups);
  if (announcement->group_kind == NULL && announcement->group_acronym != NULL)
    announcement->group_kind = g_strdup (standing == NK_STANDING_RG ? "rg" : standing == NK_STANDING_WG ? "wg" : NULL);
  if (announcement->group_area == NULL && g_strcmp0 (announcement->group_kind, "rg") == 0)
    announcement->group_area = g_strdup ("irtf");
}
