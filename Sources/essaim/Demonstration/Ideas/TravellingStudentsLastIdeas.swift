import Domain

extension TravellingStudents {
    static let lastIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "coloc-objets", author: "colocs", at: .before(days: 13, hours: 5, minutes: 1),
            title: "Assurer un sac, pas un appartement",
            text: """
                Nos affaires valent en gros un ordinateur, un téléphone et un vélo. Les contrats nous \
                demandent la surface du logement et le nombre de pièces principales. On part avec un sac \
                de 23 kilos : assurez le sac.
                """,
            comments: [
                ScriptedComment(
                    by: "sac23", at: .before(days: 13, hours: 3, minutes: 34), stance: .for,
                    text: "Forcément."),
                ScriptedComment(
                    by: "twingo", at: .before(days: 11, hours: 2, minutes: 45), stance: .question,
                    text: "Avec le vol dans le train de nuit ? C’est là qu’on m’a tout pris."),
            ]),
        ScriptedIdea(
            key: "retour-anticipe", author: "tardif", at: .before(days: 12, hours: 9, minutes: 13),
            title: "Et si on rentre plus tôt que prévu ?",
            text: """
                J’ai arrêté mon semestre au bout de six semaines, pour raison familiale. Le contrat \
                étudiant était annuel. On ne m’a rien repris, rien remboursé, rien expliqué. Je propose \
                que le contrat se règle **au mois**, et que l’arrêt prenne effet à la date du billet \
                retour.
                """,
            comments: [
                ScriptedComment(
                    by: "semestre", at: .before(days: 11, minutes: 10), stance: .for,
                    text: """
                        Pareil dans l’autre sens : prolonger de deux mois ne devrait pas obliger à tout \
                        refaire.
                        """)
            ]),
        ScriptedIdea(
            key: "liste-avant-depart", author: "louise", at: .before(days: 11, hours: 20, minutes: 42),
            title: "Une liste de départ qui ne soit pas une publicité",
            text: """
                Vaccins, carte européenne d’assurance maladie (gratuite, à demander trois semaines avant), \
                procuration à la banque, ordonnance en nom de molécule, double des clefs chez un voisin. \
                On a tout appris en retard. Une liste datée, à cocher, selon le pays. Sans nous proposer \
                une option payante à chaque ligne.
                """,
            comments: [
                ScriptedComment(
                    by: "odile", at: .before(days: 11, hours: 12, minutes: 46), stance: .for,
                    text: """
                        L’ordonnance en nom de molécule, c’est mon pharmacien qui me l’a dite pour ma \
                        nièce. Personne n’y pense.
                        """),
                ScriptedComment(
                    by: "mathilde", at: .before(days: 10, hours: 16, minutes: 1), stance: .for,
                    text: """
                        J’ajoute : vérifier que la carte européenne couvre toute la durée, la mienne \
                        expirait en mars.
                        """),
                ScriptedComment(
                    by: "depuis88", at: .before(days: 8, hours: 12, minutes: 35), stance: .for,
                    text: "Une liste honnête vaut mieux que dix courriers."),
            ]),
        ScriptedIdea(
            key: "fiche-premiers-secours-langue", author: "semestre",
            at: .before(days: 10, hours: 11, minutes: 41),
            title: "Quinze phrases pour expliquer où l’on a mal",
            text: """
                « J’ai mal ici depuis hier », « je suis allergique à », « je prends ce médicament ». \
                Quinze phrases, enregistrées par des gens du pays, à faire écouter. J’ai mimé une \
                appendicite en hongrois, je ne le souhaite à personne.
                """,
            comments: [
                ScriptedComment(
                    by: "thuy", at: .before(days: 9, hours: 21, minutes: 3), stance: .for,
                    text: """
                        Les miennes de phrases sont sur un carton depuis mon premier voyage. Le carton \
                        marche sans batterie.
                        """)
            ]),
        ScriptedIdea(
            key: "parrainage-anciens", author: "cigogne", at: .before(days: 9, hours: 18, minutes: 15),
            title: "Un ancien dans chaque ville",
            text: """
                Ma fille a été accueillie à Montréal par une étudiante partie l’année d’avant : où acheter \
                un manteau, quel médecin prend de nouveaux patients, quel quartier éviter en hiver à vélo. \
                Aucun site ne dit cela.

                La mutuelle connaît ceux qui sont déjà partis. Qu’elle leur demande, s’ils le veulent, \
                d’être le contact de ceux qui arrivent. Trois questions par trimestre au plus, sous \
                pseudonyme, et une petite remise sur la cotisation pour le parrain.

                On pourrait commencer par cinq villes où vous avez déjà beaucoup de monde : Montréal, \
                Bruxelles, Barcelone, Dublin, Lausanne. Si au bout d’un an les filleuls ne sont pas \
                devenus parrains, c’est que l’idée est mauvaise et on l’arrête.
                """,
            comments: [
                ScriptedComment(
                    by: "ines", at: .before(days: 9, hours: 13, minutes: 45), stance: .for,
                    text: "Je le ferais volontiers, même sans remise."),
                ScriptedComment(
                    by: "gwenn", at: .before(days: 8, hours: 12, minutes: 30), stance: .question,
                    text: """
                        Comment s’assurer que le parrain n’en profite pas pour vendre une colocation ou \
                        pire ?
                        """,
                    replies: [
                        ScriptedComment(
                            by: "cigogne", at: .before(days: 8, hours: 6, minutes: 59), stance: .reply,
                            text: """
                                Les échanges passeraient par le site, au moins au début. Et on peut \
                                signaler.
                                """)
                    ]),
                ScriptedComment(
                    by: "hirondelle", at: .before(days: 6, hours: 15, minutes: 4), stance: .for,
                    text: "Une ville, un visage. Enfin, un pseudonyme."),
            ]),
        ScriptedIdea(
            key: "garant-bis", author: "locataire", at: .before(days: 8, hours: 13, minutes: 44),
            title: "La mutuelle garante du loyer à l’étranger",
            text: """
                Mon fils part à Berlin en avril. Les bailleurs exigent un document allemand que nous \
                n’avons pas. Pourquoi la mutuelle, qui connaît notre famille depuis longtemps, ne \
                pourrait-elle pas attester de notre sérieux auprès du bailleur ?
                """,
            comments: [
                ScriptedComment(
                    by: "sac23", at: .before(days: 8, hours: 6, minutes: 56), stance: .question,
                    text: """
                        C’est très proche de mon idée sur le garant. On les réunit ? Votre exemple de \
                        Berlin est utile.
                        """,
                    replies: [
                        ScriptedComment(
                            by: "locataire", at: .before(days: 8, hours: 3, minutes: 29), stance: .reply,
                            text: "Je ne l’avais pas vue, d’accord pour réunir.")
                    ])
            ]),
        ScriptedIdea(
            key: "stage-responsabilite", author: "stagiaire", at: .before(days: 7, hours: 7, minutes: 40),
            title: "Couvrir aussi ce qu’on casse pendant le stage",
            text: """
                En stage dans un laboratoire à Delft, j’ai fait tomber un capteur à 3 200 €. La convention \
                de stage disait « l’étudiant est assuré ». Par qui, pour quoi, mystère. J’ai passé dix \
                jours à ne pas dormir avant d’apprendre que c’était couvert. Il faudrait un résumé **par \
                convention de stage** : voici ce que nous couvrons, voici ce que l’entreprise doit \
                couvrir.
                """,
            comments: [
                ScriptedComment(
                    by: "apprenti", at: .before(days: 6, hours: 13, minutes: 30), stance: .for,
                    text: "Même question en apprentissage, d’ailleurs."),
                ScriptedComment(
                    by: "electron", at: .before(days: 5, hours: 10, minutes: 44), stance: .for,
                    text: """
                        Côté employeur : nous non plus ne savons pas toujours. Une page pour les deux \
                        signataires éviterait des disputes.
                        """),
            ]),
        ScriptedIdea(
            key: "meteo-securite", author: "abeille", at: .before(days: 5, hours: 16, minutes: 55),
            title: "Être prévenu quand ça tourne mal là-bas",
            text: """
                Tempête, grève générale, séisme : un message court, avec ce que l’assurance prend en \
                charge ce jour-là (hôtel, billet modifié) et ce qu’il faut garder comme justificatif. Pas \
                une alerte de plus, une consigne.
                """,
            comments: [
                ScriptedComment(
                    by: "parent", at: .before(days: 4, hours: 20, minutes: 40), stance: .for,
                    text: "Et la même pour les parents, si l’étudiant est d’accord.")
            ]),
        ScriptedIdea(
            key: "telemedecine-nuit", author: "fatou", at: .before(days: 3, hours: 21, minutes: 22),
            title: "Un médecin la nuit, quand c’est le jour chez vous",
            text: """
                Décalage horaire avec Séoul : huit heures. La plateforme fermait à 20 h de Paris, soit 4 h \
                du matin pour moi, et rouvrait quand j’étais en cours. Il suffirait d’écrire les horaires \
                dans l’heure du pays pour voir que ça ne sert à rien.
                """,
            comments: [
                ScriptedComment(
                    by: "nour", at: .before(days: 3, hours: 11, minutes: 34), stance: .for,
                    text: """
                        « Écrire les horaires dans l’heure du pays » : rien que ça, c’est un progrès \
                        gratuit.
                        """)
            ]),
        ScriptedIdea(
            key: "mot-long", author: "kenji", at: .before(days: 2, hours: 5, minutes: 24),
            title: "Traduire Auslandskrankenversicherungsbescheinigung",
            text: """
                C’est le mot exact que demande l’administration de Fribourg : \
                Auslandskrankenversicherungsbescheinigung. Personne au téléphone ne savait ce que c’était. \
                Faites un petit dictionnaire : le nom du papier dans le pays, et quel papier à vous lui \
                correspond.
                """,
            comments: [
                ScriptedComment(
                    by: "stagiaire", at: .before(days: 2, hours: 1, minutes: 51), stance: .for,
                    text: "J’en ai quatre autres en réserve, tous en allemand."),
                ScriptedComment(
                    by: "courgette", at: .before(days: 1, hours: 11, minutes: 38), stance: .for,
                    text: "Je ne pars nulle part mais je soutiens ce mot."),
            ]),
        ScriptedIdea(
            key: "voisins-de-palier", author: "colette", at: .before(hours: 19, minutes: 40),
            title: "Louer sa chambre vide pendant qu’il est parti",
            text: """
                Je ne sais pas si c’est le sujet. Mon petit-fils est à Dublin, sa chambre est libre six \
                mois, et une étudiante irlandaise cherche ici. Est‑ce que l’assurance de la maison suit si \
                on échange les deux ? J’ai demandé, on m’a répondu que ça dépendait.
                """,
            comments: [
                ScriptedComment(
                    by: "plateau", at: .before(hours: 13, minutes: 22), stance: .question,
                    text: """
                        C’est tout à fait le sujet, je trouve. Un échange de chambres entre familles \
                        assurées, voilà une belle idée de mutuelle.
                        """)
            ]),
    ]
}
