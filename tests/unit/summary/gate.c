/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "summary/gate.h"
#include <string.h>

static const char title[] = "Lamp Control over CoAP (LAMPC)";
static const char abstract[]
    = "This document defines LAMPC, a control protocol for lamps in 6LoWPAN and Wi-Fi networks. It runs over CoAP with TLS 1.3 or OSCORE "
      "and "
      "updates RFC 8446 and RFCs 2119, 8174. It does not change the Internet of Things model of draft-moss-iot-model-07. "
      "Lamps report their state every 1,500 ms in two modes, using SRv6 and P-256 and non-volatile keys in client_id. They read text/csv "
      "over mqtt. See "
      "https://example.org/l.";
static const char sentence[] = "This document defines LAMPC, a control protocol for lamps in 6LoWPAN and Wi-Fi networks.";
static const char denial[] = "It does not change the Internet of Things model of draft-moss-iot-model-07.";

/* NULL if the gate lets `text` pass, else its reason. (transfer full) */
static char *
judge_sources (const char *language, const char *text, gboolean is_quoted, const char *source)
{
  NkSummaryRequest request = { language, "draft-moss-lampc", title, abstract, NK_STANDING_INDIVIDUAL };
  NkSummary *summary = g_new0 (NkSummary, 1);
  g_autoptr (NkSummary) owned = summary;
  char *reason = NULL;

  summary->text = g_strdup (text);
  summary->engine = "test";
  summary->sources = g_ptr_array_new_with_free_func (g_free);
  if (source != NULL)
    g_ptr_array_add (summary->sources, g_strdup (source));
  summary->is_quoted = is_quoted;
  if (nk_gate_accepts (&request, summary, &reason))
    g_assert_null (reason);
  else
    g_assert_nonnull (reason);
  return reason;
}

static void
expect_pass (const char *language, const char *text)
{
  g_autofree char *reason = judge_sources (language, text, FALSE, sentence);

  if (reason != NULL)
    g_error ("refused: %s\n%s", text, reason);
}

/* `why` has to be a part of the reason. */
static void
expect_refusal (const char *language, const char *text, const char *why)
{
  g_autofree char *reason = judge_sources (language, text, FALSE, sentence);

  if (reason == NULL || strstr (reason, why) == NULL)
    g_error ("not refused for %s: %s\n%s", why, text, reason != NULL ? reason : "passed");
}

static void
expect_negation (const char *language, const char *text, const char *source, const char *why)
{
  g_autofree char *reason = judge_sources (language, text, FALSE, source);

  if ((reason == NULL) != (why == NULL) || (why != NULL && strstr (reason, why) == NULL))
    g_error ("%s: %s", text, reason != NULL ? reason : "passed");
}

static void
test_faithful (void)
{
  expect_pass ("ja", "6LoWPANとWi-Fiの照明を制御するプロトコルLAMPCを規定する。");
  expect_pass ("ja", "CoAP上でTLS 1.3またはOSCOREと動作し、RFC 8446とRFC 2119を更新する。");
  expect_pass ("en", "Defines LAMPC, which controls lamps over CoAP.");
}

static void
test_spellings (void)
{
  expect_pass ("ja", "RFC8446を更新する。");
  expect_pass ("ja", "ＲＦＣ ８４４６を更新する。");
  expect_pass ("ja", "TLSv1.3で動作する照明の制御を定める。");
  expect_pass ("ja", "WiFiの照明を制御する。");
  expect_pass ("ja", "COAPで照明を制御する。");
  expect_pass ("ja", "TLSで守る照明の制御方式。");
  expect_pass ("ja", "1500 msごとに状態を送る。");
  expect_pass ("ja", "2つの方式で状態を送る。");
  expect_pass ("ja", "P256とSRv6を用いる。");
  expect_pass ("ja", "MQTTで照明に送る。");
  expect_pass ("ja", "mqttで照明に送る。");
  expect_pass ("ja", "照明はtext/csvを読み取る。");
}

static void
test_numbers (void)
{
  expect_refusal ("ja", "照明を最大30台まで制御する。", "number");
  expect_refusal ("ja", "TLS 1.2で照明を制御する。", "1.2");
  expect_refusal ("ja", "TLS 3で照明を制御する。", "3");
  expect_refusal ("ja", "照明を最大３０台まで制御する。", "30");
  expect_refusal ("ja", "150 msごとに状態を送る。", "150");
  expect_refusal ("en", "Controls up to 30 lamps.", "30");
  expect_refusal ("ja", "状態を8つの方式で送る。", "8");
}

