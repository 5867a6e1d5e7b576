"""What follows from the cards and stands on none of them: origins counted, channels, denials, backlinks, shares.

Pure functions over a dossier. Nothing here is read from an article, and nothing is written to a card.
"""
