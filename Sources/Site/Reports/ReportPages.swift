import Complaints
import Findings

/// The monthly and annual reports with their lists: one for each month and year from the first counted case to as-of.
package func reportPages(of edition: Edition) -> [Page] {
  let months = edition.findings.periods(.month).map { month in
    Page(.monthly(month.period)) { buffer in try MonthlyPage(month, in: edition).render(into: &buffer) }
      .reading(MonthlyPage.inputs(of: month, in: edition))
  }
  let years = edition.findings.periods(.year).map { year in
    Page(.annual(year.period)) { buffer in try AnnualPage(year, in: edition).render(into: &buffer) }
      .reading(AnnualPage.inputs(of: year.period, in: edition))
  }
  let lists = [
    Page(.monthlyIndex) { buffer in try MonthlyIndex(edition: edition).render(into: &buffer) },
    Page(.annualIndex) { buffer in try AnnualIndex(edition: edition).render(into: &buffer) },
  ]
  return years + months + lists
}
