"""A workshop in German in which everything that the room sees has far too many words."""

from __future__ import annotations

from mission_desk.core.agenda import agenda, outline
from mission_desk.core.board import boards, clustering
from mission_desk.core.file.document import Document
from mission_desk.core.plan import editions, priorities, roadmap
from mission_desk.core.room import people, scene
from mission_desk.core.statement import drafts, gut_feelings

SENTENCE = (
    "Wir sind die ruhige Stimme im Kundendienst, die mittelständischen Handwerksbetrieben ihre Feierabende "
    "zurückgibt, weil Gewährleistungsangelegenheiten bei uns beim ersten Anruf gelöst werden und niemand "
    "zweimal von seinem Problem erzählen muss."
)
NAME = "Niemand wartet allein in der Warteschleife der Rechnungsstellung"


def fill(doc: Document, *, board: str) -> None:
    """Steps, drafts, notes, clusters, priorities, the road map and a review."""
    scene.edit_workshop(doc, mission=SENTENCE, vision=f"{SENTENCE} {SENTENCE}", team=NAME)
    for step in agenda.steps(doc):
        outline.edit_step(doc, step.id, title=f"{step.title} und {NAME}", prompt=f"{step.prompt} {SENTENCE}")
    for draft in drafts.drafts(doc):
        drafts.write_draft(doc, draft.id, f"{SENTENCE} {SENTENCE}")
    number = boards.board_by_key(doc, board).id
    long = boards.add_notes(doc, number, [SENTENCE, " ".join([SENTENCE] * 7)], "heart")
    clustering.group_notes(doc, [*long, *boards.add_notes(doc, number, ["Kurz"], "analyst")], NAME)
    clustering.group_notes(doc, boards.add_notes(doc, number, ["Allein"], "analyst"), f"{NAME} {SENTENCE}")
    for n, row in enumerate([*priorities.priorities(doc, "company"), *priorities.priorities(doc, "team")]):
        priorities.write_priority(doc, row.id, f"{n} {SENTENCE}")
    for row in roadmap.guidelines(doc):
        roadmap.edit_guideline(
            doc, row.id, role=NAME, text=SENTENCE, measure="Erstkontaktlösungsquote in Prozent",
            start="61 Prozent", goal="80 Prozent", owner="Teamleitung Kundendienst Nord und Süd",
        )  # fmt: skip
    for subject in ("statement", *["priority"] * 4):
        verdict = editions.add_promise(doc, subject, SENTENCE)
        editions.judge(doc, verdict, "partly")
        editions.write_verdict(doc, verdict, f"{SENTENCE} {NAME}")


def feel(doc: Document, draft: int) -> None:
    """Every seat says its gut feeling, in the longest word that is kept."""
    asked = gut_feelings.ask(doc, draft)
    gut_feelings.turn_on_stage(doc)
    for seat in people.seats(doc):
        gut_feelings.record_feeling(doc, asked, seat.id, 10, "Gewährleistungsangelegenheitenverwalterin")
