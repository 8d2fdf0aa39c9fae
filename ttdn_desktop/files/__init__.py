"""Files of others, read within limits in a process of their own; and those of the sample, made."""
