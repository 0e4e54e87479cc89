/// The whole world of the demonstration, in the order in which it is made.
enum DemonstrationWorld {
    static let themes: [ScriptedTheme] = DemonstrationThemes.all
    static let people: [ScriptedPerson] = DemonstrationPeople.all
    static let staff: [ScriptedEmployee] = DemonstrationStaff.all
    static let communities: [ScriptedCommunity] = DemonstrationCommunities.all
    /// Oldest publication first, so that the newest has the highest number.
    static let challenges: [ScriptedChallenge] = [
        ClaimFromThePhone.challenge,
        SuggestionBox.challenge,
        ReadableRefunds.challenge,
        FirstKilometres.challenge,
        NeighbourhoodEnvelope.challenge,
        PlainLetters.challenge,
        HelpingThoseWhoHelp.challenge,
        DryWalls.challenge,
        WatchedDriving.challenge,
        UnheardOfService.challenge,
        WelcomeBooklet.challenge,
        CoolSummer.challenge,
        PhoneFirst.challenge,
        LeakBeforeDamage.challenge,
        TravellingStudents.challenge,
        ComingHome.challenge,
        LoanCar.challenge,
        SafeWorkshop.challenge,
        WinterWithoutDamage.challenge,
        BicycleAllYear.challenge,
        BetterSleep.challenge,
        AfterTheStorm.challenge,
        FirstReaders.challenge,
    ]
}
