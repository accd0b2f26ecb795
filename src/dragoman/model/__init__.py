"""What a record is made of: frozen dataclasses, spans in code points, dates as intervals."""
