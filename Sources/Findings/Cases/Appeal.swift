import Complaints

/// A case that continues another: it has a limit of its own, but stands in no figure.
struct Appeal: Sendable {
  /// Its index in the ledger's cases.
  let place: Int
  let standing: CaseStanding
}
