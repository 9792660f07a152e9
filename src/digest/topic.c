/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Which terms of the table a document holds, and what they come to. */
#include "digest/topic_private.h"

#include <string.h>

#define MAX_HITS 512 /* found in one document; more say nothing new */
#define WINDOW_WORDS 128
#define NONE G_MAXUINT

/* How often a term counts. */
static const guint factors[] = { [NK_TOPIC_GROUP] = 1, [NK_TOPIC_TITLE] = 3, [NK_TOPIC_NAME] = 2, [NK_TOPIC_ABSTRACT] = 1 };

typedef struct {
  guint term; /* in the table; NK_TOPIC_GROUP: in its groups */
  guint topic, points;
  NkTopicPlace place;
} Hit;

typedef struct {
  Hit hit[MAX_HITS];
  guint n_hits, first_of_place;
} Hits;

const char *
nk_topic_place_word (NkTopicPlace place)
{
  switch (place) {
  case NK_TOPIC_GROUP: return "group";
  case NK_TOPIC_TITLE: return "title";
  case NK_TOPIC_NAME: return "name";
  case NK_TOPIC_ABSTRACT: return "abstract";
  }
  return NULL;
}

static inline gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

static inline gboolean
is_plural (const char *folded, guint length)
{
  return length > 3 && folded[length - 1] == 's' && folded[length - 2] != 's';
}

gboolean
nk_topic_next_word (NkSlice *rest, NkSlice *ret_word)
{
  gsize start = 0, end;

  while (start < rest->length && !is_word_byte (rest->data[start]))
    start++;
  for (end = start; end < rest->length && is_word_byte (rest->data[end]); end++)
    ;
  *ret_word = nk_slice (rest->data + start, end - start);
  *rest = nk_slice_from (*rest, end);
  return end > start;
}

guint
nk_topic_fold (NkSlice word, char folded[NK_TOPIC_MAX_WORD_BYTES + 1])
{
  gsize length = word.length;

  if (length > NK_TOPIC_MAX_WORD_BYTES)
    return 0;
  for (gsize i = 0; i < length; i++)
    folded[i] = g_ascii_tolower (word.data[i]);
  return (guint)length - (is_plural (folded, (guint)length) ? 1 : 0);
}

/* Place in `words`, or NONE. */
static guint
find_word (const NkTopicTable *table, const char *folded, guint length, guint32 hash, gboolean is_stem)
{
  const NkTopicWord *words = (const NkTopicWord *)(void *)table->words->data;

  for (guint slot = hash & (table->n_slots - 1); table->slots[slot] != 0; slot = (slot + 1) & (table->n_slots - 1)) {
    const NkTopicWord *word = &words[table->slots[slot] - 1];

    if (word->length == length && word->is_stem == is_stem && memcmp (word->text, folded, length) == 0)
      return table->slots[slot] - 1;
  }
  return NONE;
}

/* The next word of `*rest` as a token, cut off it; folded, hashed and looked up in one pass. FALSE at the end. */
static gboolean
read_token (const NkTopicTable *table, NkSlice *rest, NkTopicToken *ret_token)
{
  NkTopicToken token = { NULL, 0, NONE, NONE };
  char folded[NK_TOPIC_MAX_WORD_BYTES + 1];
  guint32 hash = NK_TOPIC_HASH_START, singular = NK_TOPIC_HASH_START;
  gboolean may_be_stem = FALSE;
  guint length = 0;
  NkSlice word;

  if (!nk_topic_next_word (rest, &word))
    return FALSE;
  token.start = word.data;
  token.length = (guint)word.length;
  *ret_token = token;
  if (word.length > NK_TOPIC_MAX_WORD_BYTES)
    return TRUE;
  while (length < word.length) {
    char c = word.data[length];

    folded[length] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
    singular = hash;
    hash = NK_TOPIC_HASH_STEP (hash, folded[length]);
    length++;
    if (length == NK_TOPIC_MIN_STEM)
      may_be_stem = (table->stem_starts[NK_TOPIC_STEM_BIT (hash) / 8] >> NK_TOPIC_STEM_BIT (hash) % 8 & 1) != 0;
    if (may_be_stem && table->stem_lengths[length]) {
      guint stem = find_word (table, folded, length, NK_TOPIC_HASH_END (hash, TRUE), TRUE);

      token.stem = stem != NONE ? stem : token.stem;
    }
  }
  if (is_plural (folded, length)) {
    length--;
    hash = singular;
  }
  token.word = find_word (table, folded, length, NK_TOPIC_HASH_END (hash, FALSE), FALSE);
  *ret_token = token;
  return TRUE;
}

