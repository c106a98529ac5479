"""The style sheet, made from the tokens. Widgets say what they are by the dynamic property `look`; this
says how that looks."""

from __future__ import annotations

from mission_desk.core.file.closed_sets import STYLES, THINKING_STYLES
from mission_desk.ui.look import theme
from mission_desk.ui.look.theme import Tokens


def sheet(t: Tokens) -> str:
    parts = _ground, _text, _buttons, _values, _fields, _plan, _road, _lists, _small
    return "".join(part(t) for part in parts)


def _ground(t: Tokens) -> str:
    return f"""
* {{ font-family: "Inter"; font-size: {theme.SMALL}px; color: {t.ink}; }}
QMainWindow, QDialog, QWidget[look="paper"] {{ background: {t.paper}; }}
QWidget[look="panel"] {{ background: {t.panel}; }}
QDialog[look="popup"] {{ background: {t.panel}; border: 1px solid {t.ink3}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QWidget[look="clear"], QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border:
none; }}
QFrame[look="top"] {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; }}
QFrame[look="rail"] {{ background: {t.panel}; border: none; border-right: 1px solid {t.line}; }}
QFrame[look="rail-editor"] {{ background: {t.panel}; border: none; border-right: 1px solid {t.line};
    border-left: 1px solid {t.line}; }}
QFrame[look="drop-line"] {{ background: {t.accent}; border: none; border-radius: 2px; }}
QFrame[look="side"] {{ background: {t.panel}; border: none; border-left: 1px solid {t.line}; }}
QFrame[look="bottom"] {{ background: {t.panel}; border: none; border-top: 1px solid {t.line}; }}
QFrame[look="card"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius:
{theme.PANEL_RADIUS}px; }}
QFrame[look="card-on"] {{ background: {t.panel}; border: 2px solid {t.accent}; border-radius:
{theme.PANEL_RADIUS}px; }}
QFrame[look="card-warn"] {{ background: {t.warn_soft}; border: 1px solid {t.warn}; border-radius:
{theme.PANEL_RADIUS}px; }}
QFrame[look="card-soft"] {{ background: {t.accent_soft}; border: none; border-radius:
{theme.PANEL_RADIUS}px; }}
QFrame[look="option"] {{ background: {t.panel}; border: 2px solid {t.line};
    border-radius: {theme.PANEL_RADIUS}px; }}
QFrame[look="option-on"] {{ background: {t.panel}; border: 2px solid {t.accent};
    border-radius: {theme.PANEL_RADIUS}px; }}
QWidget[look="row-on"] {{ background: {t.accent_soft}; border-radius: {theme.RADIUS}px; }}
QFrame[look="hair"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[look="banner"] {{ background: {t.warn_soft}; border: none; border-bottom: 1px solid {t.warn}; }}
QFrame[look="toast"] {{ background: {t.ink}; border: none; border-radius: {theme.RADIUS}px; }}
QFrame[look="toast"] QLabel {{ color: {t.paper}; }}
QToolTip {{ background: {t.ink}; color: {t.paper}; border: none; padding: 4px 8px; }}
QFrame[look="press"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius:
{theme.PANEL_RADIUS}px; padding: 1px; }}
QFrame[look="press"]:hover {{ border-color: {t.ink3}; }}
QFrame[look="press"]:focus, QFrame[look="press-on"] {{ background: {t.panel}; border: 2px solid {t.accent};
    border-radius: {theme.PANEL_RADIUS}px; padding: 0px; }}
QFrame[look="field-warn"] {{ background: {t.panel}; border: 1px solid {t.warn}; border-radius:
{theme.PANEL_RADIUS}px; }}
QFrame[look="press-line"] {{ background: transparent; border: 2px solid transparent; border-radius:
{theme.RADIUS}px; }}
QFrame[look="press-line"]:hover {{ background: {t.accent_soft}; }}
QFrame[look="press-line"]:focus {{ border-color: {t.accent}; }}
QFrame[look="card-gap"] {{ background: {t.panel}; border: 1px solid {t.warn};
    border-radius: {theme.PANEL_RADIUS}px; }}
QFrame[look="table-head"] {{ background: transparent; border: none; padding: 2px; }}
QFrame[look="table-row"] {{ background: transparent; border: none; border-top: 1px solid {t.line}; padding:
2px; }}
QFrame[look="table-row"]:hover {{ background: {t.paper}; }}
QFrame[look="table-row"]:focus {{ border: 2px solid {t.accent}; padding: 1px 0px 0px 0px; }}
QFrame[look="table-open"] {{ background: {t.accent_soft}; border: none; border-top: 1px solid {t.line};
padding: 2px; }}
"""


