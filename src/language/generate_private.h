/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/generate_private.h - the walk; seen by generate*.c only.
 * Floor: language. Every text is in the arena. */
#pragma once
#include "language/conjugate.h"
#include "language/generate.h"

#include <string.h>

typedef struct {
  const NkLexicon *lexicon;
  const NkTokens *tokens;
  NkArena *arena;
  NkManner manner;
  GHashTable *said; /* nodes */
  guint n_warnings, n_oddities;
  const char *warning;
  const char *manner_adverbs; /* stand right before the verb that is being said; NULL */
  const NkToken *patient;     /* what a verb in the passive is said of; NULL: unknown */
  const NkToken *agent;       /* who does what a verb says; NULL: unknown */
  const NkToken *lacking;     /* the object of a verb that lacks it; NULL: unknown */
  const NkToken *outer_head;  /* of the noun whose `of` is being said: `impact of X on Y` */
  gboolean is_same;           /* the noun whose posts are said is `the same …` */
  gboolean pairs;             /* the next two nouns are said as AとB, however long */
  gboolean is_denied;         /* what is said is said not to be, or done without: no 任意の, and や for or */
  gboolean names_some;        /* the next nouns are but examples: AやBなど */
  gboolean is_title;
  gboolean only_object, only_around; /* のみ is to be said of the object, or of the next adverbial */
  gboolean tells_manner;             /* the adverbs of manner among the next adverbials are said elsewhere */
  gboolean also_object;              /* も is to be said of the object */
  gboolean is_listed;                /* what is said is an item of a list: its commas would be taken for those of the list */
  gboolean is_bare_verb;             /* the adverbials that are said stand right before their verb */
  gboolean negates;                  /* an object with `no` was said: its verb has to be negated */
  gboolean is_behind_object;         /* what is said stands behind the object of its verb */
  guint n_verbs;                     /* whose words are being said, one within the other */
  gboolean is_own;                   /* the verbs that are said next are those of the document */
  gboolean has_document_subject;
} NkSay;

/* What ends a verb phrase. */
typedef enum {
  NK_ENDING_PLAIN,     /* at the end of the sentence, or before a word that is no real noun: こと, ため */
  NK_ENDING_NOUN,      /* before a noun: 生じうる問題 */
  NK_ENDING_JOIN,      /* something follows: し */
  NK_ENDING_POTENTIAL, /* できる, before ように */
} NkEnding;

/* What a conjunction asks of its clause: 確立される前に, not した; 割り当てられるように, not 割り当てることがある; and so `by which X may V`. */
const NkNode *nk_say_clause_as (NkSay *say, const NkNode *clause, const char *conjunction);
void nk_say_mark (NkSay *say, const NkNode *node);
/* A text that starts with a subject of its own: behind another が a comma has to stand, 「サーバが、クライアントが待つことを示す」. */
gboolean nk_say_has_subject (const char *text);
/* 「リレーが破棄されたパケットを送信する」: it is not the relay that is dropped. What is no noun behind the verb (された後に) says when it is. */
gboolean nk_say_starts_in_passive (const char *text);
void nk_say_warn (NkSay *say, const char *warning);
const char *nk_say_cat (NkSay *say, const char *a, const char *b);
const char *nk_say_cat3 (NkSay *say, const char *a, const char *b, const char *c);
/* ドメイン全体, AとBの両方: nothing is 内 of that. */
gboolean nk_say_names_whole (const char *value);
/* Puts `value` where `slot` stands. */
const char *nk_say_fill (NkSay *say, const char *template, char slot, const char *value);
gboolean nk_say_ends_in_comma (const char *text);
/* Characters, a Latin word counted as three: how long a text seems to a reader. */
glong nk_say_weight (const char *text);

