/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* How likely it is that something belongs to the frame of a verb, rather than to the noun before it. */
#include "language/parse_private.h"

#include <string.h>

/* `requirements that work with X`: what follows is more likely of that verb. */
gboolean
nk_frame_ends_in_verb (const NkNode *noun)
{
  const NkNode *post = noun != NULL ? nk_node_last (noun->posts) : NULL;

  return post != NULL
         && ((post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_INFINITIVE) || post->kind == NK_NODE_RELATIVE
             || post->kind == NK_NODE_RELATIVE_OBJECT || post->kind == NK_NODE_PARTICIPLE || post->kind == NK_NODE_PRESENT);
}

static gboolean
ends_in_doing (const NkNode *noun)
{
  const NkNode *post = nk_node_last (noun->posts);

  return post != NULL && post->kind == NK_NODE_JOINT && post->object_kind == NK_OBJECT_GERUND && nk_word_is (post->token->lower, "for");
}

/* Who may be given something. */
static gboolean
can_receive (const NkNode *noun)
{
  const NkToken *head = nk_node_head (noun);

  /* `provides a profile with a set of parameters`: what is new has them */
  if (head != NULL && head->class == NK_CLASS_PROTOCOL && noun->kind == NK_NODE_NOUN && noun->posts == NULL
      && nk_node_is_indefinite (noun))
    return FALSE;
  return head == NULL || head->class == NK_CLASS_PEOPLE || head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_PROTOCOL
         || head->class == NK_CLASS_NONE || (head->tags & (NK_TAG_NAME | NK_TAG_PRONOUN)) != 0;
}

/* `provides clients access to X`: those who act, and what they are given; but `provides clients for X`, `provides server certificates`. */
static gboolean
is_given_to (const NkNode *receiver, const NkNode *given)
{
  static const char *const gifts[] = { "access", "control", "protection", "assurance", "flexibility", "information", "connectivity",
                                       "guidance", "visibility", "ability", "means", "confidence", "opportunity", "way", "mechanism", NULL };
  const NkToken *head = receiver->kind == NK_NODE_NOUN && receiver->posts == NULL ? receiver->token : NULL;
  const NkToken *what = nk_node_head (given);

  return head != NULL && what != NULL && head->is_plural && (head->tags & NK_TAG_NAME) == 0
         && (head->class == NK_CLASS_PEOPLE || head->class == NK_CLASS_SYSTEM) && nk_word_in (gifts, what->lemma);
}

/* `allows the use of X to protect Y`: a use protects nothing, it has a purpose. */
double
nk_cost_of_use (const NkNode *phrase, const NkNode *infinitive)
{
  static const char *const verbs[] = { "allow", "enable", "permit", "require", NULL };
  static const char *const uses[] = { "use", "usage", "utilization", "ability", "capability", "possibility", "option", NULL };
  static const char *const aims[]
      = { "support", "improve", "enable", "reduce", "avoid", "ensure", "protect", "prevent", "facilitate", "increase", "achieve", NULL };
  static const char *const means[]
      = { "feature", "mechanism", "method", "way", "means", "ability", "capability", "technique", "tool", "solution", "procedure", NULL };
  const NkToken *head = phrase->object != NULL && phrase->object->kind == NK_NODE_NOUN ? phrase->object->token : NULL;

  /* `allows the transfer of state to support mobility` */
  if (head != NULL && head->class == NK_CLASS_ACTION && phrase->object->posts != NULL && phrase->verb != NULL && !phrase->is_passive
      && nk_word_in (verbs, phrase->verb->lemma) && infinitive->item->item->verb != NULL
      && nk_word_in (aims, infinitive->item->item->verb->lemma))
    return 0.9;
  /* `requires a mechanism to do X`: there has to be one */
  if (head != NULL && phrase->verb != NULL && !phrase->is_passive && nk_word_is (phrase->verb->lemma, "require")
      && nk_word_in (means, head->lemma) && !nk_chart_is_passive (infinitive))
    return 0.9;
  return head != NULL && phrase->verb != NULL && !phrase->is_passive && nk_word_in (verbs, phrase->verb->lemma)
                 && nk_word_in (uses, head->lemma) && !nk_chart_is_passive (infinitive)
             ? 0.9
             : 0;
}

