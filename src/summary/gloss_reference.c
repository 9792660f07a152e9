/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What a sentence says of things that are somewhere else. */
#include "summary/summary_private.h"

#include "ground/pairs.h"
#include "ground/slice.h"
#include "language/words.h"

#include <string.h>

#define MAX_WORDS 400         /* of a sentence that are looked at */
#define PUNCTUATION ",.;:()"
#define WHICH_REACH 4         /* those mobile communication networks | that */
#define POINTED_CHARACTERS 2  /* of a noun are enough to know it again, behind its Latin letters */
#define KNOWN_PAIRS 0.8       /* of two characters each: what says so little else says it again */
#define MAX_DOCUMENT_BYTES 20 /* of a word that names a document */
#define ALSO_REACH_BYTES 32   /* This informational document also */
#define LAST_OF_OPENING 4     /* This document also provides | other */

/* この文書, その他: nothing is pointed to. */
static gboolean
points_nowhere (const char *noun)
{
  static const char *const words[] = { "文書", "メモ", "仕様", "報告", "他", "後", "うえ", "上", "際", "結果", "まま", "もの" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (noun, words[i]))
      return TRUE;
  return FALSE;
}

/* また、 and the like join to nothing where nothing stands before. */
static const char *
without_connective (const char *japanese)
{
  static const char *const connectives[]
      = { "また、",     "さらに、", "最後に、", "特に、", "具体的には、", "したがって、", "しかし、",     "そのため、",
          "このため、", "加えて、", "次に、",   "一方、", "そのうえ、",   "そのために、", "このために、", "次のステップとして、",
          "第一に、",   "第二に、", "第三に、", "代わりに、" };

  for (guint i = 0; i < G_N_ELEMENTS (connectives); i++)
    if (g_str_has_prefix (japanese, connectives[i]))
      return japanese + strlen (connectives[i]);
  return japanese;
}