const char *nk_say_noun (NkSay *say, const NkNode *node);
const char *nk_say_several (NkSay *say, const NkNode *node);
/* The noun, and of one that is not there, which does not deny what stands beside it, its lack. */
const char *nk_say_with_lack (NkSay *say, const NkNode *noun);
/* TRUE for two nouns that are counted alike, or stand behind one article, the last with what is told of both. */
gboolean nk_say_are_counted_alike (const NkNode *list);
/* TRUE for `not only A but also B`, `neither A nor B`, which take も for their particle: AだけでなくBも, AもBも. */
gboolean nk_say_is_not_only (const NkNode *noun);
/* A clause before its noun, or before よう and こと, needs no もの: 「Xに関するものであるN」 is 「Xに関するN」. */
const char *nk_say_before_noun (NkSay *say, const char *clause);
/* What one of them puts before its noun; `head` (nullable) is the noun. */
const char *nk_say_post (NkSay *say, const NkNode *post, const NkToken *head, gboolean is_modified);
/* `a value of "lit" for X`: the posts with the name behind what it is, and what stands behind the name with them. */
const NkNode *nk_say_unfold_name (NkSay *say, const NkNode *node, const NkNode *posts);
const char *nk_say_posts (NkSay *say, const NkNode *node, const char *head);
/* `is_modified`: something stands between the joint and the noun, so that a bare verb would seem to belong to it. */
const char *nk_say_joint (NkSay *say, const NkNode *node, const NkToken *noun, const NkLexiconVerb *verb, gboolean is_modified);
const char *nk_say_phrases (NkSay *say, const NkNode *node, NkEnding ending);
const char *nk_say_be (NkSay *say, const NkNode *node, NkEnding ending);
const char *nk_say_adverbs (NkSay *say, const NkNode *list);
/* `discusses X in detail`: Xを詳細に論じる. The adverbs behind the object that tell how; nk_say_adverbials leaves them out. */
const char *nk_say_manner (NkSay *say, const NkNode *phrase);
/* The template with say->manner_adverbs right before the verb, so that they do not seem to belong to what stands before it. */
const char *nk_say_with_adverbs (NkSay *say, const char *template);
/* Where のみ of an `only` beside the verb goes: to the object, else to what stands around the verb. */
void nk_say_place_only (NkSay *say, const NkNode *node);
/* `also operates as X`: Xとしても動作する. NULL: the text does not end so. */
const char *nk_say_also_behind (NkSay *say, const NkNode *phrase, const char *text);
/* `focuses on updating X`: TRUE if the verb asks for what is done, and for nothing else. */
gboolean nk_say_asks_for_doing (const NkNode *node);
/* `a server that also checks keys`, `The server also checks keys`: 鍵も検査する. The document itself starts its sentence with また. */
gboolean nk_say_is_also_of_object (const NkSay *say, const NkNode *node, NkEnding ending);
/* What follows 「…が、」: no また behind it. */
const char *nk_say_opposes (const char *text);
/* What follows another verb: a result これにより, a conclusion したがって, an update これに伴い. */
const char *nk_say_follows (NkSay *say, const char *text, gboolean is_result);
/* The active frame with an object and nothing else; NULL if the verb has none. */
const NkFrame *nk_say_plain_frame (const NkLexiconVerb *verb);
/* generate_told.c: the joint that names the document, or NULL; the only phrase of the clause if it is a passive that can be said as the active, or NULL; the same with a
 * purpose; the phrases as what holds in another document; TRUE if nobody else can be the one who tells. */
