/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* The Japanese of a frame: where its verb starts, its slots filled, and their order. */
#include "language/generate_private.h"

#define MUCH_LONGER 10 /* characters, as nk_say_weight counts */
#define VERY_MUCH_LONGER 20

/* The place behind the slots of a frame and their particles, where the verb itself starts. */
const char *
nk_say_verb_start (const char *template)
{
  static const char *const particles[]
      = { "に対して", "に関して", "によって", "に基づいて", "に照らして", "に沿って", "に応じて", "について", "を通じて", "を用いて",
          "を介して", "ことが",   "ことを",   "ことに",     "ことで",     "ために",   "として",   "の間に",   "の間で",   "間に",
          "向けに",   "中に",     "用に",     "間を",       "間で",       "内に",     "内で",     "上を",     "上で",     "上に",
          "から",     "まで",     "より",     "よう",       "経由で",     "なしで",   "の下で",   "の形式で", "内を",     "のに",
          "を",       "に",       "が",       "と",         "で",         "へ" };
  static const char *const parts[] = { "の範囲を", "のいずれかを", "の中から", "のうちから", "のうち1つを" }; /* of what is chosen */
  const char *start = template;

  for (const char *c = template; *c != '\0'; c++)
    if (nk_is_slot (template, (gsize)(c - template)))
      start = c + 1;
  if (start == template)
    return template;
  if (g_str_has_prefix (start, "可"))
    start += strlen ("可");
  /* 単に用語が使われるようにする: never between よう and にする */
  if (g_str_has_prefix (start, "ようにする") || g_str_has_prefix (start, "ことにする") || g_str_has_prefix (start, "こととする"))
    return template;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (nk_word_starts (start, parts[i]))
      return start + strlen (parts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (nk_word_starts (start, particles[i]))
      return start + strlen (particles[i]);
  /* 鍵の使用を強く求める, 変更を確実に防ぐ: of a part, and of what is done */
  if (g_str_has_prefix (start, "の") && strstr (start, "を") != NULL)
    return strstr (start, "を") + strlen ("を");
  return start;
}

/* `template` without its object and the particle behind it. */
const char *
nk_say_drop_object (NkSay *say, const char *template)
{
  const char *place = template;
  static const char *const particles[] = { "に対して", "を", "に", "が", "と", "の", "へ" };

  while (*place != '\0' && !(*place == 'O' && nk_is_slot (template, (gsize)(place - template))))
    place++;
  if (*place == '\0')
    return template;
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (g_str_has_prefix (place + 1, particles[i]))
      return nk_say_cat (say, nk_arena_text (say->arena, template, (gsize)(place - template)), place + 1 + strlen (particles[i]));
  nk_say_warn (say, "a frame has no particle behind its object");
  return template;
}

const NkFrame *
nk_say_active_frame (const NkNode *passive)
{
  const NkFrame *own = passive->frame;

  if (!own->is_passive)
    return own;
  for (guint i = 0; i < passive->verb->n_frames && own->n_elements == 1 && own->elements[0].kind == NK_ELEMENT_PREPOSITION; i++) {
    const NkFrame *frame = &passive->verb->frames[i];

    if (!frame->is_passive && frame->n_elements == 2 && frame->elements[0].kind == NK_ELEMENT_OBJECT
        && frame->elements[1].kind == NK_ELEMENT_PREPOSITION && g_str_equal (frame->elements[1].preposition, own->elements[0].preposition)
        && frame->elements[1].slot == own->elements[0].slot && strstr (frame->japanese, "Oに") != NULL)
      return frame;
  }
  return own;
}

/* `define and register X`: 定義・登録する; 定義し、割り当てる. */
const char *
nk_say_share_verb (NkSay *say, const NkNode *node, const char *template)
{
  const char *start = nk_say_verb_start (template);
  const char *head = nk_arena_text (say->arena, template, (gsize)(start - template)), *own = start,
             *nouns = nk_conjugate_noun (say->arena, own) != NULL ? "" : NULL, *joined = "";
  gboolean is_or = node->and_token != NULL && g_str_equal (node->and_token->lower, "or");

  for (const NkNode *also = node->also; also != NULL; also = also->next) {
    const NkFrame *plain = nk_say_plain_frame (also->item->verb);
    const char *other, *noun;

    if (plain == NULL) {
      nk_say_warn (say, "a verb that shares an object takes none");
      continue;
    }
    if (strncmp (plain->japanese, "Oを", strlen ("Oを")) != 0 || strstr (template, "Oを") == NULL)
      nk_say_warn (say, "verbs with different particles share an object");
    other = nk_say_verb_start (plain->japanese);
    if (g_str_equal (also->item->verb->lemma, "enable") && g_str_equal (node->verb->lemma, "disable"))
      other = "有効化する"; /* enable and disable X: Xを有効化・無効化する */
    noun = nk_conjugate_noun (say->arena, other);
    if (noun == NULL)
      nouns = NULL;
    if (nouns != NULL)
      nouns = nk_arena_join (say->arena, nk_arena_join (say->arena, nouns, noun),
                             !is_or                      ? "・"
                             : also->next != NULL        ? "、"
                             : node->also->next != NULL  ? "、または" /* 変更、作成、または削除する */
                                                         : "または");
    if (node->is_passive)
      other = nk_conjugate_passive (say->arena, other);
    joined
        = nk_say_cat3 (say, joined, nk_conjugate (say->arena, other, is_or ? NK_CONJUGATE_PLAIN : NK_CONJUGATE_JOIN), is_or ? "か" : "、");
  }
  return nk_arena_join (say->arena, head, nk_arena_join (say->arena, nouns != NULL ? nouns : joined, own));
}

const NkNode *
nk_say_got_first (NkSay *say, const NkNode *node, const char **template)
{
  static const char *const getting[] = { "retrieve", "obtain", "fetch", "receive", "send", "store", "download", "acquire", "exchange", NULL };
  static const char *const checking[] = { "verify", "check", "validate", "ensure", "assess", "prove", "protect", NULL };
  static const char *const held[] = { "authenticity", "integrity", "validity", "correctness", "freshness", "confidentiality", "consistency", NULL };
  const NkNode *also = node->also->next == NULL ? node->also->item : NULL, *object = node->object, *of;
  const NkFrame *plain = also != NULL ? nk_say_plain_frame (also->verb) : NULL;
  NkNode *copy;

  if (plain == NULL || node->is_passive || node->lacks_object || object == NULL || object->kind != NK_NODE_NOUN || object->posts == NULL
      || object->posts->next != NULL || object->bracket != NULL || !nk_word_in (held, object->token->lemma)
      || !nk_word_in (getting, also->verb->lemma) || !nk_word_in (checking, node->verb->lemma)
      || !g_str_has_prefix (*template, "Oを") || nk_say_verb_start (*template) != *template + strlen ("Oを")
      || !g_str_has_prefix (plain->japanese, "Oを"))
    return node;
  of = object->posts->item;
  if (of->kind != NK_NODE_JOINT || of->object_kind != NK_OBJECT_NOUN || !g_str_equal (of->token->lower, "of"))
    return node;
  nk_say_mark (say, object);
  nk_say_mark (say, of);
  copy = nk_arena_copy (say->arena, node, sizeof *copy);
  copy->object = of->object;
  copy->also = NULL;
  *template = nk_say_cat3 (say,
                           nk_say_cat3 (say, "Oを", nk_conjugate (say->arena, nk_say_verb_start (plain->japanese), NK_CONJUGATE_JOIN), "、その"),
                           nk_say_items (say, object), *template + strlen ("O"));
  return copy;
}

/* The noun that fills O, P or R; NULL: there is none, or it is another slot. */
static const NkNode *
noun_of (const NkNode *node, char slot)
{
  return slot == 'O' ? node->object : slot == 'P' ? node->p : slot == 'R' ? node->r : NULL;
}

static gboolean
becomes (const char *verb)
{
  static const char *const verbs[] = { "変更", "変換", "改称", "改名", "移行", "格上げ", "引き上げ" };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_has_prefix (verb, verbs[i]))
      return TRUE;
  return FALSE;
}

