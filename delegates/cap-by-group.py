# Everybody may see everything, but only some as large as they like.
#
# Who shows a valid session, in a cookie or a header, belongs to its group; everybody else is
# anonymous. Each sees in info.json what they may ask for (maxWidth), and gets exactly that.
#
# casaba.properties, with long random texts of your own, blanks between several:
#     delegate.values.staff_sessions = ${env:STAFF_SESSIONS}
#     delegate.values.reader_sessions = 6zT3mLq0vW 9pRd2xKc7B
# To have a service say which sessions are valid, see login-by-cookie.

from hmac import compare_digest

# The largest width and height of each group's answers; None for no limit but the server's.
CAPS = {
    "anonymous": {"max_width": 2000, "max_height": 2000},
    "readers": {"max_width": 6000, "max_height": 6000},
    "staff": None,
}


def limits(context):
    return CAPS[group(context)]


def group(context):
    shown = [context.cookies.get("session"), context.request_headers.get("X-Session")]
    if any(is_among(session, settings.staff_sessions) for session in shown):
        return "staff"
    if any(is_among(session, settings.reader_sessions) for session in shown):
        return "readers"
    return "anonymous"


# Whether a text is among others with blanks between them. Nothing is among nothing.
def is_among(text, texts):
    return bool(text and texts) and any(is_same(each, text) for each in texts.split())


# Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
def is_same(a, b):
    return compare_digest(a.encode(), b.encode())
