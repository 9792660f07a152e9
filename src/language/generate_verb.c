/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Verb phrases: frames filled, voice, auxiliaries. */
#include "language/generate_private.h"

const char *
nk_say_quality (NkSay *say, const NkNode *node)
{
  nk_say_mark (say, node);
  if (node->frame == NULL)
    return node->token->terms[NK_TERM_ADJECTIVE]->japanese;
  if (node->adverbs != NULL) {
    const char *adverb = nk_say_adverbs (say, node->adverbs);

    say->manner_adverbs
        = nk_say_ends_in_comma (adverb) ? nk_arena_text (say->arena, adverb, strlen (adverb) - strlen ("、")) : adverb;
  }
  return nk_say_frame (say, nk_say_with_adverbs (say, node->frame->japanese), node);
}

/* `is widely used`: 広く使用されている */
static gboolean
is_habit (const NkNode *node)
{
  static const char *const words[]
      = { "widely", "commonly", "currently", "frequently", "often", "increasingly", "already", "now", "broadly", "extensively", NULL };

  /* is designed to scale: 設計されている; it has been before anybody speaks of it */
  static const char *const lasting[] = { "design", "structure", "organize", "locate", NULL };

  if (node->verb != NULL && nk_word_in (lasting, node->verb->lemma))
    return TRUE;
  for (const NkNode *list = node->adverbs; list != NULL; list = list->next)
    if (nk_word_in (words, list->item->token->lower))
      return TRUE;
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_ADVERB && nk_word_in (words, list->item->token->lower))
      return TRUE;
  return FALSE;
}

/* `was known as X`: 知られていた; what it is called lasts. */
static gboolean
lasts (const NkNode *node)
{
  static const char *const naming[] = { "know", "call", "refer", "refer to", "name", "term", NULL };

  return node->is_passive && node->is_past && node->aux == NK_AUX_NONE && node->verb != NULL && nk_word_in (naming, node->verb->lemma);
}

/* `keys that are not designed for X`, `features that are not supported`: 設計されていない鍵; it was not done before anybody speaks of it. */
static gboolean
is_undone (const NkNode *node, NkEnding ending)
{
  static const char *const done[] = { "define",  "specify",  "support",      "assign",   "design",   "standardize", "register",  "describe",
                                      "document", "protect", "encrypt",      "sign",     "allocate", "configure",   "implement", "deploy",
                                      "cover",   "authenticate", "authorize", "mention", "address",  "list",        NULL };

  return ending == NK_ENDING_NOUN && node->is_passive && !node->is_past && nk_word_in (done, node->verb->lemma);
}

/* What may happen: 生じうる問題, 問題が生じる場合がある, 発展している可能性がある. */
static const char *
say_possible (NkArena *arena, const NkNode *node, const char *clause, NkEnding ending, gboolean is_negated)
{
  gboolean joins = ending == NK_ENDING_JOIN;
  const char *plain = nk_conjugate (arena, clause, is_negated ? NK_CONJUGATE_NOT : NK_CONJUGATE_PLAIN);

  if (node->is_perfect && !is_negated)
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "いる可能性があり" : "いる可能性がある");
  if (ending == NK_ENDING_NOUN && !is_negated && g_str_has_suffix (clause, "ている")) /* 離れている可能性のある */
    return nk_arena_join (arena, clause, "可能性のある");
  if (ending == NK_ENDING_NOUN && !is_negated && !g_str_has_suffix (plain, "い"))
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_JOIN), "うる");
  return nk_arena_join (arena, plain, joins ? "場合があり" : "場合がある");
}

