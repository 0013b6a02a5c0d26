// Images for those who have logged in elsewhere: the cookie that the log-in has left is shown to a
// service of yours, which says whether it is good.
//
// casaba.properties:
//     delegate.values.login_service = https://login.example.org/check
//     delegate.http.hosts = login.example.org
// and, if that host's address is in your own network:
//     delegate.http.private_hosts = login.example.org
//
// The service is asked with GET, with the session in the header Authorization: Bearer. It answers
// 200 if the session is good, and 401, 403 or 404 if it is not. Anything else, or nothing, is a
// breakdown: nobody gets an image then, and 503 says that it will be better later.

const COOKIE = "session";
const PUBLIC_PREFIX = "public/";

// How long the service's word holds, in seconds. Who logs out still sees images for that long.
const GOOD_FOR = 60;
const BAD_FOR = 10;

// Asked for images and info.json. Viewers on other sites load info.json without cookies: call this
// function authorize for them, and it is asked for images alone.
function pre_authorize(context) {
  // First what is the same for everybody: what has not looked at the caller may be cached by all.
  if (context.identifier.startsWith(PUBLIC_PREFIX)) {
    return true;
  }
  const session = context.cookies[COOKIE];
  if (!session) {
    return login();
  }
  // Sessions are letters, digits and a few signs; do not bother the service with anything else.
  if (!/^[A-Za-z0-9._~+\/=-]{8,500}$/.test(session)) {
    return login();
  }
  try {
    return check(session) ? true : login();
  } catch (e) {
    log.warn("login-by-cookie: " + e.message);
    return {status_code: 503, message: "The log-in cannot be checked at the moment."};
  }
}

// 401 asks browsers for nothing with this scheme: it tells programs that a cookie is needed.
function login() {
  return {
    status_code: 401,
    challenge: 'Cookie realm="Library"',
    message: "Log in to see this image.",
  };
}

function check(session) {
  const known = cache.get("session " + session);
  if (known !== null) {
    return known;
  }
  const answer = http.get(settings.login_service, {headers: {Authorization: "Bearer " + session}});
  if (![200, 401, 403, 404].includes(answer.status)) {
    throw new Error("the login service answers " + answer.status);
  }
  const good = answer.status === 200;
  cache.put("session " + session, good, good ? GOOD_FOR : BAD_FOR);
  return good;
}
