/// Something particular that a challenge asks everybody who submits an idea.
public struct Question: Hashable, Sendable {
    /// Nil for one that was not kept yet.
    public let id: QuestionID?
    public let kind: Kind
    public let label: String
    public let hint: String
    public let isRequired: Bool
    /// Whether everybody who may read the idea reads what was entered; otherwise its author and the staff alone.
    public let isPublic: Bool
    /// What one can choose from, in its order; empty for other kinds.
    public let choices: [String]
    /// In what a number counts: `m²`, `euros`.
    public let unit: String
    /// The bounds of a number, both included.
    public let minimum: Quantity?
    public let maximum: Quantity?

    public init(
        id: QuestionID? = nil, kind: Kind, label: String, hint: String = "", isRequired: Bool = false,
        isPublic: Bool = true, choices: [String] = [], unit: String = "", minimum: Quantity? = nil,
        maximum: Quantity? = nil
    ) {
        self.id = id
        self.kind = kind
        self.label = label.trimmed
        self.hint = hint.trimmed
        self.isRequired = isRequired
        self.isPublic = isPublic
        self.choices = kind == .choice ? choices.map(\.trimmed).filter { !$0.isEmpty } : []
        self.unit = kind == .number ? unit.trimmed : ""
        self.minimum = kind == .number ? minimum : nil
        self.maximum = kind == .number ? maximum : nil
    }

    /// What is entered.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case shortText
        case longText
        case choice
        case number
        case file
    }

    /// The most questions of a challenge, and the most choices of a question.
    public static let most = 10
    public static let mostChoices = 20

    public static let labelRule = TextRule("label", 3...160)
    public static let hintRule = TextRule("hint", 0...300)
    public static let choiceRule = TextRule("choices", 1...120)
    public static let unitRule = TextRule("unit", 0...20)

    /// What has to be mended, its fields named after `field`: `question-2-label`.
    public func problems(as field: String) -> [Problem] {
        var problems = [
            Self.labelRule.problem(in: label), Self.hintRule.problem(in: hint),
            Self.unitRule.problem(in: unit),
        ].compactMap(\.self)
        if kind == .choice {
            problems += choices.lazy.compactMap { Self.choiceRule.problem(in: $0) }.prefix(1)
            if choices.count < 2 { problems.append(Problem(field: "choices", code: .tooFewChoices)) }
            if choices.count > Self.mostChoices {
                problems.append(Problem(field: "choices", code: .tooManyChoices, limit: Self.mostChoices))
            }
            if Set(choices).count < choices.count {
                problems.append(Problem(field: "choices", code: .repeatedChoice))
            }
        }
        if let minimum, let maximum, maximum < minimum {
            problems.append(Problem(field: "maximum", code: .maximumBelowMinimum))
        }
        return problems.map { Problem(field: "\(field)-\($0.field)", code: $0.code, limit: $0.limit) }
    }

    /// What would take back something that was announced: people answered the question as it was.
    func revisionProblems(to question: Question, as field: String) -> [Problem] {
        var problems: [Problem] = []
        if question.kind != kind { problems.append(Problem(field: "\(field)-kind", code: .questionSettled)) }
        if question.isRequired, !isRequired {
            problems.append(Problem(field: "\(field)-isRequired", code: .optionalOncePublic))
        }
        if question.isPublic, !isPublic {
            problems.append(Problem(field: "\(field)-isPublic", code: .staffOnlyOncePublic))
        }
        if !Set(choices).isSubset(of: question.choices) {
            problems.append(Problem(field: "\(field)-choices", code: .announcedChoiceMissing))
        }
        if let new = question.minimum, minimum.map({ new > $0 }) ?? true {
            problems.append(Problem(field: "\(field)-minimum", code: .lessThanAnnounced))
        }
        if let new = question.maximum, maximum.map({ new < $0 }) ?? true {
            problems.append(Problem(field: "\(field)-maximum", code: .lessThanAnnounced))
        }
        return problems
    }

    /// Whether `viewer`, who may read the idea, may read what was entered in it.
    public func isReadable(by viewer: Viewer, in idea: Idea) -> Bool {
        isPublic || idea.isAuthor(viewer) || viewer.isStaff(of: idea.challenge)
    }
}

extension Challenge {
    /// What has to be mended in the questions of a new challenge, in the order of the form.
    public static func problems(inNew questions: [Question]) -> [Problem] {
        questions.enumerated().flatMap { $1.problems(as: "question-\($0)") }
            + (questions.count > Question.most
                ? [Problem(field: "questions", code: .outOfRange, limit: Question.most)] : [])
    }