/* `clause` (dictionary form, as in the tables) with auxiliary, negation and tense, and the ending that is asked for. */
const char *
nk_say_inflected (NkSay *say, const NkNode *node, const char *clause, NkEnding ending, gboolean is_negated)
{
  gboolean joins = ending == NK_ENDING_JOIN, is_past = node->is_past || (node->is_perfect && !node->is_passive);
  NkArena *arena = say->arena;

  if (ending == NK_ENDING_POTENTIAL && !is_negated && node->aux == NK_AUX_NONE) {
    const char *can = node->is_passive ? clause : nk_conjugate_potential (arena, clause);

    /* what happens by itself: 現れるように; リーダーになれるように */
    if (can != clause && g_str_has_suffix (clause, "になる"))
      can = nk_arena_join (arena, nk_arena_text (arena, clause, strlen (clause) - strlen ("る")), "れる1");
    else if (g_str_has_suffix (can, "うる"))
      can = clause;
    return nk_conjugate (arena, can, NK_CONJUGATE_PLAIN);
  }
  switch (node->aux) {
  case NK_AUX_MUST: {
    const char *not_done = nk_conjugate (arena, clause, NK_CONJUGATE_NOT);

    if (g_str_has_suffix (not_done, "ではない")) /* クエリアでなければならない */
      not_done = nk_arena_join (arena, nk_arena_text (arena, not_done, strlen (not_done) - strlen ("はない")), "ない");
    if (is_negated)
      return nk_arena_join (arena,
                            g_str_has_suffix (clause, "ある") /* 所有者であってはならない */
                                ? nk_arena_join (arena, nk_arena_text (arena, clause, strlen (clause) - strlen ("る")), "って")
                                : nk_conjugate (arena, clause, NK_CONJUGATE_TE),
                            joins ? "はならず" : "はならない");
    return nk_arena_join (arena, nk_arena_text (arena, not_done, strlen (not_done) - strlen ("い")),
                          joins ? "ければならず" : "ければならない");
  }
  case NK_AUX_SHOULD:
    if (g_str_has_suffix (clause, "する"))
      clause = nk_arena_join (arena, nk_arena_text (arena, clause, strlen (clause) - strlen ("する")), "す");
    else
      clause = nk_conjugate (arena, clause, NK_CONJUGATE_PLAIN);
    if (ending == NK_ENDING_NOUN && !is_negated) /* 送出すべきクエリ */
      return nk_arena_join (arena, clause, "べき");
    return nk_arena_join (arena, clause, is_negated ? (joins ? "べきではなく" : "べきではない") : joins ? "べきであり" : "べきである");
  case NK_AUX_NEED: /* 格納される必要のない鍵 */
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_PLAIN),
                          joins                       ? "必要はなく"
                          : ending == NK_ENDING_NOUN ? "必要のない"
                                                      : "必要はない");
  case NK_AUX_MAY: return say_possible (arena, node, clause, ending, is_negated);
  case NK_AUX_CAN:
    if (node->verb != NULL && node->verb->is_event && !is_negated)
      return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_JOIN), joins ? "え" : "うる");
    clause = nk_conjugate_potential (arena, clause);
    break;
  case NK_AUX_NONE:
  case NK_AUX_WILL: break;
  }
  /* has not been adopted: 採用されていない; is not known: 知られていない */
  if (is_negated && node->verb != NULL && node->aux == NK_AUX_NONE && (node->is_perfect || (node->is_passive && nk_word_is (node->verb->lemma, "know")) || is_undone (node, ending)))
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "おらず" : "いない");
  if (is_negated) {
    clause = nk_conjugate (arena, clause, joins ? NK_CONJUGATE_NOT_JOIN : NK_CONJUGATE_NOT);
    return is_past && !joins && node->aux == NK_AUX_NONE ? nk_conjugate (arena, clause, NK_CONJUGATE_PAST) : clause;
  }
  if (node->is_progressive || (node->is_perfect && node->is_passive)
      || (node->is_passive && node->verb != NULL && !node->is_past && node->aux == NK_AUX_NONE && is_habit (node)))
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "おり" : "いる");
  if (lasts (node))
    return nk_arena_join (arena, nk_conjugate (arena, clause, NK_CONJUGATE_TE), joins ? "おり" : "いた");
  if (joins)
    return nk_conjugate (arena, clause, NK_CONJUGATE_JOIN);
  return nk_conjugate (arena, clause, is_past ? NK_CONJUGATE_PAST : NK_CONJUGATE_PLAIN);
}

