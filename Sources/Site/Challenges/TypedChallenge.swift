import Domain
import HTTP

/// A challenge as a manager typed it, word for word, so that nothing is lost while something has to be mended.
struct TypedChallenge: Sendable {
    var title = ""
    var question = ""
    var brief = ""
    var theme = ""
    var audience = TypedAudience()
    var rules = ""
    var voteQuota = ""
    var way: TypedWay
    var answerWithinDays = ""
    /// Empty: ideas are public at once.
    var reviewWithinHours = ""
    var hidingReports = String(ModerationRule.usualHidingReports)
    /// Empty: no reward.
    var rewardKind = ""
    var rewardAmount = ""
    var rewardNature = ""
    /// The first version of the draft, in a draft review.
    var draft = ""
    var deliverables = ""
    var criteria = ""
    var opensWinners = true
    /// Empty: no idea is passed on before others.
    var reviewThreshold = ""
    /// Why public dates move.
    var moveReason = ""
    var phases: [TypedPhase]
    var questions: [TypedChallengeQuestion] = []

    /// What is proposed for a new challenge.
    init(new blueprint: Blueprint, schedule: Schedule, wording: Wording) {
        voteQuota = blueprint.usualVoteQuota.map(String.init) ?? ""
        way = TypedWay(blueprint.usualWay, wording: wording)
        answerWithinDays = String(blueprint.usualAnswerDays)
        phases = schedule.phases.map { TypedPhase($0, wording: wording) }
    }

    /// A challenge that is to be changed.
    /// - Parameter segment: What its audience asks for, if it is a segment.
    init(_ content: ChallengeContent, segment: Segment? = nil, asking questions: [Question], wording: Wording)
    {
        title = content.title
        question = content.question
        brief = content.brief
        theme = content.theme.description
        audience = TypedAudience(content.audience, segment: segment)
        rules = content.rules
        voteQuota = content.voteQuota.map(String.init) ?? ""
        way = TypedWay(content.way, wording: wording)
        answerWithinDays = content.answerWithinDays.map(String.init) ?? ""
        reviewWithinHours = content.moderation.reviewWithinHours.map(String.init) ?? ""
        hidingReports = String(content.moderation.hidingReports)
        rewardKind = content.reward?.kind.rawValue ?? ""
        rewardAmount = content.reward?.cents.map { wording.inputValue(cents: $0) } ?? ""
        rewardNature = content.reward?.nature ?? ""
        draft = content.particulars.draft
        deliverables = content.particulars.deliverables
        criteria = content.particulars.criteria
        opensWinners = content.particulars.opensWinners
        reviewThreshold = content.particulars.reviewThreshold.map(String.init) ?? ""
        phases = content.schedule.phases.map { TypedPhase($0, wording: wording) }
        self.questions = questions.map { TypedChallengeQuestion($0, wording: wording) }
    }

    /// What was posted: as many phases as have a kind.
    init(_ form: Form) {
        func typed(_ name: String) -> String { form[name] ?? "" }
        title = typed("title")
        question = typed("question")
        brief = typed("brief")
        theme = typed("theme")
        audience = TypedAudience(form)
        rules = typed("rules")
        voteQuota = typed("voteQuota")
        way = TypedWay(form)
        answerWithinDays = typed("answerWithinDays")
        reviewWithinHours = typed("reviewWithinHours")
        hidingReports = typed("hidingReports")
        rewardKind = typed("rewardKind")
        rewardAmount = typed("rewardAmount")
        rewardNature = typed("rewardNature")
        moveReason = typed("moveReason")
        draft = typed("draft")
        deliverables = typed("deliverables")
        criteria = typed("criteria")
        opensWinners = typed("opensWinners") == "yes"
        reviewThreshold = typed("reviewThreshold")
        phases = (0..<Schedule.most).prefix { form["phase-\($0)-kind"] != nil }.map {
            TypedPhase(form, at: $0)
        }
        if let act = PhaseAct(typed(PhaseAct.name)) {
            phases = phases.after(act)
            isRearranged = true
        }
        if form["estimate"] != nil { isRearranged = true }
        questions = [TypedChallengeQuestion](form)
        if let act = QuestionAct(typed(QuestionAct.name)) {
            questions = questions.after(act)
            isRearranged = true
        }
    }

    /// Whether a button changed the form itself, or asked how many people are concerned, and nothing is to be saved.
    private(set) var isRearranged = false

    /// Puts the skeleton's headings and questions below what is written already.
    mutating func start(from skeleton: Skeleton) {
        func below(_ text: String, _ more: String) -> String {
            [text.trimmed, more].filter { !$0.isEmpty }.joined(separator: "\n\n")
        }
        brief = below(brief, skeleton.brief)
        rules = below(rules, skeleton.rules)
        draft = below(draft, skeleton.draft)
        deliverables = below(deliverables, skeleton.deliverables)
        criteria = below(criteria, skeleton.criteria)
        isRearranged = true
    }

    /// What was meant, with the questions; the `known` ones are kept already, as are the phases of `schedule`.
    ///
    /// Throws `Refusal.invalid` with all that has to be mended if something cannot be read as what it should be.
    func meant(_ blueprint: Blueprint, on schedule: Schedule, asking known: [Question], wording: Wording)
        throws(Refusal) -> (content: ChallengeContent, questions: [Question])
    {
        var unread: [Problem] = []
        let questions = self.questions.meant(on: known, problems: &unread)
        let content: ChallengeContent
        do throws(Refusal) {
            content = try self.content(blueprint, on: schedule, wording: wording)
        } catch {
            guard case .invalid(let problems) = error else { throw error }
            throw .invalid(problems + unread + Challenge.problems(inNew: questions))
        }
        guard unread.isEmpty else {
            throw .invalid(content.problems + unread + Challenge.problems(inNew: questions))
        }
        return (content, questions)
    }

