"""Setting text: where lines break, how large they can be. It knows no paper and no kind of poster."""
