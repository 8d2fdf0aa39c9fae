"""Any Word file against the table that the writer uses (`layout`), and a repaired copy of it."""
