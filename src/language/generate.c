/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Sentences and clauses. */
#include "language/generate_private.h"

#define LONG_SUBJECT_CHARACTERS 14 /* は is followed by a comma */

static const char *
say_lead (NkSay *say, const NkNode *list, gboolean drops_document)
{
  const char *text = "";

  for (; list != NULL; list = list->next) {
    const char *part;

    /* In this document, we define X: the document is the subject. */
    if (drops_document && list->item->kind == NK_NODE_JOINT && list->item->object_kind == NK_OBJECT_NOUN
        && nk_say_is_document (list->item->object) && g_str_equal (list->item->token->lower, "in")) {
      nk_say_mark (say, list->item);
      nk_say_mark (say, list->item->object);
      continue;
    }
    part = nk_say_adverbials (say, &(NkNode){ .kind = NK_NODE_LIST, .item = list->item }, NULL, NULL);

    /* RPKIでは、 */
    if (list->item->kind == NK_NODE_JOINT && list->item->object_kind == NK_OBJECT_NOUN
        && (g_str_has_suffix (part, "で") || g_str_has_suffix (part, "において")) && !g_str_has_suffix (part, "上で"))
      part = nk_say_cat (say, part, "は");
    if (!nk_say_ends_in_comma (part))
      part = nk_say_cat (say, part, "、");
    text = nk_say_cat (say, text, part);
  }
  return text;
}

const NkNode *
nk_say_list (NkSay *say, const NkNode *item, const NkNode *next)
{
  NkNode *list = nk_arena_new0 (say->arena, NkNode);

  *list = (NkNode){ .kind = NK_NODE_LIST, .item = item, .next = next };
  return list;
}

const NkNode *
nk_say_list_without (NkSay *say, const NkNode *list, const NkNode *item)
{
  NkNode *copy;

  if (list == NULL)
    return NULL;
  if (list->item == item)
    return list->next;
  copy = nk_arena_copy (say->arena, list, sizeof *copy);
  copy->next = nk_say_list_without (say, list->next, item);
  return copy;
}

/* The passive phrase as an active one with `object`, without the adverbial that became its subject. */
static const char *
say_active (NkSay *say, const NkNode *clause, const NkNode *phrase, const NkNode *joint, NkEnding ending)
{
  NkNode *active = nk_arena_copy (say->arena, phrase, sizeof *active);
  active->is_passive = FALSE;
  active->is_perfect = FALSE;
  active->is_past |= phrase->is_perfect && joint != NULL && !nk_say_is_document (joint->object); /* has been selected by NIST */
  active->object = clause->subject;
  active->lacks_object = clause->subject == NULL;
  active->adverbials = nk_say_list_without (say, phrase->adverbials, joint);
  nk_say_mark (say, phrase);
  nk_say_mark (say, clause->phrase->item->item);
  nk_say_mark (say, clause->phrase);
  if (joint != NULL) {
    nk_say_mark (say, joint);
    say->agent = nk_node_head (joint->object);
  }
  say->is_own = say->has_document_subject;
  return nk_say_phrase (say, active, ending);
}

const NkFrame *
nk_say_plain_frame (const NkLexiconVerb *verb)
{
  for (guint i = 0; i < verb->n_frames; i++)
    if (!verb->frames[i].is_passive && verb->frames[i].n_elements == 1 && verb->frames[i].elements[0].kind == NK_ELEMENT_OBJECT)
      return &verb->frames[i];
  return NULL;
}

/* `Only A and B`: AとBのみが. Whether the only of the first is that of all. */
static gboolean
is_only_several (const NkNode *subject)
{
  const NkToken *only = subject->kind == NK_NODE_NOUNS && subject->item->item->kind == NK_NODE_NOUN ? subject->item->item->and_token : NULL;

  return only != NULL && nk_word_is (only->lower, "only") && subject->posts == NULL && !nk_word_is (subject->and_token->lower, "but");
}

