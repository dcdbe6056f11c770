// swift-tools-version: 6.2
import PackageDescription

/// Every library of the package; `Tests/Scripts/generate-consumers` fails when a module is missing here.
let libraries = [
    "QualityManagement",
    "QualityCore",
    "Deviations",
    "Complaints",
    "LexSarah",
    "Improvements",
    "ProcessMaps",
    "SelfChecks",
    "QualityStatistics",
    "QualityStorage",
    "QualityStorageSQLite",
    "QualityStorageConformance",
    "QualityStoragePostgreSQL",
    "QualitySamples",
    "QualityAnalysis",
    "QualityReports",
    "QualityInterchange",
    "QualityBPMN",
    "QualityWorkflows",
]

func products(_ names: [String]) -> [Target.Dependency] {
    names.map { .product(name: $0, package: "QualityManagement") }
}

let package = Package(
    name: "Linkage",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "QualityManagement", path: "../..", traits: ["SQLite", "PostgreSQL"])],
    targets: [
        .executableTarget(
            name: "CoreOnly",
            dependencies: products(["QualityCore", "QualityStatistics"]),
            path: "CoreOnly"
        ),
        .executableTarget(name: "Umbrella", dependencies: products(["QualityManagement"]), path: "Umbrella"),
        .executableTarget(
            name: "ReadmeExample",
            dependencies: products(["QualityManagement"]),
            path: ".generated/ReadmeExample"
        ),
        .executableTarget(name: "Tutorial", dependencies: products(libraries), path: ".generated/Tutorial"),
        .target(name: "Snippets", dependencies: products(libraries), path: ".generated/Snippets"),
        .executableTarget(name: "EveryName", dependencies: products(libraries), path: ".generated/EveryName"),
    ],
    swiftLanguageModes: [.v6]
)