const NkNode *nk_say_find_document (const NkNode *phrase);
const NkNode *nk_say_plain_passive (const NkNode *clause);
const NkNode *nk_say_told_for (NkSay *say, const NkNode *clause, gboolean leads_with_document);
const NkNode *nk_say_as_state (NkSay *say, const NkNode *clause);
/* What a document writes of its own: `a new option`, `the requirements for X`; `the option` may be that of another. */
gboolean nk_say_is_of_own (const NkNode *subject);
gboolean nk_say_is_told_here (const NkNode *clause, const NkNode *passive);
/* The frame that says in the active what the object receives (`configured with P`: `configure O with P`, OにPを設定する), where `passive` has a frame of its own; or that one. */
const NkFrame *nk_say_active_frame (const NkNode *passive);
/* The place behind the slots of a template and their particles, where the verb itself starts; the start of the template if nothing may come between. */
const char *nk_say_verb_start (const char *template);
/* `template` without its object and the particle behind it. */
const char *nk_say_drop_object (NkSay *say, const char *template);
/* `retrieve and verify the integrity of keys`: 鍵を取得し、その完全性を検証する, since one gets no integrity. NODE itself if it is not of this form. */
const NkNode *nk_say_got_first (NkSay *say, const NkNode *node, const char **template);
/* `define and register X`: 定義・登録する; 定義し、割り当てる. */
const char *nk_say_share_verb (NkSay *say, const NkNode *node, const char *template);
/* `configuring X`: Xの設定, if that says it all; else Xを設定すること, and in a title Xを設定する方法. */
const char *nk_say_gerund (NkSay *say, const NkNode *node);
/* `allows X to be stored by Y`: Japanese says that Y can store X. The node that is to be said so, and the template without the slot that is empty then; or `node` itself. */
const NkNode *nk_say_permitted (NkSay *say, const NkNode *node, const char **template);
/* `compression of packets`: パケットを圧縮する, as a phrase. NULL: no verb says it all. */
const NkNode *nk_say_as_verb (NkSay *say, const NkNode *noun);
/* `updates X to allow Y`, of the document itself: Xを更新し、Yを可能にする. The phrase without the infinitive, which goes to `outcome`; or `node` itself. */
const NkNode *nk_say_with_outcome (NkSay *say, const NkNode *node, const NkNode **outcome);
/* `describes how X can be compressed to save space`: the purpose is one of compressing. The phrase that says so, or `node` itself. */
const NkNode *nk_say_with_how (NkSay *say, const NkNode *node);
/* `introduces X in Y`: YにXを導入する. The phrase that says so, or `node` itself. */
const NkNode *nk_say_with_place (NkSay *say, const NkNode *node);
/* `allocated to customers by providers`: providers make no customers, they allocate. The phrase with its agent around the verb, or `phrase` itself. */
const NkNode *nk_say_with_agent (NkSay *say, const NkNode *phrase);
/* The frame with an object and this preposition; NULL: there is none. */
const NkFrame *nk_say_frame_with (const NkLexiconVerb *verb, const char *preposition);
gboolean nk_say_has_only_articles (const NkNode *noun);
/* A preposition and one noun phrase, or several. */
gboolean nk_say_is_plain_joint (const NkNode *post);
/* The table names this noun, or its class, before the preposition: `aggregation into X`. */
gboolean nk_say_asks_for (const NkSay *say, const NkToken *head, const NkNode *joint);
/* The noun that English says last: X, or the last of `X and Y` where nothing stands behind the others. */
const NkNode *nk_say_last_noun (const NkNode *noun);
/* `the impact of X on Y`: XがYに与える影響. NULL: it is none of this form. */
const char *nk_say_effect (NkSay *say, const NkNode *node, const char *head);
/* `X and Y head`: two of a kind before a head that is short enough to be said twice. */
gboolean nk_say_shares_head (const NkItem *const *items);
/* `new request and response headers`, also where `response header` is one entry of the tables: ヘッダ, which both have. NULL: they are no such pair. */
const char *nk_say_pair_head (const NkSay *say, const NkItem *const *items, guint n, guint i);
/* The words before the head and the head, without determiners. */
const char *nk_say_items (NkSay *say, const NkNode *node);
/* `10 seconds`, `64 bits`: what is counted in these. */
gboolean nk_say_is_unit (const NkToken *noun);
/* 「アーキテクチャ側面」 is no word: アーキテクチャの側面. */
gboolean nk_say_is_loose_compound (const NkNode *node);
/* `(X)`; nothing if it says what stands before it: ABNF (Augmented Backus-Naur Form) is ABNF both times. */
const char *nk_say_new_bracket (NkSay *say, const NkNode *bracket, const char *before);
/* A list of `item` and what stands behind it (nullable). */
const NkNode *nk_say_list (NkSay *say, const NkNode *item, const NkNode *next);
/* The list without `item`, which stands in it once; what stands before it is copied. */
const NkNode *nk_say_list_without (NkSay *say, const NkNode *list, const NkNode *item);
/* The noun, or the last of several, without the last of what stands behind it. */
const NkNode *nk_say_without_last (NkSay *say, const NkNode *noun);
/* `describes the use of X for Y`: YにXを使用する方法を説明する. The phrase that says so, or `node` itself. */
const NkNode *nk_say_with_usage (NkSay *say, const NkNode *node);
/* The noun with one more modifier behind it, which is said before all others. */
const NkNode *nk_say_with_post (NkSay *say, const NkNode *noun, const NkNode *post);
/* `identify tools to monitor networks`: the tools are there to monitor. The phrase that says so, or `node` itself. */
const NkNode *nk_say_with_tool (NkSay *say, const NkNode *node);
/* The same of verb phrases and the infinitive behind them; NULL: it is not of what they name. */
const NkNode *nk_say_find_tool (NkSay *say, const NkNode *phrases, const NkNode *joint);
/* TRUE of `with TLS`, `in X`, `for V-ing`, which behind `the use of X` tell of the use. */
gboolean nk_say_goes_with_use (const NkNode *post);
/* The last post behind the used thing that tells of the use, or NULL. */
const NkNode *nk_say_end_of_use (const NkSay *say, const NkNode *object);
/* `use X in Y`, of the X in Y that is used; NULL: nothing behind X tells of the use. */
const NkNode *nk_say_use_of (NkSay *say, const NkNode *object);
/* What stands behind `the use of X` as parts of `use X`: the first that the verb has a place for, the others around it. */
void nk_say_put_with_use (NkSay *say, NkNode *phrase, const NkNode *post);
/* `enables the detection of errors`: 誤りを検出できるようにする. The node that is to be said so, and its template; or `node` itself. */
const NkNode *nk_say_enabled (NkSay *say, const NkNode *node, const char **template);
/* The template of a frame with its slots filled from the node. */
const char *nk_say_frame (NkSay *say, const char *template, const NkNode *node);
/* `clause` (dictionary form) with auxiliary, negation and tense of the node, and the ending that is asked for. */
const char *nk_say_inflected (NkSay *say, const NkNode *node, const char *clause, NkEnding ending, gboolean is_negated);
/* How and whether something is done, which of several is used: what stands before a verb as its object. */
const char *nk_say_question (NkSay *say, const NkNode *node);
/* `the address to which keys can be sent`: 鍵を送信できるアドレス. NULL: the clause says no such thing. */
const char *nk_say_can_be_done (NkSay *say, const NkNode *clause);
const char *nk_say_phrase (NkSay *say, const NkNode *node, NkEnding ending);
/* `This document defines X, allowing Y`: it is X that allows Y. The phrase with the result behind its object, or `node` itself. */
const NkNode *nk_say_with_result (NkSay *say, const NkNode *node, const NkNode *result);
/* `provides support for X`: Xをサポートする. */
const NkNode *nk_say_with_support (NkSay *say, const NkNode *node);
/* `describes X, along with Y`: both are described. */
const NkNode *nk_say_with_company (NkSay *say, const NkNode *node);
/* `is X, by A`: A made it. */
const NkNode *nk_say_with_author (NkSay *say, const NkNode *node);
/* `use X to V`: the purpose is one of the verb. */
const NkNode *nk_say_with_purpose (NkSay *say, const NkNode *node);
/* 「SIPで使用する鍵を作成する」: TRUE of a noun whose Japanese starts in a verb, which would seem to own what stands before it. */
gboolean nk_say_starts_in_verb (const NkNode *noun);
/* `tokens to act for users`: in English, too, what stands behind may belong to the acting. */
gboolean nk_say_ends_in_verb (const NkNode *noun);
#define NK_SAY_MAX_SHARED_HEAD 6 /* characters that are said twice, so that both have them */
#define NK_SAY_LONG_BEHIND 24 /* as nk_say_weight counts: no longer than that between an object and its verb */