def _text(t: Tokens) -> str:
    return f"""
QLabel {{ background: transparent; border: none; }}
QLabel[look="tiny"] {{ font-size: {theme.TINY}px; color: {t.ink2}; }}
QLabel[look="quiet"] {{ color: {t.ink2}; }}
QLabel[look="section"] {{ font-size: {theme.TINY}px; font-weight: 600; color: {t.ink2}; }}
QLabel[look="strong"] {{ font-weight: 600; }}
QLabel[look="lead"] {{ font-size: {theme.LEAD}px; color: {t.ink2}; }}
QLabel[look="body"] {{ font-size: {theme.BODY}px; }}
QLabel[look="name"] {{ font-size: {theme.BODY}px; font-weight: 700; }}
QLabel[look="title"] {{ font-size: {theme.LEAD}px; font-weight: 700; }}
QLabel[look="heading"] {{ font-size: {theme.TITLE}px; font-weight: 700; }}
QLabel[look="figure"] {{ font-size: {theme.TITLE}px; font-weight: 600; }}
QLabel[look="letter"] {{ font-size: {theme.HEAD}px; font-weight: 600; }}
QLabel[look="warn"] {{ color: {t.warn}; font-weight: 600; }}
QLabel[look="good"] {{ color: {t.accent}; font-weight: 600; }}
QLabel[look="hero"] {{ font-family: "Noto Serif"; font-size: {theme.HERO}px; font-weight: 700; }}
QLabel[look="serif"] {{ font-family: "Noto Serif"; font-size: {theme.LEAD}px; }}
QLabel[look="serif-small"] {{ font-family: "Noto Serif"; font-size: {theme.BODY}px; }}
QLabel[look="statement"] {{ font-family: "Noto Serif"; font-size: {theme.TITLE}px; font-weight: 600; }}
QLabel[look="statement-small"] {{ font-family: "Noto Serif"; font-size: {theme.LEAD}px; font-weight: 600; }}
QLabel[look="key"] {{ font-size: {theme.TINY}px; font-weight: 600; color: {t.ink2}; border: 1px solid
{t.ink3};
    border-radius: 4px; padding: 0px 4px; }}
QLabel[look="pill"] {{ font-size: {theme.SMALL}px; font-weight: 600; color: {t.accent}; background:
{t.accent_soft};
    border-radius: {theme.CHIP_RADIUS}px; padding: 5px 12px; }}
QLabel[look="pill-warn"] {{ font-size: {theme.SMALL}px; font-weight: 600; color: {t.warn}; background:
{t.warn_soft};
    border-radius: {theme.CHIP_RADIUS}px; padding: 5px 12px; }}
QLabel[look="pill-plain"] {{ font-weight: 600; color: {t.ink2}; background: {t.rest};
    border-radius: {theme.CHIP_RADIUS}px; padding: 5px 12px; }}
QLabel[look="chip-count"] {{ color: {t.ink2}; padding: 5px 4px; }}
QLabel[look="warn-tiny"] {{ font-size: {theme.TINY}px; color: {t.warn}; font-weight: 600; }}
QLabel[look="good-tiny"] {{ font-size: {theme.TINY}px; color: {t.accent}; font-weight: 600; }}
QLabel[look="warn-plain"] {{ color: {t.warn}; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton, QToolButton {{ background: {t.panel}; border: 1px solid {t.line}; border-radius:
{theme.RADIUS}px;
    padding: 7px 14px; font-weight: 500; outline: none; }}
QToolButton {{ padding: 6px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {t.ink3}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.accent_soft}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {t.accent}; padding: 6px 13px; }}
QToolButton:focus {{ padding: 5px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {t.ink3}; border-color: {t.line}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.accent_soft}; border-color: {t.accent}; }}
QPushButton[look="filled"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[look="filled"]:hover {{ border-color: {t.ink}; }}
QPushButton[look="filled"]:focus {{ border: 2px solid {t.ink}; }}
QPushButton[look="filled"]:disabled {{ background: {t.rest}; color: {t.ink2}; border-color: {t.line}; }}
QPushButton[look="quiet"], QToolButton[look="quiet"] {{ background: transparent; border-color: transparent;
color: {t.ink2}; }}
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover {{ background: {t.accent_soft}; color:
{t.ink}; }}
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[look="left"] {{ text-align: left; }}
QPushButton[look="toast"] {{ background: transparent; border: 1px solid {t.ink3}; color: {t.paper}; }}
QPushButton[look="tab"] {{ background: transparent; border: none; padding: 8px 11px; font-weight: 600;
color: {t.ink2}; }}
QPushButton[look="tab"]:hover {{ background: {t.accent_soft}; }}
QPushButton[look="tab-on"] {{ background: {t.ink}; border: none; padding: 8px 11px; font-weight: 600; color:
{t.paper}; }}
QPushButton[look="tab"]:focus, QPushButton[look="tab-on"]:focus {{ border: 2px solid {t.accent}; padding:
6px 9px; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton[look="small-quiet"] {{ padding: 4px 10px; }}
QPushButton[look="small-quiet"]:focus {{ border: 2px solid {t.accent}; padding: 3px 9px; }}
QPushButton[look="small-quiet"] {{ background: transparent; border-color: transparent; color: {t.ink2}; }}
QPushButton[look="small-quiet"]:hover {{ background: {t.accent_soft}; color: {t.ink}; }}
QPushButton[look="step"] {{ font-size: {theme.LEAD}px; padding: 2px 12px; }}
QPushButton[look="step"]:focus {{ padding: 1px 11px; }}
QPushButton[look="step-large"] {{ font-size: {theme.TITLE}px; padding: 10px 22px; }}
QPushButton[look="filled-large"] {{ font-size: {theme.LEAD}px; font-weight: 600; padding: 12px 26px;
    background: {t.accent}; color: {t.on_accent}; border-color: {t.accent}; }}
QPushButton[look="filled-large"]:focus {{ border: 3px solid {t.ink}; padding: 10px 24px; }}
QPushButton[look="choice"] {{ background: transparent; border-color: transparent; color: {t.ink2}; padding:
4px 10px; }}
QPushButton[look="choice"]:hover {{ background: {t.accent_soft}; color: {t.ink}; }}
QPushButton[look="choice"]:checked {{ background: {t.accent_soft}; border-color: {t.accent_soft}; color:
{t.accent};
    font-weight: 600; }}
QPushButton[look="choice"]:focus {{ border: 2px solid {t.accent}; padding: 3px 9px; }}
QPushButton[look="small"], QToolButton[look="small"] {{ padding: 4px 10px; }}
QPushButton[look="small"]:focus {{ padding: 3px 9px; }}
QPushButton[look="chip"] {{ background: {t.accent_soft}; color: {t.accent}; border: 1px solid
{t.accent_soft}; border-radius: {theme.CHIP_RADIUS - 1}px; padding: 4px 12px; font-weight: 600; }}
QPushButton[look="chip"]:hover {{ border-color: {t.accent}; }}
QPushButton[look="chip"]:focus {{ border: 2px solid {t.accent}; padding: 3px 11px; }}
QPushButton[look="pick"] {{ padding: 4px 12px; border-radius: {theme.CHIP_RADIUS - 1}px; }}
QPushButton[look="pick"]:focus {{ padding: 3px 11px; }}
QPushButton[look="pick"]:checked {{ color: {t.accent}; font-weight: 600; }}
QPushButton[look="no"]:checked {{ background: {t.warn_soft}; border-color: {t.warn}; }}
"""


