"""A template of the office's own in place of ours: its pages, headers, footers and text styles.

The package is ours with what can be used put in its place; what cannot is said. Nothing of it is
run, and nothing outside it is reached.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from ttdn_desktop import paths
from ttdn_desktop.domain.template_finding import TemplateFinding
from ttdn_desktop.immutable import immutable
from ttdn_desktop.word import foreign, margins, own_prose, package
from ttdn_desktop.word.furniture import FIRST_HEADER, RUNNING_HEADER
from ttdn_desktop.word.layout import PORTRAIT
from ttdn_desktop.word.lengths import twips
from ttdn_desktop.word.markup import RELATIONS, WORDML
from ttdn_desktop.word.own_furniture import IMAGES, PICTURES, Piece, piece
from ttdn_desktop.word.own_styles import OwnStyles
from ttdn_desktop.word.writer import TEMPLATE

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ttdn_desktop.word.foreign import Foreign

_W, _R = f"{{{WORDML}}}", f"{{{RELATIONS}}}"
_STYLES, _TYPES = "word/styles.xml", "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_FOOTER = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_A4_EASE = 20  # twips: some write A4 as 11907 × 16839 or 11900 × 16840
_TWIPS_PER_MM = 1440 / 25.4


@immutable
class OwnTemplate:
    """A package for `WordWriter`, and what was found in the office's file."""

    package: bytes
    findings: tuple[TemplateFinding, ...]


def inspect(content: bytes, name: str) -> tuple[TemplateFinding, ...]:
    """Return what is taken of a template and what is not; raises as `adapt`."""
    return adapt(content, name).findings


def adapt(content: bytes, name: str) -> OwnTemplate:
    """Return what an office's .docx or .dotx is as a template; `name` is the file's.

    The same bytes give the same package. Raises KnownError as `foreign.opened` does.
    """
    template = foreign.opened(content, name)
    making = _Making(template, package.read(BytesIO(paths.resource(*TEMPLATE).read_bytes())))
    making.make()
    made = BytesIO()
    package.store(making.members, made)
    return OwnTemplate(made.getvalue(), tuple(making.findings))


