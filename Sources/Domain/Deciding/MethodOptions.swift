/// The options of a method as rules and files have them: whole numbers by name.
public typealias MethodOptions = [String: Int]

/// An option that a method cannot have.
public struct OptionFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let option: String
    /// The values that it may have; nil if there is no such option.
    public let allowed: ClosedRange<Int>?

    public init(option: String, allowed: ClosedRange<Int>?) {
        self.option = option
        self.allowed = allowed
    }

    /// The fault in one line of English.
    public var description: String {
        guard let allowed else { return "there is no option “\(option)” for this method" }
        return "the option “\(option)” must be from \(allowed.lowerBound) to \(allowed.upperBound)"
    }
}

/// Takes options one by one, and finds those that nobody asked for.
struct OptionReader {
    private var left: MethodOptions

    init(_ options: MethodOptions) {
        left = options
    }

    mutating func take(_ name: String, _ allowed: ClosedRange<Int>) throws(OptionFault) -> Int? {
        guard let value = left.removeValue(forKey: name) else { return nil }
        guard allowed.contains(value) else { throw OptionFault(option: name, allowed: allowed) }
        return value
    }

    func finish() throws(OptionFault) {
        if let name = left.keys.min() { throw OptionFault(option: name, allowed: nil) }
    }
}

/// Who wins once the places are known.
public enum Selection: Hashable, Sendable {
    /// The first so many.
    case top(Int)
    /// The first quarter, of those that at least so many people were shown.
    case topQuarter(readers: Int)

    /// Takes the option `winners`.
    init(_ reader: inout OptionReader) throws(OptionFault) {
        self = .top(try reader.take("winners", 0...Tally.ideaLimit) ?? 1)
    }

    /// Which ideas win, of those in the order of the ranking. An idea without any support never does.
    func winners(of order: [Int], readers: (Int) -> Int, isSupported: (Int) -> Bool) -> Set<Int> {
        switch self {
        case .top(let count):
            return Set(order.prefix(count).filter(isSupported))
        case .topQuarter(let least):
            let read = order.filter { readers($0) >= least }
            return Set(read.prefix((read.count + 3) / 4).filter(isSupported))
        }
    }
}
