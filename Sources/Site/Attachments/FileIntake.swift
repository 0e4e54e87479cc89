public import Domain
import HTTP
public import Intake
import NIOPosix
import Synchronization

/// Looks into files that people send, one at a time on a thread of its own: a picture takes up to some seconds and
/// 200 MB to be made anew.
final class FileIntake: Sendable {
    /// What a picture is made for.
    enum Purpose: Sendable {
        case reading
        case cover

        /// The whole picture, then the small one.
        fileprivate var frames: [Picture.Frame] {
            switch self {
            case .reading: [.within(2_560), .within(480)]
            case .cover: [.filling(width: 1_200, height: 800), .filling(width: 480, height: 320)]
            }
        }
    }

    /// Files that may wait for their turn; those beyond are refused for a moment, so that no memory is filled.
    private static let mostWaiting = 8

    private let threads = NIOThreadPool(numberOfThreads: 1)
    private let waiting = Mutex(0)

    init() {
        threads.start()
    }

    /// The file as it can be kept: pictures made anew without what they hid, documents as they came.
    ///
    /// Throws `Refusal.invalid` on `field` if it is not taken, `.tooMany` while others wait.
    func take(
        _ file: Multipart.File, for purpose: Purpose = .reading, describedAs description: String,
        field: String
    )
        async throws -> AttachmentContent
    {
        guard file.bytes.count <= Attachment.longest else {
            throw Refusal.invalid(field, .fileTooLarge, limit: Attachment.longest / 1_048_576)
        }
        let isFree = waiting.withLock { waiting in
            guard waiting < Self.mostWaiting else { return false }
            waiting += 1
            return true
        }
        guard isFree else { throw Refusal.tooMany(retryAfter: 10) }
        defer { waiting.withLock { $0 -= 1 } }
        let result = try await threads.runIfActive {
            Result { () throws(IntakeFault) in
                try Self.read(Array(file.bytes), named: file.name, for: purpose, describedAs: description)
            }
        }
        do {
            return try result.get()
        } catch {
            throw Refusal.invalid(field, error.problem, limit: error.limit)
        }
    }

    private static func read(
        _ bytes: [UInt8], named name: String, for purpose: Purpose, describedAs description: String
    ) throws(IntakeFault) -> AttachmentContent {
        switch FileKind(of: bytes) {
        case nil: throw .unknownKind
        case .pdf:
            guard case .reading = purpose else { throw .unknownKind }
            try DocumentScan.check(bytes)
            return AttachmentContent(
                facts: AttachmentContent.Facts(
                    kind: .pdf, name: name, description: description, size: bytes.count), whole: bytes)
        case .png, .jpeg, .webp:
            let made = try Picture.remake(bytes, as: purpose.frames)
            return AttachmentContent(
                whole: made[0], small: made[1], name: name, description: description)
        }
    }
}

extension AttachmentContent {
    /// A picture in its two forms.
    public init(whole: Picture, small: Picture, name: String, description: String) {
        self.init(
            facts: Facts(
                kind: .webp, name: name, description: description, size: whole.bytes.count,
                dimensions: Dimensions(
                    width: whole.width, height: whole.height, smallWidth: small.width,
                    smallHeight: small.height)),
            whole: whole.bytes, small: small.bytes)
    }
}

extension IntakeFault {
    /// What is said beside the field.
    fileprivate var problem: Problem.Code {
        switch self {
        case .unknownKind: .fileOfUnknownKind
        case .broken: .fileBroken
        case .tooManyPixels: .pictureTooLarge
        case .animated: .pictureMoves
        case .active: .documentActs
        case .closed: .documentClosed
        }
    }

    /// Millions of pixels, for the sentence that quotes them.
    fileprivate var limit: Int? { self == .tooManyPixels ? Picture.mostPixels / 1_000_000 : nil }
}
