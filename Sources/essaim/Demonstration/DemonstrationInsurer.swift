/// The insurer of the demonstration. It does not exist, nor does its city; its numbers are kept for fiction.
enum DemonstrationInsurer {
    static let name = "Mutuelle des Tilleuls"
    static let motto = "Chacun y met, chacun y est."
    /// What it is, in one sentence.
    static let sentence: String = """
        Née en 1911 d’une caisse d’entraide entre bateliers et maraîchers, elle n’a pas d’actionnaires : \
        elle appartient à ceux qu’elle assure.
        """
    static let city = "Valbourg"
    static let address = "3, place aux Tilleuls, Valbourg"
    static let telephone = "02 61 91 19 11"
    static let email = "bonjour@tilleuls.example"
    /// What contract numbers look like: `ContractPattern`.
    static let contractPattern = "MT-999999"
    static let founded = 1911
    static let policyholders = 212_000
    static let agencies = 26
    static let complaintsEmail = "reclamations@tilleuls.example"
    /// Where expressions of dissatisfaction go, and what follows.
    static let complaints: String = """
        Une réclamation n’est pas une idée : elle mérite une réponse personnelle. Écrivez au service \
        Réclamations, 3, place aux Tilleuls, Valbourg, ou à reclamations@tilleuls.example. Nous en \
        accusons réception sous dix jours ouvrables et vous répondons sous deux mois. Si la réponse ne \
        vous convient pas, vous pouvez saisir gratuitement le médiateur.
        """
}
