"""The window: QtWidgets over the services."""
