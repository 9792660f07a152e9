/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/pairs.h"
#include "language/translate_private.h"

#include <string.h>

#define MAX_WORD_BYTES 18 /* six kana or kanji */
#define OTHER_WORD 0.15 /* of it, where a word is all that differs */
#define DISAGREEMENT 0.2
#define WORTH_A_SECOND_LOOK 0.7

NkTranslator *
nk_translator_new (const NkLexicon *lexicon, const char *title, const char *abstract, NkArena *arena)
{
  NkTranslator *translator = g_new (NkTranslator, 1);

  translator->last = NULL;
  translator->lexicon = lexicon;
  translator->names = nk_names_gather (title, abstract);
  translator->title = g_ascii_strdown (title, -1);
  translator->own_arena = arena == NULL ? nk_arena_new () : NULL;
  translator->arena = arena != NULL ? arena : translator->own_arena;
  return translator;
}

void
nk_translator_free (NkTranslator *translator)
{
  if (translator == NULL)
    return;
  nk_names_free (translator->names);
  g_free (translator->title);
  g_free (translator->last);
  nk_arena_free (translator->own_arena);
  g_free (translator);
}

void
nk_translation_clear (NkTranslation *translation)
{
  g_clear_pointer (&translation->japanese, g_free);
}

typedef struct {
  const char *from, *to;
} Replacement;

/* Each in its turn, everywhere. */
static void
replace_all (GString *text, const Replacement *rules, guint n)
{
  NkPairs pairs = { { 0 } };

  nk_pairs_note (&pairs, text->str);
  for (guint i = 0; i < n; i++)
    if (nk_pairs_may_hold (&pairs, rules[i].from) && g_string_replace (text, rules[i].from, rules[i].to, 0) > 0)
      nk_pairs_note (&pairs, text->str);
}

/* The first は of a sentence that begins with 「これ」, or with 「この」 and a thing that does nothing by itself; NULL: with anything else. */
static const char *
topic_of_thing (const char *text)
{
  static const char *const things[] = { "これ", "拡張", "メカニズム", "機構", "方法", "手法", "技術", "方式", "解決策", "アプローチ",
                                        "機能", "オプション", "属性", "プロトコル", "フレームワーク", "アーキテクチャ", "モデル", "モジュール",
                                        "フォーマット", "手順", "フィールド", "情報", "メッセージ", "変更", "設計", NULL };
  const char *topic = strstr (text, "は");

  if (topic == NULL || strstr (topic + strlen ("は"), "は") != NULL || !(g_str_has_prefix (text, "これは") || g_str_has_prefix (text, "この")))
    return NULL;
  for (guint i = 0; things[i] != NULL; i++) {
    gsize length = strlen (things[i]);

    if ((gsize)(topic - text) >= length && strncmp (topic - length, things[i], length) == 0)
      return topic;
  }
  return NULL;
}

/* 「このメカニズムはXができるようにする。」: このメカニズムにより、Xができるようになる。 */
static void
say_as_outcome (GString *text)
{
  static const Replacement ends[] = { { "ようにする。", "ようになる。" }, { "を可能にする。", "が可能になる。" } };
  const char *topic = topic_of_thing (text->str);

  if (topic == NULL || g_str_has_suffix (text->str, "ないようにする。") || strstr (text->str, "にし、") != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text->str, ends[i].from)) {
      gsize start = (gsize)(topic - text->str);
      const char *by = g_str_has_prefix (topic, "は、") ? "により" : "により、";

      g_string_truncate (text, text->len - strlen (ends[i].from));
      g_string_append (text, ends[i].to);
      g_string_erase (text, (gssize)start, (gssize)strlen ("は"));
      g_string_insert (text, (gssize)start, by);
      return;
    }
}

/* 満たされ, 渡され: of a verb in す, and of no する behind a noun of several letters. */
static gboolean
is_of_plain_verb (const char *text, const char *place)
{
  const char *last = place > text ? g_utf8_prev_char (place) : place, *before = last > text ? g_utf8_prev_char (last) : NULL;
  gunichar c = g_utf8_get_char (last);

  if (place == text || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HIRAGANA)
    return TRUE;
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN
         && (before == NULL || g_unichar_get_script (g_utf8_get_char (before)) != G_UNICODE_SCRIPT_HAN);
}

