/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What English puts behind a noun: relative clauses, participles, prepositions. In Japanese it stands before the noun, the nearest last. */
#include "language/generate_private.h"


const char *
nk_say_before_noun (NkSay *say, const char *clause)
{
  const char *bare;

  if (!g_str_has_suffix (clause, "ものである"))
    return clause;
  bare = nk_arena_text (say->arena, clause, strlen (clause) - strlen ("ものである"));
  return g_str_has_suffix (bare, "の") ? clause : bare; /* パス上のものである */
}

/* `procedures that are necessary`: 必要な手順, not 必要である手順. */
static const char *
as_quality (NkSay *say, const NkNode *phrases, const char *text)
{
  const NkNode *phrase = phrases->item->item;

  if (phrases->item->next != NULL || phrase->verb != NULL || phrase->adjective == NULL || phrase->adjective->a != NULL || phrase->is_negated
      || !g_str_has_suffix (text, "である"))
    return text;
  return nk_arena_join (say->arena, nk_arena_text (say->arena, text, strlen (text) - strlen ("である")),
                        g_str_has_suffix (phrase->adjective->token->terms[NK_TERM_ADJECTIVE]->japanese, "の") ? "の" : "な");
}

static const char *
say_for_to (NkSay *say, const NkNode *node, const NkToken *head)
{
  NkJoint joint
      = { FALSE, head != NULL ? head->lemma : NULL, head != NULL ? head->class : NK_CLASS_NONE, NK_OBJECT_INFINITIVE, NULL, NK_CLASS_NONE };
  const char *template = nk_lexicon_join (say->lexicon, "to", &joint, NULL);
  const char *phrases = nk_say_phrases (say, node->phrase, NK_ENDING_PLAIN);
  const char *clause = nk_say_cat3 (say, nk_say_noun (say, node->subject), nk_say_has_subject (phrases) ? "が、" : "が", phrases);

  return nk_say_fill (say, template != NULL ? template : "Vための", 'V', clause);
}

/* `parameters required to signal X`: Xを通知するために必要な. Who is required to do something has to, so that people and systems keep their frame. */
static const char *
say_needed (NkSay *say, const NkNode *phrases, const NkToken *head)
{
  const NkNode *phrase = phrases->item->item;

  if (phrases->item->next != NULL || phrase->verb == NULL || !g_str_equal (phrase->verb->lemma, "require") || !phrase->is_passive
      || phrase->infinitive == NULL || phrase->is_negated || phrase->aux != NK_AUX_NONE || phrase->adverbials != NULL || head == NULL
      || head->class == NK_CLASS_PEOPLE || head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_PROTOCOL
      || phrase->infinitive->item->item->is_passive)
    return NULL;
  nk_say_mark (say, phrases);
  nk_say_mark (say, phrase);
  for (const NkNode *list = phrase->adverbs; list != NULL; list = list->next)
    nk_say_mark (say, list->item);
  return nk_say_cat (say, nk_say_phrases (say, phrase->infinitive, NK_ENDING_PLAIN), "ために必要な");
}

/* `operators who want to use X`: 使用しようとする運用者 */
static const char *
wishing (NkSay *say, const char *text)
{
  if (!g_str_has_suffix (text, "することを望む"))
    return text;
  return nk_arena_join (say->arena, nk_arena_text (say->arena, text, strlen (text) - strlen ("することを望む")), "しようとする");
}

/* `a seed from which keys are derived`: what is made comes from it. */
static gboolean
is_source (const NkSay *say, const NkNode *post)
{
  static const char *const making[] = { "derive",   "develop", "build", "generate", "compute", "calculate", "obtain", "create", "construct",
                                        "extract",  "infer",   "learn", "produce",  "choose",  "select",    NULL };
  guint place = post->start + (g_str_equal (say->tokens->tokens[post->start].lower, ",") ? 1 : 0);
  const NkNode *phrase = post->clause->kind == NK_NODE_CLAUSE && post->clause->phrase != NULL ? post->clause->phrase->item->item : NULL;

  return phrase != NULL && phrase->verb != NULL && phrase->is_passive && g_str_equal (say->tokens->tokens[place].lower, "from")
         && nk_word_in (making, phrase->verb->lemma);
}

