import Complaints
import Digests
import Glibc
import Threads

/// A regular file below content/.
struct ContentFile: Hashable, Sendable {
  /// Relative to content/: cases/2026/261001.md
  let name: String
  /// Bytes; only of attachments, else 0.
  let size: Int
  /// By what it was known when its folder was looked at; `nil` where it was only listed.
  var identity: FileIdentity?

  /// Its parts: cases, 2026, 261001.md
  var parts: [Substring] { name.split(separator: "/") }
  /// The last part without its ending: 261001
  var stem: String {
    let last = parts.last ?? ""
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? String(last)
  }

  /// By what it is known; `nil` if it is no regular file any more.
  ///
  /// - Parameter content: The path of content/.
  func identity(in content: String) throws(IntakeFailure) -> FileIdentity? {
    if let identity { identity } else { try fileIdentity(of: "\(content)/\(name)") }
  }

  /// Whether it ends so, in capitals or not; the ending is given in small letters, with its point.
  func hasEnding(_ ending: String) -> Bool {
    var name = name
    let ending = ending.utf8
    return name.withUTF8 { name in
      name.count >= ending.count
        && zip(name[(name.count - ending.count)...], ending).allSatisfy {
          (0x41...0x5A).contains($0) ? $0 + 0x20 == $1 : $0 == $1
        }
    }
  }
}

/// Every regular file below content/, folder by folder, in each in the order of the bytes of the names, and what stands
/// there that is none.
struct ContentTree: Sendable {
  private(set) var files: [ContentFile] = []
  /// Where the files of each folder lie among them, those of its folders included.
  private var ranges: [String: Range<Int>] = [:]
  var diagnostics: [Diagnostic] = []
  /// Symbolic links below attachments/, relative to it.
  var links: [String] = []
  /// Case files whose names, or whose folders' names, cannot be written: they are in error, but not lost.
  var unreadable: [String] = []

  /// - Parameters:
  ///   - root: The content folder; it may itself be reached through a link.
  ///   - seen: What the folder and those below it hold, where somebody has looked just now.
  ///   - jobs: How many threads list folders; the result does not depend on it.
  init(_ root: String, seen: [String: [Entry]] = [:], jobs: Int = 1) throws(IntakeFailure) {
    // The folders of one level are listed side by side, then those inside them.
    var (listings, level): ([String: [Entry]], [String]) = (seen, seen.isEmpty ? [""] : [])
    while !level.isEmpty {
      let folders = level
      let found = try inParallel(folders.count, jobs: jobs, step: 1) { place throws(IntakeFailure) in
        try entries(below: root, of: folders[place])
      }
      for (folder, entries) in zip(folders, found) { listings[folder] = entries }
      level = zip(folders, found).flatMap { folder, entries in
        entries.filter { $0.kind == .folder && $0.name.isPlain }.map { path(folder, $0.name.text) }
      }
    }
    files.reserveCapacity(listings.values.reduce(0) { $0 + $1.count })
    try take("", from: listings, root: root)
  }

  /// The files below a folder: attachments, reports/daily.
  func files(in folder: String) -> ArraySlice<ContentFile> { files[ranges[folder] ?? 0..<0] }

  /// Takes in the entries of a folder and of the folders inside it.
  private mutating func take(
    _ folder: String, from listings: [String: [Entry]], root: String
  ) throws(IntakeFailure) {
    let first = files.count
    defer { ranges[folder] = first..<files.count }
    let entries = listings[folder] ?? []
    let isAttachment = folder == "attachments" || folder.hasPrefix("attachments/")
    for entry in entries {
      let name = path(folder, entry.name.text)
      guard entry.name.isPlain else {
        try takeBroken(entry, folder, root: root)
        continue
      }
      switch entry.kind {
      case nil: files.append(ContentFile(name: name, size: isAttachment ? entry.size : 0, identity: entry.identity))
      case .folder?: try take(name, from: listings, root: root)
      case let kind?:
        if isAttachment, kind == .symbolicLink { links.append(String(name.dropFirst("attachments/".count))) }
        diagnostics.append(Diagnostic(.file(.special(kind)), at: Place(path: "\(root)/\(name)")))
      }
    }
  }

  /// Names what has no name that could be written, and of a folder everything inside it.
  private mutating func takeBroken(_ entry: Entry, _ folder: String, root: String) throws(IntakeFailure) {
    let name = path(folder, entry.name.text)
    guard entry.kind == .folder else { return refuse(name, .badName, root: root) }
    let bytes = Array(path(root, folder).utf8) + [0x2F] + entry.name.bytes
    let isCases = folder == "cases" || folder.hasPrefix("cases/")
    let inside = try paths(inside: bytes, named: name).filter {
      !isCases || ContentFile(name: $0, size: 0).hasEnding(".md")
    }
    if inside.isEmpty { refuse(name, .badName, root: root) }
    for file in inside { refuse(file, .badFolder, root: root) }
  }

  private mutating func refuse(_ name: String, _ problem: FileProblem, root: String) {
    diagnostics.append(Diagnostic(.file(problem), at: Place(path: "\(root)/\(name)")))
    let file = ContentFile(name: name, size: 0)
    if file.parts.first == "cases", file.hasEnding(".md") { unreadable.append("\(root)/\(name)") }
  }
}

/// The name of an entry in a folder, either of them as given or relative to content/; content/ itself has none.
private func path(_ folder: String, _ name: String) -> String {
  if folder.isEmpty || name.isEmpty { return folder + name }
  let size = folder.utf8.count + 1 + name.utf8.count
  return String(unsafeUninitializedCapacity: size) { bytes in
    var rest = UnsafeMutableBufferPointer(rebasing: bytes[bytes.initialize(fromContentsOf: folder.utf8)...])
    rest[0] = UInt8(ascii: "/")
    rest = UnsafeMutableBufferPointer(rebasing: rest[1...])
    _ = rest.initialize(fromContentsOf: name.utf8)
    return size
  }
}

/// What is in a folder below content/; sizes are asked for where they matter.
private func entries(below root: String, of folder: String) throws(IntakeFailure) -> [Entry] {
  let needsSize = folder == "attachments" || folder.hasPrefix("attachments/")
  return try entries(of: Array(path(root, folder).utf8), named: path(root, folder), needsSize: needsSize)
}

/// Everything but folders inside a folder whose name cannot be written, at any depth.
///
/// - Parameters:
///   - path: The bytes by which the system knows it.
///   - name: How messages name it.
private func paths(inside folder: [UInt8], named name: String) throws(IntakeFailure) -> [String] {
  var files: [String] = []
  for entry in try entries(of: folder, named: name, needsSize: false) {
    let inner = "\(name)/\(entry.name.text)"
    if entry.kind == .folder {
      files += try paths(inside: folder + [0x2F] + entry.name.bytes, named: inner)
    } else {
      files.append(inner)
    }
  }
  return files
}
