"""Makes a ledger of cases by chance, in which every field that a figure rests on takes every form it may have.

python3 Tests/Recomputation/seeded.py --sample content --target DIR [--cases 3000] [--seed 1]

The folder of the sample gives vocabularies, calendars and improvements. The cases are not plausible, only allowed: no rule of
the contract calls any of them an error. The same arguments make the same ledger.
"""
import argparse
import datetime as dt
import random
import shutil
import sys
from pathlib import Path

from fields import CASE, CLOSURE, COSTS, CUSTOMER, DEDUCTION, DEPARTMENT, DUE, EVENT, FOLLOWUP, PAUSE, PRODUCT, SATISFACTION
from settings import read_settings

FIRST, LAST = dt.date(2024, 9, 1), dt.date(2026, 10, 31)
STAGES = ["registered", "submitted", "assigned", "responded", "visited", "attributed", "contained", "investigated",
          "cause_found", "planned", "reviewed", "approved", "replied", "executed", "verified", "closure_applied"]
PARTS = [("SP-48-10", "稳压电源"), ("AD-65-C", "适配器"), ("LED-3", "灯珠"), (None, "便携电源"), ("PCB-6", None)]
OWNERS = ["林知远", "颜书白", "贺兰舟", "苗若谷", None]
LIMITS = ["24h", "90h", "2wh", "30wh", "13d", "17d", "0d", "0.5d", "0.5wd", "2wd", "10wd", "0wd", "2w", "1m", "2m", "1m@10",
          "1m@31", "1d@15:00", "3wd@12:00", "0d@17:00", "0wd@17:00", "reply_by"]
ASKED = ["region", "category", "severity", "urgency", "level", "weight", "flags", "business", "channel", "product",
         "customer.type", "closure.kind", "validity"]
# What the rules would warn of in nearly every case, and what a figure does not rest on.
QUIET = ["closed.before_received", "due.extension", "effect.missing", "event.after_closed", "event.before_received",
         "event.received", "event.reopened", "event.unfinished", "pause.order", "process.order", "promised.late",
         "quantity.exceeds", "departments.attributed", "closure.agreed", "closure.cause", "closure.tries", "dates.order",
         "limit.unreachable", "allowance.proof", "return.proof", "relation.order", "key.unknown"]


class Maker:
    """Makes one ledger after another thing that chance says."""

    def __init__(self, sample, seed):
        self.chance = random.Random(seed)
        self.words = read_settings(sample).vocabularies
        self.ids = []

    def often(self, share):
        return self.chance.random() < share

    def pick(self, things):
        return things[self.chance.randrange(len(things))]

    def word(self, name):
        """A word of a vocabulary as its path, its label or an alias."""
        words = self.words[name]
        path = self.pick(sorted(words.labels))
        # A path in words of two languages is none.
        names = [name for name, paths in words.names.items() if paths == {path} and "/" not in name]
        return path if self.often(0.6) or not names else self.pick(sorted(names))

    def moment(self, time, whole=0.3):
        """One of the ways to write a time of the site's zone, or its day."""
        day = self.pick([f"{time:%Y-%m-%d}", f"{time.year}/{time.month}/{time.day}", f"{time.year}年{time.month}月{time.day}日"])
        if self.often(whole):
            return day
        if self.often(0.1):
            return f"{time - dt.timedelta(hours=8):%Y-%m-%dT%H:%M:%S}Z"
        return f"{day} {time:%H:%M}" if self.often(0.8) else f"{time:%Y-%m-%dT%H:%M:%S}+08:00"

    def later(self, time, days):
        """Another day, so that no time without a clock comes before it."""
        return time + dt.timedelta(days=1 + self.chance.randrange(days), minutes=self.chance.randrange(1440) - 720)

    def mapped(self, table, **values):
        """A map in flow style with keys of either language; nothing for what is None."""
        chinese = self.often(0.3)
        return "{ " + ", ".join(f"{table[key] if chinese else key}: {value}" for key, value in values.items()
                                if value is not None) + " }"

    def maybe(self, share, value):
        return value() if self.often(share) else None

    def number(self, most):
        value = self.chance.randrange(most)
        return f'"{value:,}"' if self.often(0.3) else str(value)

    def money(self):
        cents = self.chance.randrange(900_000)
        return f'"{cents // 100:,}.{cents % 100:02}"' if self.often(0.5) else str(cents // 100)

    def yes_no(self):
        return self.pick(["yes", "no", "是", "否"])


def shares(maker):
    """Departments whose shares add up to 100, or names that share alike."""
    names = maker.chance.sample(sorted(maker.words["department"].labels), 1 + maker.chance.randrange(3))
    if maker.often(0.3):
        return "[" + ", ".join(names) + "]"
    cuts = sorted(maker.chance.sample(range(1, 10_000), len(names) - 1))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, 10_000])]
    return "[" + ", ".join(maker.mapped(DEPARTMENT, name=name, share=f"{part / 100:.2f}{'%' if maker.often(0.3) else ''}")
                           for name, part in zip(names, parts)) + "]"


