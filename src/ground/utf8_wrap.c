/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/utf8.h"

gsize
nk_utf8_columns (const char *text)
{
  gsize columns = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = (guchar)*p < 0x80 ? (gunichar)*p : g_utf8_get_char (p);

    if (c < 0x80)
      columns += c >= 0x20 && c != 0x7F ? 1 : 0;
    else if (c >= 0xA0 && !g_unichar_iszerowidth (c))
      columns += g_unichar_iswide (c) ? 2 : 1;
  }
  return columns;
}

/* Kinsoku (JIS X 4051): what must not begin a line … */
static const char *const not_at_start = ",.:;!?)]}%、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〗〙〟｠»％‰℃°′″…‥〜～"
                                        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ\u3000｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ";
/* … and what must not end one. */
static const char *const not_at_end = "([{‘“（〔［｛〈《「『【〖〘〝｟«＃№￥＄｢";

static gboolean
is_one_of (gunichar c, const char *set)
{
  for (const char *p = set; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_utf8_get_char (p) == c)
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static gboolean
may_break_between (gunichar before, gunichar after)
{
  if (!g_unichar_iswide (before) && !g_unichar_iswide (after))
    return FALSE;
  return !g_unichar_iszerowidth (after) && !is_one_of (after, not_at_start) && !is_one_of (before, not_at_end);
}

/* The end of what must stay together from `p`, which is not blank. */
static const char *
end_of_piece (const char *p)
{
  gunichar before = g_utf8_get_char (p);

  for (p = g_utf8_next_char (p); *p != '\0' && !is_blank (*p); p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (may_break_between (before, c))
      break;
    /* A mark belongs to the letter that it stands on: that letter decides about the next break. */
    if (!g_unichar_iszerowidth (c))
      before = c;
  }
  return p;
}

void
nk_utf8_wrap (GString *out, const char *text, gsize columns, const char *first_indent, const char *indent)
{
  gsize used = nk_utf8_columns (first_indent);
  gboolean line_is_empty = TRUE;

  g_string_append (out, first_indent);
  for (const char *p = text;;) {
    g_autofree char *piece = NULL;
    const char *start = p, *end;
    gsize blank, width;

    while (is_blank (*start))
      start++;
    if (*start == '\0')
      break;
    end = end_of_piece (start);
    piece = g_strndup (start, (gsize)(end - start));
    width = nk_utf8_columns (piece);
    blank = start > p && !line_is_empty ? 1 : 0;
    if (columns > 0 && !line_is_empty && used + blank + width > columns) {
      g_string_append_printf (out, "\n%s", indent);
      used = nk_utf8_columns (indent);
      blank = 0;
    }
    if (blank > 0)
      g_string_append_c (out, ' ');
    g_string_append (out, piece);
    used += blank + width;
    line_is_empty = FALSE;
    p = end;
  }
  g_string_append_c (out, '\n');
}
