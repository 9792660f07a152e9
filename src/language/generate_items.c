/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The words before a noun, and the noun itself. */
#include "language/generate_private.h"

#define MAX_ITEMS 16

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
say_verb_item (NkSay *say, const NkToken *token, const NkToken *head, gboolean is_done, gboolean has_object)
{
  const NkToken *patient = say->patient, *lacking = say->lacking;
  const char *text;
  const NkLexiconVerb *verb = token->forms->verb[is_done ? NK_FORM_PARTICIPLE : NK_FORM_ING];
  NkNode phrase = { .kind = NK_NODE_PHRASE, .verb = verb, .is_passive = is_done };

  for (guint i = 0; i < verb->n_frames; i++) {
    const NkFrame *frame = &verb->frames[i];

    if (is_done ? (frame->is_passive ? frame->n_elements == 0 : frame->n_elements == 1 && frame->elements[0].kind == NK_ELEMENT_OBJECT)
                : frame->n_elements == 0 && !has_object) /* a key distributing protocol */
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
  return item->kind == NK_ITEM_PARTICIPLE  ? say_verb_item (say, item->token, NULL, TRUE, FALSE)
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

/* `IDNA derived properties`, `TLS encrypted data`: what the name before a participle has to do with it. Empty: no noun stands there. */
static const char *
agent_particle (const NkItem *before, const NkToken *participle)
{
  static const char *const origins[] = { "derive", "originate", "extract", "obtain", "inherit", "receive", "source", NULL };
  static const char *const places[] = { "register", "associate", "attach", "connect", "relate", "map", "bind", "embed", NULL };
  static const char *const acts[]
      = { "assign", "allocate", "configure", "maintain", "manage", "approve", "operate", "control", "initiate", "generate", "issue", NULL };
  const char *lemma = participle->forms->verb[NK_FORM_PARTICIPLE]->lemma;

  if (before->kind == NK_ITEM_BRACKET && before->before != NULL)
    before = before->before;
  if ((before->kind != NK_ITEM_NAME && before->kind != NK_ITEM_NOUN) || g_ascii_isdigit (*before->token->text)) /* 1-D interleaved */
    return "";
  if (nk_word_in (origins, lemma))
    return "から";
  if (nk_word_in (places, lemma))
    return "に";
  return nk_word_in (acts, lemma) || before->token->class == NK_CLASS_PEOPLE || before->token->class == NK_CLASS_SYSTEM ? "によって" : "で";
}

/* `user defined metrics`: a participle that the tables have as an adjective too. */
static const char *
joint_before (const NkItem *before, const NkToken *adjective, const char *japanese)
{
  return g_str_has_suffix (japanese, "れた") && adjective->forms != NULL && adjective->forms->verb[NK_FORM_PARTICIPLE] != NULL
             ? agent_particle (before, adjective)
             : "の";
}

/* The participle at `i`; what it has to do with the noun before it is said behind `text`. */
static const char *
say_done_item (NkSay *say, const NkItem *const *items, guint n, guint i, const char **text)
{
  if (i + 1 < n)
    *text = nk_say_cat (say, *text, agent_particle (items[i + 1], items[i]->token));
  return say_verb_item (say, items[i]->token, items[0]->token, TRUE, FALSE);
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
    return n_nouns == n - 1 && n_nouns > 2 ? n - 1 : n_nouns == n - 1 && (n_nouns > 1 || is_of_network (items[0]->token)) ? 1 : 0;
  return g_str_equal (first->token->lower, "entire") || g_str_equal (first->token->lower, "whole") ? n - 1 : 0;
}

/* 「アーキテクチャ側面」 is no word: アーキテクチャの側面. */
gboolean
nk_say_is_loose_compound (const NkNode *node)
{
  static const char *const heads[]
      = { "aspect", "applicability", "overview",           "problem statement", "use case", "iana consideration", "consideration", "role",
          "goal",   "design goal",   "research challenge", "characteristic",    NULL };
  const NkItem *before = node->items->before;

  return before != NULL && (before->kind == NK_ITEM_NOUN || before->kind == NK_ITEM_NAME) && !nk_word_is (before->token->lower, "iana")
         && nk_word_in (heads, node->token->lemma);
}

/* 量子, 公開: an adjective that stands before its noun like a part of it. */
static gboolean
is_bare_adjective (const NkItem *item)
{
  static const char *const endings[] = { "な", "の", "い", "る", "た", "ない" };

  if (item->kind != NK_ITEM_ADJECTIVE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (adjective_of (item->token), endings[i]))
      return FALSE;
  return TRUE;
}

/* `functional and performance requirements`: 機能的な要件および性能要件; `traditional and quantum attacks`: 従来の攻撃および量子攻撃. What is joined is not alike, so
 * that the head is said twice; NULL: it is. */
static const char *
say_and_of_unlike (NkSay *say, const NkItem *const *items, guint n, guint i, const char **text)
{
  const char *pair = nk_say_pair_head (say, items, n, i);

  if (pair != NULL) {
    *text = nk_say_cat (say, *text, pair);
    return g_str_equal (items[i]->token->lower, "and") ? "と" : "または";
  }
  if (i != 2 || items[i + 1]->kind != NK_ITEM_ADJECTIVE || items[0]->kind != NK_ITEM_NOUN)
    return NULL;
  if (items[1]->kind != NK_ITEM_NOUN
      && (!is_bare_adjective (items[1]) || is_bare_adjective (items[3])
          || g_utf8_strlen (nk_token_noun (items[0]->token), -1) > NK_SAY_MAX_SHARED_HEAD))
    return NULL;
  *text = nk_say_cat (say, *text, nk_token_noun (items[0]->token));
  return g_str_equal (items[i]->token->lower, "or") ? "または" : "および";
}

/* `privacy- and security-focused`: プライバシーおよびセキュリティに重点を置いた. Takes from `text` what the next modifier ends in, too. */
static gboolean
take_shared_end (NkSay *say, const NkItem *next, const char **text)
{
  static const char *const ends[] = { "に重点を置いた", "に対応した", "に対応する", "に依存しない", "を認識する", "を意識した", "に固有の", "に準拠した", "ベースの", "固有の", "指向の", "駆動型の" };
  const char *other = next->kind == NK_ITEM_ADJECTIVE ? adjective_of (next->token) : "";

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (*text, ends[i]) && g_str_has_suffix (other, ends[i])) {
      *text = nk_arena_text (say->arena, *text, strlen (*text) - strlen (ends[i]));
      return TRUE;
    }
  return FALSE;
}

/* What an and among the words before a noun is; it may change the end of what was said before it. `wants_no`: の belongs behind that word. */
static const char *
say_and (NkSay *say, const NkItem *const *items, guint n, guint i, gboolean is_listed, const char **text, const NkItem **wants_no)
{
  const NkToken *token = items[i]->token;
  const char *part = say_and_of_unlike (say, items, n, i, text);

  if (part != NULL)
    return part;
  /* 安全かつ効率的な, セッション間およびセッション内の */
  if (i > 0 && (items[i - 1]->kind == NK_ITEM_ADJECTIVE || items[i - 1]->kind == NK_ITEM_ADVERB)
      && (items[i + 1]->kind == NK_ITEM_ADJECTIVE || (items[i + 1]->kind == NK_ITEM_NAME && items[i - 1]->kind == NK_ITEM_ADJECTIVE))
      && (g_str_has_suffix (*text, "な") || g_str_has_suffix (*text, "の"))) {
    gboolean is_no = g_str_has_suffix (*text, "の") && items[i - 1]->kind == NK_ITEM_ADJECTIVE;

    *text = nk_arena_text (say->arena, *text, strlen (*text) - strlen ("の"));
    return g_str_equal (token->lower, "or") ? "または" : is_no ? "および" : "かつ";
  }
  /* 従来およびPQCのアルゴリズム */
  if (i > 1 && items[i + 1]->kind == NK_ITEM_ADJECTIVE && (items[i - 1]->kind == NK_ITEM_NOUN || items[i - 1]->kind == NK_ITEM_NAME)
      && g_str_has_suffix (*text, "の") && (items[i - 2]->kind == NK_ITEM_NOUN || items[i - 2]->kind == NK_ITEM_NAME)) {
    *text = nk_arena_text (say->arena, *text, strlen (*text) - strlen ("の"));
    *wants_no = items[i - 1];
    part = join_word (token, n, FALSE, FALSE);
    return g_str_equal (part, "と") ? "および" : part;
  }
  if (i > 0 && take_shared_end (say, items[i - 1], text))
    return g_str_equal (token->lower, "or") ? "または" : "および";
  /* 広く使用され、かつ効率的な; 変更がなく、かつ…; 符号化・暗号化された */
  if (i > 0 && g_str_equal (token->lower, "and") && g_str_has_suffix (*text, "化された")
      && g_str_has_suffix (modifier_of (say, items[i - 1]), "化された")) {
    *text = nk_arena_text (say->arena, *text, strlen (*text) - strlen ("された"));
    return "・";
  }
  /* 一貫した効率的な: an adjective like the other, and nothing that was done */
  if (i > 0 && g_str_equal (token->lower, "and") && items[i - 1]->kind == NK_ITEM_ADJECTIVE && items[i + 1]->kind == NK_ITEM_ADJECTIVE
      && g_str_has_suffix (*text, "した") && g_str_has_suffix (adjective_of (items[i - 1]->token), "な"))
    return "";
  if (i > 0 && g_str_equal (token->lower, "and") && is_modifier (items[i - 1]) && is_modifier (items[i + 1])
      && continued (say, *text) != NULL) {
    *text = continued (say, *text);
    return "、かつ";
  }
  /* 狭帯域および広帯域コーデック: several, of which none is both */
  if (i > 0 && g_str_equal (token->lower, "and") && is_bare_adjective (items[i - 1]) && is_bare_adjective (items[i + 1])
      && items[0]->token->is_plural)
    return "および";
  return join_word (token, n,
                    i > 0 && (items[i - 1]->kind == NK_ITEM_ADJECTIVE || items[i - 1]->kind == NK_ITEM_PARTICIPLE)
                        && (items[i + 1]->kind == NK_ITEM_ADJECTIVE || items[i + 1]->kind == NK_ITEM_PARTICIPLE),
                    is_listed);
}

/* What a comma among the words before a noun is: 低遅延、低ジッタ; 安全で効率的な, 安全な汎用証明, 新たな安全な; in a list: 物理的、論理的な. */
static const char *
say_comma (NkSay *say, const NkItem *const *items, guint n, guint i, const char **text)
{
  gboolean is_listed = FALSE, are_adjectives = items[i + 1]->kind == NK_ITEM_ADJECTIVE && i > 0 && items[i - 1]->kind == NK_ITEM_ADJECTIVE;

  for (guint k = 0; k < n; k++)
    is_listed |= k != i && (items[k]->kind == NK_ITEM_AND || items[k]->kind == NK_ITEM_COMMA);
  if (are_adjectives && !is_listed && g_str_has_suffix (*text, "の"))
    return ""; /* オプションの実験的な */
  if (items[i + 1]->kind == NK_ITEM_ADJECTIVE && g_str_has_suffix (*text, "の"))
    *text = nk_arena_text (say->arena, *text, strlen (*text) - strlen ("の"));
  else if (are_adjectives && !is_listed && (is_bare_adjective (items[i - 1]) || g_str_has_suffix (*text, "新たな")))
    return "";
  else if (are_adjectives && g_str_has_suffix (*text, "な")) {
    *text = nk_arena_text (say->arena, *text, strlen (*text) - strlen ("な"));
    return is_listed ? "、" : "で";
  }
  return "、";
}

/* X全体の, XまたはYの全体; `overall network performance` is that of all of the network. */
static const char *
with_whole (NkSay *say, const char *text, gboolean is_before_more, gboolean is_of_all)
{
  if (is_of_all)
    return nk_arena_join (say->arena, "ネットワーク全体の",
                          text + strlen (g_str_has_prefix (text, "ネットワークの") ? "ネットワークの" : "ネットワーク"));
  if (is_before_more)
    return nk_arena_join (say->arena, text, "全体の");
  return nk_arena_join (say->arena, text, strstr (text, "または") != NULL || strstr (text, "の") != NULL ? "の全体" : "全体");
}

/* `new intra-domain mechanisms`: ドメイン内の新たなメカニズム, or the domain would be new; and a number next to what is counted. */
static void
put_new_behind_place (const NkItem **items, guint n)
{
  const NkItem *first = items[n - 1];

  /* 改善された2つのメトリック */
  if (n >= 3 && (first->token->tags & NK_TAG_NUMERAL) != 0
      && (items[n - 2]->kind == NK_ITEM_PARTICIPLE
          || (items[n - 2]->kind == NK_ITEM_ADJECTIVE && g_str_has_suffix (adjective_of (items[n - 2]->token), "された")))) {
    items[n - 1] = items[n - 2];
    items[n - 2] = first;
    return;
  }
  if (n < 3 || items[n - 1]->kind != NK_ITEM_ADJECTIVE || items[n - 2]->kind != NK_ITEM_ADJECTIVE
      || !nk_word_is (items[n - 1]->token->lower, "new"))
    return;
  if (g_str_has_suffix (adjective_of (items[n - 2]->token), "内の") || g_str_has_suffix (adjective_of (items[n - 2]->token), "間の")) {
    items[n - 1] = items[n - 2];
    items[n - 2] = first;
  }
}

/* `request and response messages`: 要求メッセージと応答メッセージ, since 「要求と応答メッセージ」 would be requests, too. NULL if it is not of this form. */
static const char *
say_head_twice (NkSay *say, const NkNode *node, const NkItem *const *items, guint n)
{
  const char *head, *joiner;

  if (n != 4 || !nk_say_shares_head (items) || nk_say_is_loose_compound (node))
    return NULL;
  head = nk_token_noun (items[0]->token);
  joiner = g_str_equal (items[2]->token->lower, "and") ? "と" : "または";
  return nk_say_cat3 (say, nk_arena_join (say->arena, nk_token_noun (items[3]->token), head), joiner,
                      nk_arena_join (say->arena, nk_token_noun (items[1]->token), head));
}

/* An -ing form before its noun; `a sending algorithm` tells how it is done, 送信アルゴリズム, where `a sending node` does it. */
static const char *
say_doing_item (NkSay *say, const NkItem *const *items, guint n, guint i)
{
  static const char *const ways[]
      = { "algorithm", "procedure", "process", "technique", "method", "rule", "logic", "operation", "scheme", "strategy", "policy", NULL };
  const char *doing = say_verb_item (say, items[i]->token, items[0]->token, FALSE, i + 1 < n && items[i + 1]->kind == NK_ITEM_NOUN);
  const char *noun = i == 1 && nk_word_in (ways, items[0]->token->lemma) ? nk_conjugate_noun (say->arena, doing) : NULL;

  return noun != NULL ? noun : doing;
}

static const char *
affix_of (const NkSay *say, const NkToken *token)
{
  const char *affix = nk_lexicon_affix (say->lexicon, nk_arena_join (say->arena, "-", token->lower));

  return affix != NULL ? affix : adjective_of (token);
}

const char *
nk_say_items (NkSay *say, const NkNode *node)
{
  const NkItem *items[MAX_ITEMS];
  guint n = 0, n_whole, n_said = 0;
  const char *text = "";
  gboolean is_listed = FALSE, names_some = say->names_some, is_denied = say->is_denied, has_example = FALSE;
  const NkItem *wants_no = NULL; /* の belongs behind it */

  say->names_some = FALSE;
  for (const NkItem *item = node->items; item != NULL && n < MAX_ITEMS; item = item->before)
    items[n++] = item;
  if (n > 0)
    put_new_behind_place (items, n);
  for (guint i = 0; i < n; i++)
    is_listed |= items[i]->kind == NK_ITEM_COMMA;
  for (guint i = 0; i < node->n_determiners; i++)
    is_denied |= (node->determiners[i]->tags & NK_TAG_NO) != 0;
  if (!names_some && !is_denied && say_head_twice (say, node, items, n) != NULL)
    return say_head_twice (say, node, items, n);
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
      if ((i == 0 && nk_say_is_loose_compound (node))
          || (i == 1 && n > 2 && nk_word_is (token->lower, "iana") && nk_word_is (node->token->lemma, "consideration")))
        text = nk_arena_join (say->arena, text, "の");
      if (i == 0 && n > 1)
        part = nk_say_counted (say, &text, items[1], token, part);
      part = nk_arena_join (say->arena, part, nk_say_counts_behind (items, i));
      break;
    case NK_ITEM_ADJECTIVE:
      part = adjective_of (token);
      if (i + 1 < n && (items[i + 1]->kind == NK_ITEM_NOUN || items[i + 1]->kind == NK_ITEM_NAME)
          && (g_str_has_suffix (part, "な") || g_str_has_suffix (part, "い") || g_str_has_suffix (part, "た")))
        text = nk_say_cat (say, text, joint_before (items[i + 1], token, part)); /* 経路の安全な設定 */
      break;
    case NK_ITEM_AFFIX: part = affix_of (say, token); break;
    case NK_ITEM_PARTICIPLE: part = say_done_item (say, items, n, i, &text); break;
    case NK_ITEM_ING:
      if (i + 1 < n && items[i + 1]->kind == NK_ITEM_NOUN)
        text = nk_arena_join (say->arena, text, "を"); /* プライバシーを保護する測定 */
      part = say_doing_item (say, items, n, i);
      break;
    case NK_ITEM_ADVERB: part = token->terms[NK_TERM_ADVERB]->japanese; break;
    case NK_ITEM_POSSESSIVE: part = "の"; break;
    case NK_ITEM_COMMA: part = say_comma (say, items, n, i, &text); break;
    case NK_ITEM_AND:
      part = say_and (say, items, n, i, is_listed, &text, &wants_no);
      /* AやBなど, 手順やメカニズムを定義しない */
      if (!is_modifier (items[i + 1])
          && ((names_some && (g_str_equal (part, "と") || g_str_equal (part, "および"))) || (is_denied && g_str_equal (part, "または"))))
        part = "や";
      break;
    case NK_ITEM_BRACKET:
      if (i > 0 && (items[i - 1]->kind == NK_ITEM_NOUN || items[i - 1]->kind == NK_ITEM_NAME)
          && g_str_has_suffix (text, "の")) /* マルチトポロジ(MT)ルーティング */
        text = nk_arena_text (say->arena, text, strlen (text) - strlen ("の"));
      part = nk_say_new_bracket (say, items[i]->bracket, text);
      break;
    }
    text = nk_say_cat (say, text, part);
    if (items[i] == wants_no)
      text = nk_arena_join (say->arena, text, "の");
    if (++n_said == n_whole)
      text = with_whole (say, text, i > 0, i + 2 == n && is_of_network (token) && g_str_equal (items[n - 1]->token->lower, "overall"));
  }
  return has_example ? nk_arena_join (say->arena, text, "の例") : text;
}
