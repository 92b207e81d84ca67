import Synchronization

/// Where each case of a ledger stands by its id: made when it is first asked for, and shared by all that becomes of the
/// ledger while the ids and their order stay.
final class CaseIndex: Sendable {
  private let made = Mutex<NameTable?>(nil)

  /// - Parameter cases: Always of the same ids in the same order.
  func table(of cases: [CaseFile]) -> NameTable {
    made.withLock { made in
      let table = made ?? NameTable(cases.map(\.complaint.id))
      made = table
      return table
    }
  }
}
