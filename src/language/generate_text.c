/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Pieces of Japanese: joined, filled into templates, weighed. */
#include "language/generate_private.h"

#define LATIN_WORD_CHARACTERS 3
#define MAX_SUBJECT_CHARACTERS 30u   /* where another subject is looked for */
#define MAX_PARTICIPLE_CHARACTERS 16 /* カプセル化された */

static gboolean
is_latin (const char *text, gboolean last)
{
  gsize length = strlen (text);
  guchar c = length == 0 ? 0 : (guchar)text[last ? length - 1 : 0];

  return c != 0 && c < 0x80 && (last ? strchr ("(/ ", c) == NULL : strchr (")/, (", c) == NULL);
}

const char *
nk_japanese_join (NkArena *arena, const char *a, const char *b)
{
  if (*a == '\0')
    return b;
  if (*b == '\0')
    return a;
  return is_latin (a, TRUE) && is_latin (b, FALSE) ? nk_arena_join (arena, nk_arena_join (arena, a, " "), b) : nk_arena_join (arena, a, b);
}

const char *
nk_say_cat (NkSay *say, const char *a, const char *b)
{
  return nk_japanese_join (say->arena, a, b);
}

const char *
nk_say_cat3 (NkSay *say, const char *a, const char *b, const char *c)
{
  return nk_say_cat (say, nk_say_cat (say, a, b), c);
}

gboolean
nk_say_names_whole (const char *value)
{
  return g_str_has_suffix (value, "全体") || g_str_has_suffix (value, "の両方");
}

const char *
nk_say_fill (NkSay *say, const char *template, char slot, const char *value)
{
  const char *place = strchr (template, slot);

  const char *behind;

  if (place == NULL)
    return template;
  behind = place + 1;
  if (nk_say_names_whole (value) && g_str_has_prefix (behind, "内"))
    behind += strlen ("内");
  if (g_str_has_suffix (value, "の両方") && g_str_equal (behind, "用の"))
    behind = "のための";
  return nk_say_cat3 (say, nk_arena_text (say->arena, template, (gsize)(place - template)), value, behind);
}

gboolean
nk_say_ends_in_comma (const char *text)
{
  return *text == '\0' || g_str_has_suffix (text, "、");
}

glong
nk_say_weight (const char *text)
{
  glong n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    if ((*c & 0x80) != 0)
      n++;
    else if (g_ascii_isalnum (*c) && (c == text || !g_ascii_isalnum (c[-1])))
      n += LATIN_WORD_CHARACTERS;
  }
  return n;
}

gboolean
nk_say_starts_in_passive (const char *text)
{
  static const char *const endings[] = { "されている", "された", "される", "られている", "られた", "られる" };
  static const char *const particles[] = { "を", "に", "が", "で", "は", "と", "の", "へ", "も", "や" };
  static const char *const times[] = { "後", "際", "場合", "時", "前", "間", "状態で" };
  const char *place = text;

  for (guint n = 0; n < MAX_PARTICIPLE_CHARACTERS; n++, place = g_utf8_next_char (place)) {
    gunichar c = g_utf8_get_char (place);

    for (guint i = 0; n > 0 && i < G_N_ELEMENTS (endings); i++)
      if (g_str_has_prefix (place, endings[i])) {
        place += strlen (endings[i]);
        for (guint k = 0; k < G_N_ELEMENTS (times); k++)
          if (g_str_has_prefix (place, times[k]))
            return FALSE;
        c = g_utf8_get_char (place);
        return g_unichar_isalnum (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HIRAGANA;
      }
    if (!g_unichar_isalnum (c))
      return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
      if (g_str_has_prefix (place, particles[i]))
        return FALSE;
  }
  return FALSE;
}

gboolean
nk_say_has_subject (const char *text)
{
  static const char *const others[]
      = { "あ", "な", "可能", "必要", "でき", "望", "困難", "異な", "っ", "る", "り" }; /* 必要がある, またがって */
  const char *place = text;

  if (nk_say_starts_in_passive (text))
    return TRUE;
  for (guint n = 0; *place != '\0' && n < MAX_SUBJECT_CHARACTERS; n++, place = g_utf8_next_char (place)) {
    gboolean is_other = FALSE;

    if (g_str_has_prefix (place, "、") || g_str_has_prefix (place, "を"))
      return FALSE;
    if (place == text || !g_str_has_prefix (place, "が")
        || ((gsize)(place - text) >= strlen ("こと") && g_str_has_prefix (place - strlen ("こと"), "こと")))
      continue;
    for (guint i = 0; i < G_N_ELEMENTS (others); i++)
      is_other |= g_str_has_prefix (place + strlen ("が"), others[i]);
    if (!is_other)
      return TRUE;
  }
  return FALSE;
}
