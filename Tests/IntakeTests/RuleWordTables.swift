/// What each rule says of a case: how it is closed, what comes back, when things happened.
extension Written {
  static let closures = [
    Written(
      "closed: 2026-10-14\nclosure: { kind: abnormal, by: 简素心 }",
      "6:18: warning: an abnormal closure needs its cause; add cause: contract_conflict, final_decision or unreachable [closure.cause]"
    ),
    Written(
      "closure: { kind: normal, cause: unreachable }",
      "5:33: warning: a normal closure has no cause; delete it, or write kind: abnormal [closure.cause]"),
    Written(
      "closed: 2026-10-14\nclosure: { kind: abnormal, cause: final_decision }",
      "6:18: warning: an abnormal closure must be agreed to; add by: with the name of whoever did [closure.agreed]"),
    // A call that got through breaks the row; three in a row within a month are enough.
    Written(
      """
      closure: { kind: abnormal, cause: unreachable }
      followups:
        - { at: 2026-10-13 10:00, reached: no }
        - { at: 2026-10-14 10:00, reached: yes }
        - { at: 2026-10-15 10:00, reached: no }
        - { at: 2026-10-16 10:00, reached: no }
      """, site: "followup: { within: 2d, tries: 3, window: 1m }\n",
      "5:35: warning: closed as unreachable after 2 failed tries in a row within 1m, but it takes 3; add the others to followups, or reopen the case [closure.tries]"
    ),
    Written(
      """
      closure: { kind: abnormal, cause: unreachable }
      followups:
        - { at: 2026-09-13 10:00, reached: no }
        - { at: 2026-10-14 10:00, reached: no }
        - { at: 2026-10-15 10:00, reached: no }
      """, site: "followup: { within: 2d, tries: 3, window: 1m }\nrules: { dates.order: off }\n",
      "5:35: warning: closed as unreachable after 2 failed tries in a row within 1m, but it takes 3; add the others to followups, or reopen the case [closure.tries]"
    ),
    Written(
      """
      closure: { kind: abnormal, cause: unreachable }
      followups: [{ at: 2026-10-13, reached: no }, { at: 2026-10-14, reached: no }, { at: 2026-11-13, reached: no }]
      """, site: "followup: { within: 2d, tries: 3, window: 1m }\n"),
  ]

  static let followUps = [
    Written(
      "closed: 2026-10-14 10:00", site: "followup: { within: 2d }\n",
      "5:9: warning: closed at 2026-10-14T10:00:00, but nobody followed up by 2026-10-16T23:59:59; add followups, or followup_exempt with the reason [followup.missing]"
    ),
    Written(
      "events:\n  - { stage: executed, at: 2026-10-13 10:00 }\nclosed: 2026-10-14\nfollowups: [{ at: 2026-10-16, reached: no }]",
      site: "followup: { within: 2d }\n",
      "8:19: warning: the first follow-up came after 2026-10-15T23:59:59, which the rule allows after executed at 2026-10-13T10:00:00; correct the time if it is wrong [followup.late]"
    ),
    Written(
      "closure: { applied: 2026-10-28 }", site: "followup: { within: 2d }\n",
      "5:21: warning: closure_applied at 2026-10-28, but nobody followed up by 2026-10-30T23:59:59; add followups, or followup_exempt with the reason [followup.missing]"
    ),
    Written("closure: { applied: 2026-10-30 }", site: "followup: { within: 2d }\n"),
    Written("closed: 2026-10-14\nfollowup_exempt: on_the_spot", site: "followup: { within: 2d }\n"),
    Written("closed: 2026-10-14\n" + called, site: "followup: { within: 2d }\n"),
    Written("closed: 2026-10-14", site: ""),
    Written("kind: inquiry\nclosed: 2026-10-14", site: "followup: { within: 2d }\n"),
  ]

  static let notices = [
    Written(
      "severity: critical\nnotified: [{ who: 总经理, at: 2026-10-15 }]",
      site: "notify: [{ when: { severity: critical }, who: [管理者代表, 总经理], within: 2d }]\n",
      "6:11: warning: 管理者代表 is to be told of such a case by 2026-10-14T23:59:59; add that to notified, with the time [notify.missing]",
      "6:28: warning: 总经理 was to be told by 2026-10-14T23:59:59; correct the time if it is wrong [notify.late]"),
    Written(
      "severity: critical", site: "notify: [{ when: { severity: critical }, who: 总经理 }]\n",
      "5:11: warning: 总经理 is to be told of such a case; add that to notified, with the time [notify.missing]"),
    Written("severity: critical", site: "notify: [{ when: { severity: critical }, who: 总经理, within: 30d }]\n"),
  ]

