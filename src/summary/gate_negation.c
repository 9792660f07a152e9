/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Does a text deny something? Two answers matter to the gate: a strong negation of the source must not get lost on its way, and a strong negation of the text must have some
 * ground in the source. Weak words are ways of saying a negation without one (`prevents`, 防ぐ, 未): they answer a strong one on the other side, but ask for none.
 *
 * English, strong: not, no, nor, neither, never, none, nothing, nobody, without, cannot, words in n't, non and non-.
 *          But `not only`, `whether or not` and `no.` before a number deny nothing.
 * English, weak: unless, lack, absence, avoid, prevent, prohibit, forbid, disallow, fail, exclude, only, instead, rather, ...; words that start with un-, words in -less.
 * Japanese, strong: ない and its forms, なし, ず after a verb's stem, ぬ after one, 不可, 禁止.
 *          But なければならない, 容易ないくつか, ざるを得ない, かもしれない, だけでなく, 少ない, ないし, みなし, 必ず, まず, はず, ずつ, 生ずる ... deny nothing.
 * Japanese, weak: 非, 不, 無, 未, 防, 避, 除, 禁, 拒. But 非常, 是非, 不可欠, 無線, 未満, 未来, 削除 are none. */
#include "ground/utf8.h"
#include "summary/gate_private.h"

static NkNegation
english_word_negation (NkSlice word)
{
  static const char *const strong[] = { "not", "no", "nor", "neither", "never", "none", "nothing", "nobody", "without", "cannot", "non" };
  static const char *const weak[]
      = { "unless",   "lack",     "absen",    "avoid",   "prevent",  "prohibit",    "forbid",     "disallow", "fail",         "exclu",
          "except",   "only",     "instead",  "rather",  "remov",    "deprecat",    "obsolet",    "disabl",   "invalid",      "impossib",
          "inabil",   "incapab",  "incompat", "insecur", "insuffic", "independent", "regardless", "proscrib", "irrespective", "asynchron",
          "agnostic", "suppress", "discard",  "ignor",   "refus",    "reject",      "restrict" };

  for (gsize i = 0; i < G_N_ELEMENTS (strong); i++)
    if (word.data[0] == strong[i][0] && nk_slice_equal (word, nk_slice_text (strong[i])))
      return NK_NEGATION_STRONG;
  if (nk_slice_starts (word, NK_SLICE_LITERAL ("non-")) || nk_slice_ends (word, NK_SLICE_LITERAL ("n't"))
      || nk_slice_ends (word, NK_SLICE_LITERAL ("n’t")))
    return NK_NEGATION_STRONG;
  for (gsize i = 0; i < G_N_ELEMENTS (weak); i++)
    if (word.data[0] == weak[i][0] && nk_slice_starts (word, nk_slice_text (weak[i])))
      return NK_NEGATION_WEAK;
  if (word.length >= 6 && nk_slice_ends (word, NK_SLICE_LITERAL ("less")))
    return NK_NEGATION_WEAK;
  if (word.length >= 6 && nk_slice_starts (word, NK_SLICE_LITERAL ("un")) && !nk_slice_starts (word, NK_SLICE_LITERAL ("uni"))
      && !nk_slice_starts (word, NK_SLICE_LITERAL ("under")))
    return NK_NEGATION_WEAK;
  return NK_NEGATION_NONE;
}

/* `recommends against X`: X is not recommended. */
static gboolean
advises (NkSlice word)
{
  static const char *const verbs[] = { "recommend", "advis", "caution", "warn", "argu" };

  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (nk_slice_starts (word, nk_slice_text (verbs[i])))
      return TRUE;
  return FALSE;
}

/* A byte of a Japanese character: U+3000 to U+9FFF, and the full-width forms. It parts English words. */
static gboolean
is_japanese_byte (const char *p)
{
  const guchar c = (guchar)*p;

  return (c >= 0xe3 && c <= 0xe9) || c == 0xef;
}

/* Cuts the next word off `*rest`: letters, digits, hyphens, apostrophes, lower case already. */
static gboolean
next_word (NkSlice *rest, NkSlice *ret_word)
{
  gsize start = 0, end;

  while (start < rest->length && !g_ascii_isalnum (rest->data[start]))
    start++;
  end = start;
  while (end < rest->length && !is_japanese_byte (rest->data + end)
         && (g_ascii_isalnum (rest->data[end]) || strchr ("-'", rest->data[end]) != NULL || (rest->data[end] & 0x80) != 0))
    end++;
  *ret_word = nk_slice (rest->data + start, end - start);
  *rest = nk_slice_from (*rest, end);
  return ret_word->length > 0;
}

NkNegation
nk_gate_negation_english (const char *text)
{
  g_autofree char *lower = nk_utf8_ascii_lower (text);
  NkSlice rest = nk_slice_text (lower), word, before = NK_SLICE_EMPTY;
  NkNegation strongest = NK_NEGATION_NONE;

  while (strongest < NK_NEGATION_STRONG && next_word (&rest, &word)) {
    NkNegation negation = english_word_negation (word);
    NkSlice ahead = nk_slice_trim (rest);

    if (nk_slice_equal (word, NK_SLICE_LITERAL ("not"))
        && (nk_slice_starts (ahead, NK_SLICE_LITERAL ("only")) || nk_slice_equal (before, NK_SLICE_LITERAL ("or"))))
      negation = NK_NEGATION_WEAK;
    if (nk_slice_equal (word, NK_SLICE_LITERAL ("against")) && advises (before))
      negation = NK_NEGATION_WEAK;
    if (nk_slice_equal (word, NK_SLICE_LITERAL ("no")) && ahead.length > 1 && ahead.data[0] == '.'
        && (g_ascii_isdigit (ahead.data[1]) || (ahead.length > 2 && ahead.data[1] == ' ' && g_ascii_isdigit (ahead.data[2]))))
      negation = NK_NEGATION_NONE;
    strongest = MAX (strongest, negation);
    before = word;
  }
  return strongest;
}