static void
test_rfcs (void)
{
  expect_refusal ("ja", "RFC 8447を更新する。", "RFC 8447");
  expect_refusal ("ja", "RFC844を更新する。", "RFC 844");
  expect_refusal ("ja", "RFC 1500を更新する。", "RFC 1500");
  expect_refusal ("en", "Updates RFC-9000 for lamps.", "RFC 9000");
  expect_refusal ("ja", "RFC 84460を更新する。", "RFC 84460");
  expect_pass ("ja", "RFC 8174を更新する。");
}

static void
test_drafts (void)
{
  expect_refusal ("ja", "draft-moss-iot-modelsを参照する。", "draft-moss-iot-models");
  expect_refusal ("ja", "draft-moss-iotを参照する。", "draft-moss-iot");
  expect_pass ("ja", "draft-moss-iot-modelを参照する。");
  expect_pass ("ja", "draft-moss-iot-model-07を参照する。");
  expect_refusal ("ja", "draft-moss-iot-model-08を参照する。", "draft-moss-iot-model-08");
}

static void
test_acronyms (void)
{
  expect_refusal ("ja", "DTLSで照明を制御する。", "DTLS");
  expect_refusal ("ja", "TLS-PSKで照明を制御する。", "TLS-PSK");
  expect_refusal ("ja", "LAMPとして規定する。", "LAMP");
  expect_refusal ("ja", "SRv4を用いる。", "SRv4");
  expect_refusal ("ja", "IETFが定めた方式である。", "IETF");
  expect_refusal ("en", "Lamps are controlled with QUIC.", "QUIC");
}

static void
test_mixed_case (void)
{
  expect_refusal ("ja", "OAuthで認可する照明の制御方式。", "OAuth");
  expect_refusal ("ja", "Kubernetesで照明を管理する。", "Kubernetes");
  expect_refusal ("en", "Lamps are sold by Mossco today.", "Mossco");
  expect_refusal ("ja", "ΔTLSで照明を制御する。", "ΔTLS");
}

/* Words next to each other across a comma or a full stop are no name. */
static void
test_joined (void)
{
  expect_refusal ("ja", "LAMPC-Aを規定する。", "LAMPC-A");
  expect_refusal ("ja", "OSCOREUPDATESを規定する。", "OSCOREUPDATES");
}

static void
test_leaked (void)
{
  expect_refusal ("ja", "照明のcontrolを規定する。", "control");
  expect_refusal ("ja", "This documentは照明の制御を規定する。", "English in");
  expect_refusal ("ja", "照明を a 方式で制御する。", "English in");
  expect_refusal ("ja", "LAMPC of TLSを規定する。", "of");
}

static void
test_identifiers (void)
{
  expect_pass ("ja", "client_idを鍵と結び付ける。");
  expect_refusal ("ja", "server_idを鍵と結び付ける。", "server_id");
  expect_pass ("ja", "Internet of Thingsの照明を扱う。");
}

/* FALSE if the gate refuses `text` as a summary of `document`, which is title and abstract at once. */
static gboolean
passes_for (const char *document, const char *text)
{
  NkSummaryRequest request = { "ja", "draft-moss-lampc", document, document, NK_STANDING_INDIVIDUAL };
  NkSummary summary = { .text = (char *)text, .engine = "test" };
  g_autofree char *reason = NULL;
  gboolean passes = nk_gate_accepts (&request, &summary, &reason);

  g_assert_true (passes || g_utf8_validate (reason, -1, NULL));
  return passes;
}

static void
test_name_behind_its_abbreviation (void)
{
  static const char document[] = "This document uses the Lamp Format (LF) for Rooms and Scenes.";

  g_assert_true (passes_for (document, "Lamp Format (LF) for Rooms and Scenesを使用する。"));
  g_assert_false (passes_for (document, "Lamp Format (LF) for Scenesを使用する。"));
  g_assert_false (passes_for (document, "Lamp Format (LF) for 部屋を使用する。"));
}

static void
test_plural_names (void)
{
  static const char document[] = "This document describes Policies between ASes.";

  g_assert_true (passes_for (document, "AS間のPolicyを説明する。"));
  g_assert_false (passes_for (document, "AS間のPolを説明する。"));
}

