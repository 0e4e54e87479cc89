import Domain

extension LeakBeforeDamage {
    static let ideas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "oreille-de-cuivre", author: "hydrophone", at: .before(days: 16, hours: 11, minutes: 48),
            visibility: .sealed,
            title: "L’oreille de cuivre : écouter le réseau la nuit",
            text: """
                **Principe.** Un microphone de contact posé sur l’arrivée d’eau, après le compteur, écoute \
                trois minutes par nuit, entre 3 h et 4 h. Une fuite de 0,3 litre par minute produit un \
                bruit continu entre 400 Hz et 1,2 kHz, absent d’un réseau sain. Nous ne cherchons pas à \
                reconnaître un usage : seulement la présence ou l’absence de silence.

                **Ce qui est mesuré.** Un seul nombre par nuit, calculé dans le boîtier. Aucun son n’est \
                enregistré ni transmis.

                **Résultats.** Sur 62 logements pendant sept mois : 11 fuites réelles, 10 détectées, 2 \
                fausses alertes (un adoucisseur, un réservoir de chasse qui suintait, ce qui est aussi une \
                fuite, à y réfléchir).

                **Coût.** 31 € de composants en série de mille, pose en quatre minutes par l’occupant avec \
                deux colliers, pile de trois ans.

                **Limite connue.** Les réseaux en matériau de synthèse étouffent le bruit au-delà de neuf \
                mètres. Un second capteur est alors nécessaire.
                """),
        ScriptedIdea(
            key: "pression-de-minuit", author: "siphonnes", at: .before(days: 13, hours: 7, minutes: 18),
            visibility: .sealed,
            title: "La chute de pression, une fois par nuit",
            text: """
                Nous fermons l’arrivée d’eau deux minutes, la nuit, avec une électrovanne, et mesurons la \
                pression. Si elle baisse, l’eau s’en va quelque part. C’est l’épreuve que fait un \
                plombier, automatisée.

                La vanne sert aussi à couper : c’est tout l’intérêt. La plupart des dégâts graves arrivent \
                en l’absence des occupants, et prévenir ne suffit pas si personne n’est là pour fermer.

                Deux cents installations chez des particuliers depuis quatre ans, aucune vanne bloquée en \
                position fermée, trois bloquées en position ouverte et signalées d’elles-mêmes. Coût \
                posé : 240 €, dont la moitié est le travail d’un professionnel. Nous proposons de former \
                les artisans déjà partenaires.
                """),
        ScriptedIdea(
            key: "encre-capillaire", author: "capillaire", at: .before(days: 9, hours: 20, minutes: 4),
            visibility: .sealed,
            title: "Un ruban à trente centimes qui change de couleur",
            text: """
                Laboratoire universitaire, nous proposons l’inverse d’un objet connecté : un ruban de \
                papier imprégné, glissé derrière la machine à laver, sous l’évier, au pied du ballon. Sec, \
                il est gris. Humide pendant plus de deux heures, il vire au rouge et **ne revient pas**. \
                Le locataire le voit en passant l’aspirateur, l’expert le date à la semaine près.

                Pas de pile, pas de réseau, pas de donnée. Nos essais de vieillissement montrent une \
                stabilité de cinq ans à 70 % d’humidité ambiante. Reste à prouver l’usage : regarde-t-on \
                sous son évier ? Nous demandons à le mesurer sur 2 000 foyers, avec un groupe témoin.
                """),
        ScriptedIdea(
            key: "compteur-commun", author: "freelance38", at: .before(days: 4, hours: 13, minutes: 24),
            visibility: .sealed,
            title: "Lire le compteur que l’on a déjà",
            text: """
                La plupart des compteurs de la région émettent déjà un index par radio, en clair, \
                plusieurs fois par jour. Un récepteur d’immeuble à 45 €, dans la loge ou le local à vélos, \
                suffit à voir un compteur qui ne s’arrête jamais. Un récepteur pour quarante logements ; \
                rien à poser chez les gens.

                Point délicat : la donnée appartient à l’abonné. Le récepteur ne garderait que les \
                compteurs de ceux qui ont accepté, et n’émettrait qu’un oui ou un non par nuit. Je suis \
                seul, j’ai un prototype qui tourne dans mon immeuble depuis quatorze mois, et besoin d’un \
                assureur pour en tester trente.
                """),
        ScriptedIdea(
            key: "nuit-du-compteur", author: "pervenche", at: .before(days: 3, hours: 8, minutes: 12),
            visibility: .sealed, isAgreed: true, title: "La nuit du compteur",
            text: """
                Personne ne tire d’eau entre trois et quatre heures. Une bague à ressort posée sur le compteur note \
                seulement si l’aiguille a bougé pendant cette heure-là : un volet rouge si elle a bougé trois nuits \
                de suite, un volet blanc sinon. Ni pile, ni radio, ni donnée : on regarde le volet en passant.

                **Mesures.** Quatre maisons, trente nuits : deux fuites trouvées, dont une chasse d’eau ; une fausse \
                alerte, le chat ayant ouvert le robinet du jardin.

                **Ce qu’elle ne sait pas faire.** Dire où est la fuite, ni prévenir quelqu’un qui n’est pas là.
                """),
        ScriptedIdea(
            key: "brouillon-thermique", author: "hydrophone", at: .before(days: 1, hours: 6, minutes: 37),
            visibility: .draft,
            title: "Image thermique des cloisons",
            text: """
                Caméra à bas coût, prêtée une semaine par an. À compléter : précision, prix, notice.
                """),
    ]
}
