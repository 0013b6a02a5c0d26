# Everybody sees the image, but not everybody in its full size: who may not is redirected to the
# same image as if it were smaller, x.tif;1:2 instead of x.tif. Viewers show that like any other.
#
# This is "tiered access" of the IIIF Authorization API: viewers that have got a token send it with
# their request for info.json, and are redirected, or not, from there.
#
# casaba.properties, with long random texts of your own, blanks between several:
#     delegate.values.staff_tokens = ${env:STAFF_TOKENS}
#     delegate.values.reader_tokens = 6zT3mLq0vW 9pRd2xKc7B

import re
from hmac import compare_digest

# How much of its width and height each group sees.
TIERS = {"anonymous": (1, 4), "readers": (1, 2), "staff": (1, 1)}


# Asked for images and info.json.
def pre_authorize(context):
    numerator, denominator = TIERS[group(context)]
    # What is asked for: x.tif;1:2 has [1, 2], and x.tif has [1, 1].
    asked = context.scale_constraint
    if asked[0] * denominator <= numerator * asked[1]:
        return True
    return {"status_code": 302, "scale_numerator": numerator, "scale_denominator": denominator}


# Images in a page are loaded with cookies, and without a header: let your log-in set both.
def group(context):
    header = re.fullmatch(
        "Bearer +(.+)", context.request_headers.get("Authorization") or "", re.IGNORECASE
    )
    shown = [header and header[1], context.cookies.get("token")]
    if any(is_among(token, settings.staff_tokens) for token in shown):
        return "staff"
    if any(is_among(token, settings.reader_tokens) for token in shown):
        return "readers"
    return "anonymous"


# Whether a text is among others with blanks between them. Nothing is among nothing.
def is_among(text, texts):
    return bool(text and texts) and any(is_same(each, text) for each in texts.split())


# Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
def is_same(a, b):
    return compare_digest(a.encode(), b.encode())
