"""Pages: one place of the window each."""
