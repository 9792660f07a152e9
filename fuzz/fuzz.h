/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* fuzz/fuzz.h - what the harnesses share. Each fuzz_NAME.c is one harness; libFuzzer calls it, and so does replay.c, which needs no fuzzer.
 * A harness that meets a broken promise aborts (g_assert), which both take as a finding. */
#pragma once
#include "ground/slice.h"

#include <stddef.h>
#include <stdint.h>

/* Always returns 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Takes the first byte off `input`: the options of a run. 0 if there is none. */
guint nk_fuzz_options (NkSlice *input);

/* Aborts unless `text` (nullable) is valid UTF-8 without NUL. */
void nk_fuzz_check_utf8 (const char *text);
/* As above, and without controls and direction changers; LF only if `has_lines`. At most `limit_bytes`. */
void nk_fuzz_check_clean (const char *text, gboolean has_lines, gsize limit_bytes);
