import Domain
import HTTP
import HTTPTypes
import Storage
import Synchronization
import Templating

/// How somebody stands towards one page: what it says of them besides what they may see. Two who stand alike are shown
/// the same.
struct Standing: Hashable, Sendable {
    /// Whether a part of the page is theirs, their idea or their comment, so that nobody stands like them.
    var isAlone = false
    var ballot = BallotPaper(supports: 0, supportsThis: false)
    var isFollowing = false
    /// By which lot ideas stand while people vote.
    var lot = 0
}

/// A page as it leaves the press, before it has a reader; or an answer of another kind.
enum Impression: Sendable {
    case page(Sheet, HTTPResponse.Status)
    case other(Response)
}

/// Pages that were printed once for all who stand alike towards them, kept for one edition. What is each reader's own,
/// their name and the proof in their forms, is a blank.
final class Plates: Sendable {
    /// Who asks for what.
    struct Reader: Hashable, Sendable {
        let session: SessionKey?
        let target: String
        /// The lot of somebody without a session.
        let lot: Int?
    }

    /// All that decides what a page says.
    struct Key: Hashable, Sendable {
        let target: String
        /// What the reader may see, without who they are.
        let viewer: Viewer
        let account: Frame.AccountMenu?
        let standing: Standing
    }

    /// A sheet, and who is known to be shown it.
    struct Copy: Sendable {
        let sheet: Sheet
        let profile: Profile?
    }

    /// What looking for a page found.
    enum Found<Value: Sendable>: Sendable {
        case alone(Value)
        case printed(Key, Sheet)
        case read(Key, Value)
    }

    private struct Kept {
        var edition: Edition?
        var sheets: [Key: Sheet] = [:]
        var copies: [Reader: Copy] = [:]
        var bytes = 0
    }

    /// Bytes of sheets, and readers, that are kept.
    private static let capacity = (bytes: 24 * 1_024 * 1_024, readers: 10_000)
    private let kept = Mutex(Kept())
    private let asked = Mutex(AskedBefore())

    /// What this reader was shown before in the same edition.
    func copy(for reader: Reader, in edition: Edition) -> Copy? {
        kept.withLock { $0.edition == edition ? $0.copies[reader] : nil }
    }

    /// What others were shown who stand alike.
    func sheet(_ key: Key, in edition: Edition) -> Sheet? {
        kept.withLock { $0.edition == edition ? $0.sheets[key] : nil }
    }

    /// Keeps what a reader was shown, for them and for all who stand alike, if its address was asked for before.
    func keep(_ copy: Copy, for reader: Reader, _ key: Key, in edition: Edition) {
        guard reader.target.utf8.count < 512, asked.withLock({ $0.note(reader.target) }) else { return }
        kept.withLock { kept in
            if kept.edition != edition || kept.bytes > Self.capacity.bytes
                || kept.copies.count >= Self.capacity.readers
            {
                kept = Kept(edition: edition)
            }
            if kept.sheets.updateValue(copy.sheet, forKey: key) == nil { kept.bytes += copy.sheet.size }
            kept.copies[reader] = copy
        }
    }
}

extension Blank {
    /// The proof that a form comes from a page of ours.
    static let formToken = Blank(0)
    /// The reader's own name.
    static let pseudonym = Blank(1)
}

extension Visit {
    /// Shows a page that all who stand alike towards it are shown alike: read and printed once, until anything in the
    /// store changes or the minute is over.
    ///
    /// - Parameters:
    ///   - standing: How the viewer stands towards the page.
    ///   - read: Reads the page: as the viewer where they stand alone; otherwise as a stand-in, who may see and do the
    ///     same and is nobody, so that nothing of one reader can come into another's page.
    ///   - page: Makes the page, for whoever it was read.
    ///   - shown: Told who is shown it for the first time in this edition; the page was read before.
    func showAlike<Value: Sendable>(
        standing: @escaping @Sendable (Look) throws -> Standing = { _ in Standing() },
        read: @escaping @Sendable (Look, Standing) throws -> Value,
        page: (Seen<Value>) throws -> Impression, shown: (Viewer) -> Void = { _ in }
    ) async throws -> Response {
        let plates = app.plates
        let edition = Edition(of: self)
        let reader = Plates.Reader(
            session: session?.key, target: request.target, lot: session == nil ? visitorsLot : nil)
        // A page that says what was just done is its reader's alone; while templates are being written none is kept.
        let isShared = request.cookie(Notice.cookie) == nil && !app.settings.isDevelopment
        if isShared, let copy = plates.copy(for: reader, in: edition) {
            return answer(copy.sheet, to: copy.profile)
        }

        let target = request.target
        let seen = try await look { look -> Plates.Found<Value> in
            let standing = try standing(look)
            guard isShared, !standing.isAlone else { return .alone(try read(look, standing)) }
            let look = look.standIn
            let key = Plates.Key(
                target: target, viewer: look.viewer,
                account: Frame.AccountMenu(of: look.viewer, attention: look.attention),
                standing: standing)
            if let sheet = plates.sheet(key, in: edition) { return .printed(key, sheet) }
            return .read(key, try read(look, standing))
        }
        shown(seen.viewer)
        switch seen.value {
        case .alone(let value):
            return answer(try page(seen.with(value)), to: seen.profile)
        case .printed(let key, let sheet):
            plates.keep(Plates.Copy(sheet: sheet, profile: seen.profile), for: reader, key, in: edition)
            return answer(sheet, to: seen.profile)
        case .read(let key, let value):
            let impression = try page(seen.standIn.with(value))
            if case .page(let sheet, .ok) = impression {
                plates.keep(Plates.Copy(sheet: sheet, profile: seen.profile), for: reader, key, in: edition)
            }
            return answer(impression, to: seen.profile)
        }
    }
}
