/// What one column or one argument can hold: SQLite's five storage classes.
enum SQLValue: Sendable, Hashable {
    /// The absence of a value.
    case null
    /// A signed 64-bit whole number.
    case integer(Int64)
    /// A double-precision number.
    case real(Double)
    /// Unicode text, stored as UTF-8.
    case text(String)
    /// Bytes, stored as they are.
    case blob([UInt8])
}

/// A value that can stand for a `?` in an SQL statement.
protocol Bindable: Sendable {
    /// The value as the database stores it.
    var sql: SQLValue { get }
}

extension SQLValue: Bindable {
    /// Itself.
    var sql: SQLValue { self }
}

extension Int: Bindable {
    /// The number as an integer.
    var sql: SQLValue { .integer(Int64(self)) }
}

extension Int64: Bindable {
    /// The number as an integer.
    var sql: SQLValue { .integer(self) }
}

extension Double: Bindable {
    /// The number as a real.
    var sql: SQLValue { .real(self) }
}

extension Bool: Bindable {
    /// 1 when true, 0 when false: STRICT tables have no truth values.
    var sql: SQLValue { .integer(self ? 1 : 0) }
}

extension String: Bindable {
    /// The text.
    var sql: SQLValue { .text(self) }
}

extension [UInt8]: Bindable {
    /// The bytes as a blob.
    var sql: SQLValue { .blob(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
    /// The wrapped value, or `.null`.
    var sql: SQLValue { self?.sql ?? .null }
}