/* `establishes a key in a setting with forward secrecy`, `registers a type in compact form`, `signs images on devices with little memory`: neither partner, nor place, nor
 * means. */
static double
of_partner (const NkElement *element, const NkNode *so_far, const NkToken *head)
{
  static const char *const meeting[] = { "establish", "share", "negotiate", "exchange", "synchronize", "align", NULL };
  static const char *const forms[] = { "form", "format", "notation", "encoding", "representation", "syntax", NULL };
  static const char *const owned[] = { "memory", "resource", "power", "bandwidth", "capability", "storage", "access", "support", NULL };
  static const char *const given[]
      = { "support", "help", "assistance", "feedback", "input", "request", "protection", "intervention", NULL };
  const NkNode *last = so_far->object;

  if (nk_word_is (element->preposition, "with") && nk_word_in (meeting, so_far->verb->lemma) && head->class == NK_CLASS_QUALITY)
    return 0.5;
  if (nk_word_is (element->preposition, "in") && nk_word_is (so_far->verb->lemma, "register") && nk_word_in (forms, head->lemma))
    return 0.6;
  while (last != NULL && last->kind == NK_NODE_NOUN && last->posts != NULL && last->posts->next == NULL
         && last->posts->item->object != NULL)
    last = last->posts->item->object;
  /* `detects X without support from the network` */
  if (nk_word_is (element->preposition, "from") && last != NULL && last->kind == NK_NODE_NOUN && last != so_far->object
      && last->token != NULL && nk_word_in (given, last->token->lemma))
    return 0.5;
  return nk_word_is (element->preposition, "with") && nk_word_in (owned, head->lemma) && last != NULL && last->kind == NK_NODE_NOUN
                 && last->token != NULL && (last->token->class == NK_CLASS_SYSTEM || last->token->class == NK_CLASS_PEOPLE)
             ? 0.4
             : 0;
}

/* `guidelines for extensions | to a format` */
static gboolean
ends_in_change (const NkNode *object)
{
  static const char *const changes[] = { "extension", "change",   "modification", "update",      "amendment",   "enhancement",
                                         "addition",  "revision", "correction",   "improvement", "alternative", NULL };

  while (object->kind == NK_NODE_NOUN && object->posts != NULL) {
    const NkNode *last = nk_node_last (object->posts);

    if (last->object == NULL)
      return FALSE;
    object = last->object;
  }
  return object->kind == NK_NODE_NOUN && object->token != NULL && nk_word_in (changes, object->token->lemma);
}

/* The class of what a noun phrase is about, of names by their last word: `Reference Values`. */
static NkClass
class_of (const NkChart *chart, const NkToken *head)
{
  const char *last = strrchr (head->lower, ' ');
  const NkTerm *term;

  if (head->class != NK_CLASS_NONE || (head->tags & NK_TAG_NAME) == 0)
    return head->class;
  term = nk_lexicon_plural (chart->lexicon, last != NULL ? last + 1 : head->lower);
  return term != NULL ? term->class : NK_CLASS_NONE;
}

