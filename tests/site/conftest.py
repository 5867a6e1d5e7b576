"""The built sites that these tests look at."""

from sites import hostile_site, small_site

__all__ = ["hostile_site", "small_site"]
