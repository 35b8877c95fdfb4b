"""What an alteration draws its luck from: a seeded source of numbers, and pictures to stand beside the altered
one in collages and galleries.
"""

from dataclasses import dataclass, field
from random import Random
from typing import TypeVar

from PIL import Image, ImageFont

Picture = Image.Image
Colour = tuple[int, int, int]
Choice = TypeVar("Choice")

WORDS = (
    "look",
    "at",
    "this",
    "one",
    "nobody",
    "will",
    "believe",
    "it",
    "really",
    "happened",
    "yesterday",
    "after",
    "the",
    "party",
    "we",
    "had",
    "such",
    "a",
    "great",
    "time",
    "there",
    "you",
    "should",
    "have",
)


@dataclass(frozen=True, slots=True)
class Chance:
    """`others` are pictures that belong to nobody being looked for."""

    source: Random
    others: tuple[Picture, ...] = field(default=(), repr=False)

    def between(self, low: float, high: float) -> float:
        return self.source.uniform(low, high)

    def whole(self, low: int, high: int) -> int:
        return self.source.randint(low, high)

    def one_of(self, choices: tuple[Choice, ...]) -> Choice:
        return self.source.choice(choices)

    def yes(self, share: float = 0.5) -> bool:
        return self.source.random() < share

    def sign(self) -> int:
        return self.source.choice((-1, 1))

    def colour(self, low: int = 0, high: int = 255) -> Colour:
        return self.whole(low, high), self.whole(low, high), self.whole(low, high)

    def words(self, count: int) -> str:
        return " ".join(self.one_of(WORDS) for _ in range(count))

    def other(self) -> Picture:
        """One of the other pictures, or a plain one where there are none."""
        return self.source.choice(self.others) if self.others else Image.new("RGB", (400, 300), self.colour())


def pick_font(size: float) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size=max(8, size))


def cover(image: Picture, width: int, height: int) -> Picture:
    """The middle of a picture, cut so that it fills width x height."""
    scale = max(width / image.width, height / image.height)
    wide, high = max(width, round(image.width * scale)), max(height, round(image.height * scale))
    left, top = (wide - width) // 2, (high - height) // 2
    return image.resize((wide, high), Image.Resampling.LANCZOS).crop((left, top, left + width, top + height))


def fit(image: Picture, width: float, height: float) -> Picture:
    """The whole picture, as large as fits width x height."""
    scale = min(width / image.width, height / image.height)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS)