/* 「PにOをVする」 with a long O is read as if P belonged to what O starts with: the longer of two phrases stands first, 「OをPにVする」. を stays first unless the other is
 * much longer. `values` are by letter. */
static const char *
heavier_first (NkSay *say, const char *template, const char *const *values)
{
  gsize particle = strlen ("に"); /* as long as を */
  const char *behind = template + 1 + particle;
  glong first, second;

  if (!nk_is_slot (template, 0) || strlen (template) <= 1 + particle || !nk_is_slot (template, 1 + particle))
    return template;
  if (g_str_has_prefix (template + 1, "を") && *template == 'O' && g_str_has_prefix (behind + 1, "として") && values['O' - 'A'] != NULL
      && values[*behind - 'A'] != NULL
      && nk_say_weight (values[*behind - 'A']) >= nk_say_weight (values['O' - 'A']) + MUCH_LONGER) { /* 長いものとしてOを使用する */
    const char *verb = behind + 1 + strlen ("として");

    return nk_arena_join (say->arena, nk_arena_text (say->arena, behind, (gsize)(verb - behind)), nk_arena_join (say->arena, "Oを", verb));
  }
  if (!(g_str_has_prefix (template + 1, "に") && g_str_has_prefix (behind + 1, "を"))
      && !(g_str_has_prefix (template + 1, "を") && g_str_has_prefix (behind + 1, "に")))
    return template;
  if (values[template[0] - 'A'] == NULL || values[*behind - 'A'] == NULL)
    return template;
  first = nk_say_weight (values[template[0] - 'A']);
  second = nk_say_weight (values[*behind - 'A']);
  if (g_str_has_prefix (template + 1, "に") && becomes (behind + 1 + particle))
    second = first + MUCH_LONGER; /* what it becomes stands beside the verb */
  if (second < first + (g_str_has_prefix (template + 1, "を") ? VERY_MUCH_LONGER : MUCH_LONGER))
    return template;
  return nk_arena_join (say->arena, nk_arena_text (say->arena, behind, 1 + particle),
                        nk_arena_join (say->arena, nk_arena_text (say->arena, template, 1 + particle), behind + 1 + particle));
}

