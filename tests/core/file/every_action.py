"""Every action that a journal can hold, each as one deed in a workshop where it finds something to do.
Whoever adds an action adds its deed here: `test_undo_limits.py` compares the two lists."""

from __future__ import annotations

from collections.abc import Callable

from mission_desk.core.agenda import agenda, lateness, outline, room_language
from mission_desk.core.board import (
    arranging,
    board_plans,
    board_setup,
    boards,
    clustering,
    covering,
    duplicating,
    filling,
    grouping,
    moving,
    note_properties,
    pictures,
    tidying,
)
from mission_desk.core.board.pictures import Picture
from mission_desk.core.board.places import Box
from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Priority
from mission_desk.core.file.rows import Cluster, Hit, Region, Roomword, Source, Step, Verdict
from mission_desk.core.plan import (
    candidates,
    editions,
    filling_three,
    kpis,
    links,
    priorities,
    roadmap,
    roles,
    warning_signs,
)
from mission_desk.core.plan.candidates import Proposal
from mission_desk.core.room import lots, people, room_words, scene
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
from mission_desk.core.vote import ballots, hands, parting_equals, poll_closing, poll_opening, polls, reasons
from mission_desk.core.whole.premortem import add_premortem
from mission_desk.tally.settings import Settings
from tests.core.vote.voting import draft_poll, marks, seats, vote, voted

Deed = Callable[["Day"], object]
PICTURE = Picture("png", 800, 400, b"wide")
BALLOTS = [marks(1, 2, 0), marks(3, 0, 0), marks(0, 0, 3), marks(1, 1, 1), marks(0, 2, 1), marks(2, 1, 0)]


class Day:
    """A workshop with something of everything; `board` has no fields."""

    def __init__(self, doc: Document, board: int) -> None:
        self.doc, self.board = doc, board
        texts = ["one word", "two words", "three words", "four"]
        self.notes = boards.add_notes(doc, board, texts, "ideator")
        self.draft = drafts.add_draft(doc, text="We leverage calm.")
        self.concern = concerns.raise_concern(doc, "On Sundays too?", draft=self.draft)

    def cluster(self) -> int:
        clustering.group_notes(self.doc, self.notes[:2], "Calm")
        return self.doc.rows(Cluster)[0].id

    def poll(self, *, secret: bool = False) -> int:
        return draft_poll(self.doc, count=3, rule="dots", secret=secret)

    def hit(self) -> int:
        buzzword_hunt.call(self.doc, self.draft, "leverage")
        return self.doc.rows(Hit)[0].id

    def fourth(self) -> int:
        """Our three are written, and this one wants in."""
        for number, row in enumerate(priorities.priorities(self.doc, "team")):
            priorities.write_priority(self.doc, row.id, f"Words {number}")
        return candidates.take_up(self.doc, Proposal("three words", note=self.notes[2]))

    def link(self) -> int:
        return links.link(self.doc, self.side("company"), self.side("team"))

    def kpi(self) -> int:
        return kpis.add_kpi(self.doc, "Calls an hour")

    def guideline(self) -> int:
        roadmap.add_guideline(self.doc, role="Lead", text="Listen")
        return roadmap.add_guideline(self.doc, role="Agent", text="Call back")

    def warned(self) -> int:
        row = self.guideline()
        warning_signs.put_sign(self.doc, [row], self.notes[0])
        return row

    def gut(self) -> int:
        return gut_feelings.ask(self.doc, self.draft)

    def late(self) -> None:
        agenda.begin_day(self.doc)
        agenda.open_step(self.doc, agenda.neighbour(self.doc, 1).id)
        self.doc.now.wait(90 * 60)  # type: ignore[attr-defined]

    def side(self, side: str) -> int:
        return self.doc.rows(Priority, "side = ? ORDER BY rank LIMIT 1", side)[0].id

    def choice(self, poll: int) -> int:
        return polls.choices(self.doc, poll)[0].id

    def step(self) -> Step:
        return agenda.steps(self.doc)[3]

    def promise(self) -> int:
        editions.add_promise(self.doc, "statement", "We call back.")
        return self.doc.rows(Verdict)[0].id

    def field(self) -> int:
        return self.doc.rows(Region)[0].id

    def feel(self, count: int) -> int:
        asked = self.gut()
        for seat in seats(self.doc)[:count]:
            gut_feelings.record_feeling(self.doc, asked, seat, 3, "calm")
        return asked


