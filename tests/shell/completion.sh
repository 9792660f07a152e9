#!/bin/sh
# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# The completions for bash and zsh. Prints TAP.
. "$(dirname "$0")/lib.sh" || exit 1

folder=$source/completions
# completes SENTENCE WANTED WORD... - the last word is the one being completed.
completes() {
  sentence=$1
  wanted=$2
  shift 2
  # shellcheck disable=SC2016 # for bash
  run bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _nikkan 2>/dev/null; printf "%s\n" "${COMPREPLY[@]}"' bash "$folder/nikkan.bash" "$@"
  [ "$(tr '\n' ' ' <out)" = "$wanted " ]
  result $? "$sentence"
}

if command -v bash >/dev/null 2>&1; then
  check 'the completion is bash' bash -n "$folder/nikkan.bash"
  completes 'a verb is completed' digest nikkan di
  completes 'all verbs are offered' 'import fetch digest show search ledger topics note gloss serve site rebuild summarize check' nikkan ''
  completes 'global options are offered' '--database --settings --help --version' nikkan --
  completes 'a verb after a global option' digest nikkan --database x.db di
  completes 'a verb after a global option with an equals sign' digest nikkan --database = x.db di
  completes 'options of the verb' '--dry-run' nikkan import --d
  completes 'languages' 'ja en' nikkan digest --language ''
  completes 'languages after an equals sign' en nikkan digest --language = e
  completes 'formats of an edition' 'markdown html text json' nikkan digest --format ''
  completes 'formats of the ledger' 'text json' nikkan ledger --format ''
  completes 'parsers' 'both gmime' nikkan import --parser ''
  completes 'days' yesterday nikkan digest yes
  completes 'what has no day' undated nikkan ledger un
  completes 'no such word for the note of a day' '' nikkan note un
  : >mail.mbox
  completes 'files to import' mail.mbox nikkan import mail
  completes 'files after --from' mail.mbox nikkan digest --from mail
  completes 'days after --from where it is a day' yesterday nikkan topics --from yes
else
  skip 'the completion for bash' 'bash is not installed'
fi
if command -v zsh >/dev/null 2>&1; then
  check 'the completion is zsh' zsh -n "$folder/_nikkan"
  holds 'zsh knows what it completes' matches '^#compdef nikkan$' "$folder/_nikkan"
  # shellcheck disable=SC2016 # for zsh
  check 'zsh loads the completion' zsh -f -c 'fpath=("$1" $fpath); autoload -Uz compinit; compinit -u -d "$2"; [[ $_comps[nikkan] == _nikkan ]] && autoload +X _nikkan' zsh "$folder" "$sandbox/zcompdump"
else
  skip 'the completion for zsh' 'zsh is not installed'
fi

finish
