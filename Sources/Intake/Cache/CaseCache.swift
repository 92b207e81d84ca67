/// Where the cases that were read are kept for the next run, and what that rests on.
///
/// Only whole cases are kept; a file with anything to say about it is read anew each time, which is the surest way to
/// say it again.
package struct CaseCache: Sendable {
  /// The folder that the program keeps for itself; made if it is not there.
  package let folder: String
  /// The content folder as it is known however it was named, so that each has its own file.
  package let content: String
  /// What tells this program from any that may read a case in another way.
  package let program: String
  /// So many cases must have changed for the file to be written anew; fewer are quicker read than written.
  package let least: Int
  /// Whether what was kept is not even looked at; what is read now takes its place all the same.
  package let isPassedOver: Bool
  /// Gets one line where something kept could not be used, or could not be kept.
  package let note: @Sendable (String) -> Void
  /// Ends the program with a line, where it cannot go on: what is kept of a case was damaged, which is found out when it is
  /// used, and meanwhile the case's own file is another.
  package let stop: @Sendable (String) -> Never

  package init(
    folder: String, content: String, program: String, least: Int = 200, isPassedOver: Bool = false,
    note: @escaping @Sendable (String) -> Void,
    stop: @escaping @Sendable (String) -> Never = { preconditionFailure($0) }
  ) {
    self.folder = folder
    self.content = content
    self.program = program
    self.least = least
    self.isPassedOver = isPassedOver
    self.note = note
    self.stop = stop
  }
}

/// Why what was kept is not used.
enum CacheProblem: Error {
  case damaged
  case otherProgram

  /// As people read it.
  func text(_ path: String) -> String {
    switch self {
    case .damaged: "\(path): damaged, so it is not used; every case is read anew"
    case .otherProgram: "\(path): kept by another version of kesu, so it is not used; every case is read anew"
    }
  }
}