def height(_text: str, width: int) -> int:
    return 100 + width


ON_THE_BOARD: dict[str, Deed] = {
    "note.add": lambda day: boards.add_notes(day.doc, day.board, ["more"], "heart"),
    "note.edit": lambda day: boards.edit_note(day.doc, day.notes[0], "other"),
    "note.move": lambda day: moving.move_notes(day.doc, day.notes[:2], 400, 900),
    "note.restyle": lambda day: boards.restyle_notes(day.doc, day.notes, "heart"),
    "note.remove": lambda day: boards.remove_notes(day.doc, day.notes[:2]),
    "note.duplicate": lambda day: duplicating.duplicate_notes(day.doc, day.notes[:2]),
    "note.dots": lambda day: boards.add_dots(day.doc, day.notes[:1], 1),
    "note.send": lambda day: moving.send_notes(day.doc, day.notes[:2], boards.boards(day.doc)[0].id),
    "note.raise": lambda day: moving.raise_notes(day.doc, day.notes[:1]),
    "note.lower": lambda day: moving.lower_notes(day.doc, day.notes[-1:]),
    "note.author": lambda day: note_properties.set_author(day.doc, day.notes[:1], seats(day.doc)[0]),
    "note.cover": lambda day: covering.cover_notes(day.doc, day.notes),
    "note.uncover": lambda day: [turn(day.doc, day.notes) for turn in TURNS],
    "note.lock": lambda day: note_properties.lock_notes(day.doc, day.notes, True),
    "note.unlock": lambda day: [note_properties.lock_notes(day.doc, day.notes, on) for on in (True, False)],
    "note.resize": lambda day: note_properties.resize_notes(
        day.doc, {day.notes[0]: Box(0, 0, 500, 600)}, height
    ),
    "note.fit": lambda day: [
        note_properties.resize_notes(day.doc, {day.notes[0]: Box(0, 0, 500, 900)}, height),
        note_properties.fit_notes(day.doc, day.notes[:1], lambda _text, _width: 130),
    ],
    "note.fill": lambda day: filling.fill_notes(day.doc, day.notes[:2], ["new", "words"], height),
    "note.align": lambda day: arranging.align_notes(day.doc, day.notes, "left"),
    "note.distribute": lambda day: [
        moving.move_notes(day.doc, day.notes[:1], -900, 0),
        arranging.distribute_notes(day.doc, day.notes, "across"),
    ],
    "note.grid": lambda day: arranging.grid_notes(day.doc, day.notes),
    "note.stack": lambda day: arranging.stack_notes(day.doc, day.notes),
    "cluster.add": lambda day: day.cluster(),
    "cluster.join": lambda day: clustering.join_cluster(day.doc, day.notes[2:], day.cluster()),
    "cluster.merge": lambda day: [
        day.cluster(),
        clustering.group_notes(day.doc, day.notes[2:], "Other"),
        clustering.merge_clusters(day.doc, [row.id for row in day.doc.rows(Cluster)]),
    ],
    "cluster.several": lambda day: grouping.group_several(
        day.doc, day.board, [grouping.Gathering("Calm", tuple(day.notes[:2]))]
    ),
    "cluster.split": lambda day: [
        clustering.group_notes(day.doc, day.notes, "Whole"),
        clustering.split_cluster(day.doc, day.notes[:2], "Half"),
    ],
    "cluster.leave": lambda day: [
        clustering.group_notes(day.doc, day.notes, "Whole"),
        clustering.leave_cluster(day.doc, day.notes[:1]),
    ],
    "cluster.colour": lambda day: clustering.colour_clusters(day.doc, [day.cluster()], "heart"),
    "cluster.fold": lambda day: clustering.fold_clusters(day.doc, [day.cluster()], True),
    "cluster.unfold": lambda day: [
        clustering.fold_clusters(day.doc, [cluster], on)
        for cluster in [day.cluster()]
        for on in (True, False)
    ],
    "cluster.rename": lambda day: clustering.rename_cluster(day.doc, day.cluster(), "Peace"),
    "cluster.remove": lambda day: clustering.ungroup(day.doc, day.cluster()),
    "board.tidy": lambda day: [
        moving.move_notes(day.doc, day.notes[:1], 3000, 3000),
        tidying.tidy_up(day.doc, day.board),
    ],
    "picture.add": lambda day: pictures.add_pictures(day.doc, day.board, [PICTURE], "ideator"),
    "picture.caption": lambda day: [
        pictures.caption_picture(day.doc, number, "Our desk")
        for number in pictures.add_pictures(day.doc, day.board, [PICTURE], "ideator")
    ],
    "board.add": lambda day: board_setup.add_boards(day.doc, [board_plans.empty_plan("en")]),
    "board.edit": lambda day: board_setup.edit_board(day.doc, day.board, title="Think bigger"),
    "board.move": lambda day: board_setup.move_board(day.doc, day.board, 1),
    "board.remove": lambda day: board_setup.remove_board(day.doc, day.board),
    "field.add": lambda day: board_setup.add_field(day.doc, day.board),
    "field.edit": lambda day: board_setup.edit_field(day.doc, day.field(), title="Fears"),
    "field.remove": lambda day: board_setup.remove_field(day.doc, day.field()),
}

