/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* All that stands behind a noun, in the order in which Japanese puts it before it. */
#include "language/generate_private.h"

#define SHORT_BETWEEN 4 /* bytes of other nouns that want a comma behind a clause */
#define LONG_BETWEEN 30 /* … behind 「ための」, which is seldom read wrongly */
#define SHORT_ADDED 12  /* joined without a comma */
#define MIN_CLAUSE_CHARACTERS 6

/* `for the compression of packets`: 圧縮する, 圧縮するための */
static gboolean
is_said_as_verb (const NkNode *joint, const char *text)
{
  return g_str_equal (joint->token->lower, "for")
         && (g_str_has_suffix (text, "る") || g_str_has_suffix (text, "るための") || g_str_has_suffix (text, "る際の"));
}

/* 「利用に基づくTCP向けのアルゴリズム」 would be read as if TCP were based on something: what ends in a verb and belongs to the head gets a comma before other nouns. */
static gboolean
is_clause_like (const NkNode *post, const char *text)
{
  return post->kind == NK_NODE_RELATIVE || post->kind == NK_NODE_RELATIVE_OBJECT || post->kind == NK_NODE_RELATIVE_CLAUSE
         || post->kind == NK_NODE_WHOSE || post->kind == NK_NODE_PARTICIPLE || post->kind == NK_NODE_PRESENT
         || post->kind == NK_NODE_QUALITY || post->kind == NK_NODE_FOR_TO
         || (post->kind == NK_NODE_JOINT
             && (post->object_kind != NK_OBJECT_NOUN || is_said_as_verb (post, text) || g_str_has_suffix (text, "を含む")
                 || g_str_has_suffix (text, "で構成される")));
}

/* 鍵を用いた、特定のリンクのための設定; but `results of tests using keys`: the tests do. */
static gboolean
uses_apart (const NkNode *before, const NkNode *post, const char *text)
{
  const NkToken *nearest = before != NULL && before->kind == NK_NODE_JOINT && before->object != NULL ? nk_node_head (before->object) : NULL;

  return post->kind == NK_NODE_JOINT && g_str_has_suffix (text, "を用いた") && nearest != NULL && nearest->class != NK_CLASS_ACTION;
}

/* 鍵を生成するメカニズム: what is said before it would seem to be of the keys. */
static gboolean
has_own_object (const NkNode *node)
{
  for (const NkItem *item = node->items; item != NULL && item->before != NULL; item = item->before)
    if (item->kind == NK_ITEM_ING && item->before->kind == NK_ITEM_NOUN)
      return TRUE;
  return FALSE;
}

static gboolean
wants_comma (const NkNode *post, const char *text, const char *head, const char *bare)
{
  const char *place = strstr (head, bare);
  gsize between = place != NULL ? (gsize)(place - head) : 0;

  return is_clause_like (post, text) && between >= (g_str_has_suffix (text, "の") ? LONG_BETWEEN : SHORT_BETWEEN)
         && !g_str_has_suffix (text, "、") && g_utf8_strlen (text, -1) >= MIN_CLAUSE_CHARACTERS;
}

/* `an extension to OSPF that allows X`: a name needs no telling which one of it. */
static gboolean
is_told_of_name (const NkNode *node, const NkNode *post)
{
  gboolean is_one = node->n_determiners == 0
                    || (node->bracket != NULL && g_str_equal (node->determiners[0]->lower, "the")); /* the Lamp Protocol (LP) */

  if (node->kind != NK_NODE_NOUN || !is_one || node->n_items != 1 || node->is_plural || g_str_has_suffix (node->token->text, "s")
      || ((node->token->tags & NK_TAG_NAME) == 0 && !(g_ascii_isupper (node->token->text[0]) && g_ascii_isupper (node->token->text[1]))))
    return FALSE;
  return ((post->kind == NK_NODE_RELATIVE || post->kind == NK_NODE_RELATIVE_OBJECT) && !post->is_loose)
         || (post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_INFINITIVE);
}

