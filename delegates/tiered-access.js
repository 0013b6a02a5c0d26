// Everybody sees the image, but not everybody in its full size: who may not is redirected to the
// same image as if it were smaller, x.tif;1:2 instead of x.tif. Viewers show that like any other.
//
// This is "tiered access" of the IIIF Authorization API: viewers that have got a token send it with
// their request for info.json, and are redirected, or not, from there.
//
// casaba.properties, with long random texts of your own, blanks between several:
//     delegate.values.staff_tokens = ${env:STAFF_TOKENS}
//     delegate.values.reader_tokens = 6zT3mLq0vW 9pRd2xKc7B

// How much of its width and height each group sees.
const TIERS = {anonymous: [1, 4], readers: [1, 2], staff: [1, 1]};

// Asked for images and info.json.
function pre_authorize(context) {
  const [numerator, denominator] = TIERS[group(context)];
  // What is asked for: x.tif;1:2 has [1, 2], and x.tif has [1, 1].
  const asked = context.scale_constraint;
  if (asked[0] * denominator <= numerator * asked[1]) {
    return true;
  }
  return {status_code: 302, scale_numerator: numerator, scale_denominator: denominator};
}

// Images in a page are loaded with cookies, and without a header: let your log-in set both.
function group(context) {
  const header = /^Bearer +(.+)$/i.exec(context.request_headers["Authorization"] || "");
  const shown = [header && header[1], context.cookies["token"]];
  if (shown.some(token => isAmong(token, settings.staff_tokens))) {
    return "staff";
  }
  if (shown.some(token => isAmong(token, settings.reader_tokens))) {
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
