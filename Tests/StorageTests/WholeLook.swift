import Domain

@testable import Storage

extension Look {
    /// All that the viewer can read on any page, by load and subject, in words: what is not in it is not shown.
    func everything() throws -> [String: String] {
        var seen: [String: String] = [:]
        try readEverything { seen[$0] = "\($1)" }
        return seen
    }

    /// Reads all that the viewer can read on any page, and tells what each load of a subject gave.
    func readEverything(_ tell: (String, Any) -> Void = { _, _ in }) throws {
        func note<Value>(_ name: String, _ load: () throws -> Value) throws {
            do {
                tell(name, try load())
            } catch is MergedElsewhere {
                // It leads to what is seen there.
            } catch is Refusal {
                // What is refused is not seen.
            }
        }
        let communities = try communities()
        try note("communities") { communities }
        try note("themes") { try themes() }
        for theme in try themes() {
            try note("theme \(theme.id)") { try self.theme(slug: theme.slug) }
            try note("challenges of theme \(theme.id)") { try challenges(ChallengeFilter(theme: theme.id)) }
            for positive in [true, false] {
                try note("decisions of theme \(theme.id) \(positive)") {
                    try latestDecisions(positiveOnly: positive, theme: theme.id, limit: 50)
                }
            }
            try note("prompts of theme \(theme.id)") { try prompts(of: theme.id) }
            try note("contributions in theme \(theme.id)") { try contributions(in: theme.id) }
            try note("followers of theme \(theme.id)") { try followerCount(of: theme.id) as Any }
            try note("drafts of theme \(theme.id)") { try openDrafts(in: theme.id) }
            try note("feed of theme \(theme.id)") { try feedEvents(in: .theme(theme.id)) }
        }
        for community in communities {
            try note("community \(community.id)") { try self.community(community.id) }
            try note("community \(community.slug)") { try self.community(slug: community.slug) }
            try note("members of \(community.id)") { try memberships(of: community) }
            try note("fund of \(community.id)") {
                guard let detail = try fund(of: community.id) else { return "none" }
                let periods = try detail.periods.map { record in
                    "\(try toldPeriod(record)) \(try ownFactKeys(in: record))"
                }
                return "\(detail) \(periods)"
            }
            try note("kept fund of \(community.id)") {
                try requireFunds()
                let periods = try fund(of: community.id)?.periods ?? []
                return try
                    "\(fundParticipants(of: community.id)) \(periods.map { try (course(of: $0), story(of: $0)) })"
            }
            for choice in PracticeChoice.allCases {
                for order in PracticeOrder.allCases {
                    try note("practices of \(community.id) \(choice) \(order)") {
                        let list = try practices(of: community.id, choice, by: order).items
                        return "\(list) \(try list.map { try practice($0.id, of: community.id) })"
                    }
                }
            }
            try note("measures of \(community.id)") {
                let stories = try measures(adoptedBy: community.id)
                guard let detail = try fund(of: community.id) else { return "\(stories)" }
                return
                    "\(stories) \(try detail.periods.map { try effectLines(in: toldPeriod($0), of: community.id) })"
            }
            try note("challenges of community \(community.id)") {
                try challenges(ChallengeFilter(community: community.id))
            }
        }
        for state in Challenge.State.allCases {
            try note("challenges \(state)") { try challenges(ChallengeFilter(state: state)) }
        }
        try note("challenges") { try challenges() }
        try note("open challenges") { try openChallenges(limit: 20) }
        try note("draft challenges") { try draftChallenges() }
        try note("challenges awaiting results") { try challengesAwaitingResults() }
        try note("waiting ideas") { try waitingIdeas() }
        try note("waiting count") { try waitingCount(limit: 99) }
        try note("challenges with waiting ideas") { try challengesWithWaitingIdeas() }
        try note("results in preparation") { try resultsInPreparation() }
        try note("unrewarded winners") { try unrewardedWinners() }
        try note("moderation queue") { try moderationQueue() }
        try note("moderation count") { try moderationCount(limit: 99) as Any }
        try note("moderation register") { try moderationEntries() }
        try note("own reports") { try ownReports() }
        try note("own hidden comments") { try ownHiddenComments() }
        try note("author record") { try authorRecord() }
        try note("own account") { try ownAccount() }
        try note("complaints") { try complaints() }
        try note("complaints answered") { try complaints(answered: true) }
        try note("complaint count") { try complaintCount(limit: 99) as Any }
        try note("own complaints") { try ownComplaints() }
        try note("own ballots set aside") { try ownSetAsides() }
        try note("own ideas") { try ownIdeas() }
        try note("kept funds") { try keptFunds() }
        try note("kept measures") { try keptMeasures() }
        try note("waiting periods") { try waitingPeriods() }
        try note("jury duties") { try juryDuties() }
        try note("own rewards") { try ownRewards() }
        try note("own statement") { try ownStatement(from: Town.day(-400), until: Town.day(400)) }
        try note("own points") { try ownPoints() }
        try note("contested points") { try openContests() }
        try note("contest count") { try contestCount(limit: 99) as Any }
        try note("cap of points") { try pointsCap() }
        try note("shown badges") { try shownBadges(of: Set((1...40).map { MemberID($0) })) }
        for line in try db.rows("SELECT id FROM points_line", make: { $0.id(0) as PointLineID }) {
            try note("own line of points \(line)") { try ownPointLine(line) }
        }
        for contest in try db.rows("SELECT id FROM points_contest", make: { $0.id(0) as PointContestID }) {
            try note("contest \(contest)") { try pointContest(contest) }
        }
        try note("own prize lines") { try ownPrizeLines() }
        try note("register of rewards") { try rewardRegister(in: nil) }
        try note("proposed rewards") { try rewardRegister(in: .proposed) }
        try note("reward budgets") { try rewardBudgets() }
        try note("yearly sums") { try yearlySums(from: Town.day(-400), until: Town.day(400)) }
        try note("approval count") { try approvalCount(limit: 99) as Any }
        try note("own merges") { try ownMerges() }
        try note("invitations") { try invitations() }
        try note("questions for me") { try questionsForMe() }
        try note("awaited clarifications") { try awaitedClarifications() }
        try note("rewards") { try rewards() }
        for (id, name) in try db.rows(
            "SELECT id, name FROM ledger_account", make: { ($0.int(0), $0.text(1)) })
        {
            guard let account = LedgerAccount(name) else { continue }
            try note("ledger account \(id)") { try ledgerBalance(in: LedgerPlace(account, .euros)) }
        }
        for positive in [true, false] {
            try note("decisions \(positive)") { try latestDecisions(positiveOnly: positive, limit: 50) }
        }
        try note("feed") { try feedEvents(in: .platform) }
        for text in ["idee detecteur projet", "detecteur", "introuvablf", "ann"] {
            try note("search \(text)") { try search(SearchQuery(text)) }
            try note("feed of search \(text)") { try feedEvents(matching: SearchQuery(text)) }
        }
        try note("sitemap") { try publicAddresses() }
        try note("roles") { try roleHoldings() }
        try note("members") { try members(matching: "a") }
        try note("answer record") { try answerRecord() }
        try note("kept ideas") { try keptIdeas() }
        for code in Decision.Code.allCases where code.isKept {
            try note("kept ideas \(code)") { try keptIdeas(code) }
        }
        try note("open prompts") { try openPrompts() }
        try note("managed challenges") { try managedChallenges() }
        try note("followed") { try followedSubjects() }
        for kind in NewsKind.allCases.map(Optional.some) + [nil] {
            try note("news \(kind?.rawValue ?? "")") { try news(kind) }
        }
        try note("unread news") { try unreadNewsCount() }
        try note("portfolio") { try portfolio() }
        try note("segment choices") { try segmentChoices() }
        try note("own holdings") { try ownHoldings() }
        try note("personal feeds") { try personalFeeds() }
        try note("answers by challenge") { try answersByChallenge() }
        try note("themes with open challenges") { try themesWithOpenChallenges() }
        try note("members by address") { try members(matching: "a@b.example") }
        try note("administrators") { try administrators() }
        try note("challenge titles") { try challengeTitles() }
        for challenge in try db.rows("SELECT id FROM challenge", make: { $0.id(0) as ChallengeID }) {
            try seeChallenge(challenge, note)
        }
        for idea in try db.rows("SELECT id FROM idea", make: { $0.id(0) as IdeaID }) {
            try note("idea \(idea)") { try ideaDetail(idea) }
            try note("particulars of idea \(idea)") {
                let found = try ideaInChallenge(idea)
                return try particulars(of: found.idea, in: found.challenge)
            }
            try note("consent to open idea \(idea)") { try agreesToOpening(idea) }
            try note("prepared decision \(idea)") { try preparedDecision(on: idea) }
            try note("answer to idea \(idea)") { try ideaToAnswer(idea) }
            try note("reward for idea \(idea)") { try rewardToGrant(for: idea) }
            try note("follow-up of idea \(idea)") { try followUpToWrite(idea) }
            try note("deed about idea \(idea)") { try deed(about: idea) }
            try note("deed to write about idea \(idea)") { try deedToWrite(about: idea) }
            try note("merge of idea \(idea)") { try ideaToMerge(idea) }
            try note("history of idea \(idea)") { try ideaHistory(idea) }
            try note("first version of idea \(idea)") { try ideaHistory(idea, version: 1) }
            try note("authors of idea \(idea)") { try authorship(of: idea) }
            try note("question about idea \(idea)") { try ideaToAskAbout(idea) }
            try note("question to authors of idea \(idea)") { try questionToAnswer(on: idea) }
            try note("post \(idea)") { try post(.idea(idea)) }
            try note("file \(idea)") { try postFile(.idea(idea)) }
            try note("feed of idea \(idea)") { try feedEvents(in: .idea(idea)) }
        }
        for prompt in try db.rows("SELECT id FROM prompt", make: { $0.id(0) as PromptID }) {
            try note("prompt \(prompt)") { try promptDetail(prompt) }
        }
        for comment in try db.rows("SELECT id FROM comment", make: { $0.id(0) as CommentID }) {
            try note("comment \(comment)") { try post(.comment(comment)) }
            try note("file of comment \(comment)") { try postFile(.comment(comment)) }
        }
        for complaint in try db.rows("SELECT id FROM complaint", make: { $0.id(0) as ComplaintID }) {
            try note("complaint \(complaint)") { try self.complaint(complaint) }
        }
        for file in try db.rows("SELECT id FROM attachment", make: { $0.id(0) as AttachmentID }) {
            try note("file \(file)") { try attachment(file) }
            try note("content of file \(file)") { try content(of: try attachment(file), .whole) }
        }
        for reward in try db.rows("SELECT id FROM reward", make: { $0.id(0) as RewardID }) {
            try note("reward \(reward)") { try self.reward(reward) }
        }
    }