/* The verb of the document itself, by its standing. */
static const char *
by_standing (NkSay *say, const NkNode *node, const char *template)
{
  const char *start = nk_say_verb_start (template), *verb;

  if (say->manner.voice == NK_VOICE_NEUTRAL || !say->has_document_subject || node->verb == NULL || node->also != NULL
      || (!g_str_equal (node->verb->lemma, "define") && !g_str_equal (node->verb->lemma, "specify")))
    return template;
  verb = say->manner.voice == NK_VOICE_PROPOSAL ? "提案する" : "規定する";
  if (!g_str_equal (start, "定義する") && !g_str_equal (start, "規定する"))
    return template;
  return nk_arena_join (say->arena, nk_arena_text (say->arena, template, (gsize)(start - template)), verb);
}

const char *
nk_say_with_adverbs (NkSay *say, const char *template)
{
  const char *adverbs = say->manner_adverbs, *start = nk_say_verb_start (template);

  say->manner_adverbs = NULL;
  if (adverbs == NULL || *adverbs == '\0')
    return template;
  return nk_say_cat3 (say, nk_arena_text (say->arena, template, (gsize)(start - template)), adverbs, start);
}

/* What one is free to do: nobody thinks of it as something that happens. */
static gboolean
is_use (const NkLexiconVerb *verb)
{
  static const char *const uses[] = { "use", "reuse", "utilize", "employ", "leverage", "apply", "adopt", NULL };

  return g_strv_contains (uses, verb->lemma);
}

/* The Japanese of the frame for what the verb is done to (of several: for all of them), and for who does it. */
static const char *
for_parties (const NkNode *node, const NkToken *patient, const NkToken *agent)
{
  const NkNode *list = node->object != NULL && !node->is_passive && node->object->kind == NK_NODE_NOUNS ? node->object->item : NULL;
  const char *japanese = NULL;

  if (node->object != NULL && !node->is_passive)
    patient = nk_node_head (list != NULL ? list->item : node->object);
  if (node->is_passive)
    agent = NULL;
  for (;;) {
    NkParties parties = { patient != NULL ? patient->lemma : NULL, agent != NULL ? agent->lemma : NULL,
                          patient != NULL ? patient->class : NK_CLASS_NONE, agent != NULL ? agent->class : NK_CLASS_NONE };
    const char *one = nk_lexicon_frame_japanese (node->verb, node->frame, &parties);

    if (japanese != NULL && !g_str_equal (one, japanese))
      return node->frame->japanese;
    japanese = one;
    if (list == NULL || list->next == NULL)
      return japanese;
    list = list->next;
    patient = nk_node_head (list->item);
  }
}

