import Domain
import Testing

@testable import Storage

@Suite struct LifeTests {
    @Test("every act and every load of a challenge's whole life runs, for everybody")
    func wholeLife() async throws {
        try await Town.live { town in
            let store = town.store
            let swarm = try await town.community("abeilles")
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            let reward = RewardOffer(kind: .prize, cents: 100_000, nature: "Mille euros")
            let call = try await town.challenge(reward: reward, quota: 3)
            let contest = try await town.challenge(.contest, title: "Détecter une fuite", reward: reward)
            let inner = try await town.challenge(title: "Entre abeilles", community: swarm)
            let box = try await town.challenge(.suggestionBox, title: "Boîte à idées")
            let review = try await town.challenge(.draftReview, title: "Le projet")
            let draft = try await store.launchChallenge(
                town.content(title: "Pas encore prêt"), by: town.mayor.id, at: Town.day(-1))
            try await store.reviseChallenge(
                draft, to: town.content(title: "Presque prêt"), by: town.mayor.id, at: Town.day(-1))
            let manager = try await town.official("Gérante", .manager, for: call)
            let juror = try await town.official("Jurée", .juror, for: contest)
            let officer = try await town.official("Trésorier", .rewardOfficer)
            let everybody = [nil, ana, bob, manager, juror, officer, town.mayor]
            func everybodyLooks(at now: Timestamp) async throws {
                for person in everybody {
                    try await town.look(as: person, at: now) { try $0.readEverything() }
                }
            }

            _ = try await store.saveDraft(
                IdeaContent(title: "Bro", text: ""), in: call, by: ana.id, at: Town.day(1))
            try await everybodyLooks(at: Town.day(1))
            let idea = try await town.idea(by: ana, in: call)
            let solution = try await town.idea("Un capteur de bruit", by: bob, in: contest)
            let innerIdea = try await town.idea("Prêter une échelle", by: ana, in: inner)
            let suggestion = try await town.idea("Un café des assurés", by: bob, in: box)
            _ = try await town.idea("Changer le paragraphe 2", by: bob, in: review)
            try await store.editIdea(
                idea,
                to: IdeaContent(title: "Un détecteur par étage", text: "Et voici comment nous ferions."),
                by: ana.id, at: Town.day(2))
            let comment = try await store.addComment(
                CommentContent(stance: .for, text: "Très bien."), on: idea, by: bob.id, at: Town.day(2))
            _ = try await store.addComment(
                CommentContent(stance: .reply, text: "Merci !", parent: comment), on: idea, by: ana.id,
                at: Town.day(3))
            _ = try await store.addComment(
                CommentContent(stance: .question, text: "Combien ?", isOfficial: true), on: innerIdea,
                by: town.mayor.id, at: Town.day(3))
            try await everybodyLooks(at: Town.day(4))
            for subject in [Followed.theme(town.theme), .challenge(call)] {
                try await store.setFollowing(true, subject, by: bob.id, at: Town.day(4))
                #expect(try await town.look(as: bob) { try $0.isFollowing(subject) })
                #expect(try await !town.look(as: nil) { try $0.isFollowing(subject) })
            }
            try await store.setFollowing(false, .challenge(box), by: bob.id, at: Town.day(4))
            try await town.prolong(call, to: town.content(reward: reward, quota: 3), at: Town.day(4))
            try await store.suspendChallenge(
                review, reason: Town.reason, by: town.mayor.id, at: Town.day(4))
            try await everybodyLooks(at: Town.day(5))
            try await store.resumeChallenge(review, by: town.mayor.id, at: Town.day(5))
            try await everybodyLooks(at: Town.day(6))

            try await store.castVote(on: idea, by: bob.id, at: Town.day(30))
            try await store.withdrawVote(on: idea, by: bob.id, at: Town.day(31))
            try await store.castVote(on: idea, by: bob.id, at: Town.day(32))
            try await everybodyLooks(at: Town.day(33))

            try await store.decide(
                .winner, reason: Town.reason, publicly: false, on: idea, by: manager.id, at: Town.day(43))
            try await town.decide(.winner, solution, secretly: true, at: Town.day(72))
            try await town.decide(.planned, suggestion)
            try await everybodyLooks(at: Town.day(73))
            try await store.publishResults(of: call, by: manager.id, at: Town.day(73))
            try await store.publishResults(of: contest, by: town.mayor.id, at: Town.day(73))
            try await everybodyLooks(at: Town.day(74))

            let granted = try await store.proposeReward(reward, for: idea, by: officer.id, at: Town.day(74))
            for (state, person) in [
                (Reward.State.approved, town.mayor), (.notified, officer), (.delivered, officer),
                (.closed, officer),
            ] {
                let step = RewardStep(to: state, note: "Virement 2027-118")
                try await store.advanceReward(granted[0], by: step, member: person.id, at: Town.day(75))
                if state == .notified {
                    try await store.claimReward(granted[0], by: ana.id, at: Town.day(76))
                }
            }
            try await everybodyLooks(at: Town.day(77))

            try await store.archiveChallenge(contest, by: town.mayor.id, at: Town.day(77))
            try await everybodyLooks(at: Town.day(77))
            try await store.retrieveChallenge(contest, by: town.mayor.id, at: Town.day(77))
            _ = try await store.credentials(email: ana.email)
            _ = try await store.credentials(of: ana.id)
            try await store.changeProfile(
                pseudonym: "Anna", language: .english, by: ana.id, at: Town.day(77))
            try await store.changeLanguage(.french, by: ana.id, at: Town.day(77))
            try await store.changePassword(
                hash: "$argon2id$new", keeping: ana.session, by: ana.id, at: Town.day(77))
            try await store.withdrawIdea(suggestion, by: bob.id, at: Town.day(77))
            try await store.takeRole(
                .manager, for: call, from: manager.id, by: town.mayor.id, at: Town.day(77))
            try await store.leave(swarm, member: ana.id, at: Town.day(77))
            try await everybodyLooks(at: Town.day(78))
            try await store.deleteAccount(of: bob.id, at: Town.day(78))
            try await everybodyLooks(at: Town.day(79))
            for table in ["theme_follow", "challenge_follow"] {
                #expect(try await town.number("SELECT count(*) FROM \(table)") == 0)
            }
            try await store.closeSession(bob.session)
        }
    }
}
