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
  /// The ledger's folder as pages name it.
  let folder: String
  /// Whether git would give both again.
  let isGitSame: Bool

  init(_ reading: Reading, account: Account, files: Int, commit: String?, folder: String) {
    diagnostics = reading.diagnostics.map(\.description)
    self.account = accountLine(account)
    (cases, errors, warnings) = (account.found, reading.errors, reading.warnings)
    (self.files, self.commit, self.folder, isGitSame) = (files, commit, folder, true)
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
    let head =
      [grounds.digest.description, grounds.git?.description ?? "", commit ?? "", folder]
      + [cases, files, errors, warnings].map(String.init)
      + [account]
    return Array((head + diagnostics).joined(separator: "\n").utf8)
  }

  /// - Returns: `nil` unless the note is of a build on the same grounds.
  init?(_ note: [UInt8], of grounds: Grounds) {
    let lines = note.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    let numbers = lines.dropFirst(4).prefix(4).compactMap { Int($0) }
    guard lines.count > 8, numbers.count == 4, lines[0] == grounds.digest.description else { return nil }
    isGitSame = lines[1] == grounds.git?.description
    commit = lines[2].isEmpty ? nil : lines[2]
    folder = lines[3]
    (cases, files, errors, warnings) = (numbers[0], numbers[1], numbers[2], numbers[3])
    account = lines[8]
    diagnostics = Array(lines[9...])
  }
}
