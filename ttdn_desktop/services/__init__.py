"""One module a thing the officer wants done; a function is one use case and one transaction."""
