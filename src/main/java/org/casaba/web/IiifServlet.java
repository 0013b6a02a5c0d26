package org.casaba.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.metrics.Metrics;
import org.casaba.service.InformationAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers everything below {@code /iiif/}. */
public final class IiifServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(IiifServlet.class);
  private static final String ALLOWED = "GET, HEAD, OPTIONS";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long start = System.nanoTime();
    Metrics.Kind kind = Metrics.Kind.OTHER;
    Optional<Site> site = CurrentSite.of(getServletContext()).get();
    try {
      switch (request.getMethod()) {
        case "GET", "HEAD" -> kind = answer(site, request, response);
        case "OPTIONS" -> {
          response.setStatus(HttpServletResponse.SC_NO_CONTENT);
          response.setHeader("Allow", ALLOWED);
        }
        default -> {
          response.setHeader("Allow", ALLOWED);
          Problems.send(
              Problem.of(405, "Images and information are asked for with " + ALLOWED + "."),
              request,
              response);
        }
      }
    } catch (ClientGoneException e) {
      log.debug("The client went away: {}", e.getMessage());
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      fail(e, request, response);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    if (site.isPresent()) {
      site.get().metrics().answered(kind, response.getStatus(), time);
    }
    log.debug(
        "{} {} {} {} ms",
        request.getMethod(),
        request.getRequestURI(),
        response.getStatus(),
        time.toMillis());
  }

  private static Metrics.Kind answer(
      Optional<Site> current, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (current.isEmpty()) {
      Problems.send(
          Problem.of(503, "The configuration has mistakes; the server's log lists them."),
          request,
          response);
      return Metrics.Kind.OTHER;
    }
    Site site = current.get();
    Optional<Call> understood = Call.of(site, request);
    if (understood.isEmpty()) {
      Problems.send(Problem.of(404, "There is no image of this name."), request, response);
      return Metrics.Kind.OTHER;
    }
    Call call = understood.get();
    switch (call.path()) {
      case RawPath.Image image -> {
        new ImageResponse(site, call).send(image, response);
        return Metrics.Kind.IMAGE;
      }
      case RawPath.Information _ -> {
        new InformationResponse(site, call).send(response);
        return Metrics.Kind.INFORMATION;
      }
      case RawPath.Bare _ -> {
        Optional<InformationAnswer.Withheld> withheld = site.information().find(call.facts(null));
        if (withheld.isPresent()) {
          new Withholding(site, call, withheld.get().varies())
              .send(withheld.get().decision(), call.uri(), response);
        } else {
          response.setStatus(HttpServletResponse.SC_SEE_OTHER);
          response.setHeader("Location", call.uri() + "/info.json");
        }
        return Metrics.Kind.OTHER;
      }
    }
  }

  /**
   * Once the answer has begun, the only honest error is a connection that breaks off. Of the
   * exceptions that do that this is the one that Tomcat does not log once more.
   */
  private static void fail(Throwable e, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      Problems.brokeOff(e, request.getRequestURI());
      throw new CloseNowException("the answer broke off");
    }
    Problem problem = Problems.of(e, request.getRequestURI());
    response.reset();
    CorsFilter.allow(response);
    Problems.send(problem, request, response);
  }

  /** The version that a path below {@code /iiif/} names, and what follows it. */
  static ApiVersion version(String number) throws IllegalRequestException {
    for (ApiVersion v : ApiVersion.values()) {
      if (v.number().equals(number)) {
        return v;
      }
    }
    throw new IllegalRequestException("version", "images are below /iiif/2/ and /iiif/3/");
  }
}
