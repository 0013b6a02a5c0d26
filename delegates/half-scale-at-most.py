# No picture shows more than half the image's resolution.
#
# Viewers do not know of this and ask for more when one zooms in far: see tiered-access for a way
# that they understand.

SCALE = 1 / 2


def authorize(context):
    operations = {operation["class"]: operation for operation in context.operations}
    crop = operations["Crop"]
    rotation = operations.get("Rotate")
    turned = rotation is not None and rotation.degrees % 180 == 90
    # Turned by other angles, a picture is larger by its blank corners: these count too.
    size = context.resulting_size
    width = size.height if turned else size.width
    height = size.width if turned else size.height
    return (
        crop.type == "pixels"
        and width <= crop.width * SCALE
        and height <= crop.height * SCALE
    )
