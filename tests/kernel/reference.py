"""The reference, as the pdqhash package gives it, in the shapes the kernel speaks."""

import numpy as np
import pdqhash
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]


def print_of(pixels: Pixels) -> tuple[bytes, int]:
    """Fingerprint and quality of height x width x 3 pixels."""
    bits, quality = pdqhash.compute(np.ascontiguousarray(pixels))
    return np.packbits(bits.astype(np.uint8)).tobytes(), quality


def eight(pixels: Pixels) -> list[Pixels]:
    """The turned pixels in the order of TURNS: four quarter turns clockwise, then the same of the mirrored
    picture.
    """
    return [np.rot90(side, -quarter) for side in (pixels, pixels[:, ::-1]) for quarter in range(4)]


def turned_prints(content: bytes, width: int, height: int, channels: int) -> tuple[list[bytes], int]:
    """The fingerprints of all turned pixels and the upright quality; one channel is asked as grey in three."""
    pixels = np.frombuffer(content, np.uint8).reshape(height, width, channels)
    pixels = np.repeat(pixels, 3, axis=2) if channels == 1 else pixels
    prints = [print_of(side) for side in eight(pixels)]
    return [bits for bits, _ in prints], prints[0][1]
