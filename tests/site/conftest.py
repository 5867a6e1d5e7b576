"""The built sites that these tests look at."""

from sites import first_site, hostile_site, small_site

__all__ = ["first_site", "hostile_site", "small_site"]
