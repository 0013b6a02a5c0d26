# Name and password, asked for by the browser. They go over the network with every request: have
# https in front.
#
# casaba.properties, with name:password in Base64 as a browser sends it, blanks between several:
#     delegate.values.basic_readers = ${env:BASIC_READERS}
# where  printf '%s' 'anna:a long password' | base64  makes one of them. The variable must be set, or the
# settings are not taken; if it is empty, nobody gets in.

import re
from hmac import compare_digest

CHALLENGE = 'Basic realm="Reading room", charset="UTF-8"'


def pre_authorize(context):
    sent = re.fullmatch(
        r"Basic +(\S+)", context.request_headers.get("Authorization") or "", re.IGNORECASE
    )
    if sent and is_among(sent[1], settings.basic_readers):
        return True
    return {
        "status_code": 401,
        "challenge": CHALLENGE,
        "message": "Name or password is wrong or missing.",
    }


# Whether a text is among others with blanks between them. Nothing is among nothing.
def is_among(text, texts):
    return bool(text and texts) and any(is_same(each, text) for each in texts.split())


# Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
def is_same(a, b):
    return compare_digest(a.encode(), b.encode())
