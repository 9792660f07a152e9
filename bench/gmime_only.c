/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* gmime-only FILE: reads an mbox with GMime alone, and takes what a digest needs of each message: Subject, From, To, Message-ID, List-Id, Date, and the
 * first text part as UTF-8. It does not look into the text, so it does less than `nikkan import --dry-run --parser=gmime`. */
#include <gmime/gmime.h>

typedef struct {
  guint64 messages, bytes, without_text;
} Totals;

static gsize
length_of (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

/* The first text/plain part in the order of the message. */
static GMimeTextPart *
first_text (GMimeMessage *message)
{
  GMimePartIter *iter = g_mime_part_iter_new (GMIME_OBJECT (message));
  GMimeTextPart *found = NULL;

  do {
    GMimeObject *part = g_mime_part_iter_get_current (iter);

    if (GMIME_IS_TEXT_PART (part))
      found = GMIME_TEXT_PART (part);
  } while (found == NULL && g_mime_part_iter_next (iter));
  g_mime_part_iter_free (iter);
  return found;
}

static void
take_fields (GMimeMessage *message, Totals *totals)
{
  GMimeTextPart *part = first_text (message);
  GDateTime *date = g_mime_message_get_date (message);
  InternetAddressList *from = g_mime_message_get_from (message), *to = g_mime_message_get_to (message);
  g_autofree char *from_text = from != NULL ? internet_address_list_to_string (from, NULL, FALSE) : NULL;
  g_autofree char *to_text = to != NULL ? internet_address_list_to_string (to, NULL, FALSE) : NULL;
  g_autofree char *text = part != NULL ? g_mime_text_part_get_text (part) : NULL;

  totals->messages++;
  totals->without_text += text == NULL ? 1 : 0;
  totals->bytes += length_of (g_mime_message_get_subject (message)) + length_of (g_mime_message_get_message_id (message))
                   + length_of (g_mime_object_get_header (GMIME_OBJECT (message), "List-Id")) + length_of (from_text) + length_of (to_text)
                   + length_of (text) + (date != NULL ? 1 : 0);
}

int
main (int argc, char **argv)
{
  Totals totals = { 0 };
  g_autoptr (GError) error = NULL;
  GMimeStream *stream;
  GMimeParser *parser;

  if (argc != 2) {
    g_printerr ("Usage: gmime-only FILE\n");
    return 2;
  }
  g_mime_init ();
  stream = g_mime_stream_file_open (argv[1], "r", &error);
  if (stream == NULL) {
    g_printerr ("gmime-only: %s\n", error->message);
    return 1;
  }
  parser = g_mime_parser_new_with_stream (stream);
  g_mime_parser_set_format (parser, GMIME_FORMAT_MBOX);
  while (!g_mime_parser_eos (parser)) {
    GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

    if (message == NULL)
      break;
    take_fields (message, &totals);
    g_object_unref (message);
  }
  g_print ("%" G_GUINT64_FORMAT " messages, %" G_GUINT64_FORMAT " bytes of fields and text, %" G_GUINT64_FORMAT " without text\n",
           totals.messages, totals.bytes, totals.without_text);
  g_object_unref (parser);
  g_object_unref (stream);
  g_mime_shutdown ();
  return 0;
}
