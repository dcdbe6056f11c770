// swift-tools-version: 6.2
import PackageDescription

let core: Set<String> = ["QualityCore"]
let domain: Set<String> = ["ProcessMaps", "SelfChecks", "Deviations", "Complaints", "LexSarah", "Improvements"]

let package = Package(
    name: "QualityManagement",
    platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
    products: [
        .library(name: "QualityManagement", targets: ["QualityManagement"]),
        .library(name: "QualityCore", targets: ["QualityCore"]),
        .library(name: "ProcessMaps", targets: ["ProcessMaps"]),
        .library(name: "SelfChecks", targets: ["SelfChecks"]),
        .library(name: "Deviations", targets: ["Deviations"]),
        .library(name: "Complaints", targets: ["Complaints"]),
        .library(name: "LexSarah", targets: ["LexSarah"]),
        .library(name: "Improvements", targets: ["Improvements"]),
        .library(name: "QualityStatistics", targets: ["QualityStatistics"]),
        .library(name: "QualityStorage", targets: ["QualityStorage"]),
        .library(name: "QualityStorageSQLite", targets: ["QualityStorageSQLite"]),
        .library(name: "QualityStorageConformance", targets: ["QualityStorageConformance"]),
        .library(name: "QualityStoragePostgreSQL", targets: ["QualityStoragePostgreSQL"]),
        .library(name: "QualitySamples", targets: ["QualitySamples"]),
        .library(name: "QualityAnalysis", targets: ["QualityAnalysis"]),
        .library(name: "QualityReports", targets: ["QualityReports"]),
        .library(name: "QualityInterchange", targets: ["QualityInterchange"]),
        .library(name: "QualityBPMN", targets: ["QualityBPMN"]),
        .library(name: "QualityWorkflows", targets: ["QualityWorkflows"]),
        .executable(name: "AnnualReport", targets: ["AnnualReport"]),
    ],
    traits: [
        .trait(name: "SQLite", description: "The SQLite adapter; needs the system library and headers of SQLite 3."),
        .trait(name: "PostgreSQL", description: "The PostgreSQL adapter; needs libpq 14 or newer and its headers."),
    ],
    targets: [
        .target(name: "QualityCore"),
        .target(name: "ProcessMaps", dependencies: dependencies(core)),
        .target(name: "SelfChecks", dependencies: dependencies(core)),
        .target(name: "Deviations", dependencies: dependencies(core)),
        .target(name: "Complaints", dependencies: dependencies(core)),
        .target(name: "LexSarah", dependencies: dependencies(core)),
        .target(name: "Improvements", dependencies: dependencies(core)),
        .target(name: "QualityStatistics"),
        .target(name: "QualityStorage", dependencies: dependencies(core)),
        .target(
            name: "QualityStorageSQLite",
            dependencies: dependencies(core, ["QualityStorage"]) + [
                .target(name: "CQualitySQLite", condition: .when(traits: ["SQLite"]))
            ]
        ),
        .systemLibrary(
            name: "CQualitySQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
        ),
        .target(name: "QualityStorageConformance", dependencies: dependencies(core, ["QualityStorage"])),
        .target(
            name: "QualityStoragePostgreSQL",
            dependencies: dependencies(core, ["QualityStorage"]) + [
                .target(name: "CQualityLibPQ", condition: .when(traits: ["PostgreSQL"]))
            ]
        ),
        .systemLibrary(
            name: "CQualityLibPQ",
            pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]
        ),
        .target(name: "QualitySamples", dependencies: dependencies(core, domain)),
        .target(
            name: "QualityAnalysis",
            dependencies: dependencies(core, domain, ["QualityStorage", "QualityStatistics"])
        ),
        .target(
            name: "QualityReports",
            dependencies: dependencies(core, domain, ["QualityStorage", "QualityStatistics", "QualityAnalysis"])
        ),
        .target(
            name: "QualityInterchange",
            dependencies: dependencies(core, domain, ["QualityStorage", "QualityAnalysis"])
        ),
        .target(name: "QualityBPMN", dependencies: dependencies(core, ["ProcessMaps"])),
        .target(
            name: "QualityWorkflows",
            dependencies: dependencies(core, domain, ["QualityStorage", "QualityAnalysis"])
        ),
        .target(
            name: "QualityManagement",
            dependencies: dependencies(
                core,
                domain,
                ["QualityStatistics", "QualityStorage", "QualityAnalysis", "QualityReports", "QualityInterchange"],
                ["QualityWorkflows"]
            )
        ),
        .executableTarget(
            name: "AnnualReport",
            dependencies: ["QualityManagement", "QualityStorageSQLite"],
            path: "Examples/AnnualReport",
            exclude: ["README.md", "report.png"],
            resources: [.copy("Resources")]
        ),
        .testTarget(
            name: "AnnualReportTests",
            dependencies: ["AnnualReport", "QualityManagement", "QualitySamples", "TestSupport"]
        ),
        .target(name: "TestSupport", dependencies: dependencies(core), path: "Tests/TestSupport"),
        .target(
            name: "StorageTestSupport",
            dependencies: dependencies(core, ["QualitySamples", "QualityStorage"]),
            path: "Tests/StorageTestSupport"
        ),
        .testTarget(name: "QualityCoreTests", dependencies: dependencies(core, ["QualitySamples", "TestSupport"])),
        .testTarget(
            name: "DomainTests",
            dependencies: dependencies(
                core,
                domain,
                ["QualityBPMN", "QualityStorage", "QualityInterchange", "QualityWorkflows", "TestSupport"]
            )
        ),
        .testTarget(
            name: "DeviationsTests",
            dependencies: dependencies(core, ["Deviations", "QualitySamples", "TestSupport"])
        ),
        .testTarget(
            name: "ComplaintsTests",
            dependencies: dependencies(core, ["Complaints", "QualitySamples", "TestSupport"])
        ),
        .testTarget(
            name: "LexSarahTests",
            dependencies: dependencies(core, ["LexSarah", "QualitySamples", "TestSupport"])
        ),
        .testTarget(name: "ProcessMapsTests", dependencies: dependencies(core, ["ProcessMaps", "TestSupport"])),
        .testTarget(name: "SelfChecksTests", dependencies: dependencies(core, ["SelfChecks", "TestSupport"])),
        .testTarget(name: "ImprovementsTests", dependencies: dependencies(core, ["Improvements", "TestSupport"])),
        .testTarget(
            name: "QualitySamplesTests",
            dependencies: dependencies(core, domain, ["QualitySamples", "TestSupport"])
        ),
        .testTarget(
            name: "QualityInterchangeTests",
            dependencies: dependencies(core, ["Improvements", "QualityInterchange", "QualitySamples", "TestSupport"])
        ),
        .testTarget(name: "QualityReportsTests", dependencies: ["QualityReports", "QualityCore"]),
        .executableTarget(
            name: "StorageWorker",
            dependencies: dependencies(
                core,
                ["QualitySamples", "QualityStorage", "QualityStoragePostgreSQL", "QualityStorageSQLite"]
            ) + [
                .target(name: "CQualitySQLite", condition: .when(traits: ["SQLite"]))
            ],
            path: "Tests/StorageWorker"
        ),
        .testTarget(
            name: "QualityStorageTests",
            dependencies: dependencies(
                core,
                domain,
                ["QualitySamples", "QualityStorage", "QualityStorageConformance", "QualityStorageSQLite"],
                ["StorageTestSupport", "StorageWorker", "TestSupport"]
            ) + [
                .target(name: "CQualitySQLite", condition: .when(traits: ["SQLite"]))
            ]
        ),
        .testTarget(
            name: "QualityStorageConformanceTests",
            dependencies: dependencies(core, ["QualityStorage", "QualityStorageConformance", "TestSupport"])
        ),
        .testTarget(
            name: "QualityStoragePostgreSQLTests",
            dependencies: dependencies(
                core,
                ["Deviations", "QualitySamples", "QualityStorage", "QualityStorageConformance"],
                [
                    "QualityStoragePostgreSQL", "QualityStorageSQLite", "StorageTestSupport", "StorageWorker",
                    "TestSupport",
                ]
            )
        ),
        .executableTarget(
            name: "MapWorker",
            dependencies: dependencies(["ProcessMaps", "QualityBPMN"]),
            path: "Tests/MapWorker"
        ),
        .testTarget(
            name: "QualityBPMNTests",
            dependencies: dependencies(core, ["ProcessMaps", "QualityBPMN", "MapWorker", "TestSupport"])
        ),
        .testTarget(
            name: "QualityAnalysisTests",
            dependencies: dependencies(
                core,
                domain,
                ["QualityAnalysis", "QualitySamples", "QualityStatistics", "TestSupport"]
            )
        ),
        .testTarget(
            name: "QualityWorkflowsTests",
            dependencies: dependencies(
                core,
                domain,
                ["QualityStorage", "QualityWorkflows", "StorageTestSupport", "TestSupport"]
            )
        ),
        .testTarget(name: "QualityStatisticsTests", dependencies: ["QualityStatistics", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

func dependencies(_ groups: Set<String>...) -> [Target.Dependency] {
    groups.flatMap { $0.sorted() }.map { .target(name: $0) }
}

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
        .treatWarning("DeprecatedDeclaration", as: .warning),
        .treatWarning("ExplicitSendable", as: .error),
    ]
}
