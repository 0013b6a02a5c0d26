# Pictures are given as JPEG, and in no other format.


def pre_authorize(context):
    if context.request_type == "information" or context.output_format == "image/jpeg":
        return True
    return {"status_code": 403, "message": "Images are given as .jpg only."}
