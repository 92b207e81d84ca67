import Foundation

/// What git knows about the ledger's folder.
enum Git {
  /// How a folder stands to what is committed.
  struct Standing: Sendable {
    /// The hash of the last commit that changed the folder; `nil` without git, outside a repository, or with changes not committed.
    var commit: String?
    /// A file or folder in it with a change that is not committed, by its path from there; `nil` where none is known.
    var change: String?
  }

  /// - Parameters:
  ///   - name: The folder's path from the top of its work tree on.
  ///   - suspect: What had such a change the last time: where it still has, no other file is looked at, of which there may be very many.
  static func standing(of folder: String, named name: String, suspect: String?) -> Standing {
    func changes(_ path: String) -> String? {
      run(["status", "--porcelain", "-z", "--untracked-files=normal", "--", path], in: folder)
    }
    if let suspect, changes(":(literal)" + suspect)?.isEmpty == false { return Standing(change: suspect) }
    guard let all = changes(".") else { return Standing() }
    guard all.isEmpty else {
      // Two letters and a space stand before the first path, which begins at the top.
      let path = all.prefix { $0 != "\0" }.dropFirst(3)
      return Standing(change: path.hasPrefix(name) && path != name ? String(path.dropFirst(name.count)) : nil)
    }
    let commit = run(["rev-list", "-1", "HEAD", "--", "."], in: folder) ?? ""
    return Standing(commit: commit.isEmpty ? nil : commit)
  }

  /// The files below a folder that differ from a revision, relative to the folder, those that git does not know included; `nil` if git cannot tell.
  static func changedFiles(in folder: String, since revision: String) -> Set<String>? {
    // Else it would be read as an option, and some of those write files.
    guard !revision.hasPrefix("-") else { return nil }
    let untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--", "."]
    guard let changed = run(["diff", "-z", "--relative", "--name-only", revision, "--", "."], in: folder),
      let new = run(untracked, in: folder)
    else { return nil }
    return Set((changed + new).split(separator: "\0").map(String.init))
  }

  /// A folder's path from the top of its work tree on, `/` at its end; empty at the top itself, `nil` outside a repository.
  static func pathFromTop(of folder: String) -> String? { run(["rev-parse", "--show-prefix"], in: folder) }

  /// What git prints, without the last line feed; `nil` if it is not there or fails.
  private static func run(_ arguments: [String], in folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "--no-optional-locks", "-C", folder] + arguments
    // Under a hook they name the hook's repository, not the ledger's.
    let hooks = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"]
    process.environment = ProcessInfo.processInfo.environment.filter { !hooks.contains($0.key) }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    var text = String(decoding: data, as: UTF8.self)
    while text.hasSuffix("\n") { text.removeLast() }
    return text
  }
}
