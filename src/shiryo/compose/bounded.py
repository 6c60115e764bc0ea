"""Jinja2 with bounds: what a stranger's text makes of it is small, quick and the same every time.

Work is counted, not timed: every loop costs the nodes of its body for each item, every call,
filter and operator what it takes in (`shiryo.limits.RENDER_STEPS`). No value passes the bounds on
the way, and only texts, numbers and nothing can be put out: a list or a function would show how it
looks inside the machine. Filters, functions and methods are those of `compose.allowed`.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import wraps
from itertools import islice
from string import Formatter
from types import BuiltinMethodType
from typing import Any

from jinja2 import StrictUndefined, Template, pass_context
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Namespace, missing

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.compose.allowed import ATTRIBUTES, GLOBALS, OF_ALL, OF_TEXTS
from shiryo.compose.bounds import LISTS, NotAllowed, PassedBound, few, items, kind, size, small
from shiryo.compose.weighing import CHARGED, COUNTED, JOINED, KEPT, Generator
from shiryo.messages import wording

_PERCENT = re.compile(r"%(?:\([^()]*\))?[#0\- +]*(\*|\d+)?(?:\.(\*|\d+)?)?")
_COMPILED = 8
"""Steps that compiling takes for a character in braces."""
_ESCAPED = 10
"""Characters that ``%a`` writes for one at most."""
_DECIMALS = 350
"""Characters of the longest number that ``%f`` writes (1e308)."""
_DIGITS = 15
"""Decimals that a number can have (IEEE 754)."""

_CODES: dict[Hashable, tuple[Any, int]] = {}
"""What was compiled, by environment and source, and the steps that it took."""
_MOST_CODES = 256


class _Missing(StrictUndefined):
    """What a name stands for that there is not; says so in the words of `shiryo.messages`."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        code = "causes.jinja.no-name" if self._undefined_obj is missing else "causes.jinja.no-part"
        return self._undefined_hint or wording(code, name=self._undefined_name)


