"""A case as its file has it."""
from dataclasses import dataclass, field
from fractions import Fraction

from fields import (
    CASE, CLOSURE, COSTS, CUSTOMER, DEDUCTION, DEPARTMENT, DUE, EVENT, FOLLOWUP, PAUSE, PRODUCT, SATISFACTION, fields)
from flow import Unreadable
from values import Moment, listed, moment, money, number, text


@dataclass
class Event:
    stage: str | None
    at: Moment | None
    result: str | None
    received: Moment | None = None
    department: str | None = None
    departments: list | None = None
    place: int = 0  # in the file; breaks ties of time

    @property
    def holds(self):
        return self.result in (None, "done")

    def after(self, other):
        """Later in the order of events: on one day those without a time first, then as the file has them."""
        return self.order > other.order

    @property
    def order(self):
        return self.at.seconds, not self.at.whole_day, self.place


@dataclass
class Product:
    key: str
    name: str
    names: list[str]  # what `when: {product: …}` may mean
    lots: Fraction = Fraction(1)
    defective: Fraction | None = None


@dataclass
class Case:
    id: str
    title: str
    received: Moment
    values: dict  # field -> list of codes, empty where nothing is given
    products: list[Product]
    departments: list[tuple[str, Fraction]]
    events: list[Event]
    pauses: list[tuple]
    due_given: Moment | None
    promised: Moment | None
    reply_by: Moment | None
    costs: int  # hundredths, without claim
    satisfaction: Fraction | None
    repeat_of: str | None
    appeal_of: str | None
    private: bool = False
    closure_kind: str | None = None
    calls: list[tuple] = field(default_factory=list)  # (when, reached, satisfied), each None where not said
    call_exempt: bool = False
    deductions: list[tuple] = field(default_factory=list)  # (kind, hundredths, when)
    facts: dict = field(default_factory=dict)  # key of `when` -> values

    def one(self, name):
        return next(iter(self.values[name]), None)


def read_case(tree, settings):
    """Returns the case of a front matter. Raises `Unreadable` where a value is not of its type."""
    words, zone = settings.vocabularies, settings.zone
    got = fields(tree, CASE)
    names = ("kind", "status", "channel", "category", "severity", "urgency", "level", "region", "cause_kind",
             "validity", "business", "branch", "owner", "weight", "flags")
    values = {name: words[name].codes(got.get(name)) for name in names}
    customer = fields(got.get("customer"), CUSTOMER, short="name")
    values["customer_type"] = words["customer.type"].codes(customer.get("type"))
    due = got.get("due")
    due = fields(due, DUE).get("until") if isinstance(due, dict) else due
    satisfaction = fields(got.get("satisfaction"), SATISFACTION, short="overall")
    case = Case(
        id=required(got, "id"), title=required(got, "title"), received=moment(required(got, "received"), zone),
        values=values, products=[read_product(item, words["product"]) for item in listed(got.get("product"))],
        departments=read_departments(got.get("departments"), words), events=read_events(got, words, zone),
        pauses=[(moment(p.get("from"), zone), moment(p.get("to"), zone))
                for p in (fields(item, PAUSE) for item in listed(got.get("paused")))],
        due_given=moment(due, zone), promised=moment(got.get("promised"), zone),
        reply_by=moment(got.get("reply_by"), zone),
        costs=sum(money(value) or 0 for key, value in fields(got.get("costs"), COSTS).items()
                  if key in COSTS and key != "claim"),
        satisfaction=number(satisfaction.get("overall")), repeat_of=text(got.get("repeat_of")),
        appeal_of=text(got.get("appeal_of")), private=text(got.get("private")) in ("yes", "是", "true"))
    closure = fields(got.get("closure"), CLOSURE)
    case.closure_kind = words["closure.kind"].code(closure.get("kind"))
    case.call_exempt = text(got.get("followup_exempt")) is not None
    for item in listed(got.get("followups")):
        call = fields(item, FOLLOWUP)
        case.calls.append((moment(call.get("at"), zone), yes_no(call.get("reached")), yes_no(call.get("satisfied"))))
    for item in listed(got.get("deductions")):
        fine = fields(item, DEDUCTION)
        when = moment(fine.get("approved"), zone) or moment(fine.get("published"), zone)
        case.deductions.append((words["deductions.kind"].code(fine.get("kind")), money(fine.get("amount")) or 0, when))
    case.facts = facts(case, text(got.get("process")), words["closure.kind"].codes(closure.get("kind")), words)
    return case


def yes_no(value):
    """Returns whether a field says yes; None where it says nothing."""
    written = text(value)
    return None if written is None else written in ("yes", "是", "true")


def required(got, key):
    written = text(got.get(key))
    if written is None:
        raise Unreadable(f"{key} is missing")
    return written


def facts(case, process, closure_kind, words):
    plain = ("region", "severity", "urgency", "level", "weight", "flags", "channel", "validity")
    found = {name: case.values[name] for name in plain}
    for name in ("category", "business", "branch"):  # a parent covers its children
        found[name] = [key for code in case.values[name] for key in words[name].with_parents(code)]
    found |= {"customer.type": case.values["customer_type"], "closure.kind": closure_kind,
              "process": [process] if process else [],
              "product": [name for product in case.products for name in product.names]}
    return found


def read_product(tree, vocabulary):
    got = fields(tree, PRODUCT, short="name")
    name, part = text(got.get("name")), text(got.get("part_no"))
    lots = number(got.get("lots"))
    if vocabulary.is_open:
        key, label = part or name or "", name or part or ""
    else:
        # Reading: with a given vocabulary the name (or the part number) means one of its codes; a
        # part number is still the key.
        code = vocabulary.code(name or part)
        key, label = part or code or "", vocabulary.label(code) if code else ""
    return Product(key, label, [each for each in (key, part, name) if each],
                   Fraction(1) if lots is None else lots, number(got.get("defective")))


def read_departments(tree, words):
    """Returns departments with their shares, 1 in all; without any share they are equal."""
    read = []
    for item in listed(tree):
        got = fields(item, DEPARTMENT, short="name")
        read.append((words["department"].code(got.get("name")) or "", number(got.get("share"))))
    if read and all(share is None for _, share in read):
        return [(name, Fraction(1, len(read))) for name, _ in read]
    # Reading: shares weigh as written (33.33 three times is 99.99 % of a case), not scaled to 100.
    return [(name, (share or Fraction(0)) / 100) for name, share in read]


def read_events(got, words, zone):
    events = []
    for item in listed(got.get("events")):
        tree = fields(item, EVENT)
        events.append(Event(
            words["stage"].code(tree.get("stage")), moment(tree.get("at"), zone), words["result"].code(tree.get("result")),
            moment(tree.get("received"), zone), words["department"].code(tree.get("department")),
            read_departments(tree["departments"], words) if tree.get("departments") else None, len(events)))
    # The short fields stand for an event of their own where none has that time. Reading: on one and
    # the same day a reopening of the short field comes before a closing of the short field.
    for stage, name in (("responded", "responded"), ("contained", "contained"), ("reopened", "reopened"),
                        ("closed", "closed")):
        at = moment(got.get(name), zone)
        same = [e for e in events if e.stage == stage and e.at and at and e.at.not_after(at) and at.not_after(e.at)]
        if at and not same:
            events.append(Event(stage, at, None, place=len(events)))
    return events
