/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Noun phrases: everything that English puts behind a noun stands before it in Japanese. */
#include "language/generate_private.h"
#include "language/words.h"

#define LONG_OWNED 20 /* characters: a comma behind whose it is */

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
  const char *open = bracket->is_example ? "(例: " : bracket->is_restated ? "(すなわち" : bracket->is_other ? "(または" : "(";
  gboolean is_post = bracket->kind == NK_NODE_PARTICIPLE || bracket->kind == NK_NODE_SUCH;

  return nk_arena_join (
      say->arena, nk_arena_join (say->arena, open, is_post ? nk_say_post (say, bracket, NULL, FALSE) : nk_say_noun (say, bracket)), ")");
}

/* Nothing if it says what stands before it: ABNF (Augmented Backus-Naur Form) is ABNF both times. */
const char *
nk_say_new_bracket (NkSay *say, const NkNode *bracket, const char *before)
{
  const char *text = say_bracket (say, bracket);
  gsize open = bracket->is_other ? strlen ("(または") : 1, length = strlen (text) - open - 1; /* wavelength (or lambda) */

  return length <= strlen (before) && strncmp (before + strlen (before) - length, text + open, length) == 0 ? "" : text;
}

static gboolean
is_new (const NkNode *node)
{
  static const char *const words[] = { "new", "other", "additional", "further", "such", "potential", "possible", "future", NULL };
  const NkItem *item = nk_node_first_item (node);

  return item != NULL && nk_word_in (words, item->token->lower);
}

static gboolean
starts_with_own (const NkNode *node)
{
  const NkItem *item = nk_node_first_item (node);

  return item != NULL && nk_word_is (item->token->lower, "own");
}

static gboolean
tells_which (const NkNode *posts)
{
  for (; posts != NULL; posts = posts->next)
    if (posts->item->kind == NK_NODE_RELATIVE || posts->item->kind == NK_NODE_RELATIVE_OBJECT || posts->item->kind == NK_NODE_PARTICIPLE
        || posts->item->kind == NK_NODE_WHOSE || posts->item->kind == NK_NODE_RELATIVE_CLAUSE)
      return TRUE;
  return FALSE;
}

/* `each of the three lamps` */
static gboolean
is_each_of_some (const NkNode *node)
{
  const NkItem *item = nk_node_first_item (node);

  return node->n_determiners == 1 && nk_word_is (node->determiners[0]->lower, "each of the") && item != NULL
         && (item->kind == NK_ITEM_NUMBER || (item->kind == NK_ITEM_ADJECTIVE && (item->token->tags & NK_TAG_NUMERAL) != 0));
}

/* `each new header`: それぞれの新たなヘッダ; 各 stands before a bare noun only. */
static gboolean
is_each_of_quality (const NkNode *node, const NkToken *determiner)
{
  const NkItem *item = nk_node_first_item (node);
  const NkTerm *term;

  if (!nk_word_is (determiner->lower, "each") || item == NULL || item == node->items)
    return FALSE;
  if (item->kind == NK_ITEM_PARTICIPLE)
    return TRUE;
  term = item->kind == NK_ITEM_ADJECTIVE ? item->token->terms[NK_TERM_ADJECTIVE] : NULL;
  return term != NULL
         && (g_str_has_suffix (term->japanese, "な") || g_str_has_suffix (term->japanese, "い") || g_str_has_suffix (term->japanese, "る")
             || g_str_has_suffix (term->japanese, "た") || g_str_has_suffix (term->japanese, "の"));
}

