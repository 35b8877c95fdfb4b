"""The changes a person makes to a case themselves: pictures, places, who asks, requests, the log.

Every function is pure: it takes a case and returns the next one. `now` is an aware time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from rescind.fingerprint import Fingerprint
from rescind.fingerprint.video import VideoFingerprint
from rescind.person.case.records import AgeStatement, Case, Entry, Picture, Video, WatchedPlace
from rescind.removal.request import Asker, Request
from rescind.words import phrase

Kept = TypeVar("Kept")


class CaseError(Exception):
    """A change that cannot be made to this case; `str()` is a sentence for a person."""


class NoSuchPicture(CaseError):
    """No picture of the case has this number."""


class NoSuchPlace(CaseError):
    """The case does not watch this place."""


class NoSuchRequest(CaseError):
    """No request of the case has this id."""


class RequestThere(CaseError):
    """A request with this id is in the case already."""


@dataclass(frozen=True)
class PictureAdded:
    """The case after a picture was added. `again` says that the same file was in it before: then nothing
    changed, unless `better` says that it got the prints that find edited copies, which it had not.
    """

    case: Case
    picture: Picture
    again: bool
    better: bool = False


@dataclass(frozen=True)
class VideoAdded:
    """The case after a video was added. `again` says that the same file was in it before: nothing changed, unless
    `better` says that it has the parts now that find edited copies, which it had not.
    """

    case: Case
    video: Video
    again: bool
    better: bool = False


def new_case(*, adults_said_at: datetime, now: datetime) -> Case:
    """Return an empty case of a person who said, at that time, that everyone shown was 18 or over."""
    return Case(made_at=now, adults=AgeStatement(adults_said_at))


def add_picture(
    case: Case,
    fingerprint: Fingerprint,
    *,
    content_sha256: str,
    now: datetime,
    label: str | None = None,
) -> PictureAdded:
    """Return the case with the picture in it. When a picture with the same bytes is there already, it stays as it
    is, and only gets the prints that find edited copies if it had none.

    `content_sha256` is the hex digest of the file's bytes. Numbers start at 1 and are never used twice.
    """
    there = next((one for one in case.pictures if one.sha256 == content_sha256), None)
    if there is not None:
        return _added_again(case, there, fingerprint)
    picture = Picture(case.next_picture, now, fingerprint, content_sha256, label)
    case = replace(case, pictures=(*case.pictures, picture), next_picture=case.next_picture + 1)
    return PictureAdded(case, picture, again=False)


def add_video(
    case: Case,
    fingerprint: VideoFingerprint,
    *,
    content_sha256: str,
    now: datetime,
    label: str | None = None,
) -> VideoAdded:
    """Return the case with the video in it, as `add_picture` does for a picture; both share their numbers."""
    there = next((one for one in case.videos if one.sha256 == content_sha256), None)
    if there is not None:
        return _video_added_again(case, there, fingerprint)
    video = Video(case.next_picture, now, fingerprint, content_sha256, label)
    case = replace(case, videos=(*case.videos, video), next_picture=case.next_picture + 1)
    return VideoAdded(case, video, again=False)


def _added_again(case: Case, there: Picture, fingerprint: Fingerprint) -> PictureAdded:
    if there.prints is not None or fingerprint.parts is None:
        return PictureAdded(case, there, again=True)
    more = replace(there.fingerprint, panels=fingerprint.panels, parts=fingerprint.parts)
    better = replace(there, fingerprint=more)
    pictures = _changed(case.pictures, lambda one: one is there, lambda _: better)
    return PictureAdded(replace(case, pictures=pictures), better, again=True, better=True)


def _video_added_again(case: Case, there: Video, fingerprint: VideoFingerprint) -> VideoAdded:
    """A video has no parts when it was added in the page, and all of it is replaced: its moments belong together."""
    if _has_parts(there.fingerprint) or not _has_parts(fingerprint):
        return VideoAdded(case, there, again=True)
    better = replace(there, fingerprint=fingerprint)
    videos = _changed(case.videos, lambda one: one is there, lambda _: better)
    return VideoAdded(replace(case, videos=videos), better, again=True, better=True)


def _has_parts(video: VideoFingerprint) -> bool:
    return any(frame.print.parts is not None for frame in video.frames)


def picture(case: Case, number: int) -> Picture:
    """Return the picture with this number; raises NoSuchPicture."""
    found = next((one for one in case.pictures if one.number == number), None)
    if found is None:
        raise NoSuchPicture(phrase("There is no picture {number} in this file.", number=number))
    return found


def forget_picture(case: Case, number: int) -> Case:
    """Return the case without the picture or video, its fingerprints, its sightings and the evidence no other
    sighting names.

    Requests and the log stay: they say what was sent, and hold no picture. Raises NoSuchPicture.
    """
    if all(one.number != number for one in case.videos):
        picture(case, number)
    sightings = tuple(seen for seen in case.sightings if seen.picture != number)
    still = {one for seen in sightings for one in seen.evidence_ids}
    return replace(
        case,
        pictures=tuple(one for one in case.pictures if one.number != number),
        videos=tuple(one for one in case.videos if one.number != number),
        sightings=sightings,
        evidence=tuple(one for one in case.evidence if one.id in still),
    )


def add_place(case: Case, word: str, *, now: datetime) -> Case:
    """Return the case with the place in it; as it was when the place is there already."""
    if any(place.word == word for place in case.places):
        return case
    return replace(case, places=(*case.places, WatchedPlace(word, now)))


def drop_place(case: Case, word: str) -> Case:
    """Return the case without the place; what was seen there stays. Raises NoSuchPlace."""
    places = tuple(place for place in case.places if place.word != word)
    if len(places) == len(case.places):
        raise NoSuchPlace(phrase("This place is not in the file."))
    return replace(case, places=places)


def looked(case: Case, word: str, outcome: str, *, now: datetime) -> Case:
    """Return the case with the outcome of looking at a place, in plain words. Raises NoSuchPlace."""
    if all(place.word != word for place in case.places):
        raise NoSuchPlace(phrase("This place is not in the file."))
    places = _changed(
        case.places,
        lambda place: place.word == word,
        lambda place: replace(place, last_looked_at=now, last_outcome=outcome),
    )
    return replace(case, places=places)


def set_asker(case: Case, asker: Asker) -> Case:
    """Return the case that remembers who asks."""
    return replace(case, asker=asker)


def forget_asker(case: Case) -> Case:
    """Return the case that no longer remembers who asks. Requests made before keep their own."""
    return replace(case, asker=None)


def put_request(case: Case, request: Request) -> Case:
    """Return the case with a new request. Raises RequestThere when its id is taken."""
    if any(one.id == request.id for one in case.requests):
        raise RequestThere(phrase("This request is in the file already."))
    return replace(case, requests=(*case.requests, request))


def replace_request(case: Case, request: Request) -> Case:
    """Return the case with the request in the place of the one with the same id. Raises NoSuchRequest."""
    if all(one.id != request.id for one in case.requests):
        raise NoSuchRequest(phrase("There is no such request in the file."))
    return replace(
        case, requests=_changed(case.requests, lambda one: one.id == request.id, lambda _: request)
    )


def note(case: Case, what: str, *, now: datetime) -> Case:
    """Return the case with one more line in its log."""
    return replace(case, log=(*case.log, Entry(now, what)))


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hex, as `add_picture` wants it."""
    return sha256(content).hexdigest()


def _changed(
    kept: tuple[Kept, ...], which: Callable[[Kept], bool], change: Callable[[Kept], Kept]
) -> tuple[Kept, ...]:
    return tuple(change(one) if which(one) else one for one in kept)
