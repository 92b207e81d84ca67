import Complaints
import Narrative

/// Where the relative links of a free page lead: as written where the audience has that page, nowhere where it has not.
struct GuideLinks {
  let edition: Edition
  let path: PagePath

  /// The parts of the site that the public has.
  private static let publicParts: Set<String> = [
    "reports", "categories", "products", "costs", "definitions.html", "processes", "pages", "index.html", "data",
  ]

  /// The link to print for what is written; `nil` takes the link away.
  func destination(_ written: String) -> String? {
    let cut = written.firstIndex { $0 == "#" || $0 == "?" } ?? written.endIndex
    let rest = String(written[cut...])
    guard cut > written.startIndex else { return written }
    guard let target = resolve(percentDecoded(String(written[..<cut]))), let found = page(at: target) else {
      return nil
    }
    return path.href(to: found) + rest
  }

  /// The published file of an image, written relative to the page or to attachments/.
  func image(_ written: String) -> String? {
    let below = resolve(written).flatMap { Self.below("attachments", $0) }
    let found = below.flatMap { edition.attachmentPath($0) } ?? edition.attachmentPath(written)
    return found.map { path.href(to: $0) }
  }

  /// The page of the site that a path from its top names; `nil` if the audience has none there.
  private func page(at target: String) -> PagePath? {
    if let name = Self.below("attachments", target) { return edition.attachmentPath(name) }
    if let name = Self.below("pages", target) { return guide(name) }
    if target.hasPrefix("cases/") { return casePage(target) }
    let part = target.split(separator: "/").first.map(String.init) ?? ""
    if edition.audience == .public {
      guard Self.publicParts.contains(part), target != PagePath.cases.text else { return nil }
    }
    return target.hasSuffix("/") ? PagePath(target + "index.html") : PagePath(target)
  }

  /// Another free page, by the name of its page or of its source.
  private func guide(_ name: String) -> PagePath? {
    if name == "index.html" { return .guides }
    let ending = [".html", ".md"].first { name.hasSuffix($0) }
    guard let ending else { return nil }
    let bare = String(name.dropLast(ending.count))
    return edition.ledger.pages.contains { $0.name == bare } ? .guide(bare) : nil
  }

  /// A card, its 8D page, or a page of the ledger table.
  private func casePage(_ target: String) -> PagePath? {
    guard edition.audience != .public, target.hasSuffix(".html") else { return nil }
    let parts = target.split(separator: "/").map(String.init)
    guard let file = parts.last else { return nil }
    if file == "index.html" { return PagePath(target) }
    let name = String(file.dropLast(5))
    let id = name.hasSuffix("-8d") ? String(name.dropLast(3)) : name
    guard let card = edition.cards[id], card.text.hasPrefix(parts.dropLast().joined(separator: "/") + "/") else {
      return nil
    }
    return PagePath(target)
  }

  /// What a link from this page names, from the top of the site; `nil` where it leads out of it or to its very top.
  private func resolve(_ written: String) -> String? {
    guard !written.hasPrefix("/") else { return nil }
    var parts = path.text.split(separator: "/").dropLast().map(String.init)
    for part in written.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    guard !parts.isEmpty else { return nil }
    return parts.joined(separator: "/") + (written.hasSuffix("/") ? "/" : "")
  }

  private static func below(_ folder: String, _ target: String) -> String? {
    target.hasPrefix(folder + "/") ? String(target.dropFirst(folder.count + 1)) : nil
  }
}
