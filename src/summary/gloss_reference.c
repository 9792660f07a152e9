/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What a sentence says of things that are somewhere else. */
#include "summary/summary_private.h"

#include <string.h>

#define SAYS_ENOUGH_BYTES 90 /* besides what it points to */
#define POINTED_CHARACTERS 2 /* of a noun are enough to know it again */

/* この文書, その他: nothing is pointed to. */
static gboolean
points_nowhere (const char *noun)
{
  static const char *const words[]
      = { "文書", "メモ", "仕様", "目的", "他", "後", "うえ", "上", "際", "ため", "結果", "まま", "もの", "場" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (noun, words[i]))
      return TRUE;
  return FALSE;
}

/* 「そのような拡張を提供する。」 says nothing where nothing stands before it. The word may point to something within the sentence. */
gboolean
nk_gloss_dangles (const char *japanese)
{
  static const char *const words[] = { "これらの", "それらの",  "こうした",  "そのような", "このような",        "これを",
                                       "それを",   "この2つの", "この3つの", "この",       "次のステップとして" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    const char *place = strstr (japanese, words[i]), *noun;

    if (place == NULL)
      continue;
    noun = place + strlen (words[i]);
    if (points_nowhere (noun))
      continue;
    /* 脅威を説明し、これらの脅威を…: it is there. */
    if (!g_str_has_suffix (words[i], "を") && g_utf8_strlen (noun, -1) >= POINTED_CHARACTERS) {
      const char *end = g_utf8_offset_to_pointer (noun, POINTED_CHARACTERS);
      g_autofree char *start = g_strndup (noun, (gsize)(end - noun));
      const char *before = strstr (japanese, start);

      if (before != NULL && before < place)
        continue;
    }
    return TRUE;
  }
  return FALSE;
}

gboolean
nk_gloss_points_away (const char *sentence)
{
  static const char *const words[] = { " such a ", " such an ", " these ", " those ", " doing so", " do so" };

  for (guint i = 0; strlen (sentence) < SAYS_ENOUGH_BYTES && i < G_N_ELEMENTS (words); i++)
    if (strstr (sentence, words[i]) != NULL)
      return TRUE;
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
      = { "本文書では、", "本文書は", "RFC", "および", "更新", "廃止", "置き換え", "する", "し", "る", "を", "と", "、", "・", "。", " " };

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

const char *
nk_gloss_without_connective (const char *japanese)
{
  static const char *const connectives[]
      = { "また、", "さらに、", "最後に、", "特に、", "具体的には、", "したがって、", "しかし、", "そのため、", "このため、", "加えて、" };

  for (guint i = 0; i < G_N_ELEMENTS (connectives); i++)
    if (g_str_has_prefix (japanese, connectives[i]))
      return japanese + strlen (connectives[i]);
  return japanese;
}
