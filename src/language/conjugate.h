/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* language/conjugate.h - forms of a Japanese verb, adjective or copula.
 * Floor: language. A verb is given as the tables write it: the dictionary form, with `1` behind る for the ichidan class (加える1). What stands before the verb itself
 * stays as it is, so that a whole clause can be given. */
#pragma once
#include "language/arena.h"

typedef enum {
  NK_CONJUGATE_PLAIN,    /* する */
  NK_CONJUGATE_PAST,     /* した */
  NK_CONJUGATE_JOIN,     /* し */
  NK_CONJUGATE_TE,       /* して */
  NK_CONJUGATE_NOT,      /* しない */
  NK_CONJUGATE_NOT_JOIN, /* せず */
} NkConjugation;

/* In the arena. */
const char *nk_conjugate (NkArena *arena, const char *clause, NkConjugation form);
/* The passive and the potential are ichidan verbs again: される1, できる1. */
const char *nk_conjugate_passive (NkArena *arena, const char *clause);
const char *nk_conjugate_potential (NkArena *arena, const char *clause);
/* 定義 of 定義する, or NULL if the clause does not end so. */
const char *nk_conjugate_noun (NkArena *arena, const char *clause);

/* An adnominal adjective (安全な, 高い, 既存の, 耐量子) as an adverb (安全に) or with the copula (安全である, 高い); `negated` 安全ではない. */
const char *nk_adjective_adverb (NkArena *arena, const char *adjective);
const char *nk_adjective_predicate (NkArena *arena, const char *adjective, NkConjugation form, gboolean *ret_is_verb);
