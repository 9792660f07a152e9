/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/template_names.c - the names that a template may use, scope by scope, and the check of a template against them. nikkan-templates(5) describes each. */
#include "edition/template_private.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *inner; /* (nullable) the scope that {{#name}} opens */
} Name;

typedef struct {
  const char *scope;
  const Name *names; /* ended by a NULL name */
} NameScope;

static const Name edition_names[] = {
  { "day", NULL },
  { "language", NULL },
  { "title", NULL },
  { "greeting", NULL },
  { "description", NULL },
  { "state", NULL },
  { "state_text", NULL },
  { "is_complete", NULL },
  { "is_quiet", NULL },
  { "is_incomplete", NULL },
  { "basis", NULL },
  { "basis_text", NULL },
  { "missing", NULL },
  { "part", NULL },
  { "parts", NULL },
  { "is_part", NULL },
  { "part_text", NULL },
  { "counts", "counts" },
  { "part_counts", "counts" },
  { "archives", "link" },
  { "calendar_text", NULL },
  { "earlier_text", NULL },
  { "days_before_text", NULL },
  { "days_before", "day_count" },
  { "highlights", "highlight" },
  { "internet_drafts", "document" },
  { "rfcs", "document" },
  { "others", "other" },
  { "areas", "area" },
  { "note", NULL },
  { "ledger", "ledger" },
  { "ledger_text", NULL },
  { "summaries_text", NULL },
  { NULL, NULL },
};

static const Name count_names[] = { { "internet_drafts", NULL }, { "rfcs", NULL }, { "others", NULL }, { NULL, NULL } };

static const Name link_names[] = { { "label", NULL }, { "url", NULL }, { NULL, NULL } };

static const Name day_count_names[] = {
  { "day", NULL }, { "internet_drafts", NULL }, { "rfcs", NULL }, { "others", NULL }, { NULL, NULL },
};

static const Name highlight_names[] = {
  { "topic", NULL },
  { "title", NULL },
  { "text", NULL },
  { "documents", NULL },
  { "short_names", NULL },
  { "groups", NULL },
  { "counts", "highlight_counts" },
  { "baseline", "baseline" },
  { NULL, NULL },
};

static const Name highlight_count_names[] = {
  { "documents", NULL }, { "new", NULL }, { "adopted", NULL }, { "revised", NULL }, { NULL, NULL },
};

static const Name baseline_names[] = {
  { "first", NULL }, { "last", NULL }, { "documents", NULL }, { "with_topic", NULL }, { "lift", NULL }, { NULL, NULL },
};

static const Name document_names[] = {
  { "name", NULL },        { "revision", NULL },     { "number", NULL },
  { "document", NULL },    { "anchor", NULL },       { "title", NULL },
  { "authors", NULL },     { "authors_text", NULL }, { "group", "group" },
  { "group_text", NULL },  { "area_text", NULL },    { "stream", NULL },
  { "stream_text", NULL }, { "standing", NULL },     { "standing_text", NULL },
  { "change", NULL },      { "change_text", NULL },  { "previous_revision", NULL },
  { "changed", NULL },     { "changed_text", NULL }, { "pages", NULL },
  { "pages_text", NULL },  { "announced", NULL },    { "announced_time", NULL },
  { "abstract", NULL },    { "summary", "summary" }, { "urls", "urls" },
  { "message_ids", NULL }, { "status", NULL },       { "date", NULL },
  { "subseries", "link" }, { "obsoletes", "link" },  { "updates", "link" },
  { "draft", NULL },       { "doi", NULL },          { "kind_label", NULL },
  { NULL, NULL },
};

static const Name group_names[] = { { "acronym", NULL }, { "name", NULL }, { "kind", NULL }, { "area", NULL }, { NULL, NULL } };

static const Name summary_names[] = {
  { "text", NULL },  { "engine", NULL },    { "confidence", NULL }, { "quoted", NULL }, { "sources", NULL },
  { "level", NULL }, { "own_words", NULL }, { "quote", NULL },      { NULL, NULL },
};