    /// What was meant; `known` has the phases that are kept already.
    ///
    /// Throws `Refusal.invalid` with all that has to be mended if something cannot be read as what it should be.
    func content(_ blueprint: Blueprint, on known: Schedule, wording: Wording) throws(Refusal)
        -> ChallengeContent
    {
        var reading = Reading()
        let schedule = reading.schedule(phases, on: known, wording: wording)
        let hasVote = schedule.window(of: .vote) != nil
        let way = hasVote ? self.way.meant() : (way: .approval, problems: [])
        let content = ChallengeContent(
            blueprint: blueprint, theme: reading.choice(theme, of: "theme") ?? ThemeID(0),
            audience: reading.audience(audience), title: title, question: question, brief: brief,
            rules: rules, reward: reading.reward(in: self),
            voteQuota: hasVote && way.way == .approval ? reading.count(voteQuota, of: "voteQuota") : nil,
            way: way.way,
            answerWithinDays: reading.count(answerWithinDays, of: "answerWithinDays"),
            schedule: schedule,
            moderation: ModerationRule(
                reviewWithinHours: reading.count(reviewWithinHours, of: "reviewWithinHours"),
                hidingReports: reading.count(hidingReports, of: "hidingReports")
                    ?? ModerationRule.usualHidingReports),
            particulars: reading.particulars(in: self, of: blueprint))
        reading.problems += way.problems
        guard reading.problems.isEmpty else {
            let known = Set(reading.problems.map(\.field))
            let hasDateTrouble = known.contains { $0.hasPrefix("phase-") }
            throw .invalid(
                reading.problems
                    + content.problems.filter {
                        !known.contains($0.field) && !(hasDateTrouble && $0.field.hasPrefix("phase-"))
                    })
        }
        return content
    }
}

/// Typed texts becoming values, with what went wrong on the way.
private struct Reading {
    var problems: [Problem] = []

    mutating func choice<Entity>(_ text: String, of field: String) -> Identifier<Entity>? {
        if let number = Int64(text), number > 0 { return Identifier(number) }
        problems.append(Problem(field: field, code: text.isEmpty ? .missing : .unknownChoice))
        return nil
    }

    mutating func audience(_ typed: TypedAudience) -> Audience {
        let (audience, problem) = typed.meant
        if let problem { problems.append(problem) }
        return audience
    }

    mutating func count(_ text: String, of field: String) -> Int? {
        guard !text.trimmed.isEmpty else { return nil }
        let number = TypedNumber.count(text.trimmed)
        if number == nil { problems.append(Problem(field: field, code: .notANumber)) }
        return number
    }

    /// What only this kind of challenge has.
    mutating func particulars(in typed: TypedChallenge, of blueprint: Blueprint) -> Particulars {
        switch blueprint {
        case .openCall: Particulars()
        case .contest:
            Particulars(
                criteria: typed.criteria, deliverables: typed.deliverables, opensWinners: typed.opensWinners)
        case .draftReview: Particulars(draft: typed.draft)
        case .suggestionBox:
            Particulars(reviewThreshold: count(typed.reviewThreshold, of: "reviewThreshold"))
        }
    }

    mutating func reward(in typed: TypedChallenge) -> RewardOffer? {
        guard !typed.rewardKind.isEmpty else {
            if !(typed.rewardAmount + typed.rewardNature).trimmed.isEmpty {
                problems.append(Problem(field: "rewardKind", code: .missing))
            }
            return nil
        }
        guard let kind = Reward.Kind(rawValue: typed.rewardKind) else {
            problems.append(Problem(field: "rewardKind", code: .unknownChoice))
            return nil
        }
        var cents: Int64?
        if !typed.rewardAmount.trimmed.isEmpty {
            cents = TypedNumber.cents(typed.rewardAmount)
            if cents == nil { problems.append(Problem(field: "rewardAmount", code: .notANumber)) }
        }
        return RewardOffer(kind: kind, cents: cents, nature: typed.rewardNature)
    }

    mutating func schedule(_ typed: [TypedPhase], on known: Schedule, wording: Wording) -> Schedule {
        Schedule(
            typed.enumerated().map { index, typed in
                let field = "phase-\(index)"
                let number = Int(typed.number)
                let old = number.flatMap { number in known.phases.first { $0.number == number } }
                if typed.meantKind == nil {
                    problems.append(Problem(field: "\(field)-kind", code: .unknownChoice))
                }
                let opening = moment(
                    typed.opens, was: old?.opensAt, of: "\(field)-opens", isRequired: true, wording)
                let close = moment(
                    typed.closes, was: old?.closesAt, of: "\(field)-closes", isRequired: false, wording)
                return Phase(
                    number: old?.number, kind: typed.meantKind ?? .deliberation, rights: typed.rights,
                    opensAt: opening ?? old?.opensAt ?? Timestamp(seconds: 0), closesAt: close)
            })
    }

    /// A text that was not touched is the moment it was made from, to the second: an input shows only minutes.
    private mutating func moment(
        _ text: String, was old: Timestamp?, of field: String, isRequired: Bool, _ wording: Wording
    ) -> Timestamp? {
        let text = text.trimmed
        if let old, text == wording.inputValue(old) { return old }
        if text.isEmpty {
            if isRequired { problems.append(Problem(field: field, code: .missing)) }
            return nil
        }
        guard let moments = wording.moments(fromInput: text) else {
            problems.append(Problem(field: field, code: .notADate))
            return nil
        }
        if moments.count != 1 {
            problems.append(Problem(field: field, code: moments.isEmpty ? .hourLeftOut : .hourTwice))
        }
        return moments.first
    }
}