/* `requires values to check X`: values check nothing, one needs them for checking; but `requires packets to carry X`. */
double
nk_cost_of_required (const NkChart *chart, const NkNode *phrase, const NkNode *infinitive)
{
  static const char *const being[] = { "be",     "contain",   "carry",  "include", "have",   "traverse", "pass",    "travel", "arrive",
                                       "match",  "use",       "follow", "conform", "comply", "exceed",   "fit",     "reach",  "remain",
                                       "become", "originate", "go",     "exist",   "fail",   "succeed",  "support", NULL };
  static const char *const several[] = { "subset", "set", "group", "majority", "number", "pair", "portion", "implementation", NULL };
  static const char *const means[]
      = { "mechanism", "method", "procedure", "way", "technique", "means", "tool", "scheme", "solution", NULL };
  const NkToken *head = phrase->object != NULL ? nk_node_head (phrase->object) : NULL;
  const NkNode *done = infinitive->item->item;
  NkClass class;

  if (head == NULL || phrase->verb == NULL || phrase->is_passive || !nk_word_is (phrase->verb->lemma, "require") || done->verb == NULL
      || done->is_passive || nk_word_in (being, done->verb->lemma) || nk_word_in (several, head->lemma))
    return 0;
  class = class_of (chart, head);
  return class == NK_CLASS_DATA || class == NK_CLASS_ACTION || class == NK_CLASS_QUALITY || class == NK_CLASS_DOCUMENT
                 || nk_word_in (means, head->lemma)
             ? 0.9
             : 0;
}

/* `considers X to be Y`, but `considers mechanisms to do Y`: the mechanisms do. */
double
nk_cost_of_considered (const NkNode *phrase, const NkNode *infinitive)
{
  if (phrase->object != NULL && phrase->object->kind == NK_NODE_GERUND && phrase->verb != NULL && nk_word_is (phrase->verb->lemma, "describe"))
    return 0.6; /* describes using X as a protocol to carry keys */
  if (phrase->verb == NULL || phrase->is_passive || !nk_word_is (phrase->verb->lemma, "consider"))
    return 0;
  return infinitive->item->item->verb == NULL && infinitive->item->next == NULL ? -0.2 : 1.5;
}

/* `publishes a mapping of names to addresses`: from the one to the other, not sent there. */
static gboolean
is_between_two (const NkElement *element, const NkNode *object)
{
  static const char *const pairing[] = { "mapping", "binding", "translation", "conversion", "migration", "assignment", "correspondence",
                                         "association", "resolution", "ratio", NULL };
  const NkToken *head = object->kind == NK_NODE_NOUN ? object->token : NULL;

  return head != NULL && nk_word_is (element->preposition, "to") && nk_word_in (pairing, head->lemma) && object->posts != NULL
         && object->posts->next == NULL && object->posts->item->kind == NK_NODE_JOINT && nk_word_is (object->posts->item->token->lower, "of");
}

/* `provides a taxonomy of threats to systems`: the nearest noun, not the head, asks for the preposition. */
double
nk_cost_of_nearest (NkChart *chart, const char *preposition, guint place, const NkNode *object)
{
  const NkToken *nearest = place > 0 ? &chart->tokens->tokens[place - 1] : NULL;
  gboolean is_specific = FALSE;

  if (nearest == NULL || (nearest->tags & NK_TAG_NOUN) == 0 || nearest == nk_node_head (object))
    return 0;
  nk_lexicon_join (chart->lexicon, preposition, &(NkJoint){ FALSE, nearest->lemma, nearest->class, NK_OBJECT_NOUN, NULL, NK_CLASS_NONE },
                   &is_specific);
  return is_specific ? 0.3 : 0;
}

static gboolean
is_registry (const NkToken *head)
{
  return nk_word_is (head->lemma, "registry") || g_str_has_suffix (head->lower, " registry");
}

/* A text, in which nothing is registered, and a registry, in which nothing is used. */
static gboolean
is_kept_there (const NkElement *element, const NkLexiconVerb *verb, const NkNode *place, const NkToken *head)
{
  static const char *const keeping[] = { "in", "within", "under", NULL }, *const using[] = { "use", "reuse", "apply", NULL };
  static const char *const parts[] = { "section", "appendix", NULL };

  if (!nk_word_in (keeping, element->preposition))
    return FALSE;
  if (nk_word_is (verb->lemma, "register"))
    return g_str_has_prefix (head->text, "RFC")
           || (place->kind == NK_NODE_NOUN && place->items != NULL && place->items->before != NULL
               && nk_word_in (parts, place->items->before->token->lower))
           || (place->n_determiners > 0 && nk_word_is (place->determiners[0]->lower, "this") && head->class == NK_CLASS_DOCUMENT);
  return nk_word_in (using, verb->lemma) && is_registry (head);
}

