"""What few polls need stands under "More", and each step begins with the secrecy that its note asks for."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.plan import priorities
from mission_desk.core.room import scene
from mission_desk.core.vote import poll_options
from mission_desk.ui.vote.page import VotePage
from tests.core.vote.voting import marks, voted
from tests.ui.vote.setup.test_stays_under_the_mouse import places
from tests.ui.vote.voting import offers, poll_of, press, set_up, shown_text


def test_quorum_and_clock_go_into_one_poll_alone(qtbot: QtBot, ready: VotePage) -> None:
    before = places(ready)
    press(qtbot, ready.setup, "More")
    assert places(ready) == before
    more = ready.setup.more
    for _ in range(6):
        more.quorum.more.click()
    for _ in range(3):
        more.minutes.more.click()
    poll = set_up(ready, "score")
    assert poll.quorum == 4  # as many as there are seats
    clock = agenda.clock(ready.doc, agenda.current_step(ready.doc))
    assert (clock.total, clock.runs) == (180, True)
    voted(ready.doc, poll.id, [marks(1, 5, 3)] * 3)
    assert "3 ballots, and the quorum is 4: nothing is decided." in shown_text(ready.aside)
    assert not [each for each in offers(ready.aside) if each.startswith("Choose")]
    ready.place.commands.run("poll.new")
    assert set_up(ready, "score").quorum == 0


def test_a_lot_is_drawn_with_the_number_that_the_room_called(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(5, 5, 1)] * 4)
    ready.result.lot.seed.setFocus()
    qtbot.keyClicks(ready.result.lot.seed, "4711")
    press(qtbot, ready.result, "Draw a lot")
    assert poll_of(ready.doc).seed == "4711"
    assert "The lot with the seed “4711” fell on" in shown_text(ready.aside)
    assert "Draw a lot" not in offers(ready.result)


def test_the_three_best_words_become_the_priorities(qtbot: QtBot, ready: VotePage) -> None:
    ready.setup.options.turn_to("free")
    ready.setup.options.free.setPlainText("calm\nquick\nkind\nloud")
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(3, 5, 4, 1)] * 4)
    press(qtbot, ready.aside, "As our priorities: B, C, A")
    assert [row.text for row in priorities.priorities(ready.doc, "team")] == ["quick", "kind", "calm"]


@pytest.mark.parametrize(
    ("language", "note", "secret"),
    [
        ("en", "Then the secret vote.", True), ("en", "Vote, in Secret.", True), ("en", "Show hands.", False),
        ("de", "Dann geheim abstimmen.", True), ("de", "Hände zeigen.", False),
    ],
)  # fmt: skip
def test_a_step_whose_note_says_secret_begins_secret(
    ready: VotePage, language: str, note: str, secret: bool
) -> None:
    scene.edit_workshop(ready.doc, language=language)
    step = agenda.steps(ready.doc)[4]
    outline.edit_step(ready.doc, step.id, note=note)
    ready.setup.set_secret(not secret)
    agenda.open_step(ready.doc, step.id)
    assert poll_options.usual_secrecy(ready.doc) is secret
    ready.enter()
    QApplication.processEvents()
    assert ready.setup.way.choice() == ("secret" if secret else "open")
    ready.setup.set_secret(not secret)
    ready.enter()
    assert ready.setup.secret is not secret


def test_a_quick_first_round_goes_into_one_poll_and_stands_beside_the_next(
    qtbot: QtBot, ready: VotePage
) -> None:
    press(qtbot, ready.setup, "More")
    ready.setup.more.quick.click()
    poll = set_up(ready, "score")
    assert poll.quick == 1
    voted(ready.doc, poll.id, [marks(1, 5, 3)] * 4)
    assert "it decides nothing" in shown_text(ready.aside)
    assert not [each for each in offers(ready.aside) if each.startswith(("Choose", "Run-off"))]
    press(qtbot, ready.aside, "Vote again")
    again = poll_of(ready.doc)
    assert (again.quick, again.earlier) == (0, poll.id)
    voted(ready.doc, again.id, [marks(5, 1, 3)] * 4)
    assert "before we talked: 20 points, mean 5" in shown_text(ready.result)
    ready.place.commands.run("poll.new")
    assert not set_up(ready, "score").quick
