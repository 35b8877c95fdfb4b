"""The numbers that decide, each with its source and what was measured. `docs/decisions/0003-thresholds.md`
has more.
"""

from typing import Final

from rescind.fingerprint import PLAIN_BELOW

SAME_WITHIN: Final = 31
"""Up to so many of 256 bits apart, two pictures are the same picture.

Source: the advice published with PDQ in Meta's ThreatExchange repository, which exchanges of lists follow.
Measured: of 486,591 pairs of unrelated pictures compared upright, none was under 90
bits apart (mean 128, standard deviation 8.2). `compare` looks at eight turns of one picture, so it takes the
smallest of eight such distances; with eight turns on either side and up to 63 crops a picture, 4 million
picture pairs gave no pair within 31. Of copies that were only saved again or resized, 96 in 100 were within.
"""

NEAR_WITHIN: Final = 40
"""Up to so many bits apart, two pictures are alike enough that a person should look.

Source: measured only; no published advice names it. In every test named above there was no unrelated pair
within 40 either, nor among 187 million pairs of unrelated crops and rotations (the nearest lay between 41 and
50); going from 31 to 40 finds 3 to 6 of 100 altered copies more. Templates (the same app frame, documents,
memes) were not among the pictures measured and are where a false likeness is to be expected: hence "look",
not "same".
"""

MIN_QUALITY: Final = PLAIN_BELOW
"""Under this quality a fingerprint tells nothing, and is like nothing.

The number is 50, the published advice for PDQ, kept where a fingerprint calls itself plain. Measured: 13 of
1,000 varied pictures were below; flat and gradient pictures, which are, hash to noise.
"""

PART_WITHIN: Final = 44
"""Up to so many bits apart, two parts are weighed as one.

Measured: of windows that show the same, nine in ten lie within; of unrelated ones, one in ten thousand does.
"""

SAME_EVIDENCE: Final = 15.0
"""From this evidence on, parts that agree on one placement show the same picture, about eight to ten of them.

Measured: of 249,000 pairs of an altered picture and another one, none that shares no pixels was over 6, three that
share a texture lay between 11 and 15.
"""

NEAR_EVIDENCE: Final = 10.0
"""From this evidence on, a person should look: 98 to 100 of 100 altered copies reach it, 95 photos of a screen."""

SAME_COVERED: Final = 0.65
"""In so much of what is seen of my picture some part must agree for it to be the same picture.

Measured: in nine of ten copies at least so much; two unrelated pictures in the same frame of a program reach 0.4 to 0.5.
"""

SAME_SHARE: Final = 0.25
"""A copy that shows less than this of my picture is for a person to look at: a program's bar is as small a piece."""

FRAME_SHARE: Final = 0.07
"""Where the picture in my screenshot agrees so much less than what lies around it, only the frame is shared.

Measured, in pictures for tuning: 45 of 51 pairs of unrelated pictures in one frame with the same words lie at or below,
three of 799 altered copies do (two galleries, one photo of a screen), besides narrow strips of a collage.
"""

FRAME_EXPECTED: Final = 25
"""So many parts of that picture must be expected in the other for their lack to tell anything."""

PART_SPREAD: Final = 0.03
"""Parts that agree count in full when, across the line they lie nearest to, they are spread by so much of my picture's
longer side (standard deviation).

Measured: of 960 altered copies, crops to 40 % and collages among them, four were spread by less.
"""
