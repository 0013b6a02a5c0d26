# Only pages of certain sites may show the images.
#
# Browsers say in the header Referer which site's page they load an image for. This keeps others
# from using your server for their pages; it is no lock, as programs say what they like.

import re

# These hosts, and all below them: www.library.example.org too.
SITES = ["library.example.org", "projectmirador.org"]

# Whether requests that name no page may see the images: an address typed in, a link in a mail, a
# browser or firewall that keeps it to itself, every program that is not a browser.
WITHOUT_PAGE = True


def pre_authorize(context):
    page = context.request_headers.get("Referer")
    if not page:
        return WITHOUT_PAGE
    # Strict on purpose: https://library.example.org@elsewhere.example/ is elsewhere.
    url = re.fullmatch(r"https?://([a-z0-9.-]+)(?::[0-9]+)?(?:[/?#].*)?", page.lower())
    return url is not None and any(
        url[1] == site or url[1].endswith("." + site) for site in SITES
    )