static void
add_hit (Hits *hits, Hit hit)
{
  for (guint i = hits->first_of_place; i < hits->n_hits; i++)
    if (hits->hit[i].term == hit.term)
      return;
  if (hits->n_hits < MAX_HITS)
    hits->hit[hits->n_hits++] = hit;
}

/* Capitals of the term must stand in the text; a plural of the text may have its s behind them. */
static gboolean
has_capitals_of (const NkTopicTerm *term, const NkTopicToken *tokens)
{
  NkSlice rest = nk_slice_text (term->text), word;

  for (guint i = 0; i < term->n_words && nk_topic_next_word (&rest, &word); i++)
    for (gsize c = 0; c < word.length; c++)
      if (g_ascii_isupper (word.data[c]) && (c >= tokens[i].length || tokens[i].start[c] != word.data[c]))
        return FALSE;
  return TRUE;
}

static gboolean
stands_at (const NkTopicTerm *term, const NkTopicToken *tokens, guint n_tokens, NkTopicPlace place)
{
  if (term->n_words > n_tokens)
    return FALSE;
  for (guint i = 0; i < term->n_words; i++)
    if (tokens[i].word != term->word[i] && tokens[i].stem != term->word[i])
      return FALSE;
  /* A draft's name has no capitals at all. */
  return !term->has_capitals || place == NK_TOPIC_NAME || has_capitals_of (term, tokens);
}

static void
match_word (const NkTopicTable *table, guint word, const NkTopicToken *tokens, guint n_tokens, NkTopicPlace place, Hits *hits)
{
  const NkTopicWord *first;

  if (word == NONE)
    return;
  first = &g_array_index (table->words, NkTopicWord, word);
  for (guint i = first->first_term; i < first->first_term + first->n_terms; i++) {
    const NkTopicTerm *term = &g_array_index (table->terms, NkTopicTerm, i);

    if (stands_at (term, tokens, n_tokens, place))
      add_hit (hits, (Hit){ i, term->topic, term->weight * factors[place], place });
  }
}

/* A window of words goes over the text; the last few, of which a term may still begin, are taken along. */
static void
match_text (const NkTopicTable *table, NkSlice text, NkTopicPlace place, Hits *hits)
{
  NkTopicToken window[WINDOW_WORDS];
  guint n = 0;
  gboolean is_over = FALSE;

  hits->first_of_place = hits->n_hits;
  while (!is_over) {
    guint i = 0;

    while (n < WINDOW_WORDS && read_token (table, &text, &window[n]))
      n++;
    is_over = n < WINDOW_WORDS;
    for (; i < n && (is_over || n - i >= NK_TOPIC_MAX_TERM_WORDS); i++) {
      match_word (table, window[i].word, window + i, n - i, place, hits);
      match_word (table, window[i].stem, window + i, n - i, place, hits);
    }
    n -= i;
    memmove (window, window + i, n * sizeof *window);
  }
}

static gint
compare_acronym (gconstpointer a, gconstpointer b)
{
  return strcmp (a, ((const NkTopicGroup *)b)->acronym);
}

/* Several topics may have the group: bsearch finds one of them. */
static void
match_group (const NkTopicTable *table, const char *acronym, guint numerator, Hits *hits)
{
  const NkTopicGroup *groups = (const NkTopicGroup *)(void *)table->groups->data, *found;
  guint i;

  if (acronym == NULL || table->groups->len == 0)
    return;
  found = bsearch (acronym, groups, table->groups->len, sizeof *groups, compare_acronym);
  if (found == NULL)
    return;
  for (i = (guint)(found - groups); i > 0 && strcmp (groups[i - 1].acronym, acronym) == 0; i--)
    ;
  hits->first_of_place = hits->n_hits;
  for (; i < table->groups->len && strcmp (groups[i].acronym, acronym) == 0; i++)
    add_hit (hits, (Hit){ i, groups[i].topic, groups[i].weight * numerator / 3, NK_TOPIC_GROUP });
}

/* draft-AUTHOR-GROUP-…: the third part of an individual draft's name often is the group that it is meant for, which counts two thirds. */
static char *
group_in_name (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name != NULL ? name : "", "-", 4);

  if (g_strv_length (parts) < 4 || !g_str_equal (parts[0], "draft"))
    return NULL;
  return g_strdup (parts[2]);
}

