/// The words by which the guard knows a fact about health, folded to ASCII, in French and English.
enum HealthWords {
    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Whose it is.
    static let possessives = words("mon ma mes notre nos my our")

    /// People close to an author.
    static let relatives = words(
        """
        mari femme epouse epoux compagnon compagne conjoint conjointe pere mere papa maman fils fille frere soeur
        enfant enfants bebe bebes parents grand grande grands beau belle tante oncle cousin cousine neveu niece
        ami amie husband wife partner father mother mum dad son daughter brother sister child kid parents
        grandfather grandmother friend
        """)

    /// What makes a fact only imagined.
    static let suppositions = words("si quand lorsque imaginons supposons meme comme if when suppose")

    /// What stands between a possessive and a condition.
    static let adjectives = words(
        """
        petit petite gros grosse ancien ancienne premier premiere deuxieme second seconde troisieme propre fichu
        sacre vieux vieille grave severe chronique prochaine derniere futur future first second last chronic severe
        bad next old
        """)

    /// What ties a person to a condition.
    static let verbs = words(
        """
        suis est ai a avais avait etais etait ete sommes sont ont avons souffre souffrais souffert souffrons prends prend
        prenais vis vit fais fait faire faisais refais subi subis diagnostique diagnostiquee decouvert detecte
        annonce trouve developpe eu porte porter attends reste devenu devenue tombe tombee
        am was have had ve m take takes took suffer suffers suffered diagnosed got has is live lives
        """)

    /// Care after which “pour” names what is cared for.
    static let care = words(
        """
        suivi suivie soigne soignee soigner traite traitee traitement traitements medicament medicaments opere operee
        operer hospitalise hospitalisee prise charge consulte treated treatment medication medicine surgery operated
        """)

    /// What may stand between verb and condition.
    static let small = words(
        """
        un une du de d des la le les l me m moi mon ma mes en y sous avec depuis aussi maintenant tres
        atteint atteinte atteints touche touchee malade maladie maladies syndrome trouble troubles crise crises
        forme severe legere leger lourd lourde chronique chroniques type gros grosse petite petit debut stade ne nee
        reconnu reconnue travailleur travailleuse plusieurs fois longue grave rare probleme problemes episode plein pleine toujours
        encore deja pris recemment alors fortement gravement vais va aller se
        a an the of been on from by my very severe chronic some with since bad just recently
        """)

    /// Conditions and treatments that are one's own as soon as one owns them.
    static let conditions = words(
        """
        diabete diabetique diabetiques cancer cancers cancereux leucemie lymphome melanome tumeur tumeurs metastases
        asthme asthmatique asthmatiques depression depressif depressive bipolaire bipolarite schizophrene schizophrenie
        epilepsie epileptique vih sida seropositif seropositive hepatite hepatites sclerose parkinson alzheimer
        endometriose fibromyalgie arthrose arthrite polyarthrite avc infarctus hypertension hypertendu hypertendue
        mucoviscidose crohn psoriasis eczema migraine migraines migraineux migraineuse burnout anorexie anorexique
        boulimie boulimique alcoolique alcoolisme toxicomane addiction insomnie insomnies insomniaque apnee apnees
        hernie sciatique lombalgie lombalgies glaucome cataracte dmla autisme autiste autistes trisomie trisomique tdah
        hyperactif handicap handicape handicapee handicapes invalidite menopause thyroide hypothyroidie allergie allergies
        allergique phobie anxiete acouphenes osteoporose spondylarthrite lupus cirrhose covid
        chimio chimios chimiotherapie radiotherapie dialyse dialyses insuline antidepresseur antidepresseurs
        anxiolytique anxiolytiques levothyrox ventoline morphine cortisone pacemaker stent greffe methadone tritherapie
        lithium psychotherapie desintoxication neuroleptiques antipsychotiques somniferes ritaline
        grossesse ivg fiv hysterectomie mastectomie cardiopathie arythmie angine tachycardie emphyseme bpco
        diabetes diabetic asthma asthmatic epilepsy epileptic bipolar schizophrenia arthritis hepatitis hiv chemo
        chemotherapy radiotherapy dialysis insulin antidepressants leukaemia leukemia lymphoma tumour tumor autism
        autistic endometriosis fibromyalgia insomnia
        """)

    /// What tells of health where a person is, has or undergoes it, and of much else where they own it.
    static let states = words(
        """
        opere operee operer hospitalise hospitalisee ampute amputee enceinte sourd sourde malentendant malentendante
        malvoyant malvoyante paraplegique tetraplegique cardiaque ald paralyse paralysee aveugle depressifs greffee
        pregnant disabled hospitalised hospitalized deaf blind
        """)

    /// Conditions of several words.
    static let pairs: Set<String> = [
        "burn out", "fausse couche", "affection longue duree", "arret maladie", "fauteuil roulant",
        "insuffisance cardiaque", "insuffisance renale", "insuffisance respiratoire", "accident vasculaire",
        "crise cardiaque", "prothese hanche", "syndrome depressif", "heart attack", "breast cancer",
        "sick leave",
        "high blood pressure", "heart condition", "hiv positive", "sclerose en plaques",
    ]
}
