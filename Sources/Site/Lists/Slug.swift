/// Names for files and anchors, made from codes or free text; different texts get different names.
struct Slugs: Sendable {
  private let slugs: [String: String]
  /// All names, in lower case.
  private let taken: Set<String>
  /// The texts whose names depend on the others.
  private let told: Set<String>
  /// What names do not tell; `nil` where they tell all.
  private let masking: Masking?

  /// - Parameter texts: All that are named beside each other; two whose names meet after case folding are told apart
  ///   by 8 hexadecimal digits of their text's SHA-256.
  init(_ texts: [String], masking: Masking? = nil) {
    func plain(_ text: String) -> String { slug(masking?.text(text) ?? text) }
    var users: [String: Set<String>] = [:]
    for text in texts { users[plain(text).lowercased(), default: []].insert(text) }
    var slugs: [String: String] = [:]
    var told: Set<String> = []
    for text in texts {
      let plain = plain(text)
      let isAlone = users[plain.lowercased()]?.count == 1
      if !isAlone { told.insert(text) }
      slugs[text] = isAlone ? plain : Self.told(text, masking)
    }
    (self.slugs, self.told, self.masking) = (slugs, told, masking)
    taken = Set(slugs.values.map { $0.lowercased() })
  }

  /// The name of a text; one that was not given gets a name that none of the others has.
  subscript(text: String) -> String { slugs[text] ?? other(text) }

  /// Whether the name of a text depends on the others.
  func isTold(_ text: String) -> Bool { told.contains(text) }

  private func other(_ text: String) -> String {
    let plain = slug(masking?.text(text) ?? text)
    return plain == text && !taken.contains(plain.lowercased()) ? plain : Self.told(text, masking)
  }

  private static func told(_ text: String, _ masking: Masking?) -> String {
    slug(masking?.text(text) ?? text, most: 71) + "-" + SHA256.hex(Array(text.utf8)).prefix(8)
  }
}

/// A text with every run of characters outside letters, digits and `-_.` made `-`, at most so many bytes; `-` if empty.
private func slug(_ text: String, most: Int = 80) -> String {
  var slug = ""
  var isRun = false
  var length = 0
  for scalar in text.unicodeScalars {
    let stays = isPlain(scalar)
    defer { isRun = !stays }
    if !stays, isRun { continue }
    let piece = stays ? Character(scalar) : "-"
    guard length + piece.utf8.count <= most else { break }
    length += piece.utf8.count
    slug.unicodeScalars.append(stays ? scalar : "-")
  }
  // A name that begins with a point would be hidden.
  if slug.first == "." { slug = "-" + slug.dropFirst() }
  return slug.isEmpty ? "-" : slug
}

private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  if scalar == "-" || scalar == "_" || scalar == "." { return true }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
    .nonspacingMark, .spacingMark:
    return true
  default: return false
  }
}