static const Name url_names[] = {
  { "datatracker", NULL }, { "html", NULL }, { "diff", NULL },    { "info", NULL },
  { "draft", NULL },       { "doi", NULL },  { "archive", NULL }, { NULL, NULL },
};

static const Name other_names[] = {
  { "kind", NULL },           { "kind_text", NULL }, { "subject", NULL },   { "title", NULL },       { "documents", NULL },
  { "documents_text", NULL }, { "ends", NULL },      { "url", NULL },       { "action", NULL },      { "action_text", NULL },
  { "level", NULL },          { "group", "group" },  { "announced", NULL }, { "message_ids", NULL }, { NULL, NULL },
};

static const Name area_names[] = { { "label", NULL }, { "documents", "area_document" }, { NULL, NULL } };

static const Name area_document_names[] = { { "document", NULL }, { "anchor", NULL }, { NULL, NULL } };

static const Name ledger_names[] = {
  { "messages", NULL },     { "counted", NULL },    { "duplicates", NULL }, { "other_days", NULL }, { "other_kinds", NULL },
  { "unrecognised", NULL }, { "unreadable", NULL }, { "repaired", NULL },   { NULL, NULL },
};

/* Values of the words, where they are not those of a thing above. */
static const Name word_edition_names[] = {
  { "day", NULL }, { "part", NULL }, { "parts", NULL }, { "is_part", NULL }, { "counts", "counts" }, { "part_counts", "counts" },
  { NULL, NULL },
};

static const Name word_document_names[] = {
  { "name", NULL },
  { "revision", NULL },
  { "number", NULL },
  { "title", NULL },
  { "stream", NULL },
  { "standing", NULL },
  { "previous_revision", NULL },
  { "pages", NULL },
  { "group", "group" },
  { "kind_label", NULL },
  { "status", NULL },
  { "date", NULL },
  { NULL, NULL },
};

static const Name word_group_names[] = { { "acronym", NULL }, { "name", NULL }, { "kind", NULL }, { "area", NULL }, { NULL, NULL } };

static const Name word_missing_names[] = {
  { "list", NULL }, { "until", NULL }, { "failure", NULL }, { "first", NULL }, { "last", NULL }, { "n", NULL }, { NULL, NULL },
};

static const Name word_fields_names[] = { { "fields", NULL }, { NULL, NULL } };

static const Name word_highlight_names[] = {
  { "title", NULL },         { "acronym", NULL }, { "n", NULL },    { "is_one", NULL }, { "new", NULL },      { "adopted", NULL },
  { "revised", NULL },       { "names", NULL },   { "rest", NULL }, { "groups", NULL }, { "n_groups", NULL }, { "lift", NULL },
  { "baseline_days", NULL }, { NULL, NULL },
};

static const Name word_companions_names[] = { { "name", NULL }, { "n", NULL }, { "is_one", NULL }, { NULL, NULL } };

static const Name word_other_names[] = {
  { "action_text", NULL }, { "level", NULL }, { "ends", NULL }, { "title", NULL }, { NULL, NULL },
};

static const Name word_calendar_names[] = {
  { "number", NULL }, { "place", NULL },  { "first", NULL },      { "last", NULL },    { "cutoff", NULL },
  { "days", NULL },   { "is_one", NULL }, { "day_number", NULL }, { "certain", NULL }, { NULL, NULL },
};

static const Name word_earlier_names[] = { { "n", NULL }, { "items", NULL }, { NULL, NULL } };

static const Name word_cycle_names[] = {
  { "number", NULL }, { "day", NULL }, { "internet_drafts", NULL }, { "rfcs", NULL }, { "others", NULL }, { NULL, NULL },
};

static const Name word_days_before_names[] = {
  { "n", NULL }, { "internet_drafts", NULL }, { "rfcs", NULL }, { "items", NULL }, { NULL, NULL },
};

