package org.casaba.benchmark.load;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A server under load. */
interface Server extends Closeable {
  String name();

  /** The processes that it consists of. */
  List<ServerProcess> processes();

  /**
   * Opens a connection.
   *
   * @param lane number of the connection among those that are used at the same time, from 0
   */
  Connection connect(int lane) throws IOException;

  @Override
  default void close() {
    processes().forEach(ServerProcess::close);
  }
}
