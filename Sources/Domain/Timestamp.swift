/// A moment, in whole seconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64

    /// The moment that lies `seconds` after 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Earlier moments come first.
    public static func < (left: Self, right: Self) -> Bool {
        left.seconds < right.seconds
    }

    /// The moment `duration` later (earlier, if negative).
    public static func + (moment: Self, duration: Span) -> Self {
        Self(seconds: moment.seconds + duration.seconds)
    }

    /// The moment `duration` earlier.
    public static func - (moment: Self, duration: Span) -> Self {
        Self(seconds: moment.seconds - duration.seconds)
    }

    /// The time from `other` to this moment.
    public func since(_ other: Self) -> Span {
        Span(seconds: seconds - other.seconds)
    }
}

/// A length of time, in whole seconds.
public struct Span: Hashable, Comparable, Sendable {
    public let seconds: Int64

    public init(seconds: Int64) {
        self.seconds = seconds
    }

    public static func minutes(_ count: Int64) -> Self { Self(seconds: count * 60) }
    public static func hours(_ count: Int64) -> Self { Self(seconds: count * 3_600) }
    /// Days of 24 hours: good for delays, not for calendar arithmetic.
    public static func days(_ count: Int64) -> Self { Self(seconds: count * 86_400) }

    public static func < (left: Self, right: Self) -> Bool {
        left.seconds < right.seconds
    }
}
