/// The figures of a key over the whole ledger that other programs rely on, as `DimensionFigures` has them.
struct KeyTotals: Hashable, Sendable {
  /// The code or path; "" for cases without a value.
  let key: String
  /// In the site's language; "" for the key "".
  let label: String
  let received, closed, open, overdue: Double
  /// Of all cases, as a fraction; `nil` if there is none.
  let share: Double?
  /// Of the closed cases, without the claim, in the currency's unit.
  let cost: Double
  /// Each case whole and once; `nil` if none is closed.
  let medianDaysToClose: Double?
}
