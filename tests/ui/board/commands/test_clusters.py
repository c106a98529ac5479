"""Clusters are folded, coloured, split, named, merged and left with real mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mission_desk.core.board import boards, clustering, places
from mission_desk.core.file.rows import Cluster
from mission_desk.ui.board.page import BoardPage
from tests.ui.board.hands import (
    CONTROL,
    LEFT,
    PLAIN,
    drag,
    grouped,
    listed,
    note,
    press,
    rows,
    select,
    spot,
    take_back,
    view,
)

# clusters


def test_f_folds_a_cluster_to_its_head_and_opens_it_again(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    boards.add_dots(page.doc, list(page.model.members(cluster)), 4)
    page.canvas.sight.fit()
    select(page, "one")
    press(page, "f")
    assert page.doc.row(Cluster, cluster).folded == 1
    assert page.model.frames[cluster].h == places.FOLDED_HEIGHT
    assert page.canvas.selection == page.model.members(cluster)
    assert page.canvas._drawing.titles(cluster)[0] == "Calm · 2 · 8 dots"
    inside = note(page, "two")
    assert page.model.note_at(inside.x + 90, inside.y + 120) is None
    press(page, "f")
    assert page.model.note_at(inside.x + 90, inside.y + 120) == inside
    take_back(page)
    assert page.model.is_folded(cluster)
    take_back(page)
    assert not page.model.is_folded(cluster)


def test_the_mark_in_a_clusters_head_folds_it(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    page.canvas.sight.fit()
    for folded in (1, 0):
        box = page.model.frames[cluster]
        QTest.mouseClick(page.canvas, LEFT, PLAIN, view(page, box.right - 20, box.y + 20))
        assert page.doc.row(Cluster, cluster).folded == folded


def test_a_folded_head_moves_all(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    clustering.fold_clusters(page.doc, [cluster], True)
    page.canvas.sight.fit()
    before = {row.id: (row.x, row.y) for row in rows(page) if row.cluster == cluster}
    box = page.model.frames[cluster]
    drag(page, view(page, box.x + 60, box.y + 20), QPoint(0, 300))
    after = {row.id: (row.x, row.y) for row in rows(page) if row.cluster == cluster}
    assert after.keys() == before.keys()
    shifts = {(after[n][0] - before[n][0], after[n][1] - before[n][1]) for n in before}
    assert len(shifts) == 1
    assert shifts != {(0, 0)}


def test_a_rubber_band_over_a_head_takes_all_of_it(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    clustering.fold_clusters(page.doc, [cluster], True)
    page.canvas.sight.fit()
    box = page.model.frames[cluster]
    start = view(page, box.x - 10, box.bottom + 30)
    drag(page, start, view(page, box.x + 30, box.y + 20) - start)
    assert page.canvas.selection == page.model.members(cluster)


def test_k_colours_x_splits_o_takes_out(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two", "three")
    page.canvas.sight.fit()
    select(page, "one")
    press(page, "k")
    QTest.keyClick(listed(), "4")
    assert page.doc.row(Cluster, cluster).colour == "heart"
    select(page, "one")
    press(page, "x")
    QTest.keyClicks(page.editor, "Quick")
    press(page, Qt.Key.Key_Return)
    assert [(row.name, row.colour) for row in page.doc.rows(Cluster)] == [
        ("Calm", "heart"),
        ("Quick", "heart"),
    ]
    page.canvas.sight.fit()
    select(page, "two")
    press(page, "o")
    assert note(page, "two").cluster is None
    press(page, "r")
    assert not page.editor.isVisible()
    for _ in range(3):
        take_back(page)
    assert [(row.name, row.colour) for row in page.doc.rows(Cluster)] == [("Calm", "heart")]


def test_r_renames_m_merges_a_selects_all_of_it(page: BoardPage) -> None:
    one = grouped(page, "one", "two")
    other = grouped(page, "three", "four")
    page.canvas.sight.fit()
    select(page, "one")
    press(page, "a")
    assert page.canvas.selection == page.model.members(one)
    press(page, "r")
    QTest.keyClicks(page.editor, "Slow")
    press(page, Qt.Key.Key_Return)
    assert page.doc.row(Cluster, one).name == "Slow"
    select(page, "one", "three")
    press(page, "m")
    assert [row.id for row in page.doc.rows(Cluster)] == [one]
    assert {row.cluster for row in rows(page)} == {one}
    take_back(page)
    assert {row.id for row in page.doc.rows(Cluster)} == {one, other}


def test_dragged_into_a_cluster_and_out_again(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    page.canvas.sight.fit()
    box = page.model.frames[cluster]
    drag(page, spot(page, "four"), view(page, box.x + box.w / 2, box.y + 80) - spot(page, "four"))
    assert note(page, "four").cluster == cluster
    drag(page, spot(page, "four"), QPoint(0, 420))
    assert note(page, "four").cluster is None


def test_a_cluster_of_notes_of_a_cluster_leaves_the_rest_where_it_is_and_is_in_sight(page: BoardPage) -> None:
    grouped(page, "one", "two", "three", "four")
    page.canvas.sight.set_camera(page.canvas.sight.camera.panned(0, -150))  # its head lies under the tabs
    select(page, "three", "four")
    staying = [(row.x, row.y) for row in rows(page) if row.text in ("one", "two")]
    press(page, "g")
    QTest.keyClicks(page.editor, "Apart")
    assert page.editor.geometry().top() >= page.tabs.geometry().bottom()
    press(page, Qt.Key.Key_Return)
    assert [row.name for row in page.doc.rows(Cluster)] == ["Calm", "Apart"]
    assert [(row.x, row.y) for row in rows(page) if row.text in ("one", "two")] == staying
    old, new = page.model.frames.values()
    assert not old.overlaps(new)


def test_ctrl_d_copies_a_folded_cluster_as_one_beside_it(page: BoardPage) -> None:
    cluster = grouped(page, "one", "two")
    select(page, "one")
    press(page, "a")
    press(page, "f")
    press(page, "d", CONTROL)
    old, new = page.doc.rows(Cluster, "1 ORDER BY id")
    assert (old.id, new.name, new.folded) == (cluster, old.name, 1)
    assert page.canvas.selection == page.model.members(new.id)
    heads = page.model.frames
    assert not heads[old.id].overlaps(heads[new.id])
    assert page.canvas.sight.area().surrounds(heads[new.id])
    take_back(page)
    assert [row.id for row in page.doc.rows(Cluster)] == [cluster]
