/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Noun phrases: everything that English puts behind a noun stands before it in Japanese. */
#include "language/generate_private.h"

#define MAX_ITEMS 16

/* `document` of `informational document` */
static const char *
last_word (const char *words)
{
  const char *blank = strrchr (words, ' ');

  return blank != NULL ? blank + 1 : words;
}

gboolean
nk_say_is_document (const NkNode *noun)
{
  static const char *const others[] = { "internet draft",
                                        "text",
                                        "i-d",
                                        "bcp",
                                        "standard",
                                        "internet-drafts",
                                        "internet standard",
                                        "document set",
                                        "applicability statement",
                                        "problem statement",
                                        "proposal",
                                        NULL };
  const NkItem *item;

  if (noun->kind != NK_NODE_NOUN || noun->n_determiners == 0 || noun->posts != NULL)
    return FALSE;
  if ((!nk_word_is_document (last_word (noun->token->lower)) && !nk_word_in (others, noun->token->lower))
      || nk_word_is (noun->token->lower, "report") /* protocols send reports */)
    return FALSE;
  if (g_str_equal (noun->determiners[0]->lower, "this"))
    return noun->n_items <= 3;
  if (!g_str_equal (noun->determiners[0]->lower, "the"))
    return FALSE;
  item = noun->items->before;
  return (item == NULL
          && (g_str_equal (noun->token->lower, "document") || g_str_equal (noun->token->lower, "memo")
              || g_str_equal (noun->token->lower, "draft") || g_str_equal (noun->token->lower, "specification")))
         || (item != NULL && item->before == NULL && g_str_equal (item->token->lower, "present"));
}

/* A noun, or a modifier: (gridsと呼ばれる). */
static const char *
say_bracket (NkSay *say, const NkNode *bracket)
{
  const char *open = bracket->is_example ? "(例: " : bracket->is_restated ? "(すなわち" : "(";
  gboolean is_post = bracket->kind == NK_NODE_PARTICIPLE || bracket->kind == NK_NODE_SUCH;

  return nk_arena_join (
      say->arena, nk_arena_join (say->arena, open, is_post ? nk_say_post (say, bracket, NULL, FALSE) : nk_say_noun (say, bracket)), ")");
}

/* Nothing if it says what stands before it: ABNF (Augmented Backus-Naur Form) is ABNF both times. */
static const char *
say_new_bracket (NkSay *say, const NkNode *bracket, const char *before)
{
  const char *text = say_bracket (say, bracket);
  gsize length = strlen (text) - 2;

  return length <= strlen (before) && strncmp (before + strlen (before) - length, text + 1, length) == 0 ? "" : text;
}

static const char *
adjective_of (const NkToken *token)
{
  if (token->terms[NK_TERM_ADJECTIVE] != NULL)
    return token->terms[NK_TERM_ADJECTIVE]->japanese;
  if (token->terms[NK_TERM_NUMBER] != NULL)
    return token->terms[NK_TERM_NUMBER]->japanese;
  return token->text;
}

/* A participle or -ing form that stands before its noun (`head`, nullable), alone. */
static const char *
say_verb_item (NkSay *say, const NkToken *token, const NkToken *head, gboolean is_done)
{
  const NkToken *patient = say->patient, *lacking = say->lacking;
  const char *text;
  const NkLexiconVerb *verb = token->forms->verb[is_done ? NK_FORM_PARTICIPLE : NK_FORM_ING];
  NkNode phrase = { .kind = NK_NODE_PHRASE, .verb = verb, .is_passive = is_done };

  for (guint i = 0; i < verb->n_frames; i++) {
    const NkFrame *frame = &verb->frames[i];

    if (is_done ? (frame->is_passive ? frame->n_elements == 0 : frame->n_elements == 1 && frame->elements[0].kind == NK_ELEMENT_OBJECT)
                : frame->n_elements == 0)
      phrase.frame = frame;
    if (phrase.frame != NULL && (phrase.frame->is_passive || !is_done))
      break;
  }
  if (phrase.frame == NULL && !is_done) {
    for (guint i = 0; i < verb->n_frames && phrase.frame == NULL; i++)
      if (verb->frames[i].n_elements == 1 && verb->frames[i].elements[0].kind == NK_ELEMENT_OBJECT)
        phrase.frame = &verb->frames[i];
    phrase.lacks_object = TRUE;
  }
  if (phrase.frame == NULL)
    nk_say_warn (say, "a verb before a noun has no plain frame");
  say->patient = say->lacking = head;
  text = is_done ? nk_say_participle (say, &(NkNode){ .kind = NK_NODE_PHRASES, .item = &(NkNode){ .kind = NK_NODE_LIST, .item = &phrase } })
                 : nk_say_phrase (say, &phrase, NK_ENDING_PLAIN);
  say->patient = patient;
  say->lacking = lacking;
  return text;
}

