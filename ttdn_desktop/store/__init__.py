"""The data folder: Core tables, the one change mechanism, the vault and the search index."""
