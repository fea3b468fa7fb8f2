"""Sets up .venv beside this checkout: python3 .ci/setup.py [EXTRA] (EXTRA: test or dev).

Needs nothing but Python 3.11 or newer: Debian's python3 comes without ensurepip unless
python3-venv is installed too, so where venv cannot bring pip along, pip's own wheel is fetched.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
import urllib.request
import venv
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
PIP = "https://pypi.org/pypi/pip/json"


def main() -> int:
    """Makes the environment where there is none, and installs the project into it."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one should be told
        sys.exit(f"tppo-tui needs Python 3.11 or newer; this is {sys.version.split()[0]}")
    extra = sys.argv[1] if len(sys.argv) > 1 else ""
    if not has_pip():
        make_environment()
    # Editable for those who work on it, so that the tests run the checkout.
    target = ["--editable", f"{ROOT}[{extra}]"] if extra else [str(ROOT)]
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*command, *target], check=False).returncode


def has_pip() -> bool:
    """Whether the environment is there and can install."""
    if not PYTHON.exists():
        return False
    asked = [str(PYTHON), "-c", "import pip"]
    return subprocess.run(asked, check=False, stderr=subprocess.DEVNULL).returncode == 0


def make_environment() -> None:
    """Makes the environment, with pip in it."""
    bundled = importlib.util.find_spec("ensurepip") is not None
    venv.create(ENVIRONMENT, with_pip=bundled, clear=True, symlinks=True)
    if not bundled:
        with tempfile.TemporaryDirectory() as folder:
            wheel = fetch_pip(Path(folder))
            subprocess.run([str(PYTHON), f"{wheel}/pip", "install", "--quiet", "pip"], check=True)


def fetch_pip(folder: Path) -> Path:
    """Fetches pip's wheel from the package index, and holds it against the index's checksum."""
    with urllib.request.urlopen(PIP, timeout=60) as answer:
        files = json.load(answer)["urls"]
    wheel = next(file for file in files if file["packagetype"] == "bdist_wheel")
    with urllib.request.urlopen(urljoin(PIP, wheel["url"]), timeout=60) as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != wheel["digests"]["sha256"]:
        sys.exit("the wheel of pip is not the one that the package index names")
    path = folder / wheel["filename"]
    path.write_bytes(content)
    return path


if __name__ == "__main__":
    sys.exit(main())
