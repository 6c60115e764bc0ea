"""Jinja2's compiler, changed so that what a template does is counted, and less can be said."""

from jinja2 import TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer

from shiryo.messages import wording

CHARGED, COUNTED, JOINED, KEPT = " charged", " counted", " joined", " kept"
"""Filters that the code itself calls; no template can name them."""


class Weighed(NodeTransformer):
    """Makes loops, macros, lists and ``~`` say what they cost."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """Charge the nodes of a loop for each of its items."""
        cost = nodes.Const(_weight(node))
        self.generic_visit(node)
        node.iter = nodes.Filter(node.iter, COUNTED, [cost], [], None, None)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """Charge the nodes of a macro at each call."""
        return self._charged(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        """Charge the nodes of a block at each call."""
        return self._charged(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Make ``a ~ b`` a text that is measured."""
        self.generic_visit(node)
        return nodes.Filter(nodes.List(node.nodes), JOINED, [], [], None, None)

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        """Measure a list."""
        return self._kept(node)

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:  # noqa: N802
        """Measure a dictionary."""
        return self._kept(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        """Measure a tuple that is a value."""
        return self._kept(node) if node.ctx == "load" else node

    def _kept(self, node: nodes.Expr) -> nodes.Node:
        return nodes.Filter(self.generic_visit(node), KEPT, [], [], None, None)

    def _charged(self, node: nodes.Macro | nodes.CallBlock) -> nodes.Node:
        cost = nodes.Filter(nodes.Const(_weight(node)), CHARGED, [], [], None, None)
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(cost))
        return node


def _weight(node: nodes.Node) -> int:
    return 1 + sum(1 for _ in node.find_all(nodes.Node))


class Refused(TemplateSyntaxError):
    """A template has something that is not to be had; the message says what, in Japanese."""


def _refused(name: str, node: nodes.Node) -> Refused:
    return Refused(wording("causes.jinja.not-to-be-had", name=name), node.lineno)


class Generator(CodeGenerator):
    """Jinja2's compiler, without what reads other files or runs itself again."""

    def visit_Template(  # noqa: N802
        self, node: nodes.Template, frame: Frame | None = None
    ) -> None:
        """Refuse what is not to be had, and weigh the rest."""
        taken = (nodes.Block, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
        for found in node.find_all(taken):
            raise _refused(type(found).__name__.lower(), found)
        for loop in node.find_all(nodes.For):
            if loop.recursive:
                raise _refused("recursive", loop)
        for name in node.find_all(nodes.Name):
            if name.name in ("varargs", "kwargs"):
                raise _refused(name.name, name)
        for filter_ in node.find_all(nodes.Filter):
            if filter_.name not in self.environment.filters:
                raise _refused(f"| {filter_.name}", filter_)
        super().visit_Template(Weighed().visit(node), frame)
