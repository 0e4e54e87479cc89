import Domain
import Testing

@testable import Storage

@Suite struct SimilarityTests {
    private func scores(_ pairs: [(String, String)]) -> [(pair: (String, String), score: Double)] {
        let stemmer = Stemmer()
        return pairs.map { pair in
            let first = Similarity.Title(pair.0, stems: stemmer.stems)
            let second = Similarity.Title(pair.1, stems: stemmer.stems)
            return (pair, Similarity(of: first, and: second).score)
        }
    }

    /// How many of the pairs above a threshold are one idea, and how many of those that are one are above it.
    private func measure(_ threshold: Double, _ step: Int = 1, from: Int = 0) -> (
        precision: Double, recall: Double
    ) {
        func above(_ pairs: [(String, String)]) -> (count: Int, of: Int) {
            let some = stride(from: from, to: pairs.count, by: step).map { pairs[$0] }
            return (scores(some).count { $0.score >= threshold }, some.count)
        }
        let same = above(SimilarTitles.same)
        let different = above(SimilarTitles.different)
        return (
            Double(same.count) / Double(max(1, same.count + different.count)),
            Double(same.count) / Double(same.of)
        )
    }

    @Test("what is called very similar is mostly one idea, and most of what is one idea is found")
    func quality() {
        #expect(SimilarTitles.same.count + SimilarTitles.different.count >= 150)
        for (name, threshold) in [("very similar", Similarity.verySimilar), ("similar", Similarity.similar)] {
            let (precision, recall) = measure(threshold)
            print("\(name): precision \(percent(precision)), recall \(percent(recall))")
        }
        // Every other pair alone, too: the aim is not met by a part of the list.
        for (step, from) in [(1, 0), (2, 0), (2, 1)] {
            let (precision, recall) = measure(Similarity.verySimilar, step, from: from)
            #expect(precision >= 0.75 && recall >= 0.60)
        }
        #expect(measure(Similarity.similar).recall >= 0.9)
    }

    private func percent(_ part: Double) -> String { "\(Int((part * 100).rounded())) %" }

    @Test("a title is like itself, like nothing it shares no word with, and the same either way round")
    func measures() {
        let titles = SimilarTitles.same.map(\.0)
        for (title, score) in zip(titles, scores(titles.map { ($0, $0) }).map(\.score)) {
            #expect(abs(score - 1) < 1e-9, "\(title)")
        }
        let forth = scores(SimilarTitles.same).map(\.score)
        let back = scores(SimilarTitles.same.map { ($0.1, $0.0) }).map(\.score)
        for (one, other) in zip(forth, back) { #expect(abs(one - other) < 1e-9) }
        let odd = scores([("", ""), ("Le la les", "Le la les"), ("Une ruche", "Un pneu"), ("🐝", "🐝")]).map(
            \.score)
        #expect(odd[0] == 0 && odd[1] == 0 && odd[2] < 0.1 && odd[3] == 0)
    }

    @Test(
        "similar ideas are others' public ones: of the same challenge first, then of open ones that one may see"
    )
    func similarIdeas() async throws {
        try await Town.live { town in
            let ana = try await town.citizen("Ana")
            let bob = try await town.citizen("Bob")
            let swarm = try await town.community("abeilles")
            try await town.join(swarm, "abeilles", as: "Butineuse", ana)
            let call = try await town.challenge()
            let other = try await town.challenge(title: "Autre défi ouvert")
            let inner = try await town.challenge(title: "Entre nous", community: swarm)
            let contest = try await town.challenge(.contest, title: "Concours")
            let near = try await town.idea("Des détecteurs sous les éviers", by: ana, in: call)
            let far = try await town.idea("Un détecteur sous l’évier", by: ana, in: other)
            _ = try await town.idea("Un détecteur sous mon évier", by: ana, in: inner)
            _ = try await town.idea("Un détecteur scellé sous l’évier", by: ana, in: contest)
            _ = try await town.idea("Le détecteur de Bob sous son évier", by: bob, in: call)
            _ = try await town.idea("Planter des arbres", by: ana, in: call)
            let title = "Un détecteur sous chaque évier"
            func similar(_ person: Citizen, at now: Timestamp = Town.day(1)) async throws -> [SimilarIdea] {
                try await town.look(as: person, at: now) { look in
                    try look.similarIdeas(to: title, in: try look.challenge(call))
                }
            }
            let found = try await similar(bob)
            #expect(found.map(\.idea) == [near, far])
            #expect(found.map(\.similarity.isVerySimilar) == [true, true])
            #expect(found[0].similarity.shared == ["détecteurs", "éviers"])
            #expect(found.map { $0.summary != nil } == [true, false])
            try await town.store.withdrawIdea(near, by: ana.id, at: Town.day(1))
            #expect(try await similar(bob).map(\.idea) == [far])
            let sealed = try await town.look(as: bob) { look in
                try look.similarIdeas(to: title, in: try look.challenge(contest))
            }
            #expect(sealed.isEmpty)
        }
    }
}
