"""Polygons as lists of corners: cut off at a picture's sides, and measured."""

Corners = list[tuple[float, float]]


def clipped(corners: Corners, size: tuple[float, float]) -> Corners:
    """Return the part of a polygon that lies inside a picture of that size (Sutherland and Hodgman)."""
    for axis in (0, 1):
        for edge, sign in ((0.0, 1.0), (size[axis], -1.0)):
            corners = _cut(corners, axis, edge, sign)
    return corners


def _cut(corners: Corners, axis: int, edge: float, sign: float) -> Corners:
    kept: Corners = []
    for number, corner in enumerate(corners):
        before = corners[number - 1]
        inside, was_inside = sign * (corner[axis] - edge) >= 0, sign * (before[axis] - edge) >= 0
        if inside != was_inside:
            at = (edge - before[axis]) / (corner[axis] - before[axis])
            kept.append((before[0] + at * (corner[0] - before[0]), before[1] + at * (corner[1] - before[1])))
        if inside:
            kept.append(corner)
    return kept


def area(corners: Corners) -> float:
    """Return the area of a polygon, negative when its corners go round the other way."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, corners[1:] + corners[:1], strict=True)) / 2
