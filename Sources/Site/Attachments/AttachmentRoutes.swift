import Domain
import HTTP
import HTTPTypes
import Storage

extension App {
    /// The content of files; documents and picture of a challenge.
    static let attachmentRoutes: [Route<Action>] = [
        Route(.get, "/files/:file", showWhole),
        Route(.get, "/files/:file/small", showSmall),
        Route(.get, "/challenges/:challenge/files", showChallengeFiles),
        Route(
            .post, "/challenges/:challenge/files", bodyLimit: filesLimit, surplus: filesSurplus,
            changeChallengeFiles),
        Route(.get, "/desk/moderation/:post/files", leadToPostFile),
        Route(.post, "/desk/moderation/:post/files", removeFile),
    ]

    /// What a form with files may send: a file that is a little too long is refused in words rather than cut off.
    static let filesLimit = 24 * 1_024 * 1_024

    /// How much more a browser may send and still get its form back, with the texts that came before the files.
    static let filesSurplus = 232 * 1_024 * 1_024

    // MARK: Content

    @Sendable private static func showWhole(_ visit: Visit) async throws -> Response {
        try await visit.showContent(.whole)
    }

    @Sendable private static func showSmall(_ visit: Visit) async throws -> Response {
        try await visit.showContent(.small)
    }

    // MARK: Challenges

    @Sendable private static func showChallengeFiles(_ visit: Visit) async throws -> Response {
        try await visit.showChallengeFiles(TypedChallengeFiles(Form()), [])
    }

    @Sendable private static func changeChallengeFiles(_ visit: Visit) async throws -> Response {
        let id: ChallengeID = try visit.identifier("challenge")
        _ = try await visit.look { look in
            try heed(try look.challenge(id).documentRefusal(for: look.viewer))
        }
        let member = try await visit.writer()
        let typed = TypedChallengeFiles(try visit.form())
        let store = visit.app.store
        do {
            if let file = typed.removed {
                let place = try await visit.look { try $0.attachment(file).place }.value
                guard place == .brief(id) || place == .cover(id) else { throw Refusal.notFound }
                try await store.detach(file, by: member, at: visit.now)
                return visit.redirect(to: visit.request.path, saying: .fileRemoved)
            }
            if let problem = try visit.cutProblem(usual: "document") { throw Refusal.invalid([problem]) }
            switch typed.act {
            case .cover:
                var problems = [Attachment.alternativeRule.problem(in: typed.alternative)].compactMap(\.self)
                let file = try visit.files().first { $0.field == "cover" }
                if file == nil { problems.append(Problem(field: "cover", code: .missing)) }
                guard let file, problems.isEmpty else { throw Refusal.invalid(problems) }
                let content = try await visit.take(
                    file, for: .cover, describedAs: typed.alternative, field: "cover", by: member)
                try await store.setCover(content, of: id, by: member, at: visit.now)
            case .document:
                guard let file = try visit.files().first(where: { $0.field == "document" }) else {
                    throw Refusal.invalid("document", .missing)
                }
                let content = try await visit.take(file, describedAs: "", field: "document", by: member)
                try await store.attach(content, toBriefOf: id, by: member, at: visit.now)
            case nil: throw Refusal.invalid("document", .missing)
            }
        } catch Refusal.invalid(let problems) {
            return try await visit.showChallengeFiles(typed, problems)
        }
        return visit.redirect(to: visit.request.path, saying: .fileAdded)
    }

    // MARK: Moderation

    @Sendable private static func leadToPostFile(_ visit: Visit) async throws -> Response {
        visit.redirect(to: visit.address.moderation(of: try visit.postID()))
    }

    @Sendable private static func removeFile(_ visit: Visit) async throws -> Response {
        let id = try visit.postID()
        let member = try await visit.moderator(of: id)
        let form = try visit.form()
        guard let file = form["file"].flatMap(Int64.init).map({ AttachmentID($0) }),
            let reason = form["reason"].flatMap(ModerationReason.init)
        else { throw BadRequest() }
        let place = try await visit.look { try $0.attachment(file).place }.value
        guard case .idea(let idea, _) = place, id == .idea(idea) else { throw Refusal.notFound }
        try await visit.app.store.removeAttachment(file, because: reason, by: member, at: visit.now)
        return visit.redirect(to: visit.address.moderation(of: id), saying: .fileTakenOut)
    }
}

extension Visit {
    /// That more files were sent at once than a form takes, on the field in which the body was cut; nil if it was not.
    func cutProblem(usual field: String) throws -> Problem? {
        guard request.isCut else { return nil }
        return Problem(
            field: request.isMultipart ? try multipart().cutField ?? field : field, code: .filesTooLarge,
            limit: App.filesLimit / 1_048_576)
    }

    /// A file as it can be kept, within what one person may send.
    func take(
        _ file: Multipart.File, for purpose: FileIntake.Purpose = .reading, describedAs description: String,
        field: String, by member: MemberID
    ) async throws -> AttachmentContent {
        try app.limits.sending.take(member.description, at: now)
        return try await app.intake.take(file, for: purpose, describedAs: description, field: field)
    }

    /// The content of a file, asked for anew each time: who may read it can change, what is under its number cannot.
    fileprivate func showContent(_ form: AttachmentContent.Form) async throws -> Response {
        let id: AttachmentID = try identifier("file")
        let tag = "\"file-\(id)-\(form.rawValue)\""
        let isKnown = request.headers[.ifNoneMatch]?.contains(tag) == true
        let (attachment, bytes) = try await look { look in
            let attachment = try look.attachment(id)
            return (attachment, isKnown ? [] : try look.content(of: attachment, form))
        }.value
        var response = Response(isKnown ? .notModified : .ok, body: isKnown ? .none : .bytes(bytes))
        response.headers = attachment.content.headers
        response.headers[.eTag] = tag
        return response
    }

    fileprivate func showChallengeFiles(_ typed: TypedChallengeFiles, _ problems: [Problem]) async throws
        -> Response
    {
        let id: ChallengeID = try identifier("challenge")
        let seen = try await look { look in
            let detail = try look.challengeDetail(id)
            try heed(detail.challenge.documentRefusal(for: look.viewer))
            return detail
        }
        if request.method == .get, let moved = redirectIfMoved(to: address.files(of: seen.value.challenge)) {
            return moved
        }
        return show(
            ChallengeFilesPage(seen.value, typed, problems, for: self), to: seen, in: .challenges,
            status: problems.isEmpty ? .ok : .unprocessableContent)
    }
}

extension AttachmentContent.Facts {
    /// The header fields with which the content is sent: the type that was found in it, and nothing that it could do.
    fileprivate var headers: HTTPFields {
        var headers = HTTPFields()
        headers[.contentType] = kind == .pdf ? "application/pdf" : "image/webp"
        headers[.contentSecurityPolicy] = "default-src 'none'; sandbox"
        headers[.cacheControl] = "private, no-cache, no-transform"
        headers[.crossOriginResourcePolicy] = "same-origin"
        // A name in ASCII for old programs, and the name itself (RFC 6266).
        let plain = String(
            name.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0 != "\\" ? Character($0) : "_" })
        headers[.contentDisposition] =
            "\(kind == .pdf ? "attachment" : "inline"); filename=\"\(plain)\"; filename*=UTF-8''\(PathText.encode(name))"
        return headers
    }
}

extension HTTPField.Name {
    static let crossOriginResourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .accept
}
