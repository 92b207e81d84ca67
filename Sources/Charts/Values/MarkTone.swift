/// The colours that bars may have; red is for late and unfinished work only.
package enum MarkTone: Int, CaseIterable, Hashable, Sendable {
  case ordinary, emphasised, late, worse, better, pale

  var fill: StaticString {
    switch self {
    case .ordinary: "f-mark"
    case .emphasised: "f-ink2"
    case .late: "f-late"
    case .worse: "f-worse"
    case .better: "f-better"
    case .pale: "f-wash2"
    }
  }

  var text: TextStyle.Tone {
    switch self {
    case .late: .late
    case .worse: .worse
    case .better: .better
    case .emphasised: .bold
    case .ordinary, .pale: .plain
    }
  }
}
