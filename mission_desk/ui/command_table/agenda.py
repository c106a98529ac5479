"""Commands of the agenda: its steps, the day, and what to do about being late."""

from __future__ import annotations

from mission_desk.ui.command_table.row import Command
from mission_desk.words import tr


def agenda() -> tuple[Command, ...]:
    return (
        Command("day.start", tr("Start the day"), "play"),
        Command("day.end", tr("End the day"), "flag"),
        Command("day.late", tr("Catch up…"), "triangle-alert", "Ctrl+Shift+T"),
        Command("step.edit", tr("Edit the agenda"), "pencil", "Ctrl+J"),
        Command("step.add", tr("New step below"), "plus"),
        Command("step.premortem", tr("New step: why it may fail (pre-mortem)"), "triangle-alert"),
        Command("step.remove", tr("Delete the step"), "trash-2"),
        Command("step.up", tr("Step one up"), "arrow-up"),
        Command("step.down", tr("Step one down"), "arrow-down"),
        Command("times.real", tr("Plan with the real times of this day"), "clock"),
        Command("times.last_year", tr("Plan with last year's real times"), "history"),
        Command("method.save", tr("Save the agenda as a method…"), "bookmark"),
    )
