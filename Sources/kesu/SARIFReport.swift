import Complaints
import Hypertext

/// The outcome of a check for programs that gather the findings of many tools.
///
/// - Note: Source: OASIS, *Static Analysis Results Interchange Format (SARIF) Version 2.1.0*.
func sarifReport(_ diagnostics: [Diagnostic], paths: RepositoryPaths) -> [UInt8] {
  let codes = Set(diagnostics.map(\.code)).sorted()
  let driver = JSON.object([
    ("name", .string("kesu")), ("version", .string(Kesu.version)),
    ("rules", .array(codes.map { .object([("id", .string($0))]) })),
  ])
  let run = JSON.object([
    ("tool", .object([("driver", driver)])),
    // Columns count Unicode scalars.
    ("columnKind", .string("unicodeCodePoints")),
    ("results", .array(diagnostics.map { result($0, path: paths.path(of: $0.place)) })),
  ])
  let document = JSON.object([
    ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
    ("runs", .array([run])),
  ])
  var bytes: [UInt8] = []
  document.write(into: &bytes)
  bytes.append(UInt8(ascii: "\n"))
  return bytes
}

private func result(_ diagnostic: Diagnostic, path: String) -> JSON {
  let region = JSON.object([
    ("startLine", .integer(diagnostic.place.line)), ("startColumn", .integer(diagnostic.place.column)),
  ])
  let place = JSON.object([
    ("artifactLocation", .object([("uri", .string(uri(path))), ("uriBaseId", .string("%SRCROOT%"))])),
    ("region", region),
  ])
  return .object([
    ("ruleId", .string(diagnostic.code)), ("level", .string(diagnostic.severity.rawValue)),
    ("message", .object([("text", .string(diagnostic.problem.message))])),
    ("locations", .array([.object([("physicalLocation", place)])])),
  ])
}

/// A path as a relative reference of RFC 3986: all but unreserved characters and `/` as `%` and two digits.
private func uri(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF")
  return path.utf8.reduce(into: "") { uri, byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      uri.unicodeScalars.append(Unicode.Scalar(byte))
    default: uri += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
}
