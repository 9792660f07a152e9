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
         && (nk_word_in (moving, verb->lemma) || (!g_str_equal (word, "over") && !g_str_equal (word, "across") && nk_word_in (writing, verb->lemma)));
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

/* `updates the format with options to support keys`, `updates the format to be used for keys`: it is the options that support, the format that is used. */
double
nk_chart_of_change (const NkNode *phrase, const NkNode *infinitive)
{
  static const char *const changing[] = { "update", "redefine", "modify", "revise", "amend", NULL }, *const means[] = { "with", "by", NULL };
  const NkNode *object = phrase->object, *last;

  if (phrase->verb != NULL && nk_word_is (phrase->verb->lemma, "determine") && !phrase->is_passive && infinitive->item->item->verb != NULL)
    return 0.5; /* determines the paths to be used, but: determines something to be so */
  if (phrase->verb == NULL || phrase->is_passive || object == NULL || object->kind != NK_NODE_NOUN || !nk_word_in (changing, phrase->verb->lemma))
    return 0;
  last = nk_node_last (object->posts);
  if (nk_chart_is_passive (infinitive) || (last != NULL && last->kind == NK_NODE_PRESENT))
    return 0.7;
  return last != NULL && last->kind == NK_NODE_JOINT && nk_word_in (means, last->token->lower) ? 0.7 : 0;
}

double
nk_chart_of_same (const NkChart *chart, const char *preposition, guint start)
{
  if (!nk_word_is (preposition, "as"))
    return 0;
  for (guint i = start; i-- > 0 && nk_chart_is (chart, i, NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE);)
    if (nk_chart_word (chart, i, "same"))
      return 0.9;
  return 0;
}

/* A verb that says what a document is about, and up to MAX_ELEMENTS behind it. */
static gboolean
is_telling (const NkNode *phrase, guint max_elements)
{
  static const char *const lemmas[]
      = { "define",    "describe", "specify", "discuss", "document",  "present",  "outline", "propose",  "explain", "summarize",
          "introduce", "examine",  "analyze", "provide", "recommend", "identify", "list",    "register", "deprecate", "contain", NULL };

  return phrase->verb != NULL && !phrase->is_passive && phrase->number != 2 && phrase->also == NULL && phrase->aux == NK_AUX_NONE
         && phrase->frame != NULL && phrase->frame->n_elements >= 1 && phrase->frame->n_elements <= max_elements && nk_word_in (lemmas, phrase->verb->lemma);
}

/* `focuses on routing for packets using OSPF`: on what it does. */
static gboolean
is_focus (const NkNode *phrase)
{
  return phrase->verb != NULL && nk_word_is (phrase->verb->lemma, "focus") && !phrase->is_passive && phrase->number != 2
         && phrase->aux == NK_AUX_NONE && phrase->also == NULL && phrase->object == NULL && phrase->p != NULL && phrase->frame != NULL
         && phrase->frame->n_elements == 1;
}

/* A place in the document itself: `Section 3`. */
static gboolean
is_section (const NkNode *joint)
{
  const NkNode *noun = joint->object;
  const NkToken *head = noun != NULL ? nk_node_head (noun) : NULL;

  if (head != NULL && noun->kind == NK_NODE_NOUN && noun->items != NULL && noun->items->before != NULL)
    head = noun->items->before->token; /* Section | 7 */
  return head != NULL && (g_str_has_prefix (head->lower, "section") || g_str_has_prefix (head->lower, "appendix"));
}

gboolean
nk_chart_is_manner (const NkNode *joint)
{
  static const char *const ways[] = { "manner", "fashion", "way", NULL }, *const rules[] = { "procedure", "rule", "process", "policy", "guideline", NULL };
  const NkNode *object = joint->object;

  /* registers a tag per the procedures in X */
  if (nk_word_is (joint->token->lower, "per"))
    return object != NULL && object->kind == NK_NODE_NOUN && object->n_determiners > 0 && nk_word_is (object->determiners[0]->lower, "the")
           && nk_word_in (rules, object->token->lemma);
  return nk_word_is (joint->token->lower, "in") && object != NULL && object->kind == NK_NODE_NOUN && object->posts == NULL && !object->is_plural
         && object->token != NULL && nk_word_in (ways, object->token->lemma);
}

