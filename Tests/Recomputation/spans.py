"""How long a case took or has taken, and what survival says of many."""
from fractions import Fraction

from survival import survival
from values import elapsed


def hours(view, stage):
    return hours_until(view, view.first(stage))


def hours_until(view, at):
    """Returns the hours from receipt, None unless both have a time."""
    if at is None or at.whole_day or view.case.received.whole_day:
        return None
    return Fraction(elapsed(view.case.received, at), 3600)


def taken(view):
    """Returns how many days a case took, or has taken at the end of as-of, and whether it is closed."""
    if view.closed:
        return view.days_to_close, True
    return Fraction(elapsed(view.case.received, view.end_of_day), 86_400), False


def median_of(spans):
    found = survival([(float(days), ended) for days, ended in spans])
    return {"survival_median_days": found[0], "survival_low_days": found[1], "survival_high_days": found[2]}
