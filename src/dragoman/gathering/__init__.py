"""An input becomes a text with what is said about it: files, pages, lines, addresses, standard input.

Nothing but `fetching` asks the network for anything, and nothing here decides what is body: it finds the
text, names its encoding, and says in one line why an input holds none.
"""

from dragoman.gathering.gather import gather

__all__ = ["gather"]