/* その, with nothing before it that it could point to: at the start, or behind a phrase of means or purpose. */
static gboolean
opens_with_its (const char *japanese)
{
  static const char *const known[] = { "その他", "その後", "そのうえ", "その上", "その際", "そのため", "その場", "そのまま", "その結果" };
  static const char *const owners[] = { "は", "が", "と", "や", "の", "・", "、", "または", "および" };
  const char *place = strstr (japanese, "その");

  if (place == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (place, known[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++) {
    const char *owner = strstr (japanese, owners[i]);

    if (owner != NULL && owner < place)
      return FALSE;
  }
  return TRUE;
}

/* The start of the noun at `noun`, long enough to know it again; NULL if there is no more of it. (transfer full) */
static char *
start_of_noun (const char *noun)
{
  const char *end = noun;
  guint n = 0;

  while (g_ascii_isalnum (*end) || (end > noun && *end != '\0' && strchr ("-./+_ ", *end) != NULL))
    end++;
  if (end > noun && *end != '\0' && g_unichar_get_script (g_utf8_get_char (end)) == G_UNICODE_SCRIPT_HIRAGANA)
    return g_strndup (noun, (gsize)(end - noun));
  for (; n < POINTED_CHARACTERS && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  return n == POINTED_CHARACTERS ? g_strndup (noun, (gsize)(end - noun)) : NULL;
}

/* 脅威を説明し、これらの脅威を…: what is pointed to at `place` stands before it; or all that was done before is, if there is no noun. */
static gboolean
is_said_before (const char *japanese, const char *place, const char *noun, gboolean has_noun)
{
  g_autofree char *start = has_noun ? start_of_noun (noun) : g_strdup ("し、");
  const char *before = start != NULL ? strstr (japanese, start) : NULL;

  return before != NULL && before < place;
}

gboolean
nk_gloss_compares_with_nothing (const char *source)
{
  g_auto (GStrv) words = g_strsplit (source, " ", LAST_OF_OPENING + 2);

  for (guint i = 0; words[0] != NULL && words[i] != NULL && i <= LAST_OF_OPENING; i++)
    if (nk_word_is (words[i], "other") || (i > 0 && nk_word_is (words[i], "same") && nk_word_is (words[i - 1], "the")))
      return TRUE;
  return FALSE;
}

gboolean
nk_gloss_is_named (const char *before, const char *japanese)
{
  const char *noun = strstr (japanese, "その");
  g_autofree char *start = NULL;

  if (noun == NULL || !opens_with_its (japanese))
    return TRUE;
  start = g_utf8_substring (noun, 2, MIN (g_utf8_strlen (noun, -1), 2 + POINTED_CHARACTERS));
  return strstr (before, start) != NULL;
}

static gboolean
says_whose (const char *source)
{
  return strstr (source, " its ") != NULL || strstr (source, " their ") != NULL;
}

/* `those methods that have been defined`: it tells which. */
static gboolean
says_which (const char *source)
{
  const char *those = strstr (source, " those ");

  return those != NULL && (strstr (those, " that ") != NULL || strstr (those, " which ") != NULL || strstr (those, " who ") != NULL);
}

/* 「そのような拡張を提供する。」 says nothing where nothing stands before it. The word may point to something within the sentence. */
gboolean
nk_gloss_dangles (const char *japanese, const char *source)
{
  static const char *const words[] = { "これらの", "それらの",   "こうした",   "そのような", "このような",   "これを",         "それを",
                                       "これらを", "これら両方", "これに対処", "この2つの",  "この3つの",    "これらすべての", "それらが",
                                       "それが",   "この",       "そのために使用", "その目的",   "上記の",     "前述の",     "それに応じて", "他の変更" };
  const char *bare = without_connective (japanese);
  NkPairs pairs = { { 0 } };

  if (opens_with_its (bare) && !says_whose (source))
    return TRUE;
  nk_pairs_note (&pairs, bare);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    const char *place = nk_pairs_find (&pairs, bare, words[i]), *noun = place != NULL ? place + strlen (words[i]) : NULL;

    if (place == NULL || points_nowhere (noun) || (g_str_equal (words[i], "それらの") && says_which (source)))
      continue;
    if (!is_said_before (bare, place, noun,
                         !g_str_has_suffix (words[i], "を") && !g_str_has_suffix (words[i], "が") && !g_str_has_prefix (noun, "ため")))
      return TRUE;
  }
  return FALSE;
}

gboolean
nk_gloss_repeats (const char *before, const char *japanese)
{
  NkSlice all = nk_slice_text (before);
  guint n = 0, known = 0;

  for (const char *c = japanese; *c != '\0' && *g_utf8_next_char (c) != '\0'; c = g_utf8_next_char (c)) {
    const char *end = g_utf8_next_char (g_utf8_next_char (c));

    n++;
    known += nk_slice_find (all, nk_slice (c, (gsize)(end - c))) >= 0;
  }
  return known >= KNOWN_PAIRS * n;
}

gboolean
nk_gloss_speaks_of_document (const char *sentence)
{
  static const char *const documents[]
      = { "document", "memo", "specification", "draft", "RFC", "note", "Internet-Draft", "memorandum", NULL };
  const char *rest = sentence;
  gboolean has_this = FALSE;

  for (guint i = 0; *rest != '\0' && i < 5; i++) {
    char word[MAX_DOCUMENT_BYTES + 1];
    gsize length = strcspn (rest, " "), start = strspn (rest, ",.\t\r\n"), end = length;

    while (end > start && strchr (",.\t\r\n", rest[end - 1]) != NULL)
      end--;
    g_snprintf (word, sizeof word, "%.*s", (int)(end > start ? MIN (end - start, MAX_DOCUMENT_BYTES) : 0), rest + start);
    if (nk_word_is (word, "we") || nk_word_is (word, "We")
        || ((has_this || (i == 1 && g_str_has_prefix (sentence, "The "))) && nk_word_in (documents, word)))
      return TRUE; /* but not `The base vCard specification` */
    has_this |= g_ascii_strcasecmp (word, "this") == 0 || g_ascii_strcasecmp (word, "present") == 0;
    rest += length + (rest[length] == ' ');
  }
  return strstr (sentence, ", this document ") != NULL;
}

/* `those of DNS`, `those services that`, `those who`: it tells which. */
static gboolean
tells_which (char **words)
{
  static const char *const openers[] = { "of", "that", "which", "who", "in", "for", "with", "used", "defined", "specified", "described", NULL };

  for (guint i = 0; i < WHICH_REACH && words[i] != NULL; i++)
    if (nk_word_in (openers, words[i]))
      return TRUE;
  return FALSE;
}

/* Whether one of the words before `end` is `word`, in singular or plural. */
static gboolean
was_said (char **words, guint end, const char *word)
{
  gsize length = strlen (word);

  length -= length > 3 && word[length - 1] == 's';
  for (guint i = 0; i < end && words[i] != NULL; i++)
    if (strncmp (words[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

/* `such lamps`, `the result of that effort`, but `those that …`, which the text tells next. Not for the first word. */
static gboolean
is_pointer (char **words, guint i)
{
  static const char *const pointers[] = { "this", "these", "those", "such", "aforementioned", "foregoing", NULL };
  static const char *const of_that[] = { "of", "for", "in", "from", "with", "by", "on", "using", NULL };

  if (nk_word_is (words[i], "that"))
    return nk_word_in (of_that, words[i - 1]);
  return nk_word_in (pointers, words[i]) && !(nk_word_is (words[i], "those") && tells_which (words + i + 1));
}

gboolean
nk_gloss_needs_before (const char *sentence, const char *title)
{
  /* `to signal this to others` */
  static const char *const behind_pronoun[] = { "to", "by", "in", "for", "with", "from", "at", "and", "or", "using", "is", "can", "may", NULL };
  g_autofree char *lower_title = g_ascii_strdown (title != NULL ? title : "", -1), *lower = g_ascii_strdown (sentence, -1);
  g_auto (GStrv) known = g_strsplit (g_strdelimit (lower_title, PUNCTUATION, ' '), " ", MAX_WORDS);
  g_auto (GStrv) words = g_strsplit (g_strdelimit (lower, PUNCTUATION, ' '), " ", MAX_WORDS);

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++) {
    const char *next = words[i + 1] != NULL ? words[i + 1] : "";
    const char *noun = nk_word_is (next, "a") || nk_word_is (next, "an") ? words[i + 2] : next;
    const char *head = noun != NULL && *noun != '\0' && words[i + 2] != NULL ? words[i + 2] : "";

    if (!is_pointer (words, i) || nk_word_is (next, "as") || (*next != '\0' && nk_word_is_document (next)))
      continue;
    if (noun == NULL || *noun == '\0' || nk_word_in (behind_pronoun, noun)
        || !(was_said (words, i, noun) || was_said (known, MAX_WORDS, noun)
             || (strlen (head) >= 4 && (was_said (words, i, head) || was_said (known, MAX_WORDS, head)))))
      return TRUE;
  }
  return FALSE;
}

/* Without its article. */
static const char *
behind_article (const char *text)
{
  static const char *const articles[] = { "The ", "A ", "An " };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (g_str_has_prefix (text, articles[i]))
      return text + strlen (articles[i]);
  return text;
}

gboolean
nk_gloss_opens_as_title (const char *sentence, const char *title)
{
  const char *start = behind_article (sentence);
  const char *blank = strchr (start, ' '), *second = blank != NULL ? strchr (blank + 1, ' ') : NULL;

  return second != NULL && title != NULL && strncmp (behind_article (title), start, (gsize)(second - start)) == 0;
}

/* Whether `text` has the `length` bytes at `word` as a word of its own. */
static gboolean
has_word (const char *text, const char *word, gsize length)
{
  for (const char *place = text; (place = strstr (place, " ")) != NULL; place++) {
    const char *start = place + 1 + (place[1] == '(');

    if (strncmp (start, word, length) == 0 && !g_ascii_isalnum (start[length]) && start[length] != '-')
      return TRUE;
  }
  return FALSE;
}

gboolean
nk_gloss_tells_more_of (const char *sentence, const char *lead)
{
  const char *subject = g_str_has_prefix (sentence, "The ") ? sentence + strlen ("The ") : sentence;
  gsize length = strcspn (subject, " ,");
  guint capitals = 0;

  for (gsize i = 0; i < length; i++)
    capitals += g_ascii_isupper (subject[i]);
  if (length == 0 || subject[length] != ' ' || (capitals < 2 && (subject == sentence || !g_ascii_islower (*subject))))
    return FALSE;
  return has_word (lead, subject, length);
}

gboolean
nk_gloss_says_in_addition (const char *sentence)
{
  static const char *const openings[] = { "Additionally,", "In addition,", "Furthermore,", "Moreover,", "Finally,", "It also ", "We also " };
  const char *also = strstr (sentence, " also ");

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (sentence, openings[i]))
      return TRUE;
  return also != NULL && g_str_has_prefix (sentence, "Th") && also - sentence <= ALSO_REACH_BYTES;
}

gboolean
nk_gloss_tells_what_it_is (const char *sentence)
{
  return strstr (sentence, " is a ") != NULL || strstr (sentence, " is an ") != NULL;
}

/* `This document defines X for cases where Y is not supported`: what is denied is not what the document does. */
static gboolean
is_within (const char *sentence, const char *place)
{
  static const char *const openers[]
      = { " that ", " which ", " where ", " when ", " if ", " whose ", " because ", " whether ", " how ", " while ", " so that " };

  for (gsize i = 0; i < G_N_ELEMENTS (openers); i++) {
    const char *opener = strstr (sentence, openers[i]);

    if (opener != NULL && opener < place)
      return TRUE;
  }
  return FALSE;
}

gboolean
nk_gloss_tells_what_it_is_not (const char *sentence)
{
  static const char *const words[]
      = { " does not ", " is not ", " out of scope", "the scope of this", " out of the scope", " not covered ", " not addressed " };
  NkPairs pairs = { { 0 } };

  nk_pairs_note (&pairs, sentence);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    const char *place = nk_pairs_find (&pairs, sentence, words[i]);

    if (place != NULL && !(nk_gloss_speaks_of_document (sentence) && is_within (sentence, place)))
      return !g_str_has_prefix (sentence, "The scope");
  }
  return FALSE;
}

gboolean
nk_gloss_speaks_of_relation (const char *sentence)
{
  return strstr (sentence, "RFC") != NULL
         && (strstr (sentence, "update") != NULL || strstr (sentence, "obsolete") != NULL || strstr (sentence, "replace") != NULL);
}

gboolean
nk_gloss_tells_relation_only (const char *japanese)
{
  static const char *const words[]
      = { "本文書では、", "本文書は", "RFC", "および", "更新", "廃止", "置き換え", "する", "し", "る", "を", "と", "の両方", "、", "・", "。", " " };

  for (const char *c = japanese; *c != '\0';) {
    gsize length = strspn (c, "0123456789");

    for (guint i = 0; length == 0 && i < G_N_ELEMENTS (words); i++)
      if (g_str_has_prefix (c, words[i]))
        length = strlen (words[i]);
    if (length == 0)
      return FALSE;
    c += length;
  }
  return TRUE;
}

char *
nk_gloss_as_first (const char *japanese, const char *source)
{
  const char *bare = without_connective (japanese), *word = NULL, *place, *rest;

  if (opens_with_its (bare) && says_whose (source))
    word = "その"; /* Japanese says it of what comes before, and needs not say it of what comes after */
  else if (strstr (source, " then ") != NULL && strstr (source, " and then ") == NULL && strstr (source, " first ") == NULL)
    word = "次に"; /* but `first lists X and then describes Y` */
  place = word != NULL ? strstr (bare, word) : NULL;
  if (place == NULL)
    return g_strdup (bare);
  rest = place + strlen (word);
  if (g_str_has_prefix (rest, "、") && (place == bare || strncmp (place - strlen ("、"), "、", strlen ("、")) == 0))
    rest += strlen ("、"); /* 矛盾する場合に、次に、 */
  return g_strdup_printf ("%.*s%s", (int)(place - bare), bare, rest);
}
