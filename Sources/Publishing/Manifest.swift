import Glibc

/// The list of what this program wrote, by which it knows its own site again.
///
/// Holds no time and no machine, so that the same site has the same manifest.
struct Manifest {
  /// At the top of the output folder.
  static let name = ".kesu-site"
  private static let heading = Array("kesu site 1\n".utf8)

  /// Every file but the manifest itself: each path with a line feed after it, sorted by bytes.
  let lines: [UInt8]

  init(lines: [UInt8]) {
    self.lines = lines
  }

  init(paths: [String]) {
    lines = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { Array($0.utf8) + [0x0A] }
  }

  /// Reads the manifest of a site that stands; `nil` if what stands there is none of ours.
  init?(of site: String) throws(PublishingFailure) {
    let path = site + "/" + Self.name
    guard try kind(of: path) == .file else { return nil }
    let bytes = try SourceFile(path).whole()
    guard bytes.starts(with: Self.heading) else { return nil }
    var lines = Array(bytes[Self.heading.count...])
    if lines.last ?? 0x0A != 0x0A { lines.append(0x0A) }
    self.lines = lines
  }

  /// Whether a folder has the marker of a site of ours.
  static func isThere(in site: String) throws(PublishingFailure) -> Bool {
    let path = site + "/" + name
    guard try kind(of: path) == .file else { return false }
    var start: [UInt8] = []
    _ = try SourceFile(path).read { start = Array($0.prefix(heading.count)) }
    return start == heading
  }

  var bytes: [UInt8] { Self.heading + lines }

  /// The paths that lie in the site, however the list was edited.
  var paths: [String] {
    lines.split(separator: 0x0A).filter { line in
      line.split(separator: 0x2F, omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
      }
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}
