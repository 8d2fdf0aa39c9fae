"""The template of the office's own: looked at, put in place of ours, and ours restored.

Its bytes stand in the settings: whatever keeps the data keeps them too, and an undo takes it back.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Any

from ttdn_desktop.errors import KnownError
from ttdn_desktop.immutable import immutable
from ttdn_desktop.store import settings

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.template_finding import TemplateFinding
    from ttdn_desktop.services.office import Office
    from ttdn_desktop.services.ports import TemplateReader
    from ttdn_desktop.store.engine import Store

SETTING = "report_template"
MOST_MB = 2
"""How large a template may be."""

LABEL, LABEL_OURS = "Dùng mẫu báo cáo của cơ quan", "Dùng mẫu báo cáo của chương trình"


@immutable
class SeenTemplate:
    """A template as it was looked at; what is adopted is this object."""

    name: str
    content: bytes
    findings: tuple[TemplateFinding, ...]

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()


def preview(reader: TemplateReader, path: Path) -> SeenTemplate:
    """Look at a template; nothing is written.

    Raises KnownError `file_absent`, `file_denied`, `template_too_large`, or what the reader
    raises.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read((MOST_MB << 20) + 1)
    except FileNotFoundError as gone:
        raise KnownError("file_absent", name=path.name) from gone
    except OSError as fault:
        raise KnownError("file_denied", name=path.name) from fault
    if len(content) > MOST_MB << 20:
        raise KnownError("template_too_large", name=path.name, most=MOST_MB)
    return SeenTemplate(path.name, content, reader(content, path.name))


def adopt(office: Office, seen: SeenTemplate) -> None:
    """Write reports on this template from now on."""
    value = {"name": seen.name, "content": b64encode(seen.content).decode()}
    with office.store.change(office.actor(), f"{LABEL}: {seen.name}") as tx:
        settings.put(tx, SETTING, value)


def restore_ours(office: Office) -> bool:
    """Write reports on the template of the program again; tell whether another one was in place."""
    if _kept(office) is None:
        return False
    with office.store.change(office.actor(), LABEL_OURS) as tx:
        settings.put(tx, SETTING, {})
    return True


def own(office: Office) -> bytes | None:
    """Return the template in place of ours, None where there is none."""
    kept = _kept(office)
    return None if kept is None else b64decode(kept["content"])


def shown(office: Office, reader: TemplateReader) -> SeenTemplate | None:
    """Return the template in place of ours with what is found in it, None where there is none."""
    kept, content = _kept(office), own(office)
    if kept is None or content is None:
        return None
    return SeenTemplate(kept["name"], content, reader(content, kept["name"]))


def _kept(office: Office) -> dict[str, str] | None:
    return office.kept(_read, ("settings",))


def _read(store: Store) -> dict[str, str] | None:
    with store.read() as connection:
        value: Any = settings.get(connection, SETTING)
    return value or None
