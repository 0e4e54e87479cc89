/// French sentences put together by chance: they read like ideas from afar, which is what measuring needs.
enum LargeWords {
    static let wishes = [
        "Prévenir", "Expliquer", "Simplifier", "Partager", "Réparer plutôt que remplacer", "Rendre lisible",
        "Récompenser", "Accompagner", "Mieux suivre", "Ne plus demander deux fois", "Traduire", "Comparer",
        "Garder", "Prêter", "Vérifier ensemble", "Raccourcir", "Annoncer à l’avance", "Montrer",
    ]
    static let things = [
        "le décompte de soins", "la franchise", "le constat à l’amiable", "les devis", "l’attestation",
        "le carnet d’entretien", "la visite de prévention", "le détecteur d’eau", "les délais",
        "le premier appel", "les photos du sinistre", "le contrat des jeunes", "la garantie vélo",
        "le retour à la maison", "l’échéancier", "les mots du contrat", "la liste des réparateurs",
        "la toiture", "le chauffe-eau", "le dossier du proche",
    ]
    static let circumstances = [
        "avant l’hiver", "depuis le téléphone", "pour les étudiants", "entre voisins", "en une page",
        "sans papier", "à la campagne", "après un déménagement", "pour ceux qui travaillent la nuit",
        "dès le premier jour", "quand on est seul", "pour les petites communes", "pendant les travaux",
        "une fois par an", "avec le médecin", "au printemps",
    ]
    static let sentences = [
        "Je l’ai demandé trois fois au téléphone, et trois fois la réponse a été différente.",
        "Ce n’est pas une question d’argent, c’est une question de temps.",
        "Mon voisin a eu le même souci l’an dernier et personne ne le lui avait dit non plus.",
        "Une page suffirait, à condition qu’elle soit à jour.",
        "On pourrait commencer par une seule agence et regarder ce que cela change.",
        "Les artisans du quartier savent le faire ; il ne manque qu’une liste.",
        "Je suis prêt à envoyer une photo chaque automne si cela évite une visite.",
        "Pour ma mère, qui n’a pas d’ordinateur, il faudrait que ce soit possible au guichet.",
        "Le plus utile serait de connaître le délai, même s’il est long.",
        "Cela éviterait bien des déplacements à ceux qui habitent loin.",
        "Nous l’avons essayé dans notre immeuble et les dégâts ont diminué de moitié.",
        "Il faudrait que ce soit écrit avec les mots de tous les jours.",
        "Je ne demande pas que ce soit gratuit, je demande de savoir combien cela coûte.",
        "Un rappel par message une semaine avant serait parfait.",
    ]
    static let remarks = [
        "D’accord, à condition que cela reste facultatif.", "Chez nous cela existe déjà, et cela marche.",
        "Qui paierait ?", "Je n’y avais jamais pensé, merci.", "Attention à ne pas compliquer encore.",
        "Cela m’aurait évité deux semaines d’attente.", "Et pour ceux qui n’ont pas de téléphone ?",
        "Je soutiens, surtout pour les personnes âgées.", "Il faudrait commencer petit.",
        "Cela me paraît trop cher pour ce que c’est.", "Très bonne idée.", "Comment le vérifier ?",
    ]
    static let reasons = [
        "L’idée est simple et utile à beaucoup : nous la mettons en œuvre avant la fin de l’année.",
        "Nous ne la retenons pas : un service équivalent existe, et nous le ferons mieux connaître.",
        "Nous l’étudions avec les agences ; la réponse définitive sera publiée sur cette page.",
        "Le coût dépasserait ce qu’elle épargne aux assurés ; nous gardons le besoin en mémoire.",
    ]

    static func title(_ chance: inout Chance) -> String {
        "\(chance.one(of: wishes)) \(chance.one(of: things)) \(chance.one(of: circumstances))"
    }

    static func text(_ chance: inout Chance) -> String {
        (0..<(2 + chance.below(6))).map { _ in chance.one(of: sentences) }.joined(separator: " ")
    }
}
