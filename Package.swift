// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "essaim",
    products: [.executable(name: "essaim", targets: ["essaim"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        // Without pkg-config: its file asks for the extensions too, which are another package and not used here.
        .systemLibrary(name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev"])]),
        // Without pkg-config: three libraries of three packages, which say nothing that the linker does not know.
        .systemLibrary(
            name: "CPicture", providers: [.apt(["libpng-dev", "libturbojpeg0-dev", "libwebp-dev"])]),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        .target(
            name: "Domain",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: [
                "CSQLite", "CStemmer", "Domain",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "HTTP",
            dependencies: [
                "CZlib",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(name: "Intake", dependencies: ["CPicture", "CZlib"], swiftSettings: strict),
        .target(name: "Templating", swiftSettings: strict),
        .target(name: "Syndication", dependencies: ["CLibXML2"], swiftSettings: strict),
        .target(
            name: "Site",
            dependencies: [
                "CArgon2", "CMarkGFM", "Domain", "HTTP", "Intake", "Storage", "Syndication", "Templating",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "essaim",
            dependencies: [
                "Domain", "HTTP", "Intake", "Site", "Storage", "Syndication", "Templating",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        .target(
            name: "Proving", dependencies: ["Storage"], path: "Tests/Proving", swiftSettings: strict),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "Proving"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests", dependencies: ["Domain", "Proving", "Storage"], swiftSettings: strict),
        .testTarget(
            name: "HTTPTests",
            dependencies: [
                "CZlib", "HTTP",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "IntakeTests", dependencies: ["CPicture", "CZlib", "Intake"], swiftSettings: strict),
        .testTarget(name: "TemplatingTests", dependencies: ["Templating"], swiftSettings: strict),
        .testTarget(
            name: "SyndicationTests", dependencies: ["CLibXML2", "Syndication"], swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "CLibXML2", "Domain", "HTTP", "Intake", "Proving", "Site", "Storage", "Syndication",
                "Templating",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EssaimTests",
            dependencies: ["Domain", "Proving", "Site", "Storage", "essaim"],
            swiftSettings: strict),
    ]
)
