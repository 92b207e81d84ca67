import ArgumentParser
import Complaints
import Intake
import Publishing
import Site
import Templates

/// What the program's exit says to the shell.
extension ExitCode {
  /// The ledger has errors.
  static let ledgerHasErrors = ExitCode(1)
  /// Wrong usage (EX_USAGE).
  static let wrongUsage = ExitCode(64)
  /// Reading or writing failed (EX_IOERR).
  static let readingOrWritingFailed = ExitCode(74)
}

/// Does a work; says on standard error what stopped it, and throws the exit code that this means.
func withExitCodes(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let missing as MissingFolder {
    Console.note("error: \(missing)")
    throw ExitCode.readingOrWritingFailed
  } catch let failure as IntakeFailure {
    Console.note("error: \(failure)")
    throw ExitCode.readingOrWritingFailed
  } catch let failure as PublishingFailure {
    Console.note("error: \(failure)")
    throw failure.isWrongUsage ? ExitCode.wrongUsage : ExitCode.readingOrWritingFailed
  } catch let error as TemplateError {
    // Found only where a page is made: as much the templates' fault as what is found before.
    Console.note(error.diagnostic.description)
    Console.note("1 error: nothing was published")
    throw ExitCode.ledgerHasErrors
  }
}
