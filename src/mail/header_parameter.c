/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* RFC 2045 §5.1: type, subtype and parameters, without the liberties of RFC 822 comments and RFC 2231 continuations. */
#include "mail/header_parameter.h"

/* RFC 2045 §5.1: printable ASCII without the special characters. */
static gboolean
is_token_char (char c)
{
  switch (c) {
  case '(':
  case ')':
  case '<':
  case '>':
  case '@':
  case ',':
  case ';':
  case ':':
  case '\\':
  case '"':
  case '/':
  case '[':
  case ']':
  case '?':
  case '=': return FALSE;
  default: return c > ' ' && c < 0x7F;
  }
}

/* A fold is a line end before a blank, so between tokens it is white space like the others. */
static void
skip_blanks (NkSlice *rest)
{
  gsize n = 0;

  while (n < rest->length && (rest->data[n] == ' ' || rest->data[n] == '\t' || rest->data[n] == '\n'))
    n++;
  *rest = nk_slice_from (*rest, n);
}

static gboolean
read_char (NkSlice *rest, char wanted)
{
  skip_blanks (rest);
  if (rest->length == 0 || rest->data[0] != wanted)
    return FALSE;
  *rest = nk_slice_from (*rest, 1);
  return TRUE;
}

static gboolean
read_token (NkSlice *rest, NkSlice *ret_token)
{
  gsize n = 0;

  skip_blanks (rest);
  while (n < rest->length && is_token_char (rest->data[n]))
    n++;
  *ret_token = nk_slice_first (*rest, n);
  *rest = nk_slice_from (*rest, n);
  return n > 0;
}

/* A token, or a quoted string of printable ASCII without escapes. */
static gboolean
read_value (NkSlice *rest, NkSlice *ret_value)
{
  gsize n = 0;

  if (!read_char (rest, '"'))
    return read_token (rest, ret_value);
  while (n < rest->length && rest->data[n] >= ' ' && rest->data[n] < 0x7F && rest->data[n] != '"' && rest->data[n] != '\\')
    n++;
  *ret_value = nk_slice_first (*rest, n);
  *rest = nk_slice_from (*rest, n);
  return n > 0 && rest->length > 0 && rest->data[0] == '"' && read_char (rest, '"');
}

static gboolean
keep_parameter (NkContentType *type, NkSlice name, NkSlice value)
{
  const struct {
    NkSlice name;
    NkSlice *value;
  } wanted[] = {
    { NK_SLICE_LITERAL ("charset"), &type->charset },
    { NK_SLICE_LITERAL ("boundary"), &type->boundary },
    { NK_SLICE_LITERAL ("format"), &type->format },
    { NK_SLICE_LITERAL ("delsp"), &type->delsp },
  };

  if (nk_slice_find_char (name, '*') >= 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++) {
    if (!nk_slice_equal_fold (name, wanted[i].name))
      continue;
    if (wanted[i].value->data != NULL)
      return FALSE;
    *wanted[i].value = value;
  }
  return TRUE;
}

gboolean
nk_content_type_read (NkSlice value, NkContentType *ret_type)
{
  NkContentType type = { 0 };
  NkSlice rest = value;

  if (nk_slice_trim (value).length == 0) {
    *ret_type = (NkContentType){ .type = NK_SLICE_LITERAL ("text"), .subtype = NK_SLICE_LITERAL ("plain") };
    return TRUE;
  }
  if (!read_token (&rest, &type.type) || !read_char (&rest, '/') || !read_token (&rest, &type.subtype))
    return FALSE;
  for (guint n = 0; read_char (&rest, ';'); n++) {
    NkSlice name, parameter;

    skip_blanks (&rest);
    if (rest.length == 0)
      break;
    if (n == NK_CONTENT_TYPE_MAX_PARAMETERS || !read_token (&rest, &name) || !read_char (&rest, '=') || !read_value (&rest, &parameter)
        || !keep_parameter (&type, name, parameter))
      return FALSE;
  }
  skip_blanks (&rest);
  if (rest.length > 0)
    return FALSE;
  *ret_type = type;
  return TRUE;
}

gboolean
nk_content_type_is_flowed (const NkContentType *type, gboolean *ret_delete_space)
{
  *ret_delete_space = nk_slice_equal_fold (type->delsp, NK_SLICE_LITERAL ("yes"));
  return nk_slice_equal_fold (type->format, NK_SLICE_LITERAL ("flowed"));
}
