/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "store/word.h"

/* Characters that one can be taken apart into (g_unichar_fully_decompose writes no more). */
#define MAX_PARTS G_UNICHAR_MAX_DECOMPOSITION_LENGTH

#define SOFT_HYPHEN 0x00ad
#define VOICED 0x3099 /* combining sound marks of kana */
#define HALF_VOICED 0x309a

typedef enum { CLASS_NONE, CLASS_WORD, CLASS_SINGLE, CLASS_MARK } Class;

/* What ASCII folds to; 0 parts words. */
static const char ascii[128] = {
  ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7', ['8'] = '8',
  ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h',
  ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q',
  ['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z',
  ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i',
  ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r',
  ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* Scripts without blanks between words; the middle dot of katakana (U+30FB) parts them. */
static const struct {
  gunichar first, last;
} singles[] = {
  { 0x3005, 0x3007 },                       /* 々〆〇 */
  { 0x3041, 0x3096 },                       /* hiragana */
  { 0x309d, 0x309f },                       /* and its repetition marks */
  { 0x30a1, 0x30fa },                       /* katakana */
  { 0x30fc, 0x30ff },                       /* ー and repetition marks */
  { 0x3105, 0x312f },                       /* bopomofo */
  { 0x31f0, 0x31ff },                       /* small katakana */
  { 0x3400, 0x4dbf },                       /* Han */
  { 0x4e00, 0x9fff },   { 0xac00, 0xd7a3 }, /* hangul */
  { 0xf900, 0xfaff },                       /* Han that NFKC writes otherwise */
  { 0xff66, 0xff9d },                       /* half-width katakana */
  { 0x20000, 0x3ffff },                     /* Han */
};

static Class
class_of (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (singles) && character >= singles[i].first; i++)
    if (character <= singles[i].last)
      return CLASS_SINGLE;
  if (g_unichar_isalnum (character))
    return CLASS_WORD;
  return g_unichar_ismark (character) || character == SOFT_HYPHEN ? CLASS_MARK : CLASS_NONE;
}

/* The character at `at`, and the place behind it. What is no UTF-8 is 0, which parts words. */
static gunichar
read_character (const char *at, const char *end, const char **ret_behind)
{
  gunichar character = g_utf8_get_char_validated (at, end - at);

  if (character >= (gunichar)-2) {
    *ret_behind = at + 1;
    return 0;
  }
  *ret_behind = g_utf8_next_char (at);
  return character;
}

static gsize
append (char *folded, gsize length, gunichar character)
{
  char bytes[6];
  gsize n = (gsize)g_unichar_to_utf8 (character, bytes);

  if (length + n > NK_WORD_MAX_BYTES)
    return length;
  memcpy (folded + length, bytes, n);
  return length + n;
}

/* One letter of a word, without its marks. */
static gsize
fold_letter (char *folded, gsize length, gunichar character)
{
  gunichar parts[MAX_PARTS];
  gsize n = g_unichar_fully_decompose (character, TRUE, parts, MAX_PARTS);

  for (gsize i = 0; i < n; i++) {
    gunichar lower = g_unichar_tolower (parts[i]);

    if (lower == 0x00df) /* ß */
      length = append (folded, append (folded, length, 's'), 's');
    else if (lower == 0x03c2) /* final sigma */
      length = append (folded, length, 0x03c3);
    else if (class_of (lower) == CLASS_WORD)
      length = append (folded, length, lower);
  }
  return length;
}

/* The sound mark that a character is, full or half width; 0 if it is none. */
static gunichar
sound_mark (gunichar character)
{
  if (character == VOICED || character == 0xff9e)
    return VOICED;
  return character == HALF_VOICED || character == 0xff9f ? HALF_VOICED : 0;
}

/* The single character at scan->at, with the marks behind it. */
static gsize
fold_single (NkWordScan *scan, gunichar character)
{
  gunichar parts[MAX_PARTS], composed;
  gsize n = character >= 0xac00 && character <= 0xd7a3 ? 0 : g_unichar_fully_decompose (character, TRUE, parts, MAX_PARTS);
  const char *behind;

  if (n == 1)
    character = parts[0];
  else if (n == 2 && g_unichar_compose (parts[0], parts[1], &composed))
    character = composed;
  while (scan->at < scan->end) {
    gunichar next = read_character (scan->at, scan->end, &behind);

    if (sound_mark (next) != 0 && g_unichar_compose (character, sound_mark (next), &composed))
      character = composed;
    else if (sound_mark (next) == 0 && class_of (next) != CLASS_MARK)
      break;
    scan->at = behind;
  }
  return append (scan->folded, 0, character);
}

/* A word from scan->at up to what parts it. */
static gsize
fold_word (NkWordScan *scan)
{
  gsize length = 0;

  while (scan->at < scan->end) {
    guchar byte = (guchar)*scan->at;
    const char *behind;
    gunichar character;

    if (byte < 128) {
      if (ascii[byte] == 0)
        break;
      if (length < NK_WORD_MAX_BYTES)
        scan->folded[length++] = ascii[byte];
      scan->at++;
      continue;
    }
    character = read_character (scan->at, scan->end, &behind);
    switch (class_of (character)) {
    case CLASS_NONE:
    case CLASS_SINGLE: return length;
    case CLASS_WORD: length = fold_letter (scan->folded, length, character); break;
    case CLASS_MARK: break;
    }
    scan->at = behind;
  }
  return length;
}

void
nk_word_scan_begin (NkWordScan *scan, NkSlice text)
{
  scan->text = scan->at = text.data;
  scan->end = text.data + text.length;
  scan->was_single = FALSE;
}

gboolean
nk_word_scan_next (NkWordScan *scan, NkWord *ret_word)
{
  const char *before = scan->at;

  while (scan->at < scan->end) {
    const char *start = scan->at, *behind = start + 1;
    Class class = CLASS_NONE;
    gunichar character = 0;
    gsize length = 0;

    if ((guchar)*start < 128)
      class = ascii[(guchar)*start] != 0 ? CLASS_WORD : CLASS_NONE;
    else {
      character = read_character (start, scan->end, &behind);
      class = class_of (character);
    }
    if (class == CLASS_WORD)
      length = fold_word (scan);
    else
      scan->at = behind;
    if (class == CLASS_SINGLE)
      length = fold_single (scan, character);
    if (length == 0)
      continue;
    *ret_word = (NkWord){ scan->folded,
                          length,
                          (gsize)(start - scan->text),
                          (gsize)(scan->at - scan->text),
                          class == CLASS_SINGLE,
                          class == CLASS_SINGLE && scan->was_single && start == before };
    scan->was_single = class == CLASS_SINGLE;
    return TRUE;
  }
  return FALSE;
}
