// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours obeys the same settings.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: house)
}

func tests(
  _ name: String, of imports: [Target.Dependency], resources: [Resource] = [], exclude: [String] = []
) -> Target {
  .testTarget(name: name, dependencies: imports, exclude: exclude, resources: resources, swiftSettings: house)
}

let package = Package(
  name: "kesu",
  products: [.executable(name: "kesu", targets: ["kesu"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CLinux"),

    room("Digests"),
    room("Statistics"),
    room("Threads"),
    room("Complaints", imports: ["Digests", "Threads"]),
    room("Hypertext"),
    room("Intake", imports: ["Complaints", "Digests", "Threads", "CLibYAML"]),
    room("Findings", imports: ["Complaints", "Digests", "Statistics", "Threads"]),
    room("Charts", imports: ["Hypertext", "Statistics"]),
    room("Narrative", imports: ["CCmark", "Hypertext"]),
    room("Templates", imports: ["Hypertext"]),
    room(
      "Site",
      imports: [
        "Complaints", "Digests", "Hypertext", "Intake", "Findings", "Statistics", "Charts", "Narrative", "Templates",
        "Threads",
      ]),
    room("Publishing", imports: ["CLinux", "Digests", "Threads"]),
    .executableTarget(
      name: "kesu",
      dependencies: [
        "CLinux", "Complaints", "Digests", "Intake", "Findings", "Site", "Publishing", "Templates", "Hypertext",
        "Threads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    tests("DigestsTests", of: ["Digests"]),
    tests("StatisticsTests", of: ["Statistics"], resources: [.copy("Data")]),
    tests("ThreadsTests", of: ["Threads"]),
    tests("ComplaintsTests", of: ["Complaints", "Digests", "Threads"], resources: [.copy("Data")]),
    tests("HypertextTests", of: ["Hypertext"]),
    tests("IntakeTests", of: ["Intake", "Complaints", "Digests", "Threads"]),
    tests("FindingsTests", of: ["Findings", "Complaints", "Digests", "Intake", "Statistics"]),
    tests("ChartsTests", of: ["Charts", "Hypertext", "Statistics"], exclude: ["Goldens"]),
    tests("NarrativeTests", of: ["Narrative", "Hypertext"]),
    tests("TemplatesTests", of: ["Templates", "Hypertext"]),
    tests("SiteTests", of: ["Site", "Complaints", "Digests", "Intake", "Findings", "Hypertext", "Templates"]),
    tests("PublishingTests", of: ["Publishing", "Digests"]),
    tests("KesuTests", of: ["kesu"]),
  ]
)
