"""The table of edited copies: a row for each alteration and for each group, the aim beside what was reached."""

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from math import isnan, nan
from pathlib import Path

from alterations import GROUPS, Group

from edited.trials import NOT_COMPARED, Trial
from rescind.match import SAME_WITHIN

LIST = Path(__file__).parent.parent / "pictures.csv"
HEAD = "| alteration | copies | plain PDQ | ThreatExchange | ours: same | ours: found | aim | |"
RULE = "|---|---|---|---|---|---|---|---|"


def tell(trials: list[Trial]) -> Iterator[str]:
    """Yield the lines of the report: groups, then alterations, then unrelated pairs."""
    yield from (HEAD, RULE)
    for group in GROUPS:
        within = [trial for trial in trials if trial.group == group.name]
        if within:
            yield tell_group(group, within)
            yield from tell_rows(group, within)
    yield tell_row("**all**", trials, "")
    yield from tell_unrelated(trials)


def tell_group(group: Group, trials: list[Trial]) -> str:
    reached = found_share(trials) >= group.aim
    note = "reached" if reached else f"missed by {100 * (group.aim - found_share(trials)):.1f}"
    return tell_row(f"**{group.name}**", trials, f"{100 * group.aim:.0f} | {note}")


def tell_rows(group: Group, trials: list[Trial]) -> Iterator[str]:
    for name in (alteration.__name__ for alteration in group.alterations):
        within = [trial for trial in trials if trial.alteration == name]
        if within and len(group.alterations) > 1:
            yield tell_row(name, within, "|")


def tell_row(name: str, trials: list[Trial], end: str) -> str:
    shares = (
        share(trial.plain <= SAME_WITHIN for trial in trials),
        share(trial.theirs for trial in trials if trial.theirs is not None),
        share(trial.likeness == "same" for trial in trials),
        found_share(trials),
    )
    cells = [name, str(len(trials)), *("–" if isnan(one) else f"{100 * one:.1f}" for one in shares)]
    return f"| {' | '.join(cells)} | {end or '|'} |"


def found_share(trials: list[Trial]) -> float:
    return share(trial.likeness in ("same", "near") for trial in trials)


def share(answers: Iterable[bool]) -> float:
    counted = list(answers)
    return sum(counted) / len(counted) if counted else nan


def tell_unrelated(trials: list[Trial]) -> Iterator[str]:
    """Yield what came of unrelated pairs. Pictures of one package are told apart from the others: textures and
    tiles of one maker do share pixels now and then.
    """
    same = [(trial, other) for trial in trials for other in trial.false_same]
    near = [(trial, other) for trial in trials for other in trial.false_near]
    yield ""
    yield f"Unrelated pairs: {sum(trial.others for trial in trials):,}."
    yield f"Falsely same {tell_pairs(same)}; falsely near {tell_pairs(near)}."
    nearest = sorted(trial.nearest_other for trial in trials if trial.nearest_other < NOT_COMPARED)
    yield f"The least distances among them, in bits: {tell_numbers(nearest[:10])}."
    for trial, other in (*same, *near):
        yield f"  {trial.picture} {trial.alteration} taken for {other}"


def tell_pairs(pairs: list[tuple[Trial, str]]) -> str:
    packages = read_packages()
    within = sum(packages.get(trial.picture, "?") == packages.get(other, "") for trial, other in pairs)
    return f"{len(pairs) - within} (and {within} within one package)"


def tell_numbers(numbers: list[int]) -> str:
    return ", ".join(str(one) for one in numbers)


@cache
def read_packages() -> dict[str, str]:
    """The package that each picture of the collection came from."""
    with LIST.open(newline="") as file:
        return {row["name"]: row["package"] for row in csv.DictReader(file)}
