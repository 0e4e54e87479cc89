/// Words by which people mean the same when they propose something to their insurer.
enum Synonyms {
    /// A number that synonyms share; nil for words without any.
    static func concept(of word: Word) -> Int? {
        concepts[word.folded] ?? concepts[singular(word.folded)]
    }

    /// Whether the word stands in so many proposals that it tells little about one.
    static func isCommonplace(_ word: Word) -> Bool {
        commonplace.contains(word.folded) || commonplace.contains(singular(word.folded))
    }

    private static func singular(_ folded: String) -> String {
        folded.count > 3 && (folded.hasSuffix("s") || folded.hasSuffix("x"))
            ? String(folded.dropLast()) : folded
    }

    private static let concepts: [String: Int] = {
        var concepts: [String: Int] = [:]
        for (number, line) in groups.split(separator: "\n").enumerated() {
            for word in line.split(separator: " ") { concepts[String(word)] = number }
        }
        return concepts
    }()

    /// One group a line, folded, in the singular.
    private static let groups = """
        appli application mobile smartphone telephone
        velo bicyclette cycle cycliste
        voiture auto automobile vehicule
        aine senior age agee ancien
        gratuit gratuite gratuitement offert offerte offrir cadeau
        reduction remise rabais baisse baisser ristourne bonus recompense recompenser reduit moins
        alerte alerter prevenir avertir rappel rappeler notification
        logement maison appartement domicile habitation foyer
        aide aider financer financement prime participer participation subvention
        conseiller interlocuteur humain personne
        declarer declaration signaler signalement
        apprendre former formation atelier stage cours initiation
        louer location pret preter prete emprunter
        photo video filmer image
        remboursement rembourser indemniser indemnisation
        comprendre expliquer explique expliquee lisible clair simple simplement simplifier
        sms message texto
        automne hiver
        an annee annuel annuelle
        etudiant etudiante campus
        enfant ecole scolaire
        comparer comparateur
        simuler simulateur simulation
        annuaire liste reseau
        medecin docteur medical
        antivol vol
        trousse kit
        papier courrier
        cotisation tarif prix
        distance ligne internet
        animal chien chat veterinaire
        immediatement rapide vite rapidement
        local locaux coin quartier proximite
        partage partagee partager commun commune ensemble
        installer poser
        supprimer retirer enlever
        reparer reparation depannage
        garage garagiste mecanicien
        sinistre dommage degat
        contrat police
        mail courriel email
        """

    private static let commonplace: Set<String> = Set(
        """
        assurance assurer assure assuree idee service pouvoir avoir faire mettre creer proposer organiser permettre vrai
        vraie nouveau nouvelle bien mieux besoin client mutuelle lien cas facilement
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
