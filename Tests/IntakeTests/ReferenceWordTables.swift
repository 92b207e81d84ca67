/// What each rule says of a case: its process, files and deadlines, other cases, and weak answers.
extension Written {
  static let events = [
    Written(
      "events:\n  - { stage: planned, at: 2026-10-14 10:00, received: 2026-10-14 11:00 }",
      "6:55: warning: planned at 2026-10-14T10:00:00, before it was received at 2026-10-14T11:00:00; correct one of the two times [event.received]"
    ),
    Written(
      "closed: 2026-10-14\nevents:\n  - { stage: executed, at: 2026-10-15 }\n  - { stage: archived, at: 2026-10-15 }",
      "7:28: warning: executed at 2026-10-15, after the case was closed at 2026-10-14; correct the time, or add when it was reopened [event.after_closed]"
    ),
    Written(
      "reopened: 2026-10-15",
      "5:11: warning: reopened at 2026-10-15, but the case was not closed before; correct the time, or add the closing [event.reopened]"
    ),
    Written(
      "closed: 2026-10-15\nevents:\n  - { stage: planned, at: 2026-10-13, result: doing }\n  - { stage: visited, at: 2026-10-13, result: doing }\n  - { stage: visited, at: 2026-10-14 }",
      "7:47: warning: the case is closed, but planned is still doing; write done or failed, or add the event that ended it [event.unfinished]"
    ),
  ]

  static let processes = [
    Written(
      "process: p\nevents:\n  - { stage: registered, at: 2026-10-15 }\n  - { stage: submitted, at: 2026-10-16 }\n  - { stage: executed, at: 2026-10-18 }",
      "7:30: warning: registered at 2026-10-15 comes before submitted at 2026-10-16, which the process p has first; correct the times [process.order]"
    ),
    // One that is far out of place is named alone; the other department's approval is no step.
    Written(
      "process: p\nevents:\n  - { stage: submitted, at: 2026-10-19 }\n  - { stage: registered, at: 2026-10-15 }\n  - { stage: approved, at: 2026-10-16 }\n  - { stage: executed, at: 2026-10-18 }\n  - { stage: approved, at: 2026-10-12, department: 业务部 }",
      "7:29: warning: registered at 2026-10-15 comes before submitted at 2026-10-19, which the process p has first; correct the times [process.order]"
    ),
    Written(
      "process: p\nevents: [{ stage: registered, step: \"1.9\" }, { stage: planned, step: D5 }]",
      "6:37: warning: the process p has no step '1.9'; write the id of one of its steps [process.step]"),
  ]

  static let files = [
    Written(
      "attachments: [a.pdf, b.exe, c.png]", site: "attachments: { max_size: 10MB, types: [pdf, png] }\n",
      "5:22: warning: the type of the file 'b.exe' is not allowed; attach one of pdf, png [attachment.type]",
      "5:29: warning: the file 'c.png' has 10.001 MB, but at most 10 MB are allowed; make it smaller [attachment.size]")
  ]

  static let deadlines = [
    Written(
      "region: domestic\ndue: 2026-11-01",
      "6:6: warning: due is later than 2026-10-25T23:59:59, when 结案 ends; add reason and approved_by [due.extension]"),
    Written(
      "region: domestic\ndue: { until: 2026-11-01, reason: 等料 }",
      "6:15: warning: due is later than 2026-10-25T23:59:59, when 结案 ends; add approved_by [due.extension]"),
    Written("region: domestic\ndue: { until: 2026-11-01, reason: 等料, approved_by: 方承泽 }"),
    Written("region: domestic\ndue: 2026-10-20"),
    Written(
      "region: domestic\npromised: 2026-10-26",
      "6:11: warning: more time was promised than 结案 allows, which ends at 2026-10-25T23:59:59; promise that or sooner, or extend due [promised.late]"
    ),
    Written("promised: 2026-10-26"),
  ]

  static let relations = [
    Written(
      "repeat_of: \"261002\"",
      "5:12: warning: repeat_of: the case '261002' was received later, at 2026-10-20; write the earlier one [relation.order]"
    ),
    Written(
      "appeal_of: \"261002\"",
      "5:12: warning: appeal_of: the case '261002' was received later, at 2026-10-20; write the earlier one [relation.order]"
    ),
    Written("appeal_of: \"260901\""),
    Written(
      "appeal_of: \"260902\"",
      "5:12: warning: appeal_of: the case '260902' was neither closed nor refused by the customer before; correct the id, or write related [relation.undecided]"
    ),
    Written(
      "repeat_of: \"260901\"\nappeal_of: \"260901\"\nrelated: [\"260901\", \"261002\", \"261002\"]",
      "6:12: warning: appeal_of: the case '260901' is named twice; keep one of them [relation.twice]",
      "7:31: warning: related: the case '261002' is named twice; keep one of them [relation.twice]"),
  ]

  static let weakness = [
    Written(
      "root_cause: { occurrence: 作业员疏忽贴错, escape: 检验员责任心不强 }",
      "5:27: warning: root_cause.occurrence (发生原因) names only somebody's carelessness; write what made the mistake possible, or why it was not noticed [cause.careless]",
      "5:44: warning: root_cause.escape (流出原因) names only somebody's carelessness; write what made the mistake possible, or why it was not noticed [cause.careless]"
    ),
    Written(
      "root_cause: 操作工未按作业指导书操作",
      "5:13: warning: root_cause.occurrence (发生原因) names only somebody's carelessness; write what made the mistake possible, or why it was not noticed [cause.careless]"
    ),
    Written("root_cause: { occurrence: 夜班照明不足，目检疏忽, escape: 治具无防错，粗心即漏 }"),
    Written(
      "corrective:\n  - 换刀\n  - { action: 修订指导书, owner: 许嘉木, due: 2026-10-20 }",
      "6:5: warning: a corrective measure needs a date; add due, or done once it is [measure.date]",
      "6:5: warning: a corrective measure needs somebody who sees to it; add owner [measure.owner]"),
    Written(
      "corrective: [{ action: 对操作工再培训, owner: 曹予安, due: 2026-10-20 }]\npreventive: [全员质量宣导]",
      "5:24: warning: training is the only measure; add one that holds when people change, such as a fixture, a check or a new standard [measure.training]"
    ),
    Written("corrective: [{ action: 修订作业指导书并培训, owner: 曹予安, due: 2026-10-20 }]"),
    Written(
      "severity: critical\nclosed: 2026-10-20\ncorrective: [{ action: 换刀, owner: 曹予安, done: 2026-10-18 }]",
      "6:9: warning: a critical case was closed, and nobody verified the effect; add verified_by and verified_on to a corrective measure, or a verified event [effect.missing]"
    ),
    Written(
      "severity: critical\nclosed: 2026-10-20\ncorrective: [{ action: 换刀, owner: 曹予安, done: 2026-10-18, verified_on: 2026-10-19 }]"
    ),
    Written("severity: critical\nvalidity: invalid\nclosed: 2026-10-20"),
    Written(
      "samples: { kept: 1 }\nevents:\n  - { stage: sampled, at: 2026-10-14, note: 拆机见电容鼓包 }",
      "7:45: warning: samples were taken apart here, but samples names no witness; add teardown_witness [samples.witness]"
    ),
  ]
}
