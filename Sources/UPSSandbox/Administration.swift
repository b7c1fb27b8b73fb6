/// The sandbox's own controls over HTTP, for tests in other processes. Off unless
/// `SandboxConfiguration.administration` is on; like everything here it listens on loopback alone.
///
/// | request | form | does |
/// | --- | --- | --- |
/// | `GET /sandbox/calls` | | `{"counts":{"token":1,…},"log":[…]}`, the log as `SandboxCall` |
/// | `DELETE /sandbox/calls` | | forgets the calls so far |
/// | `POST /sandbox/faults` | `fault=NAME…` as in `SandboxFault` | adds a fault |
/// | `DELETE /sandbox/faults` | | no faults from now on |
/// | `POST /sandbox/revoke` | `user=NAME` | voids the grants of a user, as a password change does |
/// | `POST /sandbox/clock` | `advance=SECONDS` | moves the clock on |
///
/// What is done answers 200 and `{}`; what is not understood 400 in the form of UPS's errors. Calls here are
/// not logged and meet no faults.
enum Administration {
    static let path = "/sandbox/"

    static func answer(_ request: Request, sandbox: inout Sandbox) -> Answer {
        do throws(Refusal) {
            switch (request.method, request.path.dropFirst(path.count)) {
            case ("GET", "calls"):
                return Answer(json: Calls(counts: sandbox.counts, log: sandbox.log))
            case ("DELETE", "calls"):
                sandbox.log = []
            case ("POST", "faults"):
                sandbox.faults.append(try fault(try request.form().required("fault")))
            case ("DELETE", "faults"):
                sandbox.faults = []
            case ("POST", "revoke"):
                sandbox.server.revokeGrants(ofUser: try request.form().required("user"))
            case ("POST", "clock"):
                guard let seconds = Int(try request.form().required("advance")) else {
                    throw .invalid("The parameter advance must be a number of seconds")
                }
                sandbox.clockAdvance += .seconds(seconds)
            default:
                throw .unknownPath
            }
            return Answer(json: [String: String]())
        } catch {
            return Answer(error)
        }
    }

    private static func fault(_ text: String) throws(Refusal) -> SandboxFault {
        do throws(SandboxError) {
            return try SandboxFault(text)
        } catch {
            throw .invalid(error.description)
        }
    }

    private struct Calls: Encodable {
        let counts: [String: Int]
        let log: [SandboxCall]
    }
}

extension Sandbox {
    fileprivate var counts: [String: Int] {
        Dictionary(log.compactMap { $0.endpoint.map { ($0.rawValue, 1) } }, uniquingKeysWith: +)
    }
}
