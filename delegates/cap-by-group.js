// Everybody may see everything, but only some as large as they like.
//
// Who shows a valid session, in a cookie or a header, belongs to its group; everybody else is
// anonymous. Each sees in info.json what they may ask for (maxWidth), and gets exactly that.
//
// casaba.properties, with long random texts of your own, blanks between several:
//     delegate.values.staff_sessions = ${env:STAFF_SESSIONS}
//     delegate.values.reader_sessions = 6zT3mLq0vW 9pRd2xKc7B
// To have a service say which sessions are valid, see login-by-cookie.

// The largest width and height of each group's answers; null for no limit but the server's.
const CAPS = {
  anonymous: {max_width: 2000, max_height: 2000},
  readers: {max_width: 6000, max_height: 6000},
  staff: null,
};

function limits(context) {
  return CAPS[group(context)];
}

function group(context) {
  const shown = [context.cookies["session"], context.request_headers["X-Session"]];
  if (shown.some(session => isAmong(session, settings.staff_sessions))) {
    return "staff";
  }
  if (shown.some(session => isAmong(session, settings.reader_sessions))) {
    return "readers";
  }
  return "anonymous";
}

// Whether a text is among others with blanks between them. Nothing is among nothing.
function isAmong(text, list) {
  return Boolean(text && list) && list.split(/\s+/).some(each => each && isSame(each, text));
}

// Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
function isSame(a, b) {
  let difference = a.length ^ b.length;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  }
  return difference === 0;
}
