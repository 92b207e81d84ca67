/// Words of the ledger table.
enum LedgerPhrase: String, Phrase {
  case title = "ledger.title"
  case lead = "ledger.lead"
  case leadPart = "ledger.lead_part"
  case monthTitle = "ledger.month_title"
  case monthLead = "ledger.month_lead"
  case rejected = "ledger.rejected"
  case withheld = "ledger.withheld"
}