static const char *
join_word (const NkToken *joiner, guint n_items, gboolean joins_modifiers, gboolean is_listed)
{
  if (g_str_equal (joiner->lower, "or"))
    return "または";
  if (g_str_equal (joiner->lower, "and/or"))
    return "および/または";
  if (joins_modifiers)
    return "かつ";
  return is_listed ? "、および" : n_items == 3 ? "と" : "および";
}

static gboolean
is_modifier (const NkItem *item)
{
  return item->kind == NK_ITEM_ADJECTIVE || item->kind == NK_ITEM_PARTICIPLE || item->kind == NK_ITEM_AFFIX;
}

static const char *
modifier_of (NkSay *say, const NkItem *item)
{
  return item->kind == NK_ITEM_PARTICIPLE  ? say_verb_item (say, item->token, NULL, TRUE)
         : item->kind == NK_ITEM_ADJECTIVE ? adjective_of (item->token)
                                           : "";
}

/* A modifier in い, た or る as something follows it: 広く, 使用され. NULL: it is none of these. */
static const char *
continued (NkSay *say, const char *text)
{
  static const struct {
    const char *ending, *joined;
  } endings[] = { { "された", "され" },   { "される", "され" }, { "のない", "がなく" }, { "しない", "せず" },
                  { "のある", "があり" }, { "い", "く" },       { "する", "し" },       { "した", "し" } };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text, endings[i].ending))
      return nk_arena_join (say->arena, nk_arena_text (say->arena, text, strlen (text) - strlen (endings[i].ending)), endings[i].joined);
  return NULL;
}

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

/* One entry of the tables, and yet two words: ネットワーク性能. */
static gboolean
is_of_network (const NkToken *token)
{
  return g_str_has_prefix (token->lower, "network ") && token->terms[NK_TERM_NOUN] != NULL
         && g_str_has_prefix (token->terms[NK_TERM_NOUN]->japanese, "ネットワーク")
         && *(token->terms[NK_TERM_NOUN]->japanese + strlen ("ネットワーク")) != '\0';
}

/* `the entire request`: 要求全体; `overall network performance`: ネットワーク全体の性能. How many items bear 全体, counted from the second; 0: none. */
static guint
count_whole (const NkItem *const *items, guint n)
{
  const NkItem *first = items[n - 1];
  guint n_nouns = 0;

  if (n < 2 || first->kind != NK_ITEM_ADJECTIVE)
    return 0;
  for (guint i = n - 1; i-- > 0 && (items[i]->kind == NK_ITEM_NOUN || items[i]->kind == NK_ITEM_NAME);)
    n_nouns++;
  if (g_str_equal (first->token->lower, "overall"))
    return n_nouns == n - 1 && (n_nouns > 1 || is_of_network (items[0]->token)) ? 1 : 0;
  return g_str_equal (first->token->lower, "entire") || g_str_equal (first->token->lower, "whole") ? n - 1 : 0;
}

/* 「アーキテクチャ側面」 is no word: アーキテクチャの側面. */
static gboolean
is_loose_compound (const NkNode *node)
{
  static const char *const heads[]
      = { "aspect", "applicability", "overview",           "problem statement", "use case", "iana consideration", "consideration", "role",
          "goal",   "design goal",   "research challenge", "characteristic",    NULL };
  const NkItem *before = node->items->before;

  return before != NULL && (before->kind == NK_ITEM_NOUN || before->kind == NK_ITEM_NAME) && !nk_word_is (before->token->lower, "iana")
         && nk_word_in (heads, node->token->lemma);
}

