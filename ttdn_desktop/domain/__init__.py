"""What the plan, the work and the report are: dataclasses and pure functions."""