typedef enum {
  NK_SCENE_BESIDE, /* between what stands around the verb and its object */
  NK_SCENE_FIRST,  /* before all of it */
  NK_SCENE_BEHIND, /* right before the verb, behind the object */
} NkScene;

/* `create X in Y`: Yで, which is said of the verb; `*phrase` becomes the phrase without it. "": it has no such end. */
const char *nk_say_scene (NkSay *say, const NkNode **phrase, NkEnding ending, NkScene *ret_place);
/* Two things around a verb, parted by a comma. */
const char *nk_say_beside (NkSay *say, const char *a, const char *b);
gboolean nk_say_has_scene (const NkSay *say, const NkNode *phrase);
/* The same of `is X, as defined in Y`. */
const NkNode *nk_say_with_source (NkSay *say, const NkNode *node);
/* A passive phrase before a noun: 定義された, 使用される; with an agent YがVする. */
const char *nk_say_participle (NkSay *say, const NkNode *node);
/* A clause before a noun or a conjunction: YがVする. */
const char *nk_say_clause_before (NkSay *say, const NkNode *node, NkEnding ending);
/* CLAUSE as what VERB wishes: `requests that X be moved`, Xを移すことを要求する; as nk_say_clause_before where nothing is wished, or something else than done to X. */
const char *nk_say_wish (NkSay *say, const NkNode *verb, const NkNode *clause);
/* The subject of a clause that leaves it out (nk_node_leaves_out_subject): nothing, unless what stands around would be taken for it: the document, or behind an object, which the
 * verb would take for its own. */
const char *nk_say_pronoun_subject (NkSay *say, const NkNode *clause);
const char *nk_say_adverbials (NkSay *say, const NkNode *list, const NkLexiconVerb *verb, const NkNode *without);
/* The joint `by X` of a passive if X can be its subject in Japanese: people and systems act, texts and data are what something is done with. Else NULL. */
const NkNode *nk_say_agent (const NkNode *phrase);
/* An adjective with its frame, before a noun. */
const char *nk_say_quality (NkSay *say, const NkNode *node);
/* `April 2024`: nobody who does something. */
gboolean nk_say_is_date (const NkNode *noun);
gboolean nk_say_is_document (const NkNode *noun);

/* generate_count.c: `4 different keys`: 4つの異なる鍵, where 「4異なる」 is no number of anything; but `2 new bytes`, `IPv6 and 6 lossy links`. */
const char *nk_say_counts_behind (const NkItem *const *items, guint i);
/* The noun `part` behind its number in `text`. */
const char *nk_say_counted (NkSay *say, const char **text, const NkItem *number, const NkToken *noun, const char *part);

/* generate_said.c: the nodes below `node` that were not marked as said. */
guint nk_say_count_lost (const NkSay *say, const NkNode *node);
