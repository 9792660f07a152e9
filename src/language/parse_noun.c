/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Noun phrases: determiners, what stands before the head, brackets. */
#include "language/parse_private.h"

#include <string.h>

#define MAX_ITEMS 12u
#define MAX_DETERMINERS 3u

#define HEAD_TAGS (NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_NUMBER)

typedef struct {
  NkChart *chart;
  NkEdges *edges;
  guint start, first; /* of the phrase; of what follows the determiners */
  const NkToken *determiners[MAX_DETERMINERS];
  guint n_determiners;
} Base;

/* A phrase that is being read from left to right. */
typedef struct {
  guint place;
  double cost;
  const NkItem *items;
  guint n_items;
  gboolean has_and, has_open_comma;
} Partial;

static const NkItem *
new_item (NkChart *chart, NkItemKind kind, const NkToken *token, const NkItem *before)
{
  NkItem *item = nk_arena_new0 (chart->arena, NkItem);

  *item = (NkItem){ kind, token, NULL, before };
  return item;
}

/* A bracket is what stands before it. */
static const NkItem *
last_word (const NkItem *item)
{
  while (item != NULL && item->kind == NK_ITEM_BRACKET)
    item = item->before;
  return item;
}

static gboolean
is_head (const NkItem *item)
{
  return item != NULL && (item->kind == NK_ITEM_NOUN || item->kind == NK_ITEM_NAME || item->kind == NK_ITEM_NUMBER);
}

static gboolean
is_modifier (const NkItem *item)
{
  item = last_word (item);
  return item != NULL && (item->kind == NK_ITEM_ADJECTIVE || item->kind == NK_ITEM_PARTICIPLE);
}

static gboolean
is_affix (const NkChart *chart, guint place)
{
  static const char *const words[]
      = { "based", "specific", "aware", "enabled", "capable", "related", "compliant", "compatible", "independent", "oriented", NULL };

  return nk_word_in (words, chart->tokens->tokens[place].lower);
}

/* `two kinds of nodes, called leaders and followers`: not three things. */
static gboolean
tells_name (const NkChart *chart, guint place)
{
  static const char *const words[] = { "called", "named", "termed", "dubbed", NULL };

  return place > 0 && nk_chart_is (chart, place - 1, NK_TAG_COMMA) && nk_word_in (words, chart->tokens->tokens[place].lower);
}

/* `IANA assigned names`, `operator configured limits`: one that acts, or a name, before what is done and to what. */
static double
of_agent (const NkChart *chart, const NkItem *last, guint place)
{
  return !last->token->is_plural
                 && (last->kind == NK_ITEM_NAME || last->token->class == NK_CLASS_PEOPLE || last->token->class == NK_CLASS_SYSTEM)
                 && nk_chart_is (chart, place + 1, NK_TAG_NOUN) && !nk_chart_is (chart, place + 1, NK_TAG_PREPOSITION | NK_TAG_DETERMINER)
             ? 0.15
             : 0.5;
}

static void extend (Base *base, Partial partial);

static void
extend_with (Base *base, Partial partial, NkItemKind kind, double cost)
{
  const NkToken *token = &base->chart->tokens->tokens[partial.place];

  partial.items = new_item (base->chart, kind, token, partial.items);
  partial.n_items++;
  partial.place++;
  partial.cost += cost;
  extend (base, partial);
}

