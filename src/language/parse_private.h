/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/parse_private.h - the chart, and the rules as functions; seen by parse*.c only.
 * Floor: language. */
#pragma once
#include "language/parse.h"

typedef enum {
  NK_SYMBOL_NOUN_BASE,   /* determiners, what stands before the head, the head */
  NK_SYMBOL_NOUN_SINGLE, /* one noun phrase with its posts, or a gerund, question, pronoun */
  NK_SYMBOL_NOUN,        /* the same, or several joined by and */
  NK_SYMBOL_POST,        /* one modifier behind a noun */
  NK_SYMBOL_POSTS,
  NK_SYMBOL_JOINT,      /* a preposition with its object */
  NK_SYMBOL_GROUP,      /* auxiliaries and verb */
  NK_SYMBOL_COMPLEMENT, /* what the frames of a verb ask for */
  NK_SYMBOL_ADVERBIAL,
  NK_SYMBOL_ADVERBIALS,
  NK_SYMBOL_PHRASE,
  NK_SYMBOL_PHRASES,
  NK_SYMBOL_CLAUSE,
  NK_SYMBOL_CLAUSES,
  NK_SYMBOL_LEAD,
  NK_SYMBOL_GAP, /* a clause whose verb lacks its object */
  NK_N_SYMBOLS,
} NkSymbol;

/* The form in which a verb phrase is wanted. */
typedef enum { NK_WANT_FINITE, NK_WANT_INFINITIVE, NK_WANT_ING, NK_WANT_PARTICIPLE } NkWant;

typedef struct {
  guint end;
  float cost;
  const NkNode *node;
} NkEdge;

typedef struct {
  NkEdge *edges;
  guint n, capacity;
} NkEdges;

typedef struct NkChart NkChart;
struct NkChart {
  const NkLexicon *lexicon;
  const NkTokens *tokens;
  NkArena *arena;
  struct NkMemo *memo;                       /* what was found, see parse.c */
  const NkNode *brackets[NK_TOKENS_MAX + 2]; /* what stands within, by place */
  gboolean bracket_is_read[NK_TOKENS_MAX + 2];
  guint n_steps, n_edges;
};

#define NK_DISAGREEMENT 1.0 /* the protocols uses */

/* What a rule depends on besides its place. */
typedef struct {
  NkWant want;
  const NkLexiconVerb *verb; /* NULL: be, or does not matter */
  gboolean is_passive;
  const NkToken *head; /* of the noun in front */
} NkContext;

static const NkContext nk_finite = { NK_WANT_FINITE, NULL, FALSE, NULL };
static const NkContext nk_infinitive = { NK_WANT_INFINITIVE, NULL, FALSE, NULL };
static const NkContext nk_ing = { NK_WANT_ING, NULL, FALSE, NULL };
static const NkContext nk_participle = { NK_WANT_PARTICIPLE, NULL, FALSE, NULL };

/* All readings of `symbol` at `start`, sorted by end and cost. */
const NkEdges *nk_chart_find (NkChart *chart, NkSymbol symbol, guint start, NkContext context);
void nk_edges_add (NkChart *chart, NkEdges *edges, guint end, double cost, const NkNode *node);
NkNode *nk_chart_node (NkChart *chart, NkNodeKind kind, guint start, guint end);
NkNode *nk_chart_copy (NkChart *chart, const NkNode *node);
const NkNode *nk_chart_list (NkChart *chart, const NkNode *item, const NkNode *next);
const NkNode *nk_chart_append (NkChart *chart, const NkNode *list, const NkNode *item);

