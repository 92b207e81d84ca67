/// A root cause stops at the person who made the mistake.
package enum CauseProblem: RuleFacts {
  case careless(FieldName)

  package static let codes = ["cause.careless"]
  package var code: String { "cause.careless" }
  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .careless(let field):
      "\(field) names only somebody's carelessness; write what made the mistake possible, or why it was not noticed"
    }
  }
}

/// A root cause says more than that somebody was careless: what is left of it without those words must name something
/// that can be changed.
func checkCauses(_ checked: CaseUnderCheck) -> [Finding] {
  var findings: [Finding] = []
  checked.record.read { (map: PackedMap) in
    for path in causes {
      map.each(at: path) { value, mark in
        guard value.withText(isCarelessnessAlone) ?? false else { return }
        findings.append(Finding(.cause(.careless(checked.record.schema.name(path.text))), at: mark))
      }
    }
  }
  return findings
}

private let causes = ["root_cause.occurrence", "root_cause.escape"].map(FieldPath.known)

/// Whether a text blames a person and nothing that a person works with.
package func isCarelessnessAlone(_ text: String) -> Bool {
  Array(text.utf8).withUnsafeBufferPointer(isCarelessnessAlone)
}

private func isCarelessnessAlone(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard blames.isAny(in: text) else { return false }
  return !blames.rest(of: text).withUnsafeBufferPointer(grounds.isAny)
}

/// What people write who look no further.
private let blames = WordList([
  "疏忽", "粗心", "大意", "马虎", "不小心", "不仔细", "不认真", "操作不当", "操作失误", "误操作", "操作错误", "人为失误", "人为错误",
  "人为因素", "责任心不强", "责任心不足", "责任心差", "缺乏责任心", "质量意识不强", "质量意识淡薄", "意识不强", "意识淡薄", "意识不足",
  "未按作业指导书操作", "未按作业指导书作业", "未按规定操作", "未按要求操作", "未按规程操作", "违规操作", "carelessness", "careless",
  "negligence", "negligent", "inattention", "human error", "operator error", "operator mistake",
])

/// What can be changed: whoever names one of these has looked further than the person.
private let grounds = WordList([
  "没有", "无人", "未设", "未定", "未规定", "未明确", "未写", "未验证", "未培训", "缺", "防错", "防呆", "治具", "夹具", "工装", "模具", "设备",
  "机台", "仪器", "参数", "程序", "流程", "工序", "标准", "规范", "规格", "规程", "指导书", "图纸", "设计", "结构", "材料", "来料", "物料", "标识",
  "标签", "包装", "照明", "布局", "排班", "交接", "夜班", "软件", "系统", "抽样", "抽检", "检验项目", "检具", "校准", "保养", "磨损", "温度", "湿度",
  "供应商", "外协", "换线", "换型", "fixture", "tool", "procedure", "instruction", "process", "design", "machine",
  "because", "no check", "missing", "software", "system", "material", "supplier", "layout", "training",
])
