/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* summary/gate.h - what every engine's text has to pass before a reader sees it.
 * Floor: summary. Numbers, RFCs, draft names, acronyms and mixed-case names of the text occur in title or abstract; negation survives; no lower-case English
 * outside quotes in Japanese text; length; no markup; no URL; no control characters. */
#pragma once
#include "summary/summary.h"

/* A document prepared for many texts: what occurs in it is looked for once. The request must outlive it. */
typedef struct _NkGate NkGate;

NkGate *nk_gate_new (const NkSummaryRequest *request);
void nk_gate_free (NkGate *gate);
/* As nk_gate_accepts, for a text on the gate's document. */
gboolean nk_gate_admits (NkGate *gate, const NkSummary *summary, char **ret_reason);

/* FALSE with *ret_reason (transfer full, nullable) in English saying which rule and which word. */
gboolean nk_gate_accepts (const NkSummaryRequest *request, const NkSummary *summary, char **ret_reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NkGate, nk_gate_free)
