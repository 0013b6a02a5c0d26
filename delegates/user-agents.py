# Only certain programs get images, by what they call themselves.
#
# This keeps polite crawlers out and is no lock, as programs call themselves what they like.

import re

ALLOWED = re.compile(r"Mozilla/5\.0 |LibraryHarvester/")
FORBIDDEN = re.compile(r"bot\b|crawler|spider", re.IGNORECASE)


def pre_authorize(context):
    agent = context.request_headers.get("User-Agent") or ""
    return ALLOWED.match(agent) is not None and FORBIDDEN.search(agent) is None
