/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "announce/recognise_private.h"
#include "ground/slice.h"

/* Of To and Cc so much is looked at. */
#define MAX_RECIPIENTS_BYTES 8192

/* Names of a list in List-Id and in addresses, old ones too. Both are in lower case in a message. */
static const struct {
  const char *name;
  NkListBit bit;
  const char *ids[4];
  const char *addresses[6];
} lists[] = {
  { "i-d-announce", NK_LIST_I_D_ANNOUNCE, { "i-d-announce.ietf.org" }, { "i-d-announce@ietf.org" } },
  { "ietf-announce",
    NK_LIST_IETF_ANNOUNCE,
    { "ietf-announce.ietf.org", "ietf-announce-old.ietf.org" },
    { "ietf-announce@ietf.org", "ietf-announce@ietf.cnri.reston.va.us", "ietf-announce@cnri.reston.va.us",
      "ietf-announce@ns.cnri.reston.va.us", "ietf-announce@nri.reston.va.us", "ietf-announce@ns.ietf.org" } },
  { "rfc-dist",
    NK_LIST_RFC_DIST,
    { "rfc-dist.rfc-editor.org", "rfc-dist.mailman.rfc-editor.org", "rfc-dist.ietf.org", "rfc-dist.isi.edu" },
    { "rfc-dist@rfc-editor.org", "rfc-dist@mailman.rfc-editor.org", "rfc-dist@ietf.org", "rfc-dist@isi.edu", "rfc-dist@zephyr.isi.edu" } },
  { "irtf-announce", NK_LIST_IRTF_ANNOUNCE, { "irtf-announce.irtf.org", "irtf-announce.ietf.org" }, { "irtf-announce@irtf.org" } },
  { "new-wg-docs", NK_LIST_NEW_WG_DOCS, { "new-wg-docs.ietf.org" }, { "new-wg-docs@ietf.org" } },
};

static gboolean
is_address_char (char c)
{
  return g_ascii_isalnum (c) || strchr ("-._+@%", c) != NULL;
}

/* TRUE if what ends at `end` is but the name of the address behind it (RFC 5322 §3.4): anybody can take the name of a list. */
static gboolean
is_display_name (NkSlice recipients, gsize end, gboolean is_quoted)
{
  while (end < recipients.length && recipients.data[end] == ' ')
    end++;
  return is_quoted || (end < recipients.length && recipients.data[end] == '<');
}

/* TRUE if `address` stands in `recipients` as a whole, and as an address. */
static gboolean
names_address (NkSlice recipients, NkSlice address)
{
  gboolean is_quoted = FALSE;
  gsize from = 0;
  gssize at;

  while ((at = nk_slice_find (nk_slice_from (recipients, from), address)) >= 0) {
    gsize start = from + (gsize)at, end = start + address.length;
    for (; from < start; from++)
      is_quoted ^= recipients.data[from] == '"';
    if ((start == 0 || !is_address_char (recipients.data[start - 1]))
        && (end == recipients.length || !is_address_char (recipients.data[end])) && !is_display_name (recipients, end, is_quoted))
      return TRUE;
    from = end;
  }
  return FALSE;
}

/* `IETF-Announce: ;`, `IETF-Announce:;;@ns.cnri.reston.va.us` and some thirty more: the group syntax in which the list was addressed until 2003,
 * emptied and mangled by gateways. */
static gboolean
names_old_group (NkSlice recipients)
{
  static const NkSlice group = NK_SLICE_LITERAL ("ietf-announce");
  gsize end = group.length;

  recipients = nk_slice_trim (recipients);
  if (recipients.length > 0 && recipients.data[0] == '"')
    recipients = nk_slice_from (recipients, 1);
  if (!nk_slice_starts (recipients, group))
    return FALSE;
  while (end < recipients.length && recipients.data[end] == ' ')
    end++;
  return end == recipients.length || recipients.data[end] == ':' || recipients.data[end] == ';' || recipients.data[end] == ',';
}

static guint
list_by_id (NkSlice id, const char **ret_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < G_N_ELEMENTS (lists[i].ids) && lists[i].ids[j] != NULL; j++)
      if (nk_slice_equal (id, nk_slice_text (lists[i].ids[j]))) {
        *ret_name = lists[i].name;
        return lists[i].bit;
      }
  return 0;
}

static guint
list_by_recipients (NkSlice recipients, const char **ret_name)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < G_N_ELEMENTS (lists[i].addresses) && lists[i].addresses[j] != NULL; j++)
      if (names_address (recipients, nk_slice_text (lists[i].addresses[j]))) {
        *ret_name = lists[i].name;
        return lists[i].bit;
      }
  if (!names_old_group (recipients))
    return 0;
  *ret_name = "ietf-announce";
  return NK_LIST_IETF_ANNOUNCE;
}

guint
nk_list_of (const NkMessage *message, const char **ret_name)
{
  *ret_name = "";
  if (message->list_id[0] != '\0')
    return list_by_id (nk_slice_text (message->list_id), ret_name);
  return list_by_recipients (nk_slice_first (nk_slice_text (message->to), MAX_RECIPIENTS_BYTES), ret_name);
}