static const char *
say_items (NkSay *say, const NkNode *node)
{
  const NkItem *items[MAX_ITEMS];
  guint n = 0, n_whole, n_said = 0;
  const char *text = "";
  gboolean is_listed = FALSE, names_some = say->names_some, is_denied = say->is_denied, has_example = FALSE;
  const NkItem *wants_no = NULL; /* の belongs behind it */

  say->names_some = FALSE;
  for (const NkItem *item = node->items; item != NULL && n < MAX_ITEMS; item = item->before)
    items[n++] = item;
  for (guint i = 0; i < n; i++)
    is_listed |= items[i]->kind == NK_ITEM_COMMA;
  for (guint i = 0; i < node->n_determiners; i++)
    is_denied |= (node->determiners[i]->tags & NK_TAG_NO) != 0;
  n_whole = count_whole (items, n);
  for (guint i = n_whole > 0 ? n - 1 : n; i-- > 0;) {
    const NkToken *token = items[i]->token;
    const char *part = "";

    switch (items[i]->kind) {
    case NK_ITEM_NOUN:
    case NK_ITEM_NAME:
    case NK_ITEM_NUMBER:
      part = nk_token_noun (token);
      if (i > 0 && nk_word_is (token->lemma, "example")) { /* example keys: 鍵の例 */
        has_example = TRUE;
        part = "";
      }
      if ((i == 0 && is_loose_compound (node))
          || (i == 1 && n > 2 && nk_word_is (token->lower, "iana") && nk_word_is (node->token->lemma, "consideration")))
        text = nk_arena_join (say->arena, text, "の");
      if (i == 0 && n > 1)
        text = counted (say, text, items[1], token);
      break;
    case NK_ITEM_ADJECTIVE:
      part = adjective_of (token);
      /* 経路の安全な設定 */
      if (i + 1 < n && (items[i + 1]->kind == NK_ITEM_NOUN || items[i + 1]->kind == NK_ITEM_NAME)
          && (g_str_has_suffix (part, "な") || g_str_has_suffix (part, "い") || g_str_has_suffix (part, "た")))
        text = nk_say_cat (say, text, items[i + 1]->kind == NK_ITEM_NAME && g_str_has_suffix (part, "化された") ? "で" : "の");
      break;
    case NK_ITEM_AFFIX:
      part = nk_lexicon_affix (say->lexicon, nk_arena_join (say->arena, "-", token->lower));
      if (part == NULL)
        part = adjective_of (token);
      break;
    case NK_ITEM_PARTICIPLE: part = say_verb_item (say, token, items[0]->token, TRUE); break;
    case NK_ITEM_ING:
      if (i + 1 < n && items[i + 1]->kind == NK_ITEM_NOUN)
        text = nk_arena_join (say->arena, text, "を"); /* プライバシーを保護する測定 */
      part = say_verb_item (say, token, items[0]->token, FALSE);
      break;
    case NK_ITEM_ADVERB: part = token->terms[NK_TERM_ADVERB]->japanese; break;
    case NK_ITEM_POSSESSIVE: part = "の"; break;
    case NK_ITEM_COMMA:
      part = "、"; /* 低遅延、低ジッタ */
      if (items[i + 1]->kind == NK_ITEM_ADJECTIVE && g_str_has_suffix (text, "の"))
        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("の"));
      break;
    case NK_ITEM_AND:
      /* 安全かつ効率的な, セッション間およびセッション内の */
      if (i > 0 && (items[i - 1]->kind == NK_ITEM_ADJECTIVE || items[i - 1]->kind == NK_ITEM_ADVERB)
          && (items[i + 1]->kind == NK_ITEM_ADJECTIVE || (items[i + 1]->kind == NK_ITEM_NAME && items[i - 1]->kind == NK_ITEM_ADJECTIVE))
          && (g_str_has_suffix (text, "な") || g_str_has_suffix (text, "の"))) {
        gboolean is_no = g_str_has_suffix (text, "の") && items[i - 1]->kind == NK_ITEM_ADJECTIVE;

        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("の"));
        part = g_str_equal (token->lower, "or") ? "または" : is_no ? "および" : "かつ";
        break;
      }
      /* 従来およびPQCのアルゴリズム */
      if (i > 1 && items[i + 1]->kind == NK_ITEM_ADJECTIVE && (items[i - 1]->kind == NK_ITEM_NOUN || items[i - 1]->kind == NK_ITEM_NAME)
          && g_str_has_suffix (text, "の") && (items[i - 2]->kind == NK_ITEM_NOUN || items[i - 2]->kind == NK_ITEM_NAME)) {
        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("の"));
        part = join_word (token, n, FALSE, FALSE);
        if (g_str_equal (part, "と"))
          part = "および";
        wants_no = items[i - 1];
        break;
      }
      /* 広く使用され、かつ効率的な; 変更がなく、かつ…; 符号化・暗号化された */
      if (i > 0 && g_str_equal (token->lower, "and") && g_str_has_suffix (text, "化された")
          && g_str_has_suffix (modifier_of (say, items[i - 1]), "化された")) {
        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("された"));
        part = "・";
        break;
      }
      if (i > 0 && g_str_equal (token->lower, "and") && is_modifier (items[i - 1]) && is_modifier (items[i + 1])
          && continued (say, text) != NULL) {
        text = continued (say, text);
        part = "、かつ";
        break;
      }
      part = join_word (token, n,
                        i > 0 && (items[i - 1]->kind == NK_ITEM_ADJECTIVE || items[i - 1]->kind == NK_ITEM_PARTICIPLE)
                            && (items[i + 1]->kind == NK_ITEM_ADJECTIVE || items[i + 1]->kind == NK_ITEM_PARTICIPLE),
                        is_listed);
      if (names_some && (g_str_equal (part, "と") || g_str_equal (part, "および")))
        part = "や"; /* AやBなど */
      if (is_denied && g_str_equal (part, "または"))
        part = "や"; /* 手順やメカニズムを定義しない */
      break;
    case NK_ITEM_BRACKET:
      if (i > 0 && (items[i - 1]->kind == NK_ITEM_NOUN || items[i - 1]->kind == NK_ITEM_NAME)
          && g_str_has_suffix (text, "の")) /* マルチトポロジ(MT)ルーティング */
        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("の"));
      part = say_new_bracket (say, items[i]->bracket, text);
      break;
    }
    text = nk_say_cat (say, text, part);
    if (items[i] == wants_no)
      text = nk_arena_join (say->arena, text, "の");
    if (++n_said == n_whole && i + 2 == n && is_of_network (token) && g_str_equal (items[n - 1]->token->lower, "overall"))
      text = nk_arena_join (say->arena, "ネットワーク全体の",
                            text + strlen (g_str_has_prefix (text, "ネットワークの") ? "ネットワークの" : "ネットワーク"));
    else if (n_said == n_whole)
      text = nk_arena_join (say->arena, text,
                            i > 0                                                            ? "全体の"
                            : strstr (text, "または") != NULL || strstr (text, "の") != NULL ? "の全体"
                                                                                             : "全体");
  }
  return has_example ? nk_arena_join (say->arena, text, "の例") : text;
}

