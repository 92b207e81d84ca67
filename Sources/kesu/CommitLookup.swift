import Dispatch
import Synchronization

/// Asks git for the ledger's last commit, and for its folder's name, while the ledger is read.
final class CommitLookup: Sendable {
  private let found = Mutex<String?>(nil)
  private let folder = Mutex("")
  private let done = DispatchGroup()
  private let ledger: String
  private let isAsked = Atomic(false)

  init(of folder: String) {
    ledger = folder
  }

  /// Asks, unless it has been done.
  func ask() {
    guard !isAsked.exchange(true, ordering: .relaxed) else { return }
    let folder = ledger
    DispatchQueue.global().async(group: done) { [self] in
      let commit = Git.lastCommit(of: folder)
      found.withLock { $0 = commit }
    }
    DispatchQueue.global().async(group: done) { [self] in
      let name = Git.pathFromTop(of: folder)
      self.folder.withLock { $0 = name ?? ownName(of: folder) }
    }
  }

  /// The commit, once git has answered; `nil` if there is none to name.
  func wait() -> String? {
    ask()
    done.wait()
    return found.withLock { $0 }
  }

  /// The ledger's folder as its repository names it, outside of one by its own name; with a slash at its end, or empty.
  func waitForFolder() -> String {
    ask()
    done.wait()
    return folder.withLock { $0 }
  }
}

/// The last part of a folder's path without links, with a slash at its end; empty for the root.
private func ownName(of folder: String) -> String {
  absolutePath(folder).split(separator: "/").last.map { $0 + "/" } ?? ""
}
