/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* Words, names and abstracts of invented documents. */
#include "generate.h"
#include <string.h>

guint64
random_next (Random *random)
{
  guint64 z = random->state += 0x9e3779b97f4a7c15u;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

guint
random_below (Random *random, guint limit)
{
  return (guint)((random_next (random) >> 33) % limit);
}

gboolean
random_permille (Random *random, guint permille)
{
  return random_below (random, 1000) < permille;
}

static const Group groups[] = {
  { "tls", "Transport Layer Security" },
  { "quic", "QUIC" },
  { "dnsop", "Domain Name System Operations" },
  { "6man", "IPv6 Maintenance" },
  { "v6ops", "IPv6 Operations" },
  { "idr", "Inter-Domain Routing" },
  { "lsr", "Link State Routing" },
  { "mpls", "Multiprotocol Label Switching" },
  { "spring", "Source Packet Routing in Networking" },
  { "bess", "BGP Enabled ServiceS" },
  { "pce", "Path Computation Element" },
  { "teas", "Traffic Engineering Architecture and Signaling" },
  { "ccamp", "Common Control and Measurement Plane" },
  { "netmod", "Network Modeling" },
  { "netconf", "Network Configuration" },
  { "opsawg", "Operations and Management Area Working Group" },
  { "ippm", "IP Performance Measurement" },
  { "tsvwg", "Transport and Services Working Group" },
  { "tcpm", "TCP Maintenance and Minor Extensions" },
  { "httpbis", "HTTP" },
  { "httpapi", "Building Blocks for HTTP APIs" },
  { "oauth", "Web Authorization Protocol" },
  { "jose", "Javascript Object Signing and Encryption" },
  { "cose", "CBOR Object Signing and Encryption" },
  { "cbor", "Concise Binary Object Representation Maintenance and Extensions" },
  { "core", "Constrained RESTful Environments" },
  { "ace", "Authentication and Authorization for Constrained Environments" },
  { "lamps", "Limited Additional Mechanisms for PKIX and SMIME" },
  { "ipsecme", "IP Security Maintenance and Extensions" },
  { "rats", "Remote ATtestation ProcedureS" },
  { "suit", "Software Updates for Internet of Things" },
  { "acme", "Automated Certificate Management Environment" },
  { "emu", "EAP Method Update" },
  { "regext", "Registration Protocols Extensions" },
  { "sidrops", "SIDR Operations" },
  { "grow", "Global Routing Operations" },
  { "detnet", "Deterministic Networking" },
  { "bfd", "Bidirectional Forwarding Detection" },
  { "pim", "Protocols for IP Multicast" },
  { "lisp", "Locator/ID Separation Protocol" },
};

static const char *const surnames[]
    = { "heron",  "crane",   "egret",   "stork",  "ibis",   "teal",  "mallard", "bittern", "plover", "curlew", "dunlin",
        "avocet", "godwit",  "ruff",    "knot",   "snipe",  "rail",  "coot",    "grebe",   "diver",  "petrel", "gannet",
        "shag",   "booby",   "tropic",  "puffin", "murre",  "auk",   "tern",    "skua",    "gull",   "noddy",  "osprey",
        "kite",   "harrier", "buzzard", "falcon", "merlin", "hobby", "kestrel", "bustard", "lark" };

static const char *const first_names[]
    = { "Ada",  "Bo",   "Cleo", "Dan",  "Eve",  "Fran", "Gil",  "Hana", "Ivo",  "Juno", "Kai",   "Lena", "Milo",
        "Nora", "Otto", "Pia",  "Quin", "Rosa", "Sven", "Tess", "Ugo",  "Vera", "Wim",  "Xenia", "Yuki", "Zoe" };

static const char *const foreign_names[]
    = { "José Ibáñez", "Søren Ørsted", "Zoë Müller", "Jiří Čáp", "Łukasz Żuraw", "Åsa Öberg", "François Héron", "山田 花子" };

/* The common ones stand first: a word's place decides how often it is taken. */
static const char *const nouns[]
    = { "protocol",   "network",      "message",       "mechanism",     "server",       "client",       "packet",      "route",
        "address",    "extension",    "key",           "session",       "header",       "token",        "certificate", "option",
        "registry",   "node",         "link",          "service",       "path",         "flow",         "label",       "segment",
        "policy",     "resource",     "interface",     "model",         "operation",    "field",        "attribute",   "identifier",
        "signature",  "algorithm",    "parameter",     "endpoint",      "domain",       "zone",         "resolver",    "prefix",
        "tunnel",     "controller",   "topology",      "measurement",   "congestion",   "window",       "stream",      "frame",
        "datagram",   "handshake",    "credential",    "attestation",   "verifier",     "device",       "sensor",      "gateway",
        "proxy",      "cache",        "request",       "response",      "subscription", "notification", "alarm",       "inventory",
        "slice",      "bandwidth",    "delay",         "loss",          "jitter",       "queue",        "scheduler",   "multicast",
        "neighbour",  "adjacency",    "area",          "confederation", "reflector",    "community",    "origin",      "validation",
        "revocation", "enrolment",    "bootstrapping", "firmware",      "manifest",     "envelope",     "mailbox",     "calendar",
        "presence",   "codec",        "transcript",    "ciphersuite",   "nonce",        "padding",      "ticket",      "resumption",
        "migration",  "anycast",      "translation",   "fragment",      "checksum",     "timestamp",    "clock",       "telemetry",
        "probe",      "reachability", "protection",    "restoration",   "wavelength",   "spectrum" };

static const char *const verbs[]
    = { "defines", "describes", "specifies", "updates", "introduces", "extends", "documents", "clarifies", "proposes", "outlines" };

static const char *const adjectives[]
    = { "secure",        "new",       "optional",      "distributed", "compact", "hierarchical", "hybrid",   "constrained",
        "end-to-end",    "stateless", "encrypted",     "explicit",    "dynamic", "redundant",    "scalable", "lightweight",
        "authenticated", "adaptive",  "deterministic", "segmented",   "opaque",  "virtual" };

static const char *const gerunds[]
    = { "signalling", "carrying",    "discovering", "protecting", "measuring",  "negotiating", "distributing",
        "validating", "compressing", "revoking",    "scheduling", "monitoring", "registering", "migrating" };

/* Squaring makes the first words the common ones, as in real text. */
#define PICK(random, words) ((words)[pick (random, G_N_ELEMENTS (words))])

static guint
pick (Random *random, guint n)
{
  guint64 a = random_below (random, 1 << 16);

  return (guint)((a * a >> 16) * n >> 16);
}

const Group *
words_group (Random *random)
{
  return &groups[random_below (random, G_N_ELEMENTS (groups))];
}

const char *
words_surname (Random *random)
{
  return surnames[random_below (random, G_N_ELEMENTS (surnames))];
}

void
words_author (GString *out, Random *random, gboolean ascii_only)
{
  const char *surname = words_surname (random);

  if (!ascii_only && random_permille (random, 150)) {
    g_string_append (out, foreign_names[random_below (random, G_N_ELEMENTS (foreign_names))]);
    return;
  }
  g_string_append_printf (out, "%s %c%s", first_names[random_below (random, G_N_ELEMENTS (first_names))], g_ascii_toupper (surname[0]),
                          surname + 1);
}

void
words_topic (GString *out, Random *random)
{
  guint n = 2 + random_below (random, 2);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "-" : "", nouns[random_below (random, G_N_ELEMENTS (nouns))]);
}