/* 「DNSで公開された鍵を伝達する」 is read as if the keys were public there: 「公開された鍵をDNSで伝達する」. */
static const char *
verb_like_first (NkSay *say, const char *template, const NkNode *node, const char *const *values)
{
  const char *object = strstr (template, "Oを"), *verb = nk_say_verb_start (template);
  glong weight = 0;

  if (node->is_passive || node->also != NULL || object == NULL || object == template || verb != object + strlen ("Oを")
      || values['O' - 'A'] == NULL || !nk_is_slot (template, 0) || g_str_has_suffix (template, "可能にする")
      || nk_say_ends_in_verb (node->object) || !nk_say_starts_in_verb (node->object))
    return template;
  for (const char *c = template; c < object; c++) {
    const NkNode *other = nk_is_slot (template, (gsize)(c - template)) ? noun_of (node, *c) : NULL;

    if (!nk_is_slot (template, (gsize)(c - template)))
      continue;
    if (other == NULL || values[*c - 'A'] == NULL || nk_say_starts_in_verb (other))
      return template;
    weight += nk_say_weight (values[*c - 'A']);
  }
  if (weight > NK_SAY_LONG_BEHIND)
    return template;
  return nk_arena_join (say->arena, "Oを",
                        nk_arena_join (say->arena, nk_arena_text (say->arena, template, (gsize)(object - template)), verb));
}

static const char *
say_adjective_slot (NkSay *say, const NkNode *adjective)
{
  if (adjective == NULL)
    return NULL;
  nk_say_mark (say, adjective);
  return nk_say_cat (say, nk_say_adverbs (say, adjective->adverbs),
                     nk_adjective_adverb (say->arena, adjective->token->terms[NK_TERM_ADJECTIVE]->japanese));
}

/* 「Xに関連付けられたものであるように」 is 「Xに関連付けられるように」. */
static const char *
lasting (NkSay *say, const char *clause)
{
  const char *bare = nk_say_before_noun (say, clause);

  if (bare != clause && (g_str_has_suffix (bare, "られた") || g_str_has_suffix (bare, "された")))
    bare = nk_arena_join (say->arena, nk_arena_text (say->arena, bare, strlen (bare) - strlen ("た")), "る");
  return bare;
}

