package org.casaba.delegate.host;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests of scripts and waits for the answers. Redirects are not followed, cookies not
 * kept. An interrupt ends the wait at once. Thread-safe.
 *
 * <p>A host's name might be resolved to a public address when that is checked, and to a private one
 * when the connection is made. Over http, the connection goes to the very address that was checked:
 * HttpClient takes no addresses, but it takes proxies, so the host is used as a proxy for itself
 * (all servers must understand a proxy's form of request, RFC 9112 section 3.2.2). Over https that
 * cannot be done, nor need it: before anything is sent, the server must prove by its certificate
 * that it is the host that was allowed.
 */
final class Messenger implements Closeable {
  private static final ScopedValue<Optional<InetSocketAddress>> CHECKED = ScopedValue.newInstance();
  private static final int THREADS = 2;

  private final Destinations destinations;
  private final int maxResponse;
  private final ExecutorService lookups = threads("casaba-delegate-dns");
  private final ExecutorService exchanges = threads("casaba-delegate-http");
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(new CheckedAddress())
          .executor(exchanges)
          .build();

  /** Gives the address that was checked, for the request that is being made. */
  private static final class CheckedAddress extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          CHECKED
              .get()
              .<Proxy>map(each -> new Proxy(Proxy.Type.HTTP, each))
              .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
      // The request says so.
    }
  }

  /**
   * Sends to these destinations.
   *
   * @param maxResponse longest answer, in bytes
   */
  Messenger(Destinations destinations, int maxResponse) {
    this.destinations = destinations;
    this.maxResponse = maxResponse;
  }

  private static ExecutorService threads(String name) {
    return Executors.newFixedThreadPool(
        THREADS, Thread.ofPlatform().daemon().name(name + "-", 1).factory());
  }

  HttpResponse<String> ask(Question question) throws CallException, InterruptedException {
    long deadline = System.nanoTime() + question.timeout().toNanos();
    URI uri = question.uri();
    destinations.check(uri);
    Optional<InetSocketAddress> checked =
        await(lookups.submit(() -> destinations.resolve(uri)), question, deadline)
            .filter(each -> !Destinations.isSecure(uri));
    // The client asks for the proxy on this thread; if it did not, there would be no answer.
    return await(
        ScopedValue.where(CHECKED, checked).call(() -> send(request(question))),
        question,
        deadline);
  }

  private Future<HttpResponse<String>> send(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), maxResponse));
  }

  private static HttpRequest request(Question question) {
    HttpRequest.Builder request = HttpRequest.newBuilder(question.uri());
    question.headers().forEach(request::setHeader);
    String body = question.body();
    return (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build();
  }

  private <T> T await(Future<T> future, Question question, long deadline)
      throws CallException, InterruptedException {
    String origin = Destinations.origin(question.uri());
    try {
      return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new CallException(
          "got no answer from " + origin + " within " + question.timeout().toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CallException told
          ? told
          : new CallException("got no answer from " + origin + ": " + reason(e.getCause()));
    } finally {
      future.cancel(true);
    }
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause == null) {
      return "no reason";
    }
    String message = cause.getMessage();
    return LogObject.oneLine(message == null ? cause.getClass().getSimpleName() : message);
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    client.shutdownNow();
    exchanges.shutdownNow();
    lookups.shutdownNow();
  }
}