/* The name without what stands in every name: draft, and who wrote it. */
static NkSlice
telling_name (const NkAnnouncement *announcement)
{
  NkSlice name = nk_slice_text (announcement->name);

  for (guint i = 0; i < 2 && announcement->kind == NK_KIND_INTERNET_DRAFT; i++) {
    gssize at = nk_slice_find_char (name, '-');

    name = at >= 0 ? nk_slice_from (name, (gsize)at + 1) : NK_SLICE_EMPTY;
  }
  return announcement->kind == NK_KIND_INTERNET_DRAFT ? name : NK_SLICE_EMPTY;
}

static gint
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *one = a, *other = b;

  if (one->topic != other->topic)
    return one->topic < other->topic ? -1 : 1;
  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  return one->term < other->term ? -1 : one->term > other->term;
}

/* All hits, by topic. */
static void
find_hits (const NkTopicTable *table, const NkAnnouncement *announcement, Hits *hits)
{
  hits->n_hits = hits->first_of_place = 0;
  if (announcement->group_acronym != NULL) {
    match_group (table, announcement->group_acronym, 3, hits);
  } else {
    g_autofree char *acronym = group_in_name (announcement->name);

    match_group (table, acronym, 2, hits);
  }
  match_text (table, nk_slice_text (announcement->title), NK_TOPIC_TITLE, hits);
  match_text (table, telling_name (announcement), NK_TOPIC_NAME, hits);
  match_text (table, nk_slice_text (announcement->abstract), NK_TOPIC_ABSTRACT, hits);
  qsort (hits->hit, hits->n_hits, sizeof *hits->hit, compare_hits);
}

static gint
compare_scores (gconstpointer a, gconstpointer b)
{
  const NkTopicScore *one = a, *other = b;

  if (one->points != other->points)
    return one->points > other->points ? -1 : 1;
  return one->topic->index < other->topic->index ? -1 : one->topic->index > other->topic->index;
}

GArray *
nk_topic_match (const NkTopicTable *table, const NkAnnouncement *announcement)
{
  GArray *scores = g_array_new (FALSE, FALSE, sizeof (NkTopicScore));
  Hits hits;

  g_return_val_if_fail (table != NULL && announcement != NULL, scores);
  find_hits (table, announcement, &hits);
  for (guint i = 0; i < hits.n_hits;) {
    NkTopicScore score = { nk_topic_table_topic (table, hits.hit[i].topic), 0 };

    for (; i < hits.n_hits && hits.hit[i].topic == score.topic->index; i++)
      score.points += hits.hit[i].points;
    if (score.points >= NK_TOPIC_THRESHOLD)
      g_array_append_val (scores, score);
  }
  g_array_sort (scores, compare_scores);
  if (scores->len > NK_TOPIC_MAX_OF_DOCUMENT)
    g_array_set_size (scores, NK_TOPIC_MAX_OF_DOCUMENT);
  return scores;
}

GArray *
nk_topic_explain (const NkTopicTable *table, const NkAnnouncement *announcement)
{
  GArray *explained = g_array_new (FALSE, FALSE, sizeof (NkTopicHit));
  Hits hits;

  g_return_val_if_fail (table != NULL && announcement != NULL, explained);
  find_hits (table, announcement, &hits);
  for (guint i = 0; i < hits.n_hits; i++) {
    const Hit *hit = &hits.hit[i];
    NkTopicHit one = { nk_topic_table_topic (table, hit->topic), NULL, hit->place, hit->points };

    one.term = hit->place == NK_TOPIC_GROUP ? g_array_index (table->groups, NkTopicGroup, hit->term).acronym
                                            : g_array_index (table->terms, NkTopicTerm, hit->term).text;
    g_array_append_val (explained, one);
  }
  return explained;
}

static GArray *
classify (const NkAnnouncement *announcement, gconstpointer data)
{
  g_autoptr (GArray) scores = nk_topic_match (data, announcement);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (NkTopicMark));

  for (guint i = 0; i < scores->len; i++) {
    const NkTopicScore *score = &g_array_index (scores, NkTopicScore, i);
    NkTopicMark mark = { score->topic->id, score->points };

    g_array_append_val (marks, mark);
  }
  return marks;
}

NkClassifier
nk_topic_classifier (const NkTopicTable *table)
{
  return (NkClassifier){ nk_topic_table_signature (table), classify, table };
}
