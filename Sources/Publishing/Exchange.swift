import CLinux
import Glibc

/// Exchanges two folders in one step.
///
/// Some network and sandbox file systems know no exchange. There the old folder steps aside first; a build that is killed in that very moment leaves no site, and `mend` brings the old one back.
func exchange(_ new: String, _ old: String) throws(PublishingFailure) {
  let code = exchange_paths(new, old)
  switch code {
  case 0: return
  case EINVAL, ENOSYS, EOPNOTSUPP: try exchangeInTwoSteps(new, old)
  default: throw .system(action: .exchange, path: old, code: code)
  }
}

/// Afterwards the old folder bears the new one's former name, as after an exchange.
func exchangeInTwoSteps(_ new: String, _ old: String) throws(PublishingFailure) {
  let aside = asidePath(of: old)
  try call(.exchange, old) { rename(old, aside) }
  do {
    try call(.exchange, old) { rename(new, old) }
  } catch {
    try call(.exchange, old) { rename(aside, old) }
    throw error
  }
  do {
    try call(.remove, aside) { rename(aside, new) }
  } catch {
    throw .afterwards(output: old, failure: error)
  }
}

/// Brings back a site that stepped aside and whose successor never came; removes one whose successor did.
///
/// - Throws: `.locked` while the build that moved it is at work.
func mend(_ output: String, jobs: Int) throws {
  let aside = asidePath(of: output)
  guard let lock = try FolderLock(aside, of: output) else { return }
  // A folder of somebody else's that happens to have the name.
  guard try Manifest(of: aside) != nil else { throw PublishingFailure.foreignFolder(path: aside) }
  if try kind(of: output) == nil {
    try call(.exchange, output) { rename(aside, output) }
  } else {
    try removeSite(aside, beside: output, jobs: jobs)
  }
  _ = consume lock
}

private func asidePath(of output: String) -> String { besides(output, ".kesu-former") }
