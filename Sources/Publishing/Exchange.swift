import CLinux
import Glibc

/// Exchanges two folders in one step.
///
/// Some network and sandbox file systems know no exchange. There the old folder steps aside first; a build that is killed in that very moment leaves no site, and `mend` brings the old one back.
///
/// - Parameter aside: Where the old folder steps to; nothing stands there.
func exchange(_ new: String, _ old: String, aside: String) throws(PublishingFailure) {
  let code = exchange_paths(new, old)
  switch code {
  case 0: return
  case EINVAL, ENOSYS, EOPNOTSUPP: try exchangeInTwoSteps(new, old, aside: aside)
  default: throw .system(action: .exchange, path: old, code: code)
  }
}

/// Afterwards the old folder bears the new one's former name, as after an exchange.
func exchangeInTwoSteps(_ new: String, _ old: String, aside: String) throws(PublishingFailure) {
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
/// - Parameter hold: The folder beside the site, which is locked.
func mend(_ output: String, hold: String, jobs: Int) throws {
  let aside = formerSite(hold)
  guard try kind(of: aside) != nil else { return }
  // A folder of somebody else's that happens to have the name.
  guard try Manifest.isThere(in: aside) else { throw PublishingFailure.foreignFolder(path: aside) }
  if try kind(of: output) == nil {
    try call(.exchange, output) { rename(aside, output) }
  } else {
    try removeSite(aside, beside: output, jobs: jobs)
  }
}

/// Where a site steps aside.
func formerSite(_ hold: String) -> String { hold + "/former" }