static const char *
say_subject (NkSay *say, const NkNode *subject, gboolean is_new)
{
  static const char *const things[]
      = { "protocol",     "system",         "mechanism",     "extension",    "format",    "model",     "framework", "method",  "solution",
          "approach",     "scheme",         "algorithm",     "architecture", "procedure", "technique", "module",    "profile", "design",
          "package",      "option",         "api",           "registry",     "attribute", "template",  "block",     "suite",   "data model",
          "header field", "payload format", "event package", "metric",       "tool",      "language",  "update",    "change",  "revision", NULL };
  const char *text = nk_say_noun (say, subject), *only = is_only_several (subject) ? strstr (text, "のみ") : NULL;

  if (only != NULL)
    return nk_say_cat3 (say, nk_arena_text (say->arena, text, (gsize)(only - text)), only + strlen ("のみ"), "のみが");
  /* `The protocol allows`: the one that the document is about. */
  if (subject->kind == NK_NODE_NOUN && subject->n_determiners == 1 && g_str_equal (subject->determiners[0]->lower, "the")
      && subject->n_items == 1 && subject->posts == NULL && !subject->is_plural && nk_word_in (things, subject->token->lemma))
    text = nk_arena_join (say->arena, "この", text);
  /* Some implementations do X: of all there are, 一部 do. */
  if (subject->kind == NK_NODE_NOUN && subject->n_determiners == 1 && g_str_equal (subject->determiners[0]->lower, "some")
      && g_str_has_prefix (text, "いくつかの"))
    text = nk_arena_join (say->arena, "一部の", text + strlen ("いくつかの"));
  if (nk_say_is_not_only (subject))
    return nk_say_cat (say, text, "も");
  if (is_new || g_str_has_suffix (text, "のみ")) /* only the flag does: フラグのみが */
    return nk_say_cat (say, text, "が");
  return nk_say_cat (say, text, nk_say_weight (text) > LONG_SUBJECT_CHARACTERS ? "は、" : "は");
}

/* `Servers can be provided with keys`: one can provide keys to them, サーバには鍵を提供できる. */
static const char *
as_receiver (NkSay *say, const NkNode *clause, const char *subject)
{
  const NkNode *passive = clause->phrase->item->item;
  static const struct {
    const char *from, *to;
  } particles[] = { { "は、", "には、" }, { "は", "には" }, { "が", "に" } };

  if (!passive->is_passive || clause->phrase->item->next != NULL || passive->aux != NK_AUX_CAN || passive->verb == NULL
      || passive->frame == NULL || strstr (nk_say_active_frame (passive)->japanese, "Oに") == NULL)
    return subject;
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_str_has_suffix (subject, particles[i].from))
      return nk_arena_join (say->arena, nk_arena_text (say->arena, subject, strlen (subject) - strlen (particles[i].from)),
                            particles[i].to);
  return subject;
}

/* `Several extensions have been proposed`: what nobody spoke of before is が. */
static gboolean
is_news (const NkNode *clause)
{
  const NkNode *phrase = clause->phrase->item->item, *subject = clause->subject;
  const NkToken *first = subject->n_determiners > 0 ? subject->determiners[0] : NULL;

  return phrase->is_passive && phrase->is_perfect && !phrase->is_negated && subject->kind == NK_NODE_NOUN && subject->is_plural
         && (first == NULL
             || (!g_str_has_prefix (first->lower, "the") && !g_str_has_prefix (first->lower, "th") && !g_str_equal (first->lower, "all")));
}

static gboolean
is_impersonal (const NkNode *clause)
{
  const NkNode *phrase = clause->phrase->item->item;

  if (clause->subject->kind != NK_NODE_PRONOUN || !g_str_equal (clause->subject->token->lower, "it"))
    return FALSE;
  if (phrase->verb != NULL) /* it is expected that S */
    return phrase->is_passive && phrase->that != NULL;
  return phrase->adjective != NULL && phrase->adjective->frame != NULL && phrase->adjective->frame->is_impersonal;
}

