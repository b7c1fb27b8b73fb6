function __carrier-editor_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __carrier-editor_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __carrier-editor_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __carrier-editor_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __carrier-editor_parse_tokens -S
    set -l unparsed_tokens (__carrier-editor_tokens -pc)
    switch $unparsed_tokens[1]
    case 'carrier-editor'
        __carrier-editor_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'edit'
            __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'carrier=' 'accessible' 'version' 'h/help'
        case 'demo'
            __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'accessible' 'version' 'h/help'
        case 'sandbox'
            __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'port=' 'access-token-ttl=' 'refresh-token-ttl=' 'fault=+' 'administration' 'version' 'h/help'
        case 'app'
            __carrier-editor_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'set'
                __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'client-id=' 'redirect-uri=' 'client-secret-stdin' 'no-client-secret' 'no-pkce' 'version' 'h/help'
            case 'show'
                __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            end
        case 'carrier'
            __carrier-editor_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            case 'show'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            case 'create'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'set=+' 'json' 'version' 'h/help'
            case 'update'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'set=+' 'if-version=' 'json' 'version' 'h/help'
            case 'copy'
                __carrier-editor_parse_subcommand 2 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            case 'delete'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'yes' 'version' 'h/help'
            case 'export'
                __carrier-editor_parse_subcommand -r 1 'store=' 'key-file=' 'verbose' 'version' 'h/help'
            case 'import'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'replace' 'skip' 'json' 'version' 'h/help'
            end
        case 'account'
            __carrier-editor_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            case 'add'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'number=' 'postal-code=' 'country=' 'name=' 'recent-invoice' 'default' 'version' 'h/help'
            case 'set-default'
                __carrier-editor_parse_subcommand 2 'store=' 'key-file=' 'verbose' 'version' 'h/help'
            case 'remove'
                __carrier-editor_parse_subcommand 2 'store=' 'key-file=' 'verbose' 'version' 'h/help'
            end
        case 'authorize'
            __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'adapter=' 'endpoint=' 'method=' 'client-id=' 'client-secret-stdin' 'redirect-uri=' 'version' 'h/help'
        case 'token'
            __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'endpoint=' 'min-ttl=' 'no-refresh' 'timeout=' 'json' 'version' 'h/help'
        case 'refresh'
            __carrier-editor_parse_subcommand -r 1 'store=' 'key-file=' 'verbose' 'all' 'due-within=' 'version' 'h/help'
        case 'status'
            __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'within=' 'json' 'format=' 'version' 'h/help'
        case 'key'
            __carrier-editor_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'show'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'endpoint=' 'json' 'version' 'h/help'
            case 'delete'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'endpoint=' 'version' 'h/help'
            end
        case 'adapter'
            __carrier-editor_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            case 'show'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            case 'configure'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'endpoint=' 'version' 'h/help'
            case 'map'
                __carrier-editor_parse_subcommand 2 'store=' 'key-file=' 'verbose' 'carrier=' 'version' 'h/help'
            case 'unmap'
                __carrier-editor_parse_subcommand 2 'store=' 'key-file=' 'verbose' 'version' 'h/help'
            case 'maintain'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'endpoint=' 'version' 'h/help'
            end
        case 'track'
            __carrier-editor_parse_subcommand -r 1 'store=' 'key-file=' 'verbose' 'adapter=' 'endpoint=' 'json' 'version' 'h/help'
        case 'user'
            __carrier-editor_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'add'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'role=' 'password-stdin' 'version' 'h/help'
            case 'list'
                __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
            case 'password'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'version' 'h/help'
            case 'disable'
                __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'version' 'h/help'
            end
        case 'audit'
            __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'since=' 'json' 'version' 'h/help'
        case 'doctor'
            __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'json' 'version' 'h/help'
        case 'backup'
            __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'version' 'h/help'
        case 'restore'
            __carrier-editor_parse_subcommand 1 'store=' 'key-file=' 'verbose' 'replace' 'version' 'h/help'
        case 'rekey'
            __carrier-editor_parse_subcommand 0 'store=' 'key-file=' 'verbose' 'to=' 'version' 'h/help'
        case 'help'
            __carrier-editor_parse_subcommand -r 1 'version'
        end
    end
