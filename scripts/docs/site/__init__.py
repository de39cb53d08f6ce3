"""The site: assembled from the pages of both languages, built by Zensical, and checked.

`python -m scripts.docs.site` builds `site/`.
"""
