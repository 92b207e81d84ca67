import Complaints
import Digests
import Publishing

/// What a build that published says, and on what that rests: kept beside the site, so that a build that has nothing to do can say it again.
struct Outcome: Hashable {
  /// One line each, sorted.
  let diagnostics: [String]
  /// The account of the ledger, which is the last word.
  let account: String
  let cases, files, errors, warnings: Int
  /// The commit that the pages name; `nil` where they name none.
  let commit: String?
  /// A file with a change that is not committed; `nil` where none is known.
  let change: String?
  /// The ledger's folder as pages name it.
  let folder: String
  /// Whether git would give both again.
  let isGitSame: Bool

  init(_ reading: Reading, account: Account, files: Int, _ standing: Git.Standing, folder: String) {
    diagnostics = reading.diagnostics.map(\.description)
    self.account = accountLine(account)
    (cases, errors, warnings) = (account.found, reading.errors, reading.warnings)
    (self.files, self.folder, isGitSame) = (files, folder, true)
    (commit, change) = (standing.commit, standing.change)
  }

  /// The line before the account.
  ///
  /// - Parameter time: How long the build took.
  func summary(_ time: String) -> String {
    [count(cases, "case"), count(files, "file"), count(warnings, "warning"), time].joined(separator: ", ")
  }
}

/// «1 case», «2 cases».
func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

/// As it lies in the record of the site, whose digest guards it.
extension Outcome {
  /// - Parameter grounds: `nil` where nobody can tell on what it rests: then nothing is kept.
  func note(_ grounds: Grounds?) -> [UInt8] {
    guard let grounds else { return [] }
    func line(_ text: String) -> String? { text.contains("\n") ? nil : text }
    let head =
      [grounds.digest.description, grounds.git?.description ?? "", commit ?? "", folder, change.flatMap(line) ?? ""]
      + [cases, files, errors, warnings].map(String.init)
      + [account]
    return Array((head + diagnostics).joined(separator: "\n").utf8)
  }

  /// - Returns: `nil` unless the note is of a build on the same grounds.
  init?(_ note: [UInt8], of grounds: Grounds) {
    let lines = Self.lines(of: note)
    let numbers = lines.dropFirst(5).prefix(4).compactMap { Int($0) }
    guard lines.count > 9, numbers.count == 4, lines[0] == grounds.digest.description else { return nil }
    isGitSame = lines[1] == grounds.git?.description
    commit = lines[2].isEmpty ? nil : lines[2]
    (folder, change) = (lines[3], Self.change(in: lines))
    (cases, files, errors, warnings) = (numbers[0], numbers[1], numbers[2], numbers[3])
    account = lines[9]
    diagnostics = Array(lines[10...])
  }

  /// What had a change that was not committed when a note was left, on whatever grounds.
  static func change(in note: [UInt8]) -> String? { change(in: lines(of: note)) }

  private static func change(in lines: [String]) -> String? { lines.count > 4 && !lines[4].isEmpty ? lines[4] : nil }

  private static func lines(of note: [UInt8]) -> [String] {
    note.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }
}