class Bounded(ImmutableSandboxedEnvironment):
    """The environment of one output: all that it renders shares its `steps`.

    ``known_by`` tells apart those whose filters, which are called for constants while a text is
    compiled, say different things.
    """

    code_generator_class = Generator
    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "**", "%"))

    def __init__(self, known_by: Hashable = None) -> None:
        super().__init__(
            undefined=_Missing,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self.text,
        )
        self._known_by = known_by
        self.steps = limits.RENDER_STEPS
        self.characters = limits.RENDERED_CHARACTERS
        self.globals = {name: DEFAULT_NAMESPACE[name] for name in GLOBALS} | {"range": _range}
        own = {
            "format": lambda form, *args, **named: self._percent(form, named or args),
            "join": self._join,
            "replace": self._replace,
            "round": _round,
            "sum": self._sum,
        }
        shown = {name: self._of_text(FILTERS[name]) for name in OF_TEXTS}
        plain = {name: FILTERS[name] for name in OF_ALL}
        known = {name: self._metered(f) for name, f in (plain | shown | own).items()}
        inner: dict[str, Callable[..., Any]] = {
            CHARGED: self._charged,
            COUNTED: self._counted,
            JOINED: self._joined,
            KEPT: self.kept,
        }
        self.filters = known | inner

    def from_string(self, source: Any, *args: Any, **named: Any) -> Template:
        """Compile ``source``, which costs what stands in its braces."""
        parts = str(source).split("{")[1:]
        marked = sum(part.rfind("}") + 1 for part in parts)
        self.spend(_COMPILED * marked)
        return super().from_string(source, *args, **named)

    def compile(self, source: Any, *args: Any, **named: Any) -> Any:
        """Return the code of ``source``; what was compiled lately is known, and costs as much."""
        if args or named or not isinstance(source, str):
            return super().compile(source, *args, **named)
        key, before = (self._known_by, source), self.steps
        if known := _CODES.get(key):
            self.spend(known[1])
            return known[0]
        code = super().compile(source)
        if len(_CODES) >= _MOST_CODES:
            _CODES.clear()
        _CODES[key] = code, before - self.steps
        return code

    # What is counted

    def spend(self, steps: int) -> None:
        """Take ``steps`` of those that are left. Raises PassedBound where there are too few."""
        self.steps -= steps
        if self.steps < 0:
            raise PassedBound(wording("causes.jinja.steps", most=f"{limits.RENDER_STEPS:,}"))

    def fits(self, characters: int) -> None:
        """Raise PassedBound for more ``characters`` than a text may have."""
        if characters > self.characters:
            raise PassedBound(wording("causes.jinja.characters", most=f"{self.characters:,}"))

    def text(self, value: Any) -> Any:
        """Return what is put out for ``value``, which has to be a text, a number or nothing."""
        if isinstance(value, Undefined | str | int | float) or value is None:
            shown = str(value)
            self.spend(1 + len(shown) // 64)
            return shown
        raise NotAllowed(wording("causes.jinja.no-text", kind=kind(value)))

    def kept(self, value: Any) -> Any:
        """Return ``value``, an iterator as a list. Raises PassedBound where it is too large."""
        if isinstance(value, Iterator) and not isinstance(value, Cycler | LoopContext):
            value = list(islice(value, limits.RENDERED_ITEMS + 1))
        if isinstance(value, str):
            self.fits(len(value))
        elif isinstance(value, LISTS):
            self.spend(items(value))
        elif isinstance(value, int):
            small(value.bit_length())
        self.spend(1 + size(value))
        return value

    def concat(self, pieces: Iterable[str]) -> str:
        """Return a text of ``pieces``, of no more characters than it may have."""
        taken, length = [], 0
        for piece in pieces:
            length += len(piece)
            self.fits(length)
            taken.append(piece)
        return "".join(taken)

    # What Jinja2 asks for

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may look at an attribute: those listed, and namespaces' own."""
        if isinstance(obj, Namespace):
            return not attr.startswith("_")
        known = next((names for of, names in ATTRIBUTES.items() if isinstance(obj, of)), ())
        return attr in known and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Return a function that takes the place of ``str.format``."""
        if isinstance(value, BuiltinMethodType) and isinstance(value.__self__, str):
            form = value.__self__
            if value.__name__ == "format":
                return lambda *args, **named: self._braces(form, args, named)
            if value.__name__ == "format_map":
                return lambda named: self._braces(form, (), named)
        return None

    def call(self, context: Context, obj: Any, /, *args: Any, **named: Any) -> Any:
        """Call what a template calls."""
        owner = getattr(obj, "__self__", None)
        self.spend(1 + size(owner) + sum(map(size, args)))
        if isinstance(obj, LoopContext):
            raise NotAllowed(wording("causes.jinja.no-loop"))
        if isinstance(owner, str):
            if obj.__name__ == "join":
                return self._join(args[0], owner)
            if obj.__name__ == "replace":
                return self._replace(owner, *args, **named)
            if any(isinstance(a, str) and len(a) > limits.SHORT_ARGUMENT for a in args):
                raise PassedBound(wording("causes.jinja.long-argument", name=obj.__name__))
        return self.kept(super().call(context, obj, *args, **named))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out ``left operator right``."""
        self.spend(1 + size(left) + size(right))
        if operator == "%" and isinstance(left, str):
            return self._percent(left, right)
        if operator == "*":
            self._times(left, right)
            self._times(right, left)
        if operator == "**" and isinstance(left, int) and isinstance(right, int):
            small(left.bit_length() * abs(right))
        return self.kept(super().call_binop(context, operator, left, right))

    def _times(self, value: Any, count: Any) -> None:
        if isinstance(count, int) and isinstance(value, str):
            self.fits(len(value) * count)
        elif isinstance(count, int) and isinstance(value, list | tuple):
            few(items(value) * count)

    # Filters

    def _metered(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            self.spend(1 + sum(map(size, args)))
            return self.kept(function(*args, **named))

        return run

    def _of_text(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give a filter, which Jinja2 may give an environment first, a text in place of others."""
        place = int(hasattr(function, "jinja_pass_arg"))

        @wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            shown = self.text(args[place])
            return function(*args[:place], shown, *args[place + 1 :], **named)

        return run

    @staticmethod
    @pass_context
    def _charged(context: Context, cost: int) -> str:
        context.environment.spend(cost)  # type: ignore[attr-defined]
        return ""

    def _counted(self, value: Any, cost: int) -> Any:
        taken = self.kept(value)
        self.spend(len(taken) * cost)
        return taken

    def _joined(self, parts: list[Any]) -> str:
        return self.concat(map(self.text, parts))

    def _join(self, value: Iterable[Any], d: str = "", attribute: str | None = None) -> str:
        if attribute is not None:
            value = map(make_attrgetter(self, attribute), value)
        parts = [self.text(part) for part in value]
        self.fits(sum(map(len, parts)) + len(d) * len(parts))
        return d.join(parts)

    def _sum(self, value: Iterable[Any], attribute: str | None = None, start: float = 0) -> float:
        if not isinstance(start, int | float):
            raise NotAllowed(wording("causes.jinja.no-sum"))
        return sum(
            value if attribute is None else map(make_attrgetter(self, attribute), value), start
        )

    def _replace(self, text: str, old: str, new: str, count: int | None = None) -> str:
        text, old, new = self.text(text), self.text(old), self.text(new)
        found = text.count(old)
        self.fits(len(text) + found * max(len(new) - len(old), 0))
        return str(text.replace(old, new, -1 if count is None else count))

    def _percent(self, form: str, values: Any) -> str:
        named = isinstance(values, Mapping)
        given = values.values() if named else values if isinstance(values, tuple) else (values,)
        widths = [width for found in _PERCENT.findall(form) for width in found]
        if "*" in widths:
            raise NotAllowed(wording("causes.jinja.no-star"))
        self._filled(form, len(widths) // 2, widths, given)
        return form % (values if named else tuple(given))

    def _braces(self, form: str, args: tuple[Any, ...], named: Mapping[str, Any]) -> str:
        fields = [part[1:] for part in Formatter().parse(form) if part[1] is not None]
        if any(set("[].{}") & set(name or "") or "{" in (spec or "") for name, spec, _ in fields):
            raise NotAllowed(wording("causes.jinja.no-fields"))
        widths = [width for _, spec, _ in fields for width in re.findall(r"\d+", spec or "")]
        self._filled(form, len(fields), widths, (*args, *named.values()))
        return form.format(*args, **named)

    def _filled(self, form: str, count: int, widths: list[str], values: Iterable[Any]) -> None:
        """Raise PassedBound where ``form``, with ``count`` places, could become too long."""
        if any(len(w) > 4 or int(w or 0) > limits.SHORT_ARGUMENT for w in widths):
            raise PassedBound(wording("causes.jinja.width", most=f"{limits.SHORT_ARGUMENT:,}"))
        longest = max((len(self.text(value)) for value in values), default=0)
        widest = max((int(w or 0) for w in widths), default=0)
        self.fits(len(form) + count * (max(longest * _ESCAPED, _DECIMALS) + widest))


def _range(*bounds: int) -> range:
    made = range(*bounds)
    few(len(made))
    return made


def _round(value: float, precision: int = 0, method: str = "common") -> float:
    if abs(precision) > _DIGITS:
        raise PassedBound(wording("causes.jinja.digits", most=_DIGITS))
    return float(FILTERS["round"](value, precision, method))
