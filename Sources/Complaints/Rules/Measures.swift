/// A corrective measure is not one that anybody can follow up.
package enum MeasureProblem: RuleFacts {
  case noOwner
  case noDate
  case trainingAlone

  package static let codes = ["measure.date", "measure.owner", "measure.training"]

  package var code: String {
    switch self {
    case .noOwner: "measure.owner"
    case .noDate: "measure.date"
    case .trainingAlone: "measure.training"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .noOwner: "a corrective measure needs somebody who sees to it; add owner"
    case .noDate: "a corrective measure needs a date; add due, or done once it is"
    case .trainingAlone:
      "training is the only measure; add one that holds when people change, such as a fixture, a check or a new standard"
    }
  }
}

/// Each corrective measure has an owner and a date, and training is not the only one.
func checkMeasures(_ checked: CaseUnderCheck) -> [Finding] {
  var findings: [Finding] = []
  var first: Mark?
  checked.record.find(At.corrective) { measures in
    measures.eachPlacedMap { mark, measure in
      guard let mark else { return }
      if first == nil { first = measure.mark(Measure.action) ?? mark }
      if !measure.has(Measure.owner) { findings.append(Finding(.measure(.noOwner), at: mark)) }
      if !measure.has(Measure.due), !measure.has(Measure.done) {
        findings.append(Finding(.measure(.noDate), at: mark))
      }
    }
  }
  if let first, isTrainingAlone(checked.record) { findings.append(Finding(.measure(.trainingAlone), at: first)) }
  return findings
}

private enum Measure {
  static let (action, owner, due, done) = (at("action"), at("owner"), at("due"), at("done"))

  private static func at(_ key: String) -> Int { FieldPath.known("corrective.\(key)").indices[1] }
}

/// Whether every measure that is described is a lesson.
private func isTrainingAlone(_ record: Record) -> Bool {
  var (isAny, isAll) = (false, true)
  for field in [At.corrective, At.preventive] {
    record.find(field) { measures in
      measures.eachMap { measure in
        guard isAll, let isLesson = measure.find(Measure.action)?.withText(isTrainingAlone) else { return }
        (isAny, isAll) = (true, isLesson)
      }
    }
  }
  return isAny && isAll
}

/// Whether a measure is to teach or admonish people, and changes nothing that they work with.
package func isTrainingAlone(_ action: String) -> Bool {
  Array(action.utf8).withUnsafeBufferPointer(isTrainingAlone)
}

private func isTrainingAlone(_ action: UnsafeBufferPointer<UInt8>) -> Bool {
  lessons.isAny(in: action) && !changes.isAny(in: action)
}

private let lessons = WordList([
  "培训", "教育", "宣导", "宣贯", "组织学习", "重新学习", "口头提醒", "口头警告", "加强意识", "提高意识", "提升意识", "加强质量意识", "提高质量意识",
  "提升质量意识", "加强责任心", "提高责任心", "批评", "training", "retrain", "train the", "educate", "remind", "awareness",
])

/// Words of doing something that outlasts a lesson.
private let changes = WordList([
  "修订", "修改", "更新", "更换", "更正", "增加", "增设", "加装", "加设", "安装", "改为", "改用", "改成", "改由", "改进", "改造", "新增", "制定", "编制",
  "建立", "设置", "设立", "防错", "防呆", "治具", "夹具", "工装", "调整", "规定", "写入", "纳入", "停用", "取消", "检查表", "点检", "全检", "巡检", "抽检",
  "报警", "联锁", "扫码", "系统", "软件", "挂牌", "标识", "样板", "流程", "标准", "指导书", "revise", "replace", "install",
  "fixture", "add ", "change", "update", "introduce", "check",
])