static void
test_abbreviated_names (void)
{
  static const char document[] = "The Push to talk over Lamps (PTL) system uses Lamp Link Path Protocol version 2 (LLPPv2) and the Lamp "
                                 "Path language. Push is used to talk over Lamps.";

  g_assert_true (passes_for (document, "Push to talk over Lamps(PTL)の仕組みを使う。"));
  g_assert_true (passes_for (document, "Lamp Link Path Protocol version 2(LLPPv2)を拡張する。"));
  g_assert_true (passes_for (document, "PTL向けのPush to talk over Lamps LLPPv2を使う。"));
  /* no abbreviation; another spelling; a part of it; words around it; the same words apart */
  g_assert_false (passes_for (document, "Lamp Path languageを使う。"));
  g_assert_false (passes_for (document, "push to talk over Lampsを使う。"));
  g_assert_false (passes_for (document, "Push to talkを使う。"));
  g_assert_false (passes_for (document, "The Push to talk over Lamps systemを使う。"));
  g_assert_false (passes_for (document, "Push used to talk over Lampsを使う。"));
}

static void
test_number_words (void)
{
  g_assert_true (passes_for ("Sixteen lamps.", "16個の照明を扱う。"));
  g_assert_true (passes_for ("A pair of lamps.", "1組の照明を扱う。"));
  g_assert_true (passes_for ("A pair of lamps.", "2つの照明を扱う。"));
  g_assert_true (passes_for ("The past decade of lamps.", "過去10年の照明を扱う。"));
  g_assert_true (passes_for ("A sub-second switch.", "1秒未満の切り替えを扱う。"));
  g_assert_true (passes_for ("Twenty lamps.", "20個の照明を扱う。"));
  g_assert_false (passes_for ("Sixteen lamps.", "6個の照明を扱う。"));
  g_assert_false (passes_for ("A pair of lamps.", "3つの照明を扱う。"));
  g_assert_false (passes_for ("Twenty-one lamps.", "21個の照明を扱う。"));
  g_assert_false (passes_for ("A decadent lamp.", "10個の照明を扱う。"));
}

static void
test_negation_words (void)
{
  g_assert_true (passes_for ("The use of non-ASCII lamps.", "照明におけるnon-ASCII文字を扱う。"));
  g_assert_true (passes_for ("It proscribes old lamps.", "古い照明を禁止する。"));
  g_assert_true (passes_for ("It recommends against old lamps.", "古い照明を推奨しない。"));
  g_assert_true (passes_for ("Several easy lamps.", "容易ないくつかの照明を扱う。"));
  g_assert_false (passes_for ("It protects against old lamps.", "古い照明を推奨しない。"));
  g_assert_false (passes_for ("The use of non-ASCII lamps.", "照明におけるASCII文字を扱う。"));
}

/* A reason repeats the start of the text, and does not cut a character in two. */
static void
test_reasons (void)
{
  g_autoptr (GString) text = g_string_new ("「");

  for (guint i = 0; i < 70; i++) {
    g_autofree char *longer = g_strdup_printf ("%s照明」を扱う。", text->str);

    g_assert_false (passes_for ("A lamp.", longer));
    g_string_append (text, i % 2 == 0 ? "a" : "照");
  }
}

static void
test_quotes (void)
{
  expect_pass ("ja", "「control protocol for lamps」を規定する。");
  expect_refusal ("ja", "「control protocol for fans」を規定する。", "quoted words");
  expect_refusal ("ja", "「Control Protocol」を規定する。", "quoted words");
  expect_refusal ("ja", "「control protocol for lampsを規定する。", "quoted words");
  expect_refusal ("ja", "「」を規定する。", "quoted words");
  expect_refusal ("ja", "「amps in」を規定する。", "quoted words");
  expect_refusal ("en", "A text on “fans and more”.", "quoted words");
  expect_pass ("en", "A text on “Lamp Control over CoAP (LAMPC)”.");
}

static void
test_negation_lost (void)
{
  expect_negation ("ja", "Internet of Thingsのモデルを変更する。", denial, "lost");
  expect_negation ("ja", "Internet of Thingsのモデルを変更しない。", denial, NULL);
  expect_negation ("ja", "Internet of Thingsのモデルを変更せずに使う。", denial, NULL);
  expect_negation ("ja", "モデルの変更を避ける。", denial, NULL);
  expect_negation ("en", "Changes the Internet of Things model.", denial, "lost");
  expect_negation ("en", "Works without a change of the model.", denial, NULL);
}

