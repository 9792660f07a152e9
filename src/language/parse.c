/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The chart: what was found, what it cost, and how much work is left. */
#include "language/parse_private.h"

#include <string.h>

#define FIRST_CAPACITY 512u /* of the memo; a power of two */
#define SMALL_CAPACITY 64u  /* for what stands in brackets */
#define SMALL_TOKENS 6u
#define NO_SECOND 9.0

typedef struct {
  guint64 key; /* 0: free */
  NkEdges *edges;
} Slot;

struct NkMemo {
  Slot *slots;
  guint capacity, n;
};

static const struct {
  void (*apply) (NkChart *chart, guint start, NkContext context, NkEdges *edges);
} rules[NK_N_SYMBOLS] = {
  [NK_SYMBOL_NOUN_BASE] = { nk_rule_noun_base }, [NK_SYMBOL_NOUN_SINGLE] = { nk_rule_noun_single },
  [NK_SYMBOL_NOUN] = { nk_rule_noun },           [NK_SYMBOL_POST] = { nk_rule_post },
  [NK_SYMBOL_POSTS] = { nk_rule_posts },         [NK_SYMBOL_JOINT] = { nk_rule_joint },
  [NK_SYMBOL_GROUP] = { nk_rule_group },         [NK_SYMBOL_COMPLEMENT] = { nk_rule_complement },
  [NK_SYMBOL_ADVERBIAL] = { nk_rule_adverbial }, [NK_SYMBOL_ADVERBIALS] = { nk_rule_adverbials },
  [NK_SYMBOL_PHRASE] = { nk_rule_phrase },       [NK_SYMBOL_PHRASES] = { nk_rule_phrases },
  [NK_SYMBOL_CLAUSE] = { nk_rule_clause },       [NK_SYMBOL_CLAUSES] = { nk_rule_clauses },
  [NK_SYMBOL_LEAD] = { nk_rule_lead },           [NK_SYMBOL_GAP] = { nk_rule_gap },
};

static guint64
key_of (const NkChart *chart, NkSymbol symbol, guint start, const NkContext *context)
{
  guint64 key = 1u + (guint)symbol;

  key = key << 8 | start;
  key = key << 2 | (guint)context->want;
  key = key << 1 | (context->is_passive != 0);
  key = key << 13 | (context->verb != NULL ? context->verb->index + 1 : 0);
  return key << 8 | (context->head != NULL ? (guint)(context->head - chart->tokens->tokens) + 1 : 0);
}