static gboolean
starts_with_name (const NkNode *noun)
{
  return (nk_node_first_item (noun)->token->tags & NK_TAG_NAME) != 0;
}

/* `improvements to the X protocol that aim to V`, `a mechanism for the X protocol for the delivery of Y`: the mechanism delivers, the protocol is known. */
static gboolean
is_purpose_of_known (const NkNode *node, const NkNode *post, const char *text)
{
  static const char *const aims[] = { "aim", "intend", "seek", NULL };

  if (node->kind != NK_NODE_NOUN || node->n_determiners != 1 || !g_str_equal (node->determiners[0]->lower, "the") || node->items == NULL
      || node->items->before == NULL || !starts_with_name (node) || node->token->class != NK_CLASS_PROTOCOL)
    return FALSE;
  if (post->kind == NK_NODE_RELATIVE || post->kind == NK_NODE_PARTICIPLE)
    return post->phrase->item->item->verb != NULL && nk_word_in (aims, post->phrase->item->item->verb->lemma);
  return post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN && is_said_as_verb (post, text);
}

/* `algorithms for a link that reduce delays`: not the link, which is one. */
static gboolean
disagrees (const NkNode *node, const NkNode *post)
{
  const NkNode *phrase = post->kind == NK_NODE_RELATIVE ? post->phrase->item->item : NULL;

  if (phrase == NULL || node->kind != NK_NODE_NOUN || (node->token->tags & NK_TAG_NAME) != 0 || phrase->aux != NK_AUX_NONE)
    return FALSE;
  return (phrase->number == 1 && node->is_plural) || (phrase->number == 2 && !node->is_plural);
}

/* `improvements to the X protocol aimed at V`: X has its aim, it is the improvements that are told of. The posts with the aim as the last of them. */
static const NkNode *
lift_aim (NkSay *say, const NkNode *node)
{
  static const char *const aims[] = { "aim", "intend", "design", NULL };
  const NkNode *joint = node->posts != NULL && node->posts->next == NULL ? node->posts->item : NULL, *object, *last, *verb;
  NkNode *copy;

  if (joint == NULL || joint->kind != NK_NODE_JOINT || joint->object_kind != NK_OBJECT_NOUN || !nk_word_is (joint->token->lower, "to"))
    return node->posts;
  object = joint->object;
  if (object->kind != NK_NODE_NOUN || object->n_determiners != 1 || !nk_word_is (object->determiners[0]->lower, "the")
      || !starts_with_name (object) || object->posts == NULL)
    return node->posts;
  last = nk_node_last (object->posts);
  verb = last->kind == NK_NODE_PARTICIPLE ? last->phrase->item->item : NULL;
  if (verb == NULL || verb->verb == NULL || !nk_word_in (aims, verb->verb->lemma))
    return node->posts;
  nk_say_mark (say, joint);
  copy = nk_arena_copy (say->arena, joint, sizeof *copy);
  copy->object = nk_say_without_last (say, object);
  return nk_say_list (say, copy, nk_say_list (say, last, NULL));
}

