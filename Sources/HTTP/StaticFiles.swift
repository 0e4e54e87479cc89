import FoundationEssentials
import HTTPTypes
import NIOCore
import Synchronization

/// The files of a directory, listed and compressed once, and served from that list: no request ever reaches the disk.
///
/// A file `essaim.css` has the address `/assets/essaim.3f2a9c0b1d.css`, where its content is hashed, so that browsers
/// may keep it for a year; `address(of:)` tells it. Hidden files and files of unknown types are left out. In style
/// sheets, `url(…)` of another file of the directory is replaced with that file's address, and `@import` with the sheet
/// it names.
public final class StaticFiles: Sendable {
    private let directory: String
    private let prefix: String
    private let plainNames: Set<String>
    private let reloads: Bool
    private let shelf: Mutex<Shelf>

    /// Reads a directory and all below it.
    /// - Parameters:
    ///   - directory: its path.
    ///   - prefix: what the addresses start with, with both slashes.
    ///   - plainNames: files that are also served at the root under their own name for an hour, as `favicon.ico`.
    ///   - reloads: whether the directory is read again when something in it has changed, for development.
    /// - Throws: what the file system answers when the directory or a file cannot be read.
    public init(
        directory: String, prefix: String = "/assets/", plainNames: Set<String> = ["favicon.ico"],
        reloads: Bool = false
    ) throws {
        self.directory = directory
        self.prefix = prefix
        self.plainNames = plainNames
        self.reloads = reloads
        shelf = Mutex(
            try Shelf(directory: directory, prefix: prefix, plainNames: plainNames, level: reloads ? 3 : 9))
    }

    /// The address of a file, given its path in the directory (`icons/hexagon.svg`); nil when there is none.
    public func address(of name: String) -> String? {
        current { $0.addresses[name] }
    }

    /// The paths of all the files in the directory, sorted.
    public var names: [String] { current { $0.addresses.keys.sorted() } }

    /// The text of a file as it is served, for instance a style sheet to be written into a page; nil when there is
    /// none or it is no text.
    public func text(of name: String) -> String? {
        current { shelf in
            guard let address = shelf.addresses[name], let item = shelf.items[address] else { return nil }
            return item.body.identity.readableBytesUInt8Span.validated()
        }
    }

    /// The answer to a request for a file, or nil when no file has that address or the method does not read.
    public func response(for request: Request) -> Response? {
        request.method == .get || request.method == .head ? response(at: request.path) : nil
    }

    /// The answer at a decoded path, or nil when no file has that address.
    public func response(at path: String) -> Response? {
        current { shelf in
            shelf.items[path].map { Response(.ok, headers: $0.headers, body: .prepared($0.body)) }
        }
    }

    private func current<Value: Sendable>(_ read: (borrowing Shelf) -> Value) -> Value {
        shelf.withLock { shelf in
            if reloads, let stamp = try? FolderStamp(of: directory), stamp != shelf.stamp,
                let renewed = try? Shelf(
                    directory: directory, prefix: prefix, plainNames: plainNames, level: 3)
            {
                shelf = renewed
            }
            return read(shelf)
        }
    }
}

/// One reading of the directory.
private struct Shelf: Sendable {
    struct Item: Sendable {
        let headers: HTTPFields
        let body: Prepared
    }

    private(set) var items: [String: Item] = [:]
    private(set) var addresses: [String: String] = [:]
    let stamp: FolderStamp

    init(directory: String, prefix: String, plainNames: Set<String>, level: Int) throws {
        stamp = try FolderStamp(of: directory)
        // Style sheets come last: they name the others by their hashed addresses.
        let names = stamp.names
        for name in names.filter({ !$0.hasSuffix(".css") }) + names.filter({ $0.hasSuffix(".css") }) {
            guard let type = FileType(of: name) else { continue }
            var bytes = try Self.content(of: name, in: directory)
            if type.isStyleSheet {
                bytes = StyleSheet.assembled(bytes, in: name) { path in
                    stamp.has(path) ? try? Self.content(of: path, in: directory) : nil
                }
                bytes = StyleSheet.renamed(bytes, in: name) { addresses[$0] }
            }
            let hash = Fingerprint(of: bytes.span).text
            let address = prefix + Self.hashed(name, hash.prefix(10))
            let body = Prepared(bytes, level: type.isText ? level : nil)
            addresses[name] = address
            items[address] = Item(
                headers: Self.headers(type, tag: hash, caching: "public, max-age=31536000, immutable"),
                body: body)
            if plainNames.contains(name) {
                items["/" + name] = Item(
                    headers: Self.headers(type, tag: hash, caching: "public, max-age=3600"), body: body)
            }
        }
    }

    private static func content(of name: String, in directory: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: directory + "/" + name)))
    }

    private static func hashed(_ name: String, _ hash: Substring) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "\(name).\(hash)" }
        return "\(name[..<dot]).\(hash)\(name[dot...])"
    }

    private static func headers(_ type: FileType, tag: String, caching: String) -> HTTPFields {
        [.contentType: type.mediaType, .cacheControl: caching, .eTag: EntityTag(tag).text]
    }
}