/* `The purpose of this document is to V`: Vことを目的とする. NULL: it is no such clause. */
static const char *
say_purpose (NkSay *say, const NkNode *node, NkEnding ending)
{
  static const char *const purposes[] = { "purpose", "goal", "aim", "objective", "intent", "intention", NULL };
  const NkNode *subject = node->subject, *phrase = node->phrase->item->item, *of;

  if (subject->kind != NK_NODE_NOUN || !nk_word_in (purposes, subject->token->lemma) || subject->n_items != 1 || subject->posts == NULL
      || subject->posts->next != NULL || node->phrase->item->next != NULL || phrase->verb != NULL || phrase->infinitive == NULL
      || phrase->is_negated || phrase->adverbials != NULL)
    return NULL;
  of = subject->posts->item;
  if (of->kind != NK_NODE_JOINT || of->object_kind != NK_OBJECT_NOUN || !nk_say_is_document (of->object))
    return NULL;
  nk_say_mark (say, subject);
  nk_say_mark (say, of);
  nk_say_mark (say, of->object);
  nk_say_mark (say, node->phrase);
  nk_say_mark (say, phrase);
  for (const NkNode *list = phrase->adverbs; list != NULL; list = list->next)
    nk_say_mark (say, list->item);
  say->has_document_subject = TRUE;
  return nk_say_cat (say, nk_say_phrases (say, phrase->infinitive, NK_ENDING_PLAIN),
                     ending == NK_ENDING_JOIN ? "ことを目的とし" : "ことを目的とする");
}

/* `Configuring networks requires a model`: ネットワークを設定するには、モデルが必要である. NULL: it is no such clause. */
static const char *
say_need (NkSay *say, const NkNode *node, NkEnding ending)
{
  const NkNode *phrase = node->phrase->item->item;
  const char *doing, *what, *needed;
  gboolean joins = ending == NK_ENDING_JOIN;

  if (node->subject->kind != NK_NODE_GERUND || node->phrase->item->next != NULL || phrase->verb == NULL || phrase->frame == NULL
      || phrase->object == NULL || !g_str_equal (phrase->frame->japanese, "Oを必要とする") || phrase->is_passive || phrase->is_negated
      || phrase->is_past || phrase->is_perfect || phrase->aux != NK_AUX_NONE || phrase->adverbs != NULL || phrase->adverbials != NULL
      || phrase->also != NULL)
    return NULL;
  nk_say_mark (say, node->phrase);
  nk_say_mark (say, phrase);
  doing = nk_say_noun (say, node->subject);
  if (g_str_has_suffix (doing, "こと"))
    doing = nk_arena_text (say->arena, doing, strlen (doing) - strlen ("こと"));
  doing = nk_say_cat (say, doing, nk_say_weight (doing) > LONG_SUBJECT_CHARACTERS ? "には、" : "には");
  what = nk_say_noun (say, phrase->object);
  needed = say->negates ? (joins ? "は必要ではなく" : "は必要ではない") : joins ? "が必要であり" : "が必要である";
  say->negates = FALSE;
  return nk_say_cat3 (say, doing, what, needed);
}

static gboolean
leads_with_document (const NkNode *list)
{
  return list != NULL && list->item->kind == NK_NODE_JOINT && list->item->object_kind == NK_OBJECT_NOUN
         && nk_say_is_document (list->item->object) && g_str_equal (list->item->token->lower, "in");
}

/* Xが存在する; `there is no X`: Xが存在しない */
static const char *
say_there_is (NkSay *say, const NkNode *node, NkEnding ending)
{
  const char *what = nk_say_noun (say, node->subject);
  gboolean joins = ending == NK_ENDING_JOIN, is_negated = say->negates;

  say->negates = FALSE;
  return nk_say_cat (say, what, is_negated ? (joins ? "が存在せず" : "が存在しない") : joins ? "が存在し" : "が存在する");
}

