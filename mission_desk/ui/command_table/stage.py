"""Commands of the stage. A clicker's keys are among them: Page Up and Down turn, a full stop blacks out, F5
begins and ends. B and Escape belong to a clicker only while the stage has the keyboard: on the desk B is a
letter, and Escape does so much else that the room would lose its picture by accident."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def stage() -> tuple[Command, ...]:
    return (
        Command("stage.show", tr("On stage"), "presentation", "F5"),
        Command("stage.freeze", tr("Freeze the stage"), "pause", "F6"),
        Command("stage.blank", tr("Blank the stage"), "eye-off", "F7"),
        Command("stage.swap", tr("Swap desk and stage"), "monitor", "F10"),
        Command("stage.black", tr("Black out the stage"), "eye-off", "."),
        Command("stage.next", tr("Stage: onward"), "arrow-right", "PgDown"),
        Command("stage.back", tr("Stage: back"), "", "PgUp"),
        Command("stage.pointer", tr("Pointer on the stage (hold)"), "", "F9"),
        Command("stage.spotlight", tr("Spotlight on the stage (hold)"), "", "Shift+F9"),
        Command("stage.screen", tr("Choose the room's screen…"), "monitor"),
        Command("stage.follow", tr("Stage: show what the desk shows"), "presentation", "Shift+F4"),
        Command("stage.step", tr("Stage: back to the step"), "presentation"),
        Command("stage.prompt", tr("Stage: only the question"), "circle-help"),
        Command("stage.note", tr("Read notes out"), "message-circle", "F4", ("board",)),
        Command("stage.note_dots", tr("Read out: most dots first"), "message-circle", "", ("board",)),
        Command("stage.note_random", tr("Read out: in random order"), "message-circle", "", ("board",)),
        Command("stage.note_style", tr("Read out: this thinking style"), "message-circle", "", ("board",)),
        Command("stage.note_cluster", tr("Read out: this cluster"), "message-circle", "", ("board",)),
        Command("stage.park", tr("Read out: park this note"), "message-circle", "", ("board",)),
        Command("stage.arranged", tr("Stage: as on the desk, or in rows"), "layout-grid", "", ("board",)),
        Command("stage.pair", tr("Stage: two drafts side by side"), "", "", ("statement",)),
        Command("stage.findings", tr("Stage: findings on or off"), "eye", "", ("statement",)),
        Command("stage.reveal", tr("Reveal the whole result"), "sparkles", "", ("vote",)),
        Command("stage.divided", tr("Stage: what divides us"), "presentation", "", ("vote",)),
        Command("stage.reasons", tr("Stage: the reasons"), "message-circle", "", ("vote",)),
        Command("stage.celebrate", tr("Celebrate the statement"), "star"),
        Command("stage.break", tr("Stage: break"), "clock"),
        Command("stage.person", tr("Draw who is next"), "circle-help", "Ctrl+Shift+N"),
        Command("stage.order", tr("Draw an order to speak in"), ""),
        Command("stage.groups", tr("Draw groups of three"), ""),
        Command("stage.here", tr("Only what the room may see"), "maximize", "F11"),
    )
