"""The windows. The only place that knows Qt; it shows what the document says and asks core to change it."""
