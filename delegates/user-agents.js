// Only certain programs get images, by what they call themselves.
//
// This keeps polite crawlers out and is no lock, as programs call themselves what they like.

const ALLOWED = /^(Mozilla\/5\.0 |LibraryHarvester\/)/;
const FORBIDDEN = /bot\b|crawler|spider/i;

function pre_authorize(context) {
  const agent = context.request_headers["User-Agent"] || "";
  return ALLOWED.test(agent) && !FORBIDDEN.test(agent);
}
