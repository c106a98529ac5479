"""What is planted is one small fault at a time, in code and never in words."""

from __future__ import annotations

import pytest

from tests.mutation.faults import faults


def planted(source: str) -> dict[str, str]:
    return {fault.kind: fault.planted(source.encode()).decode() for fault in faults("a.py", source)}


@pytest.mark.parametrize(
    ("source", "kind", "wrong"),
    [
        ("x = a < b", "Lt to LtE", "x = (a <= b)"),
        ("x = a if b else c", "branches swapped", "x = (c if b else a)"),
        ("x = a and b and c", "last condition dropped", "x = (a and b)"),
        ("if ready():\n    go()", "condition turned", "if (not ready()):\n    go()"),
        ("x = [a for a in b if a.seen]", "filter dropped", "x = [a for a in b if True]"),
        ("x = sorted(a, key=b)", "order lost", "x = list(a)"),
        ("x = sorted(a, key=b)", "key lost", "x = sorted(a)"),
        ("x = 'SELECT a FROM b ORDER BY c'", "order of rows lost", "x = 'SELECT a FROM b'"),
        ("def f():\n    return g", "result dropped", "def f():\n    return None"),
        ("shuffle(a)", "call dropped", "pass"),
        ("x = 'ä' + str(7)", "number one more", "x = 'ä' + str(8)"),
    ],
)
def test_a_fault_is_the_smallest_of_its_kind(source: str, kind: str, wrong: str) -> None:
    assert planted(source)[kind] == wrong


@pytest.mark.parametrize(
    "source",
    [
        "x = tr('{n} notes', n=2)",
        "log.warning('twice', 2)",
        "x: Literal[1]",
        "class A(Struct, frozen=True):\n    b: int",
        "if TYPE_CHECKING:\n    import a",
        "x = f'{a + 1}'",
        "x = 'a' + b",
        "def f():\n    return ''",
        "def f():\n    return ()",
    ],
)
def test_words_types_and_logs_are_left_alone(source: str) -> None:
    assert planted(source) == {}


def test_a_fault_keeps_its_name_when_lines_move() -> None:
    source = "def f(a, b):\n    return a < b\n"
    names = {fault.name for fault in faults("a.py", source)}
    assert names == {fault.name for fault in faults("a.py", "import os\n\n\n" + source)}


def test_what_stands_in_no_function_runs_on_import() -> None:
    source = "A = 1\nclass B:\n    c: int = 2\n    def d(self, e=3):\n        return e + 4\nf = lambda: 5\n"
    runs = {
        fault.before: fault.on_import for fault in faults("a.py", source) if fault.kind == "number one more"
    }
    assert runs == {"1": True, "2": True, "3": True, "4": False, "5": False}
