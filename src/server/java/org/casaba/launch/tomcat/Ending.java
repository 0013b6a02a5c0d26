package org.casaba.launch.tomcat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogManager;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * Stops the server when the process is told to end. While the server is starting there is nothing
 * to stop yet: it is left to itself for the moment that the process still has, and what it has to
 * say to that is not logged.
 */
final class Ending implements Runnable {
  private enum State {
    STARTING,
    STARTED,
    ENDING
  }

  private final Tomcat tomcat;
  private final WorkFolder work;
  private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

  Ending(Tomcat tomcat, WorkFolder work) {
    this.tomcat = tomcat;
    this.work = work;
  }

  /**
   * Has a thread that runs this started when the process ends.
   *
   * @return whether it is ending already
   */
  boolean isComing(Thread thread) {
    try {
      Runtime.getRuntime().addShutdownHook(thread);
      return false;
    } catch (IllegalStateException e) {
      run();
      return true;
    }
  }

  /** Notes that starting is over, for good or ill; false if the process is ending. */
  boolean started() {
    return state.compareAndSet(State.STARTING, State.STARTED) || state.get() == State.STARTED;
  }

  @Override
  public void run() {
    boolean stopping = state.getAndSet(State.ENDING) == State.STARTED;
    if (stopping) {
      stop();
    } else {
      LogManager.getLogManager().reset();
    }
    try {
      work.delete();
    } catch (IOException e) {
      if (stopping) {
        System.err.println("Could not delete " + work.path() + ": " + e.getMessage());
      }
    }
  }

  private void stop() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      System.err.println("Stopping failed: " + e.getMessage());
    }
  }
}
