"""Mission Desk: an offline desk from which a facilitator leads a customer-service team to its mission."""

__version__ = "0.1.0"
