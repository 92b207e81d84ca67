package import Complaints

/// The denominators: what was shipped in each month, of all products or of one.
package struct Exposure: Sendable {
  /// What was shipped in the months of a series; a month without a row is unknown.
  package struct Shipped: Sendable {
    /// By months since year 0; `nil` inside where a row does not give the figure.
    fileprivate(set) var lots: [Int: Int?] = [:]
    fileprivate(set) var units: [Int: Int?] = [:]

    /// Lots shipped in a period up to a day; see `total`.
    package func lots(in period: Period, through day: Day) -> Int? { Self.total(lots, period, through: day) }
    /// Whether nothing is known of any month.
    var isEmpty: Bool { lots.isEmpty && units.isEmpty }

    /// Units shipped in a period up to a day; see `total`.
    package func units(in period: Period, through day: Day) -> Int? { Self.total(units, period, through: day) }

    /// The sum over the months of a period that have begun by a day; `nil` where one of them has no row or no figure.
    ///
    /// Days and weeks are always unknown: rows are by month, and a month is not spread over its days.
    private static func total(_ months: [Int: Int?], _ period: Period, through day: Day) -> Int? {
      guard period.kind != .day, period.kind != .week, period.first <= day else { return nil }
      var sum = 0
      for month in period.first.monthNumber...min(period.last, day).monthNumber {
        guard let known = months[month], let shipped = known else { return nil }
        sum += shipped
      }
      return sum
    }
  }

  /// Of all products together: the row of all where there is one, else the sum over products.
  package let ofAllProducts: Shipped
  private let byProduct: [String: Shipped]

  init(_ rows: [ExposureRow]) {
    let whole = Set(rows.filter { $0.product == nil }.map(\.month.first.monthNumber))
    var all = Shipped()
    var byProduct: [String: Shipped] = [:]
    for row in rows {
      let month = row.month.first.monthNumber
      if let product = row.product { byProduct[product, default: Shipped()].add(row) }
      if row.product == nil || !whole.contains(month) { all.add(row) }
    }
    ofAllProducts = all
    self.byProduct = byProduct
  }

  /// Of the product with this part number, else name; no month is known where no row names it.
  package func of(product: String) -> Shipped { byProduct[product] ?? Shipped() }
}

extension Exposure.Shipped {
  fileprivate mutating func add(_ row: ExposureRow) {
    let month = row.month.first.monthNumber
    lots[month] = Self.sum(lots[month], row.shippedLots)
    units[month] = Self.sum(units[month], row.shippedUnits)
  }

  /// Unknown as soon as one of the parts is.
  private static func sum(_ former: Int??, _ more: Int?) -> Int? {
    guard let former else { return more }
    guard let former, let more else { return nil }
    return former + more
  }
}

extension Day {
  /// Months since year 0, so that months can be counted through.
  var monthNumber: Int {
    let (year, month, _) = parts
    return year * 12 + month - 1
  }
}