    private func seeChallenge(
        _ id: ChallengeID, _ note: (String, () throws -> Any) throws -> Void
    ) throws {
        try note("challenge \(id)") { try challengeDetail(id) }
        try note("decisions of challenge \(id)") {
            try latestDecisions(positiveOnly: false, in: id, limit: 50)
        }
        try note("draw of challenge \(id)") { try prizeDraw(of: try challenge(id)) as Any }
        try note("own ticket in challenge \(id)") { try ownTicket(in: id) as Any }
        try note("draw to manage \(id)") { try drawToManage(id) }
        try note("rewards of challenge \(id)") { try rewards(in: id) }
        try note("kept rewards of challenge \(id)") { try challengeRewards(id) }
        try note("rules of challenge \(id)") { try regulationDetail(of: id) }
        try note("rules to write of challenge \(id)") { try regulationToWrite(of: id) }
        try note("reward budget of challenge \(id)") { try rewardBudget(of: try challenge(id)) }
        try note("invitations to challenge \(id)") { try invitations(to: id) }
        try note("personal feed of challenge \(id)") { try hasPersonalFeed(of: id) }
        try note("people of challenge \(id)") {
            try peopleCount(of: try challenge(id).content.audience, in: id) as Any
        }
        try note("feed of challenge \(id)") { try feedEvents(in: .challenge(id)) }
        try note("messages of challenge \(id)") { try messagesToAuthors(of: id) }
        try note("results of challenge \(id)") { try resultsPreview(of: id) }
        try note("published results of challenge \(id)") { try results(of: try challenge(id)) as Any }
        try note("ballot in challenge \(id)") { try ballot(in: id) }
        try note("duel in challenge \(id)") { try duel(in: id) }
        try note("costs in challenge \(id)") { try costs(in: id) }
        try note("jury of challenge \(id)") { try juryRules(of: try challenge(id)) as Any }
        try note("bench in challenge \(id)") { try bench(in: id) }
        try note("jury overview of challenge \(id)") { try juryOverview(of: id) }
        for idea in try db.rows(
            "SELECT DISTINCT idea_id FROM jury_card WHERE challenge_id = ?", id, make: { $0.id(0) as IdeaID })
        {
            try note("card on idea \(idea)") { try juryCard(on: idea, in: id) }
            try note("judged idea \(idea)") { try judgedIdea(idea, in: id) }
        }
        try note("published jury of challenge \(id)") { try juryPublication(of: try challenge(id)) as Any }
        try note("file of scores of challenge \(id)") {
            String(decoding: try juryFile(of: id), as: UTF8.self)
        }
        try note("selection in challenge \(id)") { try selection(of: try challenge(id)) }
        try note("sealed numbers in challenge \(id)") { try sealedNumbers(of: try challenge(id)) }
        try note("published vote of challenge \(id)") { try publication(of: try challenge(id)) as Any }
        try note("file of ballots of challenge \(id)") {
            String(decoding: try ballotFile(of: id), as: UTF8.self)
        }
        try note("seed of challenge \(id)") { try seedCommitment(of: try challenge(id)) as Any }
        try note("integrity of challenge \(id)") { try inspection(of: id) }
        try note("own ballot set aside in challenge \(id)") { try ownSetAside(in: id) as Any }
        try note("whether people may be voting in \(id)") { try mayBeVoting(in: id) }
        try note("titles in challenge \(id)") { try titles(of: try challenge(id)) }
        try note("answers in challenge \(id)") { try answers(in: try challenge(id)) }
        try note("similar ideas in challenge \(id)") {
            try similarIdeas(to: "Un détecteur, une idée, un projet", in: try challenge(id))
        }
        try note("figures of challenge \(id)") {
            try figures(of: try challenge(id), from: [now - .days(60), now - .days(1)], to: now)
        }
        try note("exported ideas of challenge \(id)") { try exportedIdeas(of: try challenge(id)) }
        try note("draft in challenge \(id)") { try draft(in: id) as Any }
        try note("draft of challenge \(id)") { try draft(of: try challenge(id)) as Any }
        try note("version of the draft of challenge \(id)") { try draftVersion(1, of: id) }
        try note("sealed solutions of challenge \(id)") { try sealedSolutions(of: try challenge(id)) as Any }
        try note("draft to revise of challenge \(id)") { try draftToRevise(id) }
        try note("questions of challenge \(id)") { try questions(of: try challenge(id)) }
        try note("documents of challenge \(id)") { try documents(of: try challenge(id)) }
        try note("what a draft in challenge \(id) has") {
            try particulars(ofDraft: try draft(in: id), in: try challenge(id))
        }
        for order in IdeaFilter.Order.allCases {
            for answer in IdeaFilter.Answer.allCases {
                try note("ideas of challenge \(id) \(order) \(answer)") {
                    try ideas(in: try challenge(id), IdeaFilter(answer: answer, order: order))
                }
            }
        }
    }
}

extension [String: String] {
    /// The loads in which `text` appears.
    func showing(_ text: String) -> [String] {
        filter { $0.value.contains(text) }.keys.sorted()
    }
}
