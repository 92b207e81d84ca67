import Complaints
import Statistics

extension Findings {
  /// What data/metrics.json holds besides the figures that other programs rely on, under `more`.
  ///
  /// - Parameter dimensions: Those to list.
  func moreMetrics(dimensions: [Dimension]) -> MetricsValue {
    .map([
      .init("periods", .map(PeriodKind.allCases.map { .init($0.rawValue, .part(.furtherPeriods($0))) })),
      .init("changes", changeMetrics),
      .init("dimensions", .map(dimensions.map { .init($0.rawValue, .part(.furtherKeys($0))) })),
      .init("splits", splitMetrics(dimensions)),
      .init("received_by_month", .map(Self.watched.map { .init($0.rawValue, .list(monthlyCounts(of: $0))) })),
      .init("stages", .part(.stages)),
      .init("departments", .part(.departments)),
      .init("ageing", .list(ageing().map(\.metrics))),
      .init("attribution", .list(attribution.map(\.metrics))),
      .init("targets", .list(lastCompleteMonth.map { month in targets(in: month).map { $0.metrics(month) } } ?? [])),
      .init("improvements", improvementMetrics),
      .init("unusual", lastCompleteMonth.flatMap { keyLooks(in: $0.period)?.metrics($0.period) } ?? .unknown),
    ])
  }

  /// Which figures are compared, named once, and of each period what they became, in that order.
  private var changeMetrics: MetricsValue {
    .map(
      [.init("figures", .list(Metric.allCases.map { .text($0.rawValue) }))]
        + PeriodKind.allCases.map { .init($0.rawValue, .part(.changes($0))) })
  }

  /// The figures of each key in each month, quarter and year: which, named once, and their values in that order.
  private func splitMetrics(_ dimensions: [Dimension]) -> MetricsValue {
    .map(
      [.init("figures", .list(SplitFigure.allCases.map { .text($0.rawValue) }))]
        + MetricsParts.kinds.map { kind in
          .init(kind.rawValue, .map(dimensions.map { .init($0.rawValue, .part(.splits(kind, $0))) }))
        })
  }

  /// Over the whole ledger, and by period of the date due or of the confirmation.
  private var improvementMetrics: MetricsValue {
    .map(
      [.init("all", .map(improvementFigures().members))]
        + [PeriodKind.month, .quarter, .year].map { kind in
          .init(
            kind.rawValue,
            .list(
              periods(kind).map { figures in
                .map(
                  [.init("period", .text(figures.period.description))]
                    + improvementFigures(in: figures.period.days).members)
              }))
        })
  }

  private func monthlyCounts(of dimension: Dimension) -> [MetricsValue] {
    let (axis, series) = (axis(dimension), series(of: dimension))
    return axis.entries.indices.compactMap { entry in
      let counts = series[entry]
      guard counts.contains(where: { $0 > 0 }) else { return nil }
      return .map([
        .init("key", .text(axis.entries[entry].key)), .init("counts", .list(counts.map { .integer(Int($0)) })),
      ])
    }
  }
}

extension ImprovementFigures {
  fileprivate var members: [MetricsValue.Member] {
    [
      .init("due", .integer(due)), .init("done_on_time", .integer(doneOnTime)),
      .init("on_time_rate", .number(onTimeRate?.fraction)), .init("confirmed", .integer(confirmed)),
      .init("effective", .integer(effective)), .init("effective_rate", .number(effectiveRate?.fraction)),
    ]
  }
}

extension FurtherFigures {
  var metrics: MetricsValue {
    .map(
      [.init("period", .text(period.description))]
        + all.map { .init($0.rawValue, .number($1)) })
  }
}

extension Change {
  var metrics: MetricsValue {
    func against(_ base: Comparison.Base) -> MetricsValue {
      .numbers(Metric.allCases.map { fraction(of: $0, against: base) })
    }
    return .map([
      .init("period", .text(period.description)), .init("previous", against(.previous)),
      .init("year_earlier", against(.yearEarlier)),
    ])
  }
}

extension SplitPeriods {
  var metrics: MetricsValue {
    .map([
      .init("key", .text(key)),
      .init(
        "periods",
        .list(
          periods.map { entry in
            .map([
              .init("period", .text(entry.period.description)),
              .init("values", .numbers(entry.values)),
            ])
          })),
    ])
  }
}

extension KeyFigures {
  var metrics: MetricsValue { .map(members + handling.members) }

