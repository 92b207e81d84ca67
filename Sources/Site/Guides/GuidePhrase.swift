/// Words of the free pages.
enum GuidePhrase: String, Phrase {
  case title = "guides.title"
  case lead = "guides.lead"
}
