package org.casaba.source;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casaba.content.Content;
import org.casaba.content.ContentVersion;
import org.casaba.iiif.Identifier;

/**
 * What another source has found, taken for some time as it was then, so that a slow one is not
 * asked at every request. What is missing is looked for each time. What is to be opened is looked
 * at again, so that nothing is opened as what it was before. Thread-safe.
 */
public final class RememberingSource implements Source {
  /** How many names are remembered: a few hundred bytes each. */
  static final int MOST = 10_000;

  private final Source source;
  private final Duration interval;
  private final InstantSource clock;

  /** The one that was looked at longest ago first. */
  private final Map<Identifier, Remembered> seen = new LinkedHashMap<>();

  /** Counts what has been forgotten: what somebody began to look at before is not remembered. */
  private long oblivion;

  /**
   * @param interval longer than nothing
   */
  public RememberingSource(Source source, Duration interval, InstantSource clock) {
    this.source = source;
    this.interval = interval;
    this.clock = clock;
  }

  @Override
  public Found find(Identifier identifier) throws SourceException {
    long before;
    synchronized (seen) {
      Remembered last = seen.get(identifier);
      if (last != null && isFresh(last)) {
        return last;
      }
      before = oblivion;
    }
    return look(identifier, before);
  }

  private boolean isFresh(Remembered last) {
    Duration age = Duration.between(last.since(), clock.instant());
    return !age.isNegative() && age.compareTo(interval) < 0;
  }

  private Found look(Identifier identifier, long before) throws SourceException {
    Instant since = clock.instant();
    try {
      Found found = source.find(identifier);
      remember(new Remembered(this, identifier, found, since), before);
      return found;
    } catch (SourceException e) {
      drop(identifier);
      throw e;
    }
  }

  private Found lookAgain(Identifier identifier) throws SourceException {
    long before;
    synchronized (seen) {
      before = oblivion;
    }
    return look(identifier, before);
  }

  private void remember(Remembered found, long before) {
    synchronized (seen) {
      if (before != oblivion) {
        return;
      }
      seen.remove(found.identifier()); // so that it goes to the end
      seen.put(found.identifier(), found);
      Iterator<Remembered> oldest = seen.values().iterator();
      while (seen.size() > MOST && oldest.hasNext()) {
        oldest.next();
        oldest.remove();
      }
    }
  }

  private boolean drop(Identifier identifier) {
    synchronized (seen) {
      return seen.remove(identifier) != null;
    }
  }

  @Override
  public long forget(Identifier identifier) {
    synchronized (seen) {
      oblivion++;
      return (drop(identifier) ? 1 : 0) + source.forget(identifier);
    }
  }

  @Override
  public long forgetAll() {
    synchronized (seen) {
      oblivion++;
      long count = seen.size();
      seen.clear();
      return count + source.forgetAll();
    }
  }

  /**
   * What has been found some time ago.
   *
   * @param since when it was asked for
   */
  private record Remembered(
      RememberingSource memory, Identifier identifier, Found found, Instant since)
      implements Found {
    @Override
    public Object place() {
      return found.place();
    }

    @Override
    public Object state() {
      return found.state();
    }

    @Override
    public ContentVersion version() {
      return found.version();
    }

    @Override
    public Content open() throws SourceException {
      return memory.lookAgain(identifier).open();
    }
  }
}
