"""A small ledger with figures worked out by hand, and proof that the comparison notices; part of selftest.py."""
import copy
import csv
import datetime as dt
import io
import json
import tempfile
from pathlib import Path

from compare import Comparison, load, printable
from recompute import recompute
from table import COLUMNS, compare_table, expected

SITE = """title: t
limits:
  - { name: 国外, limit: 2d, when: { region: 海外 } }
  - { name: 一般, limit: 10d, from: registered }
vocabularies:
  category:
    - { code: quality, label: { zh-Hans: 产品质量 }, aliases: [质量], children: [ { code: electrical, label: 电性能 }, look ] }
    - { code: service, label: 服务 }
"""
CASES = {
    # Closed on time after 5 days; answered after 2.5 hours; 3 lots, 7 defective; 1.5 days of pause moves the due day by 2.
    "2026/09/a.md": """---
投诉编号: A1
投诉主题: =危险
投诉日期: 2026-09-28 08:00
投诉类型: 质量/电性能
投诉渠道: 微信
处理状态: 已结案
结案时间: 2026-10-03 08:00
响应时间: 2026-09-28 10:30
产品: [ { 料号: P-1, 品名: 电源, 批数: 2, 不良数: "７" }, { 料号: P-1, 品名: 电源 } ]
责任部门: [ { 部门: 质管部, 责任比例: 60% }, { 部门: 制造部, 责任比例: 40 } ]
费用: { 索赔: 1000, 返工: "1,234.5", 差旅: ¥0.05 }
满意度: 4
暂停计时: [ { 从: 2026-09-30 12:00, 至: 2026-10-01 } ]
---
text
""",
    # Closed by day, reopened, still open at as-of; overdue since 15 October.
    "b.md": """---
id: B1
title: b
received: 2026-10-12
region: overseas
category: look
status: closed
closed: 2026-10-13
weight: [hot, 重大]
departments: [质管部, 制造部, 业务部]
events:
  - { stage: reopened, at: 2026-10-20 09:00 }
  - { stage: closed, at: 2026-11-02 }
  - { stage: closed, at: 2026-10-13 }
---
""".replace("closed: 2026-10-13\nw", "w"),
    # An appeal adds its costs to A1; a void one and an inquiry count nowhere; one is later than as-of.
    "c.md": "---\nid: C1\ntitle: c\nreceived: 2026-10-20\nappeal_of: A1\ncosts: {freight: 10}\n---\n",
    "d.md": "---\nid: D1\ntitle: d\nreceived: 2026-10-20\nstatus: 作废\n---\n",
    "e.md": "---\nid: E1\ntitle: e\nreceived: 2026-10-20\nkind: 咨询\n---\n",
    "f.md": "---\nid: F1\ntitle: f\nreceived: 2026-11-01\n---\n",
    # Open, waiting for the customer without end: not overdue meanwhile, though due on the 16th by promise.
    "g.MD": "---\nid: G1\ntitle: g\nreceived: 2026-10-12 10:00\npromised: 2026-10-16\npaused: [{from: 2026-10-19}]\n"
            "validity: invalid\nproduct: 灯\nrepeat_of: A1\n---\n",
    # Invalid by the file: no lots.
    ".hidden.md": "---\n",
}
EXPOSURE = "\ufeffperiod,product,shipped_lots,accepted_lots,shipped_units\r\n2026-09,,100,97,\"2,000\"\r\n2026-10,X,50,50,\r\n"

MONTHS = [
    {"period": "2026-09", "received": 1, "valid": 1, "closed": 0, "open_end": 1, "overdue_end": 0, "closed_with_due": 0,
     "closed_on_time": 0, "on_time_rate": None, "completed_of_received": 1, "median_days_to_close": None,
     "p90_days_to_close": None, "median_hours_to_respond": 2.5, "complaint_lots": 3, "shipped_lots": 100,
     "complaint_rate": 0.03, "defective": 7, "shipped_units": 2000, "ppm": 3500, "cost": 0, "satisfaction_mean": None,
     "satisfaction_answers": 0, "reopened": 0, "repeats": 0},
    {"period": "2026-10", "received": 2, "valid": 1, "closed": 1, "open_end": 2, "overdue_end": 1, "closed_with_due": 1,
     "closed_on_time": 1, "on_time_rate": 1, "completed_of_received": 0, "median_days_to_close": 5,
     "p90_days_to_close": 5, "median_hours_to_respond": None, "complaint_lots": 0, "shipped_lots": 50,
     "complaint_rate": 0, "defective": 0, "shipped_units": None, "ppm": None, "cost": 1244.55, "satisfaction_mean": 4,
     "satisfaction_answers": 1, "reopened": 1, "repeats": 1},
]
ROWS = {
    "A1": ["=危险", "2026-09-28T08:00:00", "2026-10-10T23:59:59", "2026-10-03T08:00:00", "closed", "quality/electrical",
           "social", "", "", ["P-1"], "", 5, "true", "false"],
    "B1": ["b", "2026-10-12T00:00:00", "2026-10-14T23:59:59", "", "in_progress", "quality/look", "", "", "overseas", [], "",
           None, "", "true"],
    "G1": ["g", "2026-10-12T10:00:00", "2026-10-16T23:59:59", "", "", "", "", "", "", ["灯"], "", None, "", "false"],
}


