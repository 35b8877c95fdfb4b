"""What is done to pictures before they are put online again: seeded alterations, in the groups that aims are
set for. Each takes a picture and a `Chance` and returns another picture; none knows how copies are found.
"""

from alterations import covering, frames, screens
from alterations.chance import Chance, Picture
from alterations.groups import GROUPS, Alteration, Group

__all__ = ["GROUPS", "Alteration", "Chance", "Group", "Picture", "covering", "frames", "screens"]
