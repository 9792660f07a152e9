/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Header, encoding and mailbox form: what the servers on the way make of an announcement. */
#include "generate.h"
#include <string.h>
#include <time.h>

static const char *const day_names[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
static const char *const month_names[]
    = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };

static struct tm
parts_of (gint64 unix_s)
{
  time_t seconds = (time_t)unix_s;
  struct tm parts;

  gmtime_r (&seconds, &parts);
  return parts;
}

void
mail_month (gint64 unix_s, guint *ret_year, guint *ret_month, guint *ret_day)
{
  struct tm parts = parts_of (unix_s);

  *ret_year = (guint)parts.tm_year + 1900;
  *ret_month = (guint)parts.tm_mon + 1;
  *ret_day = (guint)parts.tm_mday;
}

const char *
mail_month_name (guint month)
{
  return month_names[month - 1];
}

/* The mail servers stood in California. */
static void
append_date (GString *out, gint64 unix_s)
{
  struct tm parts = parts_of (unix_s - 7 * 3600);

  g_string_append_printf (out, "%s, %02d %.3s %d %02d:%02d:%02d -0700", day_names[parts.tm_wday], parts.tm_mday, month_names[parts.tm_mon],
                          parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

static void
append_noise (GString *out, Random *random, guint length)
{
  static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  for (guint i = 0; i < length; i++)
    g_string_append_c (out, alphabet[random_next (random) & 63]);
}

static void
append_received (GString *out, const Mail *mail, Random *random)
{
  static const char *const hosts[] = { "mail2.ietf.org", "ietfa.amsl.com", "mx.archive.example", "localhost" };

  for (guint i = 0; i < 4; i++) {
    g_string_append_printf (out, "Received: from %s (%s [192.0.2.%u])\n by %s (Postfix) with %s id %08X%04X\n for <%s@ietf.org>; ",
                            hosts[(i + 1) % 4], hosts[(i + 1) % 4], random_below (random, 255), hosts[i], i == 0 ? "ESMTPS" : "ESMTP",
                            (guint)random_next (random), random_below (random, 0xffff), mail->list);
    append_date (out, mail->unix_s + 8 - 2 * (gint64)i);
    g_string_append (out, " (PDT)\n");
  }
}

static void
append_signature (GString *out, const Mail *mail, Random *random)
{
  g_string_append_printf (
      out, "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=ietf.org; s=ietf1;\n t=%" G_GINT64_FORMAT "; bh=", mail->unix_s);
  append_noise (out, random, 43);
  g_string_append (out, "=;\n h=From:To:Cc:Subject:Reply-To:Date:List-Id:List-Archive:List-Help:\n"
                        " List-Post:List-Subscribe:List-Unsubscribe; b=");
  for (guint i = 0; i < 4; i++) {
    append_noise (out, random, 60);
    g_string_append (out, "\n ");
  }
  append_noise (out, random, 40);
  g_string_append_printf (out,
                          "==\nAuthentication-Results: mx.archive.example;\n dkim=pass (2048-bit key; unprotected) header.d=ietf.org "
                          "header.i=@ietf.org\n header.s=ietf1;\n dmarc=pass (p=none dis=none) header.from=ietf.org;\n"
                          " spf=pass smtp.mailfrom=\"%s-bounces@ietf.org\"\n",
                          mail->list);
}

/* Q encoding (RFC 2047 §4.2), in words of at most 75 characters. */
static void
append_encoded (GString *out, const char *text)
{
  guint length = 0;

  g_string_append (out, "=?utf-8?q?");
  for (const guchar *at = (const guchar *)text; *at != '\0'; at++) {
    if (length > 48 && (*at & 0xc0) != 0x80) {
      g_string_append (out, "?=\n =?utf-8?q?");
      length = 0;
    }
    if (*at == ' ')
      g_string_append_c (out, '_');
    else if (g_ascii_isalnum (*at) || *at == '-' || *at == '.')
      g_string_append_c (out, (char)*at);
    else
      g_string_append_printf (out, "=%02X", *at);
    length += g_ascii_isalnum (*at) ? 1 : 3;
  }
  g_string_append (out, "?=");
}

static void
append_folded (GString *out, const char *name, const char *value)
{
  gsize column = strlen (name) + 1;

  g_string_append_printf (out, "%s:", name);
  while (*value != '\0') {
    gsize length = strcspn (value, " ");

    if (column + 1 + length > 76 && column > strlen (name) + 1) {
      g_string_append_c (out, '\n');
      column = 0;
    }
    g_string_append_c (out, ' ');
    g_string_append_len (out, value, (gssize)length);
    column += 1 + length;
    value += length + strspn (value + length, " ");
  }
  g_string_append_c (out, '\n');
}

static void
append_addresses (GString *out, const Mail *mail, guint year)
{
  g_string_append (out, "From: ");
  if (mail->from_name != NULL && !g_str_is_ascii (mail->from_name))
    append_encoded (out, mail->from_name);
  else if (mail->from_name != NULL)
    g_string_append (out, mail->from_name);
  g_string_append_printf (out, mail->from_name != NULL ? " <%s>\n" : "%s\n", mail->from_address);
  if (year < 2004)
    g_string_append (out, "To: IETF-Announce: ;\n");
  else
    g_string_append_printf (out, "To: <%s@ietf.org>\n", mail->list);
  if (mail->group != NULL)
    g_string_append_printf (out, "Cc: %s@ietf.org\n", mail->group);
  if (mail->has_encoded_header && (mail->from_name == NULL || g_str_is_ascii (mail->from_name))) {
    g_string_append (out, "Subject: ");
    append_encoded (out, mail->subject->str);
    g_string_append_c (out, '\n');
  } else {
    append_folded (out, "Subject", mail->subject->str);
  }
}

static void
append_list (GString *out, const Mail *mail, Random *random, guint year)
{
  const char *list = mail->list;

  g_string_append (out, "Archived-At: <https://mailarchive.ietf.org/arch/msg/");
  g_string_append_printf (out, "%s/", list);
  append_noise (out, random, 27);
  g_string_append_printf (out, ">\nX-BeenThere: %s@ietf.org\nX-Mailman-Version: %s\nPrecedence: list\n", list,
                          year < 2023 ? "2.1.22" : "3.3.9rc6");
  if (year >= 2004)
    g_string_append_printf (
        out, "List-Id: \"%s\" <%s.ietf.org>\n",
        strcmp (list, "i-d-announce") == 0 ? "Internet Draft Announcements only" : "IETF announcement list. No discussions.", list);
  g_string_append_printf (
      out,
      "List-Unsubscribe: <https://www.ietf.org/mailman/options/%s>,\n <mailto:%s-request@ietf.org?subject=unsubscribe>\n"
      "List-Archive: <https://mailarchive.ietf.org/arch/browse/%s/>\nList-Post: <mailto:%s@ietf.org>\n"
      "List-Help: <mailto:%s-request@ietf.org?subject=help>\n"
      "List-Subscribe: <https://www.ietf.org/mailman/listinfo/%s>,\n <mailto:%s-request@ietf.org?subject=subscribe>\n"
      "Errors-To: %s-bounces@ietf.org\nSender: \"%s\" <%s-bounces@ietf.org>\n",
      list, list, list, list, list, list, list, list, list, list);
}

static void
append_header (GString *out, const Mail *mail, Random *random)
{
  static const char *const encodings[] = { "7bit", "quoted-printable", "base64" };
  guint year, month, day;

  mail_month (mail->unix_s, &year, &month, &day);
  g_string_append_printf (out,
                          "Return-Path: <%s-bounces@ietf.org>\nX-Original-To: archive@mx.archive.example\n"
                          "Delivered-To: archive@mx.archive.example\n",
                          mail->list);
  append_received (out, mail, random);
  append_signature (out, mail, random);
  g_string_append (out, "MIME-Version: 1.0\n");
  if (mail->is_multipart)
    g_string_append (out, "Content-Type: Multipart/Mixed; Boundary=\"NextPart\"\n");
  else
    g_string_append_printf (out, "Content-Type: text/plain; charset=\"%s\"\nContent-Transfer-Encoding: %s\n",
                            year < 2011 && mail->encoding == ENCODING_7BIT ? "us-ascii" : "utf-8", encodings[mail->encoding]);
  append_addresses (out, mail, year);
  g_string_append (out, "X-Test-IDTracker: no\nX-IETF-IDTracker: 6.75.0\nAuto-Submitted: auto-generated\n");
  g_string_append_printf (out, "Message-ID: <%" G_GINT64_FORMAT ".%" G_GUINT64_FORMAT ".%08x@archive.example>\nDate: ", mail->unix_s,
                          mail->number, (guint)random_next (random));
  append_date (out, mail->unix_s);
  g_string_append_printf (out, "\nReply-To: %s\n", mail->from_address);
  append_list (out, mail, random, year);
  g_string_append_c (out, '\n');
}

static void
append_quoted_printable (GString *out, const GString *body)
{
  guint column = 0;

  for (gsize i = 0; i < body->len; i++) {
    guchar c = (guchar)body->str[i];
    gboolean is_plain = (c >= 33 && c <= 126 && c != '=') || ((c == ' ' || c == '\t') && body->str[i + 1] != '\n');

    if (c == '\n') {
      g_string_append_c (out, '\n');
      column = 0;
      continue;
    }
    if (column + (is_plain ? 1 : 3) > 75) {
      g_string_append (out, "=\n");
      column = 0;
    }
    if (is_plain)
      g_string_append_c (out, (char)c);
    else
      g_string_append_printf (out, "=%02X", c);
    column += is_plain ? 1 : 3;
  }
}

static void
append_base64 (GString *out, const GString *body)
{
  for (gsize at = 0; at < body->len; at += 57) {
    g_autofree char *line = g_base64_encode ((const guchar *)body->str + at, MIN (57, body->len - at));

    g_string_append (out, line);
    g_string_append_c (out, '\n');
  }
}

/* The form of the tools until 2010: a part without a header, and one that tells where the draft lies. */
static void
append_parts (GString *out, const Mail *mail)
{
  g_string_append (out, "--NextPart\n\n");
  g_string_append_len (out, mail->body->str, (gssize)mail->body->len);
  g_string_append_printf (out,
                          "\n--NextPart\nContent-Type: Message/External-body;\n\tname=\"%s\";\n\tsite=\"ftp.ietf.org\";\n"
                          "\taccess-type=\"anon-ftp\";\n\tdirectory=\"internet-drafts\"\n\nContent-Type: text/plain\n"
                          "Content-ID: <%" G_GINT64_FORMAT ".I-D@ietf.org>\n\n\n--NextPart--\n",
                          mail->external, mail->unix_s);
}

void
wire_message (GString *out, const Mail *mail, Random *random)
{
  append_header (out, mail, random);
  if (mail->is_multipart) {
    append_parts (out, mail);
    return;
  }
  switch (mail->encoding) {
  case ENCODING_7BIT: g_string_append_len (out, mail->body->str, (gssize)mail->body->len); break;
  case ENCODING_QUOTED_PRINTABLE: append_quoted_printable (out, mail->body); break;
  case ENCODING_BASE64: append_base64 (out, mail->body); break;
  }
}

void
wire_mbox_entry (GString *out, const Mail *mail, const GString *message)
{
  struct tm parts = parts_of (mail->unix_s);
  const char *line = message->str;

  g_string_append_printf (out, "From %s-bounces@ietf.org %s %.3s %2d %02d:%02d:%02d %d\n", mail->list, day_names[parts.tm_wday],
                          month_names[parts.tm_mon], parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_year + 1900);
  while (*line != '\0') {
    const char *end = strchrnul (line, '\n');

    if (g_str_has_prefix (line + strspn (line, ">"), "From "))
      g_string_append_c (out, '>');
    g_string_append_len (out, line, end - line);
    g_string_append_c (out, '\n');
    line = *end != '\0' ? end + 1 : end;
  }
  g_string_append_c (out, '\n');
}