/* The rules. */
void nk_rule_noun_base (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_noun_single (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_noun (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_post (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_posts (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_joint (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_group (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_complement (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_adverbial (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_adverbials (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_phrase (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_phrases (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_clause (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_clauses (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_lead (NkChart *chart, guint start, NkContext context, NkEdges *edges);
/* `defines a field in Section 3`: the document does so there. Not `of RFC 1`, and not behind another verb. */
gboolean nk_chart_is_in_section (const NkChart *chart, const NkNode *joint);
/* `the effect on the network as a whole`: on all of it; of several, on all of the last one. */
void nk_chart_add_whole (NkChart *chart, const NkEdge *edge, NkEdges *edges);
/* `two methods for X, namely A and B`: the two are A and B. */
double nk_chart_of_count (const NkChart *chart, const NkToken *head, const NkNode *told);
/* What is used, deployed, or listed is a thing and no action: `the use of caching resolvers`. */
gboolean nk_chart_is_of_things (const NkToken *head);
void nk_chart_add_gap_infinitive (NkChart *chart, guint start, NkContext context, NkEdges *edges);
void nk_rule_gap (NkChart *chart, guint start, NkContext context, NkEdges *edges);

/* What it costs that a post belongs to both of two: `address exhaustion and deployment of techniques`, where what is done behind a compound has it alone;
 * `operators and extensions to BGP`, where only the second is to something. */
double nk_chart_of_compound (const NkChart *chart, const NkNode *base, const NkNode *post);

/* Questions that start at `start`, as nouns. */
void nk_chart_add_questions (NkChart *chart, guint start, NkEdges *edges);

/* Shared by the rules. */
static inline gboolean
nk_chart_is (const NkChart *chart, guint i, guint tags)
{
  return nk_token_is (chart->tokens, i, tags);
}

static inline gboolean
nk_chart_word (const NkChart *chart, guint i, const char *word)
{
  return nk_token_is_word (chart->tokens, i, word);
}

static inline const NkLexiconVerb *
nk_chart_verb (const NkChart *chart, guint i, NkVerbForm form)
{
  return nk_token_verb (chart->tokens, i, form);
}

/* How much sooner a preposition belongs to this head than to anything else: negative if the table names the head. */
double nk_chart_affinity (const NkChart *chart, const char *preposition, const NkNode *joint, const NkToken *noun,
                          const NkLexiconVerb *verb);
/* What it costs that a subject and its verbs differ in number. */
double nk_chart_agreement (const NkNode *subject, const NkNode *phrases);
/* A preposition (or `to`) at `start` with its object, which is a phrase, a clause or a noun by its kind. */
void nk_chart_add_joint (NkChart *chart, guint start, guint end, double cost, const NkNode *object, NkObjectKind kind, NkEdges *edges);
/* TRUE for `2001`. */
gboolean nk_chart_is_year (const NkNode *noun);
/* TRUE for verbs whose subject is a document. */
gboolean nk_chart_is_document_verb (const NkLexiconVerb *verb);
/* What the object of a document is made of or belongs to says nothing of the document: `specifies a profile based on X`. */
gboolean nk_chart_describes_object (const char *word, const NkLexiconVerb *verb);
/* TRUE for a preposition that says where or through what this verb moves its object. */
gboolean nk_chart_is_way (const char *word, const NkLexiconVerb *verb);
gboolean nk_chart_is_free_way (const NkNode *adverbial, const NkLexiconVerb *verb);
/* Makes modifiers of the object of what stands behind it as adverbials, where a document is all that can be the subject. */
void nk_chart_give_to_object (NkChart *chart, NkNode *phrase);
/* `gives guidance to operators on running networks`: it is the guidance that is on something. */
void nk_chart_give_topic_to_object (NkChart *chart, NkNode *phrase);
/* How unlikely a change has this outcome. */
double nk_chart_of_change (const NkNode *phrase, const NkNode *infinitive);
/* `from the same space as X`: how unlikely `as` at `start` belongs to a verb. */
double nk_chart_of_same (const NkChart *chart, const char *preposition, guint start);
/* Makes an adverbial of the section of the document in which its object is defined. */
void nk_chart_take_section (NkChart *chart, NkNode *phrase);
/* `in a generic manner`: how something is done, and no part of what it is done to. */
gboolean nk_chart_is_manner (const NkNode *joint);
/* `deprecates two versions for security reasons`: that is why it is done. */
gboolean nk_chart_is_why (const char *word, const NkNode *node, const NkToken *head);
/* `delivers reports for a session in two formats`: in which form something is done, and what is no data has none. */
gboolean nk_chart_is_form (const char *word, const NkNode *node, const NkToken *head);
/* TRUE for `encompassing`, `comprising`, `existing`: what stands before the comma contains something, or is there. */
gboolean nk_chart_contains (const NkChart *chart, guint place);
/* TRUE for an adverb that stands between a comma and a participle: `deployments, sometimes referred to as X`. */
gboolean nk_chart_is_telling_adverb (const NkChart *chart, guint place);
/* TRUE for `to be used …`: what is done to the noun before it. */
gboolean nk_chart_is_passive (const NkNode *phrases);
/* An adjective, with an adverb before it or without; its last token is the adjective. NULL if none stands at `start`. */
NkNode *nk_chart_adjective (NkChart *chart, guint start);
/* The adjective with its frame filled by an infinitive that lacks its object: `easy to implement`. */
void nk_chart_add_done_to (NkChart *chart, const NkNode *adjective, const NkFrame *frame, guint start, NkEdges *edges);
/* Matches the elements of a frame from `start`; fills the slots of `phrase` copies. */
void nk_chart_match_frame (NkChart *chart, const NkFrame *frame, guint element, guint start, double cost, const NkNode *so_far,
                           NkEdges *edges);
/* The same for every active frame of the verb of `so_far` that takes an object first. */
void nk_chart_match_object_frames (NkChart *chart, guint start, double cost, const NkNode *so_far, NkEdges *edges);

/* What stands in the bracket at `place`, read once. NULL: not understood. */
const NkNode *nk_chart_bracket (NkChart *chart, guint place);
/* `the MTU for SR policies (called SR-MTU)`: what has a name, or is several where the other is one, is not called so; nor is a noun called by initials that it lacks. */
double nk_chart_bracket_cost (const NkChart *chart, guint place, const NkToken *head);
/* The bracket may be of a noun further left than the one before it. */
gboolean nk_chart_bracket_is_free (const NkChart *chart, guint place);
/* How unlikely such a bracket is of the noun from `start` to `end`, which has phrases behind it. */
double nk_chart_bracket_distance (const NkChart *chart, guint place, guint start, guint end);

/* Each of `found` as a post of that kind; `is_loose`: behind a comma, and a comma may close it. */
void nk_chart_add_phrase_post (NkChart *chart, NkNodeKind kind, guint start, NkContext context, const NkEdges *found, double kind_cost,
                               gboolean is_loose, NkEdges *edges);
/* What stands behind the comma at `start` is the name of the noun before it, or are the names of as many as it tells. */
void nk_chart_add_names (NkChart *chart, guint start, NkContext context, NkEdges *edges);
/* `a mechanism, extending those of X, to do Y`: what commas enclose before the purpose of a noun is of the noun. */
void nk_chart_add_enclosed (NkChart *chart, guint start, NkEdges *edges);
/* `that V`, `which X V`, `in which`, `whose X V`, with or without a comma. */
void nk_chart_add_relatives (NkChart *chart, guint start, NkContext context, NkEdges *edges);

/* parse_frame_cost.c: how much more it costs that something belongs to the frame of a verb. */
/* `requirements that work with X`: what follows is more likely of that verb. */
gboolean nk_frame_ends_in_verb (const NkNode *noun);
/* `allows the use of X to protect Y`: a use protects nothing, it has a purpose. */
double nk_cost_of_use (const NkNode *phrase, const NkNode *infinitive);
/* `requires values to check X`: values check nothing, one needs them for checking; but `requires packets to carry X`. */
double nk_cost_of_required (const NkChart *chart, const NkNode *phrase, const NkNode *infinitive);
/* `considers X to be Y`, but `considers mechanisms to do Y`: the mechanisms do. */
double nk_cost_of_considered (const NkNode *phrase, const NkNode *infinitive);
/* `provides a taxonomy of threats to systems`: the nearest noun, not the head, asks for the preposition. */
double nk_cost_of_nearest (NkChart *chart, const char *preposition, guint place, const NkNode *object);
/* `provides guidance to designers`, but `presents reasons for changes to the procedure`: what is given is given to someone. */
double nk_cost_of_receiver (const NkElement *element, const NkNode *so_far, const NkNode *receiver);
double nk_cost_of_preposition (const NkChart *chart, const NkFrame *frame, const NkElement *element, const NkNode *so_far);
/* parse_post_cost.c: how much later than others this preposition, with its object, belongs to the noun before it. */
double nk_cost_of_joint (const NkChart *chart, const char *word, const NkNode *node, const NkToken *head, double affinity);
/* How much later, or sooner, this says what a document does, and not what the object is like. */
double nk_cost_of_document (const char *word, const NkNode *joint, const NkLexiconVerb *verb, gboolean is_comma);
/* parse_nouns_cost.c */
/* `X and Y languages`: has its `and` already. */
gboolean nk_nouns_holds_and (const NkNode *noun);
/* What is always done to something, or is there for it. */
gboolean nk_nouns_is_relational (const NkToken *head);
/* `for their assignment`, `among them` */
gboolean nk_nouns_is_of_theirs (const NkNode *post);
/* A message, a device or a person. */
gboolean nk_nouns_is_thing (const NkToken *token);
/* `the encoding of nodes and limits of attributes`: limits are of something, and nodes are not of it. */
gboolean nk_nouns_is_limit_of (const NkToken *first, const NkToken *second, const NkNode *post);
/* How much more `next` costs as the one behind `last` of a list, whose `n` first ones were read. */
double nk_cost_of_next (const NkNode *last, const NkNode *next, guint n, gboolean is_comma, gboolean is_and);
