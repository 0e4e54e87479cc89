@testable import Domain

/// A sentence and the kinds of personal data in it.
struct LabelledSentence: Sendable {
    let kinds: Set<Kind>
    let text: String

    typealias Kind = Guard.Kind

    init(_ kinds: Set<Kind>, _ text: String) {
        self.kinds = kinds
        self.text = text
    }
}

/// Sentences as policyholders write them, labelled by hand. Every person, number and address in them is made up.
enum LabelledSentences {
    static let all = [revealing, several, ordinary].flatMap(\.self)

    /// One kind each.
    private static let revealing: [LabelledSentence] = groups.flatMap { kind, text in
        text.split(separator: "\n").map { LabelledSentence([kind], String($0)) }
    }

    private static let several: [LabelledSentence] = [
        LabelledSentence([.phone, .email], "Joignez-moi au 06 12 34 56 78 ou à camille@exemple.fr."),
        LabelledSentence([.contract, .phone], "Contrat MT-204518, tél. 06 22 33 44 55."),
        LabelledSentence([.health, .phone], "Je suis diabétique, appelez-moi au 07 12 23 34 45."),
        LabelledSentence(
            [.iban, .socialSecurity], "Sécu 1 85 05 78 006 048 30, compte FR76 3000 6000 0112 3456 7890 189."),
    ]

