import Domain

extension Address {
    /// Where an idea is answered.
    func answer(_ id: IdeaID, _ title: String) -> String { "\(desk)/ideas/\(Self.readable(id, title))" }

    /// Where the reward of a winning idea is granted.
    func grant(_ id: IdeaID, _ title: String) -> String { "\(answer(id, title))/reward" }

    /// Where the results of a challenge are prepared and published.
    func results(_ id: ChallengeID, _ title: String) -> String {
        "\(desk)/challenges/\(Self.readable(id, title))/results"
    }

}
