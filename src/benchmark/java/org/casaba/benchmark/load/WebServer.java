package org.casaba.benchmark.load;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** A server that speaks HTTP, in one process. */
final class WebServer implements Server {
  private final String name;
  private final ServerProcess process;
  private final int port;
  private final Function<Request, String> target;

  /**
   * @param port where it listens
   * @param target where it has the answer to a request
   */
  WebServer(String name, ServerProcess process, int port, Function<Request, String> target) {
    this.name = name;
    this.process = process;
    this.port = port;
    this.target = target;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<ServerProcess> processes() {
    return List.of(process);
  }

  @Override
  public Connection connect(int lane) {
    HttpConnection connection = new HttpConnection(port);
    return new Connection() {
      @Override
      public Answer ask(Request request) throws IOException {
        return connection.get(target.apply(request));
      }

      @Override
      public void close() throws IOException {
        connection.close();
      }
    };
  }

  /** Waits until a path is answered. */
  WebServer awaited(String path) throws IOException, InterruptedException {
    try {
      process.await(() -> {
        HttpConnection connection = new HttpConnection(port);
        int status = connection.get(path).status();
        connection.close();
        return status == 200;
      });
    } catch (IOException | InterruptedException e) {
      process.close();
      throw e;
    }
    return this;
  }
}
