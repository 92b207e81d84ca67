"""Every call of the system fails, with each error where something is written, and is the last before a kill."""

import argparse
import random
import re
import shutil
import subprocess
import threading
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from calls import ERRORS, KILLED, Call, calls_in, faulty, paths_of, strace
from place import STARTS, Place

# What is built, from which start, and what else fails all the time.
WITHOUT_EXCHANGE = ["-e", "inject=renameat2:error=EINVAL"]
BUILDS = {
    "incremental": ("incremental", []), "first": ("first", []), "over an old site": ("former", []),
    "no-op": ("no-op", []), "incremental, without an exchange": ("incremental", WITHOUT_EXCHANGE),
    "first, cases kept": ("first", []), "incremental, cases kept": ("incremental", []),
}
# So many cases are kept from one build to the next; then only what has to do with what is kept goes wrong.
MANY = 230
NOT_MADE = "the fault was not injected"


def faults(place: Place, chance: random.Random, options: argparse.Namespace) -> list[str]:
    if not shutil.which("strace"):
        print("faults: SKIPPED, strace is missing", flush=True)
        return []
    failures: list[str] = []
    many = None
    for title in options.builds:
        if "cases kept" in title and many is None:
            (place.root / "many").mkdir()
            place = many = Place(place.root / "many", place.kesu, MANY)
        failures += Faults(place, title, *BUILDS[title]).tried(chance, options)
    return failures


