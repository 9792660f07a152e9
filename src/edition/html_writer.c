/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "edition/html_writer.h"

#include "ground/escape.h"

#include <string.h>

#define ROOM_FOR_OUR_OWN 8 /* elements that a renderer opens without asking */

void
nk_html_writer_init (NkHtmlWriter *writer, GString *out)
{
  *writer = (NkHtmlWriter){ .out = out };
}

/* As g_string_append, which is no inline function in the GLib of Debian 12. */
static inline void
append (GString *out, const char *text, gsize length)
{
  if (out->len + length >= out->allocated_len) {
    g_string_append_len (out, text, (gssize)length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}

static void
write_tag (NkHtmlWriter *writer, const char *name, va_list attributes)
{
  const char *attribute;

  append (writer->out, "<", 1);
  append (writer->out, name, strlen (name));
  while ((attribute = va_arg (attributes, const char *)) != NULL) {
    const char *value = va_arg (attributes, const char *);

    if (value == NULL)
      continue;
    append (writer->out, " ", 1);
    append (writer->out, attribute, strlen (attribute));
    append (writer->out, "=\"", 2);
    nk_escape_html_attribute (writer->out, value);
    append (writer->out, "\"", 1);
  }
  append (writer->out, ">", 1);
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
  g_assert (writer->n_open > 0 && strcmp (writer->open[writer->n_open - 1], name) == 0);
  writer->n_open--;
  append (writer->out, "</", 2);
  append (writer->out, name, strlen (name));
  append (writer->out, ">", 1);
}

void
nk_html_text (NkHtmlWriter *writer, const char *text)
{
  nk_escape_html_text (writer->out, text);
}

void
nk_html_newline (NkHtmlWriter *writer)
{
  g_string_append_c (writer->out, '\n');
}

gboolean
nk_html_is_open (const NkHtmlWriter *writer, const char *name)
{
  for (guint i = 0; i < writer->n_open; i++)
    if (strcmp (writer->open[i], name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
nk_html_has_room (const NkHtmlWriter *writer)
{
  return writer->n_open + ROOM_FOR_OUR_OWN <= NK_HTML_MAX_DEPTH;
}