  private var members: [MetricsValue.Member] {
    [
      .init("key", .text(key)), .init("valid", .number(valid)), .init("repeats", .number(repeats)),
      .init("reopened", .number(reopened)), .init("closed_with_due", .number(closedWithDue)),
      .init("closed_on_time", .number(closedOnTime)), .init("on_time_rate", .number(onTimeRate)),
      .init("completed_of_received", .number(completedOfReceived)), .init("p90_days_to_close", .number(p90DaysToClose)),
      .init("survival_median_days", .number(survival?.median)), .init("survival_low_days", .number(survival?.lower)),
      .init("survival_high_days", .number(survival?.upper)),
      .init("median_hours_to_respond", .number(medianHoursToRespond)),
      .init("median_hours_to_contain", .number(medianHoursToContain)),
      .init("satisfaction_mean", .number(satisfactionMean)),
      .init("satisfaction_answers", .integer(satisfactionAnswers)),
      .init("complaint_lots", .number(complaintLots)), .init("defective", .number(defective)),
      .init("shipped_lots", .number(shippedLots.map(Double.init))),
      .init("shipped_units", .number(shippedUnits.map(Double.init))), .init("complaint_rate", .number(complaintRate)),
      .init("ppm", .number(ppm)),
    ]
  }
}

extension KeyHandling {
  fileprivate var members: [MetricsValue.Member] {
    [
      .init("p90_hours_to_respond", .number(p90HoursToRespond)),
      .init("p90_hours_to_contain", .number(p90HoursToContain)),
      .init("median_hours_to_inform", .number(medianHoursToInform)),
      .init("p90_hours_to_inform", .number(p90HoursToInform)), .init("response_due", .number(responseDue)),
      .init("response_kept", .number(responseKept)), .init("response_rate", .number(responseRate)),
      .init("closed_abnormal", .number(closedAbnormal)), .init("followup_due", .number(followupDue)),
      .init("followed_up", .number(followedUp)), .init("followup_rate", .number(followupRate)),
      .init("deductions", .number(deductions)), .init("cost_per_case", .number(costPerCase)),
    ]
  }
}

extension StepTime {
  var metrics: MetricsValue {
    .map([
      .init("key", .text(key)), .init("steps", .integer(steps)), .init("median_days", .number(medianDays)),
      .init("p90_days", .number(p90Days)), .init("total_days", .number(totalDays)), .init("waiting", .integer(waiting)),
      .init("median_days_waiting", .number(medianDaysWaiting)),
    ])
  }
}

extension AgeBucket {
  fileprivate var metrics: MetricsValue {
    .map([
      .init("from", .integer(from)), .init("to", to.map { .integer($0) } ?? .unknown), .init("open", .integer(count)),
      .init("late", .integer(cases(.late).count)), .init("near", .integer(cases(.near).count)),
      .init("paused", .integer(cases(.paused).count)),
    ])
  }
}

extension Attribution {
  fileprivate var metrics: MetricsValue {
    .map([
      .init("period", .text(month.description)), .init("closed", .integer(closed)),
      .init(
        "departments",
        .list(
          parts.map { part in
            .map([
              .init("key", .text(part.key)), .init("closed", .number(part.closed)), .init("share", .number(part.share)),
              .init("cost", .number(part.cost)),
            ])
          })),
    ])
  }
}

extension TargetResult {
  fileprivate func metrics(_ month: PeriodFigures) -> MetricsValue {
    .map([
      .init("id", .text(target.metric)), .init("period", .text(month.period.description)),
      .init("minimum", .number(target.minimum)), .init("maximum", .number(target.maximum)),
      .init("value", .number(value)), .init("lcl", .number(limits?.lower)), .init("ucl", .number(limits?.upper)),
      .init("verdict", .text(verdict?.rawValue)),
    ])
  }
}

extension KeyLooks {
  fileprivate func metrics(_ month: Period) -> MetricsValue {
    .map([
      .init("period", .text(month.description)), .init("looks", .integer(looks)),
      .init("threshold", .number(threshold)),
      .init(
        "signals",
        .list(
          signals.map { signal in
            .map([
              .init("dimension", .text(signal.dimension.rawValue)), .init("name", .text(signal.key)),
              .init("count", .integer(signal.count)), .init("former", .integer(signal.former)),
              .init("months", .integer(signal.months)), .init("ucl", .number(signal.limits.upper)),
              .init("probability", .number(signal.probability)),
              .init("leads", .text(signal.isNewLeader ? "yes" : "no")),
            ])
          })),
    ])
  }
}