/* Never 「Xはまた、」: 「また、Xは」, and 「Xも説明される」 if nothing stands between. */
static const char *
say_with_also (NkSay *say, const NkNode *node, const char *lead, const char *subject, const char *text)
{
  const NkNode *phrase = node->phrase->item->item;
  static const char *const topics[] = { "は、", "は" };
  const char *behind;

  if (*subject == '\0' || !g_str_has_prefix (text, "また、"))
    return nk_say_cat3 (say, lead, subject, text);
  text += strlen ("また、");
  if (*lead == '\0' && !(phrase->is_passive && phrase->p == NULL && phrase->adverbials == NULL && phrase->infinitive == NULL))
    return nk_say_cat3 (say, "また、", subject, text);
  if ((behind = nk_say_also_behind (say, phrase, text)) != NULL)
    return nk_say_cat3 (say, lead, subject, behind);
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_has_suffix (subject, topics[i]))
      subject = nk_arena_join (say->arena, nk_arena_text (say->arena, subject, strlen (subject) - strlen (topics[i])), "も");
  return nk_say_cat3 (say, lead, subject, text);
}

/* `This proposal adds X`: the document does. */
static gboolean
is_this_proposal (const NkNode *subject)
{
  return subject->kind == NK_NODE_NOUN && subject->n_items == 1 && subject->n_determiners == 1 && subject->posts == NULL
         && g_str_equal (subject->token->lower, "proposal") && g_str_equal (subject->determiners[0]->lower, "this");
}

static const char *
say_whole_clause (NkSay *say, const NkNode *node, NkEnding ending)
{
  gboolean is_we = node->subject->kind == NK_NODE_PRONOUN && g_str_equal (node->subject->token->lower, "we");
  gboolean leads = node->phrase != NULL && leads_with_document (node->lead);
  gboolean is_described = leads
                          && (nk_say_plain_passive (node) != NULL ? nk_say_agent (nk_say_plain_passive (node)) == NULL
                                                                  : nk_say_told_for (say, node, TRUE) != NULL);
  const char *lead = say_lead (say, node->lead, is_we || is_described), *subject = "", *purpose;
  const NkNode *passive, *joint, *agent, *told;

  nk_say_mark (say, node);
  if (node->phrase == NULL)
    return nk_say_cat (say, lead, say_there_is (say, node, ending));
  told = nk_say_told_for (say, node, is_described || (node->lead == NULL && nk_say_is_of_own (node->subject)));
  if (told != NULL) {
    say->has_document_subject = TRUE;
    return nk_say_cat (say, lead, say_active (say, node, told, nk_say_find_document (told), ending));
  }
  purpose = say_purpose (say, node, ending);
  if (purpose == NULL)
    purpose = say_need (say, node, ending);
  if (purpose != NULL)
    return nk_say_cat (say, lead, purpose);
  passive = nk_say_plain_passive (node);
  if ((is_described && passive != NULL) || (node->lead == NULL && nk_say_is_told_here (node, passive))) { /* In this document, X is described: Xを説明する */
    say->has_document_subject = TRUE;
    return nk_say_cat (say, lead, say_active (say, node, passive, NULL, ending));
  }
  if (passive != NULL && passive->p != NULL && nk_say_is_document (passive->p) && !nk_say_is_document (node->subject)) {
    const NkFrame *plain = nk_say_plain_frame (passive->verb);

    /* X is specified in this document, where the verb has a place for it. */
    if (plain != NULL) {
      NkNode *active = nk_arena_copy (say->arena, passive, sizeof *active);
      active->frame = plain;
      active->p = NULL;
      nk_say_mark (say, passive->p);
      say->has_document_subject = TRUE;
      return nk_say_cat (say, lead, say_active (say, node, active, NULL, ending));
    }
  }
  joint = passive != NULL ? nk_say_find_document (passive) : NULL;
  if (joint != NULL && !nk_say_is_document (node->subject)) {
    nk_say_mark (say, joint->object);
    say->has_document_subject = TRUE;
    return nk_say_cat (say, lead, say_active (say, node, passive, joint, ending));
  }
  agent = passive != NULL && node->subject->kind != NK_NODE_PRONOUN ? nk_say_agent (passive) : NULL;
  if (agent != NULL && passive->p == NULL && passive->infinitive == NULL) {
    subject = say_subject (say, node->subject, FALSE);
    say->has_document_subject = FALSE;
    return nk_say_cat (
        say, lead,
        nk_say_cat (say, subject,
                    nk_say_cat3 (say, nk_say_noun (say, agent->object), "が",
                                 say_active (say, &(NkNode){ .subject = NULL, .phrase = node->phrase }, passive, agent, ending))));
  }
  if (is_impersonal (node))
    nk_say_mark (say, node->subject);
  else if (nk_say_is_document (node->subject) || is_this_proposal (node->subject)
           || (node->subject->kind == NK_NODE_PRONOUN
               && (g_str_equal (node->subject->token->lower, "we")
                   || (g_str_equal (node->subject->token->lower, "it") && say->manner.is_about_document)))) {
    nk_say_mark (say, node->subject);
    say->has_document_subject = TRUE;
  } else
    subject = as_receiver (say, node, say_subject (say, node->subject, is_news (node)));
  say->is_own = say->has_document_subject;
  return say_with_also (say, node, lead, subject, nk_say_phrases (say, nk_say_as_state (say, node), ending));
}

