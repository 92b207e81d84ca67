import Dispatch
import Synchronization

/// Asks git for the ledger's last commit while the ledger is read.
final class CommitLookup: Sendable {
  private let found = Mutex<String?>(nil)
  private let done = DispatchGroup()

  init(of folder: String) {
    DispatchQueue.global().async(group: done) { [self] in
      let commit = Git.lastCommit(of: folder)
      found.withLock { $0 = commit }
    }
  }

  /// The commit, once git has answered; `nil` if there is none to name.
  func wait() -> String? {
    done.wait()
    return found.withLock { $0 }
  }
}
