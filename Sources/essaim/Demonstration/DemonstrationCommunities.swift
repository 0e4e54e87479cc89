/// People insured together, under pseudonyms that are known in their community alone.
enum DemonstrationCommunities {
    static let all: [ScriptedCommunity] = [craftsmen, studentsAbroad, syndics, marketPeople]

    static let craftsmen = ScriptedCommunity(
        key: "artisans-du-fleuve", name: "Les Artisans du Fleuve", joinCode: "RABOT-1911",
        summary: """
            Une douzaine d’ateliers des deux rives mettent en commun une part de leur cotisation, paient \
            ensemble les petits sinistres et se partagent ce qui reste.
            """,
        charter: """
            Nous sommes des artisans à leur compte, à Valbourg et le long du fleuve. Nous nous assurons \
            ensemble parce que nous nous connaissons, et nous nous connaissons mieux parce que nous nous \
            assurons ensemble.

            ### Ce que nous mettons en commun

            Trente pour cent de la cotisation de chaque atelier va au **fonds de protection**. Le fonds \
            paie les sinistres de moins de 3 000 €. Au-delà, et dès le premier euro pour les dommages \
            corporels et l’incendie d’un bâtiment, c’est la Mutuelle des Tilleuls.

            ### Ce que nous nous promettons

            - Déclarer vrai, et déclarer vite.
            - Ne jamais reprocher un sinistre à celui qui l’a subi.
            - Essayer au moins une pratique de prévention par an.
            - Régler un désaccord entre nous, puis devant le comité, puis devant la mutuelle, dans cet \
            ordre.

            ### Ce qui reste

            Ce que le fonds n’a pas dépensé revient aux ateliers en fin d’année, à parts proportionnelles \
            à ce que chacun a versé. Un quart peut être laissé au fonds, par un vote à la majorité.

            ### Sous quel nom

            Chacun a ici un pseudonyme qui n’est pas celui qu’il porte ailleurs sur le site. Nul n’est \
            tenu de dire qui il est, et nul ne peut l’exiger.
            """,
        members: [
            ScriptedMembership("menuisiere", as: "Copeau"),
            ScriptedMembership("zinc", as: "Larmier"),
            ScriptedMembership("platre", as: "Taloche"),
            ScriptedMembership("four", as: "Levain"),
            ScriptedMembership("electron", as: "Fil bleu"),
            ScriptedMembership("ebeniste", as: "Queue d’aronde"),
            ScriptedMembership("pinceau", as: "Blanc de Meudon"),
            ScriptedMembership("bois", as: "Aubier"),
            ScriptedMembership("pervenche", as: "Papier marbré"),
            ScriptedMembership("pedro", as: "Brasure"),
            ScriptedMembership("abeille", as: "Cadre Dadant"),
            ScriptedMembership("cargo", as: "Dérailleur"),
        ])

    static let studentsAbroad = ScriptedCommunity(
        key: "etudiants-en-mobilite", name: "Étudiants en mobilité", joinCode: "BALUCHON-23",
        summary: """
            Ceux qui partent, ceux qui reviennent et ceux qui ont oublié leur adaptateur : un fonds pour \
            les petits coups durs loin de chez soi.
            """,
        charter: """
            Nous étudions, travaillons ou faisons un stage hors de France. Nous versons chacun **2 € par \
            mois** à un fonds qui paie vite ce que personne d’autre ne paie : une nuit d’hôtel après une \
            serrure forcée, un téléphone volé dans un train, une consultation à avancer.

            ### Comment cela marche

            Une demande de moins de 150 € est payée dans les deux jours, sur la parole du membre et une \
            photo. Trois membres tirés au sort relisent chaque mois les demandes, sans savoir de qui elles \
            viennent. Au-delà de 150 €, c’est la Mutuelle des Tilleuls.

            ### Ce que nous nous promettons

            - Répondre à celui qui arrive dans une ville que nous connaissons.
            - Ne demander que ce qui a été perdu.
            - Dire ce qui nous est arrivé, pour que cela n’arrive pas au suivant.
            - Passer le relais au retour, et rester joignable une année de plus.

            ### Ce qui reste

            À la fin de l’année universitaire, ce qui n’a pas servi revient à chacun, ou finance le départ \
            d’un boursier, au choix de celui qui y a droit.

            ### Sous quel nom

            Les pseudonymes d’ici ne sont connus qu’ici. Ne donnez ni votre école ni votre résidence : \
            votre ville suffit.
            """,
        members: [
            ScriptedMembership("mathilde", as: "Soleil de minuit"),
            ScriptedMembership("sac23", as: "Bagage cabine"),
            ScriptedMembership("tardif", as: "Cheveux gris"),
            ScriptedMembership("ines", as: "Tuque"),
            ScriptedMembership("nour", as: "Rue du Nord"),
            ScriptedMembership("bastien", as: "Pierogi"),
            ScriptedMembership("semestre", as: "Tramway 4"),
            ScriptedMembership("stagiaire", as: "Manteau unique"),
            ScriptedMembership("kenji", as: "Tampon officiel"),
            ScriptedMembership("thuy", as: "Carton bleu"),
            ScriptedMembership("colocs", as: "Quatre clefs"),
            ScriptedMembership("fatou", as: "Huit heures de plus"),
        ])
}
