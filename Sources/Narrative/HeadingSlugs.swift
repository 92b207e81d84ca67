/// Names for headings that fit into an address, each given once.
struct HeadingSlugs {
  private var given: [String: Int] = [:]

  /// Returns the text with every run of characters other than letters, digits and `-_.` made `-`, at most 80 bytes;
  /// where it was given before, with `-2` and so on after it.
  mutating func next(for text: String) -> String {
    let slug = HeadingSlugs.slug(text)
    var candidate = slug
    while given[candidate] != nil {
      given[slug, default: 1] += 1
      candidate = "\(slug)-\(given[slug, default: 1])"
    }
    given[candidate] = 1
    return candidate
  }

  private static func slug(_ text: String) -> String {
    var slug = ""
    var isPending = false
    for character in text {
      if character.isLetter || character.isNumber || "-_.".contains(character) {
        let piece = (isPending && !slug.isEmpty ? "-" : "") + String(character)
        guard slug.utf8.count + piece.utf8.count <= 80 else { break }
        slug += piece
        isPending = false
      } else {
        isPending = true
      }
    }
    return slug.isEmpty ? "section" : slug
  }
}
