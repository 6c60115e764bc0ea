"""`dataclass`, quick to define and quick to make: frozen to whoever reads types.

That of the standard library compiles six functions for a class, which for our three hundred takes
as long as laying out a deck; here `__init__` alone is compiled, and when it is first asked for: no
command makes more than half of them. At run time a frozen one also sets each field through a call;
making one takes five times as long, and a long paper has a million of them. So it is the type
checker that holds them to be frozen. They compare, hash and look like others.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable, Mapping
    from operator import attrgetter
    from reprlib import recursive_repr

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, slots: bool = False
    ) -> type | Callable[[type], type]:
        """Return a class as a dataclass, or the decorator that makes one."""
        return _made(cls, frozen, eq, slots) if cls else lambda cls: _made(cls, frozen, eq, slots)

    def _made(cls: type, frozen: bool, eq: bool, slots: bool) -> type:
        own = {name for name, value in vars(cls).items() if value is not None}
        if not cls.__doc__:
            cls.__doc__ = cls.__name__  # or it would be made of the signature
        made = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=slots)
        methods = {"__init__": _Init(made), "__repr__": _repr}
        for name, method in {**methods, **(_comparing(made, frozen) if eq else {})}.items():
            if name not in own:
                setattr(made, name, method)
        return made

    class _Init:
        """The `__init__` of a class, compiled when it is first asked for."""

        def __init__(self, of: type) -> None:
            self.of = of

        def __get__(self, made: object, of: type | None = None) -> Callable[..., None]:
            init = self.of.__init__ = _compiled(self.of)
            return init.__get__(made, of)

    def _compiled(cls: type) -> Callable[..., None]:
        """Return what takes the fields of ``cls`` in turn, or by their names."""
        given, takes, sets = {"_unset_": dataclasses.MISSING}, [], []
        for field in dataclasses.fields(cls):
            name, default = field.name, f"_default_{field.name}"
            if field.default_factory is not dataclasses.MISSING:
                given[default] = field.default_factory
                takes.append(f"{name}=_unset_")
                sets.append(f" self.{name} = {default}() if {name} is _unset_ else {name}\n")
                continue
            if field.default is not dataclasses.MISSING:
                given[default] = field.default
            takes.append(f"{name}={default}" if default in given else name)
            sets.append(f" self.{name} = {name}\n")
        if hasattr(cls, "__post_init__"):
            sets.append(" self.__post_init__()\n")
        exec(f"def __init__({', '.join(['self', *takes])}):\n{''.join(sets) or ' pass'}", given)
        init = given["__init__"]
        init.__qualname__ = f"{cls.__qualname__}.__init__"
        init.__annotations__ = {field.name: field.type for field in dataclasses.fields(cls)}
        return init

    def _comparing(cls: type, frozen: bool) -> Mapping[str, object]:
        """Return what compares and hashes instances by their fields."""
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        values = attrgetter(*names) if names else type

        def equal(self: object, other: object) -> bool:
            if other.__class__ is not self.__class__:
                return NotImplemented
            return values(self) == values(other)

        def hashed(self: object) -> int:
            return hash(values(self))

        return {"__eq__": equal, "__hash__": hashed if frozen else None}

    @recursive_repr()
    def _repr(self: object) -> str:
        fields = (field.name for field in dataclasses.fields(self) if field.repr)
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields)
        return f"{type(self).__qualname__}({said})"


__all__ = ["dataclass"]
