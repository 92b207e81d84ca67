import Foundation
import Testing

/// Invariant 7 of the README, whatever fails: Tests/Robustness/run breaks builds of the real program.
struct RobustnessTests {
  @Test func theOldSiteOrTheNewOneStandsWhateverFails() throws { try runScript("run") }
}

/// Invariant 8 of the README, whatever is edited: Tests/Robustness/edits compares builds over an earlier site with builds from nothing.
struct EditsTests {
  @Test func whateverIsEditedTheSiteIsAsFromNothing() throws { try runScript("edits") }
}

private let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// Runs a script of Tests/Robustness, at its reduced length, on the built program.
private func runScript(_ name: String) throws {
  // The built program lies beside the program that runs these tests.
  let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
  let kesu = URL(fileURLWithPath: tests).deletingLastPathComponent().path + "/kesu"
  try #require(FileManager.default.isExecutableFile(atPath: kesu), "\(kesu) is not built")
  let (process, output) = (Process(), Pipe())
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = ["python3", "-B", "\(repository)/Tests/Robustness/\(name)", kesu]
  process.standardOutput = output
  process.standardError = output
  process.standardInput = FileHandle.nullDevice
  try process.run()
  let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  // Also what was skipped, since strace or root is missing, is to be seen.
  print(said)
  #expect(process.terminationStatus == 0, "\(said)")
}
