/// Where a page stands below the top of the site, and how pages link to each other: relative, to files, always.
package struct PagePath: Hashable, Sendable {
  /// Such as cases/2026-10/261003.html.
  package let text: String

  package init(_ text: String) {
    precondition(!text.isEmpty && !text.hasPrefix("/"), "a page stands below the top of the site")
    self.text = text
  }

  /// The way from this page's folder to the top: empty at the top, else `../` as often as needed.
  package var root: String {
    String(repeating: "../", count: text.utf8.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 })
  }

  /// The link from this page to another, percent-encoded where a file name needs it.
  package func href(to other: PagePath, fragment: String? = nil) -> String {
    if other == self, let fragment { return "#" + fragment }
    let own = text.split(separator: "/").dropLast()
    let target = other.text.split(separator: "/")
    let shared = zip(own, target.dropLast()).prefix { $0 == $1 }.count
    let ups = Array(repeating: "..", count: own.count - shared)
    let downs = target.dropFirst(shared).map(Self.encoded)
    return (ups + downs).joined(separator: "/") + (fragment.map { "#" + $0 } ?? "")
  }

  /// Letters and digits of any script stay (browsers read them as UTF-8); what has a meaning in a link is encoded.
  private static func encoded(_ part: Substring) -> String {
    var result = ""
    for scalar in part.unicodeScalars {
      if scalar.value < 0x80, !isPlain(scalar) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (hex.count < 2 ? "0" + hex : hex)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "~": true
    default: false
    }
  }
}

extension PagePath {
  package static let overview = PagePath("index.html")
  package static let ledger = PagePath("cases/index.html")
  package static let ledgerState = PagePath("ledger-state/index.html")
  package static let definitions = PagePath("definitions.html")
  package static let stylesheet = PagePath("assets/kesu.css")
}
