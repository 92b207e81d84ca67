import Glibc
import Synchronization

/// A file in memory, of which hardly more than what is just being looked at counts as the program's own.
///
/// Every page of a mapped file that was ever looked at counts, although the system could take it away at any time. The
/// records of a large ledger would be the larger part of all memory so; therefore their pages are let go of again and
/// again, which costs little, since they stay in the system's memory as long as it has room for them.
final class MappedFile: Sendable {
  nonisolated(unsafe) let start: UnsafeRawPointer
  private let size: Int
  private let sweep: PageSweep?

  /// - Parameters:
  ///   - size: How far the file may ever grow; what lies behind its end must not be looked at.
  ///   - expected: How many bytes it will hold, about.
  ///   - large: From so many on pages are let go of; a smaller file may count whole.
  /// - Returns: `nil` if the system refuses.
  init?(_ descriptor: Int32, size: Int, expected: Int, large: Int = 48 << 20) {
    guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_SHARED | MAP_NORESERVE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    self.start = UnsafeRawPointer(start)
    self.size = size
    sweep = expected >= large ? PageSweep(start, size) : nil
  }

  deinit {
    sweep?.end()
    munmap(UnsafeMutableRawPointer(mutating: start), size)
  }
}

/// Lets go of the pages of a mapping as soon as many of them count, on a thread of its own: with each page that is looked at
/// the system maps fifteen beside it.
private final class PageSweep: Sendable {
  private struct Pages: @unchecked Sendable {
    let start: UnsafeMutableRawPointer
    let size: Int
  }

  /// `nil` when it has ended.
  private let pages: Mutex<Pages?>

  init?(_ start: UnsafeMutableRawPointer, _ size: Int) {
    pages = Mutex(Pages(start: start, size: size))
    var thread = pthread_t()
    let own = Unmanaged.passRetained(self)
    let isRunning = pthread_create(
      &thread, nil,
      { sweep in
        guard let sweep else { return nil }
        Unmanaged<PageSweep>.fromOpaque(sweep).takeRetainedValue().run()
        return nil
      }, own.toOpaque())
    guard isRunning == 0 else {
      own.release()
      return nil
    }
    pthread_detach(thread)
  }

  /// Returns when no page will be touched any more.
  func end() { pages.withLock { $0 = nil } }

  private func run() {
    let memory = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    defer { if memory >= 0 { close(memory) } }
    var most = (Self.shared(memory) ?? 0) + Self.most
    while true {
      usleep(2_000)
      let goesOn = pages.withLock { pages in
        // Where nobody can tell they are let go of all the same.
        if let pages, Self.shared(memory) ?? .max > most {
          madvise(pages.start, pages.size, MADV_DONTNEED)
          // What still counts are the pages of other files.
          most = (Self.shared(memory) ?? 0) + Self.most
        }
        return pages != nil
      }
      guard goesOn else { return }
    }
  }

  /// 24 MB in pages of 4 KB.
  private static let most = 24 << 8

  /// The pages of files that count as the program's own, the third number of statm; `nil` if that cannot be read.
  private static func shared(_ memory: Int32) -> Int? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
      let size = pread(memory, buffer.baseAddress, buffer.count, 0)
      guard size > 0 else { return nil }
      let numbers = buffer[..<size].split(separator: UInt8(ascii: " "))
      return numbers.count > 2 ? Int(String(decoding: numbers[2], as: UTF8.self)) : nil
    }
  }
}
