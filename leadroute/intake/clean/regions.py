"""States and provinces of the USA, Canada and Australia: folded names and codes → code.

WA, SA and NT are left to the USA, or as they are written.
"""

from __future__ import annotations

_USA = (
    "AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,DE delaware,"
    "DC district of columbia|washington dc|washington d.c.|d.c.,FL florida,GA georgia,HI hawaii,ID idaho,IL illinois,"
    "IN indiana,IA iowa,KS kansas,KY kentucky,LA louisiana,ME maine,MD maryland,MA massachusetts,MI michigan,"
    "MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,NH new hampshire,NJ new jersey,"
    "NM new mexico,NY new york|new york state,NC north carolina,ND north dakota,OH ohio,OK oklahoma,OR oregon,"
    "PA pennsylvania,PR puerto rico,RI rhode island,SC south carolina,SD south dakota,TN tennessee,TX texas,UT utah,"
    "VT vermont,VA virginia,WA washington|washington state,WV west virginia,WI wisconsin,WY wyoming,GU guam"
)
_CANADA = (
    "AB alberta,BC british columbia,MB manitoba,NB new brunswick,NL newfoundland and labrador|newfoundland,"
    "NS nova scotia,NU nunavut,ON ontario,PE prince edward island,QC quebec|québec,SK saskatchewan,YT yukon"
)
_AUSTRALIA = "NSW new south wales,VIC victoria,QLD queensland,TAS tasmania,ACT australian capital territory"

REGIONS: dict[str, str] = {
    word: code
    for code, _, names in (region.partition(" ") for region in f"{_USA},{_CANADA},{_AUSTRALIA}".split(","))
    for word in (code.casefold(), *names.split("|"))
}
"""``california`` → ``CA`` and ``ca`` → ``CA``."""

COUNTRIES_OF: dict[str, str] = {
    region.partition(" ")[0]: country
    for country, regions in (("US", _USA), ("CA", _CANADA), ("AU", _AUSTRALIA))
    for region in regions.split(",")
}
"""Code of a state or province → code of its country."""
