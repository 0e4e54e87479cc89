extension DemonstrationCommunities {
    /// A larger community, with few words and many homes.
    static let syndics = ScriptedCommunity(
        key: "syndics-benevoles", name: "Les Syndics bénévoles de Valbourg", joinCode: "PALIER-75",
        summary: """
            Une trentaine de copropriétaires qui tiennent leur immeuble sans en faire métier, et qui se disent \
            ce qui fuit, ce qui coince et ce qui a marché.
            """,
        charter: """
            Nous administrons bénévolement de grands immeubles de Valbourg, quatre-vingts logements chacun \
            en moyenne. Nous n’avons pas de fonds commun pour l’instant : nous mettons en commun **ce que nous \
            savons**, et nous faisons compter ce que nous essayons.

            ### Ce que nous nous promettons

            - Dire ce qui n’a pas marché, avec son prix.
            - Prêter le carnet d’adresses, pas le nom des voisins.
            - Ne rien poser dans un immeuble sans l’avoir voté en assemblée.

            ### Sous quel nom

            Celui d’un coin d’immeuble. Ne donnez pas votre adresse : elle dirait qui vous êtes.
            """,
        members: [],
        quietMembers: [
            "Escalier A", "Palier du quatrième", "Boîte aux lettres", "Local à vélos", "Ascenseur en panne",
            "Porte cochère", "Minuterie", "Rampe cirée", "Cour pavée", "Gouttière nord", "Loge vide",
            "Interphone", "Verrière", "Cave 12", "Paillasson", "Chéneau", "Soupirail", "Marche usée",
            "Vide-ordures", "Compteur général", "Colonne montante", "Toit terrasse", "Garde-corps",
            "Local poubelles", "Clef de secours", "Volet roulant", "Puits de lumière", "Entresol",
            "Digicode", "Tapis d’escalier",
        ])
}
