import Foundation

/// One value of the sample changed, and what its reader must be told of it: written before the program looks.
///
/// The sign ▲ stands where the diagnostic must stand, before the first character of the wrong value; it is not written.
struct Corruption: Sendable {
  /// What is done to a file.
  enum Deed: Sendable {
    /// A text that the file has once becomes another.
    case change(String, to: String)
    /// The whole file becomes another, or comes into being.
    case write([UInt8])
    case remove
    case pipe
  }

  let code: String
  /// Below content/.
  let file: String
  let deed: Deed
  /// Where the diagnostics stand: texts that a file has once after the change, with ▲ in them.
  let places: [(file: String, text: String)]
  /// Places that stand in no text, such as 1:1.
  let told: [String]

  /// - Parameters:
  ///   - file: A path below content/, or the id of a case.
  ///   - places: Where the diagnostics stand, beside ▲ in `new`: in the same file, or behind another one's name and `|`.
  init(_ code: String, _ file: String, _ old: String, _ new: String, at places: String...) {
    self.code = code
    self.file = Self.path(file)
    deed = .change(old, to: new)
    let own = (new.contains("▲") ? [new] : []) + places
    self.places = own.map { place in
      let parts = place.split(separator: "|", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (Self.path(parts[0]), parts[1]) : (Self.path(file), place)
    }
    told = []
  }

  init(_ code: String, _ file: String, _ deed: Deed, told: [String]) {
    self.code = code
    self.file = Self.path(file)
    self.deed = deed
    places = []
    self.told = told
  }

  private static func path(_ name: String) -> String {
    guard name.count == 6, Int(name) != nil else { return name }
    return "cases/20\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name).md"
  }

  var title: String { "\(code) in \(file)" }
  /// What tells one way of spoiling the sample from another.
  var identity: String { "\(file) \(deed)" }
}

/// Why a corruption cannot be made: the sample is not as it expects.
struct CorruptionFailure: Error, CustomStringConvertible {
  let description: String
}

extension Corruption {
  /// The bytes of the file after the deed; `nil` where none are written.
  func bytes(from texts: [String: String]) throws -> [UInt8]? {
    switch deed {
    case .write(let bytes): return bytes
    case .remove, .pipe: return nil
    case .change(let old, let new):
      let text = try texts[file] ?? { throw CorruptionFailure(description: "there is no \(file)") }()
      let parts = text.components(separatedBy: old)
      guard parts.count == 2 else {
        throw CorruptionFailure(description: "\(file) has \(parts.count - 1) times: \(old)")
      }
      return Array((parts[0] + new.replacing("▲", with: "") + parts[1]).utf8)
    }
  }

  /// `cases/a.md:7:10 code` for each diagnostic that must be there, sorted.
  func expected(from texts: [String: String]) throws -> [String] {
    var texts = texts
    if let bytes = try bytes(from: texts) { texts[file] = String(decoding: bytes, as: UTF8.self) }
    let placed = try places.map { place -> String in
      let text = texts[place.file] ?? ""
      let parts = place.text.split(separator: "▲", omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw CorruptionFailure(description: "no one place in: \(place.text)") }
      let found = text.components(separatedBy: parts.joined())
      guard found.count == 2 else {
        throw CorruptionFailure(description: "\(place.file) has \(found.count - 1) times: \(parts.joined())")
      }
      let line = (found[0] + parts[0]).components(separatedBy: "\n")
      return "\(place.file):\(line.count):\((line.last?.unicodeScalars.count ?? 0) + 1) \(code)"
    }
    return (placed + told.map { "\($0) \(code)" }).sorted()
  }
}