/* The infinitive; `rest` is what the frame says behind it. */
static const char *
say_verb_slot (NkSay *say, const NkNode *node, const char *rest)
{
  const NkToken *agent = say->agent;
  gboolean negates = say->negates; /* `no key needs to be sent`: the need is not there */
  const char *value;

  if (node->object != NULL && !node->is_passive)
    say->agent = nk_node_head (node->object); /* allows clients to specify X */
  say->negates = FALSE;
  if (g_str_has_prefix (rest, "続け") || g_str_has_prefix (rest, "始め"))
    value = nk_say_phrases (say, node->infinitive, NK_ENDING_JOIN); /* 使用し続ける */
  else
    value = lasting (say, nk_say_phrases (say, node->infinitive, g_str_has_prefix (rest, "可") ? NK_ENDING_POTENTIAL : NK_ENDING_PLAIN));
  say->negates = negates;
  say->agent = agent;
  return value;
}

/* `adds a header to HTTP for signaling priorities`: a name is for nothing, the header is. The node with the purpose behind its object, or `node` itself. */
static const NkNode *
with_aim_of_object (NkSay *say, const NkNode *node)
{
  const NkNode *posts = node->p != NULL && node->p->kind == NK_NODE_NOUN ? node->p->posts : NULL;
  NkNode *copies;

  if (posts == NULL || posts->next != NULL || node->object == NULL || node->object->kind != NK_NODE_NOUN || node->object->posts != NULL
      || posts->item->kind != NK_NODE_JOINT || !g_str_equal (posts->item->token->lower, "for") || node->p->token == NULL
      || ((node->p->token->tags & NK_TAG_NAME) == 0 && node->p->token->class != NK_CLASS_PEOPLE))
    return node;
  nk_say_mark (say, node->object);
  nk_say_mark (say, node->p);
  copies = nk_arena_take (say->arena, 3 * sizeof (NkNode));
  copies[0] = *node;
  copies[1] = *node->object;
  copies[2] = *node->p;
  copies[1].posts = posts;
  copies[2].posts = NULL;
  copies[0].object = &copies[1];
  copies[0].p = &copies[2];
  return &copies[0];
}

/* 「P間で」 with のみ behind it. */
static const char *
only_between (NkSay *say, const char *template)
{
  gsize end = (gsize)(strstr (template, "P間で") - template) + strlen ("P間で");

  return nk_say_cat3 (say, nk_arena_text (say->arena, template, end), "のみ", template + end);
}

gboolean
nk_say_asks_for_doing (const NkNode *node)
{
  return node->frame != NULL && node->infinitive != NULL && node->object == NULL && node->p == NULL
         && strstr (node->frame->japanese, "Gことに") != NULL;
}

/* `only focuses on updating X`: 更新することのみに焦点を当てる */
static const char *
only_doing (NkSay *say, const char *template)
{
  gsize end = (gsize)(strstr (template, "Gことに") - template) + strlen ("Gこと");

  return nk_say_cat3 (say, nk_arena_text (say->arena, template, end), "のみ", template + end);
}