/* The verb itself, without what stands around it. */
static const char *
say_verb (NkSay *say, const NkNode *node, const NkToken *patient, const NkToken *agent, NkEnding ending)
{
  const char *template, *clause, *japanese;
  gboolean is_negated, is_denied = say->is_denied;

  if (node->verb == NULL)
    return nk_say_be (say, node, ending);
  if (node->frame == NULL) {
    nk_say_warn (say, "a verb has no frame");
    return "";
  }
  if (node->aux == NK_AUX_MAY && !node->is_negated && !node->is_perfect && is_use (node->verb)) { /* may be used: 使用できる */
    NkNode *can = nk_arena_copy (say->arena, node, sizeof *can);
    can->aux = NK_AUX_CAN;
    node = can;
  }
  if (node->is_passive && node->aux == NK_AUX_CAN
      && nk_say_active_frame (node) != node->frame) { /* can be configured with keys: 鍵を設定できる */
    NkNode *active = nk_arena_copy (say->arena, node, sizeof *active);
    active->frame = nk_say_active_frame (node);
    node = active;
  }
  japanese = for_parties (node, patient, agent);
  if (node->aux == NK_AUX_CAN || node->aux == NK_AUX_MAY || ending == NK_ENDING_POTENTIAL) /* can require: 要求できる */
    japanese = nk_word_is (node->verb->lemma, "require") && g_str_equal (japanese, "Oを必要とする") ? "Oを要求する" : japanese;
  template = ending != NK_ENDING_NOUN && japanese == node->frame->japanese ? by_standing (say, node, japanese) : japanese;
  node = nk_say_permitted (say, nk_say_enabled (say, node, &template), &template);
  if (node->also != NULL) {
    for (const NkNode *also = node->also; also != NULL; also = also->next)
      nk_say_mark (say, also->item);
    node = nk_say_got_first (say, node, &template);
    template = nk_say_share_verb (say, node, template);
  }
  if (node->is_passive && !node->frame->is_passive) {
    template = nk_conjugate_passive (say->arena, nk_say_drop_object (say, template));
    if (node->aux == NK_AUX_CAN) {
      /* can be used: 使用できる */
      NkNode *active = nk_arena_copy (say->arena, node, sizeof *active);
      template = nk_say_drop_object (say, node->also != NULL ? nk_say_share_verb (say, node, japanese) : japanese);
      active->is_passive = FALSE;
      active->is_perfect = FALSE;
      clause = nk_say_frame (say, nk_say_with_adverbs (say, template), active);
      is_negated = node->is_negated || say->negates;
      say->negates = FALSE;
      return nk_say_inflected (say, active, clause, ending, is_negated);
    }
  } else if (node->lacks_object)
    template = nk_say_drop_object (say, template);
  say->is_denied |= node->is_negated;
  clause = nk_say_frame (say, nk_say_with_adverbs (say, template), node);
  say->is_denied = is_denied;
  is_negated = node->is_negated != say->negates;
  if (node->is_negated && say->negates)
    nk_say_warn (say, "two negations");
  say->negates = FALSE;
  return nk_say_inflected (say, node, clause, ending, is_negated);
}

/* `defines a tree, via the registration in X`: a comma says that it is done so. */
static gboolean
is_way_apart (const NkSay *say, const NkNode *joint)
{
  return nk_word_is (joint->token->lower, "via") && joint->start > 0 && g_str_equal (say->tokens->tokens[joint->start - 1].lower, ",");
}

/* `specifies messages used by X`, `provides a method using Y`: X does not help to specify, nor does the document use Y. */
static gboolean
takes_from_object (const NkSay *say, const NkNode *node)
{
  static const char *const tells[]
      = { "define", "describe", "specify", "introduce", "present", "propose", "provide", "document", "outline", "detail", "discuss", NULL };

  static const char *const of_object[] = { "by",    "with", "between", "among",  "over", "via", "through", "within",   "during", "against",
                                           "under", "on",   "upon",    "across", "from", "at",  "using",   "based on", "as",     NULL };
  if (node->verb == NULL || node->is_passive || !nk_word_in (tells, node->verb->lemma))
    return FALSE;
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_JOINT && list->item->object_kind == NK_OBJECT_NOUN && !nk_node_is_notation (list->item)
        && !is_way_apart (say, list->item) && nk_word_in (of_object, list->item->token->lower) && list->item->object->kind != NK_NODE_GERUND)
      return TRUE;
  return FALSE;
}

/* `that are typically represented in JSON`: JSONで通常表現される, where a comma would part it from its verb. */
static const char *
beside_verb (NkSay *say, const char *adverbs)
{
  static const char *const words[] = { "通常、", "一般に、", "以前、", "当初、", "現在、", "しばしば、" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (adverbs, words[i]))
      return nk_arena_text (say->arena, adverbs, strlen (adverbs) - strlen ("、"));
  return adverbs;
}

