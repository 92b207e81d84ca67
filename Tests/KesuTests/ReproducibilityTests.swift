import Foundation
import Testing

/// Invariants 5 and 8 of the README: the same ledger, commit, templates, audience, as-of and version give the same bytes.
struct ReproducibilityTests {
  /// A machine on which a site is built.
  struct Machine: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var options: [String] = []
    var environment: [String: String] = [:]
    /// Run before the build, in the folder that holds the ledger.
    var before = "true"
    /// Of the ledger, from where the program is run.
    var content = "content"
    var folder = "."
    var output = "_site"
  }

  static let machines = [
    Machine(testDescription: "one thread", options: ["--jobs", "1"]),
    Machine(testDescription: "eight threads", options: ["--jobs", "8", "--full", "--quiet"]),
    Machine(
      testDescription: "another zone and locale",
      environment: ["TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "LANGUAGE": "ar"]),
    Machine(testDescription: "no zone and locale", environment: ["TZ": ":nowhere", "LC_ALL": "C", "HOME": "/nowhere"]),
    Machine(testDescription: "under a hook of git", environment: ["GIT_DIR": ".git", "GIT_INDEX_FILE": "/nowhere"]),
    Machine(testDescription: "another umask", before: "umask 077"),
    Machine(
      testDescription: "another folder", before: "mkdir -p deep/er", content: "../../content", folder: "deep/er",
      output: "../../_site"),
    Machine(
      testDescription: "named from the root on", content: "$OLDPWD/content", folder: "/tmp", output: "$OLDPWD/_site"),
    Machine(testDescription: "a clone elsewhere", before: "git clone -q . clone", content: "clone/content"),
    Machine(
      testDescription: "over an earlier site",
      before:
        "\"$KESU\" build --keep-going --quiet --as-of 2026-06-30 --audience team --templates \"$TEMPLATES\" --output _site || true"
    ),
    Machine(
      testDescription: "over a site of an earlier version",
      before: "mkdir _site && printf 'kesu site 1\\nold.html\\n' > _site/.kesu-site && echo old > _site/old.html"),
  ]

  @Test func everyMachineMakesTheSameBytes() throws {
    let workplace = try Workplace.sample()
    try workplace.commitAll()
    try build(on: Machine(testDescription: "reference", output: "reference"), in: workplace)
    let reference = try workplace.files("reference")
    #expect(reference.count > 10)
    for machine in Self.machines {
      try build(on: machine, in: workplace)
      #expect(differences(reference, try workplace.files()) == [], "\(machine.testDescription)")
      try FileManager.default.removeItem(atPath: workplace("_site"))
    }
  }

  private func build(on machine: Machine, in workplace: Workplace) throws {
    let script = """
      \(machine.before) && cd \(machine.folder) && \
      "$KESU" build --keep-going --as-of 2026-10-31 --templates "$TEMPLATES" --content \(machine.content) --output \(machine.output) \
      \(machine.options.joined(separator: " "))
      """
    let paths = ["KESU": try kesuPath(), "TEMPLATES": repository + "/site-templates"]
    try run(["bash", "-c", script], in: workplace.path, environment: machine.environment.merging(paths) { $1 })
  }

  @Test func theCommitIsNamedUnlessSomethingIsNotCommitted() throws {
    let workplace = try Workplace(["cases/a1.md": caseText("a1")])
    try workplace.commitAll()
    let commit = try run(["git", "rev-parse", "--short=7", "HEAD"], in: workplace.path).output.prefix(7)
    func namesCommit() throws -> Bool {
      #expect(try workplace.build().code == 0)
      let files = try workplace.files()
      let page = files["index.html"] ?? files["cases/index.html"]
      return String(decoding: try #require(page), as: UTF8.self).contains(commit)
    }
    #expect(try namesCommit())
    try workplace.write("x", to: "notes.txt")
    #expect(try namesCommit())
    try workplace.write(caseText("b2"), to: "content/cases/b2.md")
    #expect(try !namesCommit())
  }
}