/* 「署名される必要がある」 is 「署名する必要がある」, unless が tells what is signed, or によって by whom. */
static void
say_as_duty (GString *text)
{
  static const struct {
    const char *from, *to, *plain; /* 満たすべき */
  } duties[] = { { "される必要がある", "する必要がある", "す必要がある" },
                 { "されるべきであ", "すべきであ", "すべきであ" },
                 { "されるべきでは", "すべきでは", "すべきでは" },
                 { "されなければならない", "しなければならない", "さなければならない" } };

  for (guint i = 0; i < G_N_ELEMENTS (duties); i++) {
    const char *place = text->str;

    while ((place = strstr (place, duties[i].from)) != NULL) {
      gsize at = (gsize)(place - text->str), start = at;
      const char *to = is_of_plain_verb (text->str, place) ? duties[i].plain : duties[i].to;

      while (start > 0 && !nk_word_starts (text->str + start, "、") && !nk_word_starts (text->str + start, "が")
             && !nk_word_starts (text->str + start, "によって"))
        start--;
      if (start > 0 ? nk_word_starts (text->str + start, "、") : !nk_word_starts (text->str, "が")) {
        g_string_erase (text, (gssize)at, (gssize)strlen (duties[i].from));
        g_string_insert (text, (gssize)at, to);
      }
      place = text->str + at + strlen (to);
    }
  }
}

/* What a walk over the tree leaves behind: doubled particles and commas. */
static char *
polish (const char *japanese)
{
  static const Replacement rules[] = {
    { "、、", "、" },
    { "のの", "の" },
    { "ものみ", "もののみ" },
    { "、。", "。" },
    { "ことのない", "ことなく" },
    { "(、", "(" },
    { "ことことが", "ことが" },
    { "ためため", "ため" },
    { "場合では、", "場合、" },
    { "場合で、", "場合、" },
    { ") _", ")" },
    { "のための必要な", "に必要な" },
    { "ための必要な", "のに必要な" },
    { "であることなく", "でなくても" },
    { "互いとの", "互いの" },
    { "互いと", "互いに" },
    { "互い内に", "互いに" },
    { "互い内で", "互いの間で" },
    { "必要な必要な", "必要な" },
    { "できるようにするよう", "できるよう、" },
    { "これらの2つの", "この2つの" },
    { "これらの3つの", "この3つの" },
    { "ようまた、", "よう、" },
    { "よりより", "よりも" },
    { "よりもより", "よりも" },
    { "ではなければならな", "でなければならな" },
    { "のみは", "のみが" },
    { "互い内", "互いの中" },
    { "にみなされ", "とみなされ" },
    { "されるおよび", "され、かつ" },
  };
  GString *text = g_string_new (japanese);

  replace_all (text, rules, G_N_ELEMENTS (rules));
  say_as_outcome (text);
  say_as_duty (text);
  return g_string_free (text, FALSE);
}

static gboolean
points_back (const NkTokens *tokens)
{
  static const char *const words[] = { "it", "they", "these", "those", "such", "its", "their", "them", NULL };

  for (guint i = 0; i < MIN (tokens->n, 4); i++) {
    if (nk_word_in (words, tokens->tokens[i].lower))
      return TRUE;
    if (g_str_equal (tokens->tokens[i].lower, "this") && i + 1 < tokens->n && !nk_word_is_document (tokens->tokens[i + 1].lower))
      return TRUE;
  }
  return FALSE;
}

