import Complaints

/// The account of the ledger in one line, as every command ends: found = published + excluded + in error.
func accountLine(_ account: Account) -> String {
  let excluded = Exclusion.allCases.map { "\($0.rawValue) \(account.excluded($0))" }.joined(separator: ", ")
  let total = Exclusion.allCases.reduce(0) { $0 + account.excluded($1) }
  return
    "ledger: \(account.found) found = \(account.published) published + \(total) excluded (\(excluded)) + \(account.inError) in error"
}
