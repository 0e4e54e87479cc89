/// How long a body may be.
public struct BodyLimit: Sendable, Hashable, ExpressibleByIntegerLiteral {
    /// The most that is kept, in bytes.
    public let most: Int
    /// How much longer it may be and still be answered, in bytes: what is beyond `most` is read and thrown away, and the
    /// request says so (``Request/isCut``). A body that is longer still is refused before it is read.
    public let surplus: Int

    public init(_ most: Int, surplus: Int = 0) {
        self.most = most
        self.surplus = surplus
    }

    public init(integerLiteral most: Int) {
        self.init(most)
    }
}
