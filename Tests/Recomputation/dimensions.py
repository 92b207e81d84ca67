"""The splits D of metrics.json."""
from collections import defaultdict
from fractions import Fraction

from compare import ANY_TEXT
from figures import median, money, rate

# Dimension -> vocabulary.
BY_CODE = {"category": "category", "channel": "channel", "severity": "severity", "region": "region", "owner": "owner",
           "customer_type": "customer.type", "level": "level", "weight": "weight", "urgency": "urgency",
           "business": "business", "branch": "branch", "cause_kind": "cause_kind", "flags": "flags"}


def dimensions(ledger, settings):
    """Returns dimension -> list of D."""
    words = settings.vocabularies
    result = {}
    for name, vocabulary in BY_CODE.items():
        def members(view, name=name, vocabulary=words[vocabulary]):
            codes = view.case.values[name]
            return {key: Fraction(1) for code in codes for key in vocabulary.with_parents(code)}
        result[name] = split(ledger, members, words[vocabulary], settings)
    result["status"] = split(
        ledger, lambda view: {view.status: Fraction(1)} if view.status else {}, words["status"], settings)
    result["product"] = split(
        ledger, lambda view: {product.key: Fraction(1) for product in view.case.products if product.key},
        words["product"], settings, product_labels(ledger))
    result["department"] = split(ledger, department_shares(words["department"]), words["department"], settings)
    return result


def product_labels(ledger):
    """Reading: a part number under several names has that of the first case (by receipt, then id)."""
    labels = {}
    for view in ledger.views:
        for product in view.case.products:
            if product.key not in labels or labels[product.key] == product.key:
                labels[product.key] = product.name
    return labels


def department_shares(vocabulary):
    def members(view):
        shares = defaultdict(Fraction)
        for name, share in view.departments:
            for key in vocabulary.with_parents(name):
                shares[key] += share
        return shares
    return members


def split(ledger, members, vocabulary, settings, labels=None):
    """Returns D for each code, and for `""` where a case has no value.

    `members` says under which keys a case stands, and with which weight.
    """
    rows = {key: [] for key in vocabulary.labels}
    for view in ledger.views:
        for key, weight in (members(view) or {"": Fraction(1)}).items():
            rows.setdefault(key, []).append((view, weight))
    result = []
    for key in sorted(rows):
        found = figures(rows[key], ledger)
        label = (labels or {}).get(key) or vocabulary.label(key)
        if key == "" or settings.language != "zh-Hans" and not vocabulary.is_open and not vocabulary.given:
            label = ANY_TEXT  # the contract words neither that of "" nor built-in English ones
        result.append({"key": key, "label": label} | found)
    return result


def figures(weighted, ledger):
    def total(views):
        return sum((weight for _, weight in views), Fraction(0))
    closed = [(view, weight) for view, weight in weighted if view.closed]
    hundredths = sum(ledger.costs[view.case.id] * weight for view, weight in closed)
    whole = Fraction(hundredths).denominator == 1
    return {
        "received": total(weighted), "closed": total(closed), "open": total(weighted) - total(closed),
        "overdue": total([(view, weight) for view, weight in weighted if view.overdue]),
        "share": rate(total(weighted), len(ledger.views)),
        "cost": money(int(hundredths)) if whole else hundredths / 100,
        "median_days_to_close": median([view.days_to_close for view, _ in closed])}