/* A name that something is called, with what that is for. */
static gboolean
is_name_with_reason (const NkLexiconVerb *verb, const NkNode *name)
{
  static const char *const naming[] = { "denote", "refer to", "designate", "call", "label", NULL };

  return nk_word_in (naming, verb->lemma) && name->kind == NK_NODE_NOUN && name->token != NULL && name->token->is_quoted && name->posts != NULL
         && name->posts->item->kind == NK_NODE_JOINT && nk_word_is (name->posts->item->token->lower, "for");
}

static gboolean
ends_in_aim (const NkNode *noun)
{
  const NkNode *last = noun->kind == NK_NODE_NOUN ? nk_node_last (noun->posts) : NULL;

  return last != NULL && last->kind == NK_NODE_JOINT && last->object_kind == NK_OBJECT_INFINITIVE;
}

/* `provides guidance to designers`, but `presents reasons for changes to the procedure`: what is given is given to someone. */
double
nk_cost_of_receiver (const NkElement *element, const NkNode *so_far, const NkNode *receiver)
{
  static const char *const manners[] = { "manner", "way", "fashion", "mode", NULL };
  static const char *const given[] = { "provide", "supply", "equip", NULL };
  static const char *const giving[] = { "provide", "present", "offer", "give", NULL };
  static const char *const applying[] = { "use", "apply", "implement", "employ", "adopt", "reuse", "change", "modify", "revise", NULL };
  const char *preposition = element->preposition;
  const char *verb = so_far->verb != NULL ? so_far->verb->lemma : "";
  const NkNode *object = so_far->object;
  const NkToken *head = nk_node_head (receiver);
  double cost = 0;

  if (element->kind == NK_ELEMENT_NOUN && object != NULL) {
    /* `gives agents a name`, but `gives sizes`, `assigns bit positions` */
    if ((nk_word_is (verb, "give") || (nk_word_is (verb, "assign") && object->n_determiners == 0)) && !can_receive (object))
      return 0.8;
    if (nk_word_is (verb, "provide"))
      return is_given_to (object, receiver) ? -0.5 : 2;
  }
  /* `uses A and B tools to do X`: that is why */
  if (element->kind == NK_ELEMENT_OBJECT && nk_word_is (verb, "use") && receiver->kind == NK_NODE_NOUNS && ends_in_aim (nk_node_last (receiver->item)))
    return 0.5;
  if (element->kind != NK_ELEMENT_PREPOSITION)
    return 0;
  if (nk_word_is (preposition, "in") && head != NULL && (nk_word_in (manners, head->lemma) || nk_chart_is_year (receiver)))
    return 0.8; /* in a secure manner, in 2001: how and when, not where */
  /* `is not adopted for technical reasons` */
  if (nk_word_is (preposition, "for") && head != NULL && head->is_plural && nk_word_is (nk_word_last (head->lemma), "reason"))
    return 0.6;
  /* `registers an entry in the Lamp Registry`: wherever entries are else, there is where it goes */
  if (nk_word_is (preposition, "in") && object != NULL && nk_word_is (verb, "register") && head != NULL && is_registry (head))
    return -0.4;
  if (object != NULL && is_between_two (element, object))
    return 0.8;
  /* `is denoted as "lamp" for better alignment`: that is why */
  if (nk_word_is (preposition, "as") && so_far->is_passive && so_far->verb != NULL && is_name_with_reason (so_far->verb, receiver))
    return 0.5;
  /* `introduces options to aid lamps in X`, `uses records to find names in X`: it is done there, to that */
  if (object != NULL && ends_in_aim (object))
    cost = 0.4;
  /* `replaces the use of names as keys`: they are used so */
  if (nk_word_is (preposition, "as") && nk_word_is (verb, "replace") && object != NULL && object->kind == NK_NODE_NOUN && object->posts != NULL
      && nk_word_is (object->token->lemma, "use"))
    cost = 0.4;
  /* `uses X for making calls from devices`: the calls are from there */
  if (object != NULL && ends_in_doing (object))
    cost = 0.5;
  if (so_far->verb != NULL && head != NULL)
    cost = MAX (cost, of_partner (element, so_far, head));
  if (cost > 0 || object == NULL)
    return cost;
  /* `registers a name described in this document`, `by the rules in Section 7`; `uses the types in the registry` */
  if (so_far->verb != NULL && head != NULL && is_kept_there (element, so_far->verb, receiver, head))
    return 0.7;
  /* `uses the algorithm in RFC 1`: a text is what things stand in */
  if (nk_word_is (preposition, "in") && head != NULL && nk_word_in (applying, verb) && g_str_has_prefix (head->text, "RFC"))
    return 0.6;
  if (so_far->is_passive)
    return 0;
  /* `provides clients with keys`, but `provides a statement for the use of UDP with IPv6` */
  if (nk_word_is (preposition, "with") && nk_word_in (given, verb) && !can_receive (object))
    return 0.6;
  if (!nk_word_is (preposition, "to") || !nk_word_in (giving, verb))
    return 0;
  if (nk_frame_ends_in_verb (object) || ends_in_change (object))
    return 0.4;
  return head == NULL || head->class == NK_CLASS_PEOPLE || head->class == NK_CLASS_SYSTEM || head->class == NK_CLASS_NONE ? 0 : 0.4;
}

