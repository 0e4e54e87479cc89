/// The policyholders, students, craftsmen and solvers who speak in the demonstration.
enum DemonstrationPeople {
    static let all: [ScriptedPerson] = [
        ScriptedPerson(
            key: "mathilde", pseudonym: "Mathilde à Oslo",
            about: "Étudiante en géographie, partie un an en Norvège."),
        ScriptedPerson(
            key: "sac23", pseudonym: "Sac de 23 kilos",
            about: "En master à Séville, puis on verra."),
        ScriptedPerson(
            key: "tardif", pseudonym: "Erasmus tardif",
            about: "A repris ses études à 34 ans, entre Bologne et Valbourg."),
        ScriptedPerson(
            key: "ines", pseudonym: "Inès",
            about: "Double diplôme, un hiver au Québec."),
        ScriptedPerson(
            key: "nour", pseudonym: "Nour",
            about: "Étudiante en droit, un semestre au nord."),
        ScriptedPerson(
            key: "bastien", pseudonym: "Bastien P.",
            about: "Élève ingénieur à Varsovie."),
        ScriptedPerson(
            key: "cigogne", pseudonym: "La cigogne",
            about: "Mère de deux étudiants qui ne tiennent pas en place."),
        ScriptedPerson(
            key: "parent", pseudonym: "Parent inquiet",
            about: "Son fils est à Lima, son téléphone est allumé la nuit."),
        ScriptedPerson(
            key: "louise", pseudonym: "Maman de Louise",
            about: "Fille majeure, contrat commun, cœur serré."),
        ScriptedPerson(
            key: "semestre", pseudonym: "Un semestre ailleurs",
            about: "Revenue de Budapest avec quinze phrases de hongrois."),
        ScriptedPerson(
            key: "stagiaire", pseudonym: "Stagiaire au long cours",
            about: "Trois stages, trois pays, un seul manteau."),
        ScriptedPerson(
            key: "kenji", pseudonym: "Kenji",
            about: "Thèse à Fribourg, chez un propriétaire minutieux."),
        ScriptedPerson(
            key: "laine", pseudonym: "Fil de laine",
            about: "Retraitée, tricote et lit les contrats jusqu’au bout."),
        ScriptedPerson(
            key: "marijo", pseudonym: "Marie-Jo",
            about: "Chorale le jeudi, mère le reste du temps."),
        ScriptedPerson(
            key: "veilleur", pseudonym: "Le veilleur",
            about: "Infirmier de nuit, fils d’un père fragile."),
        ScriptedPerson(
            key: "aidante", pseudonym: "Aidante du deuxième",
            about: "Six ans qu’elle veille sur son mari."),
        ScriptedPerson(
            key: "odile", pseudonym: "Tante Odile",
            about: "La tante que tout le monde appelle."),
        ScriptedPerson(
            key: "rene", pseudonym: "René 47",
            about: "Né en 1947, sans imprimante, belle écriture."),
        ScriptedPerson(
            key: "volt", pseudonym: "Papi Volt",
            about: "Électricien pendant quarante et un ans."),
        ScriptedPerson(
            key: "violette", pseudonym: "Violette",
            about: "Fille d’une mère de 84 ans qui ne veut pas de médaillon."),
        ScriptedPerson(
            key: "colette", pseudonym: "Colette B.",
            about: "81 ans, seule dans sa maison et contente d’y être."),
        ScriptedPerson(
            key: "deux", pseudonym: "Deux à deux",
            about: "Ils sont deux, l’un tient l’autre."),
        ScriptedPerson(
            key: "plateau", pseudonym: "Jean-Luc du plateau",
            about: "À 900 mètres, un train par jour."),
        ScriptedPerson(
            key: "apprenti", pseudonym: "A comme apprenti",
            about: "Permis en mars, accrochage en mai."),
        ScriptedPerson(
            key: "twingo", pseudonym: "Twingo bleue",
            about: "19 ans, 61 chevaux, beaucoup de prudence."),
        ScriptedPerson(
            key: "samir", pseudonym: "Samir",
            about: "Livreur, payé le 8 du mois."),
        ScriptedPerson(
            key: "lena", pseudonym: "Léna",
            about: "Jeune conductrice, calcule tout."),
        ScriptedPerson(
            key: "tom", pseudonym: "Tom 19 ans",
            about: "Musicien, pressé."),
        ScriptedPerson(
            key: "pere3", pseudonym: "Père de trois",
            about: "Trois enfants, bientôt trois permis."),
        ScriptedPerson(
            key: "accompagnee", pseudonym: "Conduite accompagnée",
            about: "17 ans et déjà 4 000 kilomètres."),
        ScriptedPerson(
            key: "clio", pseudonym: "Clio de 2004",
            about: "Sa surprime vaut plus que sa voiture."),
        ScriptedPerson(
            key: "troisieme", pseudonym: "Troisième sans ascenseur",
            about: "Locataire, a les clefs de quatre voisins."),
        ScriptedPerson(
            key: "locataire", pseudonym: "Locataire du quai",
            about: "Loue depuis douze ans au bord de l’eau."),
        ScriptedPerson(
            key: "colocs", pseudonym: "Colocs du canal",
            about: "Quatre dans un appartement, un seul pseudonyme."),
        ScriptedPerson(
            key: "studio", pseudonym: "Studio 12",
            about: "Douze mètres carrés et quatre contrats."),
        ScriptedPerson(
            key: "voisine", pseudonym: "Voisine du dessous",
            about: "Connaît tous les dégâts des eaux de l’immeuble."),
        ScriptedPerson(
            key: "plume", pseudonym: "Plume",
            about: "Bibliothécaire, prête tout."),
        ScriptedPerson(
            key: "hirondelle", pseudonym: "Hirondelle",
            about: "Déménage souvent, revient toujours."),
        ScriptedPerson(
            key: "menuisiere", pseudonym: "La Menuisière",
            about: "À son compte depuis neuf ans."),
        ScriptedPerson(
            key: "zinc", pseudonym: "Zinc",
            about: "Plombier et couvreur, perce rarement les tuyaux."),
        ScriptedPerson(
            key: "platre", pseudonym: "Plâtre frais",
            about: "Plaquiste, une camionnette, deux apprentis."),
        ScriptedPerson(
            key: "four", pseudonym: "Four à bois",
            about: "Boulanger, debout à trois heures."),
        ScriptedPerson(
            key: "electron", pseudonym: "Électron libre",
            about: "Électricien et employeur."),
        ScriptedPerson(
            key: "ebeniste", pseudonym: "L’ébéniste",
            about: "Répare ce que d’autres jettent."),
        ScriptedPerson(
            key: "pinceau", pseudonym: "Pinceau",
            about: "Peintre en bâtiment et sur toile."),
        ScriptedPerson(
            key: "bois", pseudonym: "Bois et Fils",
            about: "Scierie familiale, deuxième génération."),
        ScriptedPerson(
            key: "pervenche", pseudonym: "Pervenche",
            about: "Relieuse, garde ses factures dans une boîte à chaussures."),
        ScriptedPerson(
            key: "gaston", pseudonym: "Gaston",
            about: "Retraité de la poste, préfère une voix humaine."),
        ScriptedPerson(
            key: "abeille", pseudonym: "Abeille noire",
            about: "Maraîchère et apicultrice."),
        ScriptedPerson(
            key: "tilleul", pseudonym: "Tilleul 5",
            about: "Malvoyant, lecteur rapide."),
        ScriptedPerson(
            key: "marche", pseudonym: "Marche à pied",
            about: "N’a plus de voiture et n’en parle pas trop."),
        ScriptedPerson(
            key: "cargo", pseudonym: "Vélo cargo",
            about: "Transporte enfants, courses et voisins."),
        ScriptedPerson(
            key: "roue", pseudonym: "Roue libre",
            about: "Covoiture, bricole, se passe de garage."),
        ScriptedPerson(
            key: "chat", pseudonym: "Chat perché",
            about: "Surveille ceux qui surveillent."),
        ScriptedPerson(
            key: "depuis88", pseudonym: "Sociétaire depuis 1988",
            about: "A connu M. Ferrand."),
        ScriptedPerson(
            key: "nadia", pseudonym: "Nadia",
            about: "Cadre de santé, lit la page 27."),
        ScriptedPerson(
            key: "olivier", pseudonym: "Olivier R.",
            about: "Ses parents sont deux dossiers différents."),
        ScriptedPerson(
            key: "aicha", pseudonym: "Aïcha",
            about: "Formatrice en français pour adultes."),
        ScriptedPerson(
            key: "benoit", pseudonym: "Benoît",
            about: "Comptable, pose la question qui fâche."),
        ScriptedPerson(
            key: "fatou", pseudonym: "Fatou",
            about: "Aide à domicile, a étudié à Séoul."),
        ScriptedPerson(
            key: "gwenn", pseudonym: "Gwenn",
            about: "Présente aux assemblées, quand elles tombent un samedi."),
        ScriptedPerson(
            key: "thuy", pseudonym: "Thuy",
            about: "Voyage avec ses phrases sur un carton."),
        ScriptedPerson(
            key: "pedro", pseudonym: "Pedro",
            about: "Chauffagiste, un pied à Lisbonne."),
        ScriptedPerson(
            key: "courgette", pseudonym: "Courgette",
            about: "Jardine, composte, soutient."),
        ScriptedPerson(
            key: "lanterne", pseudonym: "Lanterne",
            about: "Veut bien partager, mais chiffré."),
        ScriptedPerson(
            key: "yael", pseudonym: "Yaël",
            about: "Sourde, bien décidée à être entendue."),
        ScriptedPerson(
            key: "jardin", pseudonym: "Jardin clos",
            about: "A nettoyé ses gouttières depuis."),
        ScriptedPerson(
            key: "anon44", pseudonym: "Sans surnom 44",
            about: "N’a pas encore choisi comment s’appeler."),
        ScriptedPerson(
            key: "anon17", pseudonym: "Lunettes embuées",
            about: "Attend une réponse."),
        ScriptedPerson(
            key: "hydrophone", pseudonym: "Atelier Hydrophone",
            about: "Deux acousticiens dans un ancien lavoir."),
        ScriptedPerson(
            key: "siphonnes", pseudonym: "Les Siphonnés",
            about: "Coopérative de plombiers."),
        ScriptedPerson(
            key: "capillaire", pseudonym: "Laboratoire Capillaire",
            about: "Équipe de chimie des papiers."),
        ScriptedPerson(
            key: "freelance38", pseudonym: "Indépendant du 38",
            about: "Seul, avec un fer à souder."),
    ]
}
