"""Distance over the ellipsoid of the Earth.

Source: Vincenty 1975, "Direct and inverse solutions of geodesics on the ellipsoid with application
of nested equations", Survey Review 23(176), on WGS 84.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

_A = 6_378_137.0  # metres, the equatorial radius of WGS 84
_FLATTENING = 1 / 298.257223563
_B = _A * (1 - _FLATTENING)
_ROUNDS = 50  # near antipodes the iteration may not settle; its last value is then within 0.5%


def kilometres(
    latitude1: ArrayLike, longitude1: ArrayLike, latitude2: ArrayLike, longitude2: ArrayLike
) -> Numbers:
    """Give the distance between places, in kilometres.

    Args:
        latitude1: degrees north of the first places.
        longitude1: degrees east of them.
        latitude2: degrees north of the second places; shapes are broadcast.
        longitude2: degrees east of them.

    Examples:
        >>> int(kilometres(38.895, -77.037, 45.421, -75.690).round())
        734
    """
    u1, u2 = (np.arctan((1 - _FLATTENING) * np.tan(np.radians(x))) for x in (latitude1, latitude2))
    apart = np.radians(np.asarray(longitude2, float) - np.asarray(longitude1, float))
    turn = apart
    with np.errstate(invalid="ignore", divide="ignore"):
        for _ in range(_ROUNDS):
            arc, sine, cosine, square, middle = _arc(u1, u2, turn)
            c = _FLATTENING / 16 * square * (4 + _FLATTENING * (4 - 3 * square))
            inner = middle + c * cosine * (2 * middle**2 - 1)
            slope = _slope(u1, u2, turn, sine)
            new = apart + (1 - c) * _FLATTENING * slope * (arc + c * sine * inner)
            settled = np.nanmax(np.abs(new - turn), initial=0.0) < 1e-12
            turn = np.where(np.isfinite(new), new, turn)
            if settled:
                break
    return _length(arc, sine, cosine, square, middle) / 1000


def _arc(u1: Numbers, u2: Numbers, turn: Numbers) -> tuple[Numbers, ...]:
    """Give the arc between two points on the auxiliary sphere, and what Vincenty takes of it."""
    sine = np.hypot(
        np.cos(u2) * np.sin(turn),
        np.cos(u1) * np.sin(u2) - np.sin(u1) * np.cos(u2) * np.cos(turn),
    )
    cosine = np.sin(u1) * np.sin(u2) + np.cos(u1) * np.cos(u2) * np.cos(turn)
    square = 1 - _slope(u1, u2, turn, sine) ** 2
    flat = square < 1e-15  # along the equator
    middle = np.where(flat, 0.0, cosine - 2 * np.sin(u1) * np.sin(u2) / np.where(flat, 1, square))
    return np.arctan2(sine, cosine), sine, cosine, square, middle


def _slope(u1: Numbers, u2: Numbers, turn: Numbers, sine: Numbers) -> Numbers:
    """Give the sine of the geodesic's azimuth at the equator."""
    zero = sine == 0  # one point
    slope: Numbers = np.cos(u1) * np.cos(u2) * np.sin(turn) * ~zero / np.where(zero, 1, sine)
    return slope


def _length(
    arc: Numbers, sine: Numbers, cosine: Numbers, square: Numbers, middle: Numbers
) -> Numbers:
    u = square * (_A**2 - _B**2) / _B**2
    big_a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)))
    big_b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)))
    last = big_b / 6 * middle * (4 * sine**2 - 3) * (4 * middle**2 - 3)
    change = big_b * sine * (middle + big_b / 4 * (cosine * (2 * middle**2 - 1) - last))
    length: Numbers = _B * big_a * (arc - change)
    return length
