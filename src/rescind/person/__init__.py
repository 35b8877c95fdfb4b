"""Everything on the depicted person's own computer: places, checks, the sealed case file, requests sent."""
