"""How large pictures may be shown."""

from shiryo.units import Points, length

LARGEST: Points = 2 * length("1px")
"""What a pixel takes at most: a picture shown larger would be blurred."""
