/// Words of the frame around every page.
enum FramePhrase: String, Phrase {
  case stamp = "frame.stamp"
  case stampCommit = "frame.stamp_commit"
  case colophon = "frame.colophon"
  case overview = "nav.overview"
  case ledger = "nav.ledger"
  case monthly = "nav.monthly"
  case annual = "nav.annual"
  case definitions = "nav.definitions"
  case state = "nav.state"
  case pages = "nav.pages"
}
