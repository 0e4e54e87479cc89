/// Pairs of titles as people write them, for measuring how well similar ideas are recognised: one pair a line.
enum SimilarTitles {
    /// The same idea, said by two people.
    static let same = pairs(
        """
        Un détecteur de fuite sous chaque évier | Installer des détecteurs de fuites sous les éviers
        Déclarer son sinistre par photo | Pouvoir envoyer des photos pour déclarer un sinistre
        Une appli pour suivre son dossier | Suivre l’avancement de son dossier sur l’application
        Prévenir par SMS avant les orages | Recevoir un SMS d’alerte en cas d’orage
        Un stage de conduite offert aux jeunes | Offrir un stage de conduite aux jeunes conducteurs
        Rembourser les réparations de vélo | Remboursement de la réparation des vélos
        Expliquer les garanties en mots simples | Des garanties expliquées simplement
        Un conseiller unique par famille | Avoir un seul conseiller pour toute la famille
        Prêter des outils entre voisins | Le prêt d’outils entre voisins assuré
        Assurance à la minute pour les trottinettes | Assurer sa trottinette à la minute
        Une réduction pour les conducteurs prudents | Récompenser les conducteurs prudents par une réduction
        Un guide du premier appartement | Guide pour bien assurer son premier appartement
        Relais de nuit pour les aidants | Des nuits de relais pour soulager les aidants
        Une carte des zones inondables | Montrer les zones inondables sur une carte
        Rappeler la date de révision de la chaudière | Un rappel pour la révision annuelle de la chaudière
        Un bilan de prévention à domicile | Faire venir quelqu’un à domicile pour un bilan de prévention
        Signaler un nid-de-poule depuis l’appli | Une application pour signaler les nids-de-poule
        Des ateliers premiers secours gratuits | Formation gratuite aux premiers secours
        Covoiturage entre assurés | Organiser le covoiturage entre les assurés
        Une attestation téléchargeable tout de suite | Télécharger son attestation immédiatement
        Un forfait pour les étudiants à l’étranger | Forfait spécial étudiants qui partent à l’étranger
        Un numéro unique pour toutes les urgences | N’avoir qu’un seul numéro d’urgence
        Récupérer l’eau de pluie avec une aide | Aider à l’achat d’un récupérateur d’eau de pluie
        Un prêt de voiture pendant les réparations | Voiture prêtée le temps de la réparation
        Faire réparer plutôt que remplacer | Réparer au lieu de remplacer les appareils
        Une boîte à clés chez un voisin de confiance | Confier ses clés à un voisin de confiance
        Un classeur numérique des factures | Ranger ses factures dans un classeur numérique
        Assurer le matériel des associations | Une assurance pour le matériel associatif
        Un marquage antivol gratuit pour les vélos | Graver gratuitement son vélo contre le vol
        Téléconsultation vétérinaire | Consulter un vétérinaire à distance
        Des casques vélo à prix réduit | Casque de vélo : participer à l’achat
        Un détecteur de monoxyde offert | Offrir un détecteur de monoxyde de carbone
        Suivi psychologique après un accident | Un soutien psychologique après l’accident
        La franchise divisée par deux après cinq ans sans sinistre | Baisser la franchise de ceux qui n’ont pas de sinistre
        Un simulateur de remboursement | Simuler son remboursement avant les soins
        Comprendre son décompte de soins | Un décompte de soins lisible
        Rendez-vous avec un conseiller le samedi | Ouvrir l’agence le samedi
        Échanger nos maisons pendant les vacances | Échange de maisons entre assurés pour les vacances
        Une alarme partagée dans l’immeuble | Mettre une alarme commune à l’immeuble
        Vérifier les pneus avant l’hiver | Contrôle gratuit des pneus avant l’hiver
        Des arbres plantés pour chaque contrat | Planter un arbre par contrat signé
        Un tuteur pour les jeunes conducteurs | Parrainage des jeunes conducteurs par des anciens
        Payer selon les kilomètres parcourus | Une assurance auto au kilomètre
        Ne plus envoyer de courrier papier | Supprimer le papier dans les courriers
        Un chat avec un vrai humain | Pouvoir discuter en ligne avec une vraie personne
        Dépannage à domicile en moins d’une heure | Un dépanneur chez soi en une heure
        Une aide au ménage après une hospitalisation | Aide ménagère au retour de l’hôpital
        Un bracelet d’alerte pour les personnes âgées | Un bracelet qui alerte quand une personne âgée tombe
        Former les enfants à la sécurité à vélo | Apprendre la sécurité à vélo aux enfants
        Couper l’eau à distance | Une vanne qui coupe l’eau à distance
        Un inventaire vidéo de la maison | Filmer sa maison pour faire l’inventaire
        Avance sur indemnisation en 48 heures | Recevoir une avance sous 48 heures
        Créer un réseau de réparateurs locaux | Un annuaire des réparateurs du coin
        Parler à la même personne du début à la fin | Un seul interlocuteur pour tout le dossier
        Une assurance colocation en un clic | Assurer la colocation facilement
        Un bonus pour ceux qui font du sport | Récompenser la pratique du sport
        Traduire les contrats en langue des signes | Des vidéos en langue des signes pour les contrats
        Une garantie pour les objets prêtés | Garantir les objets que l’on prête
        Un coffre-fort numérique pour les papiers | Mettre ses papiers dans un coffre-fort numérique
        Garder les animaux pendant l’hospitalisation | Faire garder son chien pendant l’hospitalisation
        Un relevé annuel des économies | Chaque année, un bilan de ce que l’on a économisé
        Être prévenu avant l’augmentation du tarif | Prévenir avant d’augmenter les tarifs
        Un comparateur de devis d’artisans | Comparer les devis des artisans
        Éclairer les passages piétons dangereux | Mieux éclairer les passages pour piétons
        Un kit de secours dans chaque voiture | Fournir une trousse de secours pour la voiture
        Assurance des instruments de musique à l’école | Assurer l’instrument de musique de mon enfant
        La sieste des conducteurs sur les aires | Des espaces de sieste sur les aires d’autoroute
        Apprendre à éteindre un feu de cuisine | Atelier pour éteindre un feu dans la cuisine
        Une journée du constat à l’amiable | Apprendre à remplir un constat à l’amiable
        Des capteurs de chute chez nos parents | Capteur de chute pour personnes âgées
        Le carnet d’entretien partagé de la maison | Un carnet d’entretien numérique pour le logement
        Des extincteurs à prix coûtant | Vendre les extincteurs au prix coûtant
        Un médiateur pour les conflits de voisinage | Médiation gratuite entre voisins
        Une prime pour installer des volets anti-tempête | Financer les volets contre la tempête
        Payer sa cotisation tous les trimestres | Pouvoir régler sa cotisation au trimestre
        Un rappel de vaccination pour les voyages | Rappeler les vaccins avant de partir en voyage
        Des places de parking sûres pour les vélos | Parking à vélos sécurisé près des gares
        Nettoyer les gouttières à l’automne | Nettoyage des gouttières avant l’hiver
        Une ligne d’écoute pour les aidants | Écouter les aidants au téléphone
        Louer une remorque entre assurés | Location de remorque entre membres
        """)

