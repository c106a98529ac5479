"""What Qt's wheel loads and does not carry, by the Debian package that has it.

Not from memory: tests/set_up/test_libraries.py reads the files of the wheels and compares. The names are
those of Debian 12; where a later one has renamed a package (libglib2.0-0t64), the new one provides the old
name."""

from __future__ import annotations

import ctypes
import importlib.util
import shutil
import sys

from set_up.places import LINUX, VENV_PYTHON, version_text

LIBRARIES = {
    # The modules of Qt.
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    # A window on X. A build needs them too, or the app it makes opens no window elsewhere.
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    # A window on Wayland.
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def missing(builds: bool) -> list[str]:
    """The Debian packages that are not there, all at once. Windows and macOS bring theirs along."""
    if not LINUX:
        return []
    wanted = LIBRARIES | python_library() if builds else LIBRARIES
    packages = {package for library, package in wanted.items() if not is_there(library)}
    if builds and not shutil.which("objdump"):
        packages.add("binutils")
    # Debian's python3 comes without ensurepip: `-m venv` would leave half an environment behind.
    if not VENV_PYTHON.exists() and not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        packages.add(f"python{version_text(sys.version_info[:2])}-venv")
    return sorted(packages)


def python_library() -> dict[str, str]:
    """Python as a library, which the folder app carries; Debian's python3 does without, and another Python
    has its own, under a path of its own."""
    version = version_text(sys.version_info[:2])
    debians_own = sys.base_prefix == "/usr"
    return {f"libpython{version}.so.1.0": f"libpython{version}"} if debians_own else {}


def is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