  static let demands = [
    Written(
      "category: quality\nsamples: { asked: 1 }\nevents: [{ stage: cause_found, at: 2026-10-15 }]\nattachments: [a.pdf]",
      site:
        "required: [{ when: { category: quality }, before: cause_found, fields: [written_on], at_least: { samples.asked: 2, samples.kept: 1 }, attachments: [8D报告] }]\n",
      "6:19: warning: samples.asked (要求数) is 1, but at least 2 must be there before cause_found; correct it, or see to the rest [required.count]",
      "7:36: warning: an attachment of the kind '8D报告' is needed before cause_found; add it [required.attachment]",
      "7:36: warning: samples.kept (留样数) is 0, but at least 1 must be there before cause_found; correct it, or see to the rest [required.count]",
      "7:36: warning: written_on (书面资料日期) is needed before cause_found; add it [required.field]"),
    Written(
      "category: quality", site: "required: [{ when: { category: quality }, fields: [customer.name] }]\n",
      "5:11: warning: customer.name (客户姓名) is needed in such a case; add it [required.field]"),
    Written(
      "category: quality\nevents: [{ stage: cause_found, at: 2026-10-15, result: failed }]",
      site: "required: [{ when: { category: quality }, before: cause_found, fields: [written_on] }]\n"),
  ]

  static let goods = [
    Written(
      "return: { approved: 500, received: 530, proof: original_invoice }", site: "returns: { tolerance: 5 }\n",
      "5:36: warning: 530 were received, but 500 were approved with a tolerance of 5%, so at most 525; have the rest approved, or correct the number [return.tolerance]"
    ),
    // Less is booked as received; the case's own tolerance goes before; without the rule nothing is asked.
    Written("return: { approved: 500, received: 10, proof: original_invoice }", site: "returns: { tolerance: 5 }\n"),
    Written(
      "return: { approved: 500, received: 530, tolerance: 6, proof: original_invoice }",
      site: "returns: { tolerance: 5 }\n"
    ),
    Written("return: { approved: 500, received: 530, proof: original_invoice }"),
    Written(
      "closed: 2026-10-14\nreturn: { requested: in_process }",
      "6:22: warning: the case is closed, but the number to return is still in_process; write it, or what was approved and received [return.undecided]"
    ),
    Written(
      "return: { received: 5 }",
      "5:21: warning: goods came back without a proof; add proof: original_invoice, annotated_copy or return_certificate [return.proof]"
    ),
    Written(
      "costs: { allowance: 98000 }",
      "5:21: warning: an allowance was granted without a proof; add allowance_proof: annotated_copy or allowance_certificate [allowance.proof]"
    ),
    Written(
      "closed: 2026-10-14\nsolution: { amount: 120000 }",
      site: "approval: [{ rank: 部门经理, up_to: 100000 }, { rank: 总经理 }]\n",
      "6:21: warning: 120000.00 CNY were settled without an approval; add approver_rank: 总经理 or a higher one [approval.missing]"
    ),
    Written(
      "product: { inspected: 5, defective: 7 }\nsamples: { received: 2, kept: 3 }",
      "5:37: warning: product.defective (不良数) is 7, more than product.inspected (抽检数) of 5; correct one of the two [quantity.exceeds]",
      "6:31: warning: samples.kept (留样数) is 3, more than samples.received (收到数) of 2; correct one of the two [quantity.exceeds]"
    ),
  ]

  static let dates = [
    Written(
      "supplier: { sent: 2026-10-15, answered: 2026-10-14 }",
      "5:41: warning: supplier.answered (答复) is 2026-10-14, before supplier.sent (发出) at 2026-10-15; correct one of the two [dates.order]"
    ),
    Written(
      "departments: [{ name: 质管, served: 2026-10-11 }]",
      "5:35: warning: departments.served (送达日期) is 2026-10-11, before received (投诉日期) at 2026-10-12T09:30:00; correct one of the two [dates.order]"
    ),
    Written(
      "occurred: 2026-10-13",
      "5:11: warning: received (投诉日期) is 2026-10-12T09:30:00, before occurred (发生时间) at 2026-10-13; correct one of the two [dates.order]"
    ),
    Written(
      "closed: 2026-10-14\nclosure: { applied: 2026-10-15 }",
      "6:21: warning: closed (结案时间) is 2026-10-14, before closure.applied (申请时间) at 2026-10-15; correct one of the two [dates.order]"
    ),
    Written("occurred: 2026-10-12\nsupplier: { sent: 2026-10-12, answered: 2026-10-12 }"),
  ]
}

private let called = "followups: [{ at: 2026-10-15 10:00, reached: yes }]\n"
