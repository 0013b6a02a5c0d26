package org.casaba.delegate.guest;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a thread has allocated since some moment, whether it is still in use or not. The engine
 * cannot limit the memory of a context; what a thread allocates can be counted.
 *
 * @param before bytes allocated by the thread until then
 */
record Allocation(Thread thread, long before) {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /** In bytes: what no rule needs, loading modules included, and what the server can spare. */
  private static final long MOST = Math.max(256L << 20, Runtime.getRuntime().maxMemory() / 4);

  static Allocation ofThisThread() {
    return new Allocation(Thread.currentThread(), THREADS.getCurrentThreadAllocatedBytes());
  }

  boolean isTooLarge() {
    return THREADS.getThreadAllocatedBytes(thread.threadId()) - before > MOST;
  }
}