def written(folder):
    """Writes the ledger, and returns its folder."""
    files = {"site.yaml": SITE, "exposure/x.csv": EXPOSURE} | {f"cases/{name}": text for name, text in CASES.items()}
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return Path(folder)


def ledger():
    """Yields each figure that differs from the one worked out by hand."""
    with tempfile.TemporaryDirectory() as folder:
        read, ours = recompute(written(folder), dt.date(2026, 10, 31))
    found = printable(ours)
    yield from read.errors
    wanted = {"account": {"found": 7, "published": 3, "errors": 0,
                          "excluded": {"after_as_of": 1, "void": 1, "not_complaint": 1, "appeal": 1}},
              "months": MONTHS, "weeks": [f"2026-W{week}" for week in (40, 41, 42, 43, 44)],
              "overdue by day": {"2026-10-14": 0, "2026-10-15": 1, "2026-10-17": 2, "2026-10-18": 2, "2026-10-19": 1}}
    got = {"account": found["account"], "months": found["periods"]["month"],
           "weeks": [period["period"] for period in found["periods"]["week"]],
           "overdue by day": {p["period"]: p["overdue_end"] for p in found["periods"]["day"]
                              if p["period"] in wanted["overdue by day"]}}
    for name in wanted:
        if got[name] != wanted[name]:
            yield f"{name}: {got[name]}, expected {wanted[name]}"
    splits = {name: {row["key"]: row for row in rows} for name, rows in found["dimensions"].items()}
    for name, key, field, value in (
            ("category", "quality", "received", 2), ("category", "quality/look", "open", 1), ("category", "", "received", 1),
            ("category", "service", "received", 0), ("category", "service", "share", 0), ("weight", "major", "received", 1),
            ("weight", "hot", "received", 1), ("status", "in_progress", "overdue", 1), ("status", "void", "received", 0),
            ("product", "P-1", "received", 1), ("product", "P-1", "label", "电源"), ("department", "质管部", "cost", 746.73),
            ("department", "业务部", "received", 1 / 3), ("department", "质管部", "received", 0.6 + 1 / 3),
            ("department", "", "received", 1), ("channel", "social", "share", 1 / 3)):
        if abs(splits[name][key][field] != value if isinstance(value, str) else splits[name][key][field] - value) > 1e-12:
            yield f"{name} {key!r} {field}: {splits[name][key][field]}, expected {value}"
    for view in read.views:
        if [expected(view, "team")[column] for column in COLUMNS[1:]] != ROWS[view.case.id]:
            yield f"{view.case.id}: {[expected(view, 'team')[column] for column in COLUMNS[1:]]}, expected {ROWS[view.case.id]}"
    yield from notices(read, ours)


def notices(read, ours):
    """Yields each change of the other side that the comparison lets pass."""
    def differences(change):
        theirs = load(json.dumps(printable(ours)))
        change(theirs)
        comparison = Comparison()
        comparison.tree("metrics", theirs, ours)
        return comparison.differences

    def month(theirs):
        return theirs["periods"]["month"][1]

    changes = {"a number": lambda t: month(t).update(cost=1), "a key gone": lambda t: month(t).pop("ppm"),
               "a key more": lambda t: t.update(more=1), "null for 0": lambda t: month(t).update(defective=None),
               "a period gone": lambda t: t["periods"]["week"].pop(), "a text": lambda t: t.update(as_of="2026-10-30"),
               "a split more": lambda t: t["dimensions"]["owner"].append(copy.deepcopy(t["dimensions"]["owner"][0]) | {"key": "x"}),
               "a rule": lambda t: t["control_charts"][0]["points"][0]["rules"].append(1),
               "a chart gone": lambda t: t["control_charts"].pop()}
    if differences(lambda theirs: None):
        yield f"the same figures differ: {differences(lambda theirs: None)}"
    yield from (f"not noticed: {name}" for name, change in changes.items() if not differences(change))
    for name, change, wanted in (("the same table", lambda cells: None, False),
                                 ("a cell", lambda cells: cells[0].__setitem__(13, ""), True),
                                 ("a formula", lambda cells: cells[0].__setitem__(1, "=危险"), True),
                                 ("a row gone", lambda cells: cells.pop(), True)):
        cells = [[view.case.id, *map(cell, ROWS[view.case.id])] for view in read.views]
        change(cells)
        out = io.StringIO()
        csv.writer(out).writerows([COLUMNS, *cells])
        comparison = Comparison()
        compare_table(b"\xef\xbb\xbf" + out.getvalue().encode(), read, comparison, "team")
        if bool(comparison.differences) != wanted:
            yield f"cases.csv, {name}: {comparison.differences}"


def cell(value):
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, int):
        return f"{value:.4f}"
    return "" if value is None else "'" + value if value.startswith("=") else value
