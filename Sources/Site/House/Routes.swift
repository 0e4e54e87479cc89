import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Every route behind a language, room by room.
    static func localisedRoutes(isDevelopment: Bool) -> [Route<Action>] {
        let rooms: [[Route<Action>]] = [
            isDevelopment ? galleryRoutes : [], homeRoutes, pageRoutes, answersRoutes, followUpRoutes,
            feedRoutes, personalFeedRoutes, challengeRoutes, launchRoutes, leadRoutes, invitationRoutes,
            draftRoutes, sealRoutes, dashboardRoutes, themeFormRoutes, themeRoutes, promptRoutes,
            followingRoutes, newsRoutes, searchRoutes, ideaRoutes, attachmentRoutes, versionRoutes,
            authorshipRoutes, clarificationRoutes, mergingRoutes, similarityRoutes, commentRoutes,
            votingRoutes, ballotRoutes, recountRoutes, costRoutes, benchRoutes, juryRoutes,
            deskRoutes, moderationRoutes, complaintRoutes, rewardRoutes, pointRoutes, regulationRoutes,
            accountRoutes,
            communityRoutes, practiceRoutes,
            fundRoutes,
            fundDeskRoutes, effectRoutes,
            drawRoutes, integrityRoutes,
            administrationRoutes,
            portfolioRoutes,
        ]
        return rooms.flatMap(\.self)
    }

    /// The routes that have no language.
    static let bareRoutes: [Route<Action>] =
        [
            Route(.get, "/", negotiateLanguage),
            Route(.get, "/healthz", reportHealth),
        ] + sitemapRoutes

    /// Every page that templates are checked against.
    static let pages: [any Page.Type] = [
        ErrorPage.self, HomePage.self, AboutPage.self, AnswersPage.self, FollowUpPage.self,
        FollowUpFormPage.self, FeedsPage.self, SearchPage.self, GalleryPage.self, ChallengesPage.self,
        ChallengePage.self, ThemesPage.self, ThemePage.self, PromptPage.self, ThemeFormPage.self,
        BlueprintsPage.self, ChallengeFormPage.self, PreviewPage.self, CancelPage.self, ArchivePage.self,
        DraftVersionPage.self, DraftFormPage.self, IdeaPage.self, IdeaFormPage.self,
        IdeaReceiptPage.self, IdeaWithdrawPage.self, SimilarPage.self, ChallengeFilesPage.self,
        VersionsPage.self, AuthorsPage.self, QuestionPage.self, ClarificationPage.self, MergePage.self,
        BallotPage.self, CostsPage.self, OutcomePage.self, RecountPage.self,
        BenchPage.self, CardPage.self, JuryPage.self, JudgedIdeaPage.self, JuryRulesPage.self,
        DeskPage.self, AnswerPage.self, ResultsPage.self, MessagesPage.self, RewardsPage.self, GrantPage.self,
        RewardRegisterPage.self, RewardPage.self, BudgetPage.self, OwnRewardsPage.self, StatementPage.self,
        PointsPage.self, PointsGuidePage.self, ContestPage.self, PointsDeskPage.self, ContestAnswerPage.self,
        RegulationPage.self, RegulationFormPage.self, DeedPage.self, DeedFormPage.self,
        SignInPage.self, SignUpPage.self, AccountPage.self, AccountDeletionPage.self, OwnIdeasPage.self,
        CommunitiesPage.self, CommunityPage.self, RolesPage.self, FundPage.self, SharePage.self,
        LetterPage.self, SimulatorPage.self, MeasurePage.self, MeasuresPage.self, MeasureFormPage.self,
        MeasureKeepPage.self, PracticesPage.self, PracticePage.self, PracticeFormPage.self, FundsPage.self,
        KeepPage.self, FundFormPage.self,
        DrawPage.self, DrawDeskPage.self, IntegrityPage.self, SetAsidePage.self, DashboardPage.self,
        DashboardsPage.self, QueuePage.self, FilePage.self, RegisterPage.self, ReportPage.self,
        AppealPage.self, FollowingPage.self, PortfolioPage.self, InvitationsPage.self,
        InvitationPage.self, ClosedInvitationPage.self, PersonalFeedPage.self,
        CommentWithdrawalPage.self, RedirectionPage.self, ComplaintPage.self, ComplaintsPage.self,
    ]

    /// Leads to the language last read, else the one that the browser asks for, else French.
    @Sendable private static func negotiateLanguage(_ visit: Visit) async throws -> Response {
        let chosen = visit.request.cookie(LanguageChoice.cookie).flatMap(Language.init)
        let language = chosen ?? LanguageChoice.preferred(in: visit.request.headers[.acceptLanguage] ?? "")
        var response = Response.redirect(to: "/\(language.rawValue)", .found)
        response.headers[.vary] = "Accept-Language, Cookie"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Says that the site answers and can read its store.
    @Sendable private static func reportHealth(_ visit: Visit) async throws -> Response {
        _ = try await visit.app.store.pendingMigrations()
        var response = Response.text("ok\n")
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

/// Which language to begin in.
enum LanguageChoice {
    /// The cookie that remembers the language last read.
    static let cookie = "language"

    /// That cookie, for a year.
    static func cookie(_ language: Language, isSecure: Bool) -> Cookie {
        Cookie(cookie, language.rawValue, maxAge: 365 * 86_400, isSecure: isSecure)
    }

    /// The first of our languages by the quality that the browser gives each (RFC 9110 §12.5.4); French if none.
    static func preferred(in header: String) -> Language {
        var best: (language: Language, quality: Double)?
        for item in header.split(separator: ",") {
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.lowercased(),
                let language = Language.allCases.first(where: {
                    tag == $0.rawValue || tag.hasPrefix($0.rawValue + "-")
                })
            else { continue }
            let quality =
                parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if quality > 0, quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? .french
    }
}
