import Domain

extension UnheardOfService {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "entraide-travaux", author: "bois", at: .before(days: 29, hours: 20, minutes: 48),
            supports: 19,
            title: "Une journée de chantier solidaire après un sinistre",
            text: """
                Après l’inondation de la rue Basse, on s’est retrouvés à douze pour sortir la boue de chez \
                une voisine. Il manquait des pompes, des gants et quelqu’un pour dire par où commencer. La \
                mutuelle pourrait avoir une remorque équipée et un chef de chantier d’astreinte. Les bras, \
                on les a.
                """,
            comments: [
                ScriptedComment(
                    by: "fatou", at: .before(days: 29, hours: 5, minutes: 31), stance: .for,
                    text: "Et couvrir les bénévoles. Le fils de ma voisine s’est ouvert la main."),
                ScriptedComment(
                    by: "platre", at: .before(days: 28, minutes: 19), stance: .for,
                    text: "Partant, avec ma camionnette."),
            ]),
        ScriptedIdea(
            key: "silence-radio", author: "gaston", at: .before(days: 28, hours: 6, minutes: 29),
            supports: 30,
            title: "Un seul interlocuteur, du début à la fin",
            text: """
                Ce n’est pas inédit, c’est ancien. Un nom, un numéro direct, la même personne du premier \
                appel au dernier virement. Voilà un service inédit.
                """,
            comments: [
                ScriptedComment(
                    by: "depuis88", at: .before(days: 28, hours: 1, minutes: 36), stance: .for,
                    text: "En 1988 c’était M. Ferrand. Il connaissait le prénom de mon chien."),
                ScriptedComment(
                    by: "samir", at: .before(days: 26, hours: 15, minutes: 2), stance: .for,
                    text: "Je signe."),
            ]),
        ScriptedIdea(
            key: "visite-retraites", author: "pedro", at: .before(days: 26, hours: 14, minutes: 13),
            supports: 12, mergedInto: "visite-de-cinq-ans",
            title: "Faire contrôler les maisons par d’anciens du métier",
            text: """
                Je voudrais que des retraités (plombiers, électriciens) passent chez les gens pour \
                vérifier avant que ça casse, gratuitement, sans vendre de travaux.
                """,
            comments: [
                ScriptedComment(
                    by: "volt", at: .before(days: 26, hours: 5, minutes: 20), stance: .question,
                    text: "On a eu la même idée, voyez « La visite des cinq ans ». On réunit ?",
                    replies: [
                        ScriptedComment(
                            by: "pedro", at: .before(days: 26, hours: 1, minutes: 35), stance: .reply,
                            text: "Volontiers, la vôtre est mieux écrite.")
                    ])
            ]),
        ScriptedIdea(
            key: "garantie-reparation", author: "ebeniste", at: .before(days: 25, hours: 9, minutes: 3),
            supports: 26,
            title: "Réparer d’abord",
            text: """
                Une table du XIXe siècle abîmée par l’eau : remboursée 140 €, « vétusté ». Je l’ai remise \
                en état pour 90 €. Un réseau d’artisans réparateurs, payés directement, avant de parler \
                d’indemnité. Le meuble reste, l’assureur économise, l’artisan travaille.

                J’ai tenu le compte sur deux ans. Vingt-trois meubles déclarés perdus dans ma ville, que \
                l’on m’a montrés avant la déchetterie : dix-neuf étaient réparables, pour **moins que \
                l’indemnité** versée. Personne ne l’avait demandé, parce que le formulaire ne propose que \
                deux cases : détruit, ou intact.

                Ajoutez la troisième case. Avec elle :

                1. l’assuré choisit un réparateur dans une liste ou amène le sien ;
                2. le devis part directement chez vous, sans avance ;
                3. si l’objet n’en vaut pas la peine, on revient à l’indemnité, sans pénalité pour avoir \
                essayé.

                Le premier bénéfice n’est pas l’argent. C’est la tête des gens quand ils récupèrent la \
                table de leur mère.
                """,
            comments: [
                ScriptedComment(
                    by: "aicha", at: .before(days: 24, hours: 21), stance: .for,
                    text: "Valable aussi pour les vélos et les machines à laver."),
                ScriptedComment(
                    by: "thuy", at: .before(days: 23, hours: 23, minutes: 28), stance: .for,
                    text: "Réparer d’abord devrait être écrit sur la façade."),
            ]),
        ScriptedIdea(
            key: "alerte-locataire", author: "troisieme", at: .before(days: 23, hours: 11, minutes: 54),
            supports: 24,
            title: "Un courrier qui fait bouger le propriétaire",
            text: """
                Trois ans que je signale l’infiltration. Si mon assureur écrivait au propriétaire « ce \
                désordre est connu depuis telle date et pourra vous être réclamé », je crois que les \
                travaux seraient faits. Ça tient en une lettre.
                """,
            comments: [
                ScriptedComment(
                    by: "studio", at: .before(days: 22, hours: 16, minutes: 17), stance: .for,
                    text: "Oui, oui et oui."),
                ScriptedComment(
                    by: "olivier", at: .before(days: 21, hours: 18, minutes: 40), stance: .against,
                    text: """
                        Je suis propriétaire d’un seul petit logement et je réponds aux messages. Recevoir \
                        une menace d’un assureur avant un coup de fil, merci.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "troisieme", at: .before(days: 21, hours: 12, minutes: 46), stance: .reply,
                            text: "Il y a eu onze messages. La lettre viendrait après, pas avant.")
                    ]),
            ]),
        ScriptedIdea(
            key: "assurance-a-l-objet", author: "tom", at: .before(days: 20, hours: 7, minutes: 44),
            supports: 9,
            title: "Assurer ma guitare juste le week-end",
            text: "Une appli, je prends en photo, je paie 1 € pour deux jours de festival, terminé.",
            comments: [
                ScriptedComment(
                    by: "pinceau", at: .before(days: 19, hours: 1, minutes: 20), stance: .question,
                    text: "À 1 €, qu’est‑ce qui reste pour rembourser la guitare ?")
            ]),
        ScriptedIdea(
            key: "carnet-maison", author: "menuisiere", at: .before(days: 18, hours: 13, minutes: 42),
            supports: 35,
            title: "Le carnet de la maison, transmis avec les clefs",
            text: """
                Chaque maison a son histoire : la fuite de 2016, la poutre reprise, l’arrivée d’eau \
                derrière le placard. Tout est perdu à chaque vente. Un carnet tenu par les habitants, \
                rempli après chaque sinistre ou chaque chantier, et **transmis au suivant si le vendeur \
                veut bien**.

                Pour l’assureur : un risque mieux connu. Pour l’acheteur : pas de mauvaise surprise. Pour \
                l’artisan que je suis : ne plus percer dans un tuyau.
                """,
            comments: [
                ScriptedComment(
                    by: "zinc", at: .before(days: 18, hours: 8, minutes: 29), stance: .for,
                    text: "Percer dans un tuyau, une fois par an en moyenne."),
                ScriptedComment(
                    by: "chat", at: .before(days: 17, hours: 8, minutes: 24), stance: .against,
                    text: """
                        Et si le carnet fait monter la prime du suivant ? Je ne voudrais pas dénoncer ma \
                        propre maison.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "menuisiere", at: .before(days: 17, hours: 2, minutes: 53), stance: .reply,
                            text: """
                                Alors qu’il ne serve pas au tarif. C’est à écrire dans les règles, je suis \
                                d’accord.
                                """)
                    ]),
            ]),
        ScriptedIdea(
            key: "heure-calme", author: "aicha", at: .before(days: 14, hours: 18, minutes: 46), supports: 17,
            title: "Une heure sans musique d’attente",
            text: """
                Le mardi de 18 h à 19 h, quelqu’un décroche à la deuxième sonnerie. Juste une heure. On \
                s’organisera autour.
                """,
            comments: [
                ScriptedComment(
                    by: "gwenn", at: .before(days: 14, hours: 4, minutes: 41), stance: .for,
                    text: "Modeste et parfait.")
            ]),
        ScriptedIdea(
            key: "pret-voiture-panne", author: "roue", at: .before(days: 11, hours: 22, minutes: 18),
            supports: 21,
            title: "La voiture du voisin, assurée pour la journée",
            text: """
                Ma voiture est au garage trois jours, celle de ma voisine dort dans la cour. On n’ose pas \
                à cause de l’assurance. Un message, une plaque, une journée couverte pour le conducteur, \
                sans toucher au bonus de la voisine.
                """,
            comments: [
                ScriptedComment(
                    by: "pere3", at: .before(days: 11, hours: 12, minutes: 25), stance: .for,
                    text: "Le bonus de la voisine : tout est là."),
                ScriptedComment(
                    by: "twingo", at: .before(days: 10, hours: 19, minutes: 24), stance: .question,
                    text: "Même pour un jeune permis ?"),
            ]),
    ]
}