TURNS = (covering.cover_notes, covering.uncover_notes)

IN_WORDS: dict[str, Deed] = {
    "concern.raise": lambda day: concerns.raise_concern(day.doc, "And then?", note=day.notes[0]),
    "concern.answer": lambda day: concerns.answer_concern(day.doc, day.concern, "Yes."),
    "concern.accept": lambda day: concerns.accept_concern(day.doc, day.concern),
    "concern.reopen": lambda day: [
        concerns.accept_concern(day.doc, day.concern),
        concerns.reopen_concern(day.doc, day.concern),
    ],
    "concern.changed": lambda day: concerns.settle_by_text(day.doc, day.concern),
    "concern.remove": lambda day: concerns.remove_concern(day.doc, day.concern),
    "draft.add": lambda day: drafts.add_draft(day.doc, text="Bold."),
    "draft.write": lambda day: drafts.write_draft(day.doc, day.draft, "We are calm."),
    "draft.rename": lambda day: drafts.rename_draft(day.doc, day.draft, "Calm"),
    "draft.audience": lambda day: drafts.set_audience(day.doc, day.draft, "everybody"),
    "draft.kind": lambda day: drafts.set_kind(day.doc, day.draft, "vision"),
    "draft.serve": lambda day: drafts.serve(day.doc, day.draft, day.side("team")),
    "draft.keep": lambda day: drafts.keep_version(day.doc, day.draft),
    "draft.restore": lambda day: [
        drafts.keep_version(day.doc, day.draft),
        drafts.write_draft(day.doc, day.draft, "We shout."),
        drafts.restore_version(day.doc, drafts.versions(day.doc, day.draft)[-1].id),
    ],
    "draft.remove": lambda day: drafts.remove_draft(day.doc, day.draft),
    "draft.choose": lambda day: drafts.choose(day.doc, day.draft),
    "draft.use": lambda day: drafts.use_notes(day.doc, day.draft, day.notes[:2]),
    "draft.place": lambda day: draft_sources.place_words(day.doc, day.draft, day.notes[0], "one word", 3),
    "draft.tie": lambda day: draft_sources.link_note(day.doc, day.draft, day.notes[0], "calm"),
    "draft.untie": lambda day: [
        draft_sources.link_note(day.doc, day.draft, day.notes[0], "calm"),
        draft_sources.untie(day.doc, day.doc.rows(Source)[0].id),
    ],
    "draft.fork": lambda day: forking.fork(day.doc, day.draft, "We are brave."),
    "draft.part": lambda day: parts.mark_part(day.doc, day.draft, "serve", "We"),
    "gut.ask": lambda day: day.gut(),
    "gut.feel": lambda day: day.feel(1),
    "gut.show": lambda day: gut_feelings.show(day.doc, day.feel(5)),
    "recall.add": lambda day: draft_tests.note_recall(day.doc, day.draft, "we listen"),
    "recall.forget": lambda day: [
        draft_tests.note_recall(day.doc, day.draft, "we listen"),
        draft_tests.forget_recalls(day.doc, day.draft),
    ],
    "hit.call": lambda day: day.hit(),
    "hit.strike": lambda day: buzzword_hunt.strike(day.doc, day.hit()),
    "hit.accept": lambda day: buzzword_hunt.accept(day.doc, day.hit()),
    "finding.mute": lambda day: room_words.mute(day.doc, "leverage"),
    "finding.unmute": lambda day: [room_words.mute(day.doc, "leverage"), room_words.unmute_all(day.doc)],
    "roomword.add": lambda day: room_words.add_room_word(day.doc, "calm"),
    "roomword.remove": lambda day: [
        room_words.add_room_word(day.doc, "calm"),
        room_words.remove_room_word(day.doc, day.doc.rows(Roomword)[0].id),
    ],
}

