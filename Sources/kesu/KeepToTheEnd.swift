/// Keeps a value for as long as the program lives: to take apart the objects of a large ledger one by one takes longer than an
/// edit of one case should, and the system takes them back all at once.
func keepToTheEnd(_ value: some Sendable) { _ = Unmanaged.passRetained(Kept(value)) }

private final class Kept: Sendable {
  private let value: any Sendable

  init(_ value: any Sendable) {
    self.value = value
  }
}
