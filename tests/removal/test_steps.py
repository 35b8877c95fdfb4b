"""How a request moves: every step that is allowed, every one that is not, and the clock through all of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rescind.removal import (
    ALLOWED,
    Asker,
    Chased,
    Event,
    Gone,
    Granted,
    Incomplete,
    NotAMoment,
    Place,
    Received,
    Refused,
    Request,
    Returned,
    Role,
    Sent,
    State,
    StepNotAllowed,
    TimeRunsBackwards,
    Withdrawn,
    WrongLaw,
    advance,
    law,
)

Make = Callable[..., Request]

START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LAW = law("us-take-it-down")


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


EVENTS: dict[str, Event] = {
    "sent": Sent(at(100)),
    "received": Received(at(100), "board.example"),
    "incomplete": Incomplete(at(100), ("location",)),
    "granted": Granted(at(100)),
    "refused": Refused(at(100), "not-covered"),
    "gone": Gone(at(100)),
    "returned": Returned(at(100)),
    "chased": Chased(at(100), "ftc"),
    "withdrawn": Withdrawn(at(100)),
}

PATHS: dict[State, tuple[Event, ...]] = {
    State.DRAFT: (),
    State.SENT: (Sent(at(0)),),
    State.INCOMPLETE: (Sent(at(0)), Incomplete(at(1), ("location",))),
    State.RUNNING: (Received(at(0)),),
    State.GRANTED: (Sent(at(0)), Granted(at(1))),
    State.REFUSED: (Sent(at(0)), Refused(at(1), "no")),
    State.GONE: (Sent(at(0)), Gone(at(1))),
    State.WITHDRAWN: (Sent(at(0)), Withdrawn(at(1))),
}

TABLE = {
    State.DRAFT: {
        "sent": State.SENT,
        "received": State.RUNNING,
        "incomplete": State.INCOMPLETE,
        "gone": State.GONE,
        "withdrawn": State.WITHDRAWN,
    },
    State.SENT: {
        "received": State.RUNNING,
        "incomplete": State.INCOMPLETE,
        "granted": State.GRANTED,
        "refused": State.REFUSED,
        "gone": State.GONE,
        "chased": State.SENT,
        "withdrawn": State.WITHDRAWN,
    },
    State.INCOMPLETE: {
        "sent": State.SENT,
        "received": State.RUNNING,
        "incomplete": State.INCOMPLETE,
        "granted": State.GRANTED,
        "refused": State.REFUSED,
        "gone": State.GONE,
        "chased": State.INCOMPLETE,
        "withdrawn": State.WITHDRAWN,
    },
    State.RUNNING: {
        "incomplete": State.INCOMPLETE,
        "granted": State.GRANTED,
        "refused": State.REFUSED,
        "gone": State.GONE,
        "chased": State.RUNNING,
        "withdrawn": State.WITHDRAWN,
    },
    State.GRANTED: {"gone": State.GONE, "chased": State.GRANTED, "withdrawn": State.WITHDRAWN},
    State.REFUSED: {
        "granted": State.GRANTED,
        "gone": State.GONE,
        "chased": State.REFUSED,
        "withdrawn": State.WITHDRAWN,
    },
    State.GONE: {"returned": State.DRAFT, "withdrawn": State.WITHDRAWN},
    State.WITHDRAWN: {},
}


def after(request: Request, *events: Event) -> Request:
    for event in events:
        request = advance(request, event, LAW)
    return request


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("name", EVENTS)
def test_every_step_of_the_table(state: State, name: str, make: Make) -> None:
    request = after(make(), *PATHS[state])
    assert request.state is state
    if name in TABLE[state]:
        assert advance(request, EVENTS[name], LAW).state is TABLE[state][name]
        assert advance(request, EVENTS[name], LAW).history == (*PATHS[state], EVENTS[name])
    else:
        with pytest.raises(StepNotAllowed) as refused:
            advance(request, EVENTS[name], LAW)
        assert (refused.value.state, refused.value.event) == (state, EVENTS[name])


def test_the_table_that_others_read_is_the_table_tested() -> None:
    names = {state: {each.__name__.lower() for each in events} for state, events in ALLOWED.items()}
    assert names == {state: set(steps) for state, steps in TABLE.items()}


def test_the_request_that_was_given_is_not_changed(make: Make) -> None:
    request = make()
    before = replace(request)
    advance(request, Sent(at(0)), LAW)
    assert request == before


def test_the_clock_runs_from_sending_and_then_from_the_receipt(make: Make) -> None:
    sent = after(make(), Sent(at(0)))
    assert (sent.since, sent.due_at) == (at(0), at(48))
    received = after(sent, Received(at(3)))
    assert (received.since, received.due_at) == (at(3), at(51))


@pytest.mark.parametrize(
    ("events", "since"),
    [
        ((Incomplete(at(0), ()), Received(at(9))), 0),
        ((Received(at(0)), Incomplete(at(5), ()), Received(at(9))), 0),
        ((Sent(at(0)), Incomplete(at(5), ()), Sent(at(6)), Received(at(9))), 0),
        ((Sent(at(0)), Received(at(2)), Incomplete(at(5), ()), Sent(at(6)), Received(at(9))), 2),
        ((Sent(at(0)), Incomplete(at(5), ()), Incomplete(at(7), ()), Received(at(9))), 0),
    ],
)
def test_what_is_missing_does_not_stop_the_clock(events: tuple[Event, ...], since: int, make: Make) -> None:
    request = after(make(), *events)
    assert (request.since, request.due_at) == (at(since), at(since + 48))


@pytest.mark.parametrize(
    "event", [Granted(at(1)), Refused(at(1), "no"), Gone(at(1)), Chased(at(1), "ftc"), Withdrawn(at(1))]
)
def test_an_answer_leaves_the_clock_as_it_is(event: Event, make: Make) -> None:
    request = after(make(), Sent(at(0)), event)
    assert (request.since, request.due_at) == (at(0), at(48))


def test_a_copy_that_is_back_begins_a_new_round_with_its_own_clock(make: Make) -> None:
    back = after(make(), Sent(at(0)), Received(at(1)), Gone(at(30)), Returned(at(400)))
    assert (back.state, back.since, back.due_at) == (State.DRAFT, None, None)
    again = after(back, Sent(at(401)))
    assert again.due_at == at(449)
    assert after(again, Received(at(403))).due_at == at(451)
    assert len(again.history) == 5


def test_a_law_without_a_number_gives_no_date(make: Make) -> None:
    sent = advance(make("eu-dsa"), Sent(at(0)), law("eu-dsa"))
    assert (sent.since, sent.due_at) == (at(0), None)


def test_time_does_not_run_backwards(make: Make) -> None:
    sent = after(make(), Sent(at(5)))
    with pytest.raises(TimeRunsBackwards):
        advance(sent, Received(at(4.99)), LAW)
    assert advance(sent, Received(at(5)), LAW).state is State.RUNNING


def test_a_chase_counts_as_the_last_thing_that_happened(make: Make) -> None:
    chased = after(make(), Sent(at(0)), Chased(at(50), "ftc"))
    with pytest.raises(TimeRunsBackwards):
        advance(chased, Gone(at(49)), LAW)


@pytest.mark.parametrize("kind", [Sent, Received, Granted, Gone, Returned, Withdrawn])
def test_an_event_without_a_zone_cannot_be_made(kind: type[Sent]) -> None:
    with pytest.raises(NotAMoment):
        kind(datetime(2026, 11, 20, 12))  # noqa: DTZ001


def test_moments_are_kept_in_utc() -> None:
    local = datetime(2026, 11, 20, 14, tzinfo=timezone(timedelta(hours=2)))
    assert Sent(local).at.tzinfo is UTC
    assert Sent(local) == Sent(at(0))


def test_a_request_is_not_moved_by_another_law(make: Make) -> None:
    with pytest.raises(WrongLaw):
        advance(make(), Sent(at(0)), law("combined"))


@given(st.lists(st.sampled_from(sorted(EVENTS)), max_size=12))
def test_whatever_happens_the_clock_and_the_state_agree(names: list[str]) -> None:
    asker = Asker(Role.SELF, "N. N.", "reply@mail.example")
    request = Request("r-1", LAW.slug, "board.example", (Place("x"),), asker, START)
    for name in names:
        try:
            request = advance(request, EVENTS[name], LAW)
        except StepNotAllowed:
            assert name not in TABLE[request.state]
    assert (request.due_at is None) == (request.since is None)
    if request.state in (State.SENT, State.INCOMPLETE, State.RUNNING, State.GRANTED, State.REFUSED):
        assert request.due_at is not None