static const char *
say_phrase (NkSay *say, const NkNode *node, NkEnding ending)
{
  const NkNode *result = NULL, *outcome = NULL, *told;
  const NkToken *patient = node->lacks_object ? say->lacking : say->patient, *agent = say->agent;
  const char *around, *verb, *text, *scene = "", *manner;
  gboolean is_own = say->is_own;
  NkScene place = NK_SCENE_BESIDE;

  say->is_own = FALSE;
  nk_say_mark (say, node);
  for (const NkNode *list = node->adverbials; list != NULL; list = list->next)
    if (list->item->kind == NK_NODE_RESULT)
      result = list->item;
  node = nk_say_with_place (say, nk_say_with_agent (say, node));
  node = nk_say_with_usage (
      say, nk_say_with_purpose (say, nk_say_with_company (say, nk_say_with_support (say, nk_say_with_source (say, node)))));
  node = nk_say_with_author (say, nk_say_with_tool (say, nk_say_with_how (say, node)));
  if (result != NULL && (told = nk_say_with_result (say, node, result)) != node) {
    nk_say_mark (say, result);
    nk_say_mark (say, node->object);
    node = told;
    result = NULL;
  }
  if (is_own && result == NULL)
    node = nk_say_with_outcome (say, node, &outcome);
  if (say->has_document_subject && takes_from_object (say, node))
    nk_say_warn (say, "a document does something by, with or over something");
  if (!is_own)
    scene = nk_say_scene (say, &node, ending, &place);
  nk_say_place_only (say, node);
  say->is_bare_verb = node->object == NULL && node->p == NULL && node->infinitive == NULL && node->that == NULL;
  manner = nk_say_manner (say, node);
  if (place == NK_SCENE_BEHIND) {
    manner = nk_say_cat (say, scene, manner);
    scene = "";
  }
  around = nk_say_adverbials (say, node->adverbials, node->verb, NULL);
  say->is_bare_verb = FALSE;
  say->also_object = nk_say_is_also_of_object (say, node, ending);
  text = nk_say_adverbs (say, node->adverbs);
  if (ending == NK_ENDING_NOUN)
    text = beside_verb (say, text);
  if (nk_say_ends_in_comma (text))
    around = nk_say_cat (say, text, around); /* また、 stands first */
  else if (node->verb == NULL && (node->adjective == NULL || node->adjective->p == NULL || node->adjective->infinitive != NULL))
    around = nk_say_cat (say, around, text);
  else
    manner = nk_say_cat (say, text, manner);
  say->manner_adverbs = manner;
  /* This document specifies X when used over Y: 使用する際のX */
  if (is_own && say->has_document_subject && node->object != NULL && node->object->kind == NK_NODE_NOUN && node->verb != NULL
      && node->adverbs == NULL
      && (g_str_has_suffix (around, "際に") || g_str_has_suffix (around, "場合に") || g_str_has_suffix (around, "際に、"))
      && strchr (node->frame->japanese, 'O') == node->frame->japanese)
    around = nk_arena_join (say->arena,
                            nk_arena_text (say->arena, around, strlen (around) - strlen (g_str_has_suffix (around, "、") ? "に、" : "に")),
                            g_str_has_suffix (around, "、") ? "の、" : "の");
  if (node->that != NULL && *around != '\0' && !nk_say_ends_in_comma (around)) { /* indicates in a response that S: Sことを応答で示す */
    say->manner_adverbs = nk_say_cat (say, around, manner);
    around = "";
  }
  /* 分析するために形成された: no comma between a purpose and the bare verb before its noun */
  if (ending == NK_ENDING_NOUN && node->is_passive && node->object == NULL && node->p == NULL && node->infinitive == NULL
      && (manner == NULL || *manner == '\0') && g_str_has_suffix (around, "ために、"))
    around = nk_arena_text (say->arena, around, strlen (around) - strlen ("、"));
  around = nk_say_beside (say, place == NK_SCENE_FIRST ? scene : around, place == NK_SCENE_FIRST ? around : scene);
  verb = say_verb (say, node, patient, agent, result != NULL || outcome != NULL ? NK_ENDING_JOIN : ending);
  if (*around != '\0' && !nk_say_ends_in_comma (around) && node->object != NULL && !node->is_passive && !nk_say_ends_in_verb (node->object)
      && nk_say_starts_in_passive (verb))
    around = nk_say_cat (say, around, "、");
  /* 「BFDを使用することで、転送に影響を与える障害を検知する」: without a comma the use would affect it */
  if (!is_own && g_str_has_suffix (around, "ことで") && node->object != NULL && !node->is_passive && nk_say_starts_in_verb (node->object))
    around = nk_say_cat (say, around, "、");
  text = nk_say_cat (say, around, verb);
  if (outcome != NULL)
    return nk_say_cat3 (say, text, "、", nk_say_phrases (say, outcome, ending));
  if (result == NULL)
    return text;
  nk_say_mark (say, result);
  return nk_say_cat3 (say, text, "、", nk_say_follows (say, nk_say_phrases (say, result->phrase, ending), TRUE));
}

