"""Where a request stands now: time left, and what can be done next."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from rescind.removal import (
    Chased,
    Event,
    Gone,
    Granted,
    Incomplete,
    Kind,
    NotAMoment,
    Received,
    Refused,
    Request,
    Returned,
    Sent,
    Withdrawn,
    WrongLaw,
    advance,
    alongside,
    law,
    standing,
)

Make = Callable[..., Request]

START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def after(request: Request, *events: Event) -> Request:
    for event in events:
        request = advance(request, event, law(request.law))
    return request


@pytest.mark.parametrize(
    ("hours", "kind"),
    [
        (0, Kind.RUNNING),
        (35.9, Kind.RUNNING),
        (36, Kind.SOON),
        (48, Kind.SOON),
        (48.001, Kind.OVERDUE),
        (1000, Kind.OVERDUE),
    ],
)
@pytest.mark.parametrize(
    "more", [(), (Granted(at(0)),), (Incomplete(at(0), ("location",)),), (Received(at(0)),)]
)
def test_the_clock_decides_until_the_picture_is_gone(
    hours: float, kind: Kind, more: tuple[Event, ...], make: Make
) -> None:
    found = standing(after(make(), Sent(at(0)), *more), at(hours))
    assert found.kind is kind
    assert found.left == timedelta(hours=48) - timedelta(hours=hours)


@pytest.mark.parametrize(
    ("events", "kind"),
    [
        ((), Kind.NOT_SENT),
        ((Sent(at(0)), Refused(at(1), "no")), Kind.REFUSED),
        ((Sent(at(0)), Gone(at(1))), Kind.GONE),
        ((Sent(at(0)), Withdrawn(at(1))), Kind.WITHDRAWN),
        ((Sent(at(0)), Gone(at(1)), Returned(at(2))), Kind.NOT_SENT),
    ],
)
def test_without_a_running_clock_no_time_is_left_or_over(
    events: tuple[Event, ...], kind: Kind, make: Make
) -> None:
    found = standing(after(make(), *events), at(1000))
    assert (found.kind, found.left) == (kind, None)
    assert (found.rung is not None) == (kind is Kind.REFUSED)


def test_after_48_hours_the_next_step_is_the_federal_trade_commission(make: Make) -> None:
    sent = after(make(), Sent(at(0)))
    assert standing(sent, at(47)).rung is None
    rung = standing(sent, at(49)).rung
    assert rung is not None
    assert (rung.id, rung.link) == ("ftc", "https://takeitdown.ftc.gov/")


def test_a_step_that_was_taken_makes_room_for_the_next(make: Make) -> None:
    request = after(make(), Sent(at(0)))
    seen = []
    while rung := standing(request, at(100)).rung:
        seen.append(rung.id)
        request = after(request, Chased(at(100), rung.id))
    assert seen == ["ftc", "host", "in-front", "helpline"]


def test_a_new_round_offers_every_step_again(make: Make) -> None:
    chased = after(make(), Sent(at(0)), Chased(at(50), "ftc"), Gone(at(60)), Returned(at(70)), Sent(at(71)))
    rung = standing(chased, at(200)).rung
    assert rung is not None
    assert rung.id == "ftc"


def test_a_law_without_a_number_says_so_and_offers_a_step(make: Make) -> None:
    found = standing(after(make("eu-dsa"), Sent(at(0))), at(1))
    assert (found.kind, found.left) == (Kind.NO_NUMBER, None)
    assert found.rung is not None
    assert found.rung.id == "trusted-flagger"


def test_a_refusal_offers_what_fits_a_refusal(make: Make) -> None:
    refused = standing(after(make("eu-dsa"), Sent(at(0)), Refused(at(1), "not-illegal")), at(2)).rung
    assert refused is not None
    assert refused.id == "complaint"


def test_some_steps_can_be_taken_from_the_first_minute(make: Make) -> None:
    american = law("us-take-it-down")
    assert [each.id for each in alongside(make(), american)] == ["search", "stopncii"]
    sent = after(make(), Sent(at(0)), Chased(at(1), "search"))
    assert [each.id for each in alongside(sent, american)] == ["stopncii"]


def test_looking_needs_a_moment_with_a_zone_and_the_right_law(make: Make) -> None:
    with pytest.raises(NotAMoment):
        standing(make(), datetime(2026, 11, 20))  # noqa: DTZ001
    with pytest.raises(WrongLaw):
        standing(make(), START, law("combined"))