static void
append_capital (GString *out, const char *word)
{
  g_string_append_printf (out, "%c%s", g_ascii_toupper (word[0]), word + 1);
}

void
words_title (GString *out, Random *random)
{
  append_capital (out, PICK (random, adjectives));
  g_string_append_c (out, ' ');
  append_capital (out, PICK (random, nouns));
  g_string_append_c (out, ' ');
  append_capital (out, PICK (random, gerunds));
  g_string_append (out, random_permille (random, 500) ? " for " : " in ");
  append_capital (out, PICK (random, nouns));
  g_string_append_c (out, ' ');
  append_capital (out, PICK (random, nouns));
  if (random_permille (random, 300)) {
    g_string_append (out, ": the ");
    append_capital (out, PICK (random, nouns));
    g_string_append (out, " Model");
  }
}

static void
append_sentence (GString *out, Random *random, gboolean is_first)
{
  if (is_first) {
    g_string_append_printf (out, "This document %s a %s %s for %s the %s of a %s %s.", PICK (random, verbs), PICK (random, adjectives),
                            PICK (random, nouns), PICK (random, gerunds), PICK (random, nouns), PICK (random, adjectives),
                            PICK (random, nouns));
    return;
  }
  switch (random_below (random, 5)) {
  case 0:
    g_string_append_printf (out, "It allows a %s to exchange a %s %s with each %s that takes part in the %s.", PICK (random, nouns),
                            PICK (random, adjectives), PICK (random, nouns), PICK (random, nouns), PICK (random, nouns));
    break;
  case 1:
    g_string_append_printf (out, "The %s between %s and %s is not changed, so that a %s %s keeps its %s while it is %s another %s.",
                            PICK (random, nouns), PICK (random, nouns), PICK (random, nouns), PICK (random, adjectives),
                            PICK (random, nouns), PICK (random, nouns), PICK (random, gerunds), PICK (random, nouns));
    break;
  case 2:
    g_string_append_printf (out, "A %s without %s must not use this %s; Section %u tells what a %s does instead.", PICK (random, nouns),
                            PICK (random, nouns), PICK (random, nouns), 2 + random_below (random, 9), PICK (random, nouns));
    break;
  case 3:
    g_string_append_printf (out, "When %s %s is lost, the %s starts %s every %s and %s again (e.g., after %u seconds).",
                            PICK (random, adjectives), PICK (random, nouns), PICK (random, nouns), PICK (random, gerunds),
                            PICK (random, nouns), PICK (random, nouns), 1 + random_below (random, 600));
    break;
  default:
    g_string_append_printf (out, "Requirements for %s a %s, its %s and the %s of the %s are given as well.", PICK (random, gerunds),
                            PICK (random, nouns), PICK (random, nouns), PICK (random, nouns), PICK (random, nouns));
    break;
  }
}