class Faults:
    """All that can go wrong in one kind of build."""

    def __init__(self, place: Place, title: str, start: str, extra: list[str]) -> None:
        self.place, self.title, self.start, self.extra = place, title, start, extra
        # An exchange is found by these.
        self.also = ("BUILD/site", "BUILD/.site.kesu/tree") if extra else ()
        self.own = threading.local()
        self.calls = self.traced()
        self.written = {call.path for call in self.calls if call.makes}
        self.planned = [
            (call, error) for index, call in enumerate(self.calls) for error in self.errors(call, index)
            if not (extra and call.name == "renameat2")
            and ("cases kept" not in title or call.path.startswith("BUILD/cache"))]

    @staticmethod
    def errors(call: Call, index: int) -> list[str]:
        """All that is tried at a call; where the program only reads, its errors in turn, one at each call."""
        errors = ERRORS[call.name] + (["KILL"] if call.name in KILLED else [])
        isKept = call.path == "BUILD" or call.path.startswith(("BUILD/site", "BUILD/.site.kesu", "BUILD/cache"))
        return errors if isKept else [errors[index % len(errors)]]

    def traced(self) -> list[Call]:
        """The calls of a build in which nothing fails."""
        folder = self.place.folder(self.start)
        log = folder.with_suffix(".trace")
        self.place.build(folder / "site", before=strace(log) + self.extra)
        found = calls_in(log, folder, self.also)
        shutil.rmtree(folder)
        log.unlink()
        return found

    def tried(self, chance: random.Random, options: argparse.Namespace) -> list[str]:
        chosen = self.planned if options.full else self.sample(chance)
        with ThreadPoolExecutor(options.workers) as pool:
            said = list(pool.map(lambda one: self.one(*one, options.end), chosen))
        done = [one for one, wrong in zip(chosen, said) if wrong not in (LATE, GONE)]
        calls = Counter(call.name for call in {call for call, _ in done})
        traced = Counter(call.name for call in {call for call, _ in self.planned})
        print(f"faults, {self.title}: {len(done)} injected of {len(chosen)} chosen of {len(self.planned)} possible, "
              f"{said.count(GONE)} at calls that a second trace lacks; at calls of those traced: "
              + ", ".join(f"{name} {calls[name]}/{traced[name]}" for name in traced), flush=True)
        failures = [f"{self.title}: {error} at {call.name} {call.number} ({call.text[:150]}): {wrong}"
                    for (call, error), wrong in zip(chosen, said) if wrong not in (None, LATE, GONE)]
        if said.count(GONE) > len(chosen) // 20:
            failures.append(f"{self.title}: {said.count(GONE)} chosen faults were at calls that a second trace lacks")
        if late := said.count(LATE):
            failures.append(f"{self.title}: {late} chosen faults were skipped, since time was up")
        # At once: the full length takes hours.
        print("".join(f"  {failure}\n" for failure in failures), end="", flush=True)
        return failures

    def sample(self, chance: random.Random) -> list[tuple[Call, str]]:
        """Of what happens once publishing begins, one fault of each kind of call and error, drawn by chance."""
        begin = next(index for index, call in enumerate(self.calls) if call.name in ("mkdir", "flock"))
        after = set(self.calls[begin - 3:])
        groups: dict[tuple[str, str, str], list[tuple[Call, str]]] = defaultdict(list)
        for call, error in self.planned:
            # Errors take the same way through the program, but for the one after which a call is made again.
            way = error if error in ("KILL", "EINTR") else ""
            groups[(*call.kind(), way) if call in after else (call.name, "before", "")].append((call, error))
        chosen = [chance.choice(group) for _, group in sorted(groups.items())]
        if self.title == "incremental":
            return chosen
        # Builds of many cases take long.
        return chance.sample(chosen, min(5 if "cases kept" in self.title else 14, len(chosen)))

    def one(self, call: Call, error: str, end: float | None) -> str | None:
        """What is wrong with a build in which one call failed; None if nothing is."""
        wrong = NOT_MADE
        # A file that changed within the clock's grain is read once more, so a build may make a call more or less.
        for _ in range(6):
            if end is not None and time.monotonic() > end:
                return LATE
            wrong = self.attempt(call, error)
            if wrong != NOT_MADE:
                return wrong
        key = (call.name, call.path, call.number)
        return wrong if key in {(one.name, one.path, one.number) for one in self.traced()} else GONE

    def attempt(self, call: Call, error: str) -> str | None:
        folder = self.folder()
        log = folder.with_suffix(".trace")
        try:
            outcome = self.place.build(folder / "site", before=faulty(log, self.paths(call, folder), call, error, self.extra))
            lines = log.read_text("utf-8", "replace").splitlines()
            if error == "KILL":
                if outcome.returncode not in (-9, 137):
                    return NOT_MADE
            hit = [line for line in lines if line.startswith(call.name + "(") and line.endswith("(INJECTED)")]
            if error != "KILL" and not hit:
                return NOT_MADE
            # Which of the paths that were asked for it was: one below /proc is another in each process.
            paths = {path.replace(str(folder), "BUILD") for line in hit for path in paths_of(call.name, line.partition("(")[2])}
            return self.judged(folder, call, error, outcome, sorted(paths)) or self.place.following(folder)
        except subprocess.TimeoutExpired:
            return "the build does not end"
        finally:
            log.unlink(missing_ok=True)

    def paths(self, call: Call, folder: Path) -> list[str]:
        """By which strace finds a call in a folder."""
        paths = [path.replace("BUILD", str(folder)) for path in [call.path, *self.also] if call.path]
        for ending, key in self.own.keys.items():
            paths = [path.replace(f"/KEY.{ending}", f"/{key}.{ending}") for path in paths]
        return paths

    def folder(self) -> Path:
        """A folder as it stands at the start: the thread's last one, if the build that failed there changed nothing.

        Each thread builds in one and the same path, so that what is kept bears the same names.
        """
        own = self.own
        if not hasattr(own, "name"):
            own.name = f"build-of-{next(self.place.numbers)}"
            # A build that has nothing to do would not ask for the cases that are kept.
            folder = self.place.folder("first", name=own.name)
            log = folder.with_suffix(".trace")
            self.place.build(folder / "site", before=strace(log))
            own.keys = {ending: key for key, ending in re.findall(r"/cache/([0-9a-f]{32})\.(\w+)", log.read_text("utf-8", "replace"))}
            log.unlink()
            shutil.rmtree(folder)
            own.print = None
        folder = self.place.root / own.name
        if own.print is None or self.place.fingerprint(folder) != own.print:
            shutil.rmtree(folder, ignore_errors=True)
            self.place.folder(self.start, name=own.name)
            own.print = self.place.fingerprint(folder)
        return folder

    def judged(
        self, folder: Path, call: Call, error: str, outcome: subprocess.CompletedProcess[str], paths: list[str]
    ) -> str | None:
        code, said = outcome.returncode, outcome.stderr.strip()
        state, allowed = self.place.stands(folder), {STARTS[self.start], "new"}
        # Without an exchange there is a moment without a site; the next build brings it back.
        if error == "KILL" and (folder / ".site.kesu" / "former").exists():
            allowed.add("none")
        if state not in allowed:
            return f"{state} stands, exit {code}: {said}"
        if error == "KILL":
            return None
        if code == 0:
            # The cases that are kept only save time: a build goes on without, and says so.
            isHarmless = self.harmless(call, error) or "the cases are not kept for the next build" in said
            return None if state == "new" and isHarmless else f"exit 0 while {state} stands"
        # The loader of programs has a code of its own.
        if code != 74 and not (code == 127 and "shared libraries" in said):
            return f"exit {code}: {said}"
        names = [path.rpartition("/")[2] for path in paths if path != "BUILD"]
        names += [name.partition(".")[0] + "." for name in names if any(name.startswith(key) for key in self.own.keys.values())]
        if code == 74 and names and not any(name in said for name in names):
            return f"the message names no path of {names}: {said}"
        return None

    def harmless(self, call: Call, error: str) -> bool:
        """Whether a build may go on and make the new site after all."""
        if error in ("EINTR", "EINVAL"):
            return True
        # Without the cases that are kept all are read.
        if any(f"/KEY.{ending}" in call.path for ending in ("cases", "checks", "facts", "traits")):
            return True
        # What only read loses nothing by its closing; who cannot look at names and times once looks again.
        looks = call.name in ("newfstatat", "getdents64") or (call.name == "openat" and "O_DIRECTORY" in call.text)
        if looks or (call.name == "close" and call.path not in self.written):
            return True
        # Standard error is where a failure would be told.
        return not call.path.startswith("BUILD") or (call.name == "write" and call.text.startswith("2"))


LATE, GONE = "late", "gone"
