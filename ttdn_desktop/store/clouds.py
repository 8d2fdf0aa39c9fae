"""Folders that a program copies to other computers: by their names, and by what it leaves there.

No registry is read: names, environment and marks are enough, and can be tried on any system.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePath

ENVIRONMENT = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Variables in which OneDrive says where its folders are."""

_NAMES = (
    (re.compile(r"OneDrive( - .+)?|SkyDrive", re.IGNORECASE), "OneDrive"),
    (
        re.compile(
            r"Google ?Drive.*|My Drive|Drive của tôi|Shared drives|Bộ nhớ dùng chung", re.IGNORECASE
        ),
        "Google Drive",
    ),
    (re.compile(r"Dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (
        re.compile(r"iCloud ?Drive|Mobile Documents|com~apple~CloudDocs", re.IGNORECASE),
        "iCloud Drive",
    ),
    (re.compile(r"Zalo Received Files|ZaloReceivedFiles|ZaloDownloads", re.IGNORECASE), "Zalo"),
    (re.compile(r"Nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"ownCloud\d*", re.IGNORECASE), "ownCloud"),
    (re.compile(r"MEGA( .+)?|MEGAsync( .+)?"), "MEGA"),
    (re.compile(r"pCloud ?Drive|pCloudSync", re.IGNORECASE), "pCloud"),
    (re.compile(r"SynologyDrive|Synology Drive", re.IGNORECASE), "Synology Drive"),
)
"""What such a folder is called, whole, by who made it."""

MARKS = {
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".megaignore": "MEGA",
    ".stfolder": "Syncthing",
}
"""What such a program leaves in the folder it synchronises."""


def cloud_by_name(folder: PurePath, environment: Mapping[str, str]) -> str:
    """Return which cloud a path belongs to, by its parts or by OneDrive's variables; or ""."""
    for name in ENVIRONMENT:
        root = environment.get(name, "")
        if root and folder.is_relative_to(type(folder)(root)):
            return "OneDrive"
    for part in folder.parts:
        for pattern, cloud in _NAMES:
            if pattern.fullmatch(part):
                return cloud
    return ""
