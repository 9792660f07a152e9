/* SPDX-FileCopyrightText: nikkan contributors
 * SPDX-License-Identifier: MIT */
#include "ground/error.h"

G_DEFINE_QUARK (nk-error-quark, nk_error)
