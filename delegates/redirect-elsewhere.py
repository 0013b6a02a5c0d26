# Images that have got another identifier are found under the old one too: requests are redirected.
#
# To another server, the location is an address such as https://images.example.org/iiif/3/…, and
# casaba.properties lists its host:
#     delegate.redirect_hosts = images.example.org

import re
from urllib.parse import quote

# Old identifier: new one.
MOVED = {
    "map1": "maps/ezu-1286201.tif",
    "map2": "maps/plan of the port.tif",
}


def pre_authorize(context):
    moved = MOVED.get(context.identifier)
    if not moved:
        return True
    # …/iiif/3/{identifier}/{region}/{size}/{rotation}/{quality}.{format}, or …/info.json
    address = context.request_uri.partition("?")[0]
    start = re.match("^.*?/iiif/[23]/", address)[0]
    page = f";{context.page_number}" if context.page_number > 1 else ""
    part, whole = context.scale_constraint
    scale = f";{part}:{whole}" if part < whole else ""
    image = context.request_type == "image"
    rest = "/".join(address.split("/")[-4:]) if image else "info.json"
    name = quote(moved + page + scale, safe="")
    return {"status_code": 301, "location": start + name + "/" + rest}
