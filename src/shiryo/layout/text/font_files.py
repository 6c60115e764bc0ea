"""The fonts of an output, for its writer."""

from collections.abc import Iterator, Mapping

from shiryo import pages
from shiryo.typeset.fonts import Fonts
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class FontFiles(Mapping[str, pages.FontFile]):
    """The fonts that have set glyphs by now, as the writers need them."""

    fonts: Fonts

    def __getitem__(self, key: str) -> pages.FontFile:
        """Return a font by the key of its face."""
        face = self.fonts.used[key]
        return pages.FontFile(
            key,
            face.family,
            face.ps_name,
            face.weight,
            face.font.face,
            face.units_per_em,
            face.ascent,
            face.descent,
            face.cap_height,
            face.variations,
        )

    def __iter__(self) -> Iterator[str]:
        """Return the keys in their order."""
        return iter(sorted(self.fonts.used))

    def __len__(self) -> int:
        """Return how many there are by now."""
        return len(self.fonts.used)
