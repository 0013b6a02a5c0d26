package org.casaba.delegate.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that scripts ask; on the loopback interface. */
final class ExampleServer implements Closeable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Requests that have come in: method, URI, Host, all headers. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** Counted down when somebody waits for {@code /slow}. */
  final CountDownLatch waiting = new CountDownLatch(1);

  private final CountDownLatch closed = new CountDownLatch(1);

  ExampleServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String uri(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("Host")
              + " "
              + exchange.getRequestHeaders().getFirst("X-Token")
              + " "
              + body);
      exchange.getResponseHeaders().add("X-Two", "a");
      exchange.getResponseHeaders().add("X-Two", "b");
      switch (exchange.getRequestURI().getPath()) {
        case "/user" -> send(exchange, 200, "{\"name\": \"Zoë\", \"groups\": [\"staff\"]}");
        case "/away" -> {
          exchange.getResponseHeaders().add("Location", uri("/user"));
          send(exchange, 302, "");
        }
        case "/long" -> send(exchange, 200, "x".repeat(100_000));
        case "/slow", "/trickle" -> wait(exchange);
        default -> send(exchange, 404, "none");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** Never ends; begins with headers if it is to trickle. */
  private void wait(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/trickle")) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('x');
      exchange.getResponseBody().flush();
    }
    waiting.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
