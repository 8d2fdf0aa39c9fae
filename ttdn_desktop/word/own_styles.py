"""Styles of an office's own template: those of its headers go along, the text's are looked at.

What goes along is renamed, so that it stands beside ours: two styles of one name are an error.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop.word.markup import WORDML

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_W = f"{{{WORDML}}}"
_PREFIX, _NAME = "Own", "Mẫu: "
DEFAULTS = f"{_PREFIX}Defaults"
_LINKS = ("basedOn", "next", "link")
_USED = ("pStyle", "rStyle", "tblStyle")


class OwnStyles:
    """The styles of a template, by id."""

    def __init__(self, styles: _Element) -> None:
        """Take the root of its styles."""
        self._root = styles
        self._styles = {_id(each): each for each in styles.iter(f"{_W}style")}
        self._wanted: dict[str, None] = {}

    @property
    def default(self) -> str:
        """The id of the style of paragraphs that name none, "" where there is none."""
        paragraphs = (each for each in self._styles.values() if _get(each, "type") == "paragraph")
        found = (_id(each) for each in paragraphs if _get(each, "default") in {"1", "true", "on"})
        return next(found, "")

    def adopt(self, part: _Element) -> None:
        """Let a part name the renamed styles; what names none stands on the template's usual one.

        Styles that the template does not have are left out.
        """
        usual = self.default
        for paragraph in part.iter(f"{_W}p"):
            _require_style(paragraph, usual or DEFAULTS.removeprefix(_PREFIX))
        for kind in _USED:
            for each in list(part.iter(f"{_W}{kind}")):
                self._name_anew(each)

    def renamed(self) -> Iterator[_Element]:
        """Yield the styles that were adopted, and what they stand on, the defaults first."""
        if not self._wanted:
            return
        yield self._defaults()
        for identity in self._with_bases():
            yield self._made(identity)

    def _name_anew(self, each: _Element) -> None:
        identity = _get(each, "val")
        if identity in self._styles or f"{_PREFIX}{identity}" == DEFAULTS:
            self._wanted[identity] = None
            each.set(f"{_W}val", f"{_PREFIX}{identity}")
        else:
            _take_out(each)

    def _with_bases(self) -> list[str]:
        found: dict[str, None] = {}
        waiting = [each for each in self._wanted if each in self._styles]
        while waiting:
            identity = waiting.pop(0)
            if identity not in found:
                found[identity] = None
                links = (self._styles[identity].find(f"{_W}{link}") for link in _LINKS)
                named = (_get(link, "val") for link in links if link is not None)
                waiting += [each for each in named if each in self._styles]
        return list(found)

    def _made(self, identity: str) -> _Element:
        made = deepcopy(self._styles[identity])
        made.set(f"{_W}styleId", f"{_PREFIX}{identity}")
        made.attrib.pop(f"{_W}default", None)
        name = made.find(f"{_W}name")
        if name is not None:
            name.set(f"{_W}val", f"{_NAME}{_get(name, 'val')}")
        for unused in ("aliases", "numPr"):
            for each in list(made.iter(f"{_W}{unused}")):
                _take_out(each)
        for link in _LINKS:
            self._link_anew(made, link)
        if _get(made, "type") == "paragraph" and made.find(f"{_W}basedOn") is None:
            base = etree.Element(f"{_W}basedOn", {f"{_W}val": DEFAULTS})
            made.insert(1 if name is not None else 0, base)
        return made

    def _link_anew(self, made: _Element, link: str) -> None:
        for each in list(made.findall(f"{_W}{link}")):
            identity = _get(each, "val")
            if identity in self._styles:
                each.set(f"{_W}val", f"{_PREFIX}{identity}")
            else:
                _take_out(each)

    def _defaults(self) -> _Element:
        """Return what the template says of all its text, as a style for others to stand on."""
        made = etree.Element(f"{_W}style", {f"{_W}type": "paragraph", f"{_W}styleId": DEFAULTS})
        etree.SubElement(made, f"{_W}name", {f"{_W}val": f"{_NAME}Defaults"})
        etree.SubElement(made, f"{_W}uiPriority", {f"{_W}val": "99"})
        etree.SubElement(made, f"{_W}semiHidden")
        for path in (("pPrDefault", "pPr"), ("rPrDefault", "rPr")):
            found = self._root.find(f"{_W}docDefaults/{_W}{path[0]}/{_W}{path[1]}")
            if found is not None:
                made.append(deepcopy(found))
        return made


def added(styles: bytes, more: Iterable[_Element]) -> bytes:
    """Return our styles with more behind them."""
    root = etree.fromstring(styles)
    root.extend(more)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _require_style(paragraph: _Element, identity: str) -> None:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        properties = etree.Element(f"{_W}pPr")
        paragraph.insert(0, properties)
    if properties.find(f"{_W}pStyle") is None:
        properties.insert(0, etree.Element(f"{_W}pStyle", {f"{_W}val": identity}))


def _take_out(each: _Element) -> None:
    parent = each.getparent()
    if parent is not None:
        parent.remove(each)


def _id(style: _Element) -> str:
    return _get(style, "styleId")


def _get(each: _Element, name: str) -> str:
    return str(each.get(f"{_W}{name}", ""))
