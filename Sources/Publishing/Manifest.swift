import Glibc

/// The list of what this program wrote, by which it knows its own site again.
///
/// Holds no time and no machine, so that the same site has the same manifest.
struct Manifest {
  /// At the top of the output folder.
  static let name = ".kesu-site"
  static let heading = "kesu site 1"

  /// Every file but the manifest itself.
  let paths: [String]

  init(paths: [String]) {
    self.paths = paths
  }

  /// Reads the manifest of a site that stands; `nil` if what stands there is none of ours.
  init?(of site: String) throws(PublishingFailure) {
    let path = site + "/" + Self.name
    guard try kind(of: path) == .file else { return nil }
    let source = try SourceFile(path)
    var bytes: [UInt8] = []
    while try source.read({ bytes.append(contentsOf: $0) }) > 0 {}
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard lines.first == Self.heading else { return nil }
    paths = Array(lines.dropFirst())
  }

  /// One path a line, sorted by bytes.
  var bytes: [UInt8] {
    var bytes = Array((Self.heading + "\n").utf8)
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes.append(contentsOf: path.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
