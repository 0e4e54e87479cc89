import Domain

/// A winter without damage: open to ideas.
enum WinterWithoutDamage {
    static let challenge = ScriptedChallenge(
        key: "winter", blueprint: .openCall, theme: "prevention",
        title: "Passer l’hiver sans dégât",
        question: "Quel geste simple, fait en novembre, vous aurait évité un mauvais mois de février ?",
        brief: """
            L’hiver dernier, 4 180 sociétaires nous ont déclaré une canalisation gelée, un conduit en feu, \
            un toit qui cède ou une chute dans l’entrée. Presque tous nous ont dit la même phrase : « si \
            j’avais su ».

            ### Ce que nous cherchons

            Des gestes, des rappels, des objets, des façons de s’entraider. Le bon conseil arrive au bon \
            moment, chez la bonne personne : dites-nous **quoi, quand et à qui**. Ce qui marche à la \
            montagne ne vaut pas forcément au bord du fleuve.

            Artisans, gardiens, facteurs, infirmières à domicile, vous entrez chez les gens : que \
            voyez-vous que nous ne voyons pas ?

            ### Ce que nous en ferons

            Les gestes les plus utiles formeront le calendrier d’hiver, envoyé en octobre prochain à tous \
            ceux qui le souhaitent, sur papier ou par message. Les achats groupés proposés ici seront \
            chiffrés avant la fin de mars. Et nous compterons : si une idée évite des dégâts, vous saurez \
            combien.

            ### Ce que nous ne pourrons pas faire

            Obliger quelqu’un, ni réduire une indemnité parce qu’un conseil n’a pas été suivi. Un \
            calendrier d’hiver n’est pas une clause de contrat.
            """,
        rules: [
            "Un geste par idée, expliqué comme à un voisin.",
            "Dites d’où vous parlez : ville, campagne, montagne, métier.",
            """
            Rien de dangereux à faire seul : ni toiture, ni gaz, ni tableau électrique ouvert.
            """,
            "Dix soutiens par personne pendant la phase de votes.",
        ],
        reward: RewardOffer(
            kind: .gift, cents: nil,
            nature: """
                Un coffret d’hiver (détecteur de monoxyde, hygromètre, lampe) pour chacune des dix idées \
                retenues
                """),
        voteQuota: 10,
        answerWithinDays: 30,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 6), to: .after(days: 22)),
            ScriptedPhase(.votes, from: .after(days: 22), to: .after(days: 36)),
            ScriptedPhase(.deliberation, from: .after(days: 36), to: .after(days: 50)),
            ScriptedPhase(.followUp, from: .after(days: 50)),
        ],
        publishedAt: .before(days: 9),
        ideas: ideas)
}