static const char *
say_clause (NkSay *say, const NkNode *node, NkEnding ending)
{
  const NkToken *patient = say->patient, *agent = say->agent;
  const char *text;

  say->agent = say->patient = say->lacking = node->subject != NULL ? nk_node_head (node->subject) : NULL;
  text = say_whole_clause (say, node, ending);
  say->patient = patient;
  say->agent = agent;
  return text;
}

/* `X; however, Y`: Xが、Y. The second clause without the word, which the が says; or `node` itself. */
static const NkNode *
without_however (NkSay *say, const NkNode *node)
{
  NkNode *copy;

  if (node->kind != NK_NODE_CLAUSE || node->lead == NULL || node->lead->item->kind != NK_NODE_ADVERB
      || !nk_word_is (node->lead->item->token->lower, "however"))
    return node;
  nk_say_mark (say, node);
  nk_say_mark (say, node->lead->item);
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->lead = node->lead->next;
  return copy;
}

static const char *
say_clauses (NkSay *say, const NkNode *node, NkEnding ending)
{
  const NkNode *last;
  const char *first, *second, *joiner = "";
  gboolean is_document, is_but;

  if (node->kind == NK_NODE_CLAUSE)
    return say_clause (say, node, ending);
  nk_say_mark (say, node);
  last = without_however (say, node->b);
  is_but = last != node->b || nk_word_is (node->and_token->lower, "but");
  first = say_clauses (say, node->a, is_but ? NK_ENDING_PLAIN : NK_ENDING_JOIN);
  is_document = say->has_document_subject;
  say->manner.is_about_document |= is_document;
  say->has_document_subject = FALSE;
  if (g_str_equal (node->and_token->lower, "or"))
    joiner = "または";
  if (is_but)
    first = nk_say_cat (say, first, "が、");
  else if (!nk_say_ends_in_comma (first))
    first = nk_say_cat (say, first, "、");
  second = nk_say_follows (say, say_clauses (say, last, ending), FALSE);
  if (is_but)
    second = nk_say_opposes (second);
  /* The IESG does X, and this document does Y. */
  if (say->has_document_subject && !is_document && !g_str_has_prefix (second, "本文書"))
    second = nk_say_cat (say, "本文書は", second);
  say->has_document_subject |= is_document;
  return nk_say_cat3 (say, first, joiner, second);
}

