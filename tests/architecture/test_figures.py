"""The figures count what they say."""

from __future__ import annotations

from tests.architecture.figures import comments, figures
from tests.architecture.sources import Source

ONE = Source(
    "mission_desk/core/one.py",
    "import mission_desk.core.two  # a reason\n\n# another\nx = '#'  # fmt: skip\n"
    "def act(a: int, b):\n    found = a\n",
)
TWO = Source("mission_desk/core/two.py", "act = lambda: 0\n")


def test_the_figures_of_two_small_files() -> None:
    assert dict(figures((ONE, TWO))) == {
        "files / lines": "2 / 7",
        "file: median / p90 / max": "4 / 6 / 6",
        "function: median / p90 / max": "2 / 2 / 2",
        "largest folder": "2 modules (mission_desk/core)",
        "modules with exactly one importer": "50 %",
        "lines with a comment": "28.6 %",
        "lambdas": "1",
        "`found` as a name": "1",
        "arguments typed": "50 %",
    }


def test_what_tells_a_tool_something_is_no_comment() -> None:
    assert comments(Source("a.py", "a = 1  # noqa: E501\nb = 2  # type: ignore\n")) == 0


def test_what_only_makes_a_folder_a_package_is_no_module_of_it() -> None:
    room = Source("mission_desk/core/__init__.py", '"""A room."""\n')
    assert dict(figures((ONE, TWO, room)))["largest folder"] == "2 modules (mission_desk/core)"
