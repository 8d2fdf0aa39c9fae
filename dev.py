#!/usr/bin/env python3
"""The door to the source tree: `python3 dev.py run | test | lint | bench | faults | screens | …`.

Standard library only, and in the grammar of Python 3.6, so that an older Python gets as far as
saying what is needed. Everything is made on the first call; later calls need no network.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from functools import partial
from pathlib import Path

NEEDED = (3, 11)
if sys.version_info < NEEDED:
    HERE = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(f"Python 3.11+ is needed; this is Python {HERE} ({sys.executable}).")

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "made-from.txt"
SAMPLE = ROOT / "out" / "sample"
BUILD = ROOT / "installer" / "build_linux.sh"
LAST_LINES = 12

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt loads and a bare Debian or Ubuntu lacks, found by running it there; and the package."""

SCREEN_TOOLS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool", "xclip": "xclip"}
"""What journeys need for a screen of their own; without them they are skipped, and say so."""

FONTS = "fonts-croscore"
"""Has every Vietnamese letter, and in Tinos the widths of Times New Roman."""


def lock_stamp() -> str:
    """Return what a finished .venv is made from: the lock, this Python, this platform."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    return f"{digest} {sysconfig.get_python_version()} {sysconfig.get_platform()}"


def venv_is_made() -> bool:
    """Tell whether .venv was finished from this lock by this Python."""
    return PYTHON.exists() and STAMP.is_file() and STAMP.read_text("utf-8") == lock_stamp()


def make_venv() -> None:
    """Make .venv anew from the lock; its stamp is taken away first and written last."""
    print("Đang cài các thư viện vào .venv (chỉ lần đầu, cần mạng)…", flush=True)
    STAMP.unlink(missing_ok=True)
    quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    install = "-m pip install --quiet --no-input --no-deps --require-hashes --only-binary :all:"
    quietly([str(PYTHON), "-I", *install.split(), "--requirement", str(LOCK)])
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    (packages / "ttdn.pth").write_text(os.path.relpath(ROOT, packages) + "\n", "utf-8")
    STAMP.write_text(lock_stamp(), "utf-8")


def missing_packages() -> list[str]:
    """Return the system packages that Qt still lacks; the loader is asked, nothing is called."""
    if sys.platform != "linux":
        return []
    lacking = [package for name, package in QT_LIBRARIES.items() if not loads(name)]
    fonts = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".fonts")
    if not any(True for folder in fonts for _ in folder.glob("**/*.[to]tf")):
        lacking.append(FONTS)
    return lacking


def loads(library: str) -> bool:
    """Tell whether the loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_prefix() -> list[str] | None:
    """Return how apt-get may be called without asking anybody; None where it may not."""
    if shutil.which("apt-get") is None:
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    if getattr(os, "geteuid", lambda: -1)() == 0:
        return quiet
    sudo = shutil.which("sudo")
    if sudo is None or subprocess.run([sudo, "-n", "true"], capture_output=True).returncode != 0:
        return None
    return [sudo, "-n", *quiet]


def install_packages(packages: list[str]) -> bool:
    """Put system packages in, or print the one command that does; return whether they are in."""
    install = ["install", "-y", "--no-install-recommends", *packages]
    prefix = apt_prefix()
    if prefix is not None:
        print("Đang cài các gói hệ thống còn thiếu:", *packages, flush=True)
        for step in (install, ["update"], install):
            done = subprocess.run([*prefix, *step], capture_output=True)
            if step is install and done.returncode == 0:
                return True
    command = " ".join(["sudo", "apt-get", *install])
    print("Máy còn thiếu gói hệ thống. Lệnh cài, cho người có quyền quản trị:")
    print(f"  sudo apt-get update && {command}", flush=True)
    return False


def prepare(*, qt: bool) -> bool:
    """Make what is missing; return whether Qt has its libraries. Ends here without a .venv."""
    made = venv_is_made()
    pip_lacks = not made and importlib.util.find_spec("ensurepip") is None
    wanted = missing_packages() if qt else []
    if pip_lacks:
        wanted.append(f"python{sysconfig.get_python_version()}-venv")
    complete = not wanted or install_packages(wanted)
    if pip_lacks and not complete:
        sys.exit(1)
    if not made:
        make_venv()
    return complete


def quietly(command: list[str]) -> None:
    """Run a command; its last lines are shown, and everything ends, only when it fails."""
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-LAST_LINES:])
        sys.exit(f"Lệnh không chạy được: {' '.join(command)}\n{tail}")


def python(*arguments: str) -> int:
    """Run the .venv's Python in the source tree, offscreen; return its exit code."""
    environment = dict(os.environ, PYTHONIOENCODING="utf-8", QT_QPA_PLATFORM="offscreen")
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, env=environment).returncode


