# Only who sends a valid token in a header gets anything.
#
# casaba.properties, with long random texts of your own, blanks between several:
#     delegate.values.tokens = ${env:IMAGE_TOKENS}
# As long as there is none, nobody gets anything.

from hmac import compare_digest

HEADER = "X-Token"


def pre_authorize(context):
    return is_among(context.request_headers.get(HEADER), settings.tokens)


# Whether a text is among others with blanks between them. Nothing is among nothing.
def is_among(text, texts):
    return bool(text and texts) and any(is_same(each, text) for each in texts.split())


# Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
def is_same(a, b):
    return compare_digest(a.encode(), b.encode())
