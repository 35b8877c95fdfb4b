"""Everything a platform runs: it takes removal requests, decides in time, and keeps pictures down.

Django lives here and nowhere else. Nothing is imported by naming this room: `management.starting.start` says where
the desk's folder is and sets Django up, and must be called before any module that knows the database.
"""
