import Domain

extension SuggestionBox {
    /// Those that led to measures whose effect was counted.
    static let measuredIdeas: [ScriptedIdea] = [
        ScriptedIdea(
            key: "vanne-seule", author: "pedro", at: .before(days: 236, hours: 7, minutes: 12), supports: 38,
            title: "Une vanne qui se ferme seule quand l’eau coule sans fin",
            text: """
                Je suis plombier. Les gros dégâts ne viennent pas d’un tuyau qui éclate, ils viennent \
                d’un tuyau qui éclate **un vendredi soir**. Une vanne à 140 euros coupe \
                l’arrivée quand le débit ne s’arrête plus au bout d’une heure.

                Posez-en une au pied de chaque colonne d’immeuble, une dans chaque atelier, et comptez.
                """,
            comments: [
                ScriptedComment(
                    by: "aicha", at: .before(days: 235, hours: 3, minutes: 40), stance: .question,
                    text: "Et si je remplis une piscine gonflable pendant deux heures ?"),
                ScriptedComment(
                    by: "rene", at: .before(days: 234, hours: 10, minutes: 8), stance: .for,
                    text: "Chez ma fille, deux étages refaits. La vanne coûtait moins cher que le devis."),
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 226, minutes: 20),
                    reason: """
                        Retenue, et comptée : deux communautés posent la vanne, nous comparons leurs \
                        dégâts des eaux à ceux d’immeubles et d’ateliers \
                        semblables, et nous publions le résultat, bon ou non.
                        """)
            ]),
        ScriptedIdea(
            key: "outils-graves", author: "electron", at: .before(days: 229, hours: 12, minutes: 5),
            supports: 22, title: "Graver les outils, et le faire voir",
            text: """
                Un outil gravé se revend mal. Un autocollant sur la camionnette qui dit « outils gravés \
                et photographiés » se lit avant de forcer la porte. Prêtez-nous un \
                graveur, un samedi.
                """,
            comments: [
                ScriptedComment(
                    by: "zinc", at: .before(days: 228, hours: 9, minutes: 31), stance: .for,
                    text: "Le nom de la commune, pas le mien : cela suffit pour la gendarmerie.")
            ],
            decisions: [
                ScriptedDecision(
                    .accepted, by: "claire", at: .before(days: 224, minutes: 44),
                    reason: """
                        Le graveur part lundi chez les artisans du fleuve, et reste à prêter ensuite.
                        """)
            ]),
    ]
}
