import Domain
import Testing

@Suite struct SealTests {
    @Test("the sealed text is the title, an empty line and the text, whatever ends their lines")
    func canonicalForm() {
        let content = IdeaContent(title: " Un capteur ", text: "Première ligne.\r\nSeconde.\r\n")
        #expect(content.sealedText == "Un capteur\n\nPremière ligne.\nSeconde.")
        // Computed with `printf 'Un capteur\n\nPremière ligne.\nSeconde.' | sha256sum`.
        #expect(
            Fingerprint(of: content.sealedText).description
                == "46f0d46e8093db86eb9c1cc892845bf95483b478cda9a5c296d0f9c375ec22d9")
    }

    private func challenge(_ standing: Challenge.Standing, _ blueprint: Blueprint = .contest) -> Challenge {
        Challenge(
            id: ChallengeID(1),
            content: ChallengeContent(
                blueprint: blueprint, theme: ThemeID(1), title: "Un capteur", question: "Comment faire ?",
                brief: "Un problème précis, avec ses mesures.", rules: "",
                schedule: blueprint.usualSchedule(opening: Timestamp(seconds: 0))),
            standing: standing, cancellationReason: standing == .cancelled ? "Mal posée." : nil,
            publishedAt: standing == .draft ? nil : Timestamp(seconds: 0),
            resultsPublishedAt: standing == .resultsPublished ? Timestamp(seconds: 0) : nil, ideaCount: 0,
            participantCount: 0)
    }

    private static func person(_ number: Int64, _ roles: Set<Role> = []) -> Viewer {
        Viewer(
            member: Member(id: MemberID(number), pseudonym: "Personne \(number)", isStaff: !roles.isEmpty),
            isAdministrator: false, rolesEverywhere: roles, rolesByChallenge: [:], communities: [])
    }

    @Test("solutions are opened by managers, after the results, if somebody agreed")
    func opening() {
        let manager = Self.person(2, [.manager])
        #expect(challenge(.resultsPublished).openingRefusal(for: manager, agreed: 1) == nil)
        #expect(
            challenge(.resultsPublished).openingRefusal(for: manager, agreed: 0)
                == .conflict(.nothingToOpen))
        #expect(
            challenge(.published).openingRefusal(for: manager, agreed: 1)
                == .conflict(.resultsNotPublished))
        #expect(
            challenge(.resultsPublished).openingRefusal(for: Self.person(1), agreed: 1)
                == .forbidden(.staffOnly))
        #expect(
            challenge(.resultsPublished, .openCall).openingRefusal(for: manager, agreed: 1) == .notFound)
    }

    @Test("whether winners are opened is settled once solutions can be submitted on it")
    func settled() {
        var content = challenge(.published).content
        content.particulars.opensWinners = false
        #expect(challenge(.published).revised(to: content).particulars.opensWinners)
        #expect(!challenge(.draft).revised(to: content).particulars.opensWinners)
    }

    @Test("an author agrees or not until the results; nobody else does")
    func consent() {
        func solution(_ visibility: Idea.Visibility) -> Idea {
            Idea(
                id: IdeaID(1), challenge: ChallengeID(1), number: 1,
                content: IdeaContent(title: "Un capteur", text: "Il écoute les tuyaux."),
                author: Member(id: MemberID(1), pseudonym: "Personne 1", isStaff: false),
                visibility: visibility, submittedAt: Timestamp(seconds: 0), editedAt: nil, answerDue: nil,
                decision: nil, supportCount: 0, commentCount: 0)
        }
        let author = Self.person(1)
        let sealed = solution(.sealed)
        #expect(sealed.consentRefusal(for: author, in: challenge(.published)) == nil)
        #expect(sealed.consentRefusal(for: author, in: challenge(.suspended)) == nil)
        #expect(
            sealed.consentRefusal(for: author, in: challenge(.resultsPublished))
                == .conflict(.resultsAlreadyPublished))
        #expect(sealed.consentRefusal(for: Self.person(3), in: challenge(.published)) == .notFound)
        #expect(
            sealed.consentRefusal(for: Self.person(2, [.juror]), in: challenge(.published))
                == .forbidden(.authorOnly))
        #expect(
            solution(.withdrawn).consentRefusal(for: author, in: challenge(.published))
                == .conflict(.ideaNotPublic))
        #expect(
            solution(.public).consentRefusal(for: author, in: challenge(.published, .openCall)) == .notFound)
    }
}
