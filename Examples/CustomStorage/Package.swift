// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "CustomStorage",
    platforms: [.macOS(.v15)],
    products: [.library(name: "CustomStorage", targets: ["CustomStorage"])],
    dependencies: [.package(name: "QualityManagement", path: "../..")],
    targets: [
        .target(
            name: "CustomStorage",
            dependencies: [
                .product(name: "QualityCore", package: "QualityManagement"),
                .product(name: "QualityStorage", package: "QualityManagement"),
            ]
        ),
        .testTarget(
            name: "CustomStorageTests",
            dependencies: [
                "CustomStorage",
                .product(name: "QualityStorage", package: "QualityManagement"),
                .product(name: "QualityStorageConformance", package: "QualityManagement"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
