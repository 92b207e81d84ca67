/// Units and the shapes of dates.
enum UnitPhrase: String, Phrase {
  case cases = "unit.cases"
  case days = "unit.days"
  case hours = "unit.hours"
  case points = "unit.points"
  case percent = "unit.percent"
  case money = "unit.money"
  case moneyLarge = "unit.money_large"
  case yes = "unit.yes"
  case no = "unit.no"
  case day = "unit.day"
  case week = "unit.week"
  case month = "unit.month"
  case monthOfYear = "unit.month_of_year"
  case quarter = "unit.quarter"
  case year = "unit.year"
}
