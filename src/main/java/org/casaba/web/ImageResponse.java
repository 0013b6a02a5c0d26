package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.RequestParser;
import org.casaba.service.ImageAnswer;
import org.casaba.service.Picture;

/** Answers one image request. */
record ImageResponse(Site site, Call call, ServerTiming timing) {

  void send(RawPath.Image path, HttpServletResponse response) throws Exception {
    ImageRequest request =
        RequestParser.parse(call.version(), call.image().identifier(), path.parameters());
    switch (site.images().answer(request, call.facts(request), timing.course())) {
      case Picture picture -> {
        try (picture) {
          send(picture, response);
        }
      }
      case ImageAnswer.Elsewhere(ImageRequest other, boolean varies) -> {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", call.uri(other));
        Caching.ofInformation(site.settings()).write(varies, response);
      }
      case ImageAnswer.Withheld(var decision, boolean varies) ->
          new Withholding(site, call, varies).send(decision, call.uri(request), response);
    }
  }

  private void send(Picture picture, HttpServletResponse response) throws IOException {
    response.setHeader(
        "Link",
        "<"
            + call.uri(picture.canonical())
            + ">;rel=\"canonical\",<"
            + call.version().profile()
            + ">;rel=\"profile\"");
    Caching.ofPictures(site.settings()).write(picture.varies(), response);
    Validators validators = new Validators(picture.entityTag(), site.dated(picture.lastModified()));
    validators.write(response);
    if (validators.match(call.request())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(picture.canonical().format().mediaType());
    response.setHeader("X-Content-Type-Options", "nosniff");
    Optional.ofNullable(call.request().getParameter("download"))
        .map(name -> Attachment.header(name, picture.canonical()))
        .ifPresent(h -> response.setHeader("Content-Disposition", h));
    Optional<Picture.Whole> whole = picture.whole();
    whole.ifPresent(w -> response.setContentLengthLong(w.length()));
    if (call.head()) {
      return;
    }
    if (whole.isPresent() && Sendfile.takes(whole.get(), call.request(), response)) {
      picture.sent();
      return;
    }
    HeldOutput out = new HeldOutput(response, timing);
    Optional<byte[]> made = picture.make(out);
    if (made.isPresent()) {
      out.whole(made.get());
    } else {
      out.finish();
    }
  }
}
