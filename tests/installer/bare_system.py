"""A bare Debian or Ubuntu of the running machine's kind in a folder: nothing but what apt needs.

The mirror and the way to it are the machine's own, read when the test runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

USER = "lan"
MINUTES = 60.0
PROXIES = ("http_proxy", "https_proxy", "no_proxy")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
CHROOT = shutil.which("chroot", path=PATH) or "chroot"
"""It stands where an ordinary user's PATH may not look."""

SETTINGS = ("Acquire::http", "Acquire::https", "Acquire::Retries", "Acquire::Languages")
"""What of apt's settings leads to the mirror, or saves time on the way."""


def codename() -> str:
    """Return the running release's name, such as "trixie"; "" where none is told."""
    lines = Path("/etc/os-release").read_text("utf-8").splitlines()
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    return told.get("VERSION_CODENAME", "").strip('"')


def mirror(release: str) -> str:
    """Return where this machine gets the release from; "" when its sources do not say."""
    wanted = "$(CODENAME) $(COMPONENT) $(REPO_URI)"
    for refresh in (False, True):
        if refresh:
            _run(["apt-get", "-qq", "update"])
        listed = _run(["apt-get", "indextargets", "--format", wanted, "Created-By: Packages"])
        for line in listed.splitlines():
            name, component, address = line.split()
            if (name, component) == (release, "main"):
                return address
    return ""


@dataclass(frozen=True, slots=True)
class BareSystem:
    """The system in `root`; commands run inside it."""

    root: Path

    def as_root(self, *command: str) -> str:
        """Run a command as the one who installs; return what it prints."""
        given = {name: os.environ[name] for name in PROXIES if name in os.environ}
        quiet = {"PATH": PATH, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        return _run([CHROOT, str(self.root), *command], {**quiet, **given}, 5 * MINUTES)

    def user_command(self, *command: str, **environment: str) -> list[str]:
        """Return the call of a command as an ordinary user who has only this environment."""
        entered = [CHROOT, f"--userspec={USER}:{USER}", "--groups=", str(self.root)]
        given = [f"{name}={value}" for name, value in environment.items()]
        return [*entered, "/usr/bin/env", "-i", *given, *command]

    def as_user(self, *command: str, **environment: str) -> str:
        """Run a command as an ordinary user within a minute; return what it prints."""
        return _run(self.user_command(*command, **environment), timeout=MINUTES)


@contextmanager
def bare_system(root: Path, kept: Path) -> Iterator[BareSystem]:
    """Lay a bare system into an empty folder, out of the tar in `kept` if it is there already."""
    release = codename()
    base = kept / f"base-{release}.tar"
    if not base.is_file():
        _make_base(release, root, base)
    _run(["tar", "--numeric-owner", "-xpf", str(base), "-C", str(root)])
    system = BareSystem(root)
    _lead_to_the_mirror(root)
    _run(["mount", "-t", "proc", "proc", str(root / "proc")])
    try:
        system.as_root("useradd", "--create-home", USER)
        yield system
    finally:
        _run(["umount", "--lazy", str(root / "proc")])
        if not os.path.ismount(root / "proc"):
            shutil.rmtree(root, ignore_errors=True)


def _make_base(release: str, root: Path, base: Path) -> None:
    made = root / "base"
    address = mirror(release)
    _run(["debootstrap", "--variant=minbase", release, str(made), address], timeout=10 * MINUTES)
    shutil.rmtree(made / "var/cache/apt/archives", ignore_errors=True)
    unfinished = base.with_suffix(".unfinished")
    _run(["tar", "--numeric-owner", "-cf", str(unfinished), "-C", str(made), "."])
    unfinished.replace(base)
    shutil.rmtree(made)


def _lead_to_the_mirror(root: Path) -> None:
    settings = _run(["apt-config", "dump"]).splitlines()
    lines = [line for line in settings if line.startswith(SETTINGS)]
    (root / "etc/apt/apt.conf.d/90-of-this-machine").write_text("\n".join(lines) + "\n", "utf-8")
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    shutil.copytree("/etc/apt/auth.conf.d", root / "etc/apt/auth.conf.d", dirs_exist_ok=True)
    starts_nothing = root / "usr/sbin/policy-rc.d"
    starts_nothing.write_text("#!/bin/sh\nexit 101\n", "utf-8")
    starts_nothing.chmod(0o755)


def _run(
    command: list[str], environment: dict[str, str] | None = None, timeout: float = 5 * MINUTES
) -> str:
    """Run to the end; return what is printed. A failure shows the command's last lines."""
    done = subprocess.run(
        command,
        env=environment,
        timeout=timeout,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    last = "\n".join(done.stdout.splitlines()[-30:])
    assert done.returncode == 0, f"{' '.join(command)}: exit {done.returncode}\n{last}"
    return done.stdout
