/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* What one word can be. */
#include "language/token_private.h"

#define MAX_WORD_BYTES 200u

/* The words of the grammar itself: no table says them, because the parser is about them. Sorted. */
typedef struct {
  const char *word;
  guint tags;
} ClosedWord;

static const ClosedWord closed_words[] = {
  { "&", NK_TAG_AND },
  { "am", NK_TAG_BE },
  { "and", NK_TAG_AND },
  { "and/or", NK_TAG_AND },
  { "another", NK_TAG_PRONOUN },
  { "are", NK_TAG_BE },
  { "as well as", NK_TAG_AND },
  { "be", NK_TAG_BE },
  { "been", NK_TAG_BE },
  { "being", NK_TAG_BE },
  { "but", NK_TAG_AND },
  { "can", NK_TAG_AUXILIARY },
  { "cannot", NK_TAG_AUXILIARY },
  { "could", NK_TAG_AUXILIARY },
  { "did", NK_TAG_DO },
  { "do", NK_TAG_DO },
  { "does", NK_TAG_DO },
  { "e.g.", NK_TAG_SUCH },
  { "each", NK_TAG_PRONOUN },
  { "had", NK_TAG_HAVE },
  { "has", NK_TAG_HAVE },
  { "have", NK_TAG_HAVE },
  { "having", NK_TAG_HAVE },
  { "how", NK_TAG_QUESTION },
  { "in order to", NK_TAG_TO },
  { "including", NK_TAG_SUCH },
  { "is", NK_TAG_BE },
  { "it", NK_TAG_PRONOUN },
  { "itself", NK_TAG_PRONOUN },
  { "may", NK_TAG_AUXILIARY },
  { "might", NK_TAG_AUXILIARY },
  { "must", NK_TAG_AUXILIARY },
  { "neither", NK_TAG_NO },
  { "no", NK_TAG_NO | NK_TAG_DETERMINER },
  { "nor", NK_TAG_NO },
  { "not", NK_TAG_NOT },
  { "nothing", NK_TAG_NO }, /* `Nothing is known`: no name */
  { "one", NK_TAG_PRONOUN },
  { "or", NK_TAG_AND },
  { "others", NK_TAG_PRONOUN },
  { "shall", NK_TAG_AUXILIARY },
  { "should", NK_TAG_AUXILIARY },
  { "so as to", NK_TAG_TO },
  { "such as", NK_TAG_SUCH },
  { "that", NK_TAG_RELATIVE | NK_TAG_PRONOUN },
  { "them", NK_TAG_PRONOUN },
  { "themselves", NK_TAG_PRONOUN },
  { "there", NK_TAG_THERE },
  { "these", NK_TAG_PRONOUN },
  { "they", NK_TAG_PRONOUN },
  { "this", NK_TAG_PRONOUN },
  { "those", NK_TAG_PRONOUN },
  { "to", NK_TAG_TO },
  { "us", NK_TAG_PRONOUN },
  { "was", NK_TAG_BE },
  { "we", NK_TAG_PRONOUN },
  { "were", NK_TAG_BE },
  { "what", NK_TAG_QUESTION },
  { "when", NK_TAG_QUESTION },
  { "where", NK_TAG_RELATIVE | NK_TAG_QUESTION },
  { "whereby", NK_TAG_RELATIVE },
  { "whether", NK_TAG_QUESTION },
  { "which", NK_TAG_RELATIVE },
  { "who", NK_TAG_RELATIVE },
  { "whose", NK_TAG_RELATIVE },
  { "why", NK_TAG_QUESTION },
  { "will", NK_TAG_AUXILIARY },
  { "would", NK_TAG_AUXILIARY },
};

static guint
closed_tags (const char *lower)
{
  gsize first = 0, end = G_N_ELEMENTS (closed_words);

  while (first < end) {
    gsize middle = (first + end) / 2;
    int order = lower[0] - closed_words[middle].word[0];

    if (order == 0)
      order = strcmp (lower, closed_words[middle].word);
    if (order == 0)
      return closed_words[middle].tags;
    if (order < 0)
      end = middle;
    else
      first = middle + 1;
  }
  return 0;
}

gboolean
nk_token_is_closed (const char *lower)
{
  return closed_tags (lower) != 0;
}

