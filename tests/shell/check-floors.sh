#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# tools/check-floors against small houses that stand and that do not. Prints TAP.
set -u

tool=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)/tools/check-floors
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
number=0
failed=0

# put FILE LINE… - a source file of the house.
put() {
  mkdir -p "$scratch/house/src/$(dirname "$1")"
  file=$scratch/house/src/$1
  shift
  printf '%s\n' "$@" >"$file"
}

# A house that stands, for each test anew.
build_house() {
  rm -rf "$scratch/house"
  put ground/slice.h '#pragma once' '#include <glib.h>'
  put ground/slice.c '#include "ground/slice.h"'
  put mail/message.h '#include "ground/slice.h"'
  put mail/message_private.h '#include "mail/message.h"' '#include <gmime/gmime.h>'
  put mail/message.c '#include "mail/message_private.h"'
  put language/word.h '#include "ground/slice.h"'
  put announce/rfc.h '  #  include "mail/message.h"' '#include "language/word.h"'
  put store/store.c '#include <sqlite3.h>' '#include "announce/rfc.h"' '#include "schema.sql.h"'
  put command/main.c '#include "store/store.h"'
}

# expect NAME STATUS TEXT - the answer for the house as it stands now.
expect() {
  number=$((number + 1))
  output=$("$tool" "$scratch/house" 2>&1)
  status=$?
  if [ "$status" -eq "$2" ] && printf '%s\n' "$output" | grep -qF -- "$3"; then
    echo "ok $number - $1"
  else
    failed=1
    echo "not ok $number - $1"
    printf '%s\n' "status $status (expected $2), output (expected: $3):" "$output" | sed 's/^/# /'
  fi
}

build_house
expect 'a house whose arrows point left stands' 0 'all arrows point left'

build_house
put mail/bad.c '' '#include "store/store.h"'
expect 'an arrow to the right is named with file and line' 1 'src/mail/bad.c:2: "store/store.h": mail may not see store'

build_house
put mail/bad.c '#include "language/word.h"'
expect 'an arrow sideways from mail to language falls' 1 'src/mail/bad.c:1: "language/word.h": mail may not see language'

build_house
put summary/bad.c '#include "digest/digest.h"'
expect 'an arrow sideways from summary to digest falls' 1 'src/summary/bad.c:1:'

build_house
put serve/bad.c '#include "publish/target.h"'
expect 'an arrow sideways from serve to publish falls' 1 'src/serve/bad.c:1:'

build_house
put cellar/wine.c '#include "ground/slice.h"'
expect 'a folder that is no floor falls' 1 'src/cellar/wine.c:1: cellar is no floor'

build_house
put mail/bad.c '#include "cellar/wine.h"'
expect 'a header of an unknown floor falls' 1 'src/mail/bad.c:1: "cellar/wine.h": cellar is no floor'

build_house
put main.c '#include "ground/slice.h"'
expect 'a file beside the floors falls' 1 'src/main.c:1: stands on no floor'

build_house
put mail/bad.c '#include "message.h"'
expect 'a header without its floor falls' 1 'src/mail/bad.c:1: "message.h" does not name its floor'

build_house
put mail/bad.c '#include "ground/../store/store.h"'
expect 'a way through the parent folder falls' 1 'src/mail/bad.c:1:'

build_house
put announce/bad.c '#include "mail/message_private.h"'
expect 'a private header is seen by its own folder only' 1 'src/announce/bad.c:1: "mail/message_private.h": a private header'

build_house
put digest/bad.c '#include <sqlite3.h>'
expect 'only the store knows SQLite' 1 'src/digest/bad.c:1: <sqlite3.h>: only store'

build_house
put store/bad.c '#include <gmime/gmime.h>'
expect 'only mail knows GMime' 1 'src/store/bad.c:1: <gmime/gmime.h>: only mail'

build_house
put ground/a.h '#pragma once' '#include "ground/b.h"'
put ground/b.h '#include "ground/c.h"'
put ground/c.h '#include "ground/slice.h"' '#include "ground/a.h"'
put ground/d.h '#include "ground/a.h"'
expect 'headers in a circle fall' 1 'src/ground/a.h:2: headers in a circle: ground/a.h -> ground/b.h -> ground/c.h -> ground/a.h'

build_house
put ground/self.h '#include "ground/self.h"'
expect 'a header that includes itself falls' 1 'src/ground/self.h:1: headers in a circle'

rm -rf "$scratch/house/src"
mkdir -p "$scratch/house/src"
expect 'an empty house is no house' 1 'no source files'

rm -rf "$scratch/house/src"
expect 'a missing src folder is wrong usage' 2 'no src folder'

echo "1..$number"
exit "$failed"
