/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Numbers before nouns: counters, units and bounds. */
#include "language/generate_private.h"


/* two seconds: 2秒, not 2つの秒. What is counted so follows its number at once. */
static const char *
counted (NkSay *say, const char *text, const NkItem *number, const NkToken *noun)
{
  static const char *const units[]
      = { "second", "minute", "hour", "day", "week", "month", "year", "byte", "octet", "bit", "percent", NULL };
  const NkTerm *term = number->token->terms[NK_TERM_NUMBER];
  const char *end = term == NULL ? "" : g_str_has_suffix (term->japanese, "つの") ? "つの" : "の";
  gboolean is_counted = term != NULL ? g_ascii_isdigit (*term->japanese) && g_str_has_suffix (text, term->japanese)
                                     : number->kind == NK_ITEM_NUMBER && *text != '\0' && g_ascii_isdigit (text[strlen (text) - 1]);

  if (!is_counted || !g_strv_contains (units, noun->lemma))
    return text;
  text = nk_arena_text (say->arena, text, strlen (text) - strlen (end));
  return g_str_equal (noun->lemma, "month") ? nk_arena_join (say->arena, text, "か") : text; /* 6か月 is no June */
}

gboolean
nk_say_is_unit (const NkToken *noun)
{
  static const char *const units[] = { "second", "millisecond", "minute",  "hour", "day",   "week",      "month",     "year", "byte",
                                       "octet",  "bit",         "percent", "hop",  "meter", "kilometer", "character", NULL };

  return nk_word_in (units, noun->lemma);
}

/* `more than 10 seconds`, `at least 64 bits`: 10秒超, 64ビット以上; what is said behind the unit. */
static const char *
take_bound (NkSay *say, const char **text, const NkItem *number, const NkToken *noun)
{
  static const struct {
    const char *behind, *bound;
  } bounds[] = { { "を超える", "超" }, { "以上の", "以上" }, { "未満の", "未満" }, { "以下の", "以下" }, { "の", "" } };
  const char *counted = number->kind == NK_ITEM_NUMBER || number->kind == NK_ITEM_NAME ? nk_token_noun (number->token) : "";

  if (!nk_say_is_unit (noun) || !g_str_has_suffix (*text, counted))
    return "";
  for (guint i = 0; i < G_N_ELEMENTS (bounds) && *counted != '\0'; i++)
    if (g_str_has_suffix (counted, bounds[i].behind)) {
      *text = nk_arena_text (say->arena, *text, strlen (*text) - strlen (bounds[i].behind));
      return bounds[i].bound;
    }
  return "";
}

/* `4 different keys`: 4つの異なる鍵, where 「4異なる」 is no number of anything; but `2 new bytes`, `IPv6 and 6 lossy links`. */
const char *
nk_say_counts_behind (const NkItem *const *items, guint i)
{
  const NkToken *token = items[i]->token;

  if (items[i]->kind != NK_ITEM_NUMBER || i == 0 || !items[0]->token->is_plural || nk_say_is_unit (items[0]->token)
      || (items[i - 1]->kind != NK_ITEM_ADJECTIVE && items[i - 1]->kind != NK_ITEM_PARTICIPLE)
      || strspn (nk_token_noun (token), "0123456789") < strlen (nk_token_noun (token)))
    return "";
  return token->text[1] == '\0' ? "つの" : "個の";
}

/* The noun `part` behind its number in `text`. */
const char *
nk_say_counted (NkSay *say, const char **text, const NkItem *number, const NkToken *noun, const char *part)
{
  const char *bound = take_bound (say, text, number, noun);

  *text = counted (say, *text, number, noun);
  return nk_arena_join (say->arena, part, bound);
}