static const Name word_summaries_names[] = {
  { "n", NULL },       { "quoted", NULL },  { "translated", NULL }, { "partly_quoted", NULL },
  { "written", NULL }, { "engines", NULL }, { NULL, NULL },
};

static const Name no_names[] = { { NULL, NULL } };

static const NameScope scopes[] = {
  { "edition", edition_names },
  { "counts", count_names },
  { "link", link_names },
  { "day_count", day_count_names },
  { "highlight", highlight_names },
  { "highlight_counts", highlight_count_names },
  { "baseline", baseline_names },
  { "document", document_names },
  { "group", group_names },
  { "summary", summary_names },
  { "urls", url_names },
  { "other", other_names },
  { "area", area_names },
  { "area_document", area_document_names },
  { "ledger", ledger_names },
  { "word_none", no_names },
  { "word_edition", word_edition_names },
  { "word_document", word_document_names },
  { "word_group", word_group_names },
  { "word_missing", word_missing_names },
  { "word_fields", word_fields_names },
  { "word_highlight", word_highlight_names },
  { "word_companions", word_companions_names },
  { "word_other", word_other_names },
  { "word_calendar", word_calendar_names },
  { "word_earlier", word_earlier_names },
  { "word_cycle", word_cycle_names },
  { "word_days_before", word_days_before_names },
  { "word_summaries", word_summaries_names },
};

static const Name *
scope_names (const char *scope)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (strcmp (scopes[i].scope, scope) == 0)
      return scopes[i].names;
  return no_names;
}

const char *
nk_template_name (const char *scope, guint index, const char **ret_inner)
{
  const Name *names = scope_names (scope);

  for (guint i = 0; names[i].name != NULL; i++) {
    if (i < index)
      continue;
    *ret_inner = names[i].inner;
    return names[i].name;
  }
  return NULL;
}

static const Name *
find_name (const Name *names, const char *name)
{
  for (; names != NULL && names->name != NULL; names++)
    if (strcmp (names->name, name) == 0)
      return names;
  return NULL;
}

typedef struct {
  const char *file;
  const Name *open[NK_TEMPLATE_MAX_DEPTH + 1]; /* names of each scope around the node, the outermost first */
  guint n_open;
} Check;

/* The scope that the name of `node` opens in *ret_inner (NULL for a plain text). FALSE if there is no such name here. */
static gboolean
check_name (const Check *check, const NkNode *node, const Name **ret_inner)
{
  const Name *found = NULL;

  if (node->path[0] == NULL || node->path[0][0] == '@')
    return check->n_open > 1;
  for (guint i = check->n_open; i-- > 0 && found == NULL;)
    found = find_name (check->open[i], node->path[0]);
  for (char **word = node->path + 1; found != NULL && *word != NULL; word++)
    found = found->inner != NULL ? find_name (scope_names (found->inner), *word) : NULL;
  *ret_inner = found != NULL && found->inner != NULL ? scope_names (found->inner) : NULL;
  return found != NULL;
}

static gboolean
check_nodes (Check *check, const GPtrArray *nodes, GError **error)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++) {
    const NkNode *node = g_ptr_array_index (nodes, i);
    gboolean is_section = node->kind == NK_NODE_SECTION;
    const Name *inner = NULL;
    gboolean done;

    if (node->path != NULL && !check_name (check, node, &inner)) {
      g_set_error (error, NK_ERROR, NK_ERROR_INPUT, "%s:%u: no value is called “%s” here", check->file, node->line, node->text);
      return FALSE;
    }
    if (is_section)
      check->open[check->n_open++] = node->is_inverted ? NULL : inner;
    done = check_nodes (check, node->children, error) && check_nodes (check, node->url, error) && check_nodes (check, node->anchor, error);
    if (is_section)
      check->n_open--;
    if (!done)
      return FALSE;
  }
  return TRUE;
}

gboolean
nk_template_check_names (const NkTemplate *template, const char *scope, GError **error)
{
  Check check = { .file = template->file, .open = { scope_names (scope) }, .n_open = 1 };

  return check_nodes (&check, template->nodes, error);
}
