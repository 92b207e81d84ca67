"""Cuts a ledger by hand: copies a content folder without anything that is later than a day.

python3 Tests/TimeTravel/cut.py CONTENT OUT 2026-06-30

It knows nothing of the program: it reads the files with the reader of Tests/Recomputation, takes out
what the dates in them say is later, and writes the rest. Undated fields, plans and deadlines stay.
"""
import datetime as dt
import json
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Recomputation"))

from frontmatter import decode, document, front_matter  # noqa: E402
from settings import read_settings  # noqa: E402
from values import moment  # noqa: E402

# field -> its Chinese name, of every field that the cut touches
NAMES = {
    "received": "投诉日期", "status": "处理状态", "events": "处理记录", "responded": "响应时间", "contained": "围堵时间",
    "closed": "结案时间", "reopened": "重开", "handled": "处理日期", "written_on": "书面资料日期", "paused": "暂停计时",
    "followups": "回访", "approvals": "审批记录", "customer_decision": "客户判定", "notified": "知会",
    "distribution": "分发", "containment": "临时措施", "corrective": "纠正措施", "preventive": "预防措施",
    "solution": "解决方案", "reply": "客户答复", "assessment": "初步评估", "supplier": "供应商", "deductions": "罚扣",
    "return": "退货", "closure": "关闭", "departments": "责任部门", "samples": "样品", "eight_d": "8D",
    "id": "投诉编号", "related": "关联", "repeat_of": "重复投诉", "appeal_of": "前次处理单", "cases": "涉及案件",
}
CLOSED = {"closed", "已结案", "已关闭", "Closed"}
OPEN = {
    "pending", "待处理", "未处理", "Pending", "in_progress", "处理中", "进行中", "In progress", "resolved", "已解决",
    "已处理", "完成", "Resolved",
}
# lists whose items happened at one of their dates, and that date
DATED_ITEMS = {
    "events": ("at", "时间"), "followups": ("at", "时间"), "approvals": ("at", "时间"), "customer_decision": ("at", "时间"),
    "notified": ("at", "时间"), "distribution": ("at", "时间"), "paused": ("from", "从"), "deductions": ("approved", "核准日期"),
}
# maps that happened at one of their dates
DATED_MAPS = {
    "reply": ("at", "时间"), "assessment": ("at", "评估时间"), "return": ("issued_on", "开单日期"),
    "closure": ("applied", "申请时间"),
}
# dates inside maps (or the maps of a list), and what goes with each
INSIDE = {
    "events": [(("received", "收到时间"), [])],
    "paused": [(("to", "至"), [])],
    "deductions": [(("published", "公布日期"), [])],
    "solution": [(("approved", "审批日期"), ["approved_by", "审批人", "approver_rank", "审批级别"])],
    "supplier": [(("sent", "发出"), []), (("answered", "答复"), []), (("audited", "审核"), [])],
    "departments": [(("served", "送达日期"), [])],
    "samples": [(("sealed", "封存日期"), [])],
    "eight_d": [(("customer_approved", "客户批准"), [])],
    "return": [(("arrived", "到货时间"), ["received", "实收数量"]), (("decided", "判定时间"), ["disposition", "处置"])],
}
CONFIRMED = ["verified_by", "确认人", "verified_on", "确认日期"]
for measure in ("containment", "corrective", "preventive"):
    INSIDE[measure] = [
        (("done", "完成"), ["effect", "效果", "evidence", "证据"] + CONFIRMED), (("verified_on", "确认日期"), CONFIRMED)]


