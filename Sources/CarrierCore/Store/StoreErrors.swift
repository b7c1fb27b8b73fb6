internal import GRDB

extension CarrierError {
    /// What SQLite met, in the words and codes of this program: the only place where they are translated.
    init(_ error: any Error, storeAt path: String) {
        switch error {
        case let error as CarrierError:
            self = error
        case let error as DatabaseError:
            self.init(error, path: path)
        case let error as RowDecodingError:
            self.init(
                .store, subject: path, "The store holds a value that this program does not understand.",
                advice: "Update the program, or restore a backup.", underlying: error)
        default:
            self.init(
                .fault, subject: path, "Something unexpected happened at the store: \(error).",
                advice: "Report this as a fault of the program.", underlying: error)
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let words = error.message.map { " (\($0))" } ?? ""
        let restore =
            "Restore a backup with carrier-editor restore FILE --replace, which keeps the damaged store beside it"
        let (code, message, advice): (Code, String, String) =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                (.busy, "Another process holds the store.", "Try again in a moment.")
            case .SQLITE_READONLY:
                (.store, "The store may only be read.", "Make it and its folder writable for their owner.")
            case .SQLITE_FULL:
                (.store, "There is no space left for the store.", "Make room on its disk and try again.")
            case .SQLITE_CORRUPT, .SQLITE_NOTADB:
                (.store, "The store at \(path.shownPath) is damaged or no store\(words).", "\(restore).")
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
                (.store, "The store at \(path.shownPath) could not be opened.", "Look at its permissions.")
            case .SQLITE_IOERR:
                (
                    .store, "The store at \(path.shownPath) could not be read or written\(words).",
                    "Look at its disk and try again; if it stays so: \(restore)."
                )
            default:
                (
                    .store, "The store at \(path.shownPath) refused\(words).",
                    "Look whether its disk is full or failing, and restore a backup if it is."
                )
            }
        self.init(code, subject: path, message, advice: advice, underlying: error)
    }

    /// Whether SQLite refused, and not a rule of this program.
    var isOfStore: Bool { underlying is DatabaseError }

    /// Whether the file is no store any more, and not only out of reach for now.
    var isDamage: Bool {
        guard let error = underlying as? DatabaseError else { return false }
        return [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    }
}
