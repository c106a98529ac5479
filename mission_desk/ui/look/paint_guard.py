"""Painting code that fails would print and vanish (Qt calls it from C++, where no Python hook listens).
This hands the exception to the hook, once a place, and lets the program go on."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from typing import Any, TypeVar

Method = TypeVar("Method", bound=Callable[..., Any])
_reported: set[str] = set()


def guarded(method: Method) -> Method:
    """For overrides of Qt's virtual functions that Qt itself calls: paintEvent, closeEvent, model.data."""

    @functools.wraps(method)
    def safely(*args: Any, **kwargs: Any) -> Any:
        try:
            return method(*args, **kwargs)
        except Exception:
            if method.__qualname__ not in _reported:  # a paint that fails would fail sixty times a second
                _reported.add(method.__qualname__)
                sys.excepthook(*sys.exc_info())
            return None

    return safely  # type: ignore[return-value]
