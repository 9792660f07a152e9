/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/node.h - what a sentence says, between the two languages: a tree of clauses, verb phrases and noun phrases.
 * Floor: language. Nodes live in the arena and never change once they are made, so trees share them.
 *
 *   clauses   clause, and a clause or clauses
 *   clause    subject, phrase, lead (list of adverbials) | there is: subject only
 *   phrases   list of verb phrases joined by and/or
 *   phrase    verb with its group, frame and slots, adverbials
 *   noun      items before and with the head, bracket, posts (list of modifiers behind it)
 *   nouns     list of noun phrases joined by and/or
 *   gerund    phrases; question: how/whether/what, clause or phrases; pronoun
 *   joint     preposition or conjunction, and a noun, gerund, clause or participle: behind a noun or a verb */
#pragma once
#include "language/token.h"

#include <stdbool.h>

typedef enum {
  NK_NODE_CLAUSES, /* a, b: clauses; and */
  NK_NODE_CLAUSE,  /* subject (nullable), phrase, lead */
  NK_NODE_PHRASES, /* list; and (nullable) */
  NK_NODE_PHRASE,
  NK_NODE_NOUN,
  NK_NODE_NOUNS,    /* list; and */
  NK_NODE_GERUND,   /* phrase */
  NK_NODE_QUESTION, /* token; phrase (PHRASES) or clause */
  NK_NODE_PRONOUN,
  NK_NODE_JOINT,           /* token: preposition, conjunction or `to`; object by object_kind */
  NK_NODE_ADVERB,          /* token */
  NK_NODE_RELATIVE,        /* phrase: that V …; is_loose behind a comma */
  NK_NODE_RELATIVE_OBJECT, /* clause whose verb lacks its object: that X V */
  NK_NODE_RELATIVE_CLAUSE, /* clause: in which, where, whereby */
  NK_NODE_WHOSE,           /* clause */
  NK_NODE_PARTICIPLE,      /* phrase in the passive */
  NK_NODE_PRESENT,         /* phrase in -ing behind a noun */
  NK_NODE_RESULT,          /* phrase in -ing behind a comma: , allowing X to … */
  NK_NODE_SUCH,            /* token; object */
  NK_NODE_APPOSITION,      /* object */
  NK_NODE_LISTED,          /* object behind a colon */
  NK_NODE_QUALITY,         /* adjective with its frame, behind a noun */
  NK_NODE_FOR_TO,          /* subject, phrase: for X to V */
  NK_NODE_ADJECTIVE,       /* token, adverbs, frame and slots: a predicate */
  NK_NODE_LIST,            /* item, next */
  NK_N_NODE_KINDS,
} NkNodeKind;

typedef enum {
  NK_ITEM_NOUN,
  NK_ITEM_NAME,
  NK_ITEM_NUMBER,
  NK_ITEM_ADJECTIVE,
  NK_ITEM_PARTICIPLE,
  NK_ITEM_ING,
  NK_ITEM_ADVERB,
  NK_ITEM_POSSESSIVE,
  NK_ITEM_AND,
  NK_ITEM_COMMA,
  NK_ITEM_BRACKET,
  NK_ITEM_AFFIX
} NkItemKind;

typedef struct NkItem NkItem;
typedef struct NkNode NkNode;

/* A word before or at the head; the chain goes from the head to the left. */
struct NkItem {
  NkItemKind kind;
  const NkToken *token;
  const NkNode *bracket;
  const NkItem *before;
};

typedef enum { NK_AUX_NONE, NK_AUX_CAN, NK_AUX_MAY, NK_AUX_MUST, NK_AUX_SHOULD, NK_AUX_WILL, NK_AUX_NEED } NkAux; /* need: need not */

/* The small things lie close together: a parse makes thousands of these. */
struct NkNode {
  NkNodeKind kind : 8;
  NkAux aux : 8;
  NkObjectKind object_kind : 8; /* joints */
  guint8 number;                /* of a finite verb: 1 singular, 2 plural, 0 either */
  guint16 start, end;           /* tokens: [start, end) */
  guint8 n_determiners, n_items;
  bool is_passive : 1, is_negated : 1, is_past : 1, is_perfect : 1, is_progressive : 1, lacks_object : 1; /* of a verb */
  bool is_plural : 1, is_loose : 1;                                                                       /* of a noun */
  bool is_example : 1, is_restated : 1, is_other : 1;                                                     /* of a bracket: e.g., i.e., or */
  const NkToken *token;     /* head, preposition, conjunction, pronoun */
  const NkToken *and_token; /* of a noun: itself, only */

  /* verb phrase */
  const NkLexiconVerb *verb; /* NULL: be */
  const NkFrame *frame;
  const NkNode *also; /* list of verbs that share the rest: `define and register X` (PHRASE nodes with a verb only) */
  const NkNode *object, *p, *r, *infinitive, *that, *adjective; /* slots of the frame; of be: object is the predicate, p a joint */
  const NkNode *adverbs;                                        /* list, before or within the verb */
  const NkNode *adverbials;                                     /* list, behind it */

  /* noun phrase */
  const NkToken *determiners[3];
  const NkItem *items; /* the head first */
  const NkNode *bracket;
  const NkNode *posts; /* list */

  /* the others */
  const NkNode *subject, *phrase, *clause, *lead;
  const NkNode *a, *b;       /* clauses */
  const NkNode *item, *next; /* list */
};

/* Appends `(noun (adj new) protocol (joint for …))`: one line, the form of the golden tests. */
void nk_node_print (const NkNode *node, GString *out);

/* The last item is the head. NULL for what has none. */
const NkToken *nk_node_head (const NkNode *node);
/* The item that stands first before the head, or the head itself; NULL for what has none. */
const NkItem *nk_node_first_item (const NkNode *noun);
/* TRUE behind `a` or `an`. */
gboolean nk_node_is_indefinite (const NkNode *noun);
/* What stands last in a list of nodes; NULL: in an empty one. */
const NkNode *nk_node_last (const NkNode *list);
/* TRUE if the item, the last of a noun, says itself of what it is, and is what is done, how it is done, or several: `address exhaustion`, `header compression`, `trust anchors`. */
gboolean nk_node_is_compound (const NkItem *item);
/* TRUE for a clause whose subject is `it` or `they`: `before it is sent`, `the sites they visit`. Within another clause Japanese does not name it once more. */
gboolean nk_node_leaves_out_subject (const NkNode *clause);

/* `the claim that S`: what is claimed, and no relative clause. */
gboolean nk_node_has_content (const NkToken *head);

/* `scenarios`, `environments`: where something holds. */
gboolean nk_node_is_setting (const NkToken *head);
/* `extended options and extended fields that hold X`: two that are extended alike, and hold it both. */
gboolean nk_node_are_twins (const NkNode *node);
/* `the problem and scenarios where X holds`: it holds in scenarios. */
gboolean nk_node_is_where_last (const NkNode *node);
/* `new HTTP request and response headers`: no request stands alone before the response. */
gboolean nk_node_is_request_before_response (const NkNode *a, const NkNode *b);
/* `especially`: what stands behind it is part of what stands before. */
gboolean nk_node_is_foremost (const NkToken *token);
/* TRUE for `it`, `they`, `them` with nothing behind it. */
gboolean nk_node_is_left_out (const NkNode *noun);
/* `defines a format using YANG`: how it is told, and no part of it. */
gboolean nk_node_is_notation (const NkNode *joint);
