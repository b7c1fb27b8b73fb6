import CarrierCore

/// `status --format prometheus`: the text format for a node exporter's file collector.
enum KeyMetrics {
    static func print(_ lines: [KeyStatus]) {
        Output.line("# HELP carrier_editor_key_state Whether a key is in this state, 1 or 0.")
        Output.line("# TYPE carrier_editor_key_state gauge")
        for line in lines {
            for state in KeyState.allCases {
                let labels = labels(line, ["state": state.rawValue])
                Output.line("carrier_editor_key_state{\(labels)} \(line.state == state ? 1 : 0)")
            }
        }
        Output.line("# HELP carrier_editor_key_seconds_left Seconds until the refresh token ends.")
        Output.line("# TYPE carrier_editor_key_seconds_left gauge")
        for line in lines {
            guard let left = line.secondsLeft else { continue }
            Output.line("carrier_editor_key_seconds_left{\(labels(line))} \(left)")
        }
    }

    private static func labels(_ line: KeyStatus, _ more: KeyValuePairs<String, String> = [:]) -> String {
        let own: KeyValuePairs = [
            "owner": line.owner, "owner_kind": line.ownerKind.rawValue, "endpoint": line.endpoint.code,
            "active": line.isActive ? "true" : "false",
        ]
        return (Array(own) + Array(more)).map { "\($0.key)=\"\(escaped($0.value))\"" }.joined(separator: ",")
    }

    /// By scalars: in a Character a quote can hide below an accent, and a line feed behind a carriage return.
    private static func escaped(_ value: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": text.append(contentsOf: "\\\\".unicodeScalars)
            case "\"": text.append(contentsOf: "\\\"".unicodeScalars)
            case "\n": text.append(contentsOf: "\\n".unicodeScalars)
            default: text.append(scalar)
            }
        }
        return String(text)
    }
}
