/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "language/conjugate.h"

/* Expected forms are those of a Japanese grammar, not of the program: plain, past, join, te, not, not-join, passive, potential (NULL: has none, stays as it is). */
static const struct {
  const char *clause, *forms[6], *passive, *potential;
} verbs[] = {
  { "鍵を定義する",
    { "鍵を定義する", "鍵を定義した", "鍵を定義し", "鍵を定義して", "鍵を定義しない", "鍵を定義せず" },
    "鍵を定義される1",
    "鍵を定義できる1" },
  { "加える1", { "加える", "加えた", "加え", "加えて", "加えない", "加えず" }, "加えられる1", "加えられる1" },
  /* a verb in -eru needs no mark: 取り上げれる was said once */
  { "取り上げる", { "取り上げる", "取り上げた", "取り上げ", "取り上げて", "取り上げない", "取り上げず" }, "取り上げられる1", "取り上げられる1" },
  { "用いる1", { "用いる", "用いた", "用い", "用いて", "用いない", "用いず" }, "用いられる1", "用いられる1" },
  { "行う", { "行う", "行った", "行い", "行って", "行わない", "行わず" }, "行われる1", "行える1" },
  { "開く", { "開く", "開いた", "開き", "開いて", "開かない", "開かず" }, "開かれる1", "開ける1" },
  { "次へ行く", { "次へ行く", "次へ行った", "次へ行き", "次へ行って", "次へ行かない", "次へ行かず" }, "次へ行かれる1", "次へ行ける1" },
  { "防ぐ", { "防ぐ", "防いだ", "防ぎ", "防いで", "防がない", "防がず" }, "防がれる1", "防げる1" },
  { "示す", { "示す", "示した", "示し", "示して", "示さない", "示さず" }, "示される1", "示せる1" },
  { "持つ", { "持つ", "持った", "持ち", "持って", "持たない", "持たず" }, "持たれる1", "持てる1" },
  { "死ぬ", { "死ぬ", "死んだ", "死に", "死んで", "死なない", "死なず" }, "死なれる1", "死ねる1" },
  { "呼ぶ", { "呼ぶ", "呼んだ", "呼び", "呼んで", "呼ばない", "呼ばず" }, "呼ばれる1", "呼べる1" },
  { "含む", { "含む", "含んだ", "含み", "含んで", "含まない", "含まず" }, "含まれる1", "含める1" },
  { "送る", { "送る", "送った", "送り", "送って", "送らない", "送らず" }, "送られる1", "送れる1" },
  { "異なる", { "異なる", "異なった", "異なり", "異なって", "異ならない", "異ならず" }, NULL, NULL },
  { "名前である", { "名前である", "名前であった", "名前であり", "名前であり", "名前ではない", "名前ではなく" }, NULL, NULL },
  { "必要がある", { "必要がある", "必要があった", "必要があり", "必要があり", "必要がない", "必要がなく" }, NULL, NULL },
  { "鍵がない", { "鍵がない", "鍵がなかった", "鍵がなく", "鍵がなく", NULL, NULL }, NULL, NULL },
  { "高い", { "高い", "高かった", "高く", "高く", "高くない", "高くなく" }, NULL, NULL },
  /* Passives and potentials need no mark; a passive that can be is a potential, and a potential has none again. */
  { "使用される", { "使用される", "使用された", "使用され", "使用されて", "使用されない", "使用されず" }, NULL, "使用できる1" },
  { "利用できる", { "利用できる", "利用できた", "利用でき", "利用できて", "利用できない", "利用できず" }, NULL, "利用できる" },
  { "使用されている",
    { "使用されている", "使用されていた", "使用されてい", "使用されていて", "使用されていない", "使用されていず" },
    NULL,
    NULL },
  { "得られる1", { "得られる", "得られた", "得られ", "得られて", "得られない", "得られず" }, NULL, NULL },
};

static void
test_forms (void)
{
  g_autoptr (NkArena) arena = nk_arena_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    for (guint form = 0; form < G_N_ELEMENTS (verbs[i].forms); form++)
      if (verbs[i].forms[form] != NULL)
        g_assert_cmpstr (nk_conjugate (arena, verbs[i].clause, (NkConjugation)form), ==, verbs[i].forms[form]);
}

static void
test_passive (void)
{
  g_autoptr (NkArena) arena = nk_arena_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].passive != NULL)
      g_assert_cmpstr (nk_conjugate_passive (arena, verbs[i].clause), ==, verbs[i].passive);
  /* A passive is an ichidan verb again. */
  g_assert_cmpstr (nk_conjugate (arena, nk_conjugate_passive (arena, "示す"), NK_CONJUGATE_PAST), ==, "示された");
  g_assert_cmpstr (nk_conjugate (arena, nk_conjugate_passive (arena, "使用する"), NK_CONJUGATE_NOT), ==, "使用されない");
}