def ttdn(*arguments: str) -> dict[str, object]:
    """Run a console command of the program; return its JSON. Its refusal ends everything."""
    command = [str(PYTHON), "-m", "ttdn_desktop", *arguments, "--json"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(done.returncode)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def clear_sample(folder: Path) -> None:
    """Remove an earlier sample; a folder that holds anything else is left, and everything ends."""
    if not folder.exists():
        return
    if any(folder.iterdir()) and not (folder / "ttdn.sqlite").is_file():
        sys.exit(f"Thư mục {folder} không phải dữ liệu mẫu; hãy chuyển nó đi nơi khác.")
    shutil.rmtree(folder)


def has_display() -> bool:
    """Tell whether a window could be shown."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Open the window on a sample folder; without a display do the main job in the console."""
    complete = prepare(qt=True)
    if has_display() and complete:
        if not (SAMPLE / "ttdn.sqlite").is_file():
            fill_sample()
        command = [str(PYTHON), "-m", "ttdn_desktop", "--data", str(SAMPLE), *arguments]
        return subprocess.run(command, cwd=ROOT).returncode
    print("Không có màn hình; làm việc chính ngay trong bảng lệnh.", flush=True)
    return export_sample(fill_sample())


def fill_sample() -> str:
    """Fill the sample folder anew; return its year."""
    clear_sample(SAMPLE)
    SAMPLE.parent.mkdir(exist_ok=True)
    sample = ttdn("sample", str(SAMPLE))
    unit, year, activities = (str(sample[key]) for key in ("unit", "year", "activities"))
    print(f"Dữ liệu mẫu: {SAMPLE}\n  {unit}, năm {year}: {activities} hoạt động", flush=True)
    return year


def export_sample(year: str) -> int:
    """Export the sample's report beside its folder."""
    target = str(SAMPLE.parent / f"bao-cao-{year}.docx")
    report = ttdn("--data", str(SAMPLE), "report", "export", "--year", year, "--out", target)
    print(f"Báo cáo: {report['file']}\n  mã {report['code']}")
    return 0


def lint(_arguments: list[str]) -> int:
    """Read the code strictly."""
    prepare(qt=False)
    steps = (("ruff", "check", "--quiet"), ("ruff", "format", "--check", "--quiet"), ("mypy",))
    for step in steps:
        print("·", *step, flush=True)
        code = python("-m", *step)
        if code != 0:
            return code
    return 0


def test(arguments: list[str]) -> int:
    """Read the code strictly, then run the tests; arguments go to pytest."""
    if not prepare(qt=True):
        return 1
    lacking = [package for tool, package in SCREEN_TOOLS.items() if shutil.which(tool) is None]
    if lacking and sys.platform == "linux":
        install_packages(lacking)
    return lint([]) or python("-m", "pytest", *arguments)


def tool(name: str, arguments: list[str]) -> int:
    """Measure (bench), try faults (faults) or picture (screens): a folder of the tests."""
    return python("-m", f"tests.{name}", *arguments) if prepare(qt=True) else 1


def missing_tools() -> list[str]:
    """Return the system packages that building and trying the package still lack."""
    tools = {"objdump": "binutils", "chrpath": "chrpath", "debootstrap": "debootstrap"}
    lacking = [name for tool, name in tools.items() if shutil.which(tool) is None]
    shared = str(sysconfig.get_config_var("INSTSONAME"))
    if not loads(shared) and not Path(sysconfig.get_config_var("LIBDIR"), shared).is_file():
        lacking.append(f"libpython{sysconfig.get_python_version()}")
    return lacking


def package(arguments: list[str]) -> int:
    """Build the package and print its path; with `--check` try it in a bare system."""
    if sys.platform != "linux" or shutil.which("dpkg-deb") is None:
        sys.exit("Hiện chỉ tạo được gói cài đặt trên Debian hoặc Ubuntu.")
    wanted = missing_tools()
    if (wanted and not install_packages(wanted)) or not prepare(qt=True):
        return 1
    if "--check" in arguments:
        return python("-m", "pytest", "tests/installer")
    return subprocess.run([str(BUILD)], env=dict(os.environ, PYTHON=sys.executable)).returncode


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "lint": lint,
    "bench": partial(tool, "bench"),
    "faults": partial(tool, "faults"),
    "screens": partial(tool, "screens"),
    "package": package,
}


def main(arguments: list[str]) -> int:
    """Run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # always a text file here
    if not arguments or arguments[0] not in COMMANDS:
        print("python3 dev.py", " | ".join(COMMANDS))
        return 2
    return COMMANDS[arguments[0]](arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
