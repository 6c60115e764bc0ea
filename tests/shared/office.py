"""LibreOffice as a reader of our decks: with its own home and with the fonts that we set in."""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest
from static_font import static_font

from shiryo.typeset.fonts import load

_FACES = (("gothic", 400), ("gothic", 700), ("mincho", 400))
_CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir>
</fontconfig>
"""

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get("CI") != "true",
    reason="LibreOffice is not installed",
)


def render(pptx: bytes) -> bytes:
    """Return the PDF that LibreOffice makes of a deck, set in Noto Sans JP.

    Raises subprocess.CalledProcessError where LibreOffice fails.
    """
    home = _home()
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder, "deck.pptx")
        deck.write_bytes(pptx)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(deck)],
            env=_environment(home),
            check=True,
            capture_output=True,
            timeout=300,
        )
        return deck.with_suffix(".pdf").read_bytes()


def _environment(home: Path) -> dict[str, str]:
    return os.environ | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "FONTCONFIG_FILE": str(home / "fonts.conf"),
    }


@cache
def _home() -> Path:
    home = Path(tempfile.mkdtemp(prefix="shiryo-office-"))
    fonts = home / "fonts"
    fonts.mkdir()
    known = load(["Noto Sans JP"], ["Noto Serif JP"])
    for family, weight in _FACES:
        face = known.face(family, weight)
        (fonts / f"{face.ps_name}.{'otf' if face.cff else 'ttf'}").write_bytes(static_font(face))
    (home / "fonts.conf").write_text(_CONFIG.format(fonts=fonts, cache=home / "fontcache"))
    return home
