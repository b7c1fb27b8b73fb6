#compdef carrier-editor

__carrier-editor_complete() {
    local -ar non_empty_completions=("${@:#(|:*)}")
    local -ar empty_completions=("${(M)@:#(|:*)}")
    _describe -V '' non_empty_completions -- empty_completions -P $'\'\''
}

__carrier-editor_custom_complete() {
    local -a completions
    completions=("${(@f)"$("${command_name}" "${@}" "${command_line[@]}")"}")
    if [[ "${#completions[@]}" -gt 1 ]]; then
        __carrier-editor_complete "${completions[@]:0:-1}"
    fi
}

__carrier-editor_cursor_index_in_current_word() {
    if [[ -z "${QIPREFIX}${IPREFIX}${PREFIX}" ]]; then
        printf 0
    else
        printf %s "${#${(z)LBUFFER}[-1]}"
    fi
}

_carrier-editor() {
    emulate -RL zsh -G
    setopt extendedglob nullglob numericglobsort
    unsetopt aliases banghist

    local -xr SAP_SHELL=zsh
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(builtin emulate zsh -c 'printf %s "${ZSH_VERSION}"')"
    local -r SAP_SHELL_VERSION

    local context state state_descr line
    local -A opt_args

    local -r command_name="${words[1]}"
    local -ar command_line=("${words[@]}")
    local -ir current_word_index="$((CURRENT - 1))"

    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'edit:Opens the terminal editor.'
            'demo:Opens the editor on a throw-away store with sample carriers and a local UPS sandbox.'
            'sandbox:Runs a UPS of our own on this machine, for trying out and for tests.'
            'app:The installation'\''s UPS application, used by the method Authorization Code.'
            'carrier:Lists, shows and changes carriers.'
            'account:Lists and changes a carrier'\''s shipper accounts.'
            'authorize:Makes a new key by signing in at UPS, or with an app'\''s own credentials.'
            'token:Prints a valid access token, refreshed if it must be.'
            'refresh:Renews keys ahead of time, many at once.'
            'status:Shows every key, its state and the days left.'
            'key:Shows and removes a carrier'\''s keys.'
            'adapter:Shows, configures and maintains adapters.'
            'track:Asks UPS about tracking numbers.'
            'user:The people who sign in to the editor.'
            'audit:Shows who did what, the oldest first.'
            'doctor:Looks for what could stop keys from working, and says what to do.'
            'backup:Copies the store into a new file, also while it is in use.'
            'restore:Puts a backup in the store'\''s place.'
            'rekey:Seals every secret anew under a new vault key, and can change the way it is kept.'
            'help:Show subcommand help information.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        edit|demo|sandbox|app|carrier|account|authorize|token|refresh|status|key|adapter|track|user|audit|doctor|backup|restore|rekey|help)
            "_carrier-editor_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_carrier-editor_edit() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--carrier[Go straight to one carrier.]:name:'
        '--accessible[Plain prompts and lines without redrawing, for screen readers and dumb terminals; taken by itself where TERM is dumb.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_demo() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--accessible[Plain prompts and lines without redrawing, for screen readers and dumb terminals; taken by itself where TERM is dumb.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_sandbox() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--port[The port on 127.0.0.1; 0 picks a free one.]:port:'
        '--access-token-ttl[Seconds an access token lives.]:access-token-ttl:'
        '--refresh-token-ttl[Seconds a refresh token lives.]:refresh-token-ttl:'
        '*--fault[Something that goes wrong on purpose; may be repeated.]:fault:'
        '--administration[Serve the paths below /sandbox/ too, where tests count calls and set faults.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_app() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'set:Sets the UPS application.'
            'show:Shows the UPS application; never its secret.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        set|show)
            "_carrier-editor_app_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_carrier-editor_app_set() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--client-id[The app'\''s Client ID on developer.ups.com.]:client-id:'
        '--redirect-uri[The app'\''s Redirect URI, to the letter.]:redirect-uri:'
        '--client-secret-stdin[Read the Client Secret from standard input'\''s first line.]'
        '--no-client-secret[Take the Client Secret away\: for an app without one.]'
        '--no-pkce[For an app where UPS refuses PKCE.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_app_show() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'list:Lists all carriers.'
            'show:Shows one carrier with all its fields; never a key or a secret.'
            'create:Creates a carrier.'
            'update:Changes fields of a carrier.'
            'copy:Copies a carrier: everything but its keys.'
            'delete:Deletes a carrier with its accounts and keys.'
            'export:Writes carriers as JSON, all or those named; never a key or a secret.'
            'import:Reads carriers that `carrier export` wrote; all of them or none.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        list|show|create|update|copy|delete|export|import)
            "_carrier-editor_carrier_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_carrier-editor_carrier_list() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier_show() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':name:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier_create() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '*--set[Sets one field; may be repeated.]:key=value:'
        ':name:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier_update() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '*--set[Sets one field; may be repeated.]:key=value:'
        ':name:'
        '--if-version[Only if the carrier still has this version.]:n:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier_copy() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':name:'
        ':new-name:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier_delete() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':name:'
        '--yes[Yes, delete it.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier_export() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '*:names:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_carrier_import() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':file:_files'
        '--replace[Replace carriers of the same name, which keep their keys.]'
        '--skip[Leave carriers of the same name as they are.]'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_account() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'list:Lists the shipper accounts of a carrier.'
            'add:Adds a shipper account to a carrier.'
            'set-default:Makes one shipper account the carrier'\''s default.'
            'remove:Removes a shipper account from a carrier.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        list|add|set-default|remove)
            "_carrier-editor_account_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_carrier-editor_account_list() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':carrier:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_account_add() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':carrier:'
        '--number[The shipper number\: 6 letters or digits.]:number:'
        '--postal-code[The account'\''s postal code.]:postal-code:'
        '--country[The account'\''s country code, such as US.]:country:'
        '--name[A name to tell the account by.]:name:'
        '--recent-invoice[The account has generated an invoice in the last 90 days.]'
        '--default[Make it the carrier'\''s default account.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_account_set-default() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':carrier:'
        ':number:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_account_remove() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':carrier:'
        ':number:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_authorize() {
    local -i ret=1
    local -ar ___endpoint=('test' 'production')
    local -ar ___method=('authorization-code' 'client-credentials' 'customer-authorization-code')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':carrier:'
        '--adapter[An adapter in place of a carrier.]:name:'
        '--endpoint[test or production.]:endpoint:{__carrier-editor_complete "${___endpoint[@]}"}'
        '--method[authorization-code, customer-authorization-code or client-credentials; default\: its own.]:method:{__carrier-editor_complete "${___method[@]}"}'
        '--client-id[The Client ID of the customer'\''s app.]:client-id:'
        '--client-secret-stdin[Read its Client Secret from standard input'\''s first line.]'
        '--redirect-uri[Its Redirect URI, to the letter.]:redirect-uri:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_token() {
    local -i ret=1
    local -ar ___endpoint=('test' 'production')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--endpoint[test or production; default\: the carrier'\''s Endpoint Type.]:endpoint:{__carrier-editor_complete "${___endpoint[@]}"}'
        ':carrier:'
        '--min-ttl[Refresh once if it lives for less than this.]:seconds:'
        '--no-refresh[Never ask UPS.]'
        '--timeout[How long to wait for another process, and to try again.]:seconds:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_refresh() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '*:carriers:'
        '--all[Every key in use\: the active carriers'\'', the adapters'\'', client credentials as well.]'
        '--due-within[Only keys whose refresh token ends within this time, such as 7d; of all, where no carrier is named.]:days:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_status() {
    local -i ret=1
    local -ar ___format=('table' 'json' 'prometheus')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--within[What counts as soon, such as 7d; default\: the setting.]:within:'
        '--json[The same as --format json.]'
        '--format[table, json or prometheus.]:format:{__carrier-editor_complete "${___format[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_key() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'show:Shows the Access Token Information; never the token.'
            'delete:Removes a key from this store.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        show|delete)
            "_carrier-editor_key_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_carrier-editor_key_show() {
    local -i ret=1
    local -ar ___endpoint=('test' 'production')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--endpoint[test or production; default\: the carrier'\''s Endpoint Type.]:endpoint:{__carrier-editor_complete "${___endpoint[@]}"}'
        ':carrier:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_key_delete() {
    local -i ret=1
    local -ar ___endpoint=('test' 'production')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--endpoint[test or production; default\: the carrier'\''s Endpoint Type.]:endpoint:{__carrier-editor_complete "${___endpoint[@]}"}'
        ':carrier:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_adapter() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'list:Lists the adapters and how they stand.'
            'show:Shows an adapter'\''s configuration and how it stands.'
            'configure:Changes an adapter'\''s Endpoint Type.'
            'map:Lets an adapter serve a shipper account.'
            'unmap:Ends an adapter'\''s service for a shipper account.'
            'maintain:Tries an adapter out at UPS, and makes it Ready.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        list|show|configure|map|unmap|maintain)
            "_carrier-editor_adapter_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_carrier-editor_adapter_list() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_adapter_show() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':adapter:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_adapter_configure() {
    local -i ret=1
    local -ar ___endpoint=('test' 'production')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':adapter:'
        '--endpoint[Where it calls\: test or production.]:endpoint:{__carrier-editor_complete "${___endpoint[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_adapter_map() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':adapter:'
        ':number:'
        '--carrier[Whose account it is, where several carriers have the number.]:carrier:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_adapter_unmap() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':adapter:'
        ':number:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_adapter_maintain() {
    local -i ret=1
    local -ar ___endpoint=('test' 'production')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':adapter:'
        '--endpoint[Try at test or production; default, and what makes Ready\: the adapter'\''s Endpoint Type.]:endpoint:{__carrier-editor_complete "${___endpoint[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_track() {
    local -i ret=1
    local -ar ___endpoint=('test' 'production')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '*:number:'
        '--adapter[The adapter to call with.]:adapter:'
        '--endpoint[test or production; default\: the adapter'\''s Endpoint Type.]:endpoint:{__carrier-editor_complete "${___endpoint[@]}"}'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_user() {
    local -i ret=1
    local -ar arg_specs=(
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
        '(-): :->command'
        '(-)*:: :->arg'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0
    case "${state}" in
    command)
        local -ar subcommands=(
            'add:Adds a user.'
            'list:Lists the users.'
            'password:Sets a user'\''s password, read from standard input'\''s first line.'
            'disable:Disables a user; nothing recorded of them is lost.'
        )
        _describe -V subcommand subcommands && ret=0
        ;;
    arg)
        case "${words[1]}" in
        add|list|password|disable)
            "_carrier-editor_user_${words[1]}" && ret=0
            ;;
        esac
        ;;
    esac

    return "${ret}"
}

