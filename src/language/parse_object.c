/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What stands behind the object of a document that defines, describes, discusses it: a document does so nowhere and never, so it is said of the object. */
#include "language/parse_private.h"

gboolean
nk_chart_is_document_verb (const NkLexiconVerb *verb)
{
  static const char *const lemmas[]
      = { "define",      "describe", "specify",   "discuss",     "document",   "present", "introduce",  "propose",     "update",
          "obsolete",    "register", "outline",   "clarify",     "explain",    "analyze", "summarize",  "recommend",   "list",
          "identify",    "examine",  "establish", "deprecate",   "request",    "review",  "illustrate", "detail",      "address",
          "provide",     "give",     "extend",    "replace",     "reclassify", "move",    "create",     "suggest",     "explore",
          "investigate", "evaluate", "formalize", "include",     "designate",  "assign",  "allocate",   "reserve",     "make",
          "change",      "modify",   "require",   "standardize", "obviate",    "try",     "attempt",    "aim",         "seek",
          "intend",      "conclude", "show",      "cover",       "focus",      "contain", "offer",      "demonstrate", "highlight",
          "capture",     NULL };

  return verb != NULL && nk_word_in (lemmas, verb->lemma);
}

/* What the object of a document is made of or belongs to says nothing of the document: `specifies a profile based on X`. */
gboolean
nk_chart_describes_object (const char *word, const NkLexiconVerb *verb)
{
  static const char *const words[] = { "based on",    "based upon", "consisting of", "composed of",     "comprised of", "related to",
                                       "relating to", "regarding",  "concerning",    "associated with", "specific to",  NULL };

  return nk_chart_is_document_verb (verb) && nk_word_in (words, word);
}

/* `carries labels over a tunnel`: what is sent, kept or written goes somewhere or through something. */
gboolean
nk_chart_is_way (const char *word, const NkLexiconVerb *verb)
{
  static const char *const moving[]
      = { "carry",  "encapsulate", "send",   "transmit",     "transport",   "convey",   "exchange",  "forward",    "deliver",
          "tunnel", "run",         "deploy", "authenticate", "negotiate",   "signal",   "advertise", "distribute", "propagate",
          "flood",  "relay",       "route",  "transfer",     "communicate", "announce", "multiplex", "stream",     NULL };
  static const char *const writing[]
      = { "encode", "represent", "express", "indicate", "embed", "store", "insert", "place", "publish", "put", NULL };
  static const char *const ways[] = { "over", "into", "through", "across", "via", "during", "within", "inside", "in", "between", NULL };

  return verb != NULL && nk_word_in (ways, word)
         && (nk_word_in (moving, verb->lemma) || (!g_str_equal (word, "over") && nk_word_in (writing, verb->lemma)));
}

/* The same for an adverbial that no frame of the verb names. */
gboolean
nk_chart_is_free_way (const NkNode *adverbial, const NkLexiconVerb *verb)
{
  const char *word = adverbial->kind == NK_NODE_JOINT && adverbial->object != NULL ? adverbial->token->lower : "";

  if (!nk_chart_is_way (word, verb))
    return FALSE;
  for (guint i = 0; i < verb->n_frames; i++)
    for (guint k = 0; k < verb->frames[i].n_elements; k++)
      if (verb->frames[i].elements[k].preposition != NULL && g_str_equal (verb->frames[i].elements[k].preposition, word))
        return FALSE;
  return TRUE;
}

/* A verb that says what a document is about. */
static gboolean
is_telling (const NkNode *phrase)
{
  static const char *const lemmas[]
      = { "define",    "describe", "specify", "discuss", "document",  "present",  "outline", "propose",  "explain", "summarize",
          "introduce", "examine",  "analyze", "provide", "recommend", "identify", "list",    "register", NULL };

  return phrase->verb != NULL && !phrase->is_passive && phrase->number != 2 && phrase->also == NULL && phrase->aux == NK_AUX_NONE
         && phrase->frame != NULL && phrase->frame->n_elements == 1 && nk_word_in (lemmas, phrase->verb->lemma);
}

/* A place in the document itself: `Section 3`. */
static gboolean
is_section (const NkNode *joint)
{
  const NkToken *head = joint->object != NULL ? nk_node_head (joint->object) : NULL;
  const NkItem *item = head != NULL && joint->object->kind == NK_NODE_NOUN ? joint->object->items : NULL;

  while (item != NULL && item->before != NULL) /* the number is the head */
    item = item->before;
  if (item != NULL && joint->object->posts == NULL)
    head = item->token;
  return head != NULL && (g_str_has_prefix (head->lower, "section") || g_str_has_prefix (head->lower, "appendix"));
}

gboolean
nk_chart_is_manner (const NkNode *joint)
{
  static const char *const ways[] = { "manner", "fashion", "way", NULL };
  const NkNode *object = joint->object;

  return nk_word_is (joint->token->lower, "in") && object != NULL && object->kind == NK_NODE_NOUN && object->posts == NULL && !object->is_plural
         && object->token != NULL && nk_word_in (ways, object->token->lemma);
}