const char *
nk_lower (NkArena *arena, const char *word)
{
  char *lower = nk_arena_text (arena, word, strlen (word));

  for (char *c = lower; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  return lower;
}

gboolean
nk_has_inner_capital (const char *word)
{
  gboolean has_letter = FALSE;

  for (const char *c = word; *c != '\0'; c++) {
    if ((c > word && g_ascii_isupper (*c) && c[-1] != '-') || g_ascii_isdigit (*c) || *c == '_')
      return TRUE;
    has_letter |= g_ascii_isalpha (*c);
  }
  return !has_letter || (g_ascii_isupper (word[0]) && word[1] == '\0' && word[0] != 'A');
}

gboolean
nk_token_is_abbreviation (const char *word)
{
  guint capitals = 0;

  for (const char *c = word; *c != '\0'; c++) {
    gboolean is_allowed = (*c == 's' && c[1] == '\0') || (*c == 'v' && g_ascii_isdigit (c[1]));

    if (g_ascii_islower (*c) && !is_allowed)
      return FALSE;
    capitals += g_ascii_isupper (*c);
  }
  return capitals >= 2;
}

static guint
tags_of_term (const NkTerm *term)
{
  static const guint tags[NK_N_TERM_KINDS] = {
    [NK_TERM_NOUN] = NK_TAG_NOUN,
    [NK_TERM_ADJECTIVE] = NK_TAG_ADJECTIVE,
    [NK_TERM_ADVERB] = NK_TAG_ADVERB,
    [NK_TERM_CONNECTIVE] = NK_TAG_CONNECTIVE,
    [NK_TERM_DETERMINER] = NK_TAG_DETERMINER,
    [NK_TERM_NUMBER] = NK_TAG_NUMERAL,
  };

  return tags[term->kind];
}

static void
add_terms (NkToken *token, const NkTerm *term)
{
  for (; term != NULL; term = term->next) {
    if (token->terms[term->kind] != NULL)
      continue;
    token->terms[term->kind] = term;
    token->tags |= tags_of_term (term);
    if (term->kind == NK_TERM_NOUN)
      token->class = term->class;
    if (term->kind == NK_TERM_DETERMINER)
      token->is_plural = term->is_plural;
  }
}

void
nk_token_look_up (const NkLexicon *lexicon, NkToken *token)
{
  const NkTerm *plural;

  token->tags |= closed_tags (token->lower);
  if (token->entry != NULL)
    add_terms (token, token->entry->terms);
  plural = token->terms[NK_TERM_NOUN] == NULL ? nk_lexicon_plural (lexicon, token->lower) : NULL;
  if (plural != NULL) {
    token->terms[NK_TERM_NOUN] = plural;
    token->tags |= NK_TAG_NOUN;
    token->class = plural->class;
    token->lemma = plural->english;
    token->is_plural = TRUE;
  }
  if (token->entry == NULL)
    return;
  if ((token->tags & (NK_TAG_BE | NK_TAG_HAVE | NK_TAG_DO | NK_TAG_AUXILIARY)) == 0)
    token->forms = token->entry->forms;
  if ((token->tags & NK_TAG_SUCH) == 0) {
    if (nk_lexicon_word_joins (token->entry, NK_OBJECT_NOUN) || nk_lexicon_word_joins (token->entry, NK_OBJECT_GERUND))
      token->tags |= NK_TAG_PREPOSITION;
    if (nk_lexicon_word_joins (token->entry, NK_OBJECT_CLAUSE) || nk_lexicon_word_joins (token->entry, NK_OBJECT_PARTICIPLE))
      token->tags |= NK_TAG_CONJUNCTION;
  }
}

/* `application/pkcs8-encrypted`, `text/csv`: a name, whatever words it is made of. */
static gboolean
is_media_type (const char *text)
{
  static const char *const types[]
      = { "application/", "audio/", "font/", "haptics/", "image/", "message/", "model/", "text/", "multipart/", "video/", NULL };

  for (guint i = 0; types[i] != NULL; i++)
    if (nk_word_starts (text, types[i])) {
      const char *subtype = text + strlen (types[i]);

      for (guint k = 0; types[k] != NULL; k++) /* audio/video */
        if (strncmp (subtype, types[k], strlen (types[k]) - 1) == 0)
          return FALSE;
      return *subtype != '\0';
    }
  return FALSE;
}

gboolean
nk_token_is_number (const char *word)
{
  gboolean has_digit = FALSE;

  for (const char *c = word; *c != '\0'; c++) {
    if (!g_ascii_isdigit (*c) && *c != '.' && *c != '%' && *c != ',')
      return FALSE;
    has_digit |= g_ascii_isdigit (*c);
  }
  return has_digit;
}

/* `inter-AS links`, `per-VRF labels` */
static gboolean
is_relative_of_name (const char *text)
{
  static const char *const prefixes[] = { "inter-", "intra-", "per-", "multi-" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (text, prefixes[i]))
      return g_ascii_isupper (text[strlen (prefixes[i])]) && !g_ascii_islower (text[strlen (prefixes[i]) + 1])
             && strchr (text + strlen (prefixes[i]), '-') == NULL; /* `inter-Lamp Router protocol` is one of a name */
  return FALSE;
}

/* IPsec, Unicode: no word that has its capital from where it stands. */
static gboolean
is_proper (const NkLexicon *lexicon, NkArena *arena, const char *word)
{
  return nk_has_inner_capital (word)
         || (g_ascii_isupper (word[0]) && strchr (word, '-') == NULL && nk_lexicon_word (lexicon, nk_lower (arena, word)) == NULL);
}

static void
classify_name (const NkLexicon *lexicon, NkArena *arena, NkToken *token)
{
  gsize length = strlen (token->text);

  const char *hyphen = strrchr (token->text, '-');

  /* `TLS-based clients`, `IPsec-specific`, but `Domain-based Message Authentication` is a name. */
  if (hyphen != NULL && g_ascii_islower (hyphen[1])
      && (hyphen - token->text < 2 || is_proper (lexicon, arena, nk_arena_text (arena, token->text, (gsize)(hyphen - token->text)))
          || !g_ascii_islower (hyphen[-1]) || !g_ascii_isupper (token->text[0])
          || g_str_has_prefix (token->text, "Internet-") || g_str_has_prefix (token->text, "Web-"))
      && nk_token_classify_hyphenated (lexicon, arena, token) && (token->tags & NK_TAG_ADJECTIVE) != 0)
    return;
  if (is_relative_of_name (token->text) && nk_token_classify_hyphenated (lexicon, arena, token))
    return;
  token->tags = NK_TAG_NAME;
  token->japanese = token->text;
  /* LSPs, IDs, ASes: Japanese has no plural. */
  if (length >= 4 && g_str_has_suffix (token->text, "es") && g_ascii_isupper (token->text[0])
      && strchr ("SXZ", token->text[length - 3]) != NULL) {
    token->japanese = nk_arena_text (arena, token->text, length - 2);
    token->is_plural = TRUE;
  } else if (length >= 3 && token->text[length - 1] == 's'
             && (g_ascii_isupper (token->text[length - 2]) || g_ascii_isdigit (token->text[length - 2]))
             && (!g_ascii_islower (token->text[0]) || hyphen != NULL)) { /* sub-TLVs */
    token->japanese = nk_arena_text (arena, token->text, length - 1);
    token->is_plural = TRUE;
  }
}

/* `MPLS-Based`, in a title, where every word has a capital: as `MPLS-based`. FALSE: it is none of that. */
static gboolean
classify_titled_affix (const NkLexicon *lexicon, NkArena *arena, NkToken *token)
{
  const char *hyphen = strrchr (token->text, '-'), *text = token->text;

  if (hyphen == NULL || !g_ascii_isupper (hyphen[1]) || !g_ascii_islower (hyphen[2])
      || nk_lexicon_affix (lexicon, nk_lower (arena, hyphen)) == NULL)
    return FALSE;
  token->text = nk_arena_join (arena, nk_arena_text (arena, text, (gsize)(hyphen - text)), nk_lower (arena, hyphen));
  if (nk_token_classify_hyphenated (lexicon, arena, token) && (token->tags & NK_TAG_ADJECTIVE) != 0)
    return TRUE;
  token->text = text;
  token->tags = 0;
  return FALSE;
}

/* `inter-Lamp Router connections`: the words behind the prefix are a name, and it is of them all. */
static gboolean
is_prefixed_name (const char *text)
{
  static const char *const prefixes[] = { "inter-", "intra-" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (nk_word_starts (text, prefixes[i]))
      return g_ascii_isupper (text[strlen (prefixes[i])]) && g_ascii_islower (text[strlen (prefixes[i]) + 1]);
  return FALSE;
}

void
nk_token_classify (const NkLexicon *lexicon, NkArena *arena, NkToken *token, gboolean may_fold, gboolean in_title)
{
  const char *text = token->text;
  gboolean has_capital = g_ascii_isupper (text[0]), has_inner = nk_has_inner_capital (text);

  if (nk_token_is_number (text)) {
    token->tags = NK_TAG_NUMBER;
    token->japanese = text;
    return;
  }
  if (is_media_type (text)) {
    token->tags = NK_TAG_NAME;
    token->japanese = text;
    return;
  }
  if (g_str_equal (text, "e.g.")) {
    nk_token_look_up (lexicon, token);
    return;
  }
  if (!has_inner && (!has_capital || may_fold || g_str_equal (text, "Internet") || g_str_equal (text, "Web"))) {
    nk_token_look_up (lexicon, token);
    if (token->tags != 0 || token->forms != NULL)
      return;
  }
  if (in_title && has_inner && classify_titled_affix (lexicon, arena, token))
    return;
  if (g_ascii_strncasecmp (text, "non-", strlen ("non-")) == 0 && g_ascii_isupper (text[strlen ("non-")]) && strchr (text + strlen ("non-"), '-') == NULL) {
    token->tags = NK_TAG_NAME; /* non-TCP: 非TCP */
    token->japanese = nk_arena_join (arena, "非", text + strlen ("non-"));
    return;
  }
  if (may_fold && !in_title && has_capital && !has_inner && strchr (text, '-') != NULL) { /* Signature-based methods are … */
    token->text = token->lower;
    if (nk_token_classify_hyphenated (lexicon, arena, token))
      return;
    token->text = text;
  }
  if (has_inner || has_capital || is_prefixed_name (text) || g_str_has_prefix (text, "draft-") || strpbrk (text, "_@:=$<>.*#+") != NULL || strlen (text) > MAX_WORD_BYTES) {
    classify_name (lexicon, arena, token);
    if (in_title && has_capital && !has_inner && (token->tags & NK_TAG_NAME) != 0)
      token->is_unknown = g_ascii_islower (text[strlen (text) - 1]);
    return;
  }
  if (nk_token_classify_hyphenated (lexicon, arena, token) || nk_token_classify_slashed (lexicon, arena, token))
    return;
  if (strchr (text, '/') != NULL) {
    classify_name (lexicon, arena, token); /* text/csv */
    return;
  }
  token->is_unknown = TRUE;
  token->tags = NK_TAG_NOUN;
  token->is_plural = g_str_has_suffix (text, "s");
  token->japanese = nk_token_quoted (arena, text);
}

/* `Controlling Multiple Streams`, `United States`: as they are called, however many they are. */
static gboolean
is_always_plural (const char *lemma)
{
  static const char *const words[] = { "service",     "extension",     "system", "standard",  "stream",     "state",       "sheet", "right",
                                       "operation",   "consideration", "metric", "statistic", "thing",      "measurement", "step",  "list",
                                       "requirement", "guideline",     "number", "platform",  "laboratory", "parameter",   "practice",
                                       "procedure",   "communication", NULL };

  return nk_word_in (words, lemma);
}

/* The last word of `name`, or what stands behind its last hyphen: Drafts of `Internet-Drafts`. */
static const NkTerm *
common_end (const NkLexicon *lexicon, NkArena *arena, const char *last, const char **ret_end)
{
  const char *hyphen = strrchr (last, '-');

  *ret_end = hyphen != NULL && g_ascii_isupper (hyphen[1]) ? hyphen + 1 : last;
  return nk_lexicon_plural (lexicon, nk_lower (arena, *ret_end));
}

/* Policies: Policy. What is one word, with no name beside it, is a common noun that has a capital: Verifiers.
 * `is_counted`: its abbreviation has an s too. */
static const char *
singular_name (const NkLexicon *lexicon, NkArena *arena, const char *name, gboolean is_counted, gboolean is_part)
{
  static const char *const parts[] = { " of ", " for ", " to ", " in ", " over ", " and ", " with " };
  gsize length = strlen (name), kept;
  const char *last = strrchr (name, ' '), *end;
  const NkTerm *term;

  last = last != NULL ? last + 1 : name;
  if (length < 4 || name[length - 1] != 's' || !g_ascii_islower (name[length - 2]) || !g_ascii_isupper (last[0]))
    return name;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) /* Keying and Authentication for Routing Protocols */
    if (strstr (name, parts[i]) != NULL)
      return name;
  term = common_end (lexicon, arena, last, &end);
  if (term == NULL || (!is_counted && is_always_plural (term->english) && !(last == name && !is_part)))
    return name;
  kept = strlen (term->english);
  if (g_str_has_suffix (name, "ies") && g_str_has_suffix (term->english, "y") && kept + 2 == strlen (end))
    return nk_arena_join (arena, nk_arena_text (arena, name, length - 3), "y");
  if (kept + 1 != strlen (end) && !(kept + 2 == strlen (end) && g_str_has_suffix (name, "es") && strchr ("sxzh", name[length - 3]) != NULL))
    return name;
  return nk_arena_text (arena, name, length - (strlen (end) - kept));
}

/* `Internet Standard`, `Internet X.509 Public Key Infrastructure`: the first word of a name stays with it. */
static void
keep_internet (NkTokens *tokens)
{
  for (guint i = 0; i + 1 < tokens->n; i++) {
    NkToken *token = &tokens->tokens[i];
    const char *next = token[1].text;

    if (g_str_equal (token->text, "Internet") && token[1].tags == NK_TAG_NAME && token[1].japanese == next && g_ascii_isupper (*next)
        && (g_ascii_islower (next[1]) || next[1] == '.') && strncmp (next, "Internet", strlen ("Internet")) != 0)
      token->japanese = token->text;
  }
}

/* `the lamp-state element`: two nouns with a hyphen before what has a name are its name, and no words to translate. */
static void
keep_element_names (const NkLexicon *lexicon, NkTokens *tokens, NkArena *arena)
{
  static const char *const named[] = { "element", "attribute", "parameter", "field", "property", "leaf", "claim", "container", "directive", NULL };
  static const char *const structural[] = { "element", "leaf", "claim", "container", NULL }; /* which no link-state or public-key has */

  for (guint i = 1; i + 1 < tokens->n; i++) {
    NkToken *token = &tokens->tokens[i];
    const char *hyphen = strchr (token->lower, '-');

    if (hyphen == NULL || (token->tags != NK_TAG_NOUN && !g_str_has_suffix (token->lower, "-node")) || token->is_unknown || !g_str_equal (token->text, token->lower)
        || (token->entry != NULL && token->entry->terms != NULL)
        || !nk_word_in (token->japanese != NULL ? named : structural, token[1].lemma)
        || nk_lexicon_affix (lexicon, nk_arena_text (arena, token->lower, (gsize)(hyphen - token->lower) + 1)) != NULL)
      continue;
    token->tags = NK_TAG_NAME;
    token->japanese = nk_token_quoted (arena, token->text);
  }
}

void
nk_tokens_make_singular (const NkLexicon *lexicon, NkTokens *tokens, NkArena *arena)
{
  keep_internet (tokens);
  keep_element_names (lexicon, tokens, arena);
  for (guint i = 0; i < tokens->n; i++) {
    NkToken *token = &tokens->tokens[i];
    gboolean is_last = i + 1 == tokens->n, is_part = i > 0 && ((token[-1].tags & NK_TAG_NAME) != 0 || nk_word_is (token[-1].lower, "of"));
    gboolean has_bracket = !is_last && (token[1].tags & NK_TAG_BRACKET) != 0,
             is_abbreviated = has_bracket && g_str_has_suffix (token[1].text, "s");
    guint next = i + 1 + has_bracket;
    gboolean is_modifier = next < tokens->n && !is_abbreviated
                           && (tokens->tokens[next].forms == NULL || g_ascii_isupper (tokens->tokens[next].text[0]))
                           && (tokens->tokens[next].tags & (NK_TAG_NOUN | NK_TAG_NAME)) != 0;

    if (!is_last && (token[1].tags & NK_TAG_COLON) != 0 && strchr (token->text, '-') != NULL)
      continue; /* `Authentication-Results:`, a header field */
    if (token->tags == NK_TAG_NAME && token->japanese == token->text && !is_modifier && (!has_bracket || is_abbreviated)) {
      token->japanese = singular_name (lexicon, arena, token->text, is_abbreviated, is_part);
      token->is_plural |= token->japanese != token->text;
    }
  }
}
