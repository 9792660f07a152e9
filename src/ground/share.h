/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
/* ground/share.h - where the files under share/ are.
 * Floor: ground. NIKKAN_SHARE alone if set, else ../share/nikkan beside the running program, else the source tree it was built in, else the installed place. */
#pragma once
#include "ground/error.h"

/* Returns: (transfer full): the path of `name` (such as "groups.tsv"), NULL with NOT_FOUND naming the places that were looked at. */
char *nk_share_path (const char *name, GError **error);
