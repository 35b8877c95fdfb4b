"""The tables of the desk. A model is a table: fields, constraints, and questions; nothing here changes a state.

`Request.state` is set by `removal.advance` alone: a flow reads the row back into a request (`converting`), moves that,
and writes it again.
"""
