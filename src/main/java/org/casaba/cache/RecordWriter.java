package org.casaba.cache;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.casaba.plan.DerivativeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has pictures kept in a record while their clients are answered. When the record cannot keep up,
 * pictures are left out. Thread-safe.
 */
final class RecordWriter implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordWriter.class);
  private static final int MOST = 1000;
  private static final Duration CLOSING = Duration.ofSeconds(5);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Order(DerivativeKey key, byte[] picture) {}

  private final DerivativeRecord kept;
  private final long memory;
  private final BlockingQueue<Order> queue = new ArrayBlockingQueue<>(MOST);
  private final AtomicLong waiting = new AtomicLong();
  private final Thread thread;
  private volatile boolean closed;

  private RecordWriter(DerivativeRecord kept, long memory) {
    this.kept = kept;
    this.memory = memory;
    this.thread =
        Thread.ofPlatform()
            .name("casaba-derivative-record")
            .daemon()
            .inheritInheritableThreadLocals(false)
            .unstarted(this::write);
  }

  /**
   * @param kept closed with this
   * @param memory bytes that may wait
   */
  static RecordWriter start(DerivativeRecord kept, long memory) {
    RecordWriter writer = new RecordWriter(kept, memory);
    writer.thread.start();
    return writer;
  }

  Optional<byte[]> find(DerivativeKey key) {
    return kept.find(key);
  }

  /** Keeps it some time, or never. */
  void keep(DerivativeKey key, byte[] picture) {
    if (closed || waiting.addAndGet(picture.length) > memory) {
      waiting.addAndGet(-picture.length);
    } else if (!queue.offer(new Order(key, picture))) {
      waiting.addAndGet(-picture.length);
    }
  }

  private void write() {
    try {
      while (!closed || !queue.isEmpty()) {
        Order next = queue.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          write(next);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Pictures have not been kept", e);
    }
  }

  private void write(Order next) {
    try {
      kept.keep(next.key(), next.picture());
    } catch (RuntimeException e) {
      LOG.warn("A picture has not been kept", e);
    } finally {
      waiting.addAndGet(-next.picture().length);
    }
  }

  long forget(String image) {
    queue.removeIf(each -> each.key().image().equals(image) && left(each));
    return kept.forget(image);
  }

  long forgetAll() {
    queue.removeIf(this::left);
    return kept.forgetAll();
  }

  private boolean left(Order order) {
    waiting.addAndGet(-order.picture().length);
    return true;
  }

  /** Writes what is waiting, for a few seconds at most. */
  @Override
  public void close() throws IOException {
    closed = true;
    try {
      if (!thread.join(CLOSING)) {
        queue.clear();
        thread.join(CLOSING);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kept.close();
  }
}
