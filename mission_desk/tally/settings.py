"""The thresholds that no source gives: they are our own, and the facilitator may change them."""

from __future__ import annotations

from msgspec import Struct


class Settings(Struct, frozen=True):
    """Our own thresholds. Shares are of the seats that voted, 0 to 1; drag is 0 to 10, pull 0 to 5. A draft
    stands where its mean drag is at most `gate_drag` and at most `gate_share` of the seats give drag
    `hard_drag` or more. It is the common denominator where fewer than `love_share` give the top and the
    mean drag is at most `mild_drag`; bold but split where `love_share` or more give the top and
    `split_share` or more give `hard_drag` or more. A score of `approve_from` or more counts as a yes
    where scores are read as approval."""

    gate_drag: float = 4.0
    gate_share: float = 0.10
    hard_drag: int = 8
    love_share: float = 0.30
    mild_drag: float = 3.0
    split_share: float = 0.20
    approve_from: int = 4