static gboolean
can_move (const NkNode *adverbial)
{
  static const char *const words[] = { "using",
                                       "via",
                                       "for",
                                       "in",
                                       "based on",
                                       "based upon",
                                       "over",
                                       "during",
                                       "within",
                                       "between",
                                       "with",
                                       "among",
                                       "across",
                                       "on",
                                       "at",
                                       "under",
                                       "relative to",
                                       "corresponding to",
                                       "composed of",
                                       "consisting of",
                                       "for use with",
                                       "for use in",
                                       "in the context of",
                                       "within the context of",
                                       "through the use of",
                                       "along with",
                                       "together with",
                                       "independent of",
                                       "without",
                                       "related to",
                                       NULL };

  const char *word = adverbial->token != NULL ? adverbial->token->lower : "";

  if (adverbial->kind != NK_NODE_JOINT || adverbial->a != NULL || nk_chart_is_manner (adverbial))
    return FALSE;
  if (adverbial->object_kind == NK_OBJECT_CLAUSE)
    return g_str_equal (word, "when") || g_str_equal (word, "if") || g_str_equal (word, "for use when");
  if (adverbial->object_kind == NK_OBJECT_PARTICIPLE)
    return g_str_equal (word, "when") || g_str_equal (word, "as");
  if (adverbial->object_kind == NK_OBJECT_INFINITIVE)
    return FALSE;
  return g_str_equal (word, "when") || (nk_word_in (words, word) && !is_section (adverbial) && !nk_node_is_notation (adverbial));
}

/* `specifies the mapping of names used in X to addresses`: a document specifies nothing to anybody. */
static gboolean
is_aim (const NkNode *adverbial)
{
  return adverbial->kind == NK_NODE_JOINT && adverbial->object_kind == NK_OBJECT_NOUN && nk_word_is (adverbial->token->lower, "to")
         && (adverbial->object->kind == NK_NODE_NOUN || adverbial->object->kind == NK_NODE_NOUNS);
}

/* TRUE if a verb stands within the noun phrase: what follows may be of that verb, and goes before the whole. */
static gboolean
holds_verb (const NkNode *noun)
{
  for (const NkNode *list = noun->kind == NK_NODE_NOUNS ? noun->item : NULL; list != NULL; list = list->next)
    if (holds_verb (list->item))
      return TRUE;
  if (noun->kind != NK_NODE_NOUN && noun->kind != NK_NODE_NOUNS)
    return TRUE;
  for (const NkNode *list = noun->posts; list != NULL; list = list->next) {
    const NkNode *post = list->item;

    if (post->is_loose && post->kind == NK_NODE_PARTICIPLE)
      continue; /* a format, called X, for … */
    if (post->phrase != NULL || post->clause != NULL || post->infinitive != NULL || (post->object != NULL && holds_verb (post->object)))
      return TRUE;
  }
  return FALSE;
}

/* `registers a name, via the form in Section 2`: that is how it is done. */
static gboolean
is_means_apart (const NkChart *chart, const NkNode *adverbial)
{
  static const char *const words[] = { "via", "through the use of", NULL };
  guint start = adverbial->start;

  return adverbial->kind == NK_NODE_JOINT && nk_word_in (words, adverbial->token->lower)
         && (nk_chart_is (chart, start, NK_TAG_COMMA) || (start > 0 && nk_chart_is (chart, start - 1, NK_TAG_COMMA)));
}

void
nk_chart_give_to_object (NkChart *chart, NkNode *phrase)
{
  const NkNode *kept = NULL;
  NkNode *object = NULL;
  gboolean is_closed;

  if (phrase->adverbials == NULL || phrase->object == NULL || !is_telling (phrase)
      || (phrase->object->kind != NK_NODE_NOUN && phrase->object->kind != NK_NODE_NOUNS))
    return;
  is_closed = holds_verb (phrase->object);
  for (const NkNode *list = phrase->adverbials; list != NULL; list = list->next) {
    if (is_aim (list->item) || (!is_means_apart (chart, list->item) && can_move (list->item) && (!is_closed || list->item->object_kind == NK_OBJECT_CLAUSE))) {
      NkNode *post = nk_chart_copy (chart, list->item);

      if (object == NULL)
        object = nk_chart_copy (chart, phrase->object);
      if (post->object_kind == NK_OBJECT_PARTICIPLE && g_str_equal (post->token->lower, "as"))
        post->kind = NK_NODE_PARTICIPLE; /* models as used in X */
      object->posts = nk_chart_append (chart, object->posts, post);
    } else
      kept = nk_chart_append (chart, kept, list->item);
  }
  if (object == NULL)
    return;
  phrase->object = object;
  phrase->adverbials = kept;
}

gboolean
nk_chart_is_telling_adverb (const NkChart *chart, guint place)
{
  static const char *const words[] = { "also", "all", "better", "both", "each", "sometimes", "often", "otherwise", "originally", NULL };

  return place < chart->tokens->n && nk_word_in (words, chart->tokens->tokens[place].lower);
}
