// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "QualityManagement", path: "../..", traits: ["SQLite", "PostgreSQL"])],
    targets: [
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CBenchmarkSQLite",
                .product(name: "QualityAnalysis", package: "QualityManagement"),
                .product(name: "QualityCore", package: "QualityManagement"),
                .product(name: "QualitySamples", package: "QualityManagement"),
                .product(name: "QualityStatistics", package: "QualityManagement"),
                .product(name: "QualityStorage", package: "QualityManagement"),
                .product(name: "QualityStorageSQLite", package: "QualityManagement"),
                .product(name: "QualityStoragePostgreSQL", package: "QualityManagement"),
            ],
            swiftSettings: [
                // The server of the tests stands behind this condition.
                .define("PostgreSQL"),
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
                .treatAllWarnings(as: .error),
            ]
        ),
        .systemLibrary(name: "CBenchmarkSQLite", pkgConfig: "sqlite3"),
    ],
    swiftLanguageModes: [.v6]
)
