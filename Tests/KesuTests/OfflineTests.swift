import Foundation
import Testing

/// Invariants 4 and 6 of the README: every link leads somewhere, and no page asks anything of the network.
struct OfflineTests {
  /// The pages of the sample ledger by path, for each audience.
  private func pages(_ audience: String) throws -> (pages: [(path: String, text: String)], paths: Set<String>) {
    let workplace = try Workplace()
    let built = try workplace.build("--content", repository + "/content", "--audience", audience, "--keep-going")
    try #require(built.code < 2, "\(built.errors.suffix(500))")
    let files = try workplace.files()
    let pages = files.filter { $0.key.hasSuffix(".html") }.sorted { $0.key < $1.key }
    return (pages.map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }, Set(files.keys))
  }

  @Test(arguments: ["team", "management", "public"])
  func everyLinkLeadsSomewhere(audience: String) throws {
    let (pages, paths) = try pages(audience)
    let anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, Self.anchors(of: $0.text)) })
    // One page for each target that is missing.
    var broken: [String: String] = [:]
    for (path, text) in pages.reversed() {
      for (name, link) in Self.links(of: text) {
        if name == "href", link.contains(#/^(https?:\/\/|mailto:|tel:)/#) { continue }
        guard let (target, anchor) = Self.resolve(link, from: path) else {
          broken[link] = path
          continue
        }
        let isThere = paths.contains(target) && (anchor.isEmpty || anchors[target]?.contains(anchor) == true)
        if !isThere { broken[anchor.isEmpty ? target : "\(target)#\(anchor)"] = path }
      }
    }
    #expect(broken == [:])
  }

  @Test func idsAreUniqueAndEveryChartIsDescribed() throws {
    for (path, text) in try pages("team").pages {
      let ids = text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) }
      #expect(ids.count == Set(ids).count, "\(path)")
      for chart in text.matches(of: #/<svg [^>]*role="(?:img|group)"[^>]*>(.{0,40})/#) {
        #expect(chart.1.hasPrefix("<title>"), "\(path)")
      }
      let charts = text.matches(of: #/<svg [^>]*role="(?:img|group)"/#).count
      #expect(text.matches(of: #/<\/title><desc>/#).count == charts, "\(path)")
    }
  }

  @Test func noPageNeedsTheNetworkOrARunningScript() throws {
    for (path, text) in try pages("team").pages {
      #expect(
        !text.contains(#/<(script|img|link|iframe|source|use|image|object|embed)[^>]*(src|href|data)="(https?:)?\/\//#),
        "\(path)")
      #expect(!text.contains(#/<[a-z][^>]*\son[a-z]+="/#), "\(path)")
      #expect(!text.contains(#/(url\(|@import)\s*["']?(https?:)?\/\//#), "\(path)")
      #expect(!text.contains("javascript:"), "\(path)")
      #expect(text.hasPrefix("<!doctype html>") || text.hasPrefix("<!DOCTYPE html>"), "\(path)")
    }
  }

  private static func links(of text: String) -> [(name: String, link: String)] {
    text.matches(of: #/\s(href|src)="([^"]*)"/#).map { match in
      (String(match.1), String(match.2).replacing("&amp;", with: "&").replacing("&#39;", with: "'"))
    }
  }

  private static func anchors(of text: String) -> Set<String> {
    Set(text.matches(of: #/\sid="([^"]*)"/#).map { String($0.1) })
  }

  /// The file and place that a relative link names; `nil` if it leads out of the site or is not relative.
  private static func resolve(_ link: String, from page: String) -> (path: String, anchor: String)? {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].prefix { $0 != "?" }
    guard let name = file.removingPercentEncoding, let anchor = parts.dropFirst().joined().removingPercentEncoding,
      !name.hasPrefix("/"), !name.contains(":")
    else { return nil }
    if name.isEmpty { return (page, anchor) }
    var folders = page.split(separator: "/").dropLast()
    for part in name.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part != ".." { folders.append(part) } else if folders.popLast() == nil { return nil }
    }
    return (folders.joined(separator: "/"), anchor)
  }
}
