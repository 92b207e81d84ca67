import Dispatch
import Glibc
import Synchronization

/// Makes and writes files on several threads; each thread reuses one buffer.
///
/// - Parameter wrote: Told after each file how many are done; called from any thread.
/// - Throws: The failure of the first file, in the order given, that failed.
func writeFiles(
  _ files: [OutputFile], under root: String, jobs: Int, wrote: @escaping @Sendable (Int) -> Void
) throws {
  for folder in folders(of: files) {
    let path = root + "/" + folder
    try call(.makeFolder, path) { mkdir(path, 0o777) }
  }
  let next = Atomic(0)
  let done = Atomic(0)
  let failures = Mutex<[(index: Int, failure: any Error)]>([])
  DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
    var buffer: [UInt8] = []
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count, failures.withLock({ $0.isEmpty }) else { return }
      do {
        try write(files[index], under: root, buffer: &buffer)
        wrote(done.wrappingAdd(1, ordering: .relaxed).newValue)
      } catch {
        failures.withLock { $0.append((index, error)) }
      }
    }
  }
  if let first = failures.withLock({ $0.min { $0.index < $1.index } }) { throw first.failure }
}

/// Every folder that the files need, each after the one that holds it.
private func folders(of files: [OutputFile]) -> [String] {
  var known: Set<String> = []
  for file in files {
    var folder = file.folder
    while !folder.isEmpty, known.insert(folder).inserted {
      folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
    }
  }
  return known.sorted()
}

private func write(_ file: OutputFile, under root: String, buffer: inout [UInt8]) throws {
  buffer.removeAll(keepingCapacity: true)
  switch file.content {
  case .made(let make): try make(&buffer)
  case .copy(let source): try read(source, into: &buffer)
  }
  try write(buffer, to: root + "/" + file.path)
}

/// Writes a new file; one that is there already is a failure, since two pages would share a name.
func write(_ bytes: [UInt8], to path: String) throws(PublishingFailure) {
  let file = try call(.create, path) { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  var written = 0
  do {
    while written < bytes.count {
      written += try call(.write, path) {
        bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress?.advanced(by: written), bytes.count - written) }
      }
    }
  } catch {
    close(file)
    throw error
  }
  // A full disk may be told only now.
  guard close(file) == 0 || errno == EINTR else { throw .system(action: .write, path: path, code: errno) }
}

private func read(_ path: String, into buffer: inout [UInt8]) throws(PublishingFailure) {
  let file = try call(.read, path) { open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
  defer { close(file) }
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = try call(.read, path) { chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) } }
    if count == 0 { return }
    buffer.append(contentsOf: chunk[..<count])
  }
}
