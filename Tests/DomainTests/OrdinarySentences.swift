@testable import Domain

extension LabelledSentences {
    /// Numbers, names and illnesses that tell nothing about anybody: what a careless guard would stumble over.
    static let ordinary: [LabelledSentence] = """
        Le service client est au 3950, mais il faut attendre vingt minutes.
        Un numéro vert comme le 0 800 123 456 serait plus simple.
        Le 15, le 18 et le 112 devraient figurer sur la carte.
        Ma commande 0612345678 n’est jamais arrivée.
        Le numéro de suivi 0712345678 ne mène à rien.
        Facture n° 0145236987 du 3 mars.
        Cela coûte 1 200 € par an, soit 100 € par mois.
        Il faudrait prévoir 2 500 000 euros sur trois ans.
        La réunion a eu lieu le 01/02/2024 à 10 h 30.
        Entre 2019 et 2024, les tarifs ont pris 12,5 %.
        Nous habitons 86000 Poitiers depuis 1998.
        Les départements 01 02 03 04 05 sont concernés.
        Article L113-2 du Code des assurances.
        L’article 1242 du Code civil ne dit pas autre chose.
        La norme NF EN 14604 vaut pour les détecteurs.
        Un détecteur coûte 15 à 30 euros et dure 10 ans.
        La température est montée à 42,5 degrés le 12 août 2023.
        Rendez-vous du 12.03.2026 au 15.03.2026.
        Le score était de 3-2, puis 0-0.
        Le code 2580 ouvre la porte de tous les locaux.
        SIRET 012 345 678 00012, une entreprise du coin.
        L’EAN 3 017 620 422 003 est celui du pot.
        Mon adresse IP n’a rien à faire dans vos journaux.
        Le formulaire demande 14 champs, dont 9 facultatifs.
        J’ai économisé 1 500 € en deux ans.
        Le vélo pèse 12 kg et va à 25 km/h.
        Il y a 10 000 familles concernées dans la région.
        Le train de 7 h 45 arrive à 9 h 12.
        Version 2.14.3 de l’application, publiée le 4 mai.
        Taille 38, pointure 41, 62 kg.
        Le contrat type devrait tenir sur une page.
        Référence produit ABC-123456 dans le catalogue.
        Mon contrat a augmenté deux fois en 2024.
        Le contrat MT-12 n’existe pas.
        Modèle MT-2045, une machine à bois.
        Les contrats de plus de 10 ans méritent une remise.
        Le bordereau MT-20451 est perdu.
        Écrivez sur le site plutôt que par courriel.
        Suivez @mutuelle sur les réseaux.
        Une adresse de courriel générique suffirait.
        Le prix passe de 3 € @ 5 € selon la quantité.
        L’arobase @ se tape mal sur un téléphone.
        Un IBAN comme FR00 0000 0000 0000 0000 0000 000 devrait être refusé.
        Le RIB demandé deux fois, c’est une fois de trop.
        FR76 ne suffit pas à reconnaître un compte.
        L’IBAN commence par deux lettres et deux chiffres.
        Le numéro 1 85 05 78 006 048 31 comporte une erreur volontaire.
        Un numéro de sécurité sociale compte 15 chiffres.
        Le dossier 123456789012345 attend depuis lundi.
        La carte Vitale pourrait remplacer trois formulaires.
        Ma mutuelle rembourse mal la dialyse à domicile.
        La prévention du diabète devrait commencer au collège.
        Le cancer du sein touche une femme sur huit.
        J’ai une idée pour les personnes diabétiques.
        Je suis infirmière et je soigne des patients en chimiothérapie.
        Je suis bénévole auprès de malades du cancer.
        J’ai lu que l’asthme augmente en ville.
        Je propose un atelier sur les allergies des enfants.
        Si je suis hospitalisé, qui garde mon chien ?
        Quand on est opéré, on ne pense pas à son contrat.
        Mon assurance couvre l’hospitalisation, et c’est bien.
        Je suis pour le remboursement des séances de psychologue.
        Les antidépresseurs devraient être mieux expliqués.
        Mon idée : un carnet de santé partagé.
        Ma mutuelle est chère pour ce qu’elle fait.
        J’ai trois enfants et un chien.
        Je fais du vélo été comme hiver.
        Mon père est menuisier, il en a vu d’autres.
        Je prends le bus tous les matins.
        Ma mère habite au troisième étage sans ascenseur.
        Nous avons besoin d’un service pour les proches aidants.
        Je suis contre la sélection des personnes handicapées.
        Je travaille avec des personnes en fauteuil roulant.
        J’ai peur du cancer, comme tout le monde.
        Le mal de dos coûte cher aux entreprises.
        La chimiothérapie à domicile changerait la vie de beaucoup.
        Une assurance pour l’arrêt maladie des indépendants.
        On parle trop peu de l’endométriose au travail.
        Je connais quelqu’un qui vend des détecteurs.
        Je suis d’accord avec la première proposition.
        Mon fils apprend à conduire.
        Ma voiture est en panne depuis mardi.
        Mon dossier est bloqué, et le vôtre ?
        J’ai pris une assurance contre le cancer pour mes salariés.
        Mes parents ont une maison ancienne.
        Notre association aide les familles touchées par Alzheimer.
        The hotline should answer within 3 minutes.
        Diabetes prevention should start at school.
        I have an idea for people with asthma.
        My contract went up twice in 2024.
        Order 0612345678 was never delivered.
        Le 06 est un beau préfixe, mais je préfère le fixe.
        Composez le 1, puis le 2, puis le 3.
        Lot 07 44 : 3 palettes de 12 cartons.
        De 8 h 00 à 12 h 00 et de 14 h 00 à 18 h 00.
        Latitude 46,58 ; longitude 0,34.
        La loi n° 2016-1321 du 7 octobre 2016.
        Recommandation ACPR 2022-R-01, point 4.
        Le prix : +15 000 000 euros sur cinq ans.
        Il y a 1 000 000 000 de raisons de simplifier.
        RGPD, articles 15 à 22.
        Chapitre 4.2.1, page 128.
        La hauteur est de 0,123456789 mètre.
        Immeuble B, 4e étage, porte 12, code 4590.
        Le 8 mars, 250 personnes sont venues ; le 9, 310.
        Étude portant sur 12 345 678 contrats.
        Le vol AF 1234 du 5 juin.
        Plaque AB-123-CD, c’est un exemple de l’administration.
        ISBN 978-2-07-036822-8.
        La garantie passe de 30 à 45 jours, puis 60.
        Un délai de 2 mois, 10 jours ouvrables, 24 heures.
        En 2030, 1 habitant sur 3 aura plus de 60 ans.
        Trois bourses de 500 euros, 10 idées par personne.
        Le compteur affiche 004578,2 kWh.
        Note moyenne : 4,5 sur 5, 1 203 avis.
        Le coefficient 0,95 s’applique après 3 ans.
        Place 45, voiture 12, TGV 8412.
        Série n° 0478001245 gravée sous l’appareil.
        Devis 0549123456 signé en mai.
        Ticket 09 : passage au guichet 3.
        Je suis né en 1985, comme beaucoup d’entre vous.
        J’ai une question sur la garantie hospitalisation.
        Je suis aidante, et fière de l’être.
        Mon médecin m’a parlé de votre service.
        Je suis fatigué de remplir les mêmes formulaires.
        """.split(separator: "\n").map { LabelledSentence([], String($0)) }
}
