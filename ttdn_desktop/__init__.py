"""Sổ thông tin đối ngoại: the desk of an external-information officer."""

__version__ = "0.1.0"
