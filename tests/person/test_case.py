"""What can be done with a case as a value: pictures, places, copies and their history, requests, the log."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from rescind.fingerprint import Parts
from rescind.fingerprint.video import HowVideo, Sampling, VideoFingerprint
from rescind.person import case as cases
from rescind.person.case import Stand
from rescind.removal import NotAMoment
from tests.person.case_samples import (
    ASKER,
    FILE,
    FINGERPRINT,
    LATER,
    NOW,
    PAGE,
    REQUEST,
    SIGHTING,
    empty,
    full,
    with_picture,
)

DAY = timedelta(days=1)


def at(days):
    return replace(SIGHTING, seen_at=NOW + days * DAY)


def test_a_new_case_holds_only_what_was_said_about_age():
    case = empty()
    assert case.adults.at == NOW
    assert (case.pictures, case.places, case.sightings, case.requests, case.log, case.evidence) == ((),) * 6


def test_the_same_file_twice_is_told_and_kept_once():
    first = cases.add_picture(empty(), FINGERPRINT, content_sha256=cases.digest(b"one"), now=NOW)
    again = cases.add_picture(first.case, FINGERPRINT, content_sha256=cases.digest(b"one"), now=LATER)
    other = cases.add_picture(again.case, FINGERPRINT, content_sha256=cases.digest(b"two"), now=LATER)
    assert (first.again, again.again, other.again) == (False, True, False)
    assert again.case == first.case
    assert again.picture == first.picture
    assert [one.number for one in other.case.pictures] == [1, 2]


def test_a_picture_added_by_an_older_program_gets_the_prints_it_had_not():
    first = cases.add_picture(empty(), FINGERPRINT, content_sha256=cases.digest(b"one"), now=NOW)
    parts = Parts(bytes(64), bytes(16))
    newer = replace(FINGERPRINT, parts=parts)
    again = cases.add_picture(first.case, newer, content_sha256=cases.digest(b"one"), now=LATER)
    assert (again.again, again.better) == (True, True)
    assert again.case.pictures == (replace(first.picture, fingerprint=newer),)
    once_more = cases.add_picture(again.case, newer, content_sha256=cases.digest(b"one"), now=LATER)
    assert (once_more.better, once_more.case) == (False, again.case)


def test_the_number_of_a_forgotten_picture_is_not_given_to_another():
    case = cases.forget_picture(with_picture(), 1)
    added = cases.add_picture(case, FINGERPRINT, content_sha256=cases.digest(b"two"), now=NOW)
    assert added.picture.number == 2


def test_forgetting_a_picture_takes_its_copies_and_their_evidence_and_leaves_the_rest():
    two = cases.add_picture(with_picture(), FINGERPRINT, content_sha256=cases.digest(b"two"), now=NOW).case
    mine, both = replace(SIGHTING, evidence=b"only of one"), replace(SIGHTING, file="x", evidence=b"of both")
    case = cases.record_sightings(two, [mine, both, replace(both, picture=2)]).case
    left = cases.forget_picture(case, 1)
    assert [one.number for one in left.pictures] == [2]
    assert [seen.picture for seen in left.sightings] == [2]
    assert [one.content for one in left.evidence] == [b"of both"]
    with pytest.raises(cases.NoSuchPicture):
        cases.forget_picture(left, 1)


def test_places_are_kept_once_and_remember_the_last_look():
    case = cases.add_place(cases.add_place(empty(), PAGE, now=NOW), PAGE, now=LATER)
    assert [(place.word, place.added_at) for place in case.places] == [(PAGE, NOW)]
    case = cases.looked(case, PAGE, "Nothing found.", now=LATER)
    assert (case.places[0].last_looked_at, case.places[0].last_outcome) == (LATER, "Nothing found.")
    assert cases.drop_place(case, PAGE).places == ()
    with pytest.raises(cases.NoSuchPlace):
        cases.drop_place(case, "elsewhere")
    with pytest.raises(cases.NoSuchPlace):
        cases.looked(case, "elsewhere", "Nothing found.", now=NOW)


def test_a_copy_keeps_every_particular_of_its_sighting():
    seen = cases.record_sightings(with_picture(), [SIGHTING]).new[0]
    for name in ("place", "page", "file", "title", "seen_at", "picture", "distance", "turn", "how", "status"):
        assert getattr(seen, name) == getattr(SIGHTING, name)
    for name in ("headers", "sha256", "size", "media_type"):
        assert getattr(seen, name) == getattr(SIGHTING, name)
    assert (seen.likeness, seen.found_as, seen.stand) == ("SAME", "shown", Stand.THERE)


def test_the_same_copy_seen_again_is_one_copy_with_a_longer_history():
    first = cases.record_sightings(with_picture(), [SIGHTING])
    again = cases.record_sightings(first.case, [replace(at(2), distance=9, title="renamed")])
    assert (len(first.new), len(again.new), len(again.again), len(again.back)) == (1, 0, 1, 0)
    (seen,) = again.case.sightings
    assert (seen.first_seen_at, seen.last_seen_at) == (NOW, NOW + 2 * DAY)
    assert (seen.distance, seen.title) == (9, "renamed")


@pytest.mark.parametrize(
    "change", [{"page": "https://b.example"}, {"file": "https://b.example/2"}, {"picture": 2}]
)
def test_another_page_file_or_picture_is_another_copy(change):
    found = cases.record_sightings(with_picture(), [SIGHTING, replace(SIGHTING, **change)])
    assert len(found.new) == 2


def test_an_older_look_recorded_late_does_not_overwrite_a_newer_one():
    case = cases.record_sightings(with_picture(), [at(2)]).case
    (seen,) = cases.record_sightings(case, [replace(at(0), title="older")]).case.sightings
    assert seen.title == SIGHTING.title
    assert (seen.first_seen_at, seen.last_seen_at) == (NOW, NOW + 2 * DAY)


def test_there_gone_back_and_gone_again():
    case = cases.record_sightings(with_picture(), [at(0)]).case
    case = cases.record_gone(case, page=PAGE, now=NOW + DAY)
    assert (case.sightings[0].stand, case.sightings[0].gone_at) == (Stand.GONE, NOW + DAY)
    assert cases.copies_at(case, PAGE) == ()
    found = cases.record_sightings(case, [at(2)])
    (seen,) = found.back
    assert (seen.stand, seen.gone_at, seen.back_at) == (Stand.BACK, NOW + DAY, NOW + 2 * DAY)
    assert cases.copies_at(found.case, PAGE) == (seen,)
    assert cases.record_sightings(found.case, [at(3)]).case.sightings[0].stand is Stand.BACK
    (last,) = cases.record_gone(found.case, page=PAGE, now=NOW + 4 * DAY).sightings
    assert (last.stand, last.gone_at) == (Stand.GONE, NOW + 4 * DAY)


def test_a_sighting_from_before_it_went_does_not_bring_it_back():
    case = cases.record_sightings(with_picture(), [at(0)]).case
    case = cases.record_gone(case, page=PAGE, now=NOW + 2 * DAY)
    found = cases.record_sightings(case, [at(1)])
    assert found.back == ()
    assert found.case.sightings[0].stand is Stand.GONE


def test_gone_keeps_its_first_time_and_touches_only_what_was_named():
    others = [
        replace(SIGHTING, file="two"),
        replace(SIGHTING, page="https://b.example"),
        replace(SIGHTING, picture=2),
    ]
    case = cases.record_sightings(with_picture(), [SIGHTING, *others]).case
    case = cases.record_gone(case, page=PAGE, file=FILE, picture=1, now=LATER)
    assert [seen.stand for seen in case.sightings] == [Stand.GONE, Stand.THERE, Stand.THERE, Stand.THERE]
    case = cases.record_gone(case, page=PAGE, now=LATER + DAY)
    assert [seen.gone_at for seen in case.sightings] == [LATER, LATER + DAY, None, LATER + DAY]


def test_evidence_is_kept_once_and_stays_when_the_copy_changes():
    case = cases.record_sightings(with_picture(), [replace(SIGHTING, evidence=b"first")]).case
    case = cases.record_sightings(case, [replace(at(1), evidence=b"first"), at(2)]).case
    case = cases.record_sightings(case, [replace(at(3), evidence=b"second")]).case
    assert [one.content for one in case.evidence] == [b"first", b"second"]
    (seen,) = case.sightings
    assert seen.evidence_ids == tuple(one.id for one in case.evidence)
    assert seen.evidence_id == cases.digest(b"second")
    without = cases.drop_evidence(case)
    assert (without.evidence, without.sightings[0].evidence_id) == ((), None)


def test_requests_are_put_once_and_replaced_by_id():
    case = cases.put_request(empty(), REQUEST)
    with pytest.raises(cases.RequestThere):
        cases.put_request(case, REQUEST)
    changed = replace(REQUEST, reason="I did not agree.")
    assert cases.replace_request(case, changed).requests == (changed,)
    with pytest.raises(cases.NoSuchRequest):
        cases.replace_request(case, replace(REQUEST, id="other"))


def test_who_asks_is_remembered_only_while_wanted():
    case = cases.set_asker(empty(), ASKER)
    assert case.asker == ASKER
    assert cases.forget_asker(case).asker is None


def test_the_log_keeps_its_order():
    case = cases.note(cases.note(empty(), "first", now=NOW), "second", now=NOW)
    assert [entry.what for entry in case.log] == ["first", "second"]


def test_times_are_utc_and_never_naive():
    there = NOW.astimezone(timezone(timedelta(hours=5)))
    assert cases.note(empty(), "x", now=there).log[0].at.tzinfo is UTC
    with pytest.raises(NotAMoment):
        cases.note(empty(), "x", now=datetime(2026, 11, 20))  # noqa: DTZ001


def test_no_change_alters_the_case_it_was_given():
    case = full()
    before = repr(case)
    cases.forget_picture(case, 1)
    cases.record_gone(case, page=PAGE, now=LATER)
    assert repr(case) == before


def test_a_video_shares_its_numbers_with_the_pictures_and_is_forgotten_like_one():
    how = HowVideo("mp4", "h264", 640, 360)
    video = VideoFingerprint((), 6.0, 6.0, Sampling.DENSE, how)
    first = cases.add_picture(empty(), FINGERPRINT, content_sha256=cases.digest(b"one"), now=NOW)
    second = cases.add_video(first.case, video, content_sha256=cases.digest(b"two"), now=NOW, label="walk")
    again = cases.add_video(second.case, video, content_sha256=cases.digest(b"two"), now=LATER)
    assert (second.video.number, second.case.next_picture) == (2, 3)
    assert (second.again, again.again, again.case) == (False, True, second.case)
    seen = cases.record_sightings(second.case, [replace(SIGHTING, picture=2), SIGHTING]).case
    without = cases.forget_picture(seen, 2)
    assert (without.videos, without.pictures) == ((), first.case.pictures)
    assert [one.picture for one in without.sightings] == [1]