static gboolean
is_kanji (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || c == 0x3005;
}

static gunichar
character_before (const char *text, const char *p)
{
  return p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
}

/* ず and ぬ deny after the stem of a verb: in the a row (使わず), せ, the e row (含めず), or a kanji (経ず). */
static gboolean
is_negative_ending (const char *text, const char *p)
{
  static const char stems[] = "わかがさたなばまらせえけげてでねへべめれいきぎじちびみり";
  const char *after = p + strlen ("ず");
  gunichar before = character_before (text, p);
  const char *previous = p > text ? g_utf8_prev_char (p) : text;

  if (before == 0)
    return FALSE;
  /* 生ずる, 応ずれば, 一つずつ, 使わずに is fine */
  if (g_str_has_prefix (after, "る") || g_str_has_prefix (after, "れ") || g_str_has_prefix (after, "つ") || g_str_has_prefix (after, "ら"))
    return FALSE;
  if (is_kanji (before))
    return before != g_utf8_get_char ("必") && before != g_utf8_get_char ("先");
  /* まず stands alone, 含まず and 及ばず do not. */
  if (before == g_utf8_get_char ("ま") || before == g_utf8_get_char ("ば"))
    return is_kanji (character_before (text, previous));
  return before < 0x10000 && g_utf8_strchr (stems, -1, before) != NULL;
}

/* Phrases that hold the letters of a negation and deny nothing, up to where the verb could go on: after ともな in ともなわない the search goes on. */
static const char *const harmless[] = {
  "なければなら", "なくてはなら", "ねばならない", "ざるを得ない", "ざるをえない", "かもしれない", "かもしれず",
  "に過ぎない",   "にすぎない",   "に違いない",   "だけでなく",   "だけではなく", "のみでなく",   "のみではなく",
  "のみならず",   "ばかりでなく", "ないくつか",   "ないずれ",     "ないわゆる",   "少な",         "すくな",
  "まもなく",     "間もなく",     "ないし",       "かならず",     "必ず",         "わずか",       "いずれ",
  "みずから",     "はず",         "おのずから",   "みなし",       "見なし",       "おこな",       "行な",
  "ともな",       "伴な",         "おぎな",       "うしな",       "危な",         "非常",         "是非",
  "不可欠",       "無線",         "未満",         "未来",         "未だ",         "削除",         "除算",
};

/* TRUE if `phrase` stands at `p`; most do not, which their first character tells: it has three bytes in all of them. */
static gboolean
starts (const char *p, const char *phrase)
{
  return p[0] == phrase[0] && p[1] == phrase[1] && p[2] == phrase[2] && g_str_has_prefix (p + 3, phrase + 3);
}

/* What may be the start of a phrase, by the last two bytes of its first character, which has three: most characters of a text are none. */
static void
note_starts (guint64 starts_at[64], const char *const *phrases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    starts_at[phrases[i][1] & 63] |= G_GUINT64_CONSTANT (1) << (phrases[i][2] & 63);
}

NkNegation
nk_gate_negation_japanese (const char *text)
{
  static const char *const strong[] = { "ない", "なく", "なかっ", "なけれ", "なし", "無し", "無い", "無く", "ません", "不可", "禁止" };
  static const char *const weak[] = { "非", "不", "無", "未", "防", "避", "除", "禁", "拒" };
  static const char *const endings[] = { "ず", "ぬ" };
  NkNegation strongest = NK_NEGATION_NONE;
  guint64 starts_at[64] = { 0 };
  const char *p = text;

  note_starts (starts_at, strong, G_N_ELEMENTS (strong));
  note_starts (starts_at, weak, G_N_ELEMENTS (weak));
  note_starts (starts_at, endings, G_N_ELEMENTS (endings));
  note_starts (starts_at, harmless, G_N_ELEMENTS (harmless));
  while (*p != '\0' && strongest < NK_NEGATION_STRONG) {
    gsize skip = 0;

    if ((*p & 0x80) == 0) {
      p++;
      continue;
    }
    if (p[1] != '\0' && (starts_at[p[1] & 63] >> (p[2] & 63) & 1) == 0) {
      p = g_utf8_next_char (p);
      continue;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (harmless) && skip == 0; i++)
      if (starts (p, harmless[i]))
        skip = strlen (harmless[i]);
    if (skip > 0) {
      /* the end of なければならない */
      p += skip;
      if (g_str_has_prefix (p, "ない") || g_str_has_prefix (p, "ず"))
        p = g_utf8_next_char (p);
      continue;
    }
    for (gsize i = 0; i < G_N_ELEMENTS (strong); i++)
      if (starts (p, strong[i]))
        strongest = NK_NEGATION_STRONG;
    if ((g_str_has_prefix (p, "ず") || g_str_has_prefix (p, "ぬ")) && is_negative_ending (text, p))
      strongest = NK_NEGATION_STRONG;
    for (gsize i = 0; i < G_N_ELEMENTS (weak); i++)
      if (starts (p, weak[i]))
        strongest = MAX (strongest, NK_NEGATION_WEAK);
    p = g_utf8_next_char (p);
  }
  return strongest;
}
