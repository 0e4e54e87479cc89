import Domain
import Intake
import Storage

/// A challenge of the gallery that asks one question of each kind, with a picture and a document, and an idea that
/// answers them.
extension SampleStory {
    func playParticulars(in challenge: ChallengeID, _ places: inout SamplePlaces) async throws {
        let manager = try member(.manager)
        places.asking = challenge
        let content = try await read { try $0.challenge(challenge).content }
        try await store.reviseChallenge(
            challenge, to: content,
            questions: [
                Question(kind: .shortText, label: "Dans quelle commune ?", hint: "Le nom suffit."),
                Question(kind: .longText, label: "Qu’avez-vous déjà essayé ?"),
                Question(
                    kind: .choice, label: "Quel logement ?",
                    choices: ["Une maison", "Un appartement", "Autre"]),
                Question(
                    kind: .number, label: "Quelle surface ?", isPublic: false, unit: "m²",
                    minimum: Quantity(hundredths: 900), maximum: Quantity(hundredths: 100_000)),
                Question(
                    kind: .file, label: "Un plan ou une photographie", hint: "Sans visage, s’il vous plaît."),
            ], by: manager, at: day(-5))
        try await store.setCover(
            Self.picture("couverture", 360, 240), of: challenge, by: manager, at: day(-5))
        try await store.attach(Self.paper, toBriefOf: challenge, by: manager, at: day(-5))

        let author = try member(.newcomer)
        let asked = try await read { try $0.questions(of: try $0.challenge(challenge)) }
        let texts = ["Saint-Malo", "Des boudins de porte, *sans succès*.", "Une maison", "85,5"]
        let entries = zip(asked, texts).compactMap { question, text in
            question.id.map { Entry(question: $0, text: text) }
        }
        let written = IdeaContent(
            title: "Une porte qui retient l’eau",
            text: "Un seuil relevé de vingt centimètres, posé en une demi-journée.")
        try await store.attach(
            [
                NewAttachment(Self.picture("seuil", 320, 240), for: asked.last?.id),
                NewAttachment(Self.picture("porte", 240, 320)), NewAttachment(Self.paper),
            ], with: written, entries: entries, toDraftIn: challenge, by: author, at: day(-2))
        places.answeredIdea = try await store.submitIdea(
            written, entries: entries, in: challenge, by: author, at: day(-2))
    }

    private func read<Value: Sendable>(_ body: @escaping @Sendable (Look) throws -> Value) async throws
        -> Value
    {
        try await store.look(as: nil, at: day(-2), body).value
    }

    private static let paper = AttachmentContent(
        facts: AttachmentContent.Facts(kind: .pdf, name: "Notice de pose", description: "", size: 12_345),
        whole: Array("%PDF-1.4\n%%EOF\n".utf8))

    /// A plain shape on a plain ground.
    private static func picture(_ name: String, _ width: Int, _ height: Int) throws(IntakeFault)
        -> AttachmentContent
    {
        let pixels = (0..<(width * height)).map { place -> UInt32 in
            let isInside = place % width > width / 4 && place / width > height / 4
            return isInside ? 0xFF1F_4FBF : 0xFFFF_F1CC
        }
        let made = try Picture.drawn(width: width, height: height, pixels)
        return AttachmentContent(whole: made, small: made, name: name, description: "Un croquis de \(name)")
    }
}
