"""shiryo (資料): a Japanese article in; an outline, a briefing deck and a handout out.

>>> import shiryo
>>> article, doubts = shiryo.read("hours.md", "# 開館時間\\n\\n平日は20時まで開く。".encode())

What there is to call is in `shiryo.api`; it is imported when it is first asked for.
"""

TYPE_CHECKING = False  # True for a checker; `typing` takes longer to import than all this
if TYPE_CHECKING:
    from shiryo.api import build, check, draft, figures, find_template, load, read, templates
    from shiryo.article.model import Article
    from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Severity, Span
    from shiryo.outline.model import Outline
    from shiryo.outline.writing import dump
    from shiryo.stages import Outputs
    from shiryo.template.model import Template
    from shiryo.workspace.job import Job

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Diagnostic",
    "Diagnostics",
    "Failed",
    "Job",
    "Outline",
    "Outputs",
    "Severity",
    "Span",
    "Template",
    "build",
    "check",
    "draft",
    "dump",
    "figures",
    "find_template",
    "load",
    "read",
    "templates",
]

_TYPES = {
    "Article": "article.model",
    "Diagnostic": "diagnostics",
    "Diagnostics": "diagnostics",
    "Failed": "diagnostics",
    "Job": "workspace.job",
    "Outline": "outline.model",
    "Outputs": "stages",
    "Severity": "diagnostics",
    "Span": "diagnostics",
    "Template": "template.model",
    "dump": "outline.writing",
}
"""Where the names are that `shiryo.api` does not define."""

if not TYPE_CHECKING:  # a checker sees the names above, and no others

    def __getattr__(name: str) -> object:
        """Return what is of that name; importing the package alone costs nothing."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"shiryo.{_TYPES.get(name, 'api')}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
