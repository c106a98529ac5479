"""What the journal's action names are called on screen: "Undo: add notes"."""

from __future__ import annotations

from mission_desk.words import tr


def action_words() -> dict[str, str]:
    return _on_the_board() | _of_the_board() | _in_words() | _on_the_workbench() | _of_the_day()


def _on_the_board() -> dict[str, str]:
    return {
        "note.add": tr("add notes"),
        "note.edit": tr("edit a note"),
        "note.move": tr("move notes"),
        "note.restyle": tr("recolour notes"),
        "note.remove": tr("delete notes"),
        "note.duplicate": tr("duplicate notes"),
        "note.dots": tr("dots"),
        "note.send": tr("send notes"),
        "note.raise": tr("bring to the front"),
        "note.author": tr("say whose note it is"),
        "note.uncover": tr("uncover notes"),
        "note.cover": tr("cover notes"),
        "note.lower": tr("send to the back"),
        "note.lock": tr("lock notes"),
        "note.unlock": tr("unlock notes"),
        "note.resize": tr("resize notes"),
        "note.fit": tr("fit notes to their words"),
        "note.fill": tr("fill notes"),
        "note.align": tr("align notes"),
        "note.distribute": tr("distribute notes"),
        "note.grid": tr("arrange in a grid"),
        "note.stack": tr("lay in a stack"),
        "cluster.join": tr("send to a cluster"),
        "cluster.merge": tr("merge clusters"),
        "cluster.add": tr("make a cluster"),
        "cluster.several": tr("group similar notes"),
        "cluster.split": tr("split a cluster"),
        "cluster.leave": tr("take notes out of a cluster"),
        "cluster.colour": tr("colour a cluster"),
        "cluster.fold": tr("fold up a cluster"),
        "cluster.unfold": tr("open a cluster"),
        "cluster.rename": tr("rename a cluster"),
        "cluster.remove": tr("take a cluster apart"),
        "board.tidy": tr("tidy up"),
    }


def _of_the_board() -> dict[str, str]:
    return {
        "picture.add": tr("add pictures"),
        "picture.caption": tr("words under a picture"),
        "board.add": tr("add a board"),
        "board.edit": tr("set up a board"),
        "board.move": tr("move a board"),
        "board.remove": tr("delete a board"),
        "field.add": tr("add a field"),
        "field.edit": tr("edit a field"),
        "field.remove": tr("remove a field"),
    }


def _in_words() -> dict[str, str]:
    return {
        "concern.raise": tr("raise a concern"),
        "concern.answer": tr("answer a concern"),
        "concern.accept": tr("accept a concern"),
        "concern.reopen": tr("reopen a concern"),
        "concern.remove": tr("delete a concern"),
        "draft.add": tr("new draft"),
        "draft.write": tr("write a statement"),
        "draft.rename": tr("rename a draft"),
        "draft.audience": tr("say who it is for"),
        "draft.keep": tr("keep a version"),
        "draft.restore": tr("restore a version"),
        "draft.remove": tr("delete a draft"),
        "draft.choose": tr("choose a draft"),
        "draft.use": tr("use notes in a draft"),
        "poll.open": tr("open a poll"),
        "poll.cast": tr("count a ballot"),
        "poll.uncast": tr("take a ballot back"),
        "poll.hands": tr("count hands"),
        "poll.withdraw": tr("withdraw an option"),
        "poll.thresholds": tr("change thresholds"),
        "poll.close": tr("close a poll"),
        "poll.decide": tr("write a decision"),
        "poll.lot": tr("draw a lot"),
        "poll.remove": tr("delete a poll"),
    }


def _of_the_day() -> dict[str, str]:
    return {
        "priority.write": tr("write a priority"),
        "priority.link": tr("link priorities"),
        "priority.unlink": tr("unlink priorities"),
        "priority.direction": tr("which way a measure shall go"),
        "priority.rate": tr("how well service works today"),
        "priority.move": tr("move a priority"),
        "priority.swap": tr("swap priorities"),
        "priority.park": tr("park a priority"),
        "priority.want": tr("ask about a priority again"),
        "priority.forget": tr("take a priority away"),
        "priority.take": tr("take up a candidate"),
        "priority.fill": tr("our three from the vote"),
        "link.strength": tr("how strongly it serves"),
        "link.because": tr("say why it serves"),
        "guideline.add": tr("new guideline"),
        "guideline.serve": tr("say which priority it serves"),
        "guideline.state": tr("what became of a guideline"),
        "guideline.direction": tr("which way a measure shall go"),
        "role.add": tr("add a role"),
        "role.people": tr("count people"),
        "role.rename": tr("rename a role"),
        "role.move": tr("move a role"),
        "role.remove": tr("remove a role"),
        "kpi.add": tr("add a measure of today"),
        "kpi.edit": tr("edit a measure of today"),
        "kpi.answer": tr("what becomes of a measure"),
        "kpi.move": tr("move a measure of today"),
        "kpi.remove": tr("remove a measure of today"),
        "guideline.edit": tr("edit a guideline"),
        "guideline.move": tr("move a guideline"),
        "guideline.remove": tr("delete a guideline"),
        "seat.count": tr("number of seats"),
        "seat.name": tr("name a seat"),
        "lot.draw": tr("draw who is next"),
        "lot.back": tr("go back to who was drawn before"),
        "lot.order": tr("draw an order to speak in"),
        "lot.groups": tr("draw groups"),
        "workshop.edit": tr("set the scene"),
        "workshop.language": tr("change the language"),
        "step.edit": tr("edit a step"),
        "step.add": tr("new step"),
        "step.premortem": tr("add a pre-mortem"),
        "step.remove": tr("delete a step"),
        "step.move": tr("move a step"),
        "late.share": tr("take it from later steps"),
        "late.drop": tr("drop a step"),
        "late.end": tr("end later"),
        "times.real": tr("plan with the real times"),
        "verdict.judge": tr("judge a promise"),
        "verdict.tell": tr("what we saw"),
        "verdict.add": tr("add a promise"),
        "verdict.remove": tr("delete a promise"),
        "point.return": tr("go back to a save point"),
    }


def _on_the_workbench() -> dict[str, str]:
    return {
        "draft.kind": tr("say what kind of text it is"),
        "draft.serve": tr("say which priority it serves"),
        "draft.place": tr("put a note's words into a draft"),
        "draft.tie": tr("tie words to a note"),
        "draft.untie": tr("untie words from a note"),
        "draft.fork": tr("start a draft from another"),
        "draft.part": tr("name a part of a draft"),
        "concern.changed": tr("settle a concern by the text"),
        "gut.ask": tr("ask for gut feelings"),
        "gut.feel": tr("a gut feeling"),
        "gut.show": tr("uncover gut feelings"),
        "recall.add": tr("what was known by heart"),
        "recall.forget": tr("begin the by-heart test anew"),
        "hit.call": tr("call “buzz!”"),
        "hit.strike": tr("strike empty words"),
        "hit.accept": tr("keep the words"),
        "finding.mute": tr("mute a finding"),
        "finding.unmute": tr("hear every finding again"),
        "roomword.add": tr("add a word to the room's list"),
        "roomword.remove": tr("take a word off the room's list"),
    }
