"""Everything a facilitator can do to a workshop, as functions that take the document and a way to choose.
Each of them is at most one action; those that find nothing to act on do nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import get_args

from hypothesis import strategies as st

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.board import (
    arranging,
    boards,
    clustering,
    covering,
    duplicating,
    filling,
    moving,
    note_properties,
    tidying,
)
from mission_desk.core.file.closed_sets import ANSWERS, STYLES, THINKING_STYLES, PartKey
from mission_desk.core.file.document import Document
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import (
    Board,
    Cluster,
    Concern,
    Draft,
    Gut,
    Hit,
    Note,
    Seat,
    Source,
    Step,
    Verdict,
    Version,
)
from mission_desk.core.plan import editions
from mission_desk.core.room import people, room_words, scene
from mission_desk.core.statement import (
    buzzword_hunt,
    concerns,
    draft_sources,
    draft_tests,
    drafts,
    forking,
    gut_feelings,
    parts,
)
from tests.properties.chooser import WORDS, Chooser
from tests.properties.plan_acts import PLAN_ACTS
from tests.properties.vote_acts import cast, count_hands, open_poll, treat_poll, withdraw

STEPS = st.integers(-300, 300)


def write_notes(doc: Document, choose: Chooser) -> None:
    texts = choose.draw(st.lists(WORDS, max_size=5))
    boards.add_notes(doc, choose.one(Board).id, texts, choose.draw(st.sampled_from(STYLES)))


def edit_note(doc: Document, choose: Chooser) -> None:
    if note := choose.one(Note):
        boards.edit_note(doc, note.id, choose.words())


def move_notes(doc: Document, choose: Chooser) -> None:
    moving.move_notes(doc, choose.notes(), choose.draw(STEPS), choose.draw(STEPS))


def restyle_notes(doc: Document, choose: Chooser) -> None:
    boards.restyle_notes(doc, choose.notes(), choose.draw(st.sampled_from(STYLES)))


def turn_notes(doc: Document, choose: Chooser) -> None:
    turn = choose.draw(st.sampled_from((covering.cover_notes, covering.uncover_notes)))
    turn(doc, choose.notes())


def remove_notes(doc: Document, choose: Chooser) -> None:
    boards.remove_notes(doc, choose.notes())


def duplicate_notes(doc: Document, choose: Chooser) -> None:
    duplicating.duplicate_notes(doc, choose.notes())


def add_dots(doc: Document, choose: Chooser) -> None:
    boards.add_dots(doc, choose.notes(), choose.draw(st.sampled_from((-1, 1))))


def set_author(doc: Document, choose: Chooser) -> None:
    if (notes := choose.notes()) and (seat := choose.one(Seat)):
        note_properties.set_author(doc, notes, choose.draw(st.sampled_from((seat.id, None))))


def send_notes(doc: Document, choose: Chooser) -> None:
    moving.send_notes(doc, choose.notes(), choose.one(Board).id)


def raise_notes(doc: Document, choose: Chooser) -> None:
    moving.raise_notes(doc, choose.notes())


def lower_notes(doc: Document, choose: Chooser) -> None:
    moving.lower_notes(doc, choose.notes())


def lock_notes(doc: Document, choose: Chooser) -> None:
    note_properties.lock_notes(doc, choose.notes(), choose.draw(st.booleans()))


def size_notes(doc: Document, choose: Chooser) -> None:
    if choose.draw(st.booleans()):
        note_properties.stretch_notes(doc, choose.notes(), choose.draw(STEPS), choose.draw(STEPS), height)
    else:
        note_properties.fit_notes(doc, choose.notes(), height)


def height(text: str, width: int) -> int:
    return 100 + 400 * len(text) // width


def fill_notes(doc: Document, choose: Chooser) -> None:
    filling.fill_notes(doc, choose.notes(), choose.draw(st.lists(WORDS, max_size=3)), height)


def treat_cluster(doc: Document, choose: Chooser) -> None:
    if cluster := choose.one(Cluster):
        ways = (
            lambda: clustering.fold_clusters(doc, [cluster.id], not cluster.folded),
            lambda: clustering.colour_clusters(
                doc, [cluster.id], choose.draw(st.sampled_from((*STYLES, "")))
            ),
            lambda: clustering.add_inside(doc, cluster.id, ["inside"], "heart", lambda _text: 156),
        )
        choose.draw(st.sampled_from(ways))()


def split_or_leave(doc: Document, choose: Chooser) -> None:
    if choose.draw(st.booleans()):
        clustering.split_cluster(doc, choose.notes(), choose.words())
    else:
        clustering.leave_cluster(doc, choose.notes())


def group_notes(doc: Document, choose: Chooser) -> None:
    clustering.group_notes(doc, choose.notes(), choose.words())


def arrange_notes(doc: Document, choose: Chooser) -> None:
    ways = (
        lambda notes: arranging.align_notes(doc, notes, "left"),
        lambda notes: arranging.align_notes(doc, notes, "middle"),
        lambda notes: arranging.distribute_notes(doc, notes, "across"),
        lambda notes: arranging.grid_notes(doc, notes),
        lambda notes: arranging.stack_notes(doc, notes),
    )
    choose.draw(st.sampled_from(ways))(choose.notes())


def join_cluster(doc: Document, choose: Chooser) -> None:
    if cluster := choose.one(Cluster):
        clustering.join_cluster(doc, choose.notes(), cluster.id)


def merge_clusters(doc: Document, choose: Chooser) -> None:
    if cluster := choose.one(Cluster):
        beside = doc.rows(Cluster, "board = ? ORDER BY id LIMIT 2", cluster.board)
        clustering.merge_clusters(doc, [each.id for each in beside])


def rename_cluster(doc: Document, choose: Chooser) -> None:
    if cluster := choose.one(Cluster):
        clustering.rename_cluster(doc, cluster.id, choose.words())


def ungroup(doc: Document, choose: Chooser) -> None:
    if cluster := choose.one(Cluster):
        clustering.ungroup(doc, cluster.id)


def tidy_up(doc: Document, choose: Chooser) -> None:
    tidying.tidy_up(doc, choose.one(Board).id)


def raise_concern(doc: Document, choose: Chooser) -> None:
    note, draft = choose.one(Note), choose.one(Draft)
    if note and choose.draw(st.booleans()):
        concerns.raise_concern(doc, choose.words(), note=note.id)
    elif draft:
        concerns.raise_concern(doc, choose.words(), draft=draft.id, phrase="a")


def treat_concern(doc: Document, choose: Chooser) -> None:
    if concern := choose.one(Concern):
        ways = (
            concerns.accept_concern,
            concerns.reopen_concern,
            concerns.remove_concern,
            concerns.settle_by_text,
        )
        choose.draw(st.sampled_from((*ways, answer_concern)))(doc, concern.id)


def answer_concern(doc: Document, concern: int) -> None:
    concerns.answer_concern(doc, concern, "Because.")


def add_draft(doc: Document, choose: Chooser) -> None:
    drafts.add_draft(doc, text=choose.words(), name=choose.words())


def draft_from_notes(doc: Document, choose: Chooser) -> None:
    drafts.draft_from_notes(doc, choose.notes())


def use_notes(doc: Document, choose: Chooser) -> None:
    if draft := choose.one(Draft):
        drafts.use_notes(doc, draft.id, choose.notes())


def write_draft(doc: Document, choose: Chooser) -> None:
    if draft := choose.one(Draft):
        write = choose.draw(st.sampled_from((drafts.write_draft, drafts.rename_draft, drafts.set_audience)))
        write(doc, draft.id, choose.words())


def treat_draft(doc: Document, choose: Chooser) -> None:
    if draft := choose.one(Draft):
        choose.draw(st.sampled_from((drafts.keep_version, drafts.choose, drafts.remove_draft)))(doc, draft.id)


def restore_version(doc: Document, choose: Chooser) -> None:
    if version := choose.one(Version):
        drafts.restore_version(doc, version.id)


def build_from_notes(doc: Document, choose: Chooser) -> None:
    draft, notes = choose.one(Draft), choose.notes()
    if draft and notes and choose.draw(st.booleans()):
        draft_sources.place_words(doc, draft.id, notes[0], choose.words(), choose.draw(st.integers(0, 30)))
    elif draft and notes:
        draft_sources.link_note(doc, draft.id, notes[0], draft.text[:5])
    elif origin := choose.one(Source):
        draft_sources.untie(doc, origin.id)


def fork(doc: Document, choose: Chooser) -> None:
    if draft := choose.one(Draft):
        forking.fork(doc, draft.id, draft.text + choose.words())


def mark_part(doc: Document, choose: Chooser) -> None:
    if draft := choose.one(Draft):
        parts.mark_part(doc, draft.id, choose.draw(st.sampled_from(get_args(PartKey))), draft.text[:4])


def say_what_it_is(doc: Document, choose: Chooser) -> None:
    draft, priority = choose.one(Draft), choose.one(Priority)
    if draft and priority and choose.draw(st.booleans()):
        drafts.serve(doc, draft.id, priority.id)
    elif draft:
        drafts.set_kind(doc, draft.id, choose.words())


def feel(doc: Document, choose: Chooser) -> None:
    draft, seat, round_ = choose.one(Draft), choose.one(Seat), choose.one(Gut)
    with suppress(KnownError):
        if round_ and seat:
            gut_feelings.record_feeling(
                doc, round_.id, seat.id, choose.draw(st.integers(0, 10)), choose.words()
            )
        elif draft:
            gut_feelings.ask(doc, draft.id)


def remember(doc: Document, choose: Chooser) -> None:
    if draft := choose.one(Draft):
        act = choose.draw(st.sampled_from((draft_tests.forget_recalls, say_by_heart)))
        act(doc, draft.id)


def say_by_heart(doc: Document, draft: int) -> None:
    draft_tests.note_recall(doc, draft, "we listen")


def hunt_words(doc: Document, choose: Chooser) -> None:
    draft, hit = choose.one(Draft), choose.one(Hit)
    if hit and choose.draw(st.booleans()):
        choose.draw(st.sampled_from((buzzword_hunt.strike, buzzword_hunt.accept)))(doc, hit.id)
    elif draft:
        buzzword_hunt.call(doc, draft.id, draft.text[2:6])


def say_of_words(doc: Document, choose: Chooser) -> None:
    act = choose.draw(st.sampled_from((room_words.add_room_word, room_words.mute)))
    act(doc, choose.words())


def promise(doc: Document, choose: Chooser) -> None:
    editions.add_promise(doc, "priority", choose.words())


def treat_promise(doc: Document, choose: Chooser) -> None:
    if row := choose.one(Verdict):
        way = choose.draw(st.sampled_from(("judge", "tell", "remove")))
        if way == "judge":
            editions.judge(doc, row.id, choose.draw(st.sampled_from((*ANSWERS, ""))))
        elif way == "tell":
            editions.write_verdict(doc, row.id, choose.words())
        else:
            editions.remove_promise(doc, row.id)


def count_seats(doc: Document, choose: Chooser) -> None:
    counts = {style: choose.draw(st.integers(0, 4)) for style in THINKING_STYLES}
    people.set_style_counts(doc, counts)


def name_seat(doc: Document, choose: Chooser) -> None:
    if seat := choose.one(Seat):
        people.name_seat(doc, seat.id, choose.words())


def edit_workshop(doc: Document, choose: Chooser) -> None:
    scene.edit_workshop(doc, mission=choose.words())


def edit_step(doc: Document, choose: Chooser) -> None:
    outline.edit_step(doc, choose.one(Step).id, minutes=choose.draw(st.integers(1, 90)))


def treat_step(doc: Document, choose: Chooser) -> None:
    step = choose.one(Step)
    way = choose.draw(st.sampled_from(("add", "move", "remove")))
    if way == "add":
        outline.add_step(doc, step.id, title=choose.words())
    elif way == "move":
        outline.move_step(doc, step.id, choose.draw(st.integers(0, 12)))
    else:
        with suppress(KnownError):
            outline.remove_step(doc, step.id)


def open_step(doc: Document, choose: Chooser) -> None:
    agenda.open_step(doc, choose.one(Step).id)


ACTS = (  # twice what a day is full of
    write_notes, write_notes, edit_note, move_notes, move_notes, restyle_notes, remove_notes,
    duplicate_notes, add_dots, set_author, send_notes, raise_notes, group_notes, group_notes, rename_cluster,
    turn_notes,
    arrange_notes, join_cluster, merge_clusters, lower_notes, lock_notes, size_notes, fill_notes,
    treat_cluster, treat_cluster, split_or_leave,
    ungroup, tidy_up, raise_concern, treat_concern, add_draft, draft_from_notes, use_notes, write_draft,
    treat_draft, restore_version, build_from_notes, fork, mark_part, say_what_it_is, feel, remember,
    hunt_words, say_of_words, open_poll, cast, cast, count_hands, withdraw, treat_poll,
    *PLAN_ACTS, promise, treat_promise, count_seats, name_seat, edit_workshop,
    edit_step, treat_step, open_step,
)  # fmt: skip