static void
test_potential (void)
{
  g_autoptr (NkArena) arena = nk_arena_new ();

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i].potential != NULL)
      g_assert_cmpstr (nk_conjugate_potential (arena, verbs[i].clause), ==, verbs[i].potential);
  g_assert_cmpstr (nk_conjugate (arena, nk_conjugate_potential (arena, "防ぐ"), NK_CONJUGATE_NOT), ==, "防げない");
}

static void
test_noun (void)
{
  g_autoptr (NkArena) arena = nk_arena_new ();

  g_assert_cmpstr (nk_conjugate_noun (arena, "鍵を定義する"), ==, "鍵を定義");
  g_assert_null (nk_conjugate_noun (arena, "示す"));
  g_assert_null (nk_conjugate_noun (arena, "加える1"));
  g_assert_null (nk_conjugate_noun (arena, "する"));
  g_assert_null (nk_conjugate_noun (arena, ""));
}

static void
test_adverb (void)
{
  static const char *const pairs[][2] = {
    { "安全な", "安全に" },       { "既存の", "既存に" },       { "高い", "高く" },       { "正しい", "正しく" },
    { "異なる", "異なるように" }, { "優れた", "優れたように" }, { "耐量子", "耐量子に" },
  };
  g_autoptr (NkArena) arena = nk_arena_new ();

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_cmpstr (nk_adjective_adverb (arena, pairs[i][0]), ==, pairs[i][1]);
}

static void
test_predicate (void)
{
  static const struct {
    const char *adjective, *plain, *negated;
  } rows[] = {
    { "安全な", "安全である", "安全ではない" },
    { "既存の", "既存である", "既存ではない" },
    { "高い", "高い", "高くない" },
    { "耐量子", "耐量子である", "耐量子ではない" },
    { "必要がある", "必要がある", "必要がない" },
    { "優れた", "優れている", "優れていない" },
  };
  g_autoptr (NkArena) arena = nk_arena_new ();
  gboolean is_verb;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpstr (nk_adjective_predicate (arena, rows[i].adjective, NK_CONJUGATE_PLAIN, &is_verb), ==, rows[i].plain);
    g_assert_false (is_verb);
    g_assert_cmpstr (nk_adjective_predicate (arena, rows[i].adjective, NK_CONJUGATE_NOT, &is_verb), ==, rows[i].negated);
  }
  g_assert_cmpstr (nk_adjective_predicate (arena, "異なる", NK_CONJUGATE_PLAIN, &is_verb), ==, "異なる");
  g_assert_true (is_verb);
}

/* Whatever an editor writes: no crash, and something comes out. */
static void
test_odd (void)
{
  static const char *const odd[] = { "", "1", "る", "る1", "い", "する", "である", "abc", "鍵", "。", "ない" };
  g_autoptr (NkArena) arena = nk_arena_new ();
  gboolean is_verb;

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    for (guint form = 0; form <= NK_CONJUGATE_NOT_JOIN; form++) {
      g_assert_true (g_utf8_validate (nk_conjugate (arena, odd[i], (NkConjugation)form), -1, NULL));
      g_assert_true (g_utf8_validate (nk_adjective_predicate (arena, odd[i], (NkConjugation)form, &is_verb), -1, NULL));
    }
    g_assert_true (g_utf8_validate (nk_conjugate_passive (arena, odd[i]), -1, NULL));
    g_assert_true (g_utf8_validate (nk_conjugate_potential (arena, odd[i]), -1, NULL));
    g_assert_true (g_utf8_validate (nk_adjective_adverb (arena, odd[i]), -1, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conjugate/every_class_has_its_six_forms", test_forms);
  g_test_add_func ("/conjugate/the_passive_of_every_class_is_an_ichidan_verb", test_passive);
  g_test_add_func ("/conjugate/the_potential_of_every_class_and_none_of_a_passive", test_potential);
  g_test_add_func ("/conjugate/only_a_noun_with_suru_is_a_noun", test_noun);
  g_test_add_func ("/conjugate/adjectives_become_adverbs", test_adverb);
  g_test_add_func ("/conjugate/adjectives_become_predicates", test_predicate);
  g_test_add_func ("/conjugate/odd_words_of_an_editor_do_no_harm", test_odd);
  return g_test_run ();
}