static void
test_negation_invented (void)
{
  expect_negation ("ja", "照明を制御しないプロトコルLAMPC。", sentence, "denies");
  expect_negation ("ja", "照明の制御を禁止する。", sentence, "denies");
  expect_negation ("ja", "照明を使わずに制御する。", sentence, "denies");
  expect_negation ("ja", "照明の制御は不可である。", sentence, "denies");
  expect_negation ("en", "A protocol that does not control lamps.", sentence, "denies");
}

static void
test_harmless (void)
{
  static const char *const texts[] = {
    "照明は必ず状態を送る。",         "照明は状態を送らなければならない。", "少ない通信量で照明を制御する。", "照明だけでなく網も扱う。",
    "まず照明を規定する。",           "非常に小さな照明を扱う。",           "照明ないし網を扱う。",           "照明を一つずつ制御する。",
    "照明を端末とみなし、制御する。", "照明に不可欠な制御を規定する。",     "照明で生ずる状態を扱う。",       "照明にともなう制御を扱う。",
    "照明は状態を送るかもしれない。",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    expect_negation ("ja", texts[i], sentence, NULL);
}

static void
test_verbs_that_deny (void)
{
  static const char *const texts[] = {
    "照明を含まず網を扱う。", "照明を経ずに制御する。",   "照明に及ばず網を扱う。", "照明を用いず制御する。",
    "鍵なしで制御する。",     "照明をともなわない制御。", "照明が使えなくなる。",   "知らぬ照明を扱う。",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    expect_negation ("ja", texts[i], sentence, "denies");
}

/* Without sources the whole abstract counts, which denies something. */
static void
test_no_sources (void)
{
  expect_negation ("ja", "照明を制御するプロトコルLAMPCを規定する。", NULL, "lost");
  expect_negation ("ja", "「Lamp Control over CoAP (LAMPC)」を扱う文書。", NULL, NULL);
  expect_negation ("ja", "「Lamp Control over CoAP (LAMPC)」を扱わない文書。", NULL, "denies");
}

static void
test_false_sources (void)
{
  expect_negation ("ja", "照明を制御する。", "Lamps are controlled without keys.", "source is not");
  expect_negation ("ja", "照明を制御する。", "", "source is not");
}

static void
test_length (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  expect_refusal ("ja", "", "empty");
  for (int i = 0; i < 400; i++)
    g_string_append (text, "の");
  expect_pass ("ja", text->str);
  g_string_append (text, "の");
  expect_refusal ("ja", text->str, "401");
  g_string_truncate (text, 0);
  for (int i = 0; i < 1000; i++)
    g_string_append (text, "a ");
  expect_pass ("en", text->str);
  g_string_append (text, "a");
  expect_refusal ("en", text->str, "2001");
  for (int i = 0; i < 10000; i++)
    g_string_append (text, "a");
  expect_refusal ("en", text->str, "bytes");
}

static void
test_markup (void)
{
  static const char *const texts[]
      = { "照明<b>を</b>制御する。", "`LAMPC`を規定する。", "[照明](#l)を制御する。", "**LAMPC**を規定する。",
          "# 照明を制御する。",      "- 照明を制御する。",  "照明＜を＞制御する。",   "照明 > 網を制御する。" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    expect_refusal ("ja", texts[i], "markup");
}

static void
test_urls (void)
{
  expect_refusal ("ja", "照明はtext/lampを読み取る。", "English");
  expect_refusal ("ja", "https://example.org/lに照明の仕様がある。", "link");
  expect_refusal ("ja", "www.example.orgに照明の仕様がある。", "link");
  expect_refusal ("en", "Write to mailto:moss@example.org for lamps.", "link");
  expect_pass ("ja", "仕様は「https://example.org/l」にある。");
}

static void
test_controls (void)
{
  expect_refusal ("ja", "照明を\n制御する。", "control");
  expect_refusal ("ja", "照明を\x1b[31m制御する。", "control");
  expect_refusal ("ja", "照明を\xe2\x80\xae制御する。", "control");
  expect_refusal ("ja", "照明を\xff制御する。", "UTF-8");
}

static void
test_language (void)
{
  expect_refusal ("ja", "LAMPC TLS 1.3.", "no Japanese");
  expect_refusal ("en", "Defines 照明 control.", "Japanese in");
}

static void
expect_quoted (const char *text, const char *source, const char *why)
{
  g_autofree char *reason = judge_sources ("ja", text, TRUE, source);

  if ((reason == NULL) != (why == NULL) || (why != NULL && strstr (reason, why) == NULL))
    g_error ("%s: %s", text, reason != NULL ? reason : "passed");
}

static void
test_quoted (void)
{
  expect_quoted (sentence, sentence, NULL);
  expect_quoted (denial, denial, NULL);
  expect_quoted (sentence, NULL, NULL);
  expect_quoted ("This document defines LAMPC, a control…", sentence, NULL);
  expect_quoted ("This document defines LAMPX, a control protocol for lamps in 6LoWPAN and Wi-Fi networks.", sentence, "letter");
  expect_quoted ("It does change the Internet of Things model of draft-moss-iot-model-07.", denial, "letter");
  expect_quoted ("…", sentence, "letter");
}

static void
test_title_with_quotes (void)
{
  NkSummaryRequest request = { "ja", "draft-moss-q", "On 「Lamps」 and <b>不可</b> `x` **y** www.example.org", "", NK_STANDING_WG };
  NkSummary summary = { (char *)"「On 「Lamps」 and <b>不可</b> `x` **y** www.example.org」を扱う文書。", "title", 0.3, NULL, FALSE };

  g_assert_true (nk_gate_accepts (&request, &summary, NULL));
  summary.text = (char *)"「On 「Lamps」 and <b>不可</b> `x` **y** www.example.com」を扱う文書。";
  g_assert_false (nk_gate_accepts (&request, &summary, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate/a_faithful_text_passes", test_faithful);
  g_test_add_func ("/gate/a_name_goes_on_behind_its_abbreviation", test_name_behind_its_abbreviation);
  g_test_add_func ("/gate/the_singular_of_a_name_passes", test_plural_names);
  g_test_add_func ("/gate/other_spellings_of_the_same_name_pass", test_spellings);
  g_test_add_func ("/gate/a_number_from_nowhere_is_refused", test_numbers);
  g_test_add_func ("/gate/an_rfc_from_nowhere_is_refused", test_rfcs);
  g_test_add_func ("/gate/a_draft_name_from_nowhere_is_refused", test_drafts);
  g_test_add_func ("/gate/an_acronym_from_nowhere_is_refused", test_acronyms);
  g_test_add_func ("/gate/a_product_name_from_nowhere_is_refused", test_mixed_case);
  g_test_add_func ("/gate/neighbours_are_not_joined_to_a_name", test_joined);
  g_test_add_func ("/gate/english_in_japanese_is_refused", test_leaked);
  g_test_add_func ("/gate/identifiers_and_names_of_the_document_stay_in_latin_letters", test_identifiers);
  g_test_add_func ("/gate/a_name_that_the_document_abbreviates_may_hold_small_words", test_abbreviated_names);
  g_test_add_func ("/gate/a_number_may_be_a_word_in_the_document", test_number_words);
  g_test_add_func ("/gate/other_words_that_deny_are_a_ground", test_negation_words);
  g_test_add_func ("/gate/a_reason_is_valid_text", test_reasons);
  g_test_add_func ("/gate/quoted_words_stand_in_the_document_to_the_letter", test_quotes);
  g_test_add_func ("/gate/a_lost_negation_is_refused", test_negation_lost);
  g_test_add_func ("/gate/an_invented_negation_is_refused", test_negation_invented);
  g_test_add_func ("/gate/words_that_look_like_a_negation_pass", test_harmless);
  g_test_add_func ("/gate/every_negative_form_of_a_verb_is_seen", test_verbs_that_deny);
  g_test_add_func ("/gate/a_text_without_sources_rests_on_all_or_on_the_title", test_no_sources);
  g_test_add_func ("/gate/a_source_that_is_not_in_the_document_is_refused", test_false_sources);
  g_test_add_func ("/gate/a_text_has_a_length", test_length);
  g_test_add_func ("/gate/markup_is_refused", test_markup);
  g_test_add_func ("/gate/a_url_is_refused_unless_quoted", test_urls);
  g_test_add_func ("/gate/control_characters_and_broken_utf8_are_refused", test_controls);
  g_test_add_func ("/gate/a_text_is_in_the_language_of_its_reader", test_language);
  g_test_add_func ("/gate/a_quoted_text_is_the_document_to_the_letter", test_quoted);
  g_test_add_func ("/gate/a_title_may_hold_quotes_and_markup", test_title_with_quotes);
  return g_test_run ();
}
