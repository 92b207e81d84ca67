import Hypertext

/// Where a page stands below the top of the site, and how pages link to each other: relative, to files, always.
package struct PagePath: Hashable, Sendable {
  /// Such as cases/2026-10/261003.html.
  package let text: String

  package init(_ text: String) {
    precondition(!text.isEmpty && text.utf8.first != Self.slash, "a page stands below the top of the site")
    self.text = text
  }

  /// The way from this page's folder to the top: empty at the top, else `../` as often as needed.
  package var root: String {
    String(repeating: "../", count: depth)
  }

  /// How many folders below the top it stands.
  var depth: Int { text.withBytes { text in text.count { $0 == Self.slash } } }

  /// The link from this page to another, percent-encoded where a file name needs it.
  package func href(to other: PagePath, fragment: String? = nil) -> String {
    if other == self, let fragment { return "#" + fragment }
    return text.withBytes { own in
      other.text.withBytes { target in
        guard let fragment else { return Self.link(from: own, to: target, nil) }
        return fragment.withBytes { Self.link(from: own, to: target, $0) }
      }
    }
  }

  /// - Parameter fragment: Goes behind the link and a number sign, as it is.
  private static func link(
    from own: UnsafeBufferPointer<UInt8>, to target: UnsafeBufferPointer<UInt8>,
    _ fragment: UnsafeBufferPointer<UInt8>?
  ) -> String {
    var (same, shared) = (0, 0)
    while same < own.count, same < target.count, own[same] == target[same] {
      same += 1
      if own[same - 1] == slash { shared = same }
    }
    var link: [UInt8] = []
    link.reserveCapacity(target.count + (fragment?.count ?? 0) + 32)
    for byte in own[shared...] where byte == slash { link.append(contentsOf: up) }
    let rest = UnsafeBufferPointer(rebasing: target[shared...])
    // Nearly all paths stand in an address as they are.
    if rest.allSatisfy(stays) { link.append(contentsOf: rest) } else { for byte in rest { append(byte, to: &link) } }
    if let fragment {
      link.append(UInt8(ascii: "#"))
      link.append(contentsOf: fragment)
    }
    return String(decoding: link, as: UTF8.self)
  }

  /// A path as it stands in an address, percent-encoded where it needs to be.
  package static func link(to path: String) -> String {
    var link: [UInt8] = []
    for byte in path.utf8 { append(byte, to: &link) }
    return String(decoding: link, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")
  /// The way to the folder above.
  private static let up = Array("../".utf8)

  /// Letters and digits of any script stay (browsers read them as UTF-8); what has a meaning in a link is encoded.
  private static func append(_ byte: UInt8, to link: inout [UInt8]) {
    if stays(byte) { return link.append(byte) }
    let digits = StaticString("0123456789ABCDEF").utf8Start
    link += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func stays(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == slash || isPlain(Unicode.Scalar(byte))
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
