# Requests for more pixels than allowed are answered with a redirect to the largest size that is.
#
# Many viewers and scripts ask version 2 for /full/full/0/default.jpg, which of a large map may be
# hundreds of millions of pixels. They get /full/max/0/default.jpg instead: the same picture, as
# large as it may be.

import re

# The most pixels of one answer. Let it be no more than limits.max_area in casaba.properties, which
# holds in any case. A script may read it, if that file says  delegate.settings = limits.max_area :
#     MAX_AREA = int(settings["limits.max_area"])
MAX_AREA = 10000000


def authorize(context):
    size = context.resulting_size
    scale = next(operation for operation in context.operations if operation["class"] == "Scale")
    if scale.type == "max" or size.width * size.height <= MAX_AREA:
        return True
    # …/{region}/{size}/{rotation}/{quality}.{format}: another size, and the rest as it was.
    rest = re.search(r"[^/?]+/[^/?]+(\?.*)?$", context.request_uri)[0]
    return {"status_code": 303, "location": "../../max/" + rest}


# info.json says so too (maxArea), and "max" is never more.
def limits(context):
    return {"max_area": MAX_AREA}
