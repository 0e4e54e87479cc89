import Domain

/// A draw of lots as a file: `{commitment, seed, publicInput, participants, winners}`.
struct DrawFile: Decodable {
    let draw: Draw

    init(from decoder: any Decoder) throws {
        let file = try decoder.container(keyedBy: AnyKey.self)
        try file.allow(["commitment", "seed", "publicInput", "participants", "winners"])
        guard let commitment = Fingerprint(hexadecimal: try file.text("commitment")) else {
            throw file.fault("commitment", "this is not a SHA-256 of 64 hexadecimal digits")
        }
        draw = Draw(
            commitment: commitment, seed: try file.text("seed"), publicInput: try file.text("publicInput"),
            participants: try file.decode([String].self, forKey: AnyKey("participants")),
            winners: try file.decode(Int.self, forKey: AnyKey("winners")))
    }
}

extension Draw {
    /// What is wrong with the file, in one line; nil if nothing is.
    var fault: String? {
        guard let problem = problems.first else { return nil }
        switch (problem.field, problem.code) {
        case ("seed", _): return "seed: it must be 32 to 128 letters, digits or :_./-"
        case ("publicInput", .missing): return "publicInput: it must not be empty"
        case ("participants", .missing): return "participants: there are none"
        case ("participants", .taken): return "participants: somebody is there twice"
        case ("winners", _): return "winners: there must be at least one"
        default: return "\(problem.field): an empty text, or an end of line"
        }
    }

    /// What was drawn, with all that one needs to draw it again.
    var json: JSONText {
        let tickets = result.enumerated().map { rank, ticket in
            JSONText.object([
                ("rank", .number(Int64(rank + 1))), ("participant", .text(ticket.participant)),
                ("ticket", .text("\(ticket.fingerprint)")),
            ])
        }
        return .object([
            ("algorithm", .text(Self.algorithm)), ("commitment", .text("\(commitment)")),
            ("commitmentKept", .flag(keepsCommitment)), ("publicInput", .text(publicInput)),
            ("participants", .number(Int64(participants.count))),
            ("list", .text("\(participantsFingerprint)")), ("key", .text("\(key)")),
            ("winners", .list(tickets)),
        ])
    }
}
