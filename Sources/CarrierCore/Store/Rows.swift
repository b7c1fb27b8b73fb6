internal import Foundation
internal import GRDB

extension Row {
    /// A choice by its code.
    ///
    /// - Throws: `.store` for a code that this program does not know.
    func choice<Choice: CodedValue>(_ column: String) throws -> Choice {
        try Self.known(Choice(rawValue: try decode(String.self, forColumn: column)), column)
    }

    /// A choice that may be missing.
    func choiceIfPresent<Choice: CodedValue>(_ column: String) throws -> Choice? {
        try decode(String?.self, forColumn: column).map { try Self.known(Choice(rawValue: $0), column) }
    }

    func decimal(_ column: String) throws -> DecimalNumber {
        try Self.known(DecimalNumber(text: try decode(String.self, forColumn: column)), column)
    }

    /// A list, kept as JSON.
    func list<Element: FieldValue>(_ column: String) throws -> [Element] {
        let json = try JSON(parsing: try decode(String.self, forColumn: column))
        return try Self.known([Element](json: json), column)
    }

    func bytes(_ column: String) throws -> [UInt8]? {
        try decode(Data?.self, forColumn: column).map { Array($0) }
    }

    private static func known<Value>(_ value: Value?, _ column: String) throws -> Value {
        guard let value else {
            throw CarrierError(
                .store, subject: column,
                "The store holds a value in \(column) that this program does not know.",
                advice: "Update the program, or restore a backup.")
        }
        return value
    }
}

/// A column and what goes into it.
typealias ColumnValue = (column: String, value: (any DatabaseValueConvertible)?)

extension Database {
    func insert(into table: String, _ values: [ColumnValue]) throws {
        let columns = values.map(\.column).joined(separator: ", ")
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        try execute(
            sql: "INSERT INTO \(table) (\(columns)) VALUES (\(marks))",
            arguments: StatementArguments(values.map(\.value)))
    }

    func update(_ table: String, id: Int64, _ values: [ColumnValue]) throws {
        let assignments = values.map { "\($0.column) = ?" }.joined(separator: ", ")
        try execute(
            sql: "UPDATE \(table) SET \(assignments) WHERE id = ?",
            arguments: StatementArguments(values.map(\.value)) + [id])
    }
}

extension String {
    /// For `LIKE … ESCAPE '\'`.
    var likeEscaped: String {
        reduce(into: "") { result, character in
            if "%_\\".contains(character) { result.append("\\") }
            result.append(character)
        }
    }
}
