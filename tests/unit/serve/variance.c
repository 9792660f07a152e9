/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "serve/variance.h"

static const char *const keys[] = { "a", "q", NULL };
static const char *const none[] = { NULL };

static void
test_field (void)
{
  g_autofree char *some = nk_variance_field (keys), *nothing = nk_variance_field (none);

  g_assert_cmpstr (some, ==, "key-order, params, except=(\"a\" \"q\")");
  g_assert_cmpstr (nothing, ==, "params");
}

/* `key-order, params, except=("a" "q")` by the algorithm of the draft's section on comparing, and its examples. */
static void
test_equivalent (void)
{
  static const struct {
    const char *one, *other;
    gboolean is_same;
  } cases[] = {
    { "", "&", TRUE },
    { "a=x", "%61=%78", TRUE },
    { "a=\xc3\xa9", "a=%C3%A9", TRUE },
    { "a=%f6", "a=%ef%bf%bd", TRUE },
    { "a=x&&&&", "a=x", TRUE },
    { "a=", "a", TRUE },
    { "a=%20", "a=+", TRUE },
    { "a=+", "a= &", TRUE },
    { "a=%zz", "a=%25zz", TRUE },
    { "a=%", "a=%25", TRUE },
    { "a=%2", "a=%252", TRUE },
    { "a=b=c", "a=b%3Dc", TRUE },
    { "q=1&a=2", "a=2&q=1", TRUE },                       /* key-order */
    { "q=1&utm_source=x&a=2", "a=2&q=1&fbclid=y", TRUE }, /* params */
    { "utm_source=x", "", TRUE },
    { "utm%5Fsource=x", "", TRUE },
    { "A=1", "", TRUE },                    /* keys have a case */
    { "a=1&q=x&a=2", "q=x&a=1&a=2", TRUE }, /* sorting is stable */
    { "a=1&a=2", "a=2&a=1", FALSE },
    { "a=1", "a=1&a=1", FALSE },
    { "a=", "", FALSE },
    { "a=x", "a=X", FALSE },
    { "a=1", "q=1", FALSE },
    { "a=1%26q=2", "a=1&q=2", FALSE },
    { "a=1+2", "a=1%2B2", FALSE },
    { "a=\xe2\x80\x8b", "a=", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *one = nk_variance_reduce (keys, nk_slice_text (cases[i].one));
    g_autofree char *other = nk_variance_reduce (keys, nk_slice_text (cases[i].other));

    g_test_message ("%s / %s", cases[i].one, cases[i].other);
    g_assert_cmpint (strcmp (one, other) == 0, ==, cases[i].is_same);
  }
}

static void
test_reduce (void)
{
  g_autofree char *reduced = nk_variance_reduce (keys, NK_SLICE_LITERAL ("q=%E8%91%89+\"&x=1&a=%0d%0aSet-Cookie"));
  g_autofree char *again = nk_variance_reduce (keys, nk_slice_text (reduced)),
                  *nothing = nk_variance_reduce (none, NK_SLICE_LITERAL ("q=1"));

  g_assert_cmpstr (reduced, ==, "a=%0D%0ASet-Cookie&q=%E8%91%89%20%22");
  g_assert_cmpstr (again, ==, reduced);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_next (void)
{
  NkSlice rest = NK_SLICE_LITERAL ("a=1%262&q=");
  g_autofree char *key = NULL, *value = NULL, *next_key = NULL, *next_value = NULL;

  g_assert_true (nk_variance_next (&rest, &key, &value));
  g_assert_cmpstr (key, ==, "a");
  g_assert_cmpstr (value, ==, "1&2");
  g_assert_true (nk_variance_next (&rest, &next_key, &next_value));
  g_assert_cmpstr (next_key, ==, "q");
  g_assert_cmpstr (next_value, ==, "");
  g_assert_false (nk_variance_next (&rest, &next_key, &next_value));
}

/* A megabyte of parameters is read once. */
static void
test_many (void)
{
  g_autoptr (GString) query = g_string_new (NULL);
  g_autofree char *reduced = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (query, "p%u=%%&", i);
  g_string_append (query, "q=found");
  reduced = nk_variance_reduce (keys, nk_slice (query->str, query->len));
  g_assert_cmpstr (reduced, ==, "q=found");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variance/the_field_names_what_matters", test_field);
  g_test_add_func ("/variance/addresses_are_equivalent_by_the_draft", test_equivalent);
  g_test_add_func ("/variance/what_is_left_is_spelled_in_one_way", test_reduce);
  g_test_add_func ("/variance/a_reduced_query_is_read_back", test_next);
  g_test_add_func ("/variance/many_parameters_are_no_work", test_many);
  return g_test_run ();
}
