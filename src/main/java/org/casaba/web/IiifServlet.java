package org.casaba.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.coyote.CloseNowException;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.metrics.Asked;
import org.casaba.metrics.Course;
import org.casaba.metrics.Metrics;
import org.casaba.metrics.Outcome;
import org.casaba.metrics.Stage;
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
    String path = request.getRequestURI();
    Asked asked = new Asked(Metrics.Kind.OTHER, path, "");
    OptionalInt failure = OptionalInt.empty();
    Optional<Site> site = CurrentSite.of(getServletContext()).get();
    ServerTiming timing = site.map(IiifServlet::begin).orElse(ServerTiming.NONE);
    try {
      Optional<Call> call = understood(site, timing, request, response);
      if (call.isPresent()) {
        asked = new Asked(kind(call.get()), path, call.get().image().identifier().value());
        answer(site.orElseThrow(), call.get(), timing, response);
      }
    } catch (ClientGoneException e) {
      failure = OptionalInt.of(Outcome.CLIENT_GONE);
      log.debug("The client went away: {}", e.getMessage());
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      failure = OptionalInt.of(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      fail(e, timing, request, response);
      failure = OptionalInt.empty();
    } finally {
      timing.write(response);
      timing.course().enter(null);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      int status = failure.orElse(response.getStatus());
      Metrics metrics = site.map(Site::metrics).orElse(Metrics.NONE);
      metrics.answered(asked, status, time, timing.course());
      String method = request.getMethod();
      log.debug("{} {} {} {} ms", method, path, status, time.toMillis());
    }
  }

  private static ServerTiming begin(Site site) {
    boolean told = site.told().serverTiming();
    return new ServerTiming(told ? Course.begin() : site.metrics().begin(), told);
  }

  /** A request for something, taken apart; nothing if it is none, which has been answered then. */
  private static Optional<Call> understood(
      Optional<Site> site,
      ServerTiming timing,
      HttpServletRequest request,
      HttpServletResponse response)
      throws Exception {
    switch (request.getMethod()) {
      case "GET", "HEAD" -> {
        return call(site, timing, request, response);
      }
      case "OPTIONS" -> {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", ALLOWED);
      }
      default -> {
        response.setHeader("Allow", ALLOWED);
        Problem problem =
            Problem.of(405, "Images and information are asked for with " + ALLOWED + ".");
        Problems.send(problem, request, response);
      }
    }
    return Optional.empty();
  }

  private static Optional<Call> call(
      Optional<Site> site,
      ServerTiming timing,
      HttpServletRequest request,
      HttpServletResponse response)
      throws Exception {
    if (site.isEmpty()) {
      Problems.send(
          Problem.of(503, "The configuration has mistakes; the server's log lists them."),
          request,
          response);
      return Optional.empty();
    }
    // Scripts may be asked what an identifier stands for.
    timing.course().enter(site.get().desk().isPresent() ? Stage.SCRIPT : null);
    Optional<Call> call = Call.of(site.get(), request);
    timing.course().enter(null);
    if (call.isEmpty()) {
      timing.write(response);
      Problems.send(Problem.of(404, "There is no image of this name."), request, response);
    }
    return call;
  }

  private static Metrics.Kind kind(Call call) {
    return switch (call.path()) {
      case RawPath.Image _ -> Metrics.Kind.IMAGE;
      case RawPath.Information _ -> Metrics.Kind.INFORMATION;
      case RawPath.Bare _ -> Metrics.Kind.OTHER;
    };
  }

  private static void answer(
      Site site, Call call, ServerTiming timing, HttpServletResponse response) throws Exception {
    switch (call.path()) {
      case RawPath.Image image -> new ImageResponse(site, call, timing).send(image, response);
      case RawPath.Information _ -> new InformationResponse(site, call, timing).send(response);
      case RawPath.Bare _ -> {
        switch (site.information().find(call.facts(null))) {
          case InformationAnswer.Withheld(var decision, boolean varies) ->
              new Withholding(site, call, varies).send(decision, call.uri(), response);
          case InformationAnswer.There(boolean varies) -> {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", call.uri() + "/info.json");
            Caching.ofInformation(site.settings()).write(varies, response);
          }
        }
      }
    }
  }

  /**
   * Once the answer has begun, the only honest error is a connection that breaks off. Of the
   * exceptions that do that this is the one that Tomcat does not log once more.
   */
  private static void fail(
      Throwable e, ServerTiming timing, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      Problems.brokeOff(e, request.getRequestURI());
      throw new CloseNowException("the answer broke off");
    }
    Problem problem = Problems.of(e, request.getRequestURI());
    response.reset();
    CorsFilter.allow(response);
    timing.write(response);
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
