"""An outline with all that it names, read, and a digest of all that was read for it."""

import hashlib
from collections.abc import Collection, Sequence
from functools import lru_cache
from pathlib import Path

from shiryo import limits, regular
from shiryo.workspace.job import Job, prepare


def read(
    path: str, roots: Sequence[str] = (), variants: Collection[str] = (), *, is_form: bool = False
) -> tuple[Job, str]:
    """Return the job of an outline, and the SHA-256 of all files behind it, fonts of templates too.

    ``is_form``: what variables name is left out, see `prepare`. Raises Failed.
    """
    with regular.noted() as read:
        job = prepare(path, roots, whole="full" in variants, is_form=is_form).completed(variants)
    fonts = {folder for made in job.templates.values() for folder in made.fonts}
    told = [*sorted(read.values()), *(d for folder in sorted(fonts) for d in _fonts(folder))]
    return job, hashlib.sha256(" ".join(told).encode()).hexdigest()


def _fonts(folder: Path) -> list[str]:
    files = sorted(folder.iterdir())[: limits.TEMPLATE_FONTS]
    return [_font(path, path.stat().st_mtime_ns) for path in files if path.is_file()]


@lru_cache(limits.TEMPLATE_FONTS)
def _font(path: Path, _changed: int) -> str:
    try:
        return hashlib.sha256(regular.read(path, limits.FONT_BYTES)).hexdigest()
    except OSError:
        return ""
