// Pictures are given as JPEG, and in no other format.

function pre_authorize(context) {
  if (context.request_type === "information" || context.output_format === "image/jpeg") {
    return true;
  }
  return {status_code: 403, message: "Images are given as .jpg only."};
}