/* The phrase may end here. */
static void
finish (Base *base, Partial partial)
{
  NkChart *chart = base->chart;
  const NkItem *last = last_word (partial.items);
  const NkToken *head = last != NULL ? last->token : NULL;
  const NkToken *last_determiner = base->n_determiners > 0 ? base->determiners[base->n_determiners - 1] : NULL;
  NkNode *node;

  if (head == NULL)
    return; /* nothing but a bracket */
  node = nk_chart_node (chart, NK_NODE_NOUN, base->start, partial.place);
  memcpy (node->determiners, base->determiners, sizeof base->determiners);
  node->n_determiners = base->n_determiners;
  node->token = head;
  node->items = partial.items;
  node->n_items = partial.n_items;
  node->is_plural = head->is_plural || (last_determiner != NULL && last_determiner->is_plural);
  if (nk_chart_is (chart, partial.place, NK_TAG_BRACKET)) {
    NkNode *with = nk_chart_copy (chart, node);

    if (nk_chart_bracket_is_free (chart, partial.place)) /* it may be of a noun further left */
      nk_edges_add (chart, base->edges, partial.place, partial.cost, node);
    with->bracket = nk_chart_bracket (chart, partial.place);
    with->end = (guint16)(partial.place + 1);
    nk_edges_add (chart, base->edges, partial.place + 1,
                  partial.cost + (with->bracket == NULL ? 0.4 : nk_chart_bracket_cost (chart, partial.place, head)), with);
    if (with->bracket != NULL) {
      NkItem *item = (NkItem *)new_item (chart, NK_ITEM_BRACKET, &chart->tokens->tokens[partial.place], partial.items);
      Partial rest = partial;

      item->bracket = with->bracket;
      rest.items = item;
      rest.place++;
      rest.cost += 0.05 + nk_chart_bracket_cost (chart, partial.place, head);
      extend (base, rest); /* `Label Switched Path (LSP) ping` */
    } else if (nk_chart_is (chart, partial.place + 1, HEAD_TAGS)) {
      Partial rest = partial; /* `P2P (Peer-to-Peer) systems`: not said */

      rest.place++;
      rest.cost += 0.4;
      extend (base, rest);
    }
    return;
  }
  if (partial.items->kind == NK_ITEM_NUMBER && partial.n_items == 1 && base->n_determiners == 0)
    partial.cost += 0.15;
  nk_edges_add (chart, base->edges, partial.place, partial.cost, node);
  /* the packet itself */
  if (nk_chart_word (chart, partial.place, "itself") || nk_chart_word (chart, partial.place, "themselves")) {
    NkNode *self = nk_chart_copy (chart, node);

    self->and_token = &chart->tokens->tokens[partial.place];
    self->end++;
    nk_edges_add (chart, base->edges, partial.place + 1, partial.cost, self);
  }
  if (nk_chart_is (chart, partial.place, NK_TAG_POSSESSIVE))
    extend_with (base, partial, NK_ITEM_POSSESSIVE, 0);
}