const char *
nk_say_phrase (NkSay *say, const NkNode *node, NkEnding ending)
{
  gboolean is_behind = say->is_behind_object;
  const char *text;

  say->is_behind_object = FALSE;
  say->n_verbs++;
  text = say_phrase (say, node, ending);
  say->n_verbs--;
  say->is_behind_object = is_behind;
  return text;
}

const char *
nk_say_opposes (const char *text)
{
  return g_str_has_prefix (text, "また、") ? text + strlen ("また、") : text;
}

const char *
nk_say_follows (NkSay *say, const char *text, gboolean is_result)
{
  static const char *const updates[] = { "更新する", "廃止する", "置き換える", "非推奨とする" };

  if (!g_str_has_prefix (text, "したがって、"))
    return text;
  text += strlen ("したがって、");
  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    if (g_str_has_suffix (text, updates[i]))
      return nk_say_cat (say, "これに伴い", text);
  return nk_say_cat (say, is_result ? "これにより、" : "したがって、", text);
}

/* `obsoletes X and moves it to Y`: Xを廃止し、Yに移す. The phrase without its object, or `phrase` itself. */
static const NkNode *
without_it (NkSay *say, const NkNode *phrase, const NkNode *before)
{
  const NkNode *object = phrase->object;
  NkNode *copy;

  if (phrase->verb == NULL || phrase->is_passive || phrase->frame == NULL || phrase->also != NULL || object == NULL
      || object->kind != NK_NODE_PRONOUN || object->posts != NULL || before->verb == NULL || before->object == NULL
      || !g_str_equal (object->token->lower, before->object->kind == NK_NODE_NOUNS || before->object->is_plural ? "them" : "it")
      || before->is_passive || before->object->kind == NK_NODE_PRONOUN || before->infinitive != NULL
      || strstr (phrase->frame->japanese, "Oを") == NULL)
    return phrase;
  nk_say_mark (say, phrase);
  nk_say_mark (say, object);
  copy = nk_arena_copy (say->arena, phrase, sizeof *copy);
  copy->object = NULL;
  copy->lacks_object = TRUE;
  return copy;
}

const char *
nk_say_phrases (NkSay *say, const NkNode *node, NkEnding ending)
{
  gboolean is_or = node->and_token != NULL && g_str_equal (node->and_token->lower, "or"),
           is_but = node->and_token != NULL && nk_word_is (node->and_token->lower, "but");
  gboolean is_own = say->is_own;
  const char *text = "";
  const NkNode *before = NULL;

  nk_say_mark (say, node);
  for (const NkNode *list = node->item; list != NULL; list = list->next) {
    gboolean is_last = list->next == NULL;
    /* is reliable but needs X: 信頼できるが、; but 定義せず、Yを */
    gboolean is_opposed = is_but && !is_last && list->next->next == NULL && !list->item->is_negated;
    const char *part;

    say->is_own = is_own;
    part = nk_say_phrase (say, before != NULL ? without_it (say, list->item, before) : list->item,
                          is_last               ? ending
                          : is_or || is_opposed ? NK_ENDING_PLAIN
                                                : NK_ENDING_JOIN);

    if (is_but && is_last && g_str_has_suffix (text, "が、"))
      part = nk_say_opposes (part);
    text = nk_say_cat (say, text, list == node->item ? part : nk_say_follows (say, part, FALSE));
    if (!is_last)
      text = nk_say_cat (say, text, is_or ? "か、" : is_opposed ? "が、" : "、");
    before = list->item;
  }
  return text;
}
