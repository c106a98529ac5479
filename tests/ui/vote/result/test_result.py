"""A closed poll on the page: what it says, what it leads to, and round after round."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mission_desk.core.file.document import Document
from mission_desk.core.room import people
from mission_desk.core.stage import desk_position, putting
from mission_desk.core.stage.slides import PollBody
from mission_desk.core.stage.stage import now
from mission_desk.core.statement import concerns, drafts
from mission_desk.core.vote import polls, rounds, secret_ballots
from mission_desk.tally.election import Ballot
from mission_desk.ui.vote.page import VotePage
from tests.core.vote.voting import both, marks, voted
from tests.ui.vote.voting import offers, poll_of, press, set_up, shown_text

BOLD = [(5, 0)] * 3 + [(1, 9)]


def pulled(page: VotePage, *, secret: bool = False) -> None:
    """A is fine for all, B is bold but split, C is nobody's."""
    poll = set_up(page, "pull-and-drag", secret=secret)
    voted(page.doc, poll.id, [both((4, 2), each, (2, 6)) for each in BOLD])


def test_the_result_names_the_common_denominator_and_what_is_bold(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready)
    first, second, _third = ready.result.options
    assert (first.words, first.framed) == ("Pull 4 · drag 2", True)
    assert "nobody loves it" in shown_text(first)
    assert "3 love it, 1 could not live by it" in shown_text(second)
    text = shown_text(ready.result)
    for part in ("Who would win under…", "Systemic consensing", "How it was counted", "Mean drag"):
        assert part in text
    assert "The rule decides here" in text


def test_choosing_says_first_what_is_still_open(qtbot: QtBot, ready: VotePage) -> None:
    draft = drafts.drafts(ready.doc)[0].id
    concerns.raise_concern(ready.doc, "On Sundays too?", draft=draft)
    pulled(ready)
    assert "On Sundays too?" in shown_text(ready.result)
    press(qtbot, ready.aside, "Choose A")
    assert drafts.chosen(ready.doc) is None
    assert "1 concern is open on A." in shown_text(ready.aside)
    press(qtbot, ready.aside, "Choose A all the same")
    chosen = drafts.chosen(ready.doc)
    assert chosen is not None
    assert chosen.id == draft
    assert "A is chosen." in shown_text(ready.aside)
    assert ready.result.options[0].words == "Chosen: Pull 4 · drag 2"


def test_a_draft_with_nothing_open_is_chosen_at_once(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready)
    press(qtbot, ready.aside, "Choose A")
    assert drafts.chosen(ready.doc) is not None


def test_what_fails_the_gate_goes_to_repair_and_is_voted_on_again(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready)
    press(qtbot, ready.aside, "Repair B")
    assert desk_position.page(ready.doc) == "statement"
    draft = desk_position.draft(ready.doc)
    assert draft is not None
    drafts.write_draft(ready.doc, draft.id, "We call back within a day.")
    desk_position.show_page(ready.doc, "vote")
    press(qtbot, ready.aside, "Vote again")
    poll = poll_of(ready.doc)
    assert polls.choices(ready.doc, poll.id)[1].text == "We call back within a day."
    voted(ready.doc, poll.id, [both((4, 2), (5, 1), (2, 6))] * 4)
    assert [each.number for each in rounds.rounds(ready.doc, poll_of(ready.doc))] == [1, 2]
    text = shown_text(ready.result)
    assert "Round 1 · Pull and drag" in text
    assert "Choose B" in offers(ready.aside)


def test_the_same_ballots_are_counted_by_new_thresholds(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready)
    assert "Repair C" in offers(ready.aside)
    ready.place.preferences.keep("vote.gate_drag", 6)
    press(qtbot, ready.aside, "Count by the new thresholds")
    assert "Repair C" not in offers(ready.aside)
    assert polls.thresholds(poll_of(ready.doc)).gate_drag == 6
    ready.doc.undo()
    assert "Repair C" in offers(ready.aside)


def test_who_wins_a_later_poll_can_be_chosen_in_place_of_the_first(qtbot: QtBot, ready: VotePage) -> None:
    voted(ready.doc, set_up(ready, "score").id, [marks(5, 4, 1)] * 4)
    press(qtbot, ready.aside, "Choose A")
    ready.place.commands.run("poll.again")
    voted(ready.doc, poll_of(ready.doc).id, [marks(1, 5, 1)] * 4)
    assert "A was chosen before this poll." in shown_text(ready.aside)
    press(qtbot, ready.aside, "Choose B")
    assert "B is chosen." in shown_text(ready.aside)
    assert "Make the posters" in offers(ready.aside)


