package org.casaba.benchmark.load;

import java.io.Closeable;
import java.io.IOException;

/** A connection that is kept alive. For one thread. */
interface Connection extends Closeable {
  Answer ask(Request request) throws IOException;
}