def events(maker, received, closings):
    """Lines of events in no order, and the short fields that stand for none of them."""
    happened = [(maker.pick(STAGES), maker.later(received, 40), maker.pick([None, None, None, "done", "doing", "failed"]))
                for _ in range(maker.chance.randrange(9))]
    stages = {stage for stage, *_ in happened}
    short = {stage: maker.moment(maker.later(received, 9)) for stage in ("responded", "contained")
             if stage not in stages and maker.often(0.4)}
    if len(closings) == 1 and maker.often(0.4):
        short["closed"] = maker.moment(closings[0][1])
    else:
        happened += [(stage, time, None) for stage, time in closings]
    maker.chance.shuffle(happened)
    lines = [maker.mapped(
        EVENT, stage=stage, at=maker.moment(time), received=maker.maybe(0.2, lambda: maker.moment(maker.later(received, 30))),
        department=maker.maybe(0.6, lambda: maker.word("department")), result=result,
        departments=shares(maker) if stage == "attributed" and maker.often(0.7) else None) for stage, time, result in happened]
    return lines, short


def case(maker, number):
    """The text of one case file."""
    span = (LAST - FIRST).days + 1
    day = FIRST + dt.timedelta(days=maker.chance.randrange(span))
    received = dt.datetime.combine(day, dt.time(maker.chance.randrange(24), maker.chance.randrange(60)))
    closings, time = [], received
    for stage in maker.pick([[], ["closed"], ["closed"], ["closed"], ["closed", "reopened"], ["closed", "reopened", "closed"]]):
        time = maker.later(time, 25) + dt.timedelta(days=1)
        closings.append((stage, time))
    lines, short = events(maker, received, closings)
    is_closed = bool(closings) and closings[-1][0] == "closed"
    earlier = [name for name, former in maker.ids if former < received]
    identity = f"{received:%y%m}-{number:04}"
    given = {
        "id": f'"{identity}"', "title": f"第{number}件", "received": maker.moment(received),
        "kind": None if maker.often(0.9) else maker.word("kind"),
        "status": "void" if maker.often(0.02) else "closed" if is_closed else maker.pick([None, "pending", "处理中", "resolved"]),
        **{name: maker.maybe(0.8, lambda name=name: maker.word(name)) for name in (
            "channel", "category", "severity", "urgency", "level", "region", "cause_kind", "validity", "business", "branch")},
        "owner": maker.pick(OWNERS),
        **{name: maker.maybe(0.3, lambda name=name: f"[{maker.word(name)}]") for name in ("weight", "flags")},
        "customer": maker.mapped(CUSTOMER, name="甲公司", type=maker.word("customer.type")) if maker.often(0.7) else "乙公司",
        "departments": maker.maybe(0.6, lambda: shares(maker)),
        "due": maker.maybe(0.15, lambda: maker.moment(maker.later(received, 40)) if maker.often(0.5) else maker.mapped(
            DUE, until=maker.moment(maker.later(received, 40)), reason="等样品", approved_by="方承泽")),
        "promised": maker.maybe(0.2, lambda: maker.moment(maker.later(received, 30))),
        "reply_by": maker.maybe(0.3, lambda: maker.moment(maker.later(received, 30))),
        **short,
        "costs": maker.maybe(0.4, lambda: maker.mapped(
            COSTS, **{kind: maker.money() for kind in maker.chance.sample(sorted(COSTS), 1 + maker.chance.randrange(4))})),
        "closure": maker.maybe(0.4, lambda: maker.mapped(CLOSURE, kind=maker.word("closure.kind"))),
        "satisfaction": maker.maybe(0.5, lambda: maker.pick(["1", "2", "3", "4", "5", maker.mapped(SATISFACTION, speed="3", overall="4")])),
        "followup_exempt": maker.maybe(0.15, lambda: "anonymous"),
        "repeat_of": maker.maybe(0.1, lambda: f'"{maker.pick(earlier)}"' if earlier else None),
        "appeal_of": maker.maybe(0.03, lambda: f'"{maker.pick(earlier)}"' if earlier else None)}
    lists = {
        "events": lines,
        "product": [product(maker) for _ in range(maker.pick([0, 1, 1, 1, 2, 3]))],
        "paused": [maker.mapped(PAUSE, **{"from": maker.moment(start), "to": maker.maybe(0.8, lambda start=start: maker.moment(
            maker.later(start, 12)))}, reason="等客户") for start in (maker.later(received, 20) for _ in range(maker.pick([0, 0, 0, 1, 2])))],
        "deductions": [maker.mapped(DEDUCTION, kind=maker.maybe(0.8, lambda: maker.word("deductions.kind")), amount=maker.money(),
                                    approved=maker.maybe(0.7, lambda: maker.moment(maker.later(received, 60), 1)))
                       for _ in range(maker.pick([0, 0, 0, 0, 1, 2]))],
        "followups": [maker.mapped(FOLLOWUP, at=maker.moment(maker.later(received, 50)), reached=maker.maybe(0.8, maker.yes_no),
                                   satisfied=maker.maybe(0.5, maker.yes_no)) for _ in range(maker.pick([0, 0, 1, 1, 2]))]}
    maker.ids.append((identity, received))
    return identity, front_matter(maker, given, lists)


