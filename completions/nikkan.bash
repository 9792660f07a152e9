# SPDX-FileCopyrightText: nikkan contributors
# SPDX-License-Identifier: MIT
# Completion of nikkan(1) for bash.

# The verb on the command line; empty as long as there is none. bash takes `=` for a word of its own: --database = FILE.
_nikkan_verb() {
  local i
  verb=
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
      --database | --settings)
        [ "${COMP_WORDS[i + 1]}" = "=" ] && i=$((i + 1))
        i=$((i + 1))
        ;;
      -*) ;;
      *)
        verb=${COMP_WORDS[i]}
        return
        ;;
    esac
  done
}

_nikkan_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current")
}

_nikkan_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$current")
}

_nikkan_days() {
  _nikkan_words "today yesterday $(date -u +%Y-%m-%d 2>/dev/null) $*"
}

# What may follow an option. Fails if nothing has to.
_nikkan_value() {
  case $1 in
    --from)
      case $verb in
        topics | summarize) _nikkan_days ;;
        *) _nikkan_files ;;
      esac
      ;;
    --database | --settings | --output | -o | --file | --evaluate | --template-dir) _nikkan_files ;;
    --language | -l) _nikkan_words "ja en" ;;
    --order) _nikkan_words "newest ranked" ;;
    --parser) _nikkan_words "both gmime" ;;
    --since | --to) _nikkan_days ;;
    --format | -f)
      case $verb in
        digest) _nikkan_words "markdown html text json" ;;
        *) _nikkan_words "text json" ;;
      esac
      ;;
    --parts | --width | --name | --listen | --base-url | --limit | --offset) ;;
    --explain) [ "$verb" = topics ] ;;
    *) return 1 ;;
  esac
}

_nikkan() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb
  COMPREPLY=()
  _nikkan_verb
  if [ "$current" = "=" ]; then
    current=
  elif [ "$previous" = "=" ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  _nikkan_value "$previous" && return
  case $verb:$current in
    :-*) _nikkan_words "--database --settings --help --version" ;;
    :*) _nikkan_words "import fetch digest show search ledger topics note gloss serve site rebuild summarize check" ;;
    import:-*) _nikkan_words "--dry-run --parser --quiet --help" ;;
    fetch:-*) _nikkan_words "--since --quiet --help" ;;
    digest:-*) _nikkan_words "--language --format --parts --output --from --width --template-dir --help" ;;
    show:-*) _nikkan_words "--format --help" ;;
    search:-*) _nikkan_words "--order --limit --offset --language --format --help" ;;
    ledger:-*) _nikkan_words "--format --help" ;;
    gloss:-*) _nikkan_words "--explain --format --name --evaluate --help" ;;
    topics:-*) _nikkan_words "--from --to --explain --language --format --help" ;;
    note:-*) _nikkan_words "--language --file --remove --help" ;;
    serve:-*) _nikkan_words "--listen --base-url --language --help" ;;
    site:-*) _nikkan_words "--all --base-url --language --quiet --help" ;;
    summarize:-*) _nikkan_words "--from --to --quiet --help" ;;
    rebuild:-*) _nikkan_words "--help" ;;
    check:-*) _nikkan_words "--help" ;;
    import:* | site:*) _nikkan_files ;;
    digest:*)
      case " ${COMP_WORDS[*]} " in
        *" --from"*) _nikkan_files ;;
        *) _nikkan_days ;;
      esac
      ;;
    ledger:*) _nikkan_days undated ;;
    note:*) _nikkan_days ;;
  esac
}

complete -F _nikkan nikkan
