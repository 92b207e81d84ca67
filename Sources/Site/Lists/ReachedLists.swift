import Complaints
import Findings

/// The lists of cases that came to some point: handed on, contained.
extension ListMaker {
  /// The cases handed on to who is to handle them whose hours are known, the quickest first.
  var informed: ListContent {
    reached(
      edition.informed(in: figures.period), [.informed, .medianHoursToInform, .p90HoursToInform],
      (.informed, { [findings] in findings.details[$0].informed?.day }),
      (.hoursToInform, { [findings] in findings.details[$0].hoursToInform }))
  }

  /// The cases contained whose hours are known, the quickest first.
  var contained: ListContent {
    reached(
      edition.contained(in: figures.period), [.contained, .medianHoursToContain, .p90HoursToContain],
      (.contained, { [findings] in findings.cases[$0].standing.contained?.day }),
      (.hoursToContain, { [findings] in findings.details[$0].hoursToContain }))
  }

  /// The cases that came to some point, the quickest first.
  ///
  /// - Parameter figures: How many they are, and the median and 0.9 quantile of their hours.
  private func reached(
    _ numbers: [Int], _ figures: [Further], _ day: (phrase: ListPhrase, of: @Sendable (Int) -> Day?),
    _ hours: (phrase: ListPhrase, of: @Sendable (Int) -> Double?)
  ) -> ListContent {
    let set = numbers.sorted { (hours.of($0) ?? 0, $0) < (hours.of($1) ?? 0, $1) }
    let spans = set.compactMap(hours.of)
    let texts = [
      self.numbers.count(set.count), self.hours(spanQuantile(spans, 0.5, unit: 3_600)),
      self.hours(spanQuantile(spans, 0.9, unit: 3_600)),
    ]
    let reckonings: [Reckoning] = [.count, .median(1), .ninth(1)]
    return content(
      [
        column(day.phrase) { [of = day.of] in of($0.number)?.description ?? "" },
        column(hours.phrase, isNumber: true) { [of = hours.of, shown = self.numbers] in
          of($0.number).map { shown.decimal($0, places: 2) } ?? ""
        },
      ],
      figures.indices.map { line(figures[$0], texts[$0], reckonings[$0]) }, members: members(set), by: day.of)
  }
}

extension Edition {
  /// The cases contained in a month whose hours are known, in the ledger's order.
  func contained(in month: Period) -> [Int] {
    lists.contained.value {
      months { findings.details[$0].hoursToContain == nil ? nil : findings.cases[$0].standing.contained?.day }
    }[month]
  }

  /// The cases handed on in a month to who is to handle them, whose hours are known, in the ledger's order.
  func informed(in month: Period) -> [Int] {
    lists.informed.value {
      months { findings.details[$0].hoursToInform == nil ? nil : findings.details[$0].informed?.day }
    }[month]
  }

  /// The cases by the month of a day of theirs; those without one are left out.
  private func months(_ day: (Int) -> Day?) -> CasesByMonth {
    var months = CasesByMonth()
    for number in findings.cases.indices {
      if let day = day(number) { months.add(number, on: day) }
    }
    return months
  }
}
