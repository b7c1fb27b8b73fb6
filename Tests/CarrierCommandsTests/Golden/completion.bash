#!/bin/bash

__carrier-editor_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__carrier-editor_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__carrier-editor_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__carrier-editor_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_carrier-editor() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __carrier-editor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    edit|demo|sandbox|app|carrier|account|authorize|token|refresh|status|key|adapter|track|user|audit|doctor|backup|restore|rekey|help)
        # Offer subcommand argument completions
        "_carrier-editor_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'edit demo sandbox app carrier account authorize token refresh status key adapter track user audit doctor backup restore rekey help' -- "${cur}"))
        ;;
    esac
}

_carrier-editor_edit() {
    repeating_flags=()
    non_repeating_flags=(--verbose --accessible --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --carrier)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--carrier')
        return
        ;;
    esac
}

_carrier-editor_demo() {
    repeating_flags=()
    non_repeating_flags=(--verbose --accessible --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_sandbox() {
    repeating_flags=()
    non_repeating_flags=(--verbose --administration --version -h --help)
    repeating_options=(--fault)
    non_repeating_options=(--store --key-file --port --access-token-ttl --refresh-token-ttl)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--port')
        return
        ;;
    '--access-token-ttl')
        return
        ;;
    '--refresh-token-ttl')
        return
        ;;
    '--fault')
        return
        ;;
    esac
}

_carrier-editor_app() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __carrier-editor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    set|show)
        # Offer subcommand argument completions
        "_carrier-editor_app_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'set show' -- "${cur}"))
        ;;
    esac
}

_carrier-editor_app_set() {
    repeating_flags=()
    non_repeating_flags=(--verbose --client-secret-stdin --no-client-secret --no-pkce --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --client-id --redirect-uri)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--client-id')
        return
        ;;
    '--redirect-uri')
        return
        ;;
    esac
}

_carrier-editor_app_show() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_carrier() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __carrier-editor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|create|update|copy|delete|export|import)
        # Offer subcommand argument completions
        "_carrier-editor_carrier_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show create update copy delete export import' -- "${cur}"))
        ;;
    esac
}

_carrier-editor_carrier_list() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_carrier_show() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_carrier_create() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=(--set)
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--set')
        return
        ;;
    esac
}

_carrier-editor_carrier_update() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=(--set)
    non_repeating_options=(--store --key-file --if-version)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--set')
        return
        ;;
    '--if-version')
        return
        ;;
    esac
}

_carrier-editor_carrier_copy() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_carrier_delete() {
    repeating_flags=()
    non_repeating_flags=(--verbose --yes --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_carrier_export() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_carrier_import() {
    repeating_flags=()
    non_repeating_flags=(--verbose --replace --skip --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_account() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __carrier-editor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|add|set-default|remove)
        # Offer subcommand argument completions
        "_carrier-editor_account_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list add set-default remove' -- "${cur}"))
        ;;
    esac
}

_carrier-editor_account_list() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_account_add() {
    repeating_flags=()
    non_repeating_flags=(--verbose --recent-invoice --default --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --number --postal-code --country --name)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--number')
        return
        ;;
    '--postal-code')
        return
        ;;
    '--country')
        return
        ;;
    '--name')
        return
        ;;
    esac
}

_carrier-editor_account_set-default() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_account_remove() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_authorize() {
    repeating_flags=()
    non_repeating_flags=(--verbose --client-secret-stdin --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --adapter --endpoint --method --client-id --redirect-uri)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--adapter')
        return
        ;;
    '--endpoint')
        __carrier-editor_add_completions -W 'test'$'\n''production'
        return
        ;;
    '--method')
        __carrier-editor_add_completions -W 'authorization-code'$'\n''client-credentials'$'\n''customer-authorization-code'
        return
        ;;
    '--client-id')
        return
        ;;
    '--redirect-uri')
        return
        ;;
    esac
}

