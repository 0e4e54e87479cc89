/// The number by which one `Entity` is known, distinct in type from the numbers of other entities.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The stored number, above zero.
    public let rawValue: Int64

    /// Wraps a stored number.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// The number in decimal digits, as addresses show it.
    public var description: String { String(rawValue) }

    /// Orders by number, which is the order of creation.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue < right.rawValue
    }
}

public typealias MemberID = Identifier<Member>
public typealias ThemeID = Identifier<Theme>
public typealias CommunityID = Identifier<Community>
public typealias ChallengeID = Identifier<Challenge>
public typealias ChallengeEventID = Identifier<ChallengeEvent>
public typealias PromptID = Identifier<Prompt>
public typealias PhaseID = Identifier<Phase>
public typealias IdeaID = Identifier<Idea>
public typealias MilestoneID = Identifier<Milestone>
public typealias CommentID = Identifier<Comment>
public typealias DecisionID = Identifier<Decision>
public typealias ClarificationID = Identifier<Clarification>
public typealias MergeID = Identifier<IdeaMerge>
public typealias SetAsideID = Identifier<SetAside>
public typealias RewardID = Identifier<Reward>
public typealias DraftParagraphID = Identifier<DraftParagraph>
public typealias DraftReactionID = Identifier<DraftReaction>
public typealias ComplaintID = Identifier<Complaint>
public typealias QuestionID = Identifier<Question>
public typealias AttachmentID = Identifier<Attachment>
