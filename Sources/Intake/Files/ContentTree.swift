import Complaints
import Glibc

/// A regular file below content/.
struct ContentFile: Hashable, Sendable {
  /// Relative to content/: cases/2026/261001.md
  let name: String
  /// Bytes; only of attachments, else 0.
  let size: Int

  /// Its parts: cases, 2026, 261001.md
  var parts: [Substring] { name.split(separator: "/") }
  /// The last part without its ending: 261001
  var stem: String {
    let last = parts.last ?? ""
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? String(last)
  }

  /// Whether it ends so, in capitals or not; the ending is given in small letters, with its point.
  func hasEnding(_ ending: String) -> Bool {
    let end = name.utf8.suffix(ending.utf8.count)
    return end.elementsEqual(ending.utf8) { (0x41...0x5A).contains($0) ? $0 + 0x20 == $1 : $0 == $1 }
  }
}

/// Every regular file below content/, in the order of the bytes of their paths, and what stands there that is none.
struct ContentTree: Sendable {
  var files: [ContentFile] = []
  var diagnostics: [Diagnostic] = []
  /// Symbolic links below attachments/, relative to it.
  var links: [String] = []
  /// Case files whose names cannot be written: they are in error, but not lost.
  var unreadable: [String] = []

  /// - Parameter root: The content folder; it may itself be reached through a link.
  init(_ root: String) throws(IntakeFailure) {
    try walk(root, folder: "")
  }

  private mutating func walk(_ root: String, folder: String) throws(IntakeFailure) {
    let path = folder.isEmpty ? root : "\(root)/\(folder)"
    for entry in try entries(of: path) {
      let name = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
      if entry.isBroken {
        diagnostics.append(Diagnostic(.file(.badName), at: Place(path: "\(root)/\(name)")))
        if folder.split(separator: "/").first == "cases", name.lowercased().hasSuffix(".md") {
          unreadable.append("\(root)/\(name)")
        }
        continue
      }
      let isAttachment = name.hasPrefix("attachments/")
      let (kind, size) = try entry.status(in: path, needsSize: isAttachment)
      switch kind {
      case nil: files.append(ContentFile(name: name, size: size))
      case .folder: try walk(root, folder: name)
      case .symbolicLink?:
        if isAttachment { links.append(String(name.dropFirst("attachments/".count))) }
        diagnostics.append(Diagnostic(.file(.special(.symbolicLink)), at: Place(path: "\(root)/\(name)")))
      case let kind?: diagnostics.append(Diagnostic(.file(.special(kind)), at: Place(path: "\(root)/\(name)")))
      }
    }
  }
}

/// A name in a folder.
private struct Entry {
  /// Repaired, with nothing that could break a line, where it `isBroken`.
  let name: String
  let isBroken: Bool
  /// As readdir has it; unknown on some file systems.
  let type: Int32

  /// What it is, without following links; `nil` for a regular file.
  func status(in folder: String, needsSize: Bool) throws(IntakeFailure) -> (FileProblem.Kind?, size: Int) {
    if type == Int32(DT_REG), !needsSize { return (nil, 0) }
    if type == Int32(DT_DIR) { return (.folder, 0) }
    var status = stat()
    let path = "\(folder)/\(name)"
    guard lstat(path, &status) == 0 else { throw IntakeFailure(path: path, number: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (nil, Int(status.st_size))
    case S_IFDIR: return (.folder, 0)
    case S_IFLNK: return (.symbolicLink, 0)
    case S_IFIFO: return (.pipe, 0)
    case S_IFSOCK: return (.socket, 0)
    case S_IFCHR, S_IFBLK: return (.device, 0)
    default: return (.other, 0)
    }
  }
}

/// What a folder holds, in the order of the bytes of the names, without those that are not read.
private func entries(of path: String) throws(IntakeFailure) -> [Entry] {
  guard let folder = opendir(path) else { throw IntakeFailure(path: path, number: errno) }
  defer { closedir(folder) }
  var entries: [Entry] = []
  while true {
    errno = 0
    guard let found = readdir(folder) else {
      if errno != 0 { throw IntakeFailure(path: path, number: errno) }
      break
    }
    let name = FolderName(found)
    if name.isPassedOver { continue }
    entries.append(Entry(Array(name.bytes), type: name.type))
  }
  return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

extension Entry {
  init(_ bytes: [UInt8], type: Int32) {
    if let name = String(validating: bytes, as: UTF8.self), !name.unicodeScalars.contains(where: Self.breaksLines) {
      self.init(name: name, isBroken: false, type: type)
    } else {
      let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { Self.breaksLines($0) ? "?" : $0 }
      self.init(name: String(String.UnicodeScalarView(scalars)), isBroken: true, type: type)
    }
  }

  /// Whether a character would tear a diagnostic apart.
  private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
