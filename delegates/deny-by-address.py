# Who may see what, by the IP address from which they ask.
#
# Addresses in DENIED get nothing. Images whose identifier begins with INSIDE_PREFIX are for the
# addresses in INSIDE alone: a reading room, a campus.
#
# The address is that of the caller, also behind a proxy, if the proxy is one of proxy.trusted in
# casaba.properties. Where nobody can tell the address, it is None, and refused.

from ipaddress import ip_address, ip_network

DENIED = [ip_network(block) for block in ("198.51.100.0/24", "2001:db8:bad::/48")]
INSIDE = [ip_network(block) for block in ("10.1.0.0/16", "2001:db8:1::/48")]
INSIDE_PREFIX = "reading-room/"


def pre_authorize(context):
    caller = parse(context.client_ip)
    if caller is None or any(caller in block for block in DENIED):
        return False
    if not context.identifier.startswith(INSIDE_PREFIX):
        return True
    if any(caller in block for block in INSIDE):
        return True
    return {"status_code": 403, "message": "This image can be seen in the reading room."}


# An address of version 4 or 6; None if it is none.
def parse(text):
    if text is None:
        return None
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    # ::ffff:10.0.0.1 is 10.0.0.1, written as version 6.
    return getattr(address, "ipv4_mapped", None) or address
