import Domain
import Storage

/// Who opened the challenges of the demonstration: as many people each day as such a call would draw.
struct DemonstrationReadings {
    /// What was counted of a challenge on every day from its publication to yesterday, at most 400 of them.
    ///
    /// It begins with the letter that announces the challenge, falls off, breathes with the week, and rises again when
    /// time runs out.
    /// - Parameters:
    ///   - crowd: About how many people the challenge concerns on a busy day.
    ///   - closing: When taking part ends; nil if it never does.
    static func counts(
        of challenge: ChallengeID, crowd: Int, from opening: Timestamp, to closing: Timestamp?, now: Timestamp
    ) -> [ReadingCount] {
        let days = Int(now.since(opening).seconds / 86_400)
        return (0..<max(0, days)).suffix(400).map { day in
            let at = opening + .days(Int64(day))
            // The 1st of January 1970 was a Thursday.
            let isWeekend = [2, 3].contains((at.seconds / 86_400) % 7)
            let wave = [100, 92, 108, 85, 97, 113, 78, 104][(day * 5 + Int(challenge.rawValue)) % 8]
            var share = 22 + 110 / (day + 1)
            if let closing {
                let left = Int(closing.since(at).seconds / 86_400)
                if (0...4).contains(left) { share += 18 * (5 - left) }
                if left < 0 { share = max(3, 24 + left / 2) }
            }
            let people = crowd * share * wave * (isWeekend ? 60 : 100) / 1_000_000
            return ReadingCount(
                challenge: challenge, day: at, members: people * 3 / 8, visitors: people - people * 3 / 8)
        }
    }
}

extension DemonstrationSeeding {
    /// Counts readers of every challenge that is public.
    func countReaders() async throws {
        for script in DemonstrationWorld.challenges {
            guard let publishedAt = script.publishedAt?.timestamp(from: now), publishedAt < now else {
                continue
            }
            let schedule = script.schedule(from: now)
            try await store.countReadings(
                DemonstrationReadings.counts(
                    of: try challenge(script.key), crowd: script.community == nil ? 260 : 40,
                    from: max(publishedAt, min(schedule.opensAt ?? publishedAt, now)),
                    to: schedule.participationClosesAt, now: now))
        }
    }

    /// Counts to how many people the ideas of a challenge were shown while they voted: all who supported them, and as many
    /// again as read without a word. Late ideas were shown to fewer.
    func countShowings(in script: ScriptedChallenge) async throws {
        var people: [IdeaID: Int] = [:]
        for (place, idea) in script.ideas.enumerated() where idea.visibility == .public {
            let quiet = 34 + (place * 29) % 23 - place * 14 / script.ideas.count
            people[try self.idea(script.key + "/" + idea.key)] =
                (script.way == .approval ? idea.supports : 0) + quiet
        }
        try await store.countShowings(
            ShowingCount(people: people, settling: [try challenge(script.key)]))
    }
}
