import Digests
import Foundation

/// What git's answers about a folder rest on besides the files in it, known by names and times.
///
/// To ask git takes longer than to look at every file of a ledger, and a build that has nothing to do need not ask again.
struct GitGrounds {
  /// The last moment at which one of the files may change once more and keep its times, in nanoseconds since 1970.
  private(set) var settles: Int64 = 0
  private var digester = Digester()

  /// - Parameters:
  ///   - folder: From the root on, without links.
  ///   - environment: Of the program.
  /// - Returns: `nil` where the settings send git to places that are not looked at here, so that only git itself can tell.
  init?(of folder: String, environment: [String: String]) {
    // Settings may be given by value, and then name other files unseen.
    guard environment["GIT_CONFIG_COUNT"] == nil, environment["GIT_CONFIG_PARAMETERS"] == nil else { return nil }
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name.hasPrefix("GIT_") || name == "PATH" {
      digester.add(name)
      digester.add(value)
    }
    let home = environment["HOME"] ?? ""
    let shared = (environment["XDG_CONFIG_HOME"] ?? home + "/.config") + "/git"
    var settings = ["/etc/gitconfig", home + "/.gitconfig", shared + "/config"]
    settings += ["GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"].compactMap { environment[$0] }
    guard let repository = repository(of: folder) else { return nil }
    settings += repository.settings
    var others = repository.others + [shared + "/ignore", shared + "/attributes", "/etc/gitattributes"]
    for path in settings {
      guard let named = Self.files(namedIn: text(of: path) ?? "", home: home) else { return nil }
      others += named
    }
    for path in settings + others { add(path) }
    for folder in (environment["PATH"] ?? "").split(separator: ":") { add(folder + "/git") }
  }

  var digest: Digest { digester.digest() }

  /// The files of a folder's repository, and those on the way to it; none of its own where there is no repository.
  ///
  /// - Returns: `nil` of one that lies elsewhere or has parts that are not looked at.
  private mutating func repository(of folder: String) -> (settings: [String], others: [String])? {
    // Where it lies tells which one is meant, and each folder on the way may say what git passes over.
    var (top, others): (String, [String]) = (folder, [])
    while status(of: top + "/.git") == nil, top != "/", !top.isEmpty {
      add(top + "/.git")
      top = String(top[..<(top.lastIndex(of: "/") ?? top.startIndex)])
      others += [top + "/.gitignore", top + "/.gitattributes"]
    }
    guard let repository = status(of: top + "/.git") else { return ([], others) }
    let git = top + "/.git/"
    guard repository.st_mode & S_IFMT == S_IFDIR, let head = text(of: git + "HEAD"),
      [git + "reftable", git + "config.worktree", top + "/.gitmodules"].allSatisfy({ status(of: $0) == nil })
    else { return nil }
    let files = ["HEAD", "index", "packed-refs", "shallow", "info/exclude", "info/attributes", "refs/replace"]
    others += files.map { git + $0 }
    if head.hasPrefix("ref: ") { others.append(git + head.dropFirst(5).prefix { $0 != "\n" }) }
    // Git trusts the folders of some owners only.
    digester.add(Int(repository.st_uid))
    digester.add(Int(geteuid()))
    return ([git + "config"], others)
  }

  /// The files of patterns that settings name.
  ///
  /// - Returns: `nil` where they name what is not looked at: other settings, another work tree, or a file in a way not known here.
  private static func files(namedIn settings: String, home: String) -> [String]? {
    var files: [String] = []
    for line in settings.split(whereSeparator: \.isNewline) {
      let word = line.lowercased()
      if word.contains("include") || word.contains("worktree") { return nil }
      guard word.contains("excludesfile") || word.contains("attributesfile") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2, let file = parts.last, !file.contains(where: "\"\\;#".contains) else { return nil }
      if file.hasPrefix("~/") {
        files.append(home + file.dropFirst())
      } else if file.hasPrefix("/") {
        files.append(file)
      } else {
        return nil
      }
    }
    return files
  }

  private mutating func add(_ path: String) {
    digester.add(path)
    guard let status = status(of: path) else { return digester.add(0) }
    let identity = FileIdentity(status)
    // A device, as which settings may be none, keeps no times.
    guard [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else { return digester.add(identity.mode) }
    withUnsafeBytes(of: identity) { digester.add($0) }
    settles = max(settles, identity.settles)
  }
}

/// What stands at a path, behind a link if there is one; `nil` where nothing does.
private func status(of path: String) -> stat? {
  var status = stat()
  return stat(path, &status) == 0 ? status : nil
}

/// A small file's text; `nil` where there is none.
private func text(of path: String) -> String? {
  FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
}
