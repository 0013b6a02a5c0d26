# The rules of this server: who may see which image, and how. This file has every function, each as
# if it were not there. Copy it, keep the functions that you need and remove the others: a function
# that is not there costs nothing.
#
# delegates/README.md is the manual; the other files here are samples to take pieces from.
#
# All functions but the last two get the context of one request:
#     context.identifier          which image: "maps/ezu.tif"
#     context.page_number         1 for the first page
#     context.scale_constraint    [1, 2] for x.tif;1:2, the image in half its size; else [1, 1]
#     context.request_type        "image" or "information" (info.json)
#     context.request_uri         as the client sees it
#     context.local_uri           as this server sees it, behind a proxy
#     context.operations          images: [{"class": "Crop", …}, {"class": "Scale", …}, …]
#     context.output_format       images: "image/jpeg"
#     context.client_ip           who asks: "192.0.2.7" or "2001:db8::7"
#     context.cookies             context.cookies.get("session")
#     context.request_headers     context.request_headers.get("X-Token"), in any letter case
# and, once the image has been opened (everything but pre_authorize and the functions of sources):
#     context.full_size           {"width": 79508, "height": 3082}
#     context.resulting_size      images: {"width": …, "height": …} of what is asked for
#     context.page_count          1 or more
#     context.metadata            {"exif": {…}, "iptc": {…}, "xmp_string": "…", "native": {…}}
# What is not known is None. There are the objects http, log, settings and cache besides.


# May this request go on at all? Asked for every image and info.json, before the image is opened.
#     True                                                     yes
#     False                                                    no: 403
#     {"status_code": 403, "message": "…"}                     no, and why; 400 to 599
#     {"status_code": 401, "challenge": 'Basic realm="…"'}     not without logging in
#     {"status_code": 303, "location": "…"}                    look there; 301, 302, 303, 307, 308
#     {"status_code": 302, "scale_numerator": 1, "scale_denominator": 2}    take it in half its size
#     {"max_width": 2000}                                      yes, but no larger; or max_area
# Anything else is a mistake, and refuses the request with 500.
def pre_authorize(context):
    return True


# The same, asked for images alone, when their size is known.
def authorize(context):
    return True


# How large may answers to this caller be at most? {"max_width": 2000}, also max_height, max_area, in
# pixels; None for no other limits than the server's. info.json says it.
def limits(context):
    return None


# What is added to info.json of version 2: {"attribution": "…", "license": "https://…"}
def extra_iiif2_information_response_keys(context):
    return {}


# What is added to info.json of version 3: {"rights": "http://…", "seeAlso": […], "partOf": […]}
def extra_iiif3_information_response_keys(context):
    return {}


# Which parts of the full image are blacked out: [{"x": 0, "y": 0, "width": 100, "height": 50}]
def redactions(context):
    return []


# What is laid over the picture: {"string": "…", "position": "top left"} or {"image": "logo.png"};
# None for nothing, not even what overlay.… in casaba.properties says. Remove this function to let
# that hold.
def overlay(context):
    return None


# XMP that is embedded in the picture, as a string; None for none.
def metadata(context):
    return None


# Which source has the image; there is "filesystem". Asked if source.default = script.
def source(context):
    return "filesystem"


# Which file has the image, below source.filesystem.root; None if there is no such image. Asked if
# source.filesystem.lookup = script.
def filesystemsource_pathname(context):
    return context.identifier


# What the identifier in an address stands for: {"identifier": "x.tif", "page_number": 2,
# "scale_constraint": [1, 2]}, of which only the first has to be there; None if that is no address
# of an image. Asked if meta_identifier.transformer = delegate.
def deserialize_meta_identifier(text):
    return {"identifier": text}


# How such a thing is written in an address, so that the function above understands it. A
# page_number of 1 and a scale_constraint of [1, 1] are None here.
def serialize_meta_identifier(parts):
    return parts.identifier
