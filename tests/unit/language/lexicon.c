/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "support.h"

#include "../ground/scratch.h"

/* The tables of a tiny lexicon; a test changes one of them. */
static const struct {
  const char *name, *text;
} tables[] = {
  { "terms.tsv", "english\tpos\tjapanese\tclass\nlamp\tN\t照明\ts\nkey\tN\t鍵\tm\nprime\tA\t主要な\nkey\tA\t重要な\nlamp "
                 "control\tN\t照明制御\ta\na\tD\nsome\tD\tいくつかの\tplural\nbattery\tN\t電池\ts\n"
                 "index\tN\t索引\tm\n" },
  { "verbs.tsv", "verb\tframe\tjapanese\tnotes\nlight\tO\tOを照らす\tpast=lit participle=lit\nlight\tO with P\tOをPで照らす\ncarry "
                 "out\tO\tOを行う\nuse\tO\tOを使用する\tstative\nmap\tO to P\tOをPに対応付ける1\tdouble\n"
                 "find\tO\tOを見つける1\tpast=found participle=found\nfound\tO\tOを設立する\ncopy\tO\tOを複製する\n" },
  { "adjectives.tsv", "adjective\tframe\tjapanese\nsuitable\tfor P\tPに適した\npossible\tit to V\tVことが可能な\n" },
  { "prepositions.tsv", "word\tafter\thead\tobject\tjapanese\nfor\tN\tneed,@a\t*\tPの必要な\nfor\tN\t*\t@s\tP用の\nfor\tN\t*\t*"
                        "\tPのための\nfor\tV\t*\ting\tVために\nif\tV\t*\tclause\tV場合に\nin\tN\t*\tyear\tP年の\n" },
  { "senses.tsv", "word\tcontext\tjapanese\nkey\t_ *\t主要\nlamp\t@m _ of\t灯\n" },
  { "acronyms.tsv", "acronym\texpansion\tnotes\nLCP\tlamp control protocol\nDNS\tdomain name system\tknown\nTLS\t\tknown\n" },
  { "affixes.tsv", "affix\tjapanese\n-based\tベースの\nmulti-\t複数の\n" },
  { "boilerplate.tsv", "parts\nproduct of … working group\n" },
};

/* The tiny tables in a folder, the one called `name` with `more` behind it, or without it if `more` is NULL. */
static Scratch
make_folder (const char *name, const char *more)
{
  Scratch folder = scratch_new ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    gboolean is_it = g_strcmp0 (name, tables[i].name) == 0;
    g_autofree char *text = g_strconcat (tables[i].text, is_it ? more : NULL, NULL), *path = NULL;

    if (!is_it || more != NULL)
      path = scratch_file (&folder, tables[i].name, text, -1);
  }
  return folder;
}

static NkLexicon *
load_tiny (Scratch *folder)
{
  g_autoptr (GError) error = NULL;
  NkLexicon *lexicon = nk_lexicon_load (folder->folder, &error);

  g_assert_no_error (error);
  return lexicon;
}

static void
test_words (void)
{
  g_auto (Scratch) folder = make_folder (NULL, NULL);
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
  const NkTerm *key = nk_lexicon_terms (lexicon, "key");

  g_assert_cmpstr (key->japanese, ==, "鍵");
  g_assert_cmpint (key->kind, ==, NK_TERM_NOUN);
  g_assert_cmpint (key->class, ==, NK_CLASS_DATA);
  g_assert_cmpstr (key->next->japanese, ==, "重要な");
  g_assert_cmpint (key->next->kind, ==, NK_TERM_ADJECTIVE);
  g_assert_null (key->next->next);
  g_assert_null (nk_lexicon_terms (lexicon, "fan"));
  g_assert_true (nk_lexicon_terms (lexicon, "some")->is_plural);
  g_assert_false (nk_lexicon_terms (lexicon, "a")->is_plural);
  g_assert_cmpuint (nk_lexicon_word (lexicon, "lamp")->most_words, ==, 3); /* lamp control protocol */
  g_assert_cmpuint (nk_lexicon_word (lexicon, "carry")->most_words, ==, 2);
  g_assert_cmpuint (nk_lexicon_word (lexicon, "key")->most_words, ==, 0);
}

