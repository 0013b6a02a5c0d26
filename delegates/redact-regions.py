# Parts of some images are blacked out: an address in a letter, a face, a shelf mark on a label.
# They are black in whatever size, region or rotation the image is asked for.
#
# With source.filesystem.suffix, an image has two identifiers, with and without it: list both.
#
# casaba.properties, for those who may see everything (long random texts, blanks between several):
#     delegate.values.staff_tokens = ${env:STAFF_TOKENS}

from hmac import compare_digest

# By identifier: rectangles in pixels of the full image, from its top left corner.
REDACTIONS = {
    "letters/1901-17.tif": [
        {"x": 1200, "y": 340, "width": 900, "height": 160},
        {"x": 1180, "y": 4210, "width": 640, "height": 220},
    ],
    "albums/miller/12.jpg": [{"x": 0, "y": 0, "width": 800, "height": 600}],
}


def redactions(context):
    found = REDACTIONS.get(context.identifier)
    # Who asks matters for these images only: all others stay the same for everybody.
    if not found or is_among(context.request_headers.get("X-Token"), settings.staff_tokens):
        return []
    return found


# Whether a text is among others with blanks between them. Nothing is among nothing.
def is_among(text, texts):
    return bool(text and texts) and any(is_same(each, text) for each in texts.split())


# Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
def is_same(a, b):
    return compare_digest(a.encode(), b.encode())