OF_THE_DAY: dict[str, Deed] = {
    "priority.write": lambda day: priorities.write_priority(day.doc, day.side("team"), "Answer in a day"),
    "priority.link": lambda day: day.link(),
    "priority.unlink": lambda day: links.unlink(day.doc, day.link()),
    "priority.direction": lambda day: priorities.set_direction(day.doc, day.side("team"), "hold"),
    "priority.rate": lambda day: priorities.rate_service(day.doc, day.side("company"), 4),
    "priority.move": lambda day: priorities.move_priority(day.doc, day.side("team"), 1),
    "priority.swap": lambda day: priorities.swap_in(day.doc, day.fourth(), day.side("team")),
    "priority.park": lambda day: priorities.park(day.doc, day.fourth()),
    "priority.want": lambda day: [
        act(day.doc, row) for row in [day.fourth()] for act in (priorities.park, priorities.want_in)
    ],
    "priority.forget": lambda day: priorities.forget(day.doc, day.fourth()),
    "priority.take": lambda day: day.fourth(),
    "priority.fill": lambda day: filling_three.fill_three(
        day.doc, [Proposal("one word", note=day.notes[0])], [Proposal("four", note=day.notes[3])]
    ),
    "link.strength": lambda day: links.set_strength(day.doc, day.link(), "strongly serves"),
    "link.because": lambda day: links.write_because(day.doc, day.link(), "they stay"),
    "guideline.add": lambda day: day.guideline(),
    "guideline.serve": lambda day: roadmap.serve_priority(day.doc, [day.guideline()], day.side("team")),
    "guideline.state": lambda day: roadmap.set_state(day.doc, [day.guideline()], "dropped", "they hang up"),
    "guideline.warn": lambda day: warning_signs.put_sign(day.doc, [day.guideline()], day.notes[0]),
    "guideline.unwarn": lambda day: warning_signs.take_sign_off(day.doc, [day.warned()]),
    "guideline.direction": lambda day: roadmap.set_measure_direction(day.doc, [day.guideline()], "down"),
    "role.add": lambda day: roles.add_role(day.doc, "Agent", 12),
    "role.people": lambda day: roles.count_people(day.doc, roles.add_role(day.doc, "Agent"), 9),
    "role.rename": lambda day: [
        day.guideline(),
        roles.rename_role(day.doc, roles.add_role(day.doc, "Agent"), "Adviser"),
    ],
    "role.move": lambda day: [
        roles.add_role(day.doc, "Agent"),
        roles.move_role(day.doc, roles.add_role(day.doc, "Lead"), -1),
    ],
    "role.remove": lambda day: roles.remove_role(day.doc, roles.add_role(day.doc, "Agent")),
    "kpi.add": lambda day: day.kpi(),
    "kpi.edit": lambda day: kpis.edit_kpi(day.doc, day.kpi(), changed_to="Solved"),
    "kpi.answer": lambda day: kpis.answer_kpi(day.doc, day.kpi(), "stopped"),
    "kpi.move": lambda day: [day.kpi(), kpis.move_kpi(day.doc, kpis.add_kpi(day.doc, "Handle time"), -1)],
    "kpi.remove": lambda day: kpis.remove_kpi(day.doc, day.kpi()),
    "guideline.edit": lambda day: roadmap.edit_guideline(day.doc, day.guideline(), owner="Ada"),
    "guideline.move": lambda day: roadmap.place_guidelines(day.doc, [day.guideline()], 0),
    "guideline.remove": lambda day: roadmap.remove_guidelines(day.doc, [day.guideline()]),
    "lot.draw": lambda day: lots.draw_next(day.doc),
    "lot.back": lambda day: (lots.draw_next(day.doc), lots.draw_next(day.doc), lots.take_back(day.doc)),
    "lot.order": lambda day: lots.begin_order(day.doc),
    "lot.groups": lambda day: lots.make_groups(day.doc),
    "seat.count": lambda day: people.set_style_counts(day.doc, {"ideator": 9, "heart": 6}),
    "seat.name": lambda day: people.name_seat(day.doc, seats(day.doc)[0], "Ada"),
    "workshop.edit": lambda day: scene.edit_workshop(day.doc, team="Service"),
    "workshop.language": lambda day: room_language.change_language(day.doc, "de"),
    "step.premortem": lambda day: add_premortem(day.doc, day.step().id),
    "step.edit": lambda day: outline.edit_step(day.doc, day.step().id, minutes=77),
    "step.add": lambda day: outline.add_step(day.doc, day.step().id, title="Walk"),
    "step.remove": lambda day: outline.remove_step(day.doc, day.step().id),
    "step.move": lambda day: outline.move_step(day.doc, day.step().id, 0),
    "late.share": lambda day: [day.late(), lateness.take_from_later(day.doc)],
    "late.drop": lambda day: [day.late(), lateness.drop_step(day.doc, agenda.steps(day.doc)[-1].id)],
    "late.end": lambda day: [day.late(), lateness.end_later(day.doc)],
    "times.real": lambda day: outline.take_minutes(day.doc, {day.step().key: 99}, name="times.real"),
    "verdict.judge": lambda day: editions.judge(day.doc, day.promise(), "lived"),
    "verdict.tell": lambda day: editions.write_verdict(day.doc, day.promise(), "We did."),
    "verdict.add": lambda day: day.promise(),
    "verdict.remove": lambda day: editions.remove_promise(day.doc, day.promise()),
    "point.return": lambda day: [
        point for point in [day.doc.mark_point("here")] if day.guideline() and not day.doc.go_back_to(point)
    ],
}

