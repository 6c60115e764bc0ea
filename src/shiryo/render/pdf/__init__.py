"""`PageSet` → PDF (ISO 32000-1), with reportlab's canvas as the writer of the file."""

import sys
from types import ModuleType

for _name in ("local_rl_mods", "local_rl_settings"):
    sys.modules.setdefault(f"reportlab.{_name}", ModuleType(_name))
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
# Where these are missing, reportlab runs ~/.reportlab_mods and ~/.reportlab_settings as Python.

from shiryo.render.pdf.document import draw, write  # noqa: E402

__all__ = ["draw", "write"]
