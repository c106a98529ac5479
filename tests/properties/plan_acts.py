"""What a facilitator can do to the three priorities, their links, roles, guidelines and measures of today, as
acts of the walk."""

from __future__ import annotations

from hypothesis import strategies as st

from mission_desk.core.file.document import Document
from mission_desk.core.file.plan_rows import Guideline, Kpi, Link, Priority, Role
from mission_desk.core.file.rows import Cluster, Note
from mission_desk.core.plan import (
    candidates,
    filling_three,
    kpis,
    links,
    priorities,
    roadmap,
    roles,
    warning_signs,
)
from mission_desk.core.plan.candidates import Proposal
from tests.properties.chooser import Chooser

SIDES = st.sampled_from(("company", "team"))
BY = st.integers(-3, 3)
WITH_GUIDELINES = ("serve", "state", "direction", "warn", "edit", "place", "remove")


def one_of_three(doc: Document, choose: Chooser, side: str) -> Priority:
    return choose.draw(st.sampled_from(priorities.priorities(doc, side)))


def write_priority(doc: Document, choose: Chooser) -> None:
    row, name = one_of_three(doc, choose, choose.draw(SIDES)), choose.draw(st.sampled_from(priorities.WORDS))
    priorities.edit_priority(doc, row.id, **{name: choose.words()})


def judge_priority(doc: Document, choose: Chooser) -> None:
    row = one_of_three(doc, choose, "company")
    if choose.draw(st.booleans()):
        priorities.rate_service(doc, row.id, choose.draw(st.integers(-1, 5)))
    else:
        priorities.set_direction(doc, row.id, choose.draw(st.sampled_from(("up", "down", "hold"))))


def move_priority(doc: Document, choose: Chooser) -> None:
    priorities.move_priority(doc, one_of_three(doc, choose, choose.draw(SIDES)).id, choose.draw(BY))


def propose(doc: Document, choose: Chooser) -> Proposal:
    note, cluster = choose.one(Note), choose.one(Cluster)
    if note and choose.draw(st.booleans()):
        return Proposal(choose.words(), note=note.id)
    return Proposal(choose.words(), cluster=cluster.id if cluster else None)


def take_up(doc: Document, choose: Chooser) -> None:
    candidates.take_up(doc, propose(doc, choose))


def treat_waiting(doc: Document, choose: Chooser) -> None:
    waiting = priorities.not_this_year(doc)
    if not waiting:
        return
    row = choose.draw(st.sampled_from(waiting))
    way = choose.draw(st.sampled_from(("swap", "park", "want", "forget")))
    if way == "swap":
        priorities.swap_in(doc, row.id, one_of_three(doc, choose, "team").id)
    elif way == "forget":
        priorities.forget(doc, row.id)
    else:
        {"park": priorities.park, "want": priorities.want_in}[way](doc, row.id)


def fill_three(doc: Document, choose: Chooser) -> None:
    ours = [*priorities.priorities(doc, "team"), *priorities.not_this_year(doc)]
    known = choose.draw(st.lists(st.sampled_from(ours), max_size=2, unique_by=lambda row: row.id))
    present = [Proposal(row.text, priority=row.id) for row in known]
    fresh = [Proposal(choose.words()) for _ in range(choose.draw(st.integers(0, 2)))]
    filling_three.fill_three(doc, [*present, *fresh][:3], [propose(doc, choose)])


def draw_link(doc: Document, choose: Chooser) -> None:
    ends = [one_of_three(doc, choose, side).id for side in ("company", "team")]
    present = links.link_between(doc, *ends)
    if present is None:
        links.link(doc, *ends)
    else:
        links.unlink(doc, present.id)


def treat_link(doc: Document, choose: Chooser) -> None:
    if row := choose.one(Link):
        if choose.draw(st.booleans()):
            links.set_strength(doc, row.id, choose.draw(st.sampled_from(("serves", "strongly serves"))))
        else:
            links.write_because(doc, row.id, choose.words())


def treat_role(doc: Document, choose: Chooser) -> None:
    row = choose.one(Role)
    way = choose.draw(st.sampled_from(("add", "people", "rename", "move", "remove")))
    if row is None or way == "add":
        roles.add_role(doc, choose.words(), choose.draw(st.integers(0, 40)))
    elif way == "people":
        roles.count_people(doc, row.id, choose.draw(st.integers(0, 40)))
    elif way == "rename":
        roles.rename_role(doc, row.id, choose.words())
    elif way == "move":
        roles.move_role(doc, row.id, choose.draw(BY))
    else:
        roles.remove_role(doc, row.id)


def treat_kpi(doc: Document, choose: Chooser) -> None:
    row = choose.one(Kpi)
    way = choose.draw(st.sampled_from(("add", "edit", "answer", "move", "remove")))
    if row is None or way == "add":
        kpis.add_kpi(doc, choose.words())
    elif way == "edit":
        kpis.edit_kpi(doc, row.id, **{choose.draw(st.sampled_from(kpis.WORDS)): choose.words()})
    elif way == "answer":
        kpis.answer_kpi(doc, row.id, choose.draw(st.sampled_from(("", "kept", "changed", "stopped"))))
    elif way == "move":
        kpis.move_kpi(doc, row.id, choose.draw(BY))
    else:
        kpis.remove_kpi(doc, row.id)


def add_guidelines(doc: Document, choose: Chooser) -> None:
    first, above = {"role": choose.words(), "text": choose.words()}, choose.one(Guideline)
    if above and choose.draw(st.booleans()):
        roadmap.add_guideline(doc, after=above.id, **first)
    else:
        roadmap.add_guidelines(doc, [first, {"owner": choose.words()}])


def treat_guidelines(doc: Document, choose: Chooser) -> None:
    rows = [row.id for row in roadmap.guidelines(doc)]
    if not rows:
        return
    some = choose.draw(st.lists(st.sampled_from(rows), min_size=1, max_size=3, unique=True))
    match choose.draw(st.sampled_from(WITH_GUIDELINES)):
        case "serve":
            roadmap.serve_priority(doc, some, one_of_three(doc, choose, "team").id)
        case "state":
            state = choose.draw(st.sampled_from(("planned", "lived", "partly", "dropped")))
            roadmap.set_state(doc, some, state, choose.words())
        case "direction":
            roadmap.set_measure_direction(doc, some, "hold")
        case "warn":
            note = choose.one(Note)
            if note is not None:
                warning_signs.put_sign(doc, some, note.id)
            else:
                warning_signs.take_sign_off(doc, some)
        case "edit":
            roadmap.edit_guidelines(doc, some, owner=choose.words())
        case "place":
            roadmap.place_guidelines(doc, some, choose.draw(st.integers(0, len(rows))))
        case _:
            roadmap.remove_guidelines(doc, some)


PLAN_ACTS = (
    write_priority, judge_priority, move_priority, take_up, treat_waiting, fill_three, draw_link, treat_link,
    treat_role, treat_kpi, add_guidelines, treat_guidelines,
)  # fmt: skip
