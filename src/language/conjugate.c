/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/conjugate.h"

#include <string.h>

#define KANA_BYTES 3 /* every kana has three in UTF-8 */

typedef enum { CLASS_SURU, CLASS_ICHIDAN, CLASS_GODAN, CLASS_COPULA, CLASS_ADJECTIVE, CLASS_ARU, CLASS_NAI } VerbClass;

/* The columns of a godan verb: a, i, e and the stem of て. */
typedef struct {
  const char *last, *a, *i, *e, *past, *te;
} Row;

static const Row rows[] = {
  { "う", "わ", "い", "え", "った", "って" }, { "く", "か", "き", "け", "いた", "いて" }, { "ぐ", "が", "ぎ", "げ", "いだ", "いで" },
  { "す", "さ", "し", "せ", "した", "して" }, { "つ", "た", "ち", "て", "った", "って" }, { "ぬ", "な", "に", "ね", "んだ", "んで" },
  { "ぶ", "ば", "び", "べ", "んだ", "んで" }, { "む", "ま", "み", "め", "んだ", "んで" }, { "る", "ら", "り", "れ", "った", "って" },
};

typedef struct {
  VerbClass class;
  char *stem; /* without what changes */
  const Row *row;
} Stem;

static Stem
split (NkArena *arena, const char *clause)
{
  static const struct {
    const char *ending;
    VerbClass class;
  } endings[] = {
    { "する", CLASS_SURU }, { "る1", CLASS_ICHIDAN }, { "である", CLASS_COPULA },
    { "ある", CLASS_ARU },  { "ない", CLASS_NAI },    { "い", CLASS_ADJECTIVE },
  };
  static const char *const ichidan[] = { "される", "られる", "できる", "ている" };
  gsize length = strlen (clause);

  for (guint i = 0; i < G_N_ELEMENTS (ichidan); i++)
    if (g_str_has_suffix (clause, ichidan[i])) /* no need of a mark: no godan verb ends so */
      return (Stem){ CLASS_ICHIDAN, nk_arena_text (arena, clause, length - KANA_BYTES), NULL };
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (clause, endings[i].ending))
      return (Stem){ endings[i].class, nk_arena_text (arena, clause, length - strlen (endings[i].ending)), NULL };
  if (length > 2 * KANA_BYTES && g_str_has_suffix (clause, "る")
      && strstr ("えけげせぜてでねべめれ", nk_arena_text (arena, clause + length - 2 * KANA_BYTES, KANA_BYTES)) != NULL)
    return (Stem){ CLASS_ICHIDAN, nk_arena_text (arena, clause, length - KANA_BYTES), NULL }; /* a forgotten mark */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_has_suffix (clause, rows[i].last))
      return (Stem){ CLASS_GODAN, nk_arena_text (arena, clause, length - KANA_BYTES), &rows[i] };
  return (Stem){ CLASS_SURU, nk_arena_text (arena, clause, length), NULL }; /* a noun: it is done */
}

/* 行く and 持っていく have 行った and 持っていった. */
static gboolean
is_iku (const char *clause)
{
  return g_str_has_suffix (clause, "行く") || g_str_has_suffix (clause, "ていく");
}

const char *
nk_conjugate (NkArena *arena, const char *clause, NkConjugation form)
{
  static const char *const endings[][6] = {
    [CLASS_SURU] = { "する", "した", "し", "して", "しない", "せず" },
    [CLASS_ICHIDAN] = { "る", "た", "", "て", "ない", "ず" },
    [CLASS_COPULA] = { "である", "であった", "であり", "であり", "ではない", "ではなく" },
    [CLASS_ADJECTIVE] = { "い", "かった", "く", "く", "くない", "くなく" },
    [CLASS_ARU] = { "ある", "あった", "あり", "あり", "ない", "なく" },
    [CLASS_NAI] = { "ない", "なかった", "なく", "なく", "なくはない", "なくはなく" },
  };
  Stem stem = split (arena, clause);

  /* 依存せず、 not 依存しなく、 */
  if (stem.class == CLASS_NAI && form == NK_CONJUGATE_JOIN && g_str_has_suffix (stem.stem, "し"))
    return nk_arena_join (arena, nk_arena_text (arena, stem.stem, strlen (stem.stem) - KANA_BYTES), "せず");
  if (stem.class != CLASS_GODAN)
    return nk_arena_join (arena, stem.stem, endings[stem.class][form]);
  switch (form) {
  case NK_CONJUGATE_PLAIN: return nk_arena_join (arena, stem.stem, stem.row->last);
  case NK_CONJUGATE_PAST: return nk_arena_join (arena, stem.stem, is_iku (clause) ? "った" : stem.row->past);
  case NK_CONJUGATE_JOIN: return nk_arena_join (arena, stem.stem, stem.row->i);
  case NK_CONJUGATE_TE: return nk_arena_join (arena, stem.stem, is_iku (clause) ? "って" : stem.row->te);
  case NK_CONJUGATE_NOT: return nk_arena_join (arena, nk_arena_join (arena, stem.stem, stem.row->a), "ない");
  case NK_CONJUGATE_NOT_JOIN: return nk_arena_join (arena, nk_arena_join (arena, stem.stem, stem.row->a), "ず");
  }
  g_assert_not_reached ();
}

const char *
nk_conjugate_passive (NkArena *arena, const char *clause)
{
  Stem stem = split (arena, clause);

  switch (stem.class) {
  case CLASS_SURU: return nk_arena_join (arena, stem.stem, "される1");
  case CLASS_ICHIDAN: return nk_arena_join (arena, stem.stem, "られる1");
  case CLASS_GODAN: return nk_arena_join (arena, nk_arena_join (arena, stem.stem, stem.row->a), "れる1");
  case CLASS_COPULA:
  case CLASS_ADJECTIVE:
  case CLASS_ARU:
  case CLASS_NAI: break;
  }
  return clause;
}