/* `deprecates X for security reasons` */
static gboolean
is_reason (const NkNode *joint)
{
  const NkToken *head = joint->object != NULL ? nk_node_head (joint->object) : NULL;

  return nk_word_is (joint->token->lower, "for") && head != NULL && nk_word_is (nk_word_last (head->lemma), "reason");
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

  if (adverbial->kind != NK_NODE_JOINT || adverbial->a != NULL || nk_chart_is_manner (adverbial) || is_reason (adverbial))
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

/* `in Section 6`, but not `in Section 6 of RFC 9999`: a place in this document. */
static gboolean
is_own_section (const NkNode *joint)
{
  return joint->kind == NK_NODE_JOINT && joint->object_kind == NK_OBJECT_NOUN && nk_word_is (joint->token->lower, "in") && !joint->is_loose
         && joint->object->kind == NK_NODE_NOUN && joint->object->posts == NULL && is_section (joint);
}

/* The noun without the section at the end of it, which is stored in RET_JOINT; NULL: none stands there. */
static const NkNode *
without_section (NkChart *chart, const NkNode *noun, guint depth, const NkNode **ret_joint)
{
  const NkNode *last = noun->kind == NK_NODE_NOUN ? nk_node_last (noun->posts) : NULL, *kept = NULL, *inner = NULL;
  NkNode *copy;

  if (last == NULL || last->kind != NK_NODE_JOINT || last->object_kind != NK_OBJECT_NOUN || depth > 2)
    return NULL;
  if (is_own_section (last))
    *ret_joint = last;
  else if (!nk_word_is (last->token->lower, "for") || (inner = without_section (chart, last->object, depth + 1, ret_joint)) == NULL)
    return NULL;
  for (const NkNode *list = noun->posts; list->next != NULL; list = list->next)
    kept = nk_chart_append (chart, kept, list->item);
  if (inner != NULL) {
    NkNode *joint = nk_chart_copy (chart, last);

    joint->object = inner;
    joint->end = inner->end;
    kept = nk_chart_append (chart, kept, joint);
  }
  copy = nk_chart_copy (chart, noun);
  copy->posts = kept;
  copy->end = (*ret_joint)->start;
  return copy;
}

/* `defines a new option in Section 6`: there it is defined. What has `the` may have stood there before: `the rules in Section 7`. */
void
nk_chart_take_section (NkChart *chart, NkNode *phrase)
{
  const NkNode *joint = NULL, *bare;

  if (phrase->object == NULL || phrase->object->kind != NK_NODE_NOUN || !is_telling (phrase, 2)
      || (phrase->object->n_determiners > 0 && nk_word_is (phrase->object->determiners[0]->lower, "the")))
    return;
  bare = without_section (chart, phrase->object, 0, &joint);
  if (bare == NULL)
    return;
  phrase->object = bare;
  phrase->adverbials = nk_chart_list (chart, joint, phrase->adverbials);
}

void
nk_chart_give_to_object (NkChart *chart, NkNode *phrase)
{
  const NkNode *kept = NULL, *told = phrase->object;
  NkNode *object = NULL;
  gboolean is_closed;

  if (is_focus (phrase))
    told = phrase->p;
  else if (told == NULL || !is_telling (phrase, 1))
    return;
  if (phrase->adverbials == NULL || (told->kind != NK_NODE_NOUN && told->kind != NK_NODE_NOUNS))
    return;
  is_closed = holds_verb (told);
  for (const NkNode *list = phrase->adverbials; list != NULL; list = list->next) {
    if (is_aim (list->item) || (!is_means_apart (chart, list->item) && can_move (list->item) && (!is_closed || list->item->object_kind == NK_OBJECT_CLAUSE))) {
      NkNode *post = nk_chart_copy (chart, list->item);

      if (object == NULL)
        object = nk_chart_copy (chart, told);
      if (post->object_kind == NK_OBJECT_PARTICIPLE && g_str_equal (post->token->lower, "as"))
        post->kind = NK_NODE_PARTICIPLE; /* models as used in X */
      object->posts = nk_chart_append (chart, object->posts, post);
    } else
      kept = nk_chart_append (chart, kept, list->item);
  }
  if (object == NULL)
    return;
  if (told == phrase->p)
    phrase->p = object;
  else
    phrase->object = object;
  phrase->adverbials = kept;
}

gboolean
nk_chart_is_telling_adverb (const NkChart *chart, guint place)
{
  static const char *const words[] = { "also", "all", "better", "both", "each", "sometimes", "often", "otherwise", "originally", NULL };

  return place < chart->tokens->n && nk_word_in (words, chart->tokens->tokens[place].lower);
}

void
nk_chart_give_topic_to_object (NkChart *chart, NkNode *phrase)
{
  static const char *const giving[] = { "provide", "give", "offer", "present", "supply", NULL };
  static const char *const words[] = { "on", "regarding", "concerning", "about", NULL };
  const NkNode *receiver = phrase->p, *post = receiver != NULL && receiver->kind == NK_NODE_NOUN ? nk_node_last (receiver->posts) : NULL;
  const NkToken *head = phrase->object != NULL ? nk_node_head (phrase->object) : NULL;
  gboolean is_asked_for = FALSE; /* guidance on X */
  NkNode *object, *bare;

  if (head != NULL)
    nk_lexicon_join (chart->lexicon, "on", &(NkJoint){ FALSE, head->lemma, NK_CLASS_NONE, NK_OBJECT_NOUN, NULL, NK_CLASS_NONE }, &is_asked_for);
  if (phrase->verb == NULL || phrase->is_passive || phrase->r != NULL || post == NULL || receiver->posts->next != NULL || head == NULL
      || receiver->token->class != NK_CLASS_PEOPLE || post->kind != NK_NODE_JOINT || phrase->object->posts != NULL
      || !nk_word_in (giving, phrase->verb->lemma) || !nk_word_in (words, post->token->lower) || !is_asked_for)
    return;
  object = nk_chart_copy (chart, phrase->object);
  bare = nk_chart_copy (chart, receiver);
  object->posts = receiver->posts;
  bare->posts = NULL;
  phrase->object = object;
  phrase->p = bare;
}