def _values(t: Tokens) -> str:
    """The numbers and words of a ballot."""
    return f"""
QPushButton[look="value"] {{ padding: 4px 2px; min-width: 22px; }}
QPushButton[look="value-large"] {{ font-size: {theme.LEAD}px; padding: 9px 8px; min-width: 42px; }}
QPushButton[look="value"]:checked, QPushButton[look="value-large"]:checked {{ background: {t.accent};
    border-color: {t.accent}; color: {t.on_accent}; font-weight: 600; }}
QPushButton[look="value"]:checked:focus, QPushButton[look="value-large"]:checked:focus {{
    border-color: {t.ink}; }}
"""


def _fields(t: Tokens) -> str:
    fields = "QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QDateEdit, QTimeEdit"
    focused = ", ".join(f"{each.strip()}:focus" for each in fields.split(","))
    return f"""
{fields} {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {theme.RADIUS}px; padding: 7px
10px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
{focused} {{ border: 2px solid {t.accent}; padding: 6px 9px; }}
QLineEdit[look="capture"], QPlainTextEdit[look="capture"] {{ font-size: {theme.LEAD}px; padding: 5px 10px; }}
QPlainTextEdit[look="capture"]:focus {{ padding: 4px 9px; }}
QFrame[look="paste-line"] {{ background: {t.accent_soft}; border: 2px solid {t.accent}; border-radius:
{theme.RADIUS}px; }}
QLineEdit[look="bare"], QPlainTextEdit[look="bare"] {{ border: 1px solid transparent; background:
transparent; }}
QLineEdit[look="bare"]:hover, QPlainTextEdit[look="bare"]:hover {{ border-color: {t.line}; }}
QLineEdit[look="bare"]:focus, QPlainTextEdit[look="bare"]:focus {{ border: 2px solid {t.accent}; background:
{t.panel}; }}
QLineEdit[look="name"] {{ font-size: {theme.BODY}px; font-weight: 700; border: 1px solid transparent;
background: transparent;
    padding: 4px 6px; }}
QLineEdit[look="serif"], QPlainTextEdit[look="serif"] {{ font-family: "Noto Serif"; font-size:
{theme.BODY}px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 22px; }}
QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{ width: 0px;
border: none; }}
QComboBox {{ combobox-popup: 0; }}
QComboBoxPrivateContainer {{ background: {t.panel}; border: none; }}
QComboBox QAbstractItemView {{ background: {t.panel}; border: 1px solid {t.ink3}; border-radius: 0px;
    outline: none; padding: 4px; selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
QComboBox QAbstractItemView::item {{ padding: 5px 8px; border-radius: 6px; }}
QComboBox QAbstractItemView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; }}
QCheckBox:focus, QRadioButton:focus {{ color: {t.accent}; }}
QTextEdit[look="diff"] {{ font-family: "Noto Serif"; font-size: {theme.BODY}px; border: none;
    background: transparent; padding: 0px; }}
{_editors()}QLineEdit[look="question"] {{ font-size: {theme.TITLE}px; font-weight: 700; padding: 8px 12px; }}
QLineEdit[look="question"]:focus {{ padding: 7px 11px; }}
QFrame[look="unwritten-below"] {{ border: none; border-bottom: 2px solid {t.warn}; background: transparent; }}
QFrame[look="unwritten"] {{ border: 2px solid {t.warn}; border-radius: {theme.RADIUS}px; background:
transparent; }}
QLineEdit[look="bad"] {{ border: 2px solid {t.warn}; padding: 6px 9px; }}
"""