static const char *
say_determiners (NkSay *say, const NkNode *node)
{
  const char *text = "";

  for (guint i = 0; i < node->n_determiners; i++) {
    const NkToken *token = node->determiners[i];

    if ((token->tags & NK_TAG_NO) != 0)
      say->negates = TRUE;
    else if ((nk_word_is (token->lower, "their") || nk_word_is (token->lower, "its")) && starts_with_own (node))
      continue; /* their own keys: 自身の鍵 */
    else if (nk_word_is (token->lower, "one of the") || is_each_of_some (node))
      continue; /* Xの1つ */
    else if (nk_word_is (token->lower, "those") && tells_which (node->posts))
      continue; /* those networks that use IPv4: IPv4を使用するネットワーク */
    else if (g_str_equal (token->lower, "any") && (say->is_denied || is_new (node)))
      continue; /* any new header: 新たなヘッダ */
    else if (g_str_equal (token->lower, "either") && node->items->before != NULL && node->items->before->kind == NK_ITEM_AND)
      continue; /* either TCP or QUIC: TCPまたはQUIC */
    else if (i > 0 && g_str_equal (token->lower, "most") && g_str_has_suffix (node->determiners[i - 1]->lower, "the")
             && node->items->before != NULL && node->items->before->kind == NK_ITEM_ADJECTIVE)
      text = nk_say_cat (say, text, "最も"); /* the most prominent myths */
    else if (is_each_of_quality (node, token))
      text = nk_say_cat (say, text, "それぞれの");
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

/* `more than 253 octets of data`, `10 years of experience`: 253オクテット超のデータ. NULL: it is no measure. */
static const char *
say_measure (NkSay *say, const NkNode *node, const char *head)
{
  const NkNode *of = node->posts != NULL && node->posts->next == NULL ? node->posts->item : NULL;

  if (of == NULL || of->kind != NK_NODE_JOINT || of->object_kind != NK_OBJECT_NOUN || !nk_word_is (of->token->lower, "of")
      || node->n_determiners > 0 || node->n_items != 2 || node->items->before->kind != NK_ITEM_NUMBER || node->bracket != NULL
      || of->object->kind != NK_NODE_NOUN || of->object->n_determiners > 0 || !nk_say_is_unit (node->token))
    return NULL;
  nk_say_mark (say, of);
  return nk_say_cat3 (say, head, "の", nk_say_noun (say, of->object));
}

/* `(1024 to 2048)`: 1024〜2048. NULL: it is none. */
static const char *
say_range (NkSay *say, const NkNode *node)
{
  const NkNode *to = node->posts != NULL && node->posts->next == NULL ? node->posts->item : NULL, *end;

  if (to == NULL || to->kind != NK_NODE_JOINT || to->object == NULL || !nk_word_is (to->token->lower, "to")
      || node->n_items != 1 || node->n_determiners > 0 || !g_ascii_isdigit (node->token->text[0]))
    return NULL;
  end = to->object;
  if (end->kind != NK_NODE_NOUN || end->n_items != 1 || end->n_determiners > 0 || end->posts != NULL || !g_ascii_isdigit (end->token->text[0]))
    return NULL;
  nk_say_mark (say, to);
  return nk_say_cat3 (say, nk_say_items (say, node), "〜", nk_say_noun (say, end));
}

/* `no registry that lists X`: the negation is for the verb of the clause, not for a verb in what stands behind the noun. */
static const char *
say_own_posts (NkSay *say, const NkNode *node, const char *head)
{
  gboolean negates = say->negates;
  const char *text;

  say->negates = FALSE;
  text = say_measure (say, node, head);
  if (text == NULL)
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

/* `version 6 of the Internet Protocol (IPv6)`: the abbreviation counts the version, so that it is of the whole: Internet Protocolバージョン6(IPv6). */
static const char *
with_version (NkSay *say, const char *text)
{
  static const char joint[] = ")のバージョン";
  const char *place, *open, *number;

  if ((place = strstr (text, joint)) == NULL)
    return text;
  number = place + strlen (joint);
  open = place;
  while (open > text && *open != '(')
    open--;
  if (*open != '(' || *number == '\0' || (gsize)(place - open) <= strlen (number) || !g_str_has_prefix (place - strlen (number), number)
      || g_ascii_isdigit (place[-1 - (gssize)strlen (number)]))
    return text;
  return nk_say_cat3 (say, nk_say_cat (say, nk_arena_text (say->arena, text, (gsize)(open - text)), "バージョン"), number,
                      nk_arena_text (say->arena, open, (gsize)(place + 1 - open)));
}

static const char *
say_single (NkSay *say, const NkNode *node)
{
  const char *text;
  gboolean is_both = node->n_determiners > 0
                     && (g_str_equal (node->determiners[0]->lower, "both") || g_str_equal (node->determiners[0]->lower, "both the"));

  if (nk_say_is_document (node) && say->is_listed && g_str_equal (node->token->lower, "specification"))
    return "仕様"; /* the specification, creation, and maintenance of X */
  if (nk_say_is_document (node))
    return g_str_equal (node->token->lower, "specification") ? "本仕様" : "本文書";
  if ((text = say_range (say, node)) != NULL)
    return text;
  text = nk_say_items (say, node);
  if (node->bracket != NULL)
    text = nk_say_cat (say, text, nk_say_new_bracket (say, node->bracket, text));
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
    text = nk_say_cat (say, text,
                       g_str_equal (node->and_token->lower, "only")         ? "のみ"
                       : g_str_equal (node->and_token->lower, "as a whole") ? "全体"
                                                                            : "自体");
  if (node->n_determiners > 0 && nk_word_is (node->determiners[0]->lower, "one of the"))
    return nk_say_cat (say, say_own_posts (say, node, text), "の1つ");
  if (is_each_of_some (node)) /* each of the three lamps: 3つのランプのそれぞれ */
    return nk_say_cat (say, say_own_posts (say, node, text), "のそれぞれ");
  if (node->posts != NULL && node->posts->item->kind == NK_NODE_JOINT && g_str_equal (node->posts->item->token->lower, "of")) {
    const char *owned = behind_owner (node, text);

    /* the client's handling of keys: クライアントによる鍵の処理 */
    if (owned != NULL && node->token->class == NK_CLASS_ACTION && nk_say_is_plain_joint (node->posts->item)) {
      const char *owner = nk_arena_text (say->arena, text, (gsize)(owned - text) - strlen ("の"));

      owned = say_own_posts (say, node, owned);
      return nk_say_cat3 (say, owner, nk_say_weight (owned) > LONG_OWNED ? "による、" : "による", owned);
    }
    /* the workshop's points of discussion: ワークショップの議論の点 */
    if (owned != NULL)
      return nk_say_cat (say, nk_arena_text (say->arena, text, (gsize)(owned - text)), say_own_posts (say, node, owned));
  }
  /* WIMSE applicability to X: WIMSEのXへの適用性 */
  if (nk_say_is_loose_compound (node) && node->bracket == NULL && node->posts != NULL && node->posts->item->kind == NK_NODE_JOINT
      && nk_word_is (node->posts->item->token->lower, "to") && g_str_has_suffix (text, nk_token_noun (node->token))) {
    gsize owner = strlen (text) - strlen (nk_token_noun (node->token));

    return nk_say_cat (say, nk_arena_text (say->arena, text, owner), say_own_posts (say, node, text + owner));
  }
  return with_version (say, say_own_posts (say, node, text));
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

gboolean
nk_say_shares_head (const NkItem *const *items)
{
  const char *head = items[0]->kind == NK_ITEM_NOUN ? nk_token_noun (items[0]->token) : "";

  return items[3]->kind == NK_ITEM_NOUN && items[2]->kind == NK_ITEM_AND && items[1]->kind == NK_ITEM_NOUN && *head != '\0'
         && (g_str_equal (items[2]->token->lower, "and") || g_str_equal (items[2]->token->lower, "or"))
         && items[3]->token->class == items[1]->token->class && g_utf8_strlen (head, -1) <= NK_SAY_MAX_SHARED_HEAD && !g_ascii_isalpha (*head)
         && !g_str_has_prefix (nk_token_noun (items[3]->token), nk_token_noun (items[1]->token)); /* `egress node and egress link failures`: a node is no failure */
}

const char *
nk_say_pair_head (const NkSay *say, const NkItem *const *items, guint n, guint i)
{
  static const char *const pairs[][2] = { { "request", "response" }, { "client", "server" }, { "source", "destination" },
                                          { "input", "output" },     { "query", "response" }, { "sender", "receiver" } };
  const char *second = i > 0 ? items[i - 1]->token->lower : "", *whole = nk_token_noun (items[0]->token);

  if (i + 1 >= n || !items[0]->token->is_plural || (i == 2 ? n <= 4 || !nk_say_shares_head (items) : i != 1 || items[0]->kind != NK_ITEM_NOUN || items[2]->kind != NK_ITEM_NOUN))
    return NULL;
  for (guint k = 0; k < G_N_ELEMENTS (pairs); k++) {
    gsize length = strlen (pairs[k][1]);
    const NkTerm *term = nk_lexicon_terms (say->lexicon, pairs[k][1]);

    if (!g_str_has_suffix (items[i + 1]->token->lower, pairs[k][0]) || !g_str_has_prefix (second, pairs[k][1]))
      continue;
    if (i == 2)
      return second[length] == '\0' ? whole : NULL;
    while (term != NULL && term->kind != NK_TERM_NOUN)
      term = term->next;
    return second[length] == ' ' && term != NULL && g_str_has_prefix (whole, term->japanese) ? whole + strlen (term->japanese) : NULL;
  }
  return NULL;
}

/* `two Lamp Types and two Hue Types for X`, `a model and associated procedure to V`: counted alike, or behind one article, they share what is told of the last. */
gboolean
nk_say_are_counted_alike (const NkNode *list)
{
  static const char *const added[] = { "associated", "accompanying", "corresponding", NULL };
  const NkNode *first = list->item, *last = list->next->item, *post = last->posts != NULL ? last->posts->item : NULL;

  if (list->next->next != NULL || first->kind != NK_NODE_NOUN || last->kind != NK_NODE_NOUN || first->posts != NULL || first->bracket != NULL
      || last->bracket != NULL || last->items == NULL || first->items == NULL || post == NULL
      || post->kind != NK_NODE_JOINT || !(nk_word_is (post->token->lower, "for") || nk_word_is (post->token->lower, "to")))
    return FALSE;
  /* new attributes and an object class for X */
  if (first->token->class == NK_CLASS_DATA && (last->token->class == NK_CLASS_DATA || last->token->class == NK_CLASS_OTHER) && nk_say_is_plain_joint (post)
      && nk_word_is (nk_node_first_item (first)->token->lower, "new"))
    return TRUE;
  if (last->n_determiners > 0)
    return FALSE;
  if (first->n_determiners > 0)
    return g_str_has_prefix (first->determiners[0]->lower, "a") && !last->is_plural && nk_word_in (added, nk_node_first_item (last)->token->lower);
  return (nk_node_first_item (first)->token->tags & NK_TAG_NUMERAL) != 0 && nk_word_is (nk_node_first_item (first)->token->lower, nk_node_first_item (last)->token->lower);
}

/* `high delays, no acknowledgements, and low rates`: 確認応答がないこと. What stands beside is there. */
const char *
nk_say_with_lack (NkSay *say, const NkNode *noun)
{
  gboolean negates = say->negates;
  const char *text = nk_say_noun (say, noun);

  if (negates || !say->negates || noun->kind != NK_NODE_NOUN || noun->n_determiners == 0 || (noun->determiners[0]->tags & NK_TAG_NO) == 0)
    return text;
  say->negates = FALSE;
  return nk_say_cat (say, text, "がないこと");
}
