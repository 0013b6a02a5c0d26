# Images for those who have logged in elsewhere: the cookie that the log-in has left is shown to a
# service of yours, which says whether it is good.
#
# casaba.properties:
#     delegate.values.login_service = https://login.example.org/check
#     delegate.http.hosts = login.example.org
# and, if that host's address is in your own network:
#     delegate.http.private_hosts = login.example.org
#
# The service is asked with GET, with the session in the header Authorization: Bearer. It answers
# 200 if the session is good, and 401, 403 or 404 if it is not. Anything else, or nothing, is a
# breakdown: nobody gets an image then, and 503 says that it will be better later.

import re

COOKIE = "session"
PUBLIC_PREFIX = "public/"

# How long the service's word holds, in seconds. Who logs out still sees images for that long.
GOOD_FOR = 60
BAD_FOR = 10


# Asked for images and info.json. Viewers on other sites load info.json without cookies: call this
# function authorize for them, and it is asked for images alone.
def pre_authorize(context):
    # First what is the same for everybody: what has not looked at the caller may be cached by all.
    if context.identifier.startswith(PUBLIC_PREFIX):
        return True
    session = context.cookies.get(COOKIE)
    if not session:
        return login()
    # Sessions are letters, digits and a few signs; do not bother the service with anything else.
    if not re.fullmatch(r"[A-Za-z0-9._~+/=-]{8,500}", session):
        return login()
    try:
        return True if check(session) else login()
    except Exception as e:
        log.warn(f"login-by-cookie: {e}")
        return {"status_code": 503, "message": "The log-in cannot be checked at the moment."}


# 401 asks browsers for nothing with this scheme: it tells programs that a cookie is needed.
def login():
    return {
        "status_code": 401,
        "challenge": 'Cookie realm="Library"',
        "message": "Log in to see this image.",
    }


def check(session):
    known = cache.get("session " + session)
    if known is not None:
        return known
    answer = http.get(
        settings.login_service, {"headers": {"Authorization": "Bearer " + session}}
    )
    if answer.status not in (200, 401, 403, 404):
        raise RuntimeError(f"the login service answers {answer.status}")
    good = answer.status == 200
    cache.put("session " + session, good, GOOD_FOR if good else BAD_FOR)
    return good
