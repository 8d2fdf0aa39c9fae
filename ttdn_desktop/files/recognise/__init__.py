"""Task lists out of grids: which table, which columns, which rows, and what they say."""

from ttdn_desktop.files.recognise.reading import task_list

__all__ = ["task_list"]
