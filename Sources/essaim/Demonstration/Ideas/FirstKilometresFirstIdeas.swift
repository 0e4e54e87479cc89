import Domain

extension FirstKilometres {
    static let firstIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "premier-kilometre", author: "apprenti", at: .before(days: 95, hours: 10, minutes: 35),
            supports: 96,
            title: "Un bilan au bout de mille kilomètres, pas au bout d’un accident",
            text: """
                J’ai eu mon permis en mars, mon premier accrochage en mai. Entre les deux, personne ne m’a \
                parlé de conduite.

                Je propose **une heure avec un moniteur, offerte, après les mille premiers kilomètres**. \
                Pas un examen : on refait mon trajet à moi, celui du lycée ou du boulot, avec ses deux \
                carrefours bizarres. À mille kilomètres on a déjà pris de mauvaises habitudes et on ne \
                s’en cache pas encore.

                Si cela vous évite un sinistre sur vingt, c’est payé.
                """,
            comments: [
                ScriptedComment(
                    by: "pere3", at: .before(days: 95, hours: 2, minutes: 9), stance: .for,
                    text: "Père de trois conducteurs à venir. Je prends tout de suite."),
                ScriptedComment(
                    by: "accompagnee", at: .before(days: 94, hours: 12, minutes: 57), stance: .for,
                    text: """
                        En conduite accompagnée on a des rendez-vous pédagogiques. Après le permis, plus \
                        rien : le contraste est idiot.
                        """),
                ScriptedComment(
                    by: "lena", at: .before(days: 93, hours: 2, minutes: 48), stance: .question,
                    text: """
                        Le moniteur rapporte quoi à l’assureur ? Si je conduis mal, est‑ce que ma prime \
                        monte ?
                        """,
                    replies: [
                        ScriptedComment(
                            by: "apprenti", at: .before(days: 93, minutes: 23), stance: .reply,
                            text: "Rien du tout, sinon personne n’y va.")
                    ]),
                ScriptedComment(
                    by: "claire", at: .before(days: 90, hours: 9, minutes: 50), stance: .for,
                    text: """
                        Nous prenons cet engagement dès maintenant, quelle que soit la suite : un tel \
                        rendez-vous ne laisserait aucune trace dans le dossier d’assurance.
                        """),
                ScriptedComment(
                    by: "twingo", at: .before(days: 85, hours: 10, minutes: 21), stance: .for,
                    text: "Mon trajet à moi, avec le rond-point du centre commercial. Oui."),
            ],
            decisions: [
                ScriptedDecision(
                    .winner, by: "claire", at: .before(days: 12),
                    reason: """
                        Première par les votes et par l’avis du comité. Vous avez trouvé le bon moment, \
                        mille kilomètres, et le bon contenu, le trajet réel. Nous avons chiffré l’heure de \
                        moniteur à 48 € et nous la proposerons à tous les nouveaux permis assurés chez \
                        nous, sans trace dans leur dossier.
                        """),
                ScriptedDecision(
                    .planned, by: "claire", at: .before(days: 6, minutes: 17),
                    reason: """
                        Le premier groupe de 300 conducteurs est fixé au printemps, avec onze auto-écoles \
                        du département. Nous publierons ici le nombre d’inscrits et les accrochages évités \
                        ou non.
                        """),
            ]),
        ScriptedIdea(
            key: "sam-de-nuit", author: "samir", at: .before(days: 95, hours: 2, minutes: 43), supports: 71,
            title: "Le retour de nuit remboursé, sans question",
            text: """
                Deux fois par an, un taxi ou une course remboursés entre 22 h et 6 h, sans justifier \
                pourquoi. Fatigué, bu, copain malade : peu importe. La voiture reste où elle est. Pas de \
                sermon le lendemain.
                """,
            comments: [
                ScriptedComment(
                    by: "louise", at: .before(days: 94, hours: 16, minutes: 21), stance: .for,
                    text: "Je suis prête à payer la moitié et à ne rien demander non plus."),
                ScriptedComment(
                    by: "depuis88", at: .before(days: 93, hours: 13, minutes: 11), stance: .against,
                    text: "Ils vont s’en servir pour rentrer du cinéma.",
                    replies: [
                        ScriptedComment(
                            by: "samir", at: .before(days: 93, hours: 9, minutes: 23), stance: .reply,
                            text: """
                                Deux fois par an, et 40 € maximum. Même pour le cinéma, ça reste moins \
                                cher qu’un platane.
                                """)
                    ]),
                ScriptedComment(
                    by: "marche", at: .before(days: 91, hours: 18, minutes: 31), stance: .for,
                    text: "« Moins cher qu’un platane » : affichez ça dans les agences."),
            ],
            decisions: [
                ScriptedDecision(
                    .winner, by: "claire", at: .before(days: 12),
                    reason: """
                        Deuxième prix. Deux retours par an jusqu’à 40 €, pour les moins de 25 ans, sans \
                        justificatif de motif : nous gardons votre règle telle quelle, y compris le \
                        silence du lendemain.
                        """)
            ]),
        ScriptedIdea(
            key: "surprime-degressive", author: "lena", at: .before(days: 94, hours: 6, minutes: 54),
            supports: 58,
            title: "Une surprime qui baisse tous les trois mois",
            text: """
                La surprime du jeune conducteur baisse d’une année sur l’autre. Un an, à 19 ans, c’est une \
                éternité. Si elle baissait **tous les trois mois sans accident**, avec la somme écrite sur \
                un relevé, on verrait que ça sert à quelque chose de faire attention.

                Concrètement, pour moi : 1 140 € par an, dont 480 € de surprime. Si chaque trimestre sans \
                accident m’enlevait 10 €, je verrais 120, puis 110, puis 100. Quand on n’a pas beaucoup \
                d’argent, c’est le genre de chose qu’on regarde le 1er du mois.

                Et si j’ai un accident, que le compteur s’arrête, d’accord, mais qu’il ne revienne pas au \
                point de départ pour une portière rayée sur un parking.
                """,
            comments: [
                ScriptedComment(
                    by: "tom", at: .before(days: 94, minutes: 33), stance: .for,
                    text: "Voir le chiffre descendre, oui."),
                ScriptedComment(
                    by: "clio", at: .before(days: 93, hours: 1, minutes: 33), stance: .for,
                    text: "Ma surprime est plus chère que ma voiture."),
                ScriptedComment(
                    by: "benoit", at: .before(days: 91, hours: 14, minutes: 49), stance: .question,
                    text: "La loi ne fixe-t-elle pas le calcul ?",
                    replies: [
                        ScriptedComment(
                            by: "claire", at: .before(days: 90, hours: 11, minutes: 59), stance: .reply,
                            text: """
                                La loi fixe un maximum et une baisse de moitié par année sans accident. \
                                Rien n’interdit à un assureur de baisser plus vite.
                                """)
                    ]),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 12),
                    reason: """
                        Retenue en partie. La baisse se fera chaque semestre et non chaque trimestre, car \
                        un relevé trimestriel coûterait plus que la baisse elle-même. La somme économisée \
                        sera écrite en clair sur chaque relevé, comme vous le demandez.
                        """),
                ScriptedDecision(
                    .planned, by: "claire", at: .before(days: 5, minutes: 39),
                    reason: """
                        Inscrite au tarif de l’an prochain, soumis à l’assemblée générale de juin.
                        """),
            ]),
        ScriptedIdea(
            key: "pas-de-boitier", author: "chat", at: .before(days: 93, hours: 11, minutes: 32),
            supports: 49,
            title: "Récompenser sans espionner",
            text: """
                Je vois venir le boîtier qui note mes freinages. Non. Il y a d’autres façons : moins de \
                kilomètres déclarés, un stage, un an sans sinistre. **On peut encourager sans suivre.** \
                Mettez-le dans les règles : pas de géolocalisation, jamais, même facultative, car le \
                facultatif devient la norme.

                Ce que je propose à la place, dans l’ordre de ce qui se vérifie sans regarder par-dessus \
                l’épaule de quelqu’un :

                - le kilométrage du contrôle technique, relevé une fois tous les deux ans par un tiers ;
                - une heure de conduite avec un moniteur, dont il ne reste rien d’autre que la date ;
                - les années sans sinistre, comme toujours.

                Un boîtier mesure des freinages. Il ne sait pas qu’un enfant a traversé. On apprend alors \
                à bien freiner pour le boîtier, ce qui n’est pas la même chose que bien conduire.

                Enfin, une donnée qui n’existe pas ne peut être ni volée, ni revendue, ni réclamée par un \
                juge.
                """,
            comments: [
                ScriptedComment(
                    by: "lanterne", at: .before(days: 93, hours: 6, minutes: 7), stance: .for,
                    text: "Le facultatif qui devient la norme, on l’a déjà vécu."),
                ScriptedComment(
                    by: "olivier", at: .before(days: 91, hours: 14, minutes: 39), stance: .against,
                    text: """
                        Je conduis peu et bien, j’accepterais un boîtier si ça divisait ma prime par deux. \
                        C’est mon choix.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "chat", at: .before(days: 91, hours: 10, minutes: 30), stance: .reply,
                            text: "Et celui qui refuse paiera le double. Ce n’est plus un choix.")
                    ]),
                ScriptedComment(
                    by: "gwenn", at: .before(days: 89, hours: 14, minutes: 45), stance: .for,
                    text: "C’est pour cela que je suis dans une mutuelle."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 12),
                    reason: """
                        C’est décidé : aucune offre issue de ce défi n’utilisera de boîtier ni de \
                        position. Le conseil d’administration l’a inscrit dans la charte des données des \
                        sociétaires.
                        """),
                ScriptedDecision(
                    .implemented, by: "claire", at: .before(days: 9, minutes: 51),
                    reason: """
                        La charte modifiée est publiée sur le site et jointe à chaque nouveau contrat \
                        automobile.
                        """),
            ]),
        ScriptedIdea(
            key: "voiture-partagee", author: "colocs", at: .before(days: 92, hours: 15, minutes: 36),
            supports: 37,
            title: "Une voiture à quatre, sans élire un coupable",
            text: """
                On a acheté une voiture à quatre colocataires. L’assureur veut « le conducteur \
                principal ». Il n’y en a pas, et si l’un casse, tout le monde perd son bonus. Inventez le \
                contrat à parts égales.
                """,
            comments: [
                ScriptedComment(
                    by: "studio", at: .before(days: 91, hours: 21, minutes: 11), stance: .for,
                    text: "Ou une voiture d’immeuble."),
                ScriptedComment(
                    by: "clio", at: .before(days: 89, hours: 17, minutes: 36), stance: .question,
                    text: "Et quand l’un des quatre part ?"),
            ],
            decisions: [
                ScriptedDecision(
                    .underStudy, by: "claire", at: .before(days: 12),
                    reason: """
                        Le bonus-malus est attaché à un contrat et nous ne pouvons pas le diviser. Nous \
                        étudions en revanche une garantie qui prendrait en charge la hausse pour les trois \
                        autres. Réponse au plus tard dans six mois, ici même.
                        """)
            ]),
    ]
}
