// Who may see what, by the IP address from which they ask.
//
// Addresses in DENIED get nothing. Images whose identifier begins with INSIDE_PREFIX are for the
// addresses in INSIDE alone: a reading room, a campus.
//
// The address is that of the caller, also behind a proxy, if the proxy is one of proxy.trusted in
// casaba.properties. Where nobody can tell the address, it is null, and refused.

const DENIED = ["198.51.100.0/24", "2001:db8:bad::/48"].map(block);
const INSIDE = ["10.1.0.0/16", "2001:db8:1::/48"].map(block);
const INSIDE_PREFIX = "reading-room/";

function pre_authorize(context) {
  const caller = context.client_ip === null ? null : number(context.client_ip);
  if (caller === null || DENIED.some(denied => denied(caller))) {
    return false;
  }
  if (!context.identifier.startsWith(INSIDE_PREFIX) || INSIDE.some(inside => inside(caller))) {
    return true;
  }
  return {status_code: 403, message: "This image can be seen in the reading room."};
}

// Tells whether an address lies in a block such as 10.1.0.0/16.
function block(text) {
  const [start, length] = text.split("/");
  const first = number(start);
  const rest = BigInt((start.includes(":") ? 128 : 32) - Number(length));
  if (first === null || rest < 0n) {
    throw new Error(text + " is no block of addresses");
  }
  return address => address >> rest === first >> rest;
}

// An address as a number of 128 bits, those of version 4 as version 6 writes them: ::ffff:10.0.0.1.
// Null if it is no address.
function number(text) {
  const six = text.toLowerCase().split("%")[0]
    .replace(/(^|:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (all, before, ...parts) => {
      const bytes = parts.slice(0, 4);
      const valid = bytes.every(byte => /^(0|[1-9]\d{0,2})$/.test(byte) && byte < 256);
      const [a, b, c, d] = bytes.map(byte => Number(byte).toString(16).padStart(2, "0"));
      return valid ? `${before || "::ffff:"}${a}${b}:${c}${d}` : "none";
    });
  const [left, right, more] = six.split("::").map(half => half ? half.split(":") : []);
  const zeros = right && Array(Math.max(1, 8 - left.length - right.length)).fill("0");
  const groups = right ? [...left, ...zeros, ...right] : left;
  return !more && groups.length === 8 && groups.every(group => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.reduce((sum, group) => (sum << 16n) | BigInt("0x" + group), 0n)
    : null;
}