    private static let groups: [(Guard.Kind, String)] = [
        (
            .phone,
            """
            Vous pouvez me joindre au 06 12 34 56 78 après 18 h.
            Mon numéro : 0612345678.
            Appelez-moi au 06.12.34.56.78, je vous expliquerai.
            Tél. 01-42-68-53-00, demandez Hélène.
            Rappelez-moi au +33 6 12 34 56 78.
            Je suis au +33 (0)6 12 34 56 78 toute la semaine.
            Mon portable est le 0033612345678.
            Mon fixe : 05 49 12 34 56, ma femme répondra.
            Contact : 07/81/22/33/44 le soir.
            Joignable au 0781223344 pour une démonstration.
            J’habite en Belgique, mon numéro est le +32 470 12 34 56.
            Depuis Genève, faites le +41 79 123 45 67.
            Je réponds au 09 72 45 18 36 aux heures de bureau.
            Laissez un message au 0612 34 56 78 si ça vous intéresse.
            Écrivez-moi un SMS : 06 1234 5678.
            Mon fils est au 07 66 12 09 88, il connaît bien le sujet.
            Demandez Paul au 02 40 20 15 30 à Nantes.
            Voici mon numéro +33612345678 pour en parler de vive voix.
            Il suffit de m’appeler (06 45 78 12 36) et je vous envoie le plan.
            Le voisin qui l’a fait est au 04 78 00 12 45.
            My number is +44 7700 900123 if you want to talk.
            You can call me on +33 7 56 78 90 12 in the evening.
            Mon conjoint répond au 06 98 76 54 32 et moi au 06 98 76 54 33.
            Numéro 0 612345678 à la maison.
            Je laisse mon 06 : 06 11 22 33 44.
            Au Maroc : +212 661 23 45 67.
            Prévenez-moi sur le 06‑55‑44‑33‑22.
            """
        ),
        (
            .email,
            """
            Écrivez-moi à camille.durand@courriel.example.
            Mon adresse est jean-pierre_42@poste.example.fr, je réponds vite.
            Contact : zoe+idees@exemple.org
            Mon mail, c’est lucas.martin (at) exemple.fr si besoin.
            Vous pouvez écrire à sylvie.b arobase exemple.fr.
            Envoyez le devis à Atelier.Bois@menuiserie-duval.example.com !
            Mon adresse : nadia [at] exemple point fr.
            L’association répond à bureau@parents-aidants.example.
            Pour rejoindre notre groupe de voisins : voisins.tilleuls@exemple.net.
            You can write to me: mary.jones@mail.example.co.uk.
            M. Lefèvre, lefevre@exemple.fr, a le même souci.
            Mon adresse professionnelle p.nguyen@cabinet.example vous donnera les photos.
            ecrire@moi.example ou par courrier.
            """
        ),
        (
            .iban,
            """
            Vous pouvez rembourser sur FR76 3000 6000 0112 3456 7890 189.
            Mon IBAN : FR7630006000011234567890189.
            Voici mon compte FR14 2004 1010 0505 0001 3M02 606 pour la cagnotte.
            Le RIB de l’association est FR90 1027 8060 0000 0203 4567 845.
            IBAN BE68 5390 0754 7034 pour mes remboursements.
            Compte en Allemagne : DE89 3704 0044 0532 0130 00.
            Virez la récompense sur ES9121000418450200051332 s’il vous plaît.
            Je laisse ici l’IBAN fr76 3000 6000 0112 3456 7890 189 de mon fils.
            Luxembourg : LU28 0019 4006 4475 0000.
            Mon compte suisse est le CH93 0076 2011 6238 5295 7.
            L’Italie : IT60 X054 2811 1010 0000 0123 456, c’est celui de ma mère.
            Le virement part de FR56 1469 0000 0153 0000 5678 901 chaque mois.
            """
        ),
        (
            .socialSecurity,
            """
            Mon numéro de sécurité sociale est le 1 85 05 78 006 048 30.
            NIR : 269054958815780.
            Ma fille : 2 01 03 44 109 077 20, née à Nantes.
            J’ai donné 1 54 02 99 512 003 58 et on me l’a refusé.
            Sécu 1 75 07 2A 004 123 93, je suis né à Ajaccio.
            Née à Bastia : 2 88 11 2B 033 045 63.
            Mon numéro 1-63-08-85-191-002-22 n’est pas reconnu par l’application.
            Le dossier de ma mère, 2 47 12 31 555 012 78, est bloqué.
            N° 199067511523162 sur ma carte Vitale.
            À la Réunion, je suis le 1 92 09 97 411 336 89.
            Immatriculée 2.56.03.62.498.023.64 depuis 1974.
            """
        ),
        (
            .contract,
            """
            Mon contrat MT-204518 ne couvre pas cela.
            Contrat n° MT 118204, souscrit en 2019.
            Je suis assurée sous le numéro MT450012.
            Regardez mt-330911, vous verrez la différence de prix.
            Mes deux contrats, MT-700123 et MT-700124, font doublon.
            Police MT.555210 : aucune réponse depuis un mois.
            Le contrat MT/908877 de mon père est dans ce cas.
            Référence de mon assurance auto : MT-612345.
            Sur MT-000981 il est écrit le contraire.
            Ma multirisque (MT-129900) m’envoie trois courriers par an.
            Dossier rattaché au contrat MT_884412.
            """
        ),
        (
            .health,
            """
            Je suis diabétique et je dois transporter mon insuline au frais.
            J’ai un cancer du sein depuis deux ans, et personne ne m’a aidée.
            Avec ma sclérose en plaques, monter un escalier devient long.
            On m’a diagnostiqué un diabète à quarante ans.
            Je souffre de dépression depuis mon licenciement.
            Ma chimio m’empêche de conduire le lundi.
            Je prends des antidépresseurs, et l’assureur me l’a reproché.
            J’ai été opéré de la hanche en mars.
            Je suis enceinte de six mois et je prends le train tous les jours.
            Je suis en arrêt maladie depuis février.
            J’ai fait un burn-out l’an dernier.
            Je suis atteinte d’endométriose, reconnue en ALD.
            Mon mari a la maladie d’Alzheimer et il faut une nuit de relais.
            Ma fille est épileptique : l’école ne sait pas quoi faire.
            Mon père a fait un AVC il y a trois ans.
            Je suis séropositif et j’aimerais emprunter normalement.
            J’ai eu une hernie discale à force de porter des sacs.
            Mes migraines me clouent au lit deux jours par mois.
            Je suis sous dialyse trois fois par semaine.
            Je vis avec un pacemaker depuis 2020.
            Je suis suivie pour une leucémie à Poitiers.
            Je suis asthmatique, et les travaux de la rue n’arrangent rien.
            Ma mère est sous oxygène, mon frère est schizophrène : on fait ce qu’on peut.
            Je me suis fait opérer de la cataracte.
            J’ai de l’hypertension et un traitement à vie.
            Je suis en fauteuil roulant : la rampe est trop raide.
            Je prends un traitement pour la thyroïde depuis dix ans.
            Mon fils est autiste et les accueils de loisirs le refusent.
            J’ai subi une mastectomie, et le courrier m’a parlé de confort.
            Je suis reconnu travailleur handicapé depuis l’accident.
            J’ai fait une fausse couche à trois mois.
            Mon asthme me réveille la nuit.
            Je suis bipolaire et stabilisé.
            Mon épouse souffre de fibromyalgie.
            I am diabetic and I travel a lot.
            I was diagnosed with breast cancer last spring.
            My mother has Alzheimer and lives with us.
            I take insulin every morning.
            Je suis allergique aux arachides.
            J’ai une maladie de Crohn, les toilettes publiques comptent pour moi.
            Ma compagne a eu un cancer, nous avons tout appris seuls.
            Je suis malentendante : un numéro de téléphone ne me sert à rien.
            Mon insuffisance cardiaque m’interdit les longs trajets.
            """
        ),
    ]
}
