"""The clocks of stage limits, case by case. No figure of metrics.json rests on them; they are printed
by `recompute.py --print-stages` to be set beside the program's expediting and inquiry notices."""
from limits import deadline, matches
from values import at_local


def stage_clocks(view):
    """Yields what each stage rule says of a case: its start, due time and end, as far as known."""
    taken = set()
    for rule in view.settings.rules:
        owed = (tuple(rule.stages), tuple(rule.departments))
        usable = rule.limit.unit != "reply_by" or view.case.reply_by
        if not rule.stages or owed in taken or not usable or not matches(rule, view.case.facts):
            continue
        taken.add(owed)  # of the rules with the same stage and department, the first that matches
        met = last_met(view, rule)
        start = started(view, rule, met)
        clock = {"case": view.case.id, "rule": rule.name, "stages": rule.stages, "departments": rule.departments,
                 "start": start.local.isoformat() if start else None, "due": None,
                 "met": met.at.local.isoformat() if met else None, "state": "not started"}
        if start:
            due = view.case.reply_by if rule.limit.unit == "reply_by" else at_local(deadline(
                rule.limit, start, view.paused, view.settings.calendar, view.settings.zone), view.settings.zone)
            clock |= {"due": due.end.isoformat(), "state": state(view, met, due)}
        yield clock


def last_met(view, rule):
    """Returns the last of the first events with result done or none, one for each stage and each
    department of the rule; None while one of them is missing.

    Reading: with lists of both, every department owes every stage. The first such event counts,
    also where it came before the start.
    """
    last = None
    for stage in rule.stages:
        for department in rule.departments or [None]:
            first = None
            for event in view.known(stage):
                owes = department is None or event.department == department
                if event.holds and owes and (first is None or first.after(event)):
                    first = event
            if first is None:
                return None
            last = first if last is None or first.after(last) else last
    return last


def started(view, rule, met):
    """Returns where the clock starts, or None while that event is missing."""
    if rule.start != "previous":
        stage = view.settings.vocabularies["stage"].code(rule.start)
        return view.closed if stage == "closed" else view.start(stage)
    if met and view.receipt(met):
        return met.received
    last = None
    for event in view.known(*{event.stage for event in view.case.events}):
        if event is not met and (met is None or met.after(event)) and (last is None or event.after(last)):
            last = event
    return last.at if last else view.case.received


def state(view, met, due):
    if met:
        return "in time" if met.at.not_after(due) else "overrun"
    if view.closed:
        return "unmeasured"
    late = due.end.isoformat() < f"{view.as_of}T23:59:59" and not view.paused.open_from
    return "overdue" if late else "running"