/* What two readings may differ in and still say the same. (transfer full) */
static char *
sense_of (const char *japanese)
{
  static const Replacement rules[] = {
    { "および", "" },
    { "と", "" },
    { "、", "" },
    { "ために", "ための" },
    { "向けに", "向けの" },
    { "際に", "際の" },
    { "場合に", "場合の" },
    { "用に", "用の" },
    { "における", "で" },
    { "での", "で" },
    { "内の", "内で" },
    { "間の", "間で" },
    { "上の", "上で" },
    { "によって", "が" },
    { "される", "する" },
    { "された", "した" },
    { "用いた", "用いて" },
    { "使用する", "用いて" },
    { "使用して", "用いて" },
    { "ことのできる", "できる" },
    { "に対する", "への" },
    { "のための", "の" },
    { "向けの", "の" },
    { "用の", "の" },
    { "を通じて", "経由で" },
    { "を介して", "経由で" },
    { " ", "" },
  };
  GString *text = g_string_new (japanese);

  replace_all (text, rules, G_N_ELEMENTS (rules));
  return g_string_free (text, FALSE);
}

/* 「認可を得る」, 「認可を取得する」: the same sentence with another word at one place, and no particle in it. */
static gboolean
differs_in_one_word (const char *a, const char *b)
{
  static const char particles[] = "はがをにでとのへもやか、";
  gsize start = 0, end_a = strlen (a), end_b = strlen (b);

  while (a[start] != '\0' && a[start] == b[start])
    start++;
  while (end_a > start && end_b > start && a[end_a - 1] == b[end_b - 1]) {
    end_a--;
    end_b--;
  }
  while (start > 0 && ((guchar)a[start] & 0xc0) == 0x80)
    start--;
  while (a[end_a] != '\0' && ((guchar)a[end_a] & 0xc0) == 0x80) {
    end_a++;
    end_b++;
  }
  if (end_a - start > MAX_WORD_BYTES || end_b - start > MAX_WORD_BYTES)
    return FALSE;
  for (const char *c = a + start; c < a + end_a; c = g_utf8_next_char (c))
    if (g_utf8_strchr (particles, -1, g_utf8_get_char (c)) != NULL)
      return FALSE;
  for (const char *c = b + start; c < b + end_b; c = g_utf8_next_char (c))
    if (g_utf8_strchr (particles, -1, g_utf8_get_char (c)) != NULL)
      return FALSE;
  return TRUE;
}

/* Readings that are as good as the chosen one and say something else: most differ only in what is said alike. The penalty of the nearest that does not. */
static double
disagreement (NkTranslator *translator, const NkTokens *tokens, const NkParse *parse, const char *japanese, NkManner manner,
              GString *explain)
{
  g_autofree char *sense = parse->n_others > 0 ? sense_of (japanese) : NULL;

  for (guint i = 0; i < parse->n_others; i++) {
    g_autofree char *other_sense = NULL;
    NkGenerated other = nk_generate_sentence (translator->lexicon, tokens, parse->others[i], manner, translator->arena);
    double penalty = DISAGREEMENT * (1 - parse->other_margins[i] / NK_PARSE_NEAR);

    other_sense = sense_of (other.japanese);
    if (other.n_lost > 0 || other.n_warnings > 0 || g_str_equal (other_sense, sense))
      continue;
    if (differs_in_one_word (sense, other_sense))
      penalty *= OTHER_WORD;
    if (explain != NULL)
      g_string_append_printf (explain, "  -%.2f a reading that costs %.2f more says: %s\n", penalty, parse->other_margins[i],
                              other.japanese);
    return penalty;
  }
  return 0;
}

/* A reading that is nearly as good, where the chosen one cannot be said, or says, something odd. */
static void
take_sayable (NkTranslator *translator, const NkTokens *tokens, NkParse *parse, NkGenerated *generated, NkManner manner)
{
  for (guint i = 0; i < parse->n_others; i++) {
    NkGenerated other = nk_generate_sentence (translator->lexicon, tokens, parse->others[i], manner, translator->arena);

    if (other.n_warnings > 0 || other.n_oddities > 0 || other.n_lost > 0)
      continue;
    *generated = other;
    parse->node = parse->others[i];
    parse->cost += parse->other_margins[i];
    parse->others[i] = parse->others[--parse->n_others];
    parse->other_margins[i] = parse->other_margins[parse->n_others];
    return;
  }
}

