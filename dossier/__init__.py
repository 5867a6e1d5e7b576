"""A topic dossier: raw news articles in, a published site of sourced fact cards out.

Six verbs, one a floor, in the order in which ``build.py`` walks them:

    read      seeds/            -> sources     dossier.sources
    parse     sources           -> documents   dossier.documents
    find      documents         -> mentions    dossier.mentions
    compile   mentions          -> cards       dossier.cards
    render    cards             -> pages       dossier.pages
    publish   pages             -> site        dossier.site

Read ``dossier/model/`` first: it has the nouns.
"""

__version__ = "0.1.0"
