/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/text_append.h - g_string_append_len where it is called for every few bytes of a page: a function call each in the GLib of Debian 12.
 * Floor: ground. */
#pragma once
#include <glib.h>
#include <string.h>

static inline void
nk_text_append (GString *out, const char *text, gsize length)
{
  if (out->len + length >= out->allocated_len) {
    g_string_append_len (out, text, (gssize)length);
    return;
  }
  memcpy (out->str + out->len, text, length);
  out->len += length;
  out->str[out->len] = '\0';
}