@dataclass(slots=True)
class _Making:
    """Our package on its way to being an office's."""

    template: Foreign
    members: dict[str, bytes]
    findings: list[TemplateFinding] = field(default_factory=list)

    def make(self) -> None:
        """Put in what can be used, and take note of what cannot."""
        theirs = self.template.parsed(self.template.main)
        self._look_at_body(theirs)
        name = self.template.related("styles")
        root = self.template.parsed(name) if name else etree.Element(f"{_W}styles")
        styles = OwnStyles(root)
        self._take_pages(theirs)
        self._take_furniture(theirs, styles)
        ours = foreign.parsed(self.members[_STYLES])
        self.findings += own_prose.taken(ours, root)
        ours.extend(styles.renamed())
        self.members[_STYLES] = own_prose.written(ours)
        self._take_theme()

    def _say(self, key: str, *, taken: bool, **facts: object) -> None:
        self.findings.append(TemplateFinding(key, taken, facts))

    def _look_at_body(self, theirs: _Element) -> None:
        body = theirs.find(f"{_W}body")
        if body is None:
            return
        if any((each.text or "").strip() for each in body.iter(f"{_W}t")):
            self._say("body", taken=False)
        if body.find(f".//{_W}sdt") is not None:
            self._say("controls", taken=False)
        if sum(1 for _ in body.iter(f"{_W}sectPr")) > 1:
            self._say("sections", taken=False)
        settings = self.template.related("settings")
        if settings and self.template.parsed(settings).find(f"{_W}evenAndOddHeaders") is not None:
            self._say("even", taken=False)

    def _take_pages(self, theirs: _Element) -> None:
        size = next(theirs.iter(f"{_W}pgSz"), None)
        if size is not None and not _is_a4(size):
            self._say("paper", taken=False)
        found = margins.margins_of(theirs)
        for side in margins.outside_decree(found):
            millimetres = round(found[side] / _TWIPS_PER_MM)
            self._say(f"margin_outside_{side}", taken=False, found=millimetres)
        if own := margins.own_margins(found):
            ours = foreign.parsed(self.members[package.DOCUMENT])
            for each in ours.iter(f"{_W}pgMar"):
                each.attrib.update({f"{_W}{side}": str(length) for side, length in own})
            self.members[package.DOCUMENT] = own_prose.written(ours)
            self._say("margins", taken=True)

    def _take_furniture(self, theirs: _Element, styles: OwnStyles) -> None:
        section = next(theirs.iter(f"{_W}sectPr"), None)
        if section is None:
            return
        is_first_apart = section.find(f"{_W}titlePg") is not None
        headers = self._pieces(section, "header", styles, is_first_apart=is_first_apart)
        footers = self._pieces(section, "footer", styles, is_first_apart=is_first_apart)
        if "default" in headers:
            self._take_headers(headers)
        for kind in ("default", "first"):
            if kind in footers and not footers[kind].is_empty:
                self._take_footer(kind, footers[kind])
        if count := sum(1 for name in self.members if name.startswith(PICTURES)):
            self._say("pictures", taken=True, count=count)

    def _pieces(
        self, section: _Element, kind: str, styles: OwnStyles, *, is_first_apart: bool
    ) -> dict[str, Piece]:
        """Return the headers or footers by type; page 1 has the usual one where it is not apart."""
        relations = self.template.relations(self.template.main)
        found: dict[str, Piece] = {}
        for each in section.iter(f"{_W}{kind}Reference"):
            relation = relations.get(str(each.get(f"{_R}id", "")))
            which = str(each.get(f"{_W}type", "default"))
            if relation and relation.target and which in {"default", "first"}:
                found[which] = piece(self.template, relation.target, styles)
        if not is_first_apart:
            found.pop("first", None)
            if "default" in found:
                found["first"] = found["default"].without_number()
        for what in sorted({what for each in found.values() for what in each.left_out}):
            self._say(f"left_out_{what}", taken=False)
        return found

    def _take_headers(self, headers: dict[str, Piece]) -> None:
        usual = headers["default"]
        if not usual.has_number:
            if not usual.is_empty:
                self._say("number_added", taken=False)
            usual.root.insert(0, etree.fromstring(RUNNING_HEADER))
        first = headers.get("first", Piece(etree.fromstring(_header(FIRST_HEADER))))
        running, front = self._our_headers()
        self._put(running, usual)
        self._put(front, first.without_number())
        self._say("header", taken=True)

    def _our_headers(self) -> tuple[str, str]:
        """Return the names of our parts for the running header and that of page 1."""
        ours = foreign.parsed(self.members[package.DOCUMENT])
        relations = foreign.Foreign(self.members, package.DOCUMENT).relations(package.DOCUMENT)
        named = {
            str(each.get(f"{_W}type", "")): relations[str(each.get(f"{_R}id", ""))].target
            for each in ours.iter(f"{_W}headerReference")
        }
        return named["default"], named["first"]

    def _take_footer(self, kind: str, footer: Piece) -> None:
        if footer.has_number:
            footer = footer.without_number()
            self._say("number_below", taken=False)
        if footer.is_empty:
            return
        name, identity = f"word/own_footer_{kind}.xml", f"ownFooter{kind.capitalize()}"
        self._put(name, footer)
        self._relate(name, identity, "footer", _FOOTER)
        ours = foreign.parsed(self.members[package.DOCUMENT])
        for section in ours.iter(f"{_W}sectPr"):
            facts = {f"{_W}type": kind, f"{_R}id": identity}
            section.insert(2, etree.Element(f"{_W}footerReference", facts))
        self.members[package.DOCUMENT] = own_prose.written(ours)
        if kind == "default":
            self._say("footer", taken=True)

    def _put(self, name: str, made: Piece) -> None:
        self.members[name] = made.xml
        if made.pictures:
            self.members |= made.pictures
            folder, _slash, file = name.rpartition("/")
            self.members[f"{folder}/_rels/{file}.rels"] = made.relations
            self._type_pictures(made)

    def _type_pictures(self, made: Piece) -> None:
        for picture in sorted(made.pictures):
            kind = IMAGES[f".{picture.rpartition('.')[2].lower()}"]
            self._type(picture, kind)

    def _take_theme(self) -> None:
        """Take the colours and fonts that the styles of headers may speak of."""
        theme = self.template.related("theme")
        if theme and not self.template.relations(theme):
            self.members["word/theme/theme1.xml"] = self.template.members[theme]
            self._relate("word/theme/theme1.xml", "ownTheme", "theme", _THEME)

    def _relate(self, name: str, identity: str, kind: str, content_type: str) -> None:
        target = name.removeprefix("word/")
        line = f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        self.members[_RELATIONS] = _inside(self.members[_RELATIONS], "</Relationships>", line)
        self._type(name, content_type)

    def _type(self, name: str, content_type: str) -> None:
        line = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
        if line.encode() not in self.members[_TYPES]:
            self.members[_TYPES] = _inside(self.members[_TYPES], "</Types>", line)


def _is_a4(size: _Element) -> bool:
    width, height = (str(size.get(f"{_W}{side}", "")) for side in ("w", "h"))
    wanted = twips(PORTRAIT.width), twips(PORTRAIT.height)
    return all(
        each.isdecimal() and abs(int(each) - length) <= _A4_EASE
        for each, length in zip((width, height), wanted, strict=True)
    )


def _header(paragraph: str) -> str:
    return f'<w:hdr xmlns:w="{WORDML}">{paragraph}</w:hdr>'


def _inside(xml: bytes, end: str, line: str) -> bytes:
    before, _end, after = xml.decode().rpartition(end)
    return f"{before}{line}{end}{after}".encode()