end

function __carrier-editor_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __carrier-editor_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __carrier-editor_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __carrier-editor_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__carrier-editor_tokens -p)
    if test -z "$(__carrier-editor_tokens -t)"
        set -l index (count (__carrier-editor_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'carrier-editor' -f
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'edit' -d 'Opens the terminal editor.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'demo' -d 'Opens the editor on a throw-away store with sample carriers and a local UPS sandbox.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'sandbox' -d 'Runs a UPS of our own on this machine, for trying out and for tests.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'app' -d 'The installation\'s UPS application, used by the method Authorization Code.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'carrier' -d 'Lists, shows and changes carriers.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'account' -d 'Lists and changes a carrier\'s shipper accounts.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'authorize' -d 'Makes a new key by signing in at UPS, or with an app\'s own credentials.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'token' -d 'Prints a valid access token, refreshed if it must be.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'refresh' -d 'Renews keys ahead of time, many at once.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'status' -d 'Shows every key, its state and the days left.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'key' -d 'Shows and removes a carrier\'s keys.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'adapter' -d 'Shows, configures and maintains adapters.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'track' -d 'Asks UPS about tracking numbers.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'user' -d 'The people who sign in to the editor.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'audit' -d 'Shows who did what, the oldest first.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'doctor' -d 'Looks for what could stop keys from working, and says what to do.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'backup' -d 'Copies the store into a new file, also while it is in use.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'restore' -d 'Puts a backup in the store\'s place.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'rekey' -d 'Seals every secret anew under a new vault key, and can change the way it is kept.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor edit" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor edit" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor edit" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor edit" carrier' -l 'carrier' -d 'Go straight to one carrier.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor edit" accessible' -l 'accessible' -d 'Plain prompts and lines without redrawing, for screen readers and dumb terminals; taken by itself where TERM is dumb.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor edit" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor edit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor demo" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor demo" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor demo" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor demo" accessible' -l 'accessible' -d 'Plain prompts and lines without redrawing, for screen readers and dumb terminals; taken by itself where TERM is dumb.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor demo" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor demo" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" port' -l 'port' -d 'The port on 127.0.0.1; 0 picks a free one.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" access-token-ttl' -l 'access-token-ttl' -d 'Seconds an access token lives.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" refresh-token-ttl' -l 'refresh-token-ttl' -d 'Seconds a refresh token lives.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox"' -l 'fault' -d 'Something that goes wrong on purpose; may be repeated.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" administration' -l 'administration' -d 'Serve the paths below /sandbox/ too, where tests count calls and set faults.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor sandbox" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor app" -eq 1' -fa 'set' -d 'Sets the UPS application.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor app" -eq 1' -fa 'show' -d 'Shows the UPS application; never its secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" client-id' -l 'client-id' -d 'The app\'s Client ID on developer.ups.com.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" redirect-uri' -l 'redirect-uri' -d 'The app\'s Redirect URI, to the letter.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" client-secret-stdin' -l 'client-secret-stdin' -d 'Read the Client Secret from standard input\'s first line.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" no-client-secret' -l 'no-client-secret' -d 'Take the Client Secret away: for an app without one.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" no-pkce' -l 'no-pkce' -d 'For an app where UPS refuses PKCE.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app set" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app show" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app show" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app show" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app show" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app show" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor app show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'list' -d 'Lists all carriers.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'show' -d 'Shows one carrier with all its fields; never a key or a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'create' -d 'Creates a carrier.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'update' -d 'Changes fields of a carrier.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'copy' -d 'Copies a carrier: everything but its keys.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'delete' -d 'Deletes a carrier with its accounts and keys.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'export' -d 'Writes carriers as JSON, all or those named; never a key or a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier" -eq 1' -fa 'import' -d 'Reads carriers that `carrier export` wrote; all of them or none.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier list" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier list" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier list" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier list" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier list" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier show" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier show" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier show" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier show" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier show" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier create" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier create" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier create" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier create"' -l 'set' -d 'Sets one field; may be repeated.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier create" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier create" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier create" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update"' -l 'set' -d 'Sets one field; may be repeated.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update" if-version' -l 'if-version' -d 'Only if the carrier still has this version.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier update" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier copy" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier copy" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier copy" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier copy" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier copy" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier copy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier delete" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier delete" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier delete" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier delete" yes' -l 'yes' -d 'Yes, delete it.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier delete" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier delete" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier export" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier export" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier export" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier export" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor carrier import" -eq 1' -F
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" replace' -l 'replace' -d 'Replace carriers of the same name, which keep their keys.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" skip' -l 'skip' -d 'Leave carriers of the same name as they are.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor carrier import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor account" -eq 1' -fa 'list' -d 'Lists the shipper accounts of a carrier.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor account" -eq 1' -fa 'add' -d 'Adds a shipper account to a carrier.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor account" -eq 1' -fa 'set-default' -d 'Makes one shipper account the carrier\'s default.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor account" -eq 1' -fa 'remove' -d 'Removes a shipper account from a carrier.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account list" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account list" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account list" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account list" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account list" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" number' -l 'number' -d 'The shipper number: 6 letters or digits.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" postal-code' -l 'postal-code' -d 'The account\'s postal code.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" country' -l 'country' -d 'The account\'s country code, such as US.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" name' -l 'name' -d 'A name to tell the account by.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" recent-invoice' -l 'recent-invoice' -d 'The account has generated an invoice in the last 90 days.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" default' -l 'default' -d 'Make it the carrier\'s default account.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account set-default" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account set-default" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account set-default" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account set-default" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account set-default" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account remove" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account remove" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account remove" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account remove" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor account remove" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" adapter' -l 'adapter' -d 'An adapter in place of a carrier.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" endpoint' -l 'endpoint' -d 'test or production.' -rfka 'test production'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" method' -l 'method' -d 'authorization-code, customer-authorization-code or client-credentials; default: its own.' -rfka 'authorization-code client-credentials customer-authorization-code'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" client-id' -l 'client-id' -d 'The Client ID of the customer\'s app.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" client-secret-stdin' -l 'client-secret-stdin' -d 'Read its Client Secret from standard input\'s first line.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" redirect-uri' -l 'redirect-uri' -d 'Its Redirect URI, to the letter.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor authorize" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" endpoint' -l 'endpoint' -d 'test or production; default: the carrier\'s Endpoint Type.' -rfka 'test production'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" min-ttl' -l 'min-ttl' -d 'Refresh once if it lives for less than this.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" no-refresh' -l 'no-refresh' -d 'Never ask UPS.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" timeout' -l 'timeout' -d 'How long to wait for another process, and to try again.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor token" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor refresh" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor refresh" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor refresh" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor refresh" all' -l 'all' -d 'Every key in use: the active carriers\', the adapters\', client credentials as well.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor refresh" due-within' -l 'due-within' -d 'Only keys whose refresh token ends within this time, such as 7d; of all, where no carrier is named.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor refresh" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor refresh" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" within' -l 'within' -d 'What counts as soon, such as 7d; default: the setting.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" json' -l 'json' -d 'The same as --format json.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" format' -l 'format' -d 'table, json or prometheus.' -rfka 'table json prometheus'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor status" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor key" -eq 1' -fa 'show' -d 'Shows the Access Token Information; never the token.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor key" -eq 1' -fa 'delete' -d 'Removes a key from this store.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key show" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key show" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key show" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key show" endpoint' -l 'endpoint' -d 'test or production; default: the carrier\'s Endpoint Type.' -rfka 'test production'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key show" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key show" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key delete" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key delete" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key delete" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key delete" endpoint' -l 'endpoint' -d 'test or production; default: the carrier\'s Endpoint Type.' -rfka 'test production'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key delete" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor key delete" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor adapter" -eq 1' -fa 'list' -d 'Lists the adapters and how they stand.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor adapter" -eq 1' -fa 'show' -d 'Shows an adapter\'s configuration and how it stands.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor adapter" -eq 1' -fa 'configure' -d 'Changes an adapter\'s Endpoint Type.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor adapter" -eq 1' -fa 'map' -d 'Lets an adapter serve a shipper account.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor adapter" -eq 1' -fa 'unmap' -d 'Ends an adapter\'s service for a shipper account.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor adapter" -eq 1' -fa 'maintain' -d 'Tries an adapter out at UPS, and makes it Ready.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter list" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter list" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter list" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter list" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter list" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter show" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter show" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter show" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter show" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter show" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter configure" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter configure" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter configure" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter configure" endpoint' -l 'endpoint' -d 'Where it calls: test or production.' -rfka 'test production'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter configure" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter configure" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter map" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter map" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter map" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter map" carrier' -l 'carrier' -d 'Whose account it is, where several carriers have the number.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter map" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter map" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter unmap" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter unmap" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter unmap" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter unmap" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter unmap" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter maintain" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter maintain" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter maintain" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter maintain" endpoint' -l 'endpoint' -d 'Try at test or production; default, and what makes Ready: the adapter\'s Endpoint Type.' -rfka 'test production'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter maintain" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor adapter maintain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" adapter' -l 'adapter' -d 'The adapter to call with.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" endpoint' -l 'endpoint' -d 'test or production; default: the adapter\'s Endpoint Type.' -rfka 'test production'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor track" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor user" -eq 1' -fa 'add' -d 'Adds a user.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor user" -eq 1' -fa 'list' -d 'Lists the users.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor user" -eq 1' -fa 'password' -d 'Sets a user\'s password, read from standard input\'s first line.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor user" -eq 1' -fa 'disable' -d 'Disables a user; nothing recorded of them is lost.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user add" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user add" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user add" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user add" role' -l 'role' -d 'administrator or operator.' -rfka 'administrator operator'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user add" password-stdin' -l 'password-stdin' -d 'Read the password from standard input\'s first line.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user add" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user add" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user list" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user list" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user list" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user list" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user list" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user password" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user password" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user password" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user password" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user password" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user disable" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user disable" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user disable" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user disable" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor user disable" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor audit" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor audit" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor audit" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor audit" since' -l 'since' -d 'Only what happened since: a day or an instant in UTC, such as 2026-11-01 or 2026-11-01T08:00:00Z.' -rfka ''
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor audit" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor audit" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor audit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor doctor" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor doctor" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor doctor" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor doctor" json' -l 'json' -d 'Answer in JSON.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor doctor" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor backup" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor backup" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor backup" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor backup" -eq 1' -F
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor backup" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor backup" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor restore" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor restore" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor restore" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_positional "carrier-editor restore" -eq 1' -F
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor restore" replace' -l 'replace' -d 'Replace the store that is there; a copy of it is kept beside it.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor restore" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor restore" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor rekey" store' -l 'store' -d 'The store.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor rekey" key-file' -l 'key-file' -d 'The vault key file.' -rF
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor rekey" verbose' -l 'verbose' -d 'Say on standard error what is called; never a secret.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor rekey" to' -l 'to' -d 'key-file, passphrase or systemd; default: as it is kept now.' -rfka 'key-file passphrase systemd'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor rekey" version' -l 'version' -d 'Show the version.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor rekey" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'carrier-editor' -n '__carrier-editor_should_offer_completions_for_flags_or_options "carrier-editor help" version' -l 'version' -d 'Show the version.'
