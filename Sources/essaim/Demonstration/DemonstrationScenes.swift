import Domain

/// One thing that happens in the demonstration.
struct Scene: Sendable {
    let at: Moment
    let name: String
    let act: Act

    /// What happens. Ideas are named by the key of their challenge, a slash and their own.
    enum Act: Sendable {
        case launch(ScriptedChallenge)
        case publish(ScriptedChallenge)
        case moveDates(ScriptedMove, ScriptedChallenge)
        case halt(ScriptedHalt, ScriptedChallenge)
        case submit(ScriptedIdea, ScriptedChallenge)
        /// With its replies, which nothing else depends on.
        case comment(ScriptedComment, idea: String)
        /// All reactions on one version of a draft, each at its own moment.
        case react([ScriptedReaction], ScriptedChallenge)
        case revise(ScriptedVersion, ScriptedChallenge)
        /// All votes of a challenge, each at its own moment.
        case vote(ScriptedChallenge)
        case decide(ScriptedDecision, idea: String, ScriptedChallenge)
        case hide(idea: String)
        /// Written at first, then brought up to date.
        case follow(ScriptedFollowUp)
        case moderate(ScriptedModeration)
        case turn(ScriptedTurn)
        case points(ScriptedPoints)
        case complain(ScriptedComplaint)
        case keepFund(ScriptedFundAct)
        case commitDraw(ScriptedDraw)
        case draw(ScriptedDraw)
        case jury(ScriptedJury, ScriptedJury.Step)
        case publishResults(ScriptedChallenge)
        case grant(ScriptedGrant, ScriptedChallenge)
    }
}

/// The script as one row of scenes.
enum DemonstrationScenes {
    /// All scenes, the oldest first; what happens at one moment stays in the order in which it is told.
    static var inOrder: [Scene] {
        var scenes = DemonstrationWorld.challenges.flatMap(scenes)
        scenes += DemonstrationModeration.all.map { Scene(at: $0.at, name: $0.post, act: .moderate($0)) }
        scenes += DemonstrationTogether.all.map { Scene(at: $0.at, name: $0.idea, act: .turn($0)) }
        scenes += DemonstrationComplaints.all.map { Scene(at: $0.at, name: $0.title, act: .complain($0)) }
        scenes += DemonstrationFunds.all.map { Scene(at: $0.at, name: $0.community, act: .keepFund($0)) }
        scenes += DemonstrationDraws.scenes + DemonstrationJuries.all.flatMap(\.scenes) + followUps
        scenes += DemonstrationPoints.scenes
        return scenes.enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }.map(\.element)
    }

    private static var followUps: [Scene] {
        DemonstrationFollowUps.all.map {
            Scene(at: $0.updatedAt, name: "\($0.idea), follow-up", act: .follow($0))
        }
    }

    private static func scenes(of challenge: ScriptedChallenge) -> [Scene] {
        let publication = challenge.publishedAt ?? .before(days: 4)
        var scenes = [
            Scene(
                at: Moment(minutes: publication.minutes - 3 * 24 * 60), name: challenge.key,
                act: .launch(challenge))
        ]
        if challenge.publishedAt != nil {
            scenes.append(Scene(at: publication, name: challenge.key, act: .publish(challenge)))
        }
        if let move = challenge.move {
            scenes.append(
                Scene(at: move.at, name: "\(challenge.key), dates", act: .moveDates(move, challenge)))
        }
        if let draft = challenge.draft {
            scenes += draft.scenes(of: challenge)
        }
        for idea in challenge.ideas { scenes += self.scenes(of: idea, in: challenge) }
        if let halt = challenge.halt {
            scenes.append(Scene(at: halt.at, name: "\(challenge.key), halt", act: .halt(halt, challenge)))
        }
        // Nobody votes where taking part was halted before.
        if let voting = challenge.voting, challenge.halt == nil {
            scenes.append(
                Scene(
                    at: Moment(minutes: voting.upperBound.minutes - 1), name: "\(challenge.key), votes",
                    act: .vote(challenge)))
        }
        if let resultsAt = challenge.resultsAt {
            scenes.append(
                Scene(at: resultsAt, name: "\(challenge.key), results", act: .publishResults(challenge)))
        }
        return scenes
            + challenge.grants.map {
                Scene(at: $0.at, name: "\(challenge.key)/\($0.idea)", act: .grant($0, challenge))
            }
    }

    private static func scenes(of idea: ScriptedIdea, in challenge: ScriptedChallenge) -> [Scene] {
        let name = "\(challenge.key)/\(idea.key)"
        var scenes = [Scene(at: idea.at, name: name, act: .submit(idea, challenge))]
        scenes += idea.comments.map { Scene(at: $0.at, name: name, act: .comment($0, idea: name)) }
        scenes += idea.decisions.map { Scene(at: $0.at, name: name, act: .decide($0, idea: name, challenge)) }
        if idea.visibility == .hidden, let last = scenes.map(\.at).max() {
            scenes.append(Scene(at: last, name: name, act: .hide(idea: name)))
        }
        return scenes
    }
}

extension ScriptedEmployee {
    /// Whether they manage the challenge with this key, or all of them if it is nil.
    func manages(_ challenge: String?) -> Bool {
        roles.contains { $0.role == .manager && ($0.challenge == nil || $0.challenge == challenge) }
    }
}
