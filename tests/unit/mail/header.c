/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "mail/header.h"
#include "mail/header_address.h"
#include "mail/header_parameter.h"
#include "mail/message.h"

static NkHeader
read_header (const char *bytes, const char **ret_body)
{
  NkHeader header;
  NkSlice body;

  nk_header_read (nk_slice_text (bytes), &header, &body);
  if (ret_body != NULL)
    *ret_body = body.data;
  return header;
}

static void
assert_value (const NkHeader *header, NkField field, const char *expected)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  NkSlice value = nk_header_unfold (header->values[field], scratch);
  g_autofree char *text = nk_slice_dup (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_every_name_is_found_by_its_length (void)
{
  for (guint i = 0; i < NK_N_FIELDS; i++) {
    g_autofree char *upper = g_ascii_strup (nk_header_field_name ((NkField)i), -1);

    g_assert_cmpuint (nk_header_field (nk_slice_text (upper)), ==, i);
  }
  g_assert_cmpuint (nk_header_field (NK_SLICE_LITERAL ("X-Unknown")), ==, NK_N_FIELDS);
  g_assert_cmpuint (nk_header_field (NK_SLICE_EMPTY), ==, NK_N_FIELDS);
}

static void
test_fields_and_body (void)
{
  const char *body;
  NkHeader header = read_header ("From: a@b\nX-Other: x\nsubject:one\n two\n\tthree\n\nbody\n", &body);

  assert_value (&header, NK_FIELD_FROM, "a@b");
  assert_value (&header, NK_FIELD_SUBJECT, "one two\tthree");
  g_assert_cmpstr (body, ==, "body\n");
  g_assert_true (header.is_plain);
  g_assert_cmpuint (header.repairs, ==, NK_REPAIR_NONE);
  g_assert_null (header.values[NK_FIELD_DATE].data);
}

static void
test_first_of_two_counts (void)
{
  NkHeader header = read_header ("Subject: one\nSubject: two\n\n", NULL);

  assert_value (&header, NK_FIELD_SUBJECT, "one");
}

static void
test_stray_line_is_passed_over (void)
{
  const char *body;
  NkHeader header = read_header ("From: a@b\n>From somebody\nthis is no field\nSubject: s\n\nbody\n", &body);

  assert_value (&header, NK_FIELD_SUBJECT, "s");
  g_assert_cmpstr (body, ==, "body\n");
  g_assert_cmpuint (header.repairs, ==, NK_REPAIR_HEADER);
  g_assert_false (header.is_plain);
}

static void
test_forgotten_empty_line (void)
{
  const char *body;
  NkHeader header = read_header ("From: a@b\nSubject: s\nDear all,\nNote: this is text.\n\nmore\n", &body);

  g_assert_cmpstr (body, ==, "Dear all,\nNote: this is text.\n\nmore\n");
  g_assert_cmpuint (header.repairs, ==, NK_REPAIR_HEADER);
}

static void
test_blank_before_colon (void)
{
  NkHeader header = read_header ("Subject : s\n\n", NULL);

  assert_value (&header, NK_FIELD_SUBJECT, "s");
  g_assert_false (header.is_plain);
  g_assert_cmpuint (header.repairs, ==, NK_REPAIR_NONE);
}

static void
test_header_without_end (void)
{
  NkHeader header;
  NkSlice body;

  nk_header_read (NK_SLICE_LITERAL ("Subject: s"), &header, &body);
  assert_value (&header, NK_FIELD_SUBJECT, "s");
  g_assert_cmpuint (body.length, ==, 0);
  nk_header_read (NK_SLICE_EMPTY, &header, &body);
  g_assert_cmpuint (header.n_known + body.length, ==, 0);
}

static void
test_fields_behind_the_limit_are_not_read (void)
{
  g_autoptr (GString) bytes = g_string_new ("From: a@b\n");
  NkHeader header;
  NkSlice body;

  while (bytes->len <= NK_MESSAGE_MAX_HEADER_BYTES)
    g_string_append (bytes, "X-Filler: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n");
  g_string_append (bytes, "Subject: late\n\nbody\n");
  nk_header_read (nk_slice (bytes->str, bytes->len), &header, &body);
  assert_value (&header, NK_FIELD_FROM, "a@b");
  g_assert_null (header.values[NK_FIELD_SUBJECT].data);
  g_assert_true (nk_slice_equal (body, NK_SLICE_LITERAL ("body\n")));
  g_assert_cmpuint (header.repairs, ==, NK_REPAIR_LIMIT);
}

static void
test_long_value_is_cut (void)
{
  g_autofree char *filler = g_strnfill (NK_HEADER_MAX_VALUE_BYTES + 10, 'x');
  g_autofree char *bytes = g_strconcat ("Subject: ", filler, "\n\n", NULL);
  NkHeader header = read_header (bytes, NULL);

  g_assert_cmpuint (header.values[NK_FIELD_SUBJECT].length, ==, NK_HEADER_MAX_VALUE_BYTES);
  g_assert_cmpuint (header.repairs, ==, NK_REPAIR_LIMIT);
}

static const struct {
  const char *value, *address;
} addresses[] = {
  { "a@b.example", "a@b.example" },
  { " Internet-Drafts@ietf.org ", "internet-drafts@ietf.org" },
  { "\"x, y <z>\" <A@B.example>", "a@b.example" },
  { "a@b.example (x (y) z@w)", "a@b.example" },
  { "Some One <a@b.example>, c@d.example", "a@b.example" },
  { "a at b.example (Some One)", "a@b.example" },
  { "Some One <a at b.example>", "a@b.example" },
  { "a@b.example on behalf of c@d.example", "c@d.example" },
  { "A <a@b.example> on behalf of C <c@d.example>", "c@d.example" },
  { "\"x on behalf of c@d.example\" <a@b.example>", "a@b.example" },
  { "\"IAOC Chair <chair@a.example>\"@relay.example", "chair@a.example" },
  { "a@b.example@c.example", "a@b.example" },
  { "Bob <.bob@b.example>", ".bob@b.example" },
  { "User <user=40host.example@dmarc.ietf.org>", "user@host.example" },
  { "user@dmarc.ietf.org", "user@dmarc.ietf.org" },
  { "IETF-Announce: a@b.example;", "a@b.example" },
  { "IETF-Announce: ;", "" },
  { "IETF-Announce:;;@ns.example", "" },
  { "(a@b.example)", "a@b.example" },
  { "nobody", "" },
  { "@", "" },
  { "<>", "" },
  { "", "" },
  { "\"open <a@b.example>", "a@b.example" },
  { "((((((", "" },
  { "meet me at noon", "" },
  { "internet-drafts@ietf.org: mallory@example.org;", "mallory@example.org" }, /* the name of a group is no address */
  { "internet-drafts@ietf.org :;", "" },
};

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++) {
    g_autofree char *address = nk_address_first (nk_slice_text (addresses[i].value));

    g_assert_cmpstr (address, ==, addresses[i].address);
  }
}

