#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# Documents, completions and program agree: see tools/check-docs. Prints TAP.
exec "$(dirname "$0")/../../tools/check-docs" "$1"
