// Name and password, asked for by the browser. They go over the network with every request: have
// https in front.
//
// casaba.properties, with name:password in Base64 as a browser sends it, blanks between several:
//     delegate.values.basic_readers = ${env:BASIC_READERS}
// where  printf '%s' 'anna:a long password' | base64  makes one of them. The variable must be set, or the
// settings are not taken; if it is empty, nobody gets in.

const CHALLENGE = 'Basic realm="Reading room", charset="UTF-8"';

function pre_authorize(context) {
  const sent = /^Basic +(\S+)$/i.exec(context.request_headers["Authorization"] || "");
  if (sent && isAmong(sent[1], settings.basic_readers)) {
    return true;
  }
  return {
    status_code: 401,
    challenge: CHALLENGE,
    message: "Name or password is wrong or missing.",
  };
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
