"""Files made from nothing but a seed: the evidence of the sample."""
