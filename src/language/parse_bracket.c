/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Brackets behind a noun: what they hold, and which noun they are of. */
#include "language/parse_private.h"

#include <string.h>

#define MAX_LEFT 8u /* words that are looked at for an initial */

static const char *const naming[] = { "called", "named", "termed", "denoted", "dubbed", "abbreviated", NULL };

/* `(called grids)`, `(including major parts)`: a modifier and no noun. */
static gboolean
is_modifying (const NkTokens *inner)
{
  return nk_token_is_word (inner, 0, "including") || (inner->n > 1 && nk_word_in (naming, inner->tokens[0].lower));
}

/* `608 (Rejected)`: one word with a capital that is no noun is a name. NULL: it is none. */
static const NkNode *
read_name (NkChart *chart, const NkTokens *inner)
{
  NkToken *token;
  NkNode *node;
  NkItem *item;

  if (inner->n != 1 || !g_ascii_isupper (inner->tokens[0].text[0]))
    return NULL;
  token = nk_arena_new0 (chart->arena, NkToken);
  *token = inner->tokens[0];
  token->tags = NK_TAG_NAME;
  token->forms = NULL;
  token->japanese = token->text;
  item = nk_arena_new0 (chart->arena, NkItem);
  *item = (NkItem){ NK_ITEM_NAME, token, NULL, NULL };
  node = nk_chart_node (chart, NK_NODE_NOUN, 0, 1);
  node->token = token;
  node->items = item;
  node->n_items = 1;
  return node;
}

const NkNode *
nk_chart_bracket (NkChart *chart, guint place)
{
  if (!chart->bracket_is_read[place]) {
    chart->bracket_is_read[place] = TRUE;
    const NkToken *token = &chart->tokens->tokens[place];
    const NkNode *inner = (is_modifying (token->inner) ? nk_parse_post : nk_parse_noun) (chart->lexicon, token->inner, chart->arena).node;

    if (inner == NULL)
      inner = read_name (chart, token->inner);
    if (inner != NULL && (token->is_example || token->is_restated || token->is_other)) {
      NkNode *copy = nk_chart_copy (chart, inner);

      copy->is_example = token->is_example;
      copy->is_restated = token->is_restated;
      copy->is_other = token->is_other;
      inner = copy;
    }
    chart->brackets[place] = inner;
  }
  return chart->brackets[place];
}

static gboolean
starts_with (const NkToken *token, char letter)
{
  return g_ascii_tolower (*token->text) == letter;
}

/* TRUE if the capitals of `name` stand in the tokens from `at` in this order, the first where a token starts: `AS numbers (ASNs)`. */
static gboolean
is_spelled (const NkChart *chart, guint at, guint end, const char *name)
{
  if (!starts_with (&chart->tokens->tokens[at], g_ascii_tolower (*name)))
    return FALSE;
  for (const char *text = chart->tokens->tokens[at].text; at < end;) {
    while (*name != '\0' && !g_ascii_isupper (*name))
      name++;
    if (*name == '\0')
      return TRUE;
    while (*text != '\0' && g_ascii_toupper (*text) != *name)
      text++;
    if (*text != '\0') {
      text++;
      name++;
    } else if (++at < end)
      text = chart->tokens->tokens[at].text;
  }
  return *name == '\0';
}

/* `the transmission of Bundles over Ethernet links (BoE)`: no initial of the noun right before it, but one further left: what the whole is called. */
static gboolean
is_of_whole (const NkChart *chart, guint place)
{
  static const guint parts = NK_TAG_NOUN | NK_TAG_NAME | NK_TAG_ADJECTIVE | NK_TAG_DETERMINER | NK_TAG_NUMERAL;
  const NkTokens *inner = chart->tokens->tokens[place].inner;
  const NkToken *name = inner->tokens;
  guint at = place, n_capitals = 0;
  char letter;

  if (inner->n != 1 || (name->tags & NK_TAG_NAME) == 0 || name->is_quoted || strchr (name->text, ' ') != NULL)
    return FALSE;
  for (const char *c = name->text; *c != '\0'; c++)
    n_capitals += g_ascii_isupper (*c);
  if (n_capitals < 2)
    return FALSE;
  letter = g_ascii_tolower (*name->text);
  while (at > 0 && nk_chart_is (chart, at - 1, parts) && !nk_chart_is (chart, at - 1, NK_TAG_PREPOSITION))
    if (is_spelled (chart, --at, place, name->text))
      return FALSE;
  if (at == 0 || at == place || !nk_chart_is (chart, at - 1, NK_TAG_PREPOSITION))
    return FALSE;
  for (guint k = 1; k <= MAX_LEFT && k < at; k++) {
    const NkToken *token = &chart->tokens->tokens[at - 1 - k];

    if ((token->tags & (NK_TAG_NOUN | NK_TAG_NAME)) != 0 && starts_with (token, letter))
      return TRUE;
    if ((token->tags & (parts | NK_TAG_PREPOSITION | NK_TAG_BRACKET)) == 0)
      return FALSE;
  }
  return FALSE;
}

/* `a new bit in the lamp flags (the L bit)`: what is one of them, and not what they are. */
static gboolean
has_name_of_whole (const NkChart *chart, guint place)
{
  const NkTokens *inner = chart->tokens->tokens[place].inner;
  const char *lemma = inner->n > 1 && nk_token_is_word (inner, 0, "the") ? inner->tokens[inner->n - 1].lemma : NULL;

  if (lemma == NULL || (inner->tokens[inner->n - 1].tags & NK_TAG_NOUN) == 0 || inner->tokens[inner->n - 1].is_plural
      || nk_word_is (chart->tokens->tokens[place - 1].lemma, lemma))
    return FALSE;
  for (guint k = 2; k <= MAX_LEFT && k <= place; k++)
    if (nk_word_is (chart->tokens->tokens[place - k].lemma, lemma))
      return nk_chart_is (chart, place - k + 1, NK_TAG_PREPOSITION);
  return FALSE;
}

gboolean
nk_chart_bracket_is_free (const NkChart *chart, guint place)
{
  return is_modifying (chart->tokens->tokens[place].inner) || is_of_whole (chart, place) || has_name_of_whole (chart, place);
}

double
nk_chart_bracket_cost (const NkChart *chart, guint place, const NkToken *head)
{
  const NkTokens *inner = chart->tokens->tokens[place].inner;

  if (is_of_whole (chart, place) || has_name_of_whole (chart, place))
    return 0.4;
  if (!nk_token_is_word (inner, 0, "called") && !nk_token_is_word (inner, 0, "named") && !nk_token_is_word (inner, 0, "termed"))
    return 0;
  return (head->tags & NK_TAG_NAME) != 0
                 || (head->is_plural && !inner->tokens[inner->n - 1].is_plural && !inner->tokens[inner->n - 1].is_quoted)
             ? 0.4
             : 0;
}

double
nk_chart_bracket_distance (const NkChart *chart, guint place, guint start, guint end)
{
  gboolean is_within = start > 0 && nk_chart_is (chart, start - 1, NK_TAG_PREPOSITION), has_initial = FALSE;
  char letter;

  if (!is_of_whole (chart, place))
    return 0.25 + (is_within ? 0.05 : 0);
  letter = g_ascii_tolower (*chart->tokens->tokens[place].inner->tokens[0].text);
  for (guint i = start; i < end; i++)
    has_initial |= starts_with (&chart->tokens->tokens[i], letter);
  return (has_initial ? 0.15 : 0.25) + (is_within ? 0.2 : 0);
}
