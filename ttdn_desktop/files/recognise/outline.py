"""Entries as a tree: whatever the style of their codes, which row stands under which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ttdn_desktop.files.recognise.codes import SUBSTYLES, Code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ttdn_desktop.files.recognise.entries import Entry

TITLE, UNCODED = "title", ""
"""Styles of rows without a code: those set as a heading, and tasks."""

_RANKS = {"A": 0, "I": 1, TITLE: 2, "1": 3, "1)": 8, "a": 9, "i": 10, "-": 11}
_WORDED, _DOTTED = 1, 4


@dataclass(slots=True, eq=False)
class Node:
    """A row in the tree. `implied` ones stand in no row: codes below them speak of them."""

    entry: Entry | None
    code: Code
    parent: Node | None = None
    children: Sequence[Node] = ()
    ordinal: int = 0

    @property
    def implied(self) -> bool:
        """Tell whether no row of the file is this node."""
        return self.entry is None

    @property
    def bare(self) -> bool:
        """Tell whether the row has nothing but a code and a title."""
        return self.entry is None or self.entry.line.bare

    @property
    def title(self) -> str:
        """Return the row's title; "" where no row is this node."""
        return self.entry.title if self.entry else ""

    @property
    def path(self) -> tuple[int, ...]:
        """Return the ordinals from the top down to this node."""
        return (*self.parent.path, self.ordinal) if self.parent else ()


def grown(found: Iterable[Entry]) -> Node:
    """Return the tree of the entries, under a root that is no row."""
    tree = _Tree()
    for entry in found:
        tree.add(entry)
    return tree.root


class _Tree:
    """The tree as it grows; `open` is the way from the root to the row added last."""

    def __init__(self) -> None:
        self.root = Node(None, Code("root", ()))
        self.open = [self.root]

    def add(self, entry: Entry) -> None:
        code = entry.code
        if code is None:
            self._add_uncoded(entry)
            return
        self._climb(code)
        self._hang(Node(entry, code), stays=True)

    def _add_uncoded(self, entry: Entry) -> None:
        line = entry.line
        if line.bare and (line.heading or entry.title.isupper()):
            code = Code(TITLE, (0,))
            self._climb(code)
            self._hang(Node(entry, code), stays=True)
            return
        while not self._is_group(self.open[-1]):
            self.open.pop()
        self._hang(Node(entry, Code(UNCODED, (0,))), stays=False)

    def _hang(self, node: Node, *, stays: bool) -> None:
        parent = self.open[-1]
        node.parent = parent
        node.ordinal = _place_among(parent.children, node.code)
        if isinstance(parent.children, list):
            parent.children.append(node)
        else:
            parent.children = [node]
        if stays:
            self.open.append(node)

    def _is_group(self, node: Node) -> bool:
        """Tell whether a row without a code may stand under this one."""
        if node is self.root or node.code.style == TITLE:
            return True
        if not node.bare or node.code.style in SUBSTYLES:
            return False
        siblings = node.parent.children if node.parent else []
        return not any(each.code.style == node.code.style and not each.bare for each in siblings)

    def _climb(self, code: Code) -> None:
        """Close what a row with this code does not stand under."""
        if len(code.parts) > 1:
            self._climb_dotted(code)
            return
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].code.style == code.style:
                del self.open[depth:]
                return
        while _is_task_above(self.open[-1], code):
            self.open.pop()

    def _climb_dotted(self, code: Code) -> None:
        above = code.parts[:-1]
        for depth in range(len(self.open) - 1, 0, -1):
            node = self.open[depth]
            if len(node.code.parts) == len(code.parts) and node.code.parts[:-1] == above:
                del self.open[depth:]
                return
            if above in (node.code.parts, node.path) and node.code.style not in SUBSTYLES:
                del self.open[depth + 1 :]
                return
        if not self._takes(self.open[-1], above):
            self._imply(above)

    def _takes(self, node: Node, above: tuple[int, ...]) -> bool:
        """Tell whether a heading just begun is what the codes below it speak of."""
        plain = node is self.root or node.code.style == "1" or len(node.code.parts) > 1
        if plain or node.children or not node.bare:
            return False
        if node.code.style == TITLE:
            node.ordinal = above[-1]
        return True

    def _imply(self, parts: tuple[int, ...]) -> None:
        if len(parts) > 1:
            self._climb_dotted(Code("." * (len(parts) - 1), parts))
        else:
            del self.open[1:]
        style = "1" if len(parts) == 1 else "." * (len(parts) - 1)
        self._hang(Node(None, Code(style, parts)), stays=True)


def _place_among(siblings: Sequence[Node], code: Code) -> int:
    """Return a row's number: its own, or by its place where letters and headings have none."""
    if code.style == TITLE:
        return 1 + sum(each.code.style == TITLE for each in siblings)
    positional = code.style in SUBSTYLES or code.style == UNCODED
    return len(siblings) + 1 if positional else code.parts[-1]


def _is_task_above(node: Node, code: Code) -> bool:
    """Tell whether the last row is a task, and one with this code is no item of it."""
    return not node.bare and _rank(node.code.style) >= _rank(code.style)


def _rank(style: str) -> int:
    return _RANKS.get(style, _DOTTED if style.startswith(".") else _WORDED)