OPEN_POLLS: dict[str, Deed] = {
    "poll.open": lambda day: day.poll(),
    "poll.cast": lambda day: vote(day.doc, day.poll(), BALLOTS[:1]),
    "poll.uncast": lambda day: [
        vote(day.doc, poll, BALLOTS) or ballots.take_back(day.doc, poll, seats(day.doc)[0])
        for poll in [day.poll()]
    ],
    "poll.hands": lambda day: [
        hands.set_hands(day.doc, poll, day.choice(poll), 1, 4) for poll in [day.poll()]
    ],
    "poll.reason": lambda day: reasons.add_called_out(day.doc, day.poll(), "too loud"),
    "poll.withdraw": lambda day: poll_opening.withdraw(day.doc, day.choice(day.poll())),
    "poll.thresholds": lambda day: poll_closing.set_thresholds(day.doc, day.poll(), Settings(gate_drag=7.0)),
    "poll.close": lambda day: voted(day.doc, day.poll(), BALLOTS),
    "poll.lot": lambda day: [
        parting_equals.draw_lot(day.doc, voted(day.doc, poll, [marks(1, 1, 1)] * 6).id, "7")
        for poll in [day.poll()]
    ],
    "poll.decide": lambda day: poll_closing.write_decision(
        day.doc, voted(day.doc, day.poll(), BALLOTS).id, "We go with A."
    ),
    "poll.remove": lambda day: [
        vote(day.doc, poll, BALLOTS) or poll_opening.remove_poll(day.doc, poll) for poll in [day.poll()]
    ],
}

SECRET_POLLS: dict[str, Deed] = {
    "poll.open": lambda day: day.poll(secret=True),
    "poll.withdraw": lambda day: [
        vote(day.doc, poll, BALLOTS) or poll_opening.withdraw(day.doc, day.choice(poll))
        for poll in [day.poll(secret=True)]
    ],
    "poll.close": lambda day: [
        vote(day.doc, poll, BALLOTS) or poll_closing.close_poll(day.doc, poll)
        for poll in [day.poll(secret=True)]
    ],
    "poll.decide": lambda day: poll_closing.write_decision(
        day.doc, voted(day.doc, day.poll(secret=True), BALLOTS).id, "We go with A."
    ),
    "poll.lot": lambda day: parting_equals.draw_lot(
        day.doc, voted(day.doc, day.poll(secret=True), [marks(1, 1, 1)] * 6).id, "7"
    ),
    "poll.thresholds": lambda day: poll_closing.set_thresholds(
        day.doc, voted(day.doc, day.poll(secret=True), BALLOTS).id, Settings(gate_drag=7.0)
    ),
    "poll.remove": lambda day: [
        vote(day.doc, poll, BALLOTS) or poll_opening.remove_poll(day.doc, poll)
        for poll in [day.poll(secret=True)]
    ],
}

EVERY_ACTION = ON_THE_BOARD | IN_WORDS | OF_THE_DAY | OPEN_POLLS
