import Domain

/// Something that members or moderators do about a post.
struct ScriptedModeration: Sendable {
    /// An idea, or a comment on it: `box/carte-postale`, `box/carte-postale#1`; or what somebody says of the present
    /// version of a draft: `homecoming@violette`.
    let post: String
    let at: Moment
    let act: Act

    enum Act: Sendable {
        case report(by: String, ModerationReason, words: String)
        case judge(Verdict)
        case appeal(by: String, words: String)
        case redact(String, Guard.Kind)
    }
}

/// What came up for moderation.
enum DemonstrationModeration {
    static let all: [ScriptedModeration] = [
        ScriptedModeration(
            post: "box/carte-postale#1", at: .before(days: 116, hours: 2, minutes: 40),
            act: .redact("02 61 91 45 12", .phone)),
        ScriptedModeration(
            post: "box/jardin-agence", at: .before(days: 61, hours: 4, minutes: 10),
            act: .report(by: "pervenche", .offTopic, words: "Un jardin n’est pas de l’assurance.")),
        ScriptedModeration(
            post: "box/jardin-agence", at: .before(days: 60, hours: 22, minutes: 5), act: .judge(.show)),
        ScriptedModeration(
            post: "box/parrainage-voisins#1", at: .before(days: 3, hours: 6, minutes: 30),
            act: .report(by: "gaston", .repeated, words: "")),
        ScriptedModeration(
            post: "box/parrainage-voisins#1", at: .before(days: 2, hours: 20, minutes: 12),
            act: .judge(
                .hide(.repeated, note: "Vous l’aviez déjà écrit sous deux autres idées. Une fois suffit."))),
        ScriptedModeration(
            post: "box/parrainage-voisins#1", at: .before(hours: 7, minutes: 48),
            act: .appeal(
                by: "tom",
                words: "C’était une réponse à Tilleul, pas une répétition. Je veux bien la tourner autrement."
            )),
        ScriptedModeration(
            post: "box/parrainage-voisins#2", at: .before(days: 1, hours: 3, minutes: 5),
            act: .report(
                by: "tilleul", .advertising, words: "C’est un code de parrainage chez un autre assureur.")),
        ScriptedModeration(
            post: "homecoming@violette", at: .before(hours: 11, minutes: 17),
            act: .report(
                by: "benoit", .other,
                words:
                    "Le ton monte, sans dire ce qui manque. La réponse est au paragraphe, il suffit de le lire."
            )),
        ScriptedModeration(
            post: "box/parrainage-voisins#2", at: .before(hours: 20, minutes: 31),
            act: .report(by: "pervenche", .advertising, words: "")),
    ]
}