static const struct {
  const char *value;
  gboolean is_read;
  const char *subtype, *charset, *boundary;
} types[] = {
  { "", TRUE, "plain", "", "" },
  { "text/plain", TRUE, "plain", "", "" },
  { " Text/Plain;\n charset=\"UTF-8\" ; ", TRUE, "Plain", "UTF-8", "" },
  { "Multipart/Mixed; Boundary=\"NextPart\"", TRUE, "Mixed", "", "NextPart" },
  { "text/html ;", TRUE, "html", "", "" },
  { "text", FALSE, "", "", "" },
  { "text/plain; charset", FALSE, "", "", "" },
  { "text/plain; charset*=utf-8''x", FALSE, "", "", "" },
  { "text/plain; charset=a; charset=b", FALSE, "", "", "" },
  { "text/plain; charset=\"utf-8\n \"", FALSE, "", "", "" },
  { "text/plain; charset=\"a\\\"b\"", FALSE, "", "", "" },
  { "text/plain (comment)", FALSE, "", "", "" },
  { "multipart/mixed; boundary=a=b", FALSE, "", "", "" },
};

static void
test_content_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    NkContentType type = { 0 };

    g_assert_cmpint (nk_content_type_read (nk_slice_text (types[i].value), &type), ==, types[i].is_read);
    if (!types[i].is_read)
      continue;
    g_assert_true (nk_slice_equal (type.subtype, nk_slice_text (types[i].subtype)));
    g_assert_true (nk_slice_equal (type.charset, nk_slice_text (types[i].charset)));
    g_assert_true (nk_slice_equal (type.boundary, nk_slice_text (types[i].boundary)));
  }
}

static void
test_attachment (void)
{
  g_assert_true (nk_header_is_attachment (NK_SLICE_LITERAL (" Attachment; filename=x")));
  g_assert_false (nk_header_is_attachment (NK_SLICE_LITERAL ("inline")));
  g_assert_false (nk_header_is_attachment (NK_SLICE_EMPTY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/header/every_name_is_found_by_its_length", test_every_name_is_found_by_its_length);
  g_test_add_func ("/header/fields_are_found_and_the_body_follows_the_empty_line", test_fields_and_body);
  g_test_add_func ("/header/the_first_of_two_fields_counts", test_first_of_two_counts);
  g_test_add_func ("/header/a_line_that_is_no_field_is_passed_over", test_stray_line_is_passed_over);
  g_test_add_func ("/header/a_body_without_empty_line_before_it_is_found", test_forgotten_empty_line);
  g_test_add_func ("/header/a_blank_before_the_colon_is_allowed", test_blank_before_colon);
  g_test_add_func ("/header/a_header_may_end_with_the_bytes", test_header_without_end);
  g_test_add_func ("/header/fields_behind_256_kib_are_not_read", test_fields_behind_the_limit_are_not_read);
  g_test_add_func ("/header/a_value_over_32_kib_is_cut", test_long_value_is_cut);
  g_test_add_func ("/header/an_address_is_found_in_every_form", test_addresses);
  g_test_add_func ("/header/a_content_type_is_read_by_the_book_or_not_at_all", test_content_types);
  g_test_add_func ("/header/an_attachment_says_so", test_attachment);
  return g_test_run ();
}