void
words_abstract (GString *out, Random *random)
{
  gsize start = out->len, limit = 540 + random_below (random, 560);
  gboolean is_split = random_permille (random, 400), is_first = TRUE;

  while (out->len - start < limit) {
    if (!is_first && is_split && out->len - start > limit / 2) {
      g_string_append (out, "\n\n");
      is_split = FALSE;
    } else if (!is_first) {
      g_string_append_c (out, ' ');
    }
    append_sentence (out, random, is_first);
    is_first = FALSE;
  }
}

void
words_fill (GString *out, const char *text, guint width, guint indent)
{
  guint column = 0;

  while (*text != '\0') {
    gsize length = strcspn (text, " \n");

    if (column > 0 && column + 1 + length > width) {
      g_string_append_c (out, '\n');
      column = 0;
    }
    if (column == 0) {
      g_string_append_printf (out, "%*s", (int)indent, "");
      column = indent;
    } else {
      g_string_append_c (out, ' ');
      column++;
    }
    g_string_append_len (out, text, (gssize)length);
    column += (guint)length;
    text += length;
    if (g_str_has_prefix (text, "\n\n")) {
      g_string_append (out, "\n\n");
      column = 0;
    }
    text += strspn (text, " \n");
  }
  g_string_append_c (out, '\n');
}
