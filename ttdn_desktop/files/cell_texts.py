"""What a person sees in a cell that holds no text: numbers, dates, hours, truth."""

from __future__ import annotations

from datetime import date, time, timedelta


def number_text(value: float) -> str:
    """Return "1.1" for 1.1 and "2024" for 2024.0: never an exponent, never ".0"."""
    if value.is_integer():
        return str(int(value))
    text = f"{value:.15g}"
    if "n" in text:  # inf, nan: no number that a person sees
        return ""
    return f"{value:.15f}".rstrip("0").rstrip(".") if "e" in text else text


def padded_text(value: float, digits: int, decimals: int) -> str:
    """Return a number as the formats "0", "00" and "0.00" show it."""
    width = digits + (decimals + 1 if decimals else 0)
    return f"{value:0{width}.{decimals}f}"


def day_text(value: date) -> str:
    """Return dd/mm/yyyy of a date or of an instant."""
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def hour_text(value: time | timedelta) -> str:
    """Return hh:mm of an hour or of a span, with seconds where it has any."""
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return f"{text}:{seconds:02}" if seconds else text
