import Domain

/// Finding damp inside walls: a contest under deliberation, its solutions sealed.
enum DryWalls {
    static let challenge = ScriptedChallenge(
        key: "walls", blueprint: .contest, theme: "habitation",
        title: "Voir l’humidité dans un mur sans le percer",
        question: """
            Comment savoir, en une visite et sans percer, jusqu’où un mur est mouillé après un dégât des eaux ?
            """,
        brief: """
            Après un dégât des eaux, un mur sur trois est rouvert pour rien, et un sur huit est refermé trop \
            tôt. Nos experts n’ont qu’un poinçon et leur expérience.

            ### Le cahier des charges

            - **Une visite** : vingt minutes au plus pour une pièce.
            - **Profondeur** : dix centimètres, plâtre, brique ou parpaing.
            - **Sans trace** : ni trou, ni colle, ni poussière.
            - **Vie privée** : rien de ce que l’on mesure ne doit dire comment les gens vivent.

            ### Ce que nous en ferons

            Le lauréat équipe douze experts pendant six mois ; les mesures sont publiées, erreurs comprises.
            """,
        rules: [
            "Trois pages au plus, sans nom ni logo dans le texte.",
            "Des mesures, même modestes : combien de murs, quelles erreurs.",
            "Un juré lié à un candidat se récuse, et la récusation est publiée.",
        ],
        reward: RewardOffer(
            kind: .prize, cents: 800_000, nature: "8 000 € et un essai payé de six mois"),
        answerWithinDays: 45,
        phases: [
            ScriptedPhase(.ideas, from: .before(days: 60), to: .before(days: 9)),
            ScriptedPhase(.deliberation, from: .before(days: 9), to: .after(days: 19)),
            ScriptedPhase(.followUp, from: .after(days: 19)),
        ],
        publishedAt: .before(days: 64),
        particulars: Particulars(
            criteria: "- Ce qui est mesuré (40 %)\n- Coût complet (30 %)\n- Données demandées (30 %)",
            deliverables: "- Trois pages au plus, sans nom ni logo.\n- Des mesures, même modestes."),
        ideas: [
            solution(
                "papier", "capillaire", 52, "Un papier posé une nuit, pesé le matin",
                """
                Une feuille séchée au four, tenue contre le mur par un cadre, prend en une nuit le poids de ce \
                que le mur rend. **Quarante murs** mesurés deux fois : écart de 6 % avec la carotte. Onze \
                centimes la feuille, une balance de cuisine. Elle ne dit pas la profondeur, seulement la \
                surface ; deux nuits de suite disent si le mur sèche.
                """),
            solution(
                "bain", "siphonnes", 47, "La caméra thermique, après un bain d’air",
                """
                On réchauffe la pièce de quatre degrés pendant dix minutes, puis on regarde le mur refroidir : \
                ce qui est mouillé garde sa chaleur. **Vingt-six chantiers**, trois faux positifs, tous près \
                d’un conduit. Une caméra à 400 €, que nos artisans ont déjà. Les photographies ne montrent que \
                des taches, jamais les gens.
                """),
            solution(
                "lame", "volt", 40, "Deux électrodes plates et un vieux métier",
                """
                Quarante ans d’électricité m’ont appris qu’un mur mouillé conduit. Deux lames de laiton, plates, \
                tenues à la main, et un ohmmètre à 20 €. Je donne la table que j’ai faite pour le plâtre, la \
                brique et le parpaing. **Chez moi et chez onze voisins**, jamais plus de deux centimètres \
                d’erreur, mais rien de sûr derrière un papier peint métallisé.
                """),
            solution(
                "radar", "freelance38", 33, "Un radar de poche qui écoute l’épaisseur",
                """
                Un radar à bande large, gros comme un téléphone, voit l’eau ralentir ses ondes : la profondeur \
                se lit directement, tous les centimètres. **Cent douze murs** avec un bureau d’études, erreur \
                médiane de 9 millimètres. 180 € pièce par deux cents. Il n’enregistre qu’un profil par point, \
                sans image ni son.
                """),
            solution(
                "planche", "menuisiere", 21, "La planche témoin laissée trois semaines",
                """
                Le bois sait mieux que nous. Une latte de hêtre étalonnée, posée au pied du mur, gonfle d’un \
                dixième de millimètre par point d’humidité ; une réglette collée dessus se lit sans appareil. \
                **Neuf logements**, trois mois. Ce n’est pas en une visite, et je le dis : c’est pour savoir \
                quand refermer.
                """),
        ])

    private static func solution(
        _ key: String, _ author: String, _ day: Int, _ title: String, _ text: String
    ) -> ScriptedIdea {
        ScriptedIdea(
            key: key, author: author, at: .before(days: day, hours: 5, minutes: 12), visibility: .sealed,
            // Those who live by it keep theirs to themselves.
            isAgreed: ["bain", "planche"].contains(key), title: title, text: text)
    }
}
