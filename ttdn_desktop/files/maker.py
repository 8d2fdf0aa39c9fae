"""The makers of sample evidence, as one thing to hand to the services (`EvidenceMaker`)."""

from __future__ import annotations

from ttdn_desktop.files.paper import paper
from ttdn_desktop.files.photo import photo
from ttdn_desktop.files.scan import scan

__all__ = ["paper", "photo", "scan"]
