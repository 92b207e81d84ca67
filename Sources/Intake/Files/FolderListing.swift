import Complaints
import Digests
import Glibc

/// What stands in a folder under a name.
struct Entry: Sendable {
  let name: FileName
  /// `nil` for a regular file; links are not followed.
  let kind: FileProblem.Kind?
  /// Bytes, where they were asked for; else 0.
  let size: Int
  /// By what a regular file was known when it was looked at; `nil` where it was not.
  var identity: FileIdentity?
}

extension [Entry] {
  /// In the order of the bytes of the names as they are shown.
  var inOrder: [Entry] { sorted { $0.name.text.utf8.lexicographicallyPrecedes($1.name.text.utf8) } }
}

/// The name of a file as the system has it, and as messages show it.
struct FileName: Sendable {
  /// Bytes that are no UTF-8, and characters that would tear a message apart, as `\xFF`.
  let text: String
  /// Whether it is shown as it is: only such files are read.
  let isPlain: Bool
  /// As the system has it; empty where that is the text.
  private let raw: [UInt8]

  var bytes: [UInt8] { isPlain ? Array(text.utf8) : raw }

  init(_ name: UnsafeBufferPointer<UInt8>) {
    // Most names are digits, letters and signs of ASCII, and need no look at Unicode's tables.
    if name.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      (text, isPlain, raw) = (String(decoding: name, as: UTF8.self), true, [])
    } else if let text = String(validating: name, as: UTF8.self), !text.unicodeScalars.contains(where: Self.breaksLines)
    {
      (self.text, isPlain, raw) = (text, true, [])
    } else {
      (text, isPlain, raw) = (Self.escaped(name), false, Array(name))
    }
  }

  /// A name as a message can show it.
  private static func escaped(_ name: UnsafeBufferPointer<UInt8>) -> String {
    var (text, place) = ("", 0)
    while place < name.count {
      let rest = name[place...].prefix(4)
      // The shortest run that is a character: no character's bytes begin with another's.
      let scalar = (1...rest.count).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
      if let scalar, !scalar.unicodeScalars.contains(where: breaksLines) {
        text += scalar
        place += scalar.utf8.count
      } else {
        let count = scalar?.utf8.count ?? 1
        for byte in name[place..<place + count] { text += "\\x" + hexadecimal(byte) }
        place += count
      }
    }
    return text
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count < 2 ? "0" + digits : digits
  }

  /// Whether a character would tear a diagnostic apart.
  private static func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}

/// What a folder holds, in the order of the bytes of the names as they are shown, without what is not read: hidden files
/// and the copies that editors leave.
///
/// - Parameters:
///   - path: The bytes by which the system knows it.
///   - name: How messages name it.
func entries(of path: [UInt8], named name: String, needsSize: Bool) throws(IntakeFailure) -> [Entry] {
  let opened = (path + [0]).withUnsafeBytes { bytes in
    bytes.baseAddress.flatMap { opendir($0.assumingMemoryBound(to: CChar.self)) }
  }
  guard let folder = opened else { throw IntakeFailure(path: name, number: errno) }
  defer { closedir(folder) }
  var entries: [Entry] = []
  while true {
    errno = 0
    guard let found = readdir(folder) else {
      if errno != 0 { throw IntakeFailure(path: name, number: errno) }
      break
    }
    if let entry = try entry(found, in: folder, named: name, needsSize: needsSize) { entries.append(entry) }
  }
  return entries.inOrder
}

/// An entry as readdir has it; `nil` of one that is not read.
private func entry(
  _ found: UnsafeMutablePointer<dirent>, in folder: OpaquePointer, named path: String, needsSize: Bool
) throws(IntakeFailure) -> Entry? {
  let found = FolderName(found)
  guard !found.isPassedOver else { return nil }
  let name = found.bytes.withMemoryRebound(to: UInt8.self) { FileName($0) }
  // Some file systems do not tell what an entry is.
  if found.type == Int32(DT_REG), !needsSize { return Entry(name: name, kind: nil, size: 0) }
  if found.type == Int32(DT_DIR) { return Entry(name: name, kind: .folder, size: 0) }
  var status = stat()
  guard fstatat(dirfd(folder), found.start, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    throw IntakeFailure(path: "\(path)/\(name.text)", number: errno)
  }
  return Entry(name: name, kind: kind(status), size: Int(status.st_size))
}

/// What something is, `nil` for a regular file.
private func kind(_ status: stat) -> FileProblem.Kind? {
  switch status.st_mode & S_IFMT {
  case S_IFREG: nil
  case S_IFDIR: .folder
  case S_IFLNK: .symbolicLink
  case S_IFIFO: .pipe
  case S_IFSOCK: .socket
  case S_IFCHR, S_IFBLK: .device
  default: .other
  }
}