/* `the same considerations of X`: another thing has them too. */
static gboolean
is_shared_rule (const NkToken *head)
{
  static const char *const words[] = { "consideration", "security consideration", "requirement", "rule", "semantics", "convention",
                                       "restriction",   "constraint",             "recommendation", "guideline", NULL };

  return head != NULL && nk_word_in (words, head->lemma);
}

/* What a post puts before `text`. */
const char *
nk_say_post (NkSay *say, const NkNode *post, const NkToken *head, gboolean is_modified)
{
  nk_say_mark (say, post);
  switch (post->kind) {
  case NK_NODE_JOINT:
    if (say->is_same && post->object_kind == NK_OBJECT_NOUN
        && (g_str_equal (post->token->lower, "as")
            || (g_str_equal (post->token->lower, "of") && (nk_node_head (post->object)->tags & NK_TAG_NAME) != 0 && is_shared_rule (head))))
      return nk_say_cat (say, nk_say_noun (say, post->object), "と"); /* the same system as X: Xと同じシステム */
    return nk_say_joint (say, post, head, NULL, is_modified);
  case NK_NODE_RELATIVE: {
    const NkNode *phrase = post->phrase->item->item;
    const char *needed = say_needed (say, post->phrase, head);

    if (needed != NULL)
      return needed;
    if (post->phrase->item->next == NULL && phrase->is_passive && !phrase->is_negated
        && (phrase->aux == NK_AUX_NONE || phrase->aux == NK_AUX_CAN || phrase->aux == NK_AUX_MAY || phrase->aux == NK_AUX_MUST
            || phrase->aux == NK_AUX_SHOULD)
        && nk_say_agent (phrase) != NULL)
      return nk_say_participle (say, post->phrase);
    return as_quality (say, post->phrase, wishing (say, nk_say_before_noun (say, nk_say_phrases (say, post->phrase, NK_ENDING_NOUN))));
  }
  case NK_NODE_RELATIVE_CLAUSE: {
    const NkNode *clause = nk_say_clause_as (say, post->clause, say->tokens->tokens[post->start].lower);
    const char *possible;

    if (nk_node_has_content (head) && g_str_equal (say->tokens->tokens[post->start].lower, "that")) /* 安全であるという主張 */
      return nk_say_cat (say, nk_say_clause_before (say, post->clause, NK_ENDING_PLAIN), "という");
    possible = nk_say_can_be_done (say, clause);
    if (is_source (say, post)) /* 鍵が導出される元となるシード */
      return nk_say_cat (say, nk_say_clause_before (say, clause, NK_ENDING_NOUN), "元となる");
    return nk_say_before_noun (say, possible != NULL ? possible : nk_say_clause_before (say, clause, NK_ENDING_NOUN));
  }
  case NK_NODE_RELATIVE_OBJECT:
  case NK_NODE_WHOSE: return nk_say_before_noun (say, nk_say_clause_before (say, post->clause, NK_ENDING_NOUN));
  case NK_NODE_PARTICIPLE: {
    const char *needed = say_needed (say, post->phrase, head);

    return needed != NULL ? needed : nk_say_participle (say, post->phrase);
  }
  case NK_NODE_PRESENT: return nk_say_phrases (say, post->phrase, NK_ENDING_NOUN);
  case NK_NODE_SUCH: {
    gboolean is_all = g_str_equal (post->token->lower, "including");
    const char *which;

    say->names_some = !is_all;
    which = nk_say_noun (say, post->object);
    say->names_some = FALSE;
    return nk_say_cat (say, which, is_all ? "を含む" : "などの");
  }
  case NK_NODE_APPOSITION: return nk_say_cat (say, nk_say_noun (say, post->object), "である");
  case NK_NODE_QUALITY: return nk_say_quality (say, post);
  case NK_NODE_FOR_TO: return say_for_to (say, post, head);
  case NK_NODE_LISTED: /* behind the head, see nk_say_posts */
  case NK_NODE_CLAUSES:
  case NK_NODE_CLAUSE:
  case NK_NODE_PHRASES:
  case NK_NODE_PHRASE:
  case NK_NODE_NOUN:
  case NK_NODE_NOUNS:
  case NK_NODE_GERUND:
  case NK_NODE_QUESTION:
  case NK_NODE_PRONOUN:
  case NK_NODE_ADVERB:
  case NK_NODE_RESULT:
  case NK_NODE_ADJECTIVE:
  case NK_NODE_LIST:
  case NK_N_NODE_KINDS: break;
  }
  nk_say_warn (say, "no post");
  return "";
}
