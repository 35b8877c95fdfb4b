"""The steps that bring a database to the tables as they are now, each once, in order."""
