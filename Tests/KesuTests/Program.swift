import Foundation
import Testing

/// What came of running a program.
struct Outcome {
  let code: Int32
  let output: String
  let errors: String

  var outputLines: [Substring] { output.split(separator: "\n") }
  var errorLines: [Substring] { errors.split(separator: "\n") }
}

/// Where the repository stands that these tests belong to.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// The built program: it lies beside the program that runs these tests.
func kesuPath() throws -> String {
  let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let path = URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/kesu"
  try #require(FileManager.default.isExecutableFile(atPath: path), "\(path) is not built")
  return path
}

/// Runs kesu with the repository's own templates.
///
/// - Parameters:
///   - folder: The current folder of the program.
///   - environment: Added to an environment that holds nothing of the machine's but PATH.
func kesu(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws -> Outcome {
  let needsTemplates = arguments.first == "build" && !arguments.contains("--templates")
  let templates = needsTemplates ? ["--templates", repository + "/site-templates"] : []
  return try run([try kesuPath()] + arguments + templates, in: folder, environment: environment)
}

/// Runs a program; one that has not ended in time, unless told otherwise after three minutes, ends with the code 124.
@discardableResult
func run(
  _ command: [String], in folder: String, environment: [String: String] = [:], seconds: Int = 180
) throws -> Outcome {
  let scratch = NSTemporaryDirectory() + "kesu-run-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
  // Files rather than pipes: a pipe that nobody empties stops the program.
  defer { do { try FileManager.default.removeItem(atPath: scratch) } catch {} }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["timeout", "\(seconds)"] + command
  process.currentDirectoryURL = URL(fileURLWithPath: folder)
  process.environment = plainEnvironment.merging(environment) { _, given in given }
  process.standardInput = FileHandle.nullDevice
  for name in ["out", "err"] { try Data().write(to: URL(fileURLWithPath: "\(scratch)/\(name)")) }
  process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch + "/out"))
  process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch + "/err"))
  try process.run()
  process.waitUntilExit()
  return Outcome(
    code: process.terminationStatus, output: try String(contentsOfFile: scratch + "/out", encoding: .utf8),
    errors: try String(contentsOfFile: scratch + "/err", encoding: .utf8))
}

private let plainEnvironment: [String: String] = [
  "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
  "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": NSTemporaryDirectory(),
  "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": "2026-10-31T12:00:00Z",
  "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_COMMITTER_DATE": "2026-10-31T12:00:00Z",
]
