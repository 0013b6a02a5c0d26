package org.casaba.delegate.host;

import java.io.Closeable;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import org.casaba.delegate.host.HostFunction.Errors;
import org.casaba.delegate.host.Question.Patience;

/**
 * The objects that scripts find beside their language. One of these serves all contexts, and all
 * versions of a script after each other, so that what scripts keep in {@code cache} outlives them.
 * Thread-safe.
 */
public final class HostObjects implements Closeable {
  private final HostSettings settings;
  private final Patience patience;
  private final Messenger messenger;
  private final ScriptCache cache;

  /**
   * Objects that reach what the settings allow.
   *
   * @param longest no request of a script takes longer, whatever the script says: the time that the
   *     script itself has
   */
  public HostObjects(HostSettings settings, Duration longest) {
    this(
        settings,
        longest,
        new Destinations(settings.http(), InetAddress::getAllByName, PublicAddress::is));
  }

  HostObjects(HostSettings settings, Duration longest, Destinations destinations) {
    this.settings = settings;
    this.patience = new Patience(settings.http().timeout(), longest);
    this.messenger = new Messenger(destinations, settings.http().maxResponse());
    this.cache = new ScriptCache(settings.cacheEntries(), System::nanoTime);
  }

  /**
   * What to bind in a context: proxies by the names of the globals. They cannot be changed, and may
   * be bound in any number of contexts of that language.
   *
   * @param language {@code js} or {@code python}; what the functions throw is of that language
   */
  public Map<String, Object> globals(String language) {
    Errors errors = Errors.of(language);
    return Map.of(
        "http", HttpObject.of(messenger, patience, errors),
        "log", LogObject.of(errors),
        "settings", new PlainMap(Map.copyOf(settings.values()), true),
        "cache", CacheObject.of(cache, errors));
  }

  /** Ends all requests and their threads. */
  @Override
  public void close() {
    messenger.close();
  }
}
