public import Domain
import HTTP
import HTTPTypes
import Storage
import Templating

extension App {
    /// Complaints: how a post becomes one, what its author reads, the register of those who follow them up.
    static let complaintRoutes: [Route<Action>] = [
        Route(.get, "/posts/:post/complaint", showRedirection),
        Route(.post, "/posts/:post/complaint", redirectAsComplaint),
        Route(.get, "/complaints/:complaint", showComplaint),
        Route(.get, "/desk/complaints", showComplaints),
        Route(.get, "/desk/complaints.csv", exportComplaints),
        Route(.get, "/desk/complaints/:complaint", leadToComplaints),
        Route(.post, "/desk/complaints/:complaint", advanceComplaint),
    ]

    // MARK: Passing on

    @Sendable private static func showRedirection(_ visit: Visit) async throws -> Response {
        let id = try visit.postID()
        let seen = try await visit.look { look in
            let post = try look.post(id)
            return (post: post, refusal: post.redirectionRefusal(for: look.viewer))
        }
        if seen.value.refusal == .signInRequired {
            return visit.askToSignIn(returningTo: visit.request.path)
        }
        try heed(seen.value.refusal)
        let page = RedirectionPage(seen.value.post, viewer: seen.viewer, for: visit)
        return visit.show(page, to: seen, in: .challenges)
    }

    @Sendable private static func redirectAsComplaint(_ visit: Visit) async throws -> Response {
        let id = try visit.postID()
        let member = try await visit.writer()
        let seen = try await visit.look { try $0.post(id) }
        let complaint = try await visit.app.store.redirectAsComplaint(
            id, by: member, at: visit.now, deadlines: visit.app.time.deadlines(forReceiptAt: visit.now))
        let isOwn = seen.value.isAuthor(seen.viewer)
        return visit.redirect(
            to: isOwn ? visit.address.complaint(complaint) : visit.address.complaints,
            saying: isOwn ? nil : .complaintPassedOn)
    }

    // MARK: What the author reads

    @Sendable private static func showComplaint(_ visit: Visit) async throws -> Response {
        let id: ComplaintID = try visit.identifier("complaint")
        let seen = try await visit.look { try $0.complaint(id) }
        return visit.show(ComplaintPage(seen.value, for: visit), to: seen)
    }

    // MARK: The register

    @Sendable private static func showComplaints(_ visit: Visit) async throws -> Response {
        let number = visit.pageNumber
        let isAnswered = visit.request.query["state"] == Complaint.State.answered.rawValue
        let seen = try await visit.look { look in
            (
                list: try look.complaints(answered: isAnswered, page: number),
                count: try look.complaintCount(limit: DeskPage.countLimit)
            )
        }
        let page = ComplaintsPage(seen.value.list, count: seen.value.count, for: visit)
        return visit.show(page, to: seen, in: .desk)
    }

    @Sendable private static func leadToComplaints(_ visit: Visit) async throws -> Response {
        visit.redirect(to: visit.address.complaints)
    }

    @Sendable private static func advanceComplaint(_ visit: Visit) async throws -> Response {
        let id: ComplaintID = try visit.identifier("complaint")
        let member = try await visit.official()
        guard let state = (try visit.form())["state"].flatMap(Complaint.State.init) else {
            throw Refusal.notFound
        }
        try await visit.app.store.advanceComplaint(id, to: state, by: member, at: visit.now)
        return visit.redirect(to: visit.address.complaints, saying: .complaintAdvanced)
    }

    /// All complaints, those that run first, as a spreadsheet reads them.
    @Sendable private static func exportComplaints(_ visit: Visit) async throws -> Response {
        let seen = try await visit.look { look in
            var all: [Complaint] = []
            for isAnswered in [false, true] {
                var number = 1
                while true {
                    let page = try look.complaints(answered: isAnswered, page: number)
                    all += page.items
                    guard page.hasNext else { break }
                    number += 1
                }
            }
            return all
        }
        let wording = visit.wording
        var sheet = Spreadsheet(
            ComplaintsPage.columns.map { wording.text("complaints.column.\($0)") })
        for complaint in seen.value {
            sheet.add([
                complaint.reference, wording.time.isoDate(complaint.receivedAt), complaint.challengeTitle,
                wording.name(of: complaint.author), complaint.title, complaint.text,
                wording.text("complaints.state.\(complaint.state.rawValue)"),
                wording.time.isoDate(complaint.deadlines.acknowledgeBefore - .seconds(1)),
                complaint.acknowledgedAt.map { wording.time.isoDate($0) } ?? "",
                wording.time.isoDate(complaint.deadlines.answerBefore - .seconds(1)),
                complaint.answeredAt.map { wording.time.isoDate($0) } ?? "",
            ])
        }
        return Response(
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store, private",
                .contentDisposition: "attachment; filename=\"reclamations.csv\"",
            ], body: .bytes(sheet.bytes))
    }
}

extension Complaint {
    /// The number under which people name it.
    var reference: String { "R-\(id)" }
}

extension Address {
    func complaint(_ id: ComplaintID) -> String { "\(root)/complaints/\(id)" }
    /// The register.
    var complaints: String { "\(desk)/complaints" }
    func advance(_ id: ComplaintID) -> String { "\(complaints)/\(id)" }
    /// Where a post is passed on as a complaint.
    func complain(about post: PostID) -> String { "\(root)/posts/\(post.path)/complaint" }
}

extension LocalTime {
    /// The delays of a complaint that is received at `moment`.
    func deadlines(forReceiptAt moment: Timestamp) -> ComplaintDeadlines {
        let clock = wallClock(at: moment)
        let days = ComplaintDays(
            receivedOn: CalendarDay(year: clock.year, month: clock.month, day: clock.day))
        func end(of day: CalendarDay) -> Timestamp {
            let (year, month, day) = (day + 1).date
            return self.moment(of: WallClock(year: year, month: month, day: day, hour: 0, minute: 0))
        }
        return ComplaintDeadlines(
            acknowledgeBefore: end(of: days.acknowledgement), answerBefore: end(of: days.answer))
    }

    /// `2026-03-12`.
    func isoDate(_ moment: Timestamp) -> String {
        let clock = wallClock(at: moment)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(clock.year)-\(two(clock.month))-\(two(clock.day))"
    }
}

extension ComplaintDeadlines {
    /// Those of a complaint that is received at `moment`, in the time zone with this IANA name.
    ///
    /// Throws `UnknownTimeZone` for a name that the system does not have.
    public init(receivedAt moment: Timestamp, timeZone: String) throws {
        self = try LocalTime(timeZone).deadlines(forReceiptAt: moment)
    }
}