/* Every slot of the frame; the object may be missing. Slots are filled from the right, so that no text is taken for a slot. */
const char *
nk_say_frame (NkSay *say, const char *template, const NkNode *node)
{
  const char *values['Z' - 'A' + 1] = { NULL };
  gboolean is_also = say->also_object || (node->object != NULL && nk_say_is_not_only (node->object)), is_only = say->only_object;

  say->also_object = say->only_object = FALSE; /* of this object, and of none within it */
  node = with_aim_of_object (say, node);
  for (gsize i = 0; template[i] != '\0'; i++)
    if (nk_is_slot (template, i) && noun_of (node, template[i]) != NULL && values[template[i] - 'A'] == NULL) {
      gboolean is_denied = say->is_denied, is_behind = say->is_behind_object;

      say->is_behind_object = template[i] != 'O' && node->object != NULL;
      say->is_denied |= g_str_has_prefix (template + i + 1, "なし");
      values[template[i] - 'A'] = nk_say_noun (say, noun_of (node, template[i]));
      say->is_denied = is_denied;
      say->is_behind_object = is_behind;
    }
  if (is_only && node->object == NULL && strstr (template, "P間で") != NULL) /* クライアント間でのみ使用される */
    template = only_between (say, template);
  else if (is_only && nk_say_asks_for_doing (node))
    template = only_doing (say, template);
  else if (is_only) { /* 用語のみを定義する */
    const char **value = &values[(node->object != NULL ? 'O' : 'P') - 'A'];

    if (*value == NULL)
      nk_say_warn (say, "only of nothing");
    else
      *value = nk_say_cat (say, *value, "のみ");
  }
  template = verb_like_first (say, heavier_first (say, template, values), node, values);
  for (gsize i = strlen (template); i-- > 0;) {
    const char *value = NULL, *rest = template + i + 1;
    gsize skipped = 0;

    if (!nk_is_slot (template, i))
      continue;
    switch (template[i]) {
    case 'O':
      value = values['O' - 'A'];
      if (value != NULL && nk_node_is_left_out (node->object) && g_str_has_prefix (rest, "が")) {
        value = ""; /* to allow them to do X */
        skipped = strlen ("が");
      }
      if (is_also && value != NULL && g_str_has_prefix (rest, "を")) { /* 手順も扱う */
        value = nk_say_cat (say, value, "も");
        skipped = strlen ("を");
      } else if (value != NULL && g_str_has_prefix (rest, "が") && nk_say_has_subject (rest + strlen ("が"))) {
        value = nk_say_cat (say, value, "が、");
        skipped = strlen ("が");
      }
      break;
    case 'P':
    case 'R': value = values[template[i] - 'A']; break;
    case 'S': value = node->that != NULL ? nk_say_wish (say, node, node->that) : NULL; break;
    case 'A': value = say_adjective_slot (say, node->adjective); break;
    case 'V':
    case 'G':
      skipped = g_str_has_prefix (rest, "可") ? strlen ("可") : 0;
      value = node->infinitive != NULL ? say_verb_slot (say, node, rest) : NULL;
      break;
    default: continue;
    }
    if (value == NULL) {
      nk_say_warn (say, "a slot has nothing to fill it");
      value = "";
    }
    if (nk_say_names_whole (value) && g_str_has_prefix (rest, "内"))
      skipped = strlen ("内");
    template = nk_say_cat3 (say, nk_arena_text (say->arena, template, i), value,
                            nk_arena_text (say->arena, rest + skipped, strlen (rest + skipped)));
  }
  return template;
}

const char *
nk_say_gerund (NkSay *say, const NkNode *node)
{
  const NkNode *phrase = node->phrase->item->item;
  const char *noun = NULL, *object, *around = "";
  gboolean is_plain = node->phrase->item->next == NULL && phrase->verb != NULL && phrase->frame != NULL && phrase->also == NULL
                      && phrase->object != NULL && !phrase->is_passive && !phrase->is_negated && phrase->adverbs == NULL
                      && phrase->frame == nk_say_plain_frame (phrase->verb) && !nk_say_has_scene (say, phrase)
                      && g_str_has_prefix (phrase->frame->japanese, "Oを");

  if (is_plain)
    noun = nk_conjugate_noun (say->arena, phrase->frame->japanese + strlen ("Oを"));
  for (const NkNode *list = phrase->adverbials; noun != NULL && list != NULL; list = list->next)
    if (!say->is_title || list->item->kind != NK_NODE_JOINT || list->item->object_kind != NK_OBJECT_NOUN)
      noun = NULL;
  if (noun == NULL || (!say->is_title && phrase->object->kind != NK_NODE_NOUN))
    return nk_say_cat (say, nk_say_phrases (say, node->phrase, NK_ENDING_PLAIN),
                       say->is_title && node->phrase->item->next == NULL ? "方法" : "こと");
  nk_say_mark (say, node->phrase);
  nk_say_mark (say, phrase);
  object = nk_say_noun (say, phrase->object);
  for (const NkNode *list = phrase->adverbials; list != NULL; list = list->next)
    around = nk_say_cat (say, nk_say_joint (say, list->item, &(NkToken){ .lemma = "", .lower = "", .class = NK_CLASS_ACTION }, NULL, TRUE),
                         around);
  if (!say->is_title && strstr (object, "の") != NULL)
    return nk_say_cat (say, object, nk_arena_join (say->arena, "を", nk_arena_join (say->arena, noun, "すること")));
  return nk_say_cat3 (say, around, object, nk_arena_join (say->arena, "の", noun));
}
