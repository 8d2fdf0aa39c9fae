"""What Qt's painting side makes of reports, without a window."""