/* `X and Y head`, `X, Y, and Z head`: what stands before the head is joined. */
static void
extend_with_and (Base *base, Partial partial)
{
  NkChart *chart = base->chart;
  const NkTokens *tokens = chart->tokens;
  guint place = partial.place, next = place + 1;
  gboolean is_comma = nk_chart_is (chart, place, NK_TAG_COMMA);
  const NkToken *joiner = &tokens->tokens[place], *following;
  gboolean are_adjectives = is_modifier (partial.items);
  const NkItem *last;
  double cost;

  if (is_comma && nk_chart_is (chart, next, NK_TAG_AND)) {
    joiner = &tokens->tokens[next];
    next++;
  } else if (!is_comma && !nk_chart_is (chart, place, NK_TAG_AND))
    return;
  if (next >= tokens->n || nk_chart_word (chart, place, "but"))
    return;
  following = &tokens->tokens[next];
  last = last_word (partial.items);
  if (is_modifier (partial.items) && ((following->tags & NK_TAG_ADJECTIVE) != 0 || nk_chart_verb (chart, next, NK_FORM_PARTICIPLE) != NULL))
    cost = 0.25;
  else if (is_modifier (partial.items) && (following->tags & NK_TAG_ADVERB) != 0
           && (nk_chart_is (chart, next + 1, NK_TAG_ADJECTIVE) || nk_chart_verb (chart, next + 1, NK_FORM_PARTICIPLE) != NULL))
    cost = 0.25; /* existing and widely deployed standards */
  else if (is_modifier (partial.items) && (following->tags & NK_TAG_NOUN) != 0 && strchr (following->text, '-') != NULL)
    cost = 0.35; /* low-latency, low-jitter delivery */
  else if (is_modifier (partial.items) && !is_comma && (following->tags & NK_TAG_NAME) != 0 && nk_chart_is (chart, next + 1, NK_TAG_NOUN))
    cost = 0.4; /* cellular and Wi-Fi networks */
  else if (partial.items->kind == NK_ITEM_ADJECTIVE && (!is_comma || (joiner->tags & NK_TAG_AND) != 0) && (following->tags & NK_TAG_NOUN) != 0 && !following->is_plural
           && nk_chart_is (chart, next + 1, NK_TAG_NOUN) && !nk_chart_is (chart, next + 1, NK_TAG_PREPOSITION | NK_TAG_DETERMINER))
    cost = 0.35; /* functional and performance requirements */
  else if (is_head (last) && (following->tags & (HEAD_TAGS | NK_TAG_ADJECTIVE)) != 0 && !partial.has_and
           && nk_chart_verb (chart, next, NK_FORM_ING) == NULL && (following->tags & NK_TAG_DETERMINER) == 0) {
    const NkToken *before = last->token;
    gboolean is_alike = ((before->tags & NK_TAG_NAME) != 0) == ((following->tags & NK_TAG_NAME) != 0)
                        && before->is_plural == following->is_plural
                        && (before->class == following->class || before->class == NK_CLASS_NONE || following->class == NK_CLASS_NONE
                            || (before->is_plural && !nk_chart_is (chart, next + 1, HEAD_TAGS)));

    cost = (following->tags & HEAD_TAGS) == 0 ? 0.4 : is_alike ? 0.12 : 0.3;
    /* `protocols and data models`: a plural is a head; what follows it is one too. */
    if (before->is_plural && (before->tags & NK_TAG_NOUN) != 0 && (!following->is_plural || nk_chart_is (chart, next + 1, HEAD_TAGS)))
      cost += 0.3;
    if (is_comma && !partial.has_open_comma)
      cost += (before->tags & following->tags & NK_TAG_NAME) != 0 ? 0.05 : 0.2;
    if (before->is_quoted && following->is_quoted) /* the identifiers "a", "b", and "c" */
      cost = 0;
    if (nk_chart_verb (chart, next, NK_FORM_S) != NULL && nk_chart_is (chart, next + 1, NK_TAG_NAME))
      cost += 0.6; /* complements RFC 1 and updates RFC 2 */
    if (nk_word_is (following->lower, "use") && nk_chart_is (chart, next + 1, NK_TAG_NAME))
      cost += 0.6; /* define hash values and use HMAC */
    if (g_str_has_prefix (before->text, "RFC ") && (following->tags & NK_TAG_NAME) == 0)
      cost += 0.4; /* the procedures of RFC 1 and guidelines in RFC 2 */
  } else
    return;
  if (nk_word_is (joiner->lower, "as well as") && !are_adjectives)
    cost += 0.15;
  partial.items = new_item (chart, (joiner->tags & NK_TAG_AND) != 0 ? NK_ITEM_AND : NK_ITEM_COMMA, joiner, partial.items);
  partial.n_items++;
  partial.place = next;
  partial.cost += cost;
  partial.has_open_comma = is_comma && (joiner->tags & NK_TAG_AND) == 0 && !are_adjectives; /* a simple, fast protocol */
  partial.has_and |= (joiner->tags & NK_TAG_AND) != 0 && is_head (partial.items->before);
  extend (base, partial);
}

/* `the use of caching resolvers` */
static gboolean
is_of_things (const NkChart *chart, guint place)
{
  return place > 1 && nk_chart_word (chart, place - 1, "of") && nk_chart_is_of_things (&chart->tokens->tokens[place - 2]);
}

/* A noun may as well be the verb. */
static double
noun_cost (const Base *base, Partial partial)
{
  const NkChart *chart = base->chart;
  guint place = partial.place;
  const NkItem *last = partial.items;
  const NkToken *token = &chart->tokens->tokens[place];
  gboolean after_head = is_head (last_word (last)), is_singular = nk_chart_verb (chart, place, NK_FORM_S) != NULL;
  double cost = token->is_unknown ? 0.9 : 0;

  if (is_head (last) && last->kind == NK_ITEM_NOUN && last->token->is_plural)
    cost += 0.5;
  if (is_singular && after_head)
    cost += 0.15;
  if (base->n_determiners > 0 && g_str_equal (base->determiners[0]->lower, "this") && partial.n_items == 1
      && last->token->class == NK_CLASS_DOCUMENT && is_singular)
    cost += 0.8; /* this document updates */
  if (place == base->start && place > 0 && nk_chart_is (chart, place - 1, NK_TAG_TO)
      && nk_chart_verb (chart, place, NK_FORM_BASE) != NULL)
    cost += 3;
  if (nk_chart_verb (chart, place, NK_FORM_ING) != NULL && place == base->start
      && nk_chart_is (chart, place + 1, HEAD_TAGS | NK_TAG_ADJECTIVE | NK_TAG_DETERMINER) && place > 0
      && nk_chart_is (chart, place - 1, NK_TAG_PREPOSITION))
    cost += 0.4;
  return cost;
}

