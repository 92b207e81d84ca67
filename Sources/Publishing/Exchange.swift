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
  try call(.exchange, old) { rename(aside, new) }
}

/// Brings back a site that stepped aside and whose successor never came; removes one whose successor did.
func mend(_ output: String) throws(PublishingFailure) {
  let aside = asidePath(of: output)
  guard try kind(of: aside) == .folder else { return }
  if try kind(of: output) == nil {
    try call(.exchange, output) { rename(aside, output) }
  } else {
    try removeTree(aside)
  }
}

private func asidePath(of output: String) -> String { besides(output, ".kesu-former") }