static gboolean
is_new (const NkNode *node)
{
  static const char *const words[] = { "new", "other", "additional", "further", "such", "potential", "possible", "future", NULL };
  const NkItem *item = node->items;

  while (item != NULL && item->before != NULL)
    item = item->before;
  return item != NULL && nk_word_in (words, item->token->lower);
}

static const char *
say_determiners (NkSay *say, const NkNode *node)
{
  const char *text = "";

  for (guint i = 0; i < node->n_determiners; i++) {
    const NkToken *token = node->determiners[i];

    if ((token->tags & NK_TAG_NO) != 0)
      say->negates = TRUE;
    else if (g_str_equal (token->lower, "any") && (say->is_denied || is_new (node)))
      continue; /* any new header: 新たなヘッダ */
    else if (i > 0 && g_str_equal (token->lower, "most") && g_str_equal (node->determiners[i - 1]->lower, "the")
             && node->items->before != NULL && node->items->before->kind == NK_ITEM_ADJECTIVE)
      text = nk_say_cat (say, text, "最も"); /* the most prominent myths */
    else if (token->terms[NK_TERM_DETERMINER] != NULL)
      text = nk_say_cat (say, text, token->terms[NK_TERM_DETERMINER]->japanese);
  }
  return text;
}

/* What stands behind 「…の」 of the only possessive among the words before the head; NULL: there is none. */
static const char *
behind_owner (const NkNode *node, const char *text)
{
  for (const NkItem *item = node->items; item != NULL; item = item->before)
    if (item->kind == NK_ITEM_POSSESSIVE) {
      const char *owner = strstr (text, "の");

      return owner != NULL ? owner + strlen ("の") : NULL;
    }
  return NULL;
}

/* `no registry that lists X`: the negation is for the verb of the clause, not for a verb in what stands behind the noun. */
static const char *
say_own_posts (NkSay *say, const NkNode *node, const char *head)
{
  gboolean negates = say->negates;
  const char *text;

  say->negates = FALSE;
  text = nk_say_effect (say, node, head);
  if (text == NULL)
    text = nk_say_posts (say, node, head);
  say->negates |= negates;
  return text;
}

static gboolean
is_all_of_own (const NkNode *node)
{
  return node->n_determiners == 2 && nk_word_is (node->determiners[0]->lower, "all")
         && (nk_word_is (node->determiners[1]->lower, "its") || nk_word_is (node->determiners[1]->lower, "their"))
         && node->determiners[1]->terms[NK_TERM_DETERMINER] != NULL;
}