def test_a_choice_from_before_hides_nothing_of_a_later_poll(qtbot: QtBot, ready: VotePage) -> None:
    """Neither that drafts are level, nor that nothing won; after the room has shown hands it is done."""
    voted(ready.doc, set_up(ready, "score").id, [marks(5, 4, 1)] * 4)
    press(qtbot, ready.aside, "Choose A")
    ready.place.commands.run("poll.again")
    voted(ready.doc, poll_of(ready.doc).id, [marks(5, 5, 1)] * 4)
    text = shown_text(ready.aside)
    assert "A was chosen before this poll." in text
    assert "A and B are level. Let the room show hands." in text
    assert "Choose B" in offers(ready.aside)
    press(qtbot, ready.aside, "Choose B")
    assert "are level" not in shown_text(ready.aside)
    assert "B is chosen." in shown_text(ready.aside)


def test_a_winner_that_was_chosen_before_needs_no_second_choice(qtbot: QtBot, ready: VotePage) -> None:
    voted(ready.doc, set_up(ready, "score").id, [marks(5, 4, 1)] * 4)
    press(qtbot, ready.aside, "Choose A")
    ready.place.commands.run("poll.again")
    voted(ready.doc, poll_of(ready.doc).id, [marks(5, 4, 1)] * 4)
    assert "Make the posters" in offers(ready.aside)
    assert "Choose A" not in offers(ready.aside)


FOUR_WITHOUT_A_WINNER = (
    [both((5, 8), (4, 9), (3, 10))] * 4,
    [both((0, 5), (0, 6), (0, 7))] * 4,
    [both((5, 0), (4, 1), (3, 2))] * 3 + [both((5, 8), (4, 9), (3, 10))],
)


def test_few_secret_ballots_without_a_winner_say_the_order_alone(qtbot: QtBot, ready: VotePage) -> None:
    """The page says the same of all ballots that lead there, whatever their marks: no reason, no advice."""
    texts = set()
    for ballots in FOUR_WITHOUT_A_WINNER:
        voted(ready.doc, set_up(ready, "pull-and-drag", secret=True).id, ballots)
        text = shown_text(ready) + shown_text(ready.aside) + " ".join(offers(ready.aside))
        texts.add(text)
        assert "No winner." in text
        assert not {word for word in ("Talk", "heavy", "epair", "level", "gate", "Standing") if word in text}
        ready.doc.undo()
        ready.doc.undo()
    assert len(texts) == 1


def is_on_stage(doc: Document) -> bool:
    """The room sees the newest poll, which is open."""
    body = now(doc).body
    return isinstance(body, PollBody) and not body.closed


def test_a_round_without_the_last_one(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(5, 4, 1)] * 4)
    putting.put(ready.doc, "scene")
    press(qtbot, ready.aside, "Vote again without C")
    assert is_on_stage(ready.doc)
    assert [choice.name for choice in polls.choices(ready.doc, poll_of(ready.doc).id)] == ["A", "B"]


def test_level_options_are_offered_one_by_one_and_in_a_run_off(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(5, 5, 1)] * 4)
    assert "A and B are level" in shown_text(ready.aside)
    assert {"Choose A", "Choose B", "Run-off: A or B"} <= set(offers(ready.aside))
    press(qtbot, ready.aside, "Run-off: A or B")
    assert is_on_stage(ready.doc)
    assert [choice.name for choice in polls.choices(ready.doc, poll_of(ready.doc).id)] == ["A", "B"]


def test_drafts_that_stand_and_are_level_are_named(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "pull-and-drag")
    voted(ready.doc, poll.id, [both((4, 2), (4, 2), (2, 9))] * 4)
    assert "A and B are level" in shown_text(ready.aside)
    assert {"Choose A", "Choose B"} <= set(offers(ready.aside))
    assert "A = B" in shown_text(ready.result)


def test_drafts_that_fell_together_are_not_called_level(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "pull-and-drag")
    voted(ready.doc, poll.id, [both((4, 9), (4, 9), (4, 9))] * 4)
    assert "No winner by this rule" in shown_text(ready.aside)
    assert "Choose A" not in offers(ready.aside)


def test_what_passes_by_consent_is_named(qtbot: QtBot, ready: VotePage) -> None:
    poll = set_up(ready, "consent")
    voted(ready.doc, poll.id, [marks(0, 1, 2)] * 4)
    assert "A and B are level" in shown_text(ready.aside)


def test_more_than_three_that_are_level_are_named_too(qtbot: QtBot, ready: VotePage) -> None:
    drafts.add_draft(ready.doc, text="We care.")
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(5, 5, 5, 5)] * 4)
    assert "A, B, C and D are level" in shown_text(ready.aside)


def test_all_that_share_the_first_place_meet_in_the_run_off(qtbot: QtBot, ready: VotePage) -> None:
    """With two of the three the order on the ballot would decide."""
    drafts.add_draft(ready.doc, text="We care.")
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(5, 1, 5, 5)] * 4)
    press(qtbot, ready.aside, "Run-off: A, C or D")
    assert [choice.name for choice in polls.choices(ready.doc, poll_of(ready.doc).id)] == ["A", "C", "D"]