const char *
nk_conjugate_potential (NkArena *arena, const char *clause)
{
  static const char *const unwilled[] = { "となる", "になる", "見つかる", "かかる", "起こる", "分かる", "わかる" };
  Stem stem = split (arena, clause);

  switch (stem.class) {
  case CLASS_SURU: return nk_arena_join (arena, stem.stem, "できる1");
  case CLASS_ICHIDAN:
    /* 組み合わされる: 組み合わせられる, もたらされる: もたらされうる, 使用される: 使用できる; できる is potential already. */
    if (g_str_has_suffix (stem.stem, "わされ"))
      return nk_arena_join (arena, nk_arena_text (arena, stem.stem, strlen (stem.stem) - strlen ("され")), "せられる1");
    if (g_str_has_suffix (stem.stem, "らされ") || g_str_has_suffix (stem.stem, "まされ") || g_str_has_suffix (stem.stem, "たされ"))
      return nk_arena_join (arena, stem.stem, "うる");
    if (g_str_has_suffix (stem.stem, "され"))
      return nk_arena_join (arena, nk_arena_text (arena, stem.stem, strlen (stem.stem) - strlen ("され")), "できる1");
    if (g_str_has_suffix (stem.stem, "でき") || g_str_has_suffix (stem.stem, "られ")) /* 見られる can be seen */
      return clause;
    if (g_str_has_suffix (stem.stem, "現れ") || g_str_has_suffix (stem.stem, "生じ")) /* 現れうる: nobody does it */
      return nk_arena_join (arena, stem.stem, "うる");
    return nk_arena_join (arena, stem.stem, "られる1");
  case CLASS_GODAN:
    for (guint i = 0; i < G_N_ELEMENTS (unwilled); i++) /* 必要となりうる, 見つかりうる: nobody does it */
      if (g_str_has_suffix (clause, unwilled[i]))
        return nk_arena_join (arena, nk_arena_join (arena, stem.stem, stem.row->i), "うる");
    return nk_arena_join (arena, nk_arena_join (arena, stem.stem, stem.row->e), "る1");
  case CLASS_COPULA:
  case CLASS_ADJECTIVE:
  case CLASS_ARU:
  case CLASS_NAI: break;
  }
  return clause;
}

const char *
nk_conjugate_noun (NkArena *arena, const char *clause)
{
  gsize length = strlen (clause);

  if (!g_str_has_suffix (clause, "する") || length <= 2 * KANA_BYTES || g_str_has_suffix (clause, "にする")
      || g_str_has_suffix (clause, "とする"))
    return NULL;
  return nk_arena_text (arena, clause, length - 2 * KANA_BYTES);
}

const char *
nk_adjective_adverb (NkArena *arena, const char *adjective)
{
  gsize length = strlen (adjective);

  if (g_str_has_suffix (adjective, "な") || g_str_has_suffix (adjective, "の"))
    return nk_arena_join (arena, nk_arena_text (arena, adjective, length - KANA_BYTES), "に");
  if (g_str_has_suffix (adjective, "い"))
    return nk_arena_join (arena, nk_arena_text (arena, adjective, length - KANA_BYTES), "く");
  if (g_str_has_suffix (adjective, "した") && !g_str_has_suffix (adjective, "された")) /* make it suitable: 適したものにする */
    return nk_arena_join (arena, adjective, "ものに");
  if (g_str_has_suffix (adjective, "る") || g_str_has_suffix (adjective, "た"))
    return nk_arena_join (arena, adjective, "ように");
  return nk_arena_join (arena, adjective, "に");
}

const char *
nk_adjective_predicate (NkArena *arena, const char *adjective, NkConjugation form, gboolean *ret_is_verb)
{
  static const char *const had[] = { "のある", "のない", "の高い", "の低い", "の大きい", "の小さい", "の多い", "の少ない", "の強い", "の弱い", "のよい", "の良い" };
  gsize length = strlen (adjective);

  *ret_is_verb = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (had); i++)
    if (g_str_has_suffix (adjective, had[i])) { /* 耐性のあるN: 耐性がある */
      gsize start = length - strlen (had[i]);

      adjective = nk_arena_join (arena, nk_arena_join (arena, nk_arena_text (arena, adjective, start), "が"), had[i] + strlen ("の"));
      break;
    }
  if (g_str_has_suffix (adjective, "い") || g_str_has_suffix (adjective, "ある"))
    return nk_conjugate (arena, adjective, form);
  if (g_str_has_suffix (adjective, "る") || g_str_has_suffix (adjective, "う") || g_str_has_suffix (adjective, "く")
      || g_str_has_suffix (adjective, "す") || g_str_has_suffix (adjective, "む") || g_str_has_suffix (adjective, "つ")) {
    *ret_is_verb = TRUE;
    return adjective;
  }
  if (g_str_has_suffix (adjective, "た")) { /* 適したN: 適している */
    const char *te = nk_arena_join (arena, nk_arena_text (arena, adjective, length - KANA_BYTES), "て");

    if (form == NK_CONJUGATE_JOIN || form == NK_CONJUGATE_NOT_JOIN)
      return nk_arena_join (arena, te, form == NK_CONJUGATE_JOIN ? "おり" : "おらず");
    return nk_conjugate (arena, nk_arena_join (arena, te, "いる"), form);
  }
  if (g_str_has_suffix (adjective, "な") || g_str_has_suffix (adjective, "の"))
    adjective = nk_arena_text (arena, adjective, length - KANA_BYTES);
  return nk_conjugate (arena, nk_arena_join (arena, adjective, "である"), form);
}
