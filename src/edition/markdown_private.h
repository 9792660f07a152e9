/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* edition/markdown_private.h - what both readers of the editor's Markdown need of md4c; seen by this folder only. */
#pragma once
#include <glib.h>
#include <md4c.h>

/* Appends what the entity `text` of `length` bytes (`&amp;`, `&#65;`) stands for; an unknown name stays as it is. */
void nk_markdown_append_entity (GString *out, const char *text, gsize length);

/* An address as md4c hands it out, its entities resolved. (transfer full) */
char *nk_markdown_attribute_text (const MD_ATTRIBUTE *attribute);