def test_a_deleted_draft_cannot_be_chosen(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready)
    drafts.remove_draft(ready.doc, drafts.drafts(ready.doc)[0].id)
    press(qtbot, ready.aside, "Choose A")
    assert drafts.chosen(ready.doc) is None


def test_a_new_poll_after_a_closed_one_and_back(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready)
    press(qtbot, ready.aside, "New poll")
    assert ready.setup.isVisible()
    press(qtbot, ready.setup, "Back to the last result")
    assert ready.result.isVisible()
    press(qtbot, ready.aside, "New poll")
    press(qtbot, ready.setup, "Open the poll")
    assert [poll.state for poll in polls.polls(ready.doc)] == ["open", "closed"]


def test_few_secret_ballots_are_told_as_places(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready, secret=True)
    assert [option.words for option in ready.result.options] == ["Place 1", "Place 2", "Place 2"] or [
        option.words for option in ready.result.options
    ] == ["Place 1", "Place 2", "Place 3"]
    text = shown_text(ready.result)
    assert "Only 4 secret ballots" in text
    assert "only this order was kept, and no ballot" in text
    assert "Who would win under…" not in text
    assert "Pull 4" not in text


def test_by_thinking_style_where_no_group_is_small(qtbot: QtBot, ready: VotePage) -> None:
    people.set_style_counts(ready.doc, {"ideator": 3, "heart": 3})
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(5, 4, 1)] * 6)
    assert "By thinking style" in shown_text(ready.result)
    assert "Ideators · 3" in shown_text(ready.result)


def test_a_reopened_secret_poll_says_why_nobody_can_vote(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready, secret=True)
    ready.doc.undo()
    assert secret_ballots.is_counted(ready.doc, poll_of(ready.doc).id)
    assert "counted once" in shown_text(ready.open)
    assert not ready.place.commands.action("poll.booth").isEnabled()
    press(qtbot, ready.aside, "Close the poll")
    assert ready.result.isVisible()


class Painted(QObject):
    """What a label said whenever it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QLabel):
            self.words.append(watched.text())
        return False


def test_closing_a_secret_poll_says_so_while_the_file_is_written_anew(ready: VotePage) -> None:
    set_up(ready, "score", secret=True)
    poll = poll_of(ready.doc).id
    everybody = people.seats(ready.doc)
    for seat in everybody:  # with seats missing, closing asks first
        secret_ballots.cast_secret(ready.doc, poll, seat.id, Ballot((5, 1, 0)))
    QApplication.processEvents()
    voted_words = f"Secret · {len(everybody)}"
    pill = next(each for each in ready.findChildren(QLabel) if each.text().startswith(voted_words))
    painted = Painted()
    pill.installEventFilter(painted)
    ready.place.commands.run("poll.close")
    assert "Closing…" in painted.words
    assert pill.text().startswith("Closed")


def test_before_a_second_secret_round_the_page_says_what_the_difference_tells(
    qtbot: QtBot, ready: VotePage
) -> None:
    people.set_style_counts(ready.doc, {"ideator": 12})
    poll = set_up(ready, "score", secret=True)
    voted(ready.doc, poll.id, [marks(5, 4, 1)] * 12)
    assert "difference of the two results" not in shown_text(ready.aside)
    people.set_style_counts(ready.doc, {"ideator": 13})
    assert "had 12 ballots, and 13 can vote now" in shown_text(ready.aside)
    press(qtbot, ready.aside, "Vote again")
    assert "difference of the two results" in shown_text(ready.aside)


def test_few_secret_ballots_offer_no_repair_and_no_new_thresholds(qtbot: QtBot, ready: VotePage) -> None:
    pulled(ready, secret=True)
    ready.place.preferences.keep("vote.gate_drag", 6)
    ready.aside.update()
    assert not [words for words in offers(ready.aside) if words.startswith(("Repair", "Count by"))]


def names(page: VotePage) -> list[str]:
    return [option.choice.name for option in page.result.options]


def test_the_order_of_the_options_can_be_turned(qtbot: QtBot, ready: VotePage) -> None:
    """A new poll begins with its usual order; where nobody is divided, that order is not offered."""
    poll = set_up(ready, "score")
    voted(ready.doc, poll.id, [marks(3, 0, 5)] * 2 + [marks(3, 5, 4)] * 2)
    assert names(ready) == ["A", "B", "C"]
    press(qtbot, ready.result, "Most divided first")
    assert names(ready) == ["B", "C", "A"]
    press(qtbot, ready.result, "Best first")
    assert names(ready) == ["C", "A", "B"]
    ready.place.commands.run("poll.again")
    voted(ready.doc, poll_of(ready.doc).id, [marks(3, 0, 5)] * 4)
    assert names(ready) == ["A", "B", "C"]
    assert "Most divided first" not in offers(ready.result)