static void
test_plurals (void)
{
  g_auto (Scratch) folder = make_folder (NULL, NULL);
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);

  g_assert_cmpstr (nk_lexicon_plural (lexicon, "lamps")->english, ==, "lamp");
  g_assert_cmpstr (nk_lexicon_plural (lexicon, "batteries")->english, ==, "battery");
  g_assert_cmpstr (nk_lexicon_plural (lexicon, "indices")->english, ==, "index");
  g_assert_cmpstr (nk_lexicon_plural (lexicon, "indexes")->english, ==, "index");
  g_assert_null (nk_lexicon_plural (lexicon, "lamp"));
  g_assert_null (nk_lexicon_plural (lexicon, "primes")); /* an adjective */
  g_assert_null (nk_lexicon_plural (lexicon, "s"));
}

static void
test_verbs (void)
{
  g_auto (Scratch) folder = make_folder (NULL, NULL);
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
  static const struct {
    const char *form;
    NkVerbForm kind;
    const char *lemma;
  } forms[] = {
    { "light", NK_FORM_BASE, "light" },
    { "lights", NK_FORM_S, "light" },
    { "lit", NK_FORM_PARTICIPLE, "light" },
    { "lit", NK_FORM_PAST, "light" },
    { "lighting", NK_FORM_ING, "light" },
    { "carries out", NK_FORM_S, "carry out" },
    { "carried out", NK_FORM_PAST, "carry out" },
    { "carrying out", NK_FORM_ING, "carry out" },
    { "using", NK_FORM_ING, "use" },
    { "used", NK_FORM_PARTICIPLE, "use" },
    { "mapping", NK_FORM_ING, "map" },
    { "mapped", NK_FORM_PARTICIPLE, "map" },
    { "found", NK_FORM_BASE, "found" },
    { "found", NK_FORM_PAST, "find" },
    { "founded", NK_FORM_PAST, "found" },
    { "copies", NK_FORM_S, "copy" },
    { "copied", NK_FORM_PARTICIPLE, "copy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    const NkVerbForms *found = nk_lexicon_verb_forms (lexicon, forms[i].form);

    g_assert_nonnull (found);
    g_assert_nonnull (found->verb[forms[i].kind]);
    g_assert_cmpstr (found->verb[forms[i].kind]->lemma, ==, forms[i].lemma);
  }
  g_assert_null (nk_lexicon_verb_forms (lexicon, "lamp"));
  g_assert_true (nk_lexicon_verb (lexicon, "use")->is_stative);
  g_assert_false (nk_lexicon_verb (lexicon, "light")->is_stative);
}

static void
test_frame_of_object (void)
{
  g_auto (Scratch) folder = make_folder ("verbs.tsv", "light\tO\tOを点灯する\tobject=signal_lamp,@t\nlight\tO\tOを燃やす\tobject=fire\n"
                                                      "light\tO\tOを照らし出す\tsubject=sun\n");
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
  const NkLexiconVerb *light = nk_lexicon_verb (lexicon, "light");

  g_assert_cmpuint (light->n_frames, ==, 2);
  g_assert_cmpstr (
      nk_lexicon_frame_japanese (light, &light->frames[0], &(NkParties){ .object = "signal lamp", .object_class = NK_CLASS_NONE }), ==,
      "Oを点灯する");
  g_assert_cmpstr (nk_lexicon_frame_japanese (light, &light->frames[0], &(NkParties){ .object = "day", .object_class = NK_CLASS_TIME }), ==,
                   "Oを点灯する");
  g_assert_cmpstr (nk_lexicon_frame_japanese (light, &light->frames[0], &(NkParties){ .object = "fire", .object_class = NK_CLASS_NONE }),
                   ==, "Oを燃やす");
  g_assert_cmpstr (nk_lexicon_frame_japanese (light, &light->frames[0], &(NkParties){ .object = "lamp", .object_class = NK_CLASS_NONE }),
                   ==, "Oを照らす");
  g_assert_cmpstr (nk_lexicon_frame_japanese (light, &light->frames[1], &(NkParties){ .object = "fire", .object_class = NK_CLASS_NONE }),
                   ==, "OをPで照らす");
  g_assert_cmpstr (nk_lexicon_frame_japanese (light, &light->frames[0], &(NkParties){ .object = NULL, .object_class = NK_CLASS_NONE }), ==,
                   "Oを照らす");
  g_assert_cmpstr (nk_lexicon_frame_japanese (light, &light->frames[0], &(NkParties){ .object = "night lamp" }), ==, "Oを照らす");
  g_assert_cmpstr (nk_lexicon_frame_japanese (light, &light->frames[0], &(NkParties){ .subject = "sun" }), ==, "Oを照らし出す");
}

static void
test_frames (void)
{
  g_auto (Scratch) folder
      = make_folder ("verbs.tsv", "allow\tO to V\tOがV可ようにする\nshow\tthat S\tSことを示す\nmake\tO A\tOをAする\nhelp\tO "
                                  "V\tOがVのを助ける1\nprotect\tO from P by G\tGことでOをPから守る\n"
                                  "wait\tI\t待つ\nmake use of\tO\tOを使う\nmeasure\tpassive by P\tPが測る\n");
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
  const NkLexiconVerb *light = nk_lexicon_verb (lexicon, "light"), *protect = nk_lexicon_verb (lexicon, "protect");

  g_assert_cmpuint (light->n_frames, ==, 2);
  g_assert_cmpuint (light->frames[1].n_elements, ==, 2);
  g_assert_cmpint (light->frames[1].elements[1].kind, ==, NK_ELEMENT_PREPOSITION);
  g_assert_cmpstr (light->frames[1].elements[1].preposition, ==, "with");
  g_assert_cmpint (nk_lexicon_verb (lexicon, "allow")->frames[0].elements[1].kind, ==, NK_ELEMENT_INFINITIVE);
  g_assert_cmpint (nk_lexicon_verb (lexicon, "show")->frames[0].elements[0].kind, ==, NK_ELEMENT_THAT);
  g_assert_cmpint (nk_lexicon_verb (lexicon, "make")->frames[0].elements[1].kind, ==, NK_ELEMENT_ADJECTIVE);
  g_assert_cmpint (nk_lexicon_verb (lexicon, "help")->frames[0].elements[1].kind, ==, NK_ELEMENT_BARE);
  g_assert_cmpuint (protect->frames[0].n_elements, ==, 3);
  g_assert_cmpint (protect->frames[0].elements[2].slot, ==, 'G');
  g_assert_cmpuint (nk_lexicon_verb (lexicon, "wait")->frames[0].n_elements, ==, 0);
  g_assert_true (nk_lexicon_verb (lexicon, "measure")->frames[0].is_passive);
  g_assert_true (nk_lexicon_adjective (lexicon, "possible")->frames[0].is_impersonal);
  g_assert_nonnull (nk_lexicon_verb_forms (lexicon, "making use of"));
}

static const char *
join (const NkLexicon *lexicon, const char *word, gboolean after_verb, const char *head, NkClass head_class, NkObjectKind kind,
      const char *object, NkClass object_class, gboolean *ret_is_specific)
{
  NkJoint joint = { after_verb, head, head_class, kind, object, object_class };

  return nk_lexicon_join (lexicon, word, &joint, ret_is_specific);
}

static void
test_joints (void)
{
  g_auto (Scratch) folder = make_folder (NULL, NULL);
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
  gboolean is_specific;

  g_assert_cmpstr (join (lexicon, "for", FALSE, "need", NK_CLASS_QUALITY, NK_OBJECT_NOUN, "key", NK_CLASS_DATA, &is_specific), ==,
                   "Pの必要な");
  g_assert_true (is_specific);
  g_assert_cmpstr (join (lexicon, "for", FALSE, "control", NK_CLASS_ACTION, NK_OBJECT_NOUN, "key", NK_CLASS_DATA, NULL), ==, "Pの必要な");
  g_assert_cmpstr (join (lexicon, "for", FALSE, "key", NK_CLASS_DATA, NK_OBJECT_NOUN, "lamp", NK_CLASS_SYSTEM, &is_specific), ==, "P用の");
  g_assert_false (is_specific);
  g_assert_cmpstr (join (lexicon, "for", FALSE, "key", NK_CLASS_DATA, NK_OBJECT_NOUN, "key", NK_CLASS_DATA, NULL), ==, "Pのための");
  g_assert_cmpstr (join (lexicon, "for", TRUE, "use", NK_CLASS_NONE, NK_OBJECT_GERUND, NULL, NK_CLASS_NONE, NULL), ==, "Vために");
  g_assert_null (join (lexicon, "for", TRUE, "use", NK_CLASS_NONE, NK_OBJECT_NOUN, "key", NK_CLASS_DATA, NULL));
  g_assert_null (join (lexicon, "of", FALSE, NULL, NK_CLASS_NONE, NK_OBJECT_NOUN, NULL, NK_CLASS_NONE, NULL));
  g_assert_true (nk_lexicon_is_preposition (lexicon, "for"));
  g_assert_true (nk_lexicon_joins (lexicon, "if", NK_OBJECT_CLAUSE));
  g_assert_false (nk_lexicon_joins (lexicon, "if", NK_OBJECT_NOUN));
}

static void
test_senses (void)
{
  g_auto (Scratch) folder = make_folder (NULL, NULL);
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
  const char *const words[] = { "key", "lamp", "of" };
  const NkClass classes[] = { NK_CLASS_DATA, NK_CLASS_SYSTEM, NK_CLASS_NONE };
  NkSenseContext context = { words, classes, 3, 0, "lamps" };

  g_assert_cmpstr (nk_lexicon_sense (lexicon, "key", &context), ==, "主要");
  context.place = 1;
  g_assert_cmpstr (nk_lexicon_sense (lexicon, "lamp", &context), ==, "灯");
  context.n_words = 2;
  g_assert_null (nk_lexicon_sense (lexicon, "lamp", &context)); /* no `of` behind it */
  context = (NkSenseContext){ words, classes, 1, 0, "lamps" };
  g_assert_null (nk_lexicon_sense (lexicon, "key", &context));
  context = (NkSenseContext){ words, classes, 3, 2, "lamps" };
  g_assert_null (nk_lexicon_sense (lexicon, "of", &context));
}

static void
test_senses_of_a_field (void)
{
  g_auto (Scratch) folder = make_folder ("senses.tsv", "lamp\t#music,piano _\t譜面灯\n");
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
  const char *const words[] = { "lamp" };
  const NkClass classes[] = { NK_CLASS_SYSTEM };
  NkSenseContext context = { words, classes, 1, 0, "lamps for pianos" };

  g_assert_cmpstr (nk_lexicon_sense (lexicon, "lamp", &context), ==, "譜面灯");
  context.title = "unmusical lamps";
  g_assert_null (nk_lexicon_sense (lexicon, "lamp", &context));
}

static void
test_others (void)
{
  g_auto (Scratch) folder = make_folder (NULL, NULL);
  g_autoptr (NkLexicon) lexicon = load_tiny (&folder);

  g_assert_cmpstr (nk_lexicon_acronym (lexicon, "domain name system")->acronym, ==, "DNS");
  g_assert_true (nk_lexicon_acronym (lexicon, "domain name system")->is_known);
  g_assert_false (nk_lexicon_acronym (lexicon, "lamp control protocol")->is_known);
  g_assert_true (nk_lexicon_is_known_acronym (lexicon, "TLS"));
  g_assert_false (nk_lexicon_is_known_acronym (lexicon, "LCP"));
  g_assert_cmpstr (nk_lexicon_affix (lexicon, "-based"), ==, "ベースの");
  g_assert_cmpstr (nk_lexicon_affix (lexicon, "multi-"), ==, "複数の");
  g_assert_true (nk_lexicon_is_boilerplate (lexicon, "This document is a Product of the LAMP Working Group."));
  g_assert_false (nk_lexicon_is_boilerplate (lexicon, "The working group has a product of its own."));
}

static void
test_stamp (void)
{
  g_auto (Scratch) one = make_folder (NULL, NULL), same = make_folder (NULL, NULL), other = make_folder ("senses.tsv", "key\tof _\t鍵\n");
  const char *const folders[] = { one.folder, same.folder, other.folder };
  g_autoptr (GError) error = NULL;
  guint64 stamps[3] = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    g_assert_true (nk_lexicon_folder_stamp (folders[i], &stamps[i], NULL));
  g_assert_cmpuint (stamps[0], ==, stamps[1]);
  g_assert_cmpuint (stamps[0], !=, stamps[2]);
  g_assert_false (nk_lexicon_folder_stamp ("/nonexistent/tables", &stamps[0], &error));
  g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/nonexistent/tables/terms.tsv"));
}

static const struct {
  const char *table, *row, *part;
} faults[] = {
  { "terms.tsv", "\tN\t照明\ts\n", "english is empty" },
  { "terms.tsv", "lamp\tN\t灯\ts\n", "stands twice" },
  { "terms.tsv", "fan\tQ\t扇\ts\n", "pos 'Q'" },
  { "terms.tsv", "fan\tN\t扇\tss\n", "class 'ss'" },
  { "terms.tsv", "fan\tA\t\t\n", "japanese is empty" },
  { "terms.tsv", "a b c d e f g h\tN\t扇\ts\n", "more than 7 words" },
  { "verbs.tsv", "\tO\tOを吹く\n", "verb is empty" },
  { "verbs.tsv", "blow\tto\t吹く\n", "frame 'to'" },
  { "verbs.tsv", "blow\tO X\tOを吹く\n", "frame 'O X'" },
  { "verbs.tsv", "blow\tO to P with R by R\tOをPにRで吹く\n", "frame 'O to P" },
  { "verbs.tsv", "blow\tO to P\tOを吹く\n", "no place for P" },
  { "verbs.tsv", "blow\tO\tOをRに吹く\n", "gives no R" },
  { "verbs.tsv", "blow\tO\t\n", "japanese is empty" },
  { "verbs.tsv", "blow\tO\tOを吹く\twindy\n", "note 'windy'" },
  { "verbs.tsv", "light\tO\tOを照らす\tobject=\n", "neither words nor classes" },
  { "verbs.tsv", "light\tO\tOを照らす\tobject=@y\n", "neither words nor classes" },
  { "adjectives.tsv", "\tfor P\tPに適した\n", "adjective is empty" },
  { "adjectives.tsv", "windy\tfor P\t風の強い\n", "no place for P" },
  { "prepositions.tsv", "\tN\t*\t*\tPの\n", "word is empty" },
  { "prepositions.tsv", "at\tA\t*\t*\tPの\n", "after 'A'" },
  { "prepositions.tsv", "at\tN\t@y\t*\tPの\n", "a class is none" },
  { "prepositions.tsv", "at\tN\t*\t@y\tPの\n", "a class is none" },
  { "prepositions.tsv", "at\tN\t*\t*\tVの\n", "has no P" },
  { "prepositions.tsv", "at\tV\t*\ting\tPで\n", "has no V" },
  { "senses.tsv", "key\ta b c\t鍵\n", "has no _" },
  { "senses.tsv", "key\t_ a b c d e f\t鍵\n", "more than 6 words" },
  { "senses.tsv", "key\t_ @y\t鍵\n", "class '@y'" },
  { "senses.tsv", "key\t_ a\t\n", "japanese is empty" },
  { "senses.tsv", "key\t#music\t鍵盤\n", "names no topic" },
  { "senses.tsv", "key\t#music,,piano _\t鍵盤\n", "names no topic" },
  { "acronyms.tsv", "\tlamp path\t\n", "acronym is empty" },
  { "acronyms.tsv", "LP\tlamp path\tfamous\n", "notes 'famous'" },
  { "affixes.tsv", "ish\tっぽい\n", "neither -suffix nor prefix-" },
  { "affixes.tsv", "-ish-\tっぽい\n", "neither -suffix nor prefix-" },
  { "boilerplate.tsv", "product … … group\n", "an empty part" },
  { "affixes.tsv", "-ish\tっぽい\tmore\n", "more cells" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_auto (Scratch) folder = make_folder (faults[i].table, faults[i].row);
    g_autoptr (GError) error = NULL;
    g_autoptr (NkLexicon) lexicon = nk_lexicon_load (folder.folder, &error);
    g_autoptr (GPtrArray) found = NULL;
    NkLexiconCounts counts;

    g_assert_null (lexicon);
    g_assert_error (error, NK_ERROR, NK_ERROR_INPUT);
    g_assert_nonnull (strstr (error->message, faults[i].table));
    if (strstr (error->message, faults[i].part) == NULL)
      g_error ("%s: %s", faults[i].row, error->message);
    found = nk_lexicon_check (folder.folder, &counts);
    g_assert_cmpuint (found->len, ==, 1);
    g_assert_cmpstr (g_ptr_array_index (found, 0), ==, error->message);
  }
}

/* Rows that do no harm, but are never reached: only a check tells. */
static void
test_dead_rows (void)
{
  static const struct {
    const char *table, *row, *part;
  } dead[] = {
    { "verbs.tsv", "light\tO\tOを灯す\n", "twice" },
    { "verbs.tsv", "light\tI\t光る\tstative\n", "no first row" },
    { "verbs.tsv", "blow\tO\tOの送風\n", "dictionary form" },
    { "adjectives.tsv", "suitable\tfor P\tP向きの\n", "twice" },
    { "prepositions.tsv", "for\tN\tlamp\t*\tP向けの\n", "a row before this one" },
    { "senses.tsv", "key\t_ *\t鍵\n", "twice" },
    { "acronyms.tsv", "LCP\tlamp control protocol\t\n", "twice" },
    { "affixes.tsv", "-based\tに基づく\n", "twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dead); i++) {
    g_auto (Scratch) folder = make_folder (dead[i].table, dead[i].row);
    g_autoptr (NkLexicon) lexicon = load_tiny (&folder);
    NkLexiconCounts counts;
    g_autoptr (GPtrArray) found = nk_lexicon_check (folder.folder, &counts);

    g_assert_cmpuint (found->len, ==, 1);
    g_assert_nonnull (strstr (g_ptr_array_index (found, 0), dead[i].part));
  }
}

static void
test_missing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_auto (Scratch) folder = make_folder (tables[i].name, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (NkLexicon) lexicon = nk_lexicon_load (folder.folder, &error);
    NkLexiconCounts counts;
    g_autoptr (GPtrArray) found = nk_lexicon_check (folder.folder, &counts);

    g_assert_null (lexicon);
    g_assert_error (error, NK_ERROR, NK_ERROR_NOT_FOUND);
    g_assert_nonnull (strstr (error->message, tables[i].name));
    g_assert_cmpuint (found->len, ==, 1);
  }
}

static void
test_check (void)
{
  g_auto (Scratch) good = make_folder (NULL, NULL);
  g_autoptr (GString) many = g_string_new (NULL);
  g_auto (Scratch) bad = { NULL };
  NkLexiconCounts counts;
  g_autoptr (GPtrArray) none = nk_lexicon_check (good.folder, &counts), found = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (counts.terms, ==, 9);
  g_assert_cmpuint (counts.verbs, ==, 7);
  g_assert_cmpuint (counts.frames, ==, 8);
  g_assert_cmpuint (counts.boilerplate, ==, 1);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (many, "fan%u\tX\t扇\ts\n", i);
  bad = make_folder ("terms.tsv", many->str);
  found = nk_lexicon_check (bad.folder, &counts);
  g_assert_cmpuint (found->len, ==, NK_LEXICON_MAX_FAULTS + 1);
  g_assert_nonnull (strstr (g_ptr_array_index (found, found->len - 1), "more than 200 faults"));
}

/* The tables of the program itself. */
static void
test_own_tables (void)
{
  g_autofree char *folder = nk_share_path ("language", NULL);
  NkLexiconCounts counts;
  g_autoptr (GPtrArray) found = nk_lexicon_check (folder, &counts);

  for (guint i = 0; i < found->len; i++)
    g_test_message ("%s", (const char *)g_ptr_array_index (found, i));
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (counts.terms, >, 5000);
  g_assert_cmpuint (counts.frames, >, 4000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/a_word_may_be_several_parts_of_speech", test_words);
  g_test_add_func ("/lexicon/plurals_of_nouns_are_computed", test_plurals);
  g_test_add_func ("/lexicon/forms_of_verbs_are_computed_or_given", test_verbs);
  g_test_add_func ("/lexicon/every_kind_of_frame_is_read", test_frames);
  g_test_add_func ("/lexicon/a_frame_has_other_japanese_for_some_objects", test_frame_of_object);
  g_test_add_func ("/lexicon/the_first_row_of_a_preposition_that_fits_is_taken", test_joints);
  g_test_add_func ("/lexicon/neighbours_choose_a_sense", test_senses);
  g_test_add_func ("/lexicon/the_field_chooses_a_sense", test_senses_of_a_field);
  g_test_add_func ("/lexicon/acronyms_affixes_and_boilerplate", test_others);
  g_test_add_func ("/lexicon/the_stamp_follows_the_tables", test_stamp);
  g_test_add_func ("/lexicon/every_fault_is_named_with_its_table", test_faults);
  g_test_add_func ("/lexicon/a_check_finds_rows_that_are_never_reached", test_dead_rows);
  g_test_add_func ("/lexicon/a_missing_table_is_named", test_missing);
  g_test_add_func ("/lexicon/a_check_counts_and_has_an_end", test_check);
  g_test_add_func ("/lexicon/the_tables_of_the_program_are_sound", test_own_tables);
  return g_test_run ();
}
