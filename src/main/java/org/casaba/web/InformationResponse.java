package org.casaba.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.casaba.iiif.ApiVersion;
import org.casaba.plan.DerivativeKey;
import org.casaba.service.InformationAnswer;

/** Answers one information request. */
record InformationResponse(Site site, Call call, ServerTiming timing) {
  private static final String PLAIN = "application/json";
  private static final String LINKED = "application/ld+json";

  void send(HttpServletResponse response) throws Exception {
    switch (site.information().answer(call.facts(null), timing.course())) {
      case InformationAnswer.Information information -> send(information, response);
      case InformationAnswer.Withheld(var decision, boolean varies) ->
          new Withholding(site, call, varies).send(decision, call.uri() + "/info.json", response);
    }
  }

  private void send(InformationAnswer.Information answer, HttpServletResponse response)
      throws IOException {
    String text =
        site.json().write(call.version(), call.uri(), answer.information(), answer.extraKeys());
    String type = mediaType();
    response.setHeader("Vary", "Accept");
    response.setHeader("Link", links(type));
    Caching.ofInformation(site.settings()).write(answer.varies(), response);
    Validators validators =
        new Validators(DerivativeKey.digest(type, text), site.dated(answer.lastModified()));
    validators.write(response);
    if (validators.match(call.request())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentLength(body.length);
    timing.write(response);
    if (!call.head()) {
      response.getOutputStream().write(body);
    }
  }

  /**
   * Version 2 is JSON unless JSON-LD is asked for outright (2.1.1 section 5.1), version 3 the other
   * way round (3.0 section 5.1).
   */
  private String mediaType() {
    MediaRanges accept =
        new MediaRanges(Optional.ofNullable(call.request().getHeader("Accept")).orElse(""));
    double linked = accept.explicit(LINKED);
    double plain = accept.explicit(PLAIN);
    return switch (call.version()) {
      case V2 -> linked > 0 && linked >= plain ? LINKED : PLAIN;
      case V3 -> plain > linked ? PLAIN : LINKED + ";profile=\"" + ApiVersion.V3.context() + '"';
    };
  }

  private String links(String type) {
    String profile = "<" + call.version().profile() + ">;rel=\"profile\"";
    return type.equals(PLAIN)
        ? "<"
            + call.version().context()
            + ">;rel=\"http://www.w3.org/ns/json-ld#context\";type=\"application/ld+json\","
            + profile
        : profile;
  }
}