/* `a capability advertising mechanism`: one mechanism without an article is not what is advertised. */
static gboolean
names_means (const Base *base, guint place)
{
  static const char *const means[] = { "mechanism", "algorithm", "method", "protocol", "scheme", "function", "technique", "procedure", "process", NULL };
  const NkChart *chart = base->chart;

  return base->n_determiners == 1 && place < chart->tokens->n && nk_word_in (means, chart->tokens->tokens[place].lower)
         && (nk_word_is (base->determiners[0]->lower, "a") || nk_word_is (base->determiners[0]->lower, "an"))
         && !nk_chart_is (chart, place + 1, HEAD_TAGS);
}

static void
extend (Base *base, Partial partial)
{
  NkChart *chart = base->chart;
  const NkItem *last = partial.items;
  guint place = partial.place;
  const NkToken *token;
  gboolean after_head = is_head (last_word (last));

  if (after_head && !partial.has_open_comma)
    finish (base, partial);
  if (place >= chart->tokens->n || partial.n_items >= MAX_ITEMS || chart->n_edges > NK_PARSE_MAX_EDGES)
    return;
  token = &chart->tokens->tokens[place];
  if ((token->tags & NK_TAG_NOUN) != 0)
    extend_with (base, partial, NK_ITEM_NOUN, noun_cost (base, partial));
  if ((token->tags & NK_TAG_NAME) != 0) {
    double cost = token->is_unknown ? 0.5 : 0;

    /* `updates RFC 6733`: a verb and its object. */
    if (partial.n_items == 1 && base->n_determiners == 0 && last->token->forms != NULL && last->token->forms->verb[NK_FORM_S] != NULL
        && last->token->is_plural)
      cost += 0.8;
    if (partial.n_items == 1 && base->n_determiners == 0 && nk_word_is (last->token->lower, "use"))
      cost += 0.6;
    /* `enables proxying TCP` */
    if (partial.n_items == 1 && base->n_determiners == 0 && last->kind == NK_ITEM_NOUN && last->token->forms != NULL
        && last->token->forms->verb[NK_FORM_ING] != NULL)
      cost += 0.5;
    extend_with (base, partial, NK_ITEM_NAME, cost);
  }
  if ((token->tags & NK_TAG_NUMBER) != 0)
    extend_with (base, partial, after_head ? NK_ITEM_NAME : NK_ITEM_NUMBER, 0);
  if ((token->tags & NK_TAG_NUMERAL) != 0 && !after_head)
    extend_with (base, partial, NK_ITEM_ADJECTIVE, 0);
  if ((token->tags & NK_TAG_ADJECTIVE) != 0 && !(after_head && strchr (token->lower, ' ') != NULL)) /* caches in transit networks */
    extend_with (base, partial, NK_ITEM_ADJECTIVE, (after_head ? 0.25 : 0) + ((token->tags & NK_TAG_NOUN) != 0 ? 0.05 : 0));
  if (nk_chart_verb (chart, place, NK_FORM_PARTICIPLE) != NULL && (token->tags & NK_TAG_ADJECTIVE) == 0)
    extend_with (base, partial, NK_ITEM_PARTICIPLE,
                 0.3 + (after_head ? of_agent (chart, last, place) : 0) + (tells_name (chart, place) ? 0.4 : 0));
  if (nk_chart_verb (chart, place, NK_FORM_ING) != NULL && (token->tags & (NK_TAG_NOUN | NK_TAG_ADJECTIVE)) == 0 && !after_head
      && (place > base->first || base->n_determiners > 0 || is_of_things (chart, place)))
    extend_with (base, partial, NK_ITEM_ING, is_of_things (chart, place) ? 0.2 : 0.5);
  /* `privacy preserving measurement`: an object before its verb. */
  if (nk_chart_verb (chart, place, NK_FORM_ING) != NULL && (token->tags & (NK_TAG_NOUN | NK_TAG_ADJECTIVE)) == 0 && is_head (last)
      && last->kind == NK_ITEM_NOUN && !last->token->is_plural
      && ((partial.n_items == 1 && base->n_determiners == 0) || names_means (base, place + 1)) && nk_chart_is (chart, place + 1, NK_TAG_NOUN))
    extend_with (base, partial, NK_ITEM_ING, 0.25);
  if ((token->tags & NK_TAG_ADVERB) != 0 && (token->tags & (NK_TAG_NOUN | NK_TAG_ADJECTIVE)) == 0 && !after_head
      && (nk_chart_is (chart, place + 1, NK_TAG_ADJECTIVE) || nk_chart_verb (chart, place + 1, NK_FORM_PARTICIPLE) != NULL))
    extend_with (base, partial, NK_ITEM_ADVERB, 0.1);
  /* `Encapsulating Security Payload (ESP) based mechanism` */
  if (after_head && is_affix (chart, place) && nk_chart_is (chart, place + 1, HEAD_TAGS | NK_TAG_ADJECTIVE))
    extend_with (base, partial, NK_ITEM_AFFIX, 0.05);
  if (after_head || is_modifier (last))
    extend_with_and (base, partial);
  if ((token->tags & NK_TAG_BRACKET) != 0 && is_modifier (last) && last->kind != NK_ITEM_BRACKET) {
    const NkNode *bracket = nk_chart_bracket (chart, place);

    /* `point-to-multipoint (P2MP) paths` */
    if (bracket != NULL) {
      NkItem *item = (NkItem *)new_item (chart, NK_ITEM_BRACKET, token, last);

      item->bracket = bracket;
      partial.items = item;
      partial.n_items++;
    } else
      partial.cost += 0.4;
    partial.place++;
    extend (base, partial);
  }
}