NkTranslation
nk_translate_tokens (NkTranslator *translator, const NkTokens *tokens, NkManner manner, double wanted, GString *explain)
{
  NkTranslation translation = { NULL, 0, FALSE, FALSE, FALSE };
  NkGenerated generated;
  NkParse parse;

  if (explain == NULL && wanted > 0 && nk_translation_bound (tokens) < wanted)
    return translation;
  parse = nk_parse_sentence (translator->lexicon, tokens, translator->arena);
  if (parse.node == NULL) {
    if (explain != NULL)
      g_string_append_printf (explain, "  no reading (%u steps)\n", parse.n_steps);
    return translation;
  }
  generated = nk_generate_sentence (translator->lexicon, tokens, parse.node, manner, translator->arena);
  if (generated.n_warnings > 0 || generated.n_oddities > 0)
    take_sayable (translator, tokens, &parse, &generated, manner);
  if (explain != NULL) {
    g_string_append_printf (explain, "  reading, cost %.2f, margin %.2f, %u steps: ", parse.cost, parse.margin, parse.n_steps);
    nk_node_print (parse.node, explain);
    g_string_append_printf (explain, "\n  japanese: %s\n", generated.japanese);
  }
  translation.japanese = polish (generated.japanese);
  translation.has_document_subject = generated.has_document_subject;
  translation.points_back = points_back (tokens);
  translation.confidence = nk_translation_confidence (tokens, &parse, &generated, explain);
  if (translation.confidence >= WORTH_A_SECOND_LOOK)
    translation.confidence -= disagreement (translator, tokens, &parse, generated.japanese, manner, explain);
  translation.confidence -= nk_translation_doubts (tokens, translation.japanese, explain);
  translation.confidence = MAX (0, translation.confidence);
  return translation;
}

NkTokens *
nk_translator_tokens (NkTranslator *translator, const char *text, NkTokensKind kind)
{
  if (translator->last != NULL && translator->last_kind == kind && g_str_equal (translator->last, text))
    return translator->tokens;
  nk_arena_reset (translator->arena);
  g_free (translator->last);
  translator->last = g_strdup (text);
  translator->last_kind = kind;
  translator->tokens = strlen (text) <= NK_TRANSLATE_MAX_BYTES
                           ? nk_tokens_make (translator->lexicon, translator->names, text, kind, translator->arena)
                           : NULL;
  return translator->tokens;
}

double
nk_translator_bound (NkTranslator *translator, const char *sentence)
{
  const NkTokens *tokens = nk_translator_tokens (translator, sentence, NK_TOKENS_SENTENCE);

  return tokens != NULL ? nk_translation_bound (tokens) : 0;
}

NkTranslation
nk_translate_sentence (NkTranslator *translator, const char *sentence, NkManner manner, GString *explain)
{
  NkTokens *tokens;

  tokens = nk_translator_tokens (translator, sentence, NK_TOKENS_SENTENCE);
  if (tokens == NULL) {
    if (explain != NULL)
      g_string_append (explain, "  too long to be read\n");
    return (NkTranslation){ NULL, 0, FALSE, FALSE, FALSE };
  }
  if (explain != NULL)
    nk_tokens_print (tokens, explain);
  return nk_translate_tokens (translator, tokens, manner, 0, explain);
}

NkTranslation
nk_translate_title (NkTranslator *translator, const char *title, GString *explain)
{
  NkTranslation translation = { NULL, 0, FALSE, FALSE, FALSE };
  NkTokens *tokens;
  NkParse parse;
  NkGenerated generated;

  tokens = nk_translator_tokens (translator, title, NK_TOKENS_TITLE);
  if (tokens == NULL)
    return translation;
  if (explain != NULL)
    nk_tokens_print (tokens, explain);
  parse = nk_parse_noun (translator->lexicon, tokens, translator->arena);
  if (parse.node == NULL)
    return translation;
  generated = nk_generate_noun (translator->lexicon, tokens, parse.node, translator->arena);
  translation.japanese = polish (generated.japanese);
  translation.confidence
      = nk_translation_confidence (tokens, &parse, &generated, explain) - nk_translation_title_doubts (tokens, generated.japanese);
  return translation;
}
