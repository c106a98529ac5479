"""The voting rules as a facilitator chooses them: a name, and one line that says what each is good for."""

from __future__ import annotations

from mission_desk.words import tr

FOR_STATEMENTS = (
    "pull-and-drag", "gradients", "star", "majority", "consensing", "consent",
    "score", "approval", "schulze", "pairs", "duel", "dots",
)  # fmt: skip


def rule_name(key: str, language: str | None = None) -> str:
    return {
        "pull-and-drag": tr("Pull and drag", language),
        "dots": tr("Dots", language),
        "approval": tr("Approval", language),
        "score": tr("Score", language),
        "star": tr("STAR", language),
        "consensing": tr("Systemic consensing", language),
        "majority": tr("Majority judgment", language),
        "gradients": tr("Gradients of agreement", language),
        "schulze": tr("Ranking (Schulze)", language),
        "pairs": tr("Ranked pairs", language),
        "duel": tr("Pairwise duel", language),
        "consent": tr("Consent round", language),
    }.get(key, key)


def rule_purpose(key: str) -> str:
    """One line beside the name, for the facilitator."""
    return {
        "pull-and-drag": tr("Proud to say it, and can we live by it? Made for choosing a statement."),
        "dots": tr("Quick: everybody spreads the same number of dots. Blind to resistance."),
        "approval": tr("Yes to as many as one likes."),
        "score": tr("0 to 5 for each; the highest sum wins. Favours what nobody minds."),
        "star": tr("0 to 5 for each; the two best meet, and more people's favourite wins."),
        "consensing": tr("Resistance from 0 to 10; the smallest wins. Finds what is bearable."),
        "majority": tr("A grade for each; the grade that a majority gives or better counts."),
        "gradients": tr("Eight steps from block to wholehearted. No winner, but where to talk."),
        "schulze": tr("Everybody ranks; who beats the others along the strongest chains wins."),
        "pairs": tr("Everybody ranks; the clearest duels count first."),
        "duel": tr("Each against each; only who beats every other one wins."),
        "consent": tr("Passes where nobody objects. Objections are heard, not outvoted."),
    }[key]
