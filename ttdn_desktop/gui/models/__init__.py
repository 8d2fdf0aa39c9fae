"""Table models: rows are handed in, nothing is queried."""