void
nk_rule_noun_base (NkChart *chart, guint start, NkContext context, NkEdges *edges)
{
  Base base = { chart, edges, start, start, { NULL }, 0 };
  Partial partial = { start, 0, NULL, 0, FALSE, FALSE };

  if (nk_chart_is (chart, start, NK_TAG_PRONOUN)) {
    static const char *const cheap[] = { "it", "they", "them", "we", "us", NULL };
    static const char *const plural[] = { "they", "them", "we", "us", "these", "those", "others", "themselves", NULL };
    const NkToken *token = &chart->tokens->tokens[start];
    NkNode *node = nk_chart_node (chart, NK_NODE_PRONOUN, start, start + 1);

    node->token = token;
    node->is_plural = nk_word_in (plural, token->lower);
    /* `those` and `that` are something only with what follows them. */
    nk_edges_add (chart, edges, start + 1,
                  nk_word_in (cheap, token->lower)                                            ? 0
                  : start > 0 && g_str_equal (token->lower, "others") && nk_chart_is (chart, start - 1, NK_TAG_AND) ? 0.1
                  : g_str_equal (token->lower, "that") || g_str_equal (token->lower, "those") ? 1.2
                                                                                              : 0.6,
                  node);
  }
  /* only the keys */
  if (nk_chart_word (chart, start, "only")) {
    const NkEdges *found = nk_chart_find (chart, NK_SYMBOL_NOUN_BASE, start + 1, context);

    for (guint i = 0; i < found->n; i++) {
      NkNode *only = nk_chart_copy (chart, found->edges[i].node);

      if (only->kind != NK_NODE_NOUN || only->and_token != NULL)
        continue;
      only->and_token = &chart->tokens->tokens[start];
      only->start = (guint16)start;
      nk_edges_add (chart, edges, found->edges[i].end, found->edges[i].cost + 0.1, only);
    }
  }
  extend (&base, partial);
  while (base.n_determiners < MAX_DETERMINERS && nk_chart_is (chart, partial.place, NK_TAG_DETERMINER)) {
    const NkToken *token = &chart->tokens->tokens[partial.place];

    if (nk_word_is (token->lower, "what") && nk_chart_is (chart, partial.place + 1, NK_TAG_DETERMINER))
      return; /* what the client does: a question */
    base.determiners[base.n_determiners++] = token;
    partial.cost += (token->tags & (NK_TAG_NO | NK_TAG_RELATIVE)) != 0 || g_str_has_prefix (token->lower, "how ")
                        ? 0.6
                        : 0; /* how many keys: a question */
    if (nk_word_is (token->lower, "that") && nk_chart_is (chart, partial.place + 1, NK_TAG_NAME))
      partial.cost += 1; /* concludes that RFC 1 is of no use: a clause */
    partial.place++;
    base.first = partial.place;
    extend (&base, partial);
  }
}
