"""The facilitator's window: it puts the rooms together and follows the document. It knows every page;
no page knows it."""