static Slot *
find_slot (Slot *slots, guint capacity, guint64 key)
{
  guint place = (guint)((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 40) & (capacity - 1);

  while (slots[place].key != 0 && slots[place].key != key)
    place = (place + 1) & (capacity - 1);
  return &slots[place];
}

static inline Slot *
memo_slot (NkChart *chart, guint64 key)
{
  struct NkMemo *memo = chart->memo;

  if (memo->n * 2 >= memo->capacity) {
    guint capacity = memo->capacity * 2;
    Slot *slots = nk_arena_take (chart->arena, sizeof (Slot) * capacity);

    for (guint i = 0; i < memo->capacity; i++)
      if (memo->slots[i].key != 0)
        *find_slot (slots, capacity, memo->slots[i].key) = memo->slots[i];
    memo->slots = slots;
    memo->capacity = capacity;
  }
  return find_slot (memo->slots, memo->capacity, key);
}

void
nk_edges_add (NkChart *chart, NkEdges *edges, guint end, double cost, const NkNode *node)
{
  chart->n_edges++;
  if (chart->n_edges > NK_PARSE_MAX_EDGES)
    return;
  if (edges->n == edges->capacity) {
    guint capacity = MAX (8, edges->capacity * 2);
    NkEdge *grown = nk_arena_take (chart->arena, sizeof (NkEdge) * capacity);

    if (edges->n > 0)
      memcpy (grown, edges->edges, sizeof (NkEdge) * edges->n);
    edges->edges = grown;
    edges->capacity = capacity;
  }
  edges->edges[edges->n++] = (NkEdge){ end, (float)cost, node };
}

/* The cheapest of each end, sorted by end and cost; of equals the first that was found, so that the first rule wins. */
static void
keep_best (NkEdges *edges)
{
  NkEdge best[NK_TOKENS_MAX + 2][NK_PARSE_BEST];
  guint8 counts[NK_TOKENS_MAX + 2] = { 0 };
  guint64 ends = 0; /* bits */
  guint n = 0;

  if (edges->n < 2)
    return;
  for (guint i = 0; i < edges->n; i++) {
    NkEdge edge = edges->edges[i];
    NkEdge *row = best[edge.end];
    guint k = counts[edge.end];

    if (k == NK_PARSE_BEST && row[k - 1].cost <= edge.cost)
      continue;
    k = MIN (k, NK_PARSE_BEST - 1u);
    counts[edge.end] = (guint8)(k + 1);
    for (; k > 0 && row[k - 1].cost > edge.cost; k--)
      row[k] = row[k - 1];
    row[k] = edge;
    ends |= G_GUINT64_CONSTANT (1) << edge.end;
  }
  for (; ends != 0; ends &= ends - 1) {
    guint end = (guint)__builtin_ctzll (ends);

    for (guint k = 0; k < counts[end]; k++)
      edges->edges[n++] = best[end][k];
  }
  edges->n = n;
}

const NkEdges *
nk_chart_find (NkChart *chart, NkSymbol symbol, guint start, NkContext context)
{
  static const NkEdges none = { NULL, 0, 0 };
  guint64 key = key_of (chart, symbol, start, &context);
  Slot *slot = memo_slot (chart, key);
  guint capacity = chart->memo->capacity;
  NkEdges edges = none;

  if (slot->key != 0)
    return slot->edges;
  chart->n_steps++;
  if (start >= chart->tokens->n || chart->n_steps > NK_PARSE_MAX_STEPS || chart->n_edges > NK_PARSE_MAX_EDGES)
    return &none;
  *slot = (Slot){ key, (NkEdges *)&none }; /* what asks for itself on the way finds nothing */
  chart->memo->n++;
  rules[symbol].apply (chart, start, context, &edges);
  keep_best (&edges);
  if (edges.n == 0)
    return &none;
  if (chart->memo->capacity != capacity) /* it was moved */
    slot = find_slot (chart->memo->slots, chart->memo->capacity, key);
  slot->edges = nk_arena_copy (chart->arena, &edges, sizeof edges);
  return slot->edges;
}

NkNode *
nk_chart_node (NkChart *chart, NkNodeKind kind, guint start, guint end)
{
  NkNode *node = nk_arena_new0 (chart->arena, NkNode);

  node->kind = kind;
  node->start = (guint16)start;
  node->end = (guint16)end;
  return node;
}

NkNode *
nk_chart_copy (NkChart *chart, const NkNode *node)
{
  return nk_arena_copy (chart->arena, node, sizeof *node);
}

const NkNode *
nk_chart_list (NkChart *chart, const NkNode *item, const NkNode *next)
{
  NkNode *list = nk_chart_node (chart, NK_NODE_LIST, item->start, next != NULL ? next->end : item->end);

  list->item = item;
  list->next = next;
  return list;
}

const NkNode *
nk_chart_append (NkChart *chart, const NkNode *list, const NkNode *item)
{
  return list == NULL ? nk_chart_list (chart, item, NULL) : nk_chart_list (chart, list->item, nk_chart_append (chart, list->next, item));
}

double
nk_chart_affinity (const NkChart *chart, const char *preposition, const NkNode *node, const NkToken *noun, const NkLexiconVerb *verb)
{
  static const char *const topics[] = { "about", "regarding", "concerning", NULL };
  NkJoint joint = { verb != NULL,
                    verb != NULL   ? verb->lemma
                    : noun != NULL ? noun->lemma
                                   : NULL,
                    noun != NULL ? noun->class : NK_CLASS_NONE,
                    node != NULL ? node->object_kind : NK_OBJECT_INFINITIVE,
                    NULL,
                    NK_CLASS_NONE };
  const NkToken *object = node != NULL && node->object != NULL ? nk_node_head (node->object) : NULL;
  gboolean is_specific = FALSE;

  if (object != NULL && verb != NULL && g_str_equal (preposition, "in")) { /* in a secure manner */
    joint.object = object->lemma;
    joint.object_class = object->class;
  }
  if (nk_lexicon_word_join (node != NULL ? node->token->entry : nk_lexicon_word (chart->lexicon, preposition), &joint, &is_specific)
      == NULL)
    return node != NULL ? 0.5 : 0; /* there is no way to say it */
  /* `advice to operators about X`: no operator is about something */
  if (noun != NULL && noun->class == NK_CLASS_PEOPLE && nk_word_in (topics, preposition))
    return 0.4;
  if (!is_specific)
    return 0;
  return verb != NULL ? -0.2 : -0.15;
}

gboolean
nk_chart_contains (const NkChart *chart, guint place)
{
  static const char *const lemmas[]
      = { "encompass", "comprise", "contain", "cover", "consist", "span", "involve", "concern", "exist", "reside", NULL };
  const NkLexiconVerb *verb = nk_chart_verb (chart, place, NK_FORM_ING);

  return verb != NULL && nk_word_in (lemmas, verb->lemma);
}

gboolean
nk_chart_is_passive (const NkNode *phrases)
{
  return phrases->item->next == NULL && phrases->item->item->is_passive;
}

static NkParse
parse (const NkLexicon *lexicon, const NkTokens *tokens, NkArena *arena, NkSymbol symbol)
{
  NkChart *chart = nk_arena_new0 (arena, NkChart);
  NkContext context = { NK_WANT_FINITE, NULL, FALSE, NULL };
  NkParse parse = { NULL, 0, NO_SECOND, 0, { NULL }, { 0 }, 0 };
  const NkEdges *edges;

  chart->lexicon = lexicon;
  chart->tokens = tokens;
  chart->arena = arena;
  chart->memo = nk_arena_take (arena, sizeof *chart->memo);
  chart->memo->capacity = tokens->n <= SMALL_TOKENS ? SMALL_CAPACITY : FIRST_CAPACITY;
  chart->memo->slots = nk_arena_take (arena, sizeof (Slot) * chart->memo->capacity);
  edges = nk_chart_find (chart, symbol, 0, context);
  for (guint i = 0; i < edges->n; i++) {
    if (edges->edges[i].end != tokens->n)
      continue;
    if (parse.node == NULL) {
      parse.node = edges->edges[i].node;
      parse.cost = edges->edges[i].cost;
    } else if (parse.n_others < NK_PARSE_BEST && edges->edges[i].cost - parse.cost <= NK_PARSE_NEAR) {
      parse.other_margins[parse.n_others] = edges->edges[i].cost - parse.cost;
      parse.others[parse.n_others++] = edges->edges[i].node;
      parse.margin = MIN (parse.margin, edges->edges[i].cost - parse.cost);
    }
  }
  parse.n_steps = chart->n_steps;
  return parse;
}

NkParse
nk_parse_sentence (const NkLexicon *lexicon, const NkTokens *tokens, NkArena *arena)
{
  return parse (lexicon, tokens, arena, NK_SYMBOL_CLAUSES);
}

NkParse
nk_parse_post (const NkLexicon *lexicon, const NkTokens *tokens, NkArena *arena)
{
  return parse (lexicon, tokens, arena, NK_SYMBOL_POST);
}

NkParse
nk_parse_noun (const NkLexicon *lexicon, const NkTokens *tokens, NkArena *arena)
{
  return parse (lexicon, tokens, arena, NK_SYMBOL_NOUN);
}