class Cut:
    """A ledger cut at the end of a day."""

    def __init__(self, content, day):
        self.content, self.day, self.zone = content, day, read_settings(content).zone
        self.gone = set()  # the ids of the cases received later
        self.taken = 0  # dates found to be later

    def later(self, written):
        when = moment(written, self.zone) if isinstance(written, str) else None
        is_later = when is not None and when.day > self.day
        self.taken += is_later
        return is_later

    def dated(self, tree, names):
        """Whether a map has a date of one of these names that is later."""
        return isinstance(tree, dict) and any(self.later(tree.get(name)) for name in names)

    def case(self, tree):
        """Returns what is left of a case, or None of one received later."""
        if self.dated(tree, ("received", NAMES["received"])):
            return None
        for field in ("responded", "contained", "closed", "reopened", "handled", "written_on"):
            for key in (field, NAMES[field]):
                if self.later(tree.get(key)):
                    del tree[key]
        for field, names in DATED_ITEMS.items():
            self.each(tree, field, lambda items, names=names: [i for i in items if not self.dated(i, names)])
        for field, names in DATED_MAPS.items():
            for key in (field, NAMES[field]):
                if self.dated(tree.get(key), names):
                    del tree[key]
        for field, dates in INSIDE.items():
            self.each(tree, field, lambda items, dates=dates: [self.inside(i, dates) for i in items])
        for event in self.values(tree, "events"):
            self.each(event, "departments", lambda items: [self.inside(i, INSIDE["departments"]) for i in items])
        self.status(tree)
        self.forget(tree, ("related", "repeat_of", "appeal_of"))
        return tree

    def forget(self, tree, fields):
        """Takes out what refers to a case that does not exist yet."""
        for field in fields:
            for key in (field, NAMES[field]):
                if isinstance(tree.get(key), list):
                    tree[key] = [each for each in tree[key] if each not in self.gone] or None
                elif tree.get(key) in self.gone:
                    tree[key] = None

    def values(self, tree, field):
        for key in (field, NAMES[field]):
            if isinstance(tree.get(key), list):
                return tree[key]
        return []

    def each(self, tree, field, change):
        """Changes the items of a list, or a map as if it were one; what is left empty goes."""
        for key in (field, NAMES[field]):
            value = tree.get(key)
            if value is None or isinstance(value, str):
                continue
            items = change(value if isinstance(value, list) else [value])
            items = [item for item in items if item not in ({}, [], None)]
            if not items:
                del tree[key]
            else:
                tree[key] = items if isinstance(value, list) else items[0]

    def inside(self, tree, dates):
        if isinstance(tree, dict):
            for names, others in dates:
                if self.dated(tree, names):
                    for key in list(names) + others:
                        tree.pop(key, None)
        return tree

    def status(self, tree):
        """A status that agrees with the closings that are left."""
        key = next((key for key in ("status", NAMES["status"]) if key in tree), None)
        if key is None:
            return
        is_closed = self.is_closed(tree)
        if tree[key] in CLOSED and not is_closed:
            tree[key] = "in_progress"
        elif tree[key] in OPEN and is_closed:
            tree[key] = "closed"

    def is_closed(self, tree):
        closings, reopenings = [], []
        for event in self.values(tree, "events"):
            stage = event.get("stage", event.get("阶段"))
            at = moment(event.get("at", event.get("时间")), self.zone)
            if at is None or event.get("result", event.get("结果")) in ("doing", "failed", "进行中", "失败"):
                continue
            if stage in ("closed", "结案"):
                closings.append(at)
            elif stage in ("reopened", "重开"):
                reopenings.append(at)
        for field, times in (("closed", closings), ("reopened", reopenings)):
            for key in (field, NAMES[field]):
                if tree.get(key):
                    times.append(moment(tree[key], self.zone))
        return bool(closings) and all(any(again.not_after(last) for last in closings) for again in reopenings)

    def improvement(self, tree):
        for key in ("progress", "进展"):
            if isinstance(tree.get(key), list):
                tree[key] = [item for item in tree[key] if not self.dated(item, ("at", "时间"))] or None
        self.forget(tree, ("cases",))
        if self.dated(tree, ("done", "完成")):
            tree.pop("done", None), tree.pop("完成", None)
        if self.dated(tree, ("confirmed_on", "确认日期")):
            for key in ("effective", "有效", "confirmed_by", "确认人", "confirmed_on", "确认日期"):
                tree.pop(key, None)
        return tree

    def table(self, text):
        """Rows of a CSV file whose first cell is no later day or month."""
        lines = text.split("\n")
        return "\n".join(lines[:1] + [line for line in lines[1:] if not self.later_row(line)])

    def later_row(self, line):
        found = re.match(r"^(\d{4})-(\d\d)(?:-(\d\d))?,", line)
        return found is not None and dt.date(int(found[1]), int(found[2]), int(found[3] or 1)) > self.day

    def write(self, out):
        """Writes the cut ledger; returns how many cases were received later."""
        shutil.copytree(self.content, out)
        evidence = {False: set(), True: set()}  # what is named by the cases that stay, and by those that go
        for path in (out / "cases").rglob("*.md"):
            tree = front_matter(decode(path.read_bytes()))
            goes = self.dated(tree, ("received", NAMES["received"]))
            evidence[goes] |= set(texts(tree))
            if goes:
                self.gone.add(tree.get("id", tree.get(NAMES["id"])))
        for path in [path for path in (out / "attachments").rglob("*") if path.is_file()]:
            if str(path.relative_to(out / "attachments")) in evidence[True] - evidence[False]:
                path.unlink()
        later = 0
        for folder, change in (("cases", self.case), ("improvements", self.improvement)):
            for path in sorted((out / folder).rglob("*.md")):
                text = decode(path.read_bytes())
                tree = change(front_matter(text))
                if tree is None:
                    path.unlink()
                    later += 1
                    continue
                path.write_text(written(tree) + narrative(text), "utf-8")
        for folder in ("exposure", "tallies"):
            for path in sorted((out / folder).glob("*.csv")):
                path.write_text(self.table(decode(path.read_bytes())), "utf-8")
        return later


def texts(tree):
    """Every text in a tree."""
    if isinstance(tree, str):
        return [tree]
    items = tree.values() if isinstance(tree, dict) else tree or []
    return [each for item in items for each in texts(item)]


def written(tree):
    """Front matter with every value in JSON, which is YAML too."""
    lines = [f"{json.dumps(key, ensure_ascii=False)}: {value(each)}" for key, each in tree.items()]
    return "\n".join(["---"] + lines + ["---", ""])


def value(tree):
    """A node in flow style; every text in quotes, a missing value as `~`."""
    if tree is None:
        return "~"
    if isinstance(tree, str):
        return json.dumps(tree, ensure_ascii=False)
    if isinstance(tree, list):
        return "[" + ", ".join(value(item) for item in tree) + "]"
    return "{ " + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {value(item)}" for key, item in tree.items()) + " }"


def narrative(text):
    """What follows the closing fence."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if re.match(r"^(---|\.\.\.)[ \t]*$", line):
            return "\n".join(lines[number + 1:])
    return ""


if __name__ == "__main__":
    source, target, last = sys.argv[1:]
    print(Cut(Path(source), dt.date.fromisoformat(last)).write(Path(target)), "cases received later")
