/// What stands in a published folder: the marker that this program made it, and the list of its files.
///
/// Holds no time and no machine, so that the same site has the same manifest.
struct Manifest {
  /// At the top of the output folder.
  static let name = ".kesu-site"
  static let heading = "kesu site 1"

  /// Every file but the manifest itself.
  let paths: [String]

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
