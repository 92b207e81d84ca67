import ArgumentParser

/// What the program's exit says to the shell.
extension ExitCode {
  /// The ledger has errors.
  static let ledgerHasErrors = ExitCode(1)
  /// Wrong usage (EX_USAGE).
  static let wrongUsage = ExitCode(64)
  /// Reading or writing failed (EX_IOERR).
  static let readingOrWritingFailed = ExitCode(74)
}
