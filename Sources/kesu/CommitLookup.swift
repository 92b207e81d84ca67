import Dispatch
import Synchronization

/// Asks git for the ledger's last commit, and for its folder's name, while the ledger is read.
final class CommitLookup: Sendable {
  private let found = Mutex(Git.Standing())
  private let folder = Mutex("")
  private let done = DispatchGroup()
  private let ledger: String
  private let isAsked = Atomic(false)

  init(of folder: String) {
    ledger = folder
  }

  /// Asks, unless it has been done.
  ///
  /// - Parameter suspect: What had a change that was not committed the last time, by its path in the folder.
  func ask(suspect: String? = nil) {
    guard !isAsked.exchange(true, ordering: .relaxed) else { return }
    let folder = ledger
    DispatchQueue.global().async(group: done) { [self] in
      let name = Git.pathFromTop(of: folder)
      self.folder.withLock { $0 = name ?? ownName(of: folder) }
      guard let name else { return }
      let standing = Git.standing(of: folder, named: name, suspect: suspect)
      found.withLock { $0 = standing }
    }
  }

  /// How the folder stands to what is committed, once git has answered.
  func wait() -> Git.Standing {
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
