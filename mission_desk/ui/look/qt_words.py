"""Qt's own words (the menu of a text field, the file window) in the language of the screen. Without them a
German desk says "Cut" and "Look in"."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

NAME = "qt's own words"


def speak(language: str) -> None:
    """`language` is one of grammar.languages(); English is what Qt speaks by itself."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for before in app.findChildren(QTranslator, NAME):
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName(NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
