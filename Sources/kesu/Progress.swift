import Glibc
import Synchronization

/// A bar on a terminal that fills while pages are written; silent elsewhere.
final class Progress: Sendable {
  private let total: Int
  private let isShown: Bool
  private let shownPercent = Mutex(-1)

  init(total: Int, isQuiet: Bool) {
    self.total = total
    isShown = !isQuiet && total > 0 && isatty(STDERR_FILENO) == 1
  }

  /// Draws anew when another percent is done; may be called from any thread.
  func report(done: Int) {
    guard isShown else { return }
    let percent = done * 100 / total
    shownPercent.withLock { shown in
      guard percent > shown else { return }
      shown = percent
      let filled = percent * 30 / 100
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
      Console.write("\r\(bar) \(percent)% \(done)/\(total)", to: STDERR_FILENO)
    }
  }

  /// Clears the line.
  func end() {
    if isShown { Console.write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}
