"""What a wheel, a trackpad and a pinch do to the view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QWheelEvent

from mission_desk.ui.board.camera import Camera

ZOOM_STEP = 1.0015  # per unit of wheel angle
NOTCH = 120  # units of angle of one notch of a wheel


def wheeled(camera: Camera, event: QWheelEvent) -> tuple[Camera, bool]:
    """A wheel zooms, two fingers on a trackpad pan; Shift pans across, Ctrl always zooms. True where the
    scale changes."""
    at, modifiers = (event.position().x(), event.position().y()), event.modifiers()
    if not modifiers & Qt.KeyboardModifier.ControlModifier:
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            angle = event.angleDelta()
            return camera.panned(angle.y() or angle.x(), 0), False
        if from_trackpad(event):
            fine = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            return camera.panned(fine.x(), fine.y()), False
    return camera.zoomed(ZOOM_STEP ** event.angleDelta().y(), at), True


def from_trackpad(event: QWheelEvent) -> bool:
    """By the device, where the system names it; else by what no wheel with notches does: it tells of pixels,
    of a beginning and an end, or goes across by less than a notch."""
    device = event.device()
    if device is not None and device.type() == QInputDevice.DeviceType.TouchPad:
        return True
    if not event.pixelDelta().isNull() or event.phase() != Qt.ScrollPhase.NoScrollPhase:
        return True
    return event.angleDelta().x() % NOTCH != 0


def pinched(camera: Camera, event: QNativeGestureEvent) -> Camera:
    return camera.zoomed(1 + event.value(), (event.position().x(), event.position().y()))
