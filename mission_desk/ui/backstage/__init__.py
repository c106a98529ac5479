"""The facilitator's side of the stage: which screen it stands on, the strip, the frame, the pointer."""
