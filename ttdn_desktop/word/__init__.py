"""The document tree as a Word file in the layout of Decree 30."""