/* `streams such as TLS over TCP`: what stands behind the last example is of it. */
static gboolean
ends_in_example (const NkNode *noun)
{
  while (noun != NULL && noun->posts != NULL) {
    const NkNode *last = nk_node_last (noun->posts);

    if (last->kind == NK_NODE_SUCH)
      return TRUE;
    noun = last->object;
  }
  return FALSE;
}

double
nk_cost_of_preposition (const NkChart *chart, const NkFrame *frame, const NkElement *element, const NkNode *so_far)
{
  const NkToken *head = so_far->object != NULL && !so_far->is_passive ? nk_node_head (so_far->object) : NULL;
  NkJoint joint = { FALSE, head != NULL ? head->lemma : NULL, NK_CLASS_NONE, NK_OBJECT_NOUN, NULL, NK_CLASS_NONE };
  gboolean is_specific = FALSE;

  static const char *const moving[] = { "reclassify", "move", NULL };

  /* `reclassifies several extensions to Historic`: what is moved is moved somewhere, whatever it is. */
  if (frame->is_tight && head != NULL && so_far->verb != NULL && nk_word_in (moving, so_far->verb->lemma)
      && nk_word_is (element->preposition, "to"))
    return -0.2;
  /* `provides an extension to X`: the noun itself wants it. */
  if (head != NULL && nk_lexicon_join (chart->lexicon, element->preposition, &joint, &is_specific) != NULL && is_specific)
    return element->slot == 'R' && so_far->p != NULL && nk_word_is (element->preposition, "on") ? -0.1 : 0.25; /* gives advice to users on X */
  /* `publishes mappings from names to addresses` */
  if (so_far->object != NULL && !so_far->is_passive && so_far->object->kind == NK_NODE_NOUN && so_far->object->posts != NULL
      && nk_word_is (element->preposition, "to") && so_far->object->posts->item->kind == NK_NODE_JOINT
      && nk_word_is (so_far->object->posts->item->token->lower, "from"))
    return 0.4;
  if (nk_word_is (element->preposition, "over") && !so_far->is_passive && ends_in_example (so_far->object))
    return 0.4;
  /* Without an object the preposition stands behind the verb itself. */
  if (frame->is_tight || so_far->is_passive)
    return -0.2;
  if (so_far->object != NULL && nk_chart_is_way (element->preposition, so_far->verb))
    return 0;
  return g_str_equal (element->preposition, "with") ? 0.05 : 0.2;
}
