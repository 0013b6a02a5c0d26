# All or nothing, as in the IIIF Authorization API 1.0: info.json tells viewers where to log in and
# where to get a token; who sends a valid one gets everything, and nobody else gets a picture.
#
# casaba.properties, with long random texts of your own, blanks between several:
#     delegate.values.tokens = ${env:IMAGE_TOKENS}
# The pages for logging in and for tokens are yours. To have a service say which tokens are valid,
# see login-by-cookie.

import re
from hmac import compare_digest

LOGIN_PAGE = "https://login.example.org/login"
TOKEN_PAGE = "https://login.example.org/token"


# Asked for images alone: viewers have to read info.json before they can know where to log in.
def authorize(context):
    sent = re.fullmatch(
        r"Bearer +(\S+)", context.request_headers.get("Authorization") or "", re.IGNORECASE
    )
    # A page loads its images with cookies, and without a header: let your log-in set both.
    shown = [sent and sent[1], context.cookies.get("token")]
    if any(is_among(token, settings.tokens) for token in shown):
        return True
    return {
        "status_code": 401,
        "challenge": 'Bearer realm="Library"',
        "message": "Log in to see this image.",
    }


def extra_iiif2_information_response_keys(context):
    return {"service": [services()]}


def extra_iiif3_information_response_keys(context):
    return {"service": [services()]}


def services():
    return {
        "@context": "http://iiif.io/api/auth/1/context.json",
        "@id": LOGIN_PAGE,
        "profile": "http://iiif.io/api/auth/1/login",
        "label": "Log in to the library",
        "service": [{"@id": TOKEN_PAGE, "profile": "http://iiif.io/api/auth/1/token"}],
    }


# Whether a text is among others with blanks between them. Nothing is among nothing.
def is_among(text, texts):
    return bool(text and texts) and any(is_same(each, text) for each in texts.split())


# Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
def is_same(a, b):
    return compare_digest(a.encode(), b.encode())