def product(maker):
    part, name = maker.pick(PARTS)
    return maker.mapped(PRODUCT, name=name, part_no=part, lots=maker.maybe(0.4, lambda: maker.number(4)),
                        defective=maker.maybe(0.7, lambda: maker.number(1_500)))


def front_matter(maker, given, lists):
    chinese = maker.often(0.3)
    key = lambda name: CASE[name] if chinese else name
    lines = [f"{key(name)}: {value}" for name, value in given.items() if value is not None]
    for name, items in lists.items():
        if items:
            lines += [f"{key(name)}:", *(f"  - {item}" for item in items)]
    return "---\n" + "\n".join(lines) + "\n---\n经过。\n"


def rule(maker, number, stage):
    """A limit of the whole case or of a stage, in any form, for some of the cases."""
    when = []
    for name in maker.chance.sample(ASKED, maker.pick([0, 1, 1, 2])):
        vocabulary = maker.words[name]
        values = [part or text for part, text in PARTS] if name == "product" else sorted(vocabulary.labels)
        when.append(f"{name}: [{', '.join(maker.chance.sample(values, min(len(values), 1 + maker.chance.randrange(3))))}]")
    start = maker.pick(["received", "registered", "registered", "attributed", "previous"])
    return (f"  - {{ name: 规则{number}, limit: {maker.pick(LIMITS)}, from: {start}" + (f", stage: {stage}" if stage else "")
            + (f", when: {{ {', '.join(when)} }}" if when else "") + " }")


def site(maker, sample):
    """site.yaml: the sample's vocabularies, limits by chance, and no rule that only warns."""
    text = sample.read_text("utf-8")
    words = text[text.index("vocabularies:"):text.index("\nlimits:")]
    limits = [rule(maker, number, "responded" if number % 3 == 0 else None) for number in range(24)]
    return "\n".join([
        "title: 随机台账", f"as_of: {LAST}", words, "limits:", *limits, "  - { name: 其余, limit: 20d }",
        "targets: { complaint_rate: { max: 0.4 }, on_time_rate: { min: 0.9 }, satisfaction_mean: { min: 3 } }",
        "working_hours: 09:00-12:00, 13:00-18:00",
        "control_charts: { laney: true, rebase: [ { chart: ppm, at: 2025-08, reason: 新检测线 } ] }",
        "rules: { " + ", ".join(f"{code}: off" for code in maker.quiet) + " }", ""])


def exposure(maker):
    """Rows of a month for all products, or for each; some months have none."""
    lines, month = ["period,product,shipped_lots,accepted_lots,shipped_units"], FIRST
    while month <= LAST:
        if maker.often(0.95):
            for name in [""] if maker.often(0.3) else [part or text for part, text in PARTS]:
                lots = 200 + maker.chance.randrange(300)
                lines.append(f"{month:%Y-%m},{name},{lots},{lots},{lots * (20 + maker.chance.randrange(60))}")
        month = (month + dt.timedelta(days=31)).replace(day=1)
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=Path, required=True)
    parser.add_argument("--target", type=Path, required=True)
    parser.add_argument("--cases", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    sample, target = arguments.sample, arguments.target
    if target.exists():
        sys.exit(f"{target} exists")
    maker = Maker(sample, arguments.seed)
    maker.quiet = QUIET
    target.mkdir(parents=True)
    (target / "site.yaml").write_text(site(maker, sample / "site.yaml"), "utf-8")
    shutil.copytree(sample / "calendar", target / "calendar")
    shutil.copytree(sample / "tallies", target / "tallies")
    (target / "exposure").mkdir()
    (target / "exposure/all.csv").write_text(exposure(maker), "utf-8")
    (target / "improvements").mkdir()
    for path in sorted((sample / "improvements").glob("*.md")):
        kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(("cases:", "涉及案件:"))]
        (target / "improvements" / path.name).write_text("\n".join(kept) + "\n", "utf-8")
    for number in range(1, arguments.cases + 1):
        identity, text = case(maker, number)
        folder = target / "cases" / identity[:4]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{identity}.md").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