/* `a protocol for remote access to X that allows Y`: リモートアクセスのための、Yできるようにするプロトコル; before リモートアクセス it would be read of that. */
static gboolean
goes_beside_head (const NkNode *post, const char *text, const char *head, const char *bare)
{
  static const char *const ends[] = { "ための", "に関する", "への", "向けの", "に対する" };
  gsize around = strlen (head) - strlen (bare);

  if (!g_str_has_suffix (head, bare) || around == 0 || post->kind == NK_NODE_JOINT || post->kind == NK_NODE_QUALITY
      || post->kind == NK_NODE_FOR_TO || !is_clause_like (post, text) || g_str_has_suffix (text, "、"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (around >= strlen (ends[i]) && strncmp (head + around - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
      return TRUE;
  return FALSE;
}

/* `a new option, the Lamp Colour option`: 新たなオプションであるLamp Colourオプション; what is named comes last. */
static gboolean
names_it (const NkNode *node, const NkNode *post)
{
  const NkNode *name = post->kind == NK_NODE_APPOSITION && post->object->kind == NK_NODE_NOUN ? post->object : NULL;

  return name != NULL && name->n_determiners == 1 && nk_word_is (name->determiners[0]->lower, "the") && node->n_determiners == 1
         && nk_node_is_indefinite (node);
}

/* to use IPv4, for using IPv4 */
static gboolean
does_something (const NkNode *post)
{
  return post->kind == NK_NODE_JOINT && post->phrase != NULL
         && (post->object_kind == NK_OBJECT_INFINITIVE
             || (post->object_kind == NK_OBJECT_GERUND && g_str_equal (post->token->lower, "for")))
         && !post->phrase->item->item->is_passive;
}

/* `fields along with their scope`: フィールドとその適用範囲 */
static gboolean
is_added (const NkNode *post)
{
  return post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN
         && (g_str_equal (post->token->lower, "along with") || g_str_equal (post->token->lower, "together with"));
}

/* `a mechanism to use IPv4 to transport packets`: IPv4を使用してパケットを伝送するメカニズム. `head` begins with `said`, the use; NULL: it is no use. */
static const char *
by_means (NkSay *say, const NkNode *use, const char *head, const char *said, const char *aim)
{
  static const char *const means[] = { "use", "utilize", "leverage", "employ", NULL };
  const NkNode *phrase = use->phrase->item->item;

  if (use->phrase->item->next != NULL || phrase->verb == NULL || !nk_word_in (means, phrase->verb->lemma)
      || !g_str_has_suffix (said, "する") || !g_str_has_prefix (head, said))
    return NULL;
  return nk_say_cat3 (say, nk_arena_join (say->arena, nk_arena_text (say->arena, said, strlen (said) - strlen ("する")), "して"),
                      nk_arena_text (say->arena, aim, strlen (aim) - strlen ("ための")), head + strlen (said));
}

/* `a protocol to find resources to store data`: it is the resources that store. The posts with the second within the first. */
static const NkNode *
join_aims (NkSay *say, const NkNode *posts)
{
  const NkNode *second = posts != NULL ? posts->next : NULL, *phrases;
  NkNode *joint;

  if (second == NULL || second->next != NULL || posts->item->kind != NK_NODE_JOINT || posts->item->object_kind != NK_OBJECT_INFINITIVE
      || (phrases = nk_say_find_tool (say, posts->item->phrase, second->item)) == NULL)
    return posts;
  nk_say_mark (say, posts->item);
  joint = nk_arena_copy (say->arena, posts->item, sizeof *joint);
  joint->phrase = phrases;
  return nk_say_list (say, joint, NULL);
}

/* `the association of a prefix with a router`: プレフィックスとルータの関連付け. NULL: it is none of two with each other. */
static const char *
say_two_partners (NkSay *say, const NkNode *node, const char *head)
{
  static const char *const words[] = { "association", "comparison", "interworking", "correlation", "coexistence", "grouping", "pairing", "provisioning", "replacement", NULL };
  const NkNode *of = node->posts != NULL ? node->posts->item : NULL, *with = of != NULL && node->posts->next != NULL ? node->posts->next->item : NULL;

  if (with == NULL || node->posts->next->next != NULL || node->kind != NK_NODE_NOUN || !nk_word_in (words, node->token->lemma)
      || of->kind != NK_NODE_JOINT || with->kind != NK_NODE_JOINT || of->object_kind != NK_OBJECT_NOUN || with->object_kind != NK_OBJECT_NOUN
      || !nk_word_is (of->token->lower, "of") || !nk_word_is (with->token->lower, "with") || of->object->kind != NK_NODE_NOUN
      || with->object->kind != NK_NODE_NOUN)
    return NULL;
  nk_say_mark (say, of);
  nk_say_mark (say, with);
  if (nk_word_is (node->token->lemma, "provisioning")) /* ルータへの鍵のプロビジョニング */
    return nk_say_cat (say, nk_say_cat3 (say, nk_say_noun (say, of->object), "への", nk_say_noun (say, with->object)), nk_say_cat (say, "の", head));
  if (nk_word_is (node->token->lemma, "replacement")) /* 古い鍵の新たな鍵への置き換え */
    return nk_say_cat (say, nk_say_cat3 (say, nk_say_noun (say, of->object), "の", nk_say_noun (say, with->object)),
                       nk_say_cat (say, "への", g_str_equal (head, "代替") ? "置き換え" : head));
  return nk_say_cat (say, nk_say_cat3 (say, nk_say_noun (say, of->object), "と", nk_say_noun (say, with->object)), nk_say_cat (say, "の", head));
}

/* What POST ends in, where BEFORE was said behind it. */
static const char *
shape_post (NkSay *say, const NkNode *list, gboolean is_later, const NkNode *before, const char *said, const char *post)
{
  const NkNode *item = list->item;

  /* データを含む、WebRTCが使用するプロトコル */
  if (item->kind == NK_NODE_SUCH && is_later && list->next == NULL && g_str_has_suffix (post, "を含む"))
    return nk_say_cat (say, post, "、");
  if (before == NULL)
    return post;
  /* センサーなど、IPv6を使用するデバイス */
  if (item->kind == NK_NODE_SUCH && is_clause_like (before, said) && g_str_has_suffix (post, "などの"))
    return nk_arena_join (say->arena, nk_arena_text (say->arena, post, strlen (post) - strlen ("の")), "、");
  /* ホスト名からURIへの対応付け */
  if (before->kind == NK_NODE_JOINT && g_str_equal (before->token->lower, "to") && item->kind == NK_NODE_JOINT
      && g_str_equal (item->token->lower, "from") && g_str_has_suffix (post, "からの"))
    return nk_arena_text (say->arena, post, strlen (post) - strlen ("の"));
  return post;
}

/* `a corresponding model for reports`: 報告のための対応するモデル; behind 報告の it would be the reports that correspond. `first` is what stands first before the noun. */
static const char *
before_verb (NkSay *say, const NkNode *post, const NkItem *first, const char *head, const char *text)
{
  static const char *const kept[] = { "ための", "向けの", "際の" }, *const purposes[] = { "のための", "向けの", "の" };
  const NkTerm *term = first != NULL && first->kind == NK_ITEM_ADJECTIVE ? first->token->terms[NK_TERM_ADJECTIVE] : NULL;

  /* `the required procedures for BGP`: BGPに必要な */
  if (term != NULL && g_str_has_prefix (head, "必要な") && post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_NOUN
      && nk_word_is (post->token->lower, "for") && !g_str_has_suffix (text, "るための"))
    for (guint i = 0; i < G_N_ELEMENTS (purposes); i++)
      if (g_str_has_suffix (text, purposes[i]))
        return nk_arena_join (say->arena, nk_arena_text (say->arena, text, strlen (text) - strlen (purposes[i])), "に");
  if (term == NULL || !g_str_has_suffix (term->japanese, "する") || !g_str_has_prefix (head, term->japanese) || post->kind != NK_NODE_JOINT || post->object_kind != NK_OBJECT_NOUN
      || !nk_word_is (post->token->lower, "for") || !g_str_has_suffix (text, "の"))
    return text;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_str_has_suffix (text, kept[i]))
      return text;
  return nk_arena_join (say->arena, text, "ための");
}

/* 拡張「rpki1」, 3つの群(A、B、C) */
static const char *
say_listed (NkSay *say, const NkNode *post)
{
  const char *listed;

  nk_say_mark (say, post);
  listed = nk_say_noun (say, post->object);
  if (post->token != NULL && nk_node_is_foremost (post->token))
    listed = nk_say_cat (say, "特に", listed);
  else if (post->token != NULL && nk_word_is (post->token->lower, "i.e.")) /* groups, i.e., sets of names */
    listed = nk_say_cat (say, "すなわち", listed);
  return g_str_has_prefix (listed, "「") && (g_str_has_suffix (listed, "」") || post->object->bracket != NULL) ? listed
                                                                                                         : nk_say_cat3 (say, "(", listed, ")");
}

const char *
nk_say_posts (NkSay *say, const NkNode *node, const char *head)
{
  const NkItem *first = nk_node_first_item (node);
  const NkToken *patient = say->patient, *lacking = say->lacking, *agent = say->agent;
  const char *bare = head, *added = NULL, *said = "";
  gboolean is_modified = FALSE, is_listed = say->is_listed, is_denied = say->is_denied;
  const char *partners;

  say->is_denied = FALSE;
  partners = say_two_partners (say, node, head);
  if (partners != NULL) {
    say->is_denied = is_denied;
    return partners;
  }

  say->is_same = first != NULL && g_str_equal (first->token->lower, "same");
  is_modified = first != NULL && (first->kind == NK_ITEM_ADJECTIVE || first->kind == NK_ITEM_PARTICIPLE || first->kind == NK_ITEM_ING);
  for (guint i = 0; i < node->n_determiners; i++)
    is_modified
        |= node->determiners[i]->terms[NK_TERM_DETERMINER] != NULL && *node->determiners[i]->terms[NK_TERM_DETERMINER]->japanese != '\0';
  const NkNode *before = NULL, *posts = join_aims (say, nk_say_unfold_name (say, node, lift_aim (say, node)));

  for (const NkNode *list = posts; list != NULL; list = list->next) {
    if (is_added (list->item)) {
      nk_say_mark (say, list->item);
      added = nk_say_noun (say, list->item->object);
    } else if (names_it (node, list->item)) {
      nk_say_mark (say, list->item);
      head = nk_say_cat3 (say, head, "である", nk_say_noun (say, list->item->object));
    } else if (list->item->kind == NK_NODE_LISTED) {
      head = nk_say_cat (say, head, say_listed (say, list->item));
    } else {
      say->n_oddities += is_told_of_name (node, list->item) || disagrees (node, list->item);
      const char *post;

      say->agent = say->patient = say->lacking = node->token;
      post = nk_say_post (say, list->item, node->token, is_modified || list != posts);
      say->patient = patient;
      say->lacking = lacking;
      say->agent = agent;

      if (g_str_equal (post, "それの")) /* a type for it */
        post = "その";
      if (head == bare)
        post = before_verb (say, list->item, first, head, post);
      say->n_oddities += is_purpose_of_known (node, list->item, post);
      post = shape_post (say, list, list != posts, before, said, post);
      /* ルータを拡張する方法, to support keys: 鍵をサポートするためにルータを拡張する方法 */
      if (before != NULL && does_something (before) && does_something (list->item) && g_str_has_suffix (post, "ための")) {
        const char *used = by_means (say, before, head, said, post);

        if (used != NULL) {
          head = used;
          continue;
        }
        post = nk_arena_join (say->arena, nk_arena_text (say->arena, post, strlen (post) - strlen ("の")), "に");
      }
      if (!is_listed && goes_beside_head (list->item, post, head, bare)) {
        head = nk_say_cat3 (say, nk_arena_text (say->arena, head, strlen (head) - strlen (bare)), "、", nk_say_cat (say, post, bare));
        before = list->item;
        continue;
      }
      if (!is_listed
          && (wants_comma (list->item, post, head, bare) || uses_apart (before, list->item, post)
              || (head == bare && has_own_object (node) && is_clause_like (list->item, post))))
        post = nk_arena_join (say->arena, post, "、");
      head = nk_say_cat (say, post, head);
      said = post;
      before = list->item;
    }
  }
  say->is_denied = is_denied;
  if (added != NULL)
    head = nk_say_cat3 (say, head, nk_say_weight (added) > SHORT_ADDED || nk_say_weight (head) > SHORT_ADDED ? "と、" : "と", added);
  return head;
}