static const char *
say_single (NkSay *say, const NkNode *node)
{
  const char *text;
  gboolean is_both = node->n_determiners > 0
                     && (g_str_equal (node->determiners[0]->lower, "both") || g_str_equal (node->determiners[0]->lower, "both the"));

  if (nk_say_is_document (node))
    return g_str_equal (node->token->lower, "specification") ? "本仕様" : "本文書";
  text = say_items (say, node);
  if (node->bracket != NULL)
    text = nk_say_cat (say, text, say_new_bracket (say, node->bracket, text));
  if (is_both) {
    gboolean has_and = FALSE;

    for (const NkItem *item = node->items; item != NULL; item = item->before)
      has_and |= item->kind == NK_ITEM_AND;
    text = has_and ? nk_say_cat (say, text, "の両方") : nk_say_cat (say, say_determiners (say, node), text);
  } else if (is_all_of_own (node)) /* all its related mechanisms: その関連するメカニズムすべて */
    text = nk_say_cat3 (say, node->determiners[1]->terms[NK_TERM_DETERMINER]->japanese, text, "すべて");
  else
    text = nk_say_cat (say, say_determiners (say, node), text);
  if (node->and_token != NULL) /* the packet itself, only the packet */
    text = nk_say_cat (say, text, g_str_equal (node->and_token->lower, "only") ? "のみ" : "自体");
  if (node->posts != NULL && node->posts->item->kind == NK_NODE_JOINT && g_str_equal (node->posts->item->token->lower, "of")) {
    const char *owned = behind_owner (node, text);

    /* the workshop's points of discussion: ワークショップの議論の点 */
    if (owned != NULL)
      return nk_say_cat (say, nk_arena_text (say->arena, text, (gsize)(owned - text)), say_own_posts (say, node, owned));
  }
  /* WIMSE applicability to X: WIMSEのXへの適用性 */
  if (is_loose_compound (node) && node->bracket == NULL && node->posts != NULL && node->posts->item->kind == NK_NODE_JOINT
      && nk_word_is (node->posts->item->token->lower, "to") && g_str_has_suffix (text, nk_token_noun (node->token))) {
    gsize owner = strlen (text) - strlen (nk_token_noun (node->token));

    return nk_say_cat (say, nk_arena_text (say->arena, text, owner), say_own_posts (say, node, text + owner));
  }
  return say_own_posts (say, node, text);
}

/* `from one provider to another`: the noun behind the nearest `one` before the node. */
static const char *
noun_of_one (const NkSay *say, const NkNode *node)
{
  for (guint i = node->start; i-- > 0;)
    if (g_str_equal (say->tokens->tokens[i].lower, "one")) {
      guint head = i + 1;

      while (nk_token_is (say->tokens, head + 1, NK_TAG_NOUN | NK_TAG_NAME) && head + 1 < node->start)
        head++;
      return nk_token_is (say->tokens, head, NK_TAG_NOUN) ? nk_token_noun (&say->tokens->tokens[head]) : "もの";
    }
  return "もの";
}

static const char *
say_pronoun (NkSay *say, const NkNode *node)
{
  static const struct {
    const char *word, *japanese;
  } pronouns[] = {
    { "it", "それ" },         { "they", "それら" },   { "them", "それら" },     { "this", "これ" },
    { "these", "これら" },    { "those", "もの" },    { "that", "もの" },       { "we", "我々" },
    { "us", "我々" },         { "itself", "自身" },   { "themselves", "自身" }, { "one", "1つ" },
    { "others", "他のもの" }, { "each", "それぞれ" }, { "who", "誰" },          { "what", "何" },
  };

  if (g_str_equal (node->token->lower, "another"))
    return nk_say_cat (say, "別の", noun_of_one (say, node));
  for (guint i = 0; i < G_N_ELEMENTS (pronouns); i++)
    if (g_str_equal (node->token->lower, pronouns[i].word))
      return nk_say_posts (say, node, pronouns[i].japanese);
  nk_say_warn (say, "a pronoun has no Japanese");
  return "それ";
}

const char *
nk_say_noun (NkSay *say, const NkNode *node)
{
  static const struct {
    NkNodeKind kind;
    const char *(*say) (NkSay *say, const NkNode *node);
  } nouns[] = {
    { NK_NODE_NOUN, say_single },     { NK_NODE_NOUNS, nk_say_several }, { NK_NODE_QUESTION, nk_say_question },
    { NK_NODE_PRONOUN, say_pronoun }, { NK_NODE_GERUND, nk_say_gerund },
  };

  nk_say_mark (say, node);
  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    if (nouns[i].kind == node->kind)
      return nouns[i].say (say, node);
  nk_say_warn (say, "no noun");
  return "";
}
