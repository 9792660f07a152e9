/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "edition/html_writer.h"

#include "ground/escape.h"
#include "ground/text_append.h"

#include <string.h>

#define ROOM_FOR_OUR_OWN 8 /* elements that a renderer opens without asking */

void
nk_html_writer_init (NkHtmlWriter *writer, GString *out)
{
  *writer = (NkHtmlWriter){ .out = out };
}

static void
write_tag (NkHtmlWriter *writer, const char *name, va_list attributes)
{
  const char *attribute;

  nk_text_append (writer->out, "<", 1);
  nk_text_append (writer->out, name, strlen (name));
  while ((attribute = va_arg (attributes, const char *)) != NULL) {
    const char *value = va_arg (attributes, const char *);

    if (value == NULL)
      continue;
    nk_text_append (writer->out, " ", 1);
    nk_text_append (writer->out, attribute, strlen (attribute));
    nk_text_append (writer->out, "=\"", 2);
    nk_escape_html_attribute (writer->out, value);
    nk_text_append (writer->out, "\"", 1);
  }
  nk_text_append (writer->out, ">", 1);
}

/* Names are short and few, and mostly the same literal. */
static inline gboolean
is_same (const char *a, const char *b)
{
  return a == b || (a[0] == b[0] && strcmp (a, b) == 0);
}

void
nk_html_open (NkHtmlWriter *writer, const char *name, ...)
{
  va_list attributes;

  g_assert (writer->n_open < NK_HTML_MAX_DEPTH);
  writer->open[writer->n_open++] = name;
  va_start (attributes, name);
  write_tag (writer, name, attributes);
  va_end (attributes);
}

void
nk_html_void (NkHtmlWriter *writer, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  write_tag (writer, name, attributes);
  va_end (attributes);
}

void
nk_html_close (NkHtmlWriter *writer, const char *name)
{
  g_assert (writer->n_open > 0 && is_same (writer->open[writer->n_open - 1], name));
  writer->n_open--;
  nk_text_append (writer->out, "</", 2);
  nk_text_append (writer->out, name, strlen (name));
  nk_text_append (writer->out, ">", 1);
}

void
nk_html_text (NkHtmlWriter *writer, const char *text)
{
  nk_escape_html_text (writer->out, text);
}

void
nk_html_newline (NkHtmlWriter *writer)
{
  nk_text_append (writer->out, "\n", 1);
}

gboolean
nk_html_is_open (const NkHtmlWriter *writer, const char *name)
{
  for (guint i = 0; i < writer->n_open; i++)
    if (is_same (writer->open[i], name))
      return TRUE;
  return FALSE;
}

gboolean
nk_html_has_room (const NkHtmlWriter *writer)
{
  return writer->n_open + ROOM_FOR_OUR_OWN <= NK_HTML_MAX_DEPTH;
}