    /// Two ideas on one subject.
    static let different = pairs(
        """
        Un détecteur de fuite sous chaque évier | Apprendre à couper l’eau du logement
        Un détecteur de fumée dans les chambres | Un détecteur de monoxyde près de la chaudière
        Déclarer son sinistre par photo | Être indemnisé plus vite après un sinistre
        Une appli pour suivre son dossier | Une appli pour apprendre le code de la route
        Prévenir par SMS avant les orages | Un guide des bons gestes pendant l’orage
        Un stage de conduite offert aux jeunes | Une assurance moins chère pour les jeunes conducteurs
        Rembourser les réparations de vélo | Un marquage antivol gratuit pour les vélos
        Expliquer les garanties en mots simples | Une garantie contre la perte des clés
        Un conseiller unique par famille | Un tarif familial pour les grands-parents
        Prêter des outils entre voisins | Un médiateur pour les conflits entre voisins
        Assurance à la minute pour les trottinettes | Des casques gratuits pour les trottinettes
        Une réduction pour les conducteurs prudents | Un simulateur pour entraîner les conducteurs
        Un guide du premier appartement | Une caution pour le premier appartement
        Relais de nuit pour les aidants | Un congé payé pour les salariés aidants
        Une carte des zones inondables | Une aide pour surélever les prises électriques
        Rappeler la date de révision de la chaudière | Une prime pour remplacer sa vieille chaudière
        Un bilan de prévention à domicile | Une aide à domicile après une opération
        Signaler un nid-de-poule depuis l’appli | Déclarer un accident depuis l’appli
        Des ateliers premiers secours gratuits | Des ateliers de réparation de vélo
        Covoiturage entre assurés | Échange de maisons entre assurés
        Une attestation téléchargeable tout de suite | Une attestation en anglais pour voyager
        Un forfait pour les étudiants à l’étranger | Un logement temporaire pour les étudiants
        Un numéro unique pour toutes les urgences | Une carte d’urgence médicale dans le portefeuille
        Récupérer l’eau de pluie avec une aide | Surveiller sa consommation d’eau
        Un prêt de voiture pendant les réparations | Un réseau de garages de confiance
        Faire réparer plutôt que remplacer | Recycler les appareils hors d’usage
        Une boîte à clés chez un voisin de confiance | Une serrure connectée offerte
        Un classeur numérique des factures | Payer ses factures en plusieurs fois
        Assurer le matériel des associations | Former les bénévoles des associations
        Téléconsultation vétérinaire | Une mutuelle pour les chiens et les chats
        Des casques vélo à prix réduit | Des pistes cyclables mieux éclairées
        Suivi psychologique après un accident | Un avocat conseil après un accident
        La franchise divisée par deux | Comprendre à quoi sert la franchise
        Un simulateur de remboursement | Le remboursement en 24 heures
        Comprendre son décompte de soins | Des soins dentaires sans avance de frais
        Rendez-vous avec un conseiller le samedi | Rendez-vous de prévention en pharmacie
        Une alarme partagée dans l’immeuble | Un local à vélos dans l’immeuble
        Vérifier les pneus avant l’hiver | Des chaînes à neige en location
        Des arbres plantés pour chaque contrat | Un contrat de deux pages maximum
        Un tuteur pour les jeunes conducteurs | Une boîte noire pour les jeunes conducteurs
        Payer selon les kilomètres parcourus | Payer sa cotisation tous les trimestres
        Ne plus envoyer de courrier papier | Garder le courrier papier pour les anciens
        Un chat avec un vrai humain | Un robot qui répond la nuit
        Dépannage à domicile en moins d’une heure | Une liste de plombiers agréés
        Une aide au ménage après une hospitalisation | Un transport gratuit vers l’hôpital
        Un bracelet d’alerte pour les personnes âgées | Des visites amicales aux personnes âgées
        Former les enfants à la sécurité à vélo | Un siège vélo pour enfant à prix réduit
        Couper l’eau à distance | Chauffer la maison à distance
        Un inventaire vidéo de la maison | Une caméra pour surveiller la maison
        Avance sur indemnisation en 48 heures | Une réponse écrite en 48 heures
        Créer un réseau de réparateurs locaux | Apprendre à réparer soi-même
        Parler à la même personne du début à la fin | Noter la personne qui nous a répondu
        Une assurance colocation en un clic | Trouver des colocataires entre assurés
        Un bonus pour ceux qui font du sport | Assurer les accidents de sport
        Traduire les contrats en langue des signes | Comparer deux contrats ligne à ligne
        Une garantie pour les objets prêtés | Une garantie pour les téléphones cassés
        Un coffre-fort numérique pour les papiers | Refaire ses papiers après un vol
        Garder les animaux pendant l’hospitalisation | Garder les enfants pendant l’hospitalisation
        Un relevé annuel des économies | Une cagnotte pour les économies d’énergie
        Être prévenu avant l’augmentation du tarif | Bloquer le tarif pendant trois ans
        Un comparateur de devis d’artisans | Noter les artisans après les travaux
        Éclairer les passages piétons dangereux | Ralentir les voitures près des écoles
        Un kit de secours dans chaque voiture | Un siège enfant dans chaque voiture
        Assurance des instruments de musique à l’école | Assurance scolaire offerte la première année
        La sieste des conducteurs sur les aires | Signaler les conducteurs dangereux
        Apprendre à éteindre un feu de cuisine | Un extincteur offert pour la cuisine
        Une journée du constat à l’amiable | Le constat à l’amiable en langue étrangère
        Des capteurs de chute chez nos parents | Adapter la salle de bains de nos parents
        Le carnet d’entretien partagé de la maison | Le carnet de santé des enfants en ligne
        Des extincteurs à prix coûtant | Des détecteurs de fumée à prix coûtant
        Une prime pour installer des volets | Une prime pour isoler les combles
        Un rappel de vaccination pour les voyages | Une assurance annulation pour les voyages
        Des places de parking sûres pour les vélos | Louer sa place de parking
        Nettoyer les gouttières à l’automne | Ramasser les feuilles des personnes seules
        Une ligne d’écoute pour les aidants | Un forum pour les aidants
        Louer une remorque entre assurés | Louer sa voiture à ses voisins
        Vérifier l’électricité avant d’acheter | Vérifier la toiture après la tempête
        Une visite gratuite chez le dentiste | Une visite gratuite de la chaudière
        Un abri pour les vélos cargos | Une prime pour les vélos cargos
        Un carnet de vaccination numérique | Un carnet d’entretien numérique
        """)

    private static func pairs(_ text: String) -> [(String, String)] {
        text.split(separator: "\n").compactMap { line in
            let sides = line.split(separator: "|").map { String($0).trimmingPrefix(" ") }
            guard sides.count == 2 else { return nil }
            return (String(sides[0]), String(sides[1]))
        }
    }
}
