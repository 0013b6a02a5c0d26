package org.casaba.deployment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server's process holds.
 *
 * @param heap bytes of the heap in use after a full collection
 * @param resident bytes of memory that are no mapped files
 * @param threads of the process, but for those that answer requests
 * @param files that it has open, and sockets
 * @param children processes that it has started, and their children
 */
record ProcessFigures(long heap, long resident, int threads, int files, int children) {
  private static final int LOOKS = 4;
  private static final long MOST_HEAP = 8 << 20;

  /** Waits until it has come to rest: the least of several looks. */
  static ProcessFigures atRest(ServerProcess server) throws IOException, InterruptedException {
    ProcessFigures least = null;
    for (int i = 0; i < LOOKS; i++) {
      Thread.sleep(1500);
      server.collectGarbage();
      ProcessFigures now = server.figures();
      least = least == null ? now : least.least(now);
    }
    return least;
  }

  private ProcessFigures least(ProcessFigures other) {
    return new ProcessFigures(
        Math.min(heap, other.heap),
        Math.min(resident, other.resident),
        Math.min(threads, other.threads),
        Math.min(files, other.files),
        Math.min(children, other.children));
  }

  /** What has grown beyond what may come and go: a tenth of the heap, or 8 MB … */
  List<String> growthSince(ProcessFigures before) {
    List<String> growth = new ArrayList<>();
    note(growth, "heap", before.heap, heap, Math.max(before.heap / 10, MOST_HEAP));
    note(growth, "memory", before.resident, resident, before.resident * 15 / 100);
    // As many as a script that has just been loaded anew may have for a while.
    note(growth, "threads", before.threads, threads, 12);
    note(growth, "files", before.files, files, 6);
    note(growth, "children", before.children, children, 0);
    return growth;
  }

  private static void note(
      List<String> growth, String what, long before, long after, long tolerance) {
    if (after > before + tolerance) {
      growth.add(what + " from " + before + " to " + after);
    }
  }
}
