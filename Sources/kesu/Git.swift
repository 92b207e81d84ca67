import Foundation

/// What git knows about the ledger's folder.
enum Git {
  /// The hash of the last commit that changed the folder; `nil` without git, outside a repository, or with changes not committed.
  static func lastCommit(of folder: String) -> String? {
    guard let changes = run(["status", "--porcelain", "--", "."], in: folder), changes.isEmpty else { return nil }
    let commit = run(["log", "-1", "--format=%H", "--", "."], in: folder) ?? ""
    return commit.isEmpty ? nil : commit
  }

  /// The files below a folder that differ from a revision, relative to the folder, those that git does not know included; `nil` if git cannot tell.
  static func changedFiles(in folder: String, since revision: String) -> Set<String>? {
    let tracked = ["-c", "core.quotePath=false", "diff", "--relative", "--name-only", revision, "--", "."]
    let untracked = ["-c", "core.quotePath=false", "ls-files", "--others", "--exclude-standard", "--", "."]
    guard let changed = run(tracked, in: folder), let new = run(untracked, in: folder) else { return nil }
    return Set((changed + "\n" + new).split(separator: "\n").map(String.init))
  }

  /// What git prints, without the last line feed; `nil` if it is not there or fails.
  private static func run(_ arguments: [String], in folder: String) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
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
