import Glibc

/// Why a site was not published: what was tried, on which path, and what the system said.
package enum PublishingFailure: Error, Hashable, Sendable {
  /// The output folder was not made by this program.
  case foreignFolder(path: String)
  /// The output folder is where people work with git, whatever else stands in it.
  case workTree(path: String)
  /// A file that this program did not write stands where one of the new site goes.
  case foreignFile(path: String)
  /// The output path is not a folder, or a symbolic link to one.
  case notAFolder(path: String)
  /// The output folder would hold, or lie in, a folder that is read.
  case overlaps(output: String, source: String)
  /// What is to hold what the program keeps is no folder.
  case notACache(path: String)
  /// What is to be copied is not a regular file.
  case notAFile(path: String)
  /// Another build holds the lock of this output folder.
  case locked(path: String)
  /// A call of the system failed.
  case system(action: Action, path: String, code: Int32)
  /// The new site stands; what had to be done after that failed.
  indirect case afterwards(output: String, failure: PublishingFailure)

  /// What was being done.
  package enum Action: String, Sendable {
    case look = "look at"
    case makeFolder = "make the folder"
    case create, write, read, list, remove
    case sync = "bring to the disk"
    case exchange = "put in place"
    case keep = "keep in the new site"
    case keepMode = "keep the owner, group and mode of the folder"
    case lock
  }

  /// Whether the call was wrong rather than the machine.
  package var isWrongUsage: Bool {
    switch self {
    case .foreignFolder, .workTree, .foreignFile, .notAFolder, .notACache, .overlaps: true
    case .notAFile, .locked, .system, .afterwards: false
    }
  }
}

extension PublishingFailure {
  /// Whether the new site stands all the same.
  var isAfterwards: Bool {
    if case .afterwards = self { true } else { false }
  }
}

extension PublishingFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .foreignFolder(let path):
      "\(path): this folder was not made by kesu, so it is left alone; name another --output, or remove it yourself"
    case .workTree(let path):
      "\(path): this folder is a git work tree, so it is left alone; publish elsewhere and copy the site into it"
    case .foreignFile(let path):
      "\(path): this file was not made by kesu, and the site has one of that name; move it elsewhere"
    case .notAFolder(let path): "\(path): not a folder; name another --output"
    case .notACache(let path): "\(path): not a folder; name another --cache"
    case .overlaps(let output, let source):
      "\(output): the site cannot be written over, into or around \(source), which is read; name another --output"
    case .notAFile(let path): "\(path): not a regular file, so it is not copied; put one in its place"
    case .locked(let path): "\(path): another build is writing this site; wait for it to end"
    case .system(let action, let path, let code):
      "\(path): cannot \(action.rawValue): \(String(cString: strerror(code)))"
    case .afterwards(let output, let failure):
      "\(failure); the new site stands in \(output), and the next build tidies up"
    }
  }
}

/// Runs a call of the system again while a signal interrupts it; throws what else went wrong.
@discardableResult
func call<Result: SignedInteger>(
  _ action: PublishingFailure.Action, _ path: String, _ body: () -> Result
) throws(PublishingFailure) -> Result {
  while true {
    let result = body()
    if result >= 0 { return result }
    let code = errno
    if code != EINTR { throw .system(action: action, path: path, code: code) }
  }
}
