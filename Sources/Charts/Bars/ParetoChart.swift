package import Hypertext

/// One category of a Pareto chart.
package struct ParetoBar: Hashable, Sendable {
  package var label: String
  /// At least 0; a Pareto chart has no missing values.
  package let value: Double
  /// The value of the period before; `nil` where it is not known.
  package let last: Double?
  /// Where its cases are listed, and those of the period before.
  package var href: String?
  package var lastHref: String?

  package init(label: String, value: Double, last: Double? = nil, href: String? = nil, lastHref: String? = nil) {
    self.label = label
    self.value = value.isDrawable ? max(0, value) : 0
    self.last = last.flatMap { $0.isDrawable ? max(0, $0) : nil }
    self.href = href
    self.lastHref = lastHref
  }
}

/// The words of a Pareto chart.
package struct ParetoWords: Hashable, Sendable {
  /// The head of the row of values: «件数».
  package var value: String
  /// The head of the row of changes: «较上月».
  package var change: String
  /// The period before, in the table: «上月».
  package var last: String
  /// The cumulative share, in the table: «累计占比».
  package var share: String

  package init(value: String, change: String, last: String, share: String) {
    self.value = value
    self.change = change
    self.last = last
    self.share = share
  }
}

/// Categories in the caller's order with their cumulative share, both axes to the same total.
package struct ParetoChart: Chart {
  package var name: ChartName
  /// Largest first; a remainder goes last whatever its size.
  package var bars: [ParetoBar]
  package var words: ParetoWords
  package var format: ValueFormat

  package init(name: ChartName, bars: [ParetoBar], words: ParetoWords, format: ValueFormat = .count) {
    self.name = name
    self.bars = bars
    self.words = words
    self.format = format
  }

  /// The cumulative shares, 0 to 1; empty where the total is 0, for then there is no share.
  var shares: [Double] {
    let total = bars.reduce(0) { $0 + $1.value }
    guard total > 0 else { return [] }
    var sum = 0.0
    return bars.map {
      sum += $0.value
      return sum / total
    }
  }

  /// Bars up to and including the one that reaches four fifths.
  var emphasised: Int {
    // A billionth forgives sums that are four fifths but for rounding.
    (shares.firstIndex { $0 >= 0.8 - 1e-9 }).map { $0 + 1 } ?? 0
  }

  package func svg(width: Double) -> Markup {
    ParetoDrawing(chart: self, width: width).svg()
  }

  package var table: DataTable {
    let percent = ValueFormat.percent(decimals: 1)
    var table = DataTable(
      caption: name.title,
      columns: [
        .init(name.rows), .init(words.value, isNumber: true), .init(words.share, isNumber: true),
        .init(words.last, isNumber: true), .init(words.change, isNumber: true),
      ])
    let shares = shares
    table.rows = bars.enumerated().map { index, bar in
      [
        .init(bar.label), .init(format.text(bar.value), href: bar.href),
        .init(shares.isEmpty ? format.missing : percent.text(shares[index])),
        .init(format.text(bar.last), href: bar.lastHref),
        .init(format.signed(bar.last.map { bar.value - $0 })),
      ]
    }
    return table
  }
}