def _plan(t: Tokens) -> str:
    return f"""
QFrame[look="link"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius:
{theme.RADIUS}px; padding: 1px; }}
QFrame[look="link-on"] {{ background: {t.panel}; border: 2px solid {t.accent}; border-radius:
{theme.RADIUS}px; }}
QFrame[look="link-wish"] {{ background: {t.paper}; border: 1px dashed {t.warn}; border-radius:
{theme.RADIUS}px; padding: 1px; }}
QPushButton[look="link-strength"] {{ background: transparent; border-color: transparent; color: {t.accent};
    font-size: {theme.TINY}px; font-weight: 600; padding: 2px 4px; text-align: left; }}
QPushButton[look="link-strength"]:hover {{ background: {t.accent_soft}; }}
{_plan_fields(t)}"""


def _plan_fields(t: Tokens) -> str:
    """Fields of a plan's cards: they look like text until one writes in them."""
    sizes = {
        "plan-head": f"font-size: {theme.BODY}px; font-weight: 600",
        "plan-head-large": f"font-size: {theme.LEAD}px; font-weight: 600",
        "plan-quiet": f"color: {t.ink2}",
        "plan-text": "font-weight: 400",
        "plan-line": "font-weight: 500",
        "plan-box": "font-weight: 400",
    }
    rest, here = f"1px solid {t.line}", f"2px solid {t.accent}"
    made = []
    for look, words in sizes.items():
        edge = rest if look == "plan-box" else "1px solid transparent"
        for field in ("QLineEdit", "QPlainTextEdit"):
            name = f'{field}[look="{look}"]'
            made.append(f"{name} {{ {words}; border: {edge}; background: transparent; padding: 2px 5px; }}")
            made.append(f"{name}:hover {{ border: {rest}; }}")
            made.append(f"{name}:focus {{ border: {here}; background: {t.panel}; padding: 1px 4px; }}")
    return "\n".join(made) + "\n"


