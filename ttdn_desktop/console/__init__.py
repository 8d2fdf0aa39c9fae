"""The services without a window: for IT staff, scripts and tests."""