_carrier-editor_token() {
    repeating_flags=()
    non_repeating_flags=(--verbose --no-refresh --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --endpoint --min-ttl --timeout)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--endpoint')
        __carrier-editor_add_completions -W 'test'$'\n''production'
        return
        ;;
    '--min-ttl')
        return
        ;;
    '--timeout')
        return
        ;;
    esac
}

_carrier-editor_refresh() {
    repeating_flags=()
    non_repeating_flags=(--verbose --all --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --due-within)
    __carrier-editor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--due-within')
        return
        ;;
    esac
}

_carrier-editor_status() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --within --format)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--within')
        return
        ;;
    '--format')
        __carrier-editor_add_completions -W 'table'$'\n''json'$'\n''prometheus'
        return
        ;;
    esac
}

_carrier-editor_key() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __carrier-editor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    show|delete)
        # Offer subcommand argument completions
        "_carrier-editor_key_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'show delete' -- "${cur}"))
        ;;
    esac
}

_carrier-editor_key_show() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --endpoint)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--endpoint')
        __carrier-editor_add_completions -W 'test'$'\n''production'
        return
        ;;
    esac
}

_carrier-editor_key_delete() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --endpoint)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--endpoint')
        __carrier-editor_add_completions -W 'test'$'\n''production'
        return
        ;;
    esac
}

_carrier-editor_adapter() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __carrier-editor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    list|show|configure|map|unmap|maintain)
        # Offer subcommand argument completions
        "_carrier-editor_adapter_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'list show configure map unmap maintain' -- "${cur}"))
        ;;
    esac
}

_carrier-editor_adapter_list() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_adapter_show() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_adapter_configure() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --endpoint)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--endpoint')
        __carrier-editor_add_completions -W 'test'$'\n''production'
        return
        ;;
    esac
}

_carrier-editor_adapter_map() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --carrier)
    __carrier-editor_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--carrier')
        return
        ;;
    esac
}

_carrier-editor_adapter_unmap() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_adapter_maintain() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --endpoint)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--endpoint')
        __carrier-editor_add_completions -W 'test'$'\n''production'
        return
        ;;
    esac
}

_carrier-editor_track() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --adapter --endpoint)
    __carrier-editor_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--adapter')
        return
        ;;
    '--endpoint')
        __carrier-editor_add_completions -W 'test'$'\n''production'
        return
        ;;
    esac
}

_carrier-editor_user() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=()
    __carrier-editor_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    add|list|password|disable)
        # Offer subcommand argument completions
        "_carrier-editor_user_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'add list password disable' -- "${cur}"))
        ;;
    esac
}

_carrier-editor_user_add() {
    repeating_flags=()
    non_repeating_flags=(--verbose --password-stdin --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --role)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--role')
        __carrier-editor_add_completions -W 'administrator'$'\n''operator'
        return
        ;;
    esac
}

_carrier-editor_user_list() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_user_password() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_user_disable() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_audit() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --since)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--since')
        return
        ;;
    esac
}

_carrier-editor_doctor() {
    repeating_flags=()
    non_repeating_flags=(--verbose --json --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_backup() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_restore() {
    repeating_flags=()
    non_repeating_flags=(--verbose --replace --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file)
    __carrier-editor_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __carrier-editor_add_completions -f
        return
        ;;
    esac
}

_carrier-editor_rekey() {
    repeating_flags=()
    non_repeating_flags=(--verbose --version -h --help)
    repeating_options=()
    non_repeating_options=(--store --key-file --to)
    __carrier-editor_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--store')
        __carrier-editor_add_completions -f
        return
        ;;
    '--key-file')
        __carrier-editor_add_completions -f
        return
        ;;
    '--to')
        __carrier-editor_add_completions -W 'key-file'$'\n''passphrase'$'\n''systemd'
        return
        ;;
    esac
}

_carrier-editor_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __carrier-editor_offer_flags_options -1
}

complete -o filenames -F _carrier-editor carrier-editor