_carrier-editor_user_add() {
    local -i ret=1
    local -ar ___role=('administrator' 'operator')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':name:'
        '--role[administrator or operator.]:role:{__carrier-editor_complete "${___role[@]}"}'
        '--password-stdin[Read the password from standard input'\''s first line.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_user_list() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_user_password() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_user_disable() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':name:'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_audit() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--since[Only what happened since\: a day or an instant in UTC, such as 2026-11-01 or 2026-11-01T08\:00\:00Z.]:instant:'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_doctor() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--json[Answer in JSON.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_backup() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':file:_files'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_restore() {
    local -i ret=1
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        ':file:_files'
        '--replace[Replace the store that is there; a copy of it is kept beside it.]'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_rekey() {
    local -i ret=1
    local -ar ___to=('key-file' 'passphrase' 'systemd')
    local -ar arg_specs=(
        '--store[The store.]:path:_files'
        '--key-file[The vault key file.]:path:_files'
        '--verbose[Say on standard error what is called; never a secret.]'
        '--to[key-file, passphrase or systemd; default\: as it is kept now.]:to:{__carrier-editor_complete "${___to[@]}"}'
        '--version[Show the version.]'
        '(-h --help)'{-h,--help}'[Show help information.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

_carrier-editor_help() {
    local -i ret=1
    local -ar arg_specs=(
        '*:subcommands:'
        '--version[Show the version.]'
    )
    _arguments -w -s -S : "${arg_specs[@]}" && ret=0

    return "${ret}"
}

if [[ "${funcstack[1]}" = _carrier-editor ]]; then
    _carrier-editor "${@}"
else
    compdef _carrier-editor carrier-editor
fi