def _editors() -> str:
    """The statement at each size of the scale; it shrinks as it grows longer."""
    ground = (
        'font-family: "Noto Serif"; font-weight: 600; border: none; background: transparent; padding: 0px'
    )
    return "".join(
        f'QPlainTextEdit[look="editor-{size}"] {{ font-size: {size}px; {ground}; }}\n'
        for size in (theme.HERO, theme.HEAD, theme.TITLE, theme.LEAD)
    )


def _road(t: Tokens) -> str:
    """The road map: fields as small as its columns, and the line of what it lacks."""
    return f"""
QFrame[look="road-open"] {{ background: {t.accent_soft}; border: none; border-top: 2px solid {t.accent};
    border-bottom: 2px solid {t.accent}; }}
QFrame[look="road-open"] QLineEdit, QFrame[look="road-open"] QComboBox, QPlainTextEdit[look="road"] {{
    padding: 3px 6px; }}
QFrame[look="road-open"] QLineEdit:focus, QFrame[look="road-open"] QComboBox:focus,
QPlainTextEdit[look="road"]:focus {{ padding: 2px 5px; }}
QPlainTextEdit[look="road-serif"] {{ font-family: "Noto Serif"; font-size: {theme.BODY}px;
    padding: 3px 6px; }}
QPlainTextEdit[look="road-serif"]:focus {{ padding: 2px 5px; }}
QPushButton[look="road-number"] {{ border-radius: 12px; padding: 0px; min-width: 22px; max-width: 22px;
    min-height: 22px; max-height: 22px; font-size: {theme.TINY}px; font-weight: 700; }}
QPushButton[look="road-number"]:checked {{ background: {t.accent}; border-color: {t.accent};
    color: {t.on_accent}; }}
QPushButton[look="road-turn"] {{ padding: 3px 5px; }}
QPushButton[look="road-turn"]:focus {{ padding: 2px 4px; }}
QFrame[look="road-open"] QLineEdit[look="ends"], QFrame[look="road-open"] QLineEdit[look="ends"]:focus {{
    padding: 3px 2px; }}
QPushButton[look="road-offer"] {{ font-family: "Noto Serif"; text-align: left; padding: 3px 8px; }}
QPushButton[look="road-offer"]:focus {{ padding: 2px 7px; }}
QFrame[look="gap-line"] {{ background: {t.warn_soft}; border: none; border-radius: {theme.RADIUS}px; }}
QLabel[look="gap-head"] {{ color: {t.warn}; font-weight: 700; padding-left: 8px; }}
QPushButton[look="gap"] {{ background: transparent; border-color: transparent; padding: 1px 5px; }}
QPushButton[look="gap"]:hover {{ border-color: {t.warn}; }}
QPushButton[look="gap"]:focus {{ border: 2px solid {t.warn}; padding: 0px 4px; }}
QPushButton[look="gap"]:checked {{ background: {t.panel}; border-color: {t.warn}; color: {t.warn}; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QMenu {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: {theme.RADIUS}px; padding: 6px; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.accent_soft}; }}
QMenu::item:disabled {{ color: {t.ink3}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 6px 4px; }}
QListView, QTableView, QTreeView {{ background: {t.panel}; border: 1px solid {t.line}; border-radius:
{theme.RADIUS}px;
    outline: none; gridline-color: {t.line}; }}
QListView::item {{ padding: 7px 10px; border-radius: 6px; }}
QListView::item:selected, QTableView::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
QHeaderView::section {{ background: {t.panel}; color: {t.ink2}; border: none; border-bottom: 1px solid
{t.line};
    padding: 9px 12px; font-size: {theme.TINY}px; font-weight: 600; }}
QTableView[look="board-list"] {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 3px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.ink3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0px; height: 0px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _small(t: Tokens) -> str:
    return f"""
QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QPushButton[look="key-row"] {{ text-align: left; padding: 5px 10px; }}
QPushButton[look="key-row"]:focus {{ padding: 4px 9px; }}
QSplitter::handle {{ background: {t.line}; }}
QPushButton[look="strip"] {{ font-size: {theme.TINY}px; padding: 4px 5px; }}
QPushButton[look="strip"]:focus {{ border: 2px solid {t.accent}; padding: 3px 4px; }}
QPushButton[look="strip"]:checked {{ background: {t.warn_soft}; border-color: {t.warn}; color: {t.warn}; }}
{_note_colours(t)}"""


def _note_colours(t: Tokens) -> str:
    """Chips that stand for notes, and buttons that choose whose a concern is."""
    chips = "".join(
        f'QLabel[look="chip-{style}"] {{ background: {t.style(style)}; color: {t.note_ink};'
        f" font-size: {theme.TINY}px; font-weight: 600; border-radius: {theme.CHIP_RADIUS}px;"
        " padding: 7px 12px; }\n"
        for style in STYLES
    )
    leads = "".join(
        f'QPushButton[look="lead-{style}"]:checked {{ background: {t.style(style)}; color: {t.note_ink};'
        f" border-color: {t.style(style)}; font-weight: 600; }}\n"
        f'QPushButton[look="lead-{style}"]:checked:focus {{ border-color: {t.ink}; }}\n'
        for style in THINKING_STYLES
    )
    marks = "".join(
        f'QPushButton[look="mark-{style}"] {{ background: {t.style(style)}; padding: 6px 9px; }}\n'
        f'QPushButton[look="mark-{style}"]:checked {{ border: 2px solid {t.ink}; padding: 5px 8px; }}\n'
        f'QPushButton[look="mark-{style}"]:focus {{ border: 2px solid {t.accent}; padding: 5px 8px; }}\n'
        for style in THINKING_STYLES
    )
    return chips + leads + marks