const char *
nk_say_clause_before (NkSay *say, const NkNode *node, NkEnding ending)
{
  const NkToken *patient = say->patient, *agent = say->agent;
  const char *lead, *subject, *text;

  if (node->kind == NK_NODE_CLAUSES) {
    nk_say_mark (say, node);
    return nk_say_cat3 (say, nk_say_clause_before (say, node->a, NK_ENDING_JOIN), "、", nk_say_clause_before (say, node->b, ending));
  }
  nk_say_mark (say, node);
  lead = say_lead (say, node->lead, FALSE);
  if (node->phrase == NULL)
    return nk_say_cat (say, lead, say_there_is (say, node, NK_ENDING_PLAIN));
  if (is_impersonal (node)) {
    nk_say_mark (say, node->subject);
    subject = "";
  } else if (nk_node_leaves_out_subject (node))
    subject = nk_say_pronoun_subject (say, node);
  else
    subject = nk_say_cat (say, nk_say_noun (say, node->subject), "が");
  say->agent = say->patient = nk_node_head (node->subject);
  text = nk_say_phrases (say, node->phrase, ending);
  say->patient = patient;
  say->agent = agent;
  if (*subject != '\0' && nk_say_has_subject (text))
    subject = nk_arena_join (say->arena, subject, "、");
  return nk_say_cat3 (say, lead, subject, text);
}

const char *
nk_say_wish (NkSay *say, const NkNode *verb, const NkNode *clause)
{
  static const char *const wishes[] = { "request", "recommend", "propose", "suggest", "require", "mandate", "ask", "advise", NULL };
  const NkNode *phrase, *agent;
  const char *who = "", *lead, *text;

  if (verb->verb == NULL || !nk_word_in (wishes, verb->verb->lemma) || clause->kind != NK_NODE_CLAUSE || clause->phrase == NULL
      || clause->phrase->item->next != NULL || clause->subject->kind == NK_NODE_PRONOUN)
    return nk_say_clause_before (say, clause, NK_ENDING_PLAIN);
  phrase = clause->phrase->item->item;
  if (!phrase->is_passive || phrase->is_perfect || phrase->is_past || phrase->aux != NK_AUX_NONE || phrase->frame == NULL
      || phrase->frame->is_passive)
    return nk_say_clause_before (say, clause, NK_ENDING_PLAIN);
  nk_say_mark (say, clause);
  lead = say_lead (say, clause->lead, FALSE);
  agent = nk_say_agent (phrase);
  if (agent != NULL)
    who = nk_say_cat (say, nk_say_noun (say, agent->object), "が");
  text = say_active (say, clause, phrase, agent, NK_ENDING_PLAIN);
  return nk_say_cat (say, lead, nk_say_cat (say, who, text));
}

static NkGenerated
finish (NkSay *say, const NkNode *node, const char *japanese)
{
  NkGenerated generated = { japanese, nk_say_count_lost (say, node), say->n_warnings, say->n_oddities, say->has_document_subject, say->warning };

  g_hash_table_unref (say->said);
  return generated;
}

NkGenerated
nk_generate_sentence (const NkLexicon *lexicon, const NkTokens *tokens, const NkNode *node, NkManner manner, NkArena *arena)
{
  NkSay say = { .lexicon = lexicon, .tokens = tokens, .arena = arena, .manner = manner, .said = g_hash_table_new (NULL, NULL) };
  const char *text = say_clauses (&say, node, NK_ENDING_PLAIN);

  return finish (&say, node, nk_arena_join (arena, text, "。"));
}

NkGenerated
nk_generate_noun (const NkLexicon *lexicon, const NkTokens *tokens, const NkNode *node, NkArena *arena)
{
  NkSay say = { .lexicon = lexicon, .tokens = tokens, .arena = arena, .said = g_hash_table_new (NULL, NULL) };
  const char *text;

  say.is_title = TRUE;
  text = nk_say_noun (&say, node);
  return finish (&say, node, text);
}
