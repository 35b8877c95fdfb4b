"""Videos of a few bytes, and eyes that watch them: `film(3)` shows my video 3 from its start to its end."""

from dataclasses import dataclass, field
from hashlib import md5, sha256
from pathlib import Path

from rescind.fingerprint import Enough, Fingerprint, Held, Reason, Source, VideoFingerprint
from rescind.fingerprint.video import Frame, HowVideo, Sampling, UnclearVideo, VideoNote
from rescind.match import Extent, Likeness, Stretch
from tests.fakes import likeness

START = b"\0\0\0\x20ftypisom"
_LINE = 100


def film(number: int, *, seconds: int = 60, keys: int = 5, size: int = 0, plain: bool = False) -> bytes:
    """Return a video of my video of this number, a key frame every `keys` seconds, filled up to so many bytes."""
    spec = START + f" {number} {seconds} {keys} {int(plain)} ".encode()
    return spec.ljust(max(size, _LINE), b"\0")


def broken() -> bytes:
    """Return a video that cannot be opened."""
    return START + b" broken ".ljust(_LINE)


def fingerprint(number: int) -> VideoFingerprint:
    """Return the fingerprint of my video of this number."""
    return OfVideo()(film(number), sampling=Sampling.GRID, turns=True)


@dataclass
class OfVideo:
    """Watches the videos above, a moment for each place of the file that it would read; `looks` keeps how."""

    looks: list[Sampling] = field(default_factory=list)
    without: bool = False

    def __call__(
        self, video: Path | bytes | Source, *, sampling: Sampling, turns: bool, most_keys: int = 2000
    ) -> VideoFingerprint:
        if self.without:
            raise UnclearVideo(Reason.NEEDS_VIDEO)
        source = _source(video)
        if not source.size:
            raise UnclearVideo(Reason.EMPTY)
        self.looks.append(sampling)
        words = source.read_at(0, _LINE).removeprefix(START).split()
        if not source.read_at(0, 12).startswith(START) or words[:1] == [b"broken"]:
            raise UnclearVideo(Reason.NOT_A_VIDEO)
        number, seconds, keys, plain = (int(word) for word in words[:4])
        step = 1 if sampling is Sampling.GRID else keys * -(-len(range(0, seconds, keys)) // most_keys)
        frames, cut = _frames(source, range(0, seconds, step), seconds, _print(number, plain=bool(plain)))
        how = HowVideo("mov", "h264", 640, 360, (VideoNote.FIRST_PART,) if cut else ())
        whole = None if not isinstance(video, Path | bytes) else source.read_at(0, source.size)
        digests = (sha256(whole).digest(), md5(whole).digest()) if whole is not None else (None, None)
        seen = frames[-1].until if frames else 0.0
        return VideoFingerprint(frames, float(seconds), seen, sampling, how, *digests)


def _source(video: Path | bytes | Source) -> Source:
    if isinstance(video, Path):
        return Held(video.read_bytes())
    return Held(video) if isinstance(video, bytes) else video


def _print(number: int, *, plain: bool) -> Fingerprint:
    return likeness.of_image(likeness.plain() if plain else likeness.copy(number))


def _frames(source: Source, times: range, seconds: int, seen: Fingerprint) -> tuple[tuple[Frame, ...], bool]:
    """Return a frame for each time whose place in the file can be read, and whether one could not be."""
    frames = []
    for at in times:
        try:
            source.read_at(_LINE + (source.size - _LINE) * at // seconds, 1)
        except Enough:
            return tuple(frames), True
        frames.append(Frame(float(at), float(at), seen))
    return tuple(frames), False


@dataclass(frozen=True)
class Reel:
    """Tells the stretch from the first to the last frame that has the same print as one of mine."""

    mine: Fingerprint | VideoFingerprint

    def stretches(self, other: Fingerprint | VideoFingerprint) -> tuple[Stretch, ...]:
        mine, theirs = _moments(self.mine), _moments(other)
        bits = {seen.bits for _, seen in mine}
        times = [at for at, seen in theirs if seen.bits in bits and not seen.plain]
        if not times:
            return ()
        end = mine[-1][0]
        alike = (Likeness.SAME, 0, "upright", Extent.WHOLE)
        return (Stretch(mine[0][0], end, times[0], times[-1], len(times), len(theirs), *alike),)


def _moments(seen: Fingerprint | VideoFingerprint) -> list[tuple[float, Fingerprint]]:
    if isinstance(seen, VideoFingerprint):
        return [(one.at, one.print) for one in seen.frames]
    row = [(one.at, Fingerprint((one.bits,), one.quality, seen.how)) for one in seen.row]
    return row or [(0.0, seen)]
