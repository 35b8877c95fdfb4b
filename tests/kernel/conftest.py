"""Lets the tests of this folder share the drawing of pictures and the reference."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