    /// What has to be mended in its questions before they become `questions`, in the order of the form. Once it is
    /// public, they may be reworded and moved, and others added that nobody has to answer.
    public func questionProblems(from old: [Question], to questions: [Question]) -> [Problem] {
        var problems = Self.problems(inNew: questions)
        guard standing != .draft else { return problems }
        if old.contains(where: { known in !questions.contains { $0.id == known.id } }) {
            problems.append(Problem(field: "questions", code: .announcedQuestionMissing))
        }
        for (index, question) in questions.enumerated() {
            let field = "question-\(index)"
            if let known = old.first(where: { $0.id == question.id }) {
                problems += known.revisionProblems(to: question, as: field)
            } else if question.isRequired {
                problems.append(Problem(field: "\(field)-isRequired", code: .optionalOncePublic))
            }
        }
        return problems
    }
}

/// What somebody entered for a question, as typed. Files are not entered but attached.
public struct Entry: Hashable, Sendable {
    public let question: QuestionID
    public let text: String

    public init(question: QuestionID, text: String) {
        self.question = question
        self.text = text.trimmed
    }
}

extension Question {
    public static let shortRule = TextRule("", 0...200)
    public static let longRule = TextRule("", 0...5_000)

    /// The field of a form in which it is answered.
    public var field: String { "answer-\(id?.description ?? "")" }

    /// What has to be mended in `text` before the idea can be sent; `hasFile` where a file is asked for.
    public func problem(in text: String, hasFile: Bool = false) -> Problem? {
        if kind == .file { return isRequired && !hasFile ? Problem(field: field, code: .missing) : nil }
        let text = text.trimmed
        guard !text.isEmpty else { return isRequired ? Problem(field: field, code: .missing) : nil }
        switch kind {
        case .shortText, .longText:
            return (kind == .shortText ? Self.shortRule : Self.longRule).problem(in: text).map {
                Problem(field: field, code: $0.code, limit: $0.limit)
            }
        case .choice:
            return choices.contains(text) ? nil : Problem(field: field, code: .unknownChoice)
        case .number:
            guard let number = Quantity(text) else { return Problem(field: field, code: .notANumber) }
            if let minimum, number < minimum { return Problem(field: field, code: .belowMinimum) }
            if let maximum, number > maximum { return Problem(field: field, code: .aboveMaximum) }
            return nil
        case .file: return nil
        }
    }
}

extension [Question] {
    /// What has to be mended in `entries` before the idea can be sent; `files` are the questions to which one is
    /// attached.
    public func problems(in entries: [Entry], files: Set<QuestionID>) -> [Problem] {
        compactMap { question in
            question.problem(
                in: entries.first { $0.question == question.id }?.text ?? "",
                hasFile: question.id.map { files.contains($0) } ?? false)
        }
    }

    /// What has to be mended before `entries` can be kept as a draft: only what is too long.
    public func draftProblems(in entries: [Entry]) -> [Problem] {
        problems(in: entries, files: []).filter { $0.code == .tooLong }
    }

    /// `entries` as a draft keeps them: those of questions that are asked, in their order, as typed.
    public func kept(_ entries: [Entry]) -> [Entry] {
        compactMap { question in
            guard question.kind != .file else { return nil }
            return entries.first { $0.question == question.id && !$0.text.isEmpty }
        }
    }

    /// `entries` as a submitted idea keeps them: numbers in one writing.
    public func settled(_ entries: [Entry]) -> [Entry] {
        kept(entries).map { entry in
            guard first(where: { $0.id == entry.question })?.kind == .number,
                let number = Quantity(entry.text)
            else { return entry }
            return Entry(question: entry.question, text: number.description)
        }
    }
}

extension Guard {
    /// The entries as they may be sent: what stays among staff may name people and places.
    public func admit(_ entries: [Entry], to questions: [Question], answer: Answer?) throws(Refusal)
        -> [Entry]
    {
        var problems: [Problem] = []
        let admitted = entries.map { entry in
            guard let question = questions.first(where: { $0.id == entry.question }), question.isPublic,
                question.kind == .shortText || question.kind == .longText
            else { return entry }
            do throws(Refusal) {
                return Entry(
                    question: entry.question,
                    text: try admit(entry.text, as: question.field, answer: answer))
            } catch {
                if case .invalid(let found) = error { problems += found }
                return entry
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        return admitted
    }
}
