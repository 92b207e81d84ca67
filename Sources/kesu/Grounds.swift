import Complaints
import Digests
import Foundation
import Intake
import Publishing

/// Everything that a build rests on: where all of it is as it was, so are the site and all that is said.
struct Grounds {
  /// Of the files that are read, as they are known by names and times, and of the options.
  let digest: Digest
  /// Of these and of all that git's answers rest on; `nil` where it has to be asked.
  let git: Digest?
  /// What was seen of them.
  let seen: SeenFolders

  /// Looks at every file that the build may read, before it reads the first.
  ///
  /// - Parameter keeping: Names the program, the ledger, the output and the audience.
  /// - Returns: `nil` where nobody can tell: a file was changed in the very moment, a link may lead anywhere, or a folder cannot be read.
  /// - Throws: Why site.yaml cannot be read, or what is wrong with the day that is asked for.
  init?(_ ledger: LedgerOptions, keepsGoing: Bool, _ keeping: Keeping, jobs: Int) throws {
    let folders = [ledger.content, ledger.templates]
    guard let tree = TreeIdentity(of: folders.map(absolutePath), jobs: jobs), tree.isPlain else { return nil }
    // Whoever writes a file from the next tick on gives it another time than it had when it was looked at.
    if tree.settles >= FileIdentity.now { FileIdentity.waitForTick() }
    guard tree.settles < FileIdentity.now,
      let asOf = try siteSettings(content: ledger.content).map({ try ledger.resolvedAsOf($0) })
    else { return nil }
    var digester = Digester()
    digester.add(tree.digest)
    // As they are said in diagnostics, and as they are.
    for text in folders + [keeping.program] + keeping.site { digester.add(text) }
    digester.add(asOf.number)
    digester.add(keepsGoing ? 1 : 0)
    digest = digester.digest()
    git = Self.git(folders[0], tree)
    seen = tree.seen
  }

  private static func git(_ content: String, _ tree: TreeIdentity) -> Digest? {
    let environment = ProcessInfo.processInfo.environment
    guard let all = tree.ofAll, let grounds = GitGrounds(of: absolutePath(content), environment: environment),
      grounds.settles < FileIdentity.now
    else { return nil }
    var digester = Digester()
    digester.add(all)
    digester.add(grounds.digest)
    return digester.digest()
  }
}
