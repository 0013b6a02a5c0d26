package org.casaba.delegate.script;

import java.io.Closeable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.casaba.delegate.Asked;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.DelegateStatus;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.delegate.TracedDelegate;
import org.casaba.delegate.context.JsonText;
import org.casaba.delegate.context.RequestContext;
import org.casaba.delegate.guest.PoolLoad;
import org.casaba.iiif.MetaIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Rules that are written as a script. Loads it in the background, and each new version of its file
 * as that appears; a version that is no good does not take the place of one that is. As long as
 * there is none, nobody gets anything. Thread-safe.
 */
public final class ScriptDelegate implements TracedDelegate, Closeable {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final Versions versions;

  private ScriptDelegate(Versions versions) {
    this.versions = versions;
  }

  /**
   * Begins to load the script, and to watch its file.
   *
   * @param settings must name a script
   * @param globals objects that the script finds, by their names, for a language; used by several
   *     threads at once
   * @param test decides on every version before it takes over
   */
  public static ScriptDelegate start(
      DelegateSettings settings, Function<String, Map<String, Object>> globals, SelfTest test) {
    return start(settings, globals, test, BETWEEN_LOOKS);
  }

  static ScriptDelegate start(
      DelegateSettings settings,
      Function<String, Map<String, Object>> globals,
      SelfTest test,
      Duration betweenLooks) {
    Versions versions = new Versions(settings, globals, test, betweenLooks);
    versions.start();
    return new ScriptDelegate(versions);
  }

  /**
   * Loads the script and waits for that.
   *
   * @throws DelegateException.Failed if it is no good
   */
  public static ScriptDelegate load(
      DelegateSettings settings, Function<String, Map<String, Object>> globals)
      throws DelegateException, InterruptedException {
    ScriptDelegate delegate = start(settings, globals, SelfTest.NONE);
    boolean loaded = false;
    try {
      delegate.awaitReady(Duration.ofMinutes(10));
      delegate.versions.current();
      loaded = true;
      return delegate;
    } finally {
      if (!loaded) {
        delegate.close();
      }
    }
  }

  /**
   * Waits until the script is ready, or has turned out to be no good.
   *
   * @return whether it is ready
   */
  public boolean awaitReady(Duration atMost) throws InterruptedException {
    return versions.awaitReady(atMost);
  }

  @Override
  public Inquiry inquiry(RequestFacts request) {
    return begin(current -> current.inquiry(request));
  }

  @Override
  public Inquiry inquiry(RequestFacts request, Consumer<Asked> trace) {
    return begin(current -> current.inquiry(request, trace));
  }

  private Inquiry begin(Function<Generation, Inquiry> beginning) {
    try {
      return beginning.apply(versions.current());
    } catch (DelegateException e) {
      return new RefusedInquiry(e);
    }
  }

  @Override
  public Optional<MetaIdentifier> deserialize(String text) throws DelegateException {
    return versions.current().deserialize(text);
  }

  @Override
  public String serialize(MetaIdentifier image) throws DelegateException {
    return versions.current().serialize(image);
  }

  @Override
  public String context(RequestFacts request, @Nullable KnownImage image) {
    return JsonText.of(new RequestContext(request, image));
  }

  /** What is wrong with the script, in words fit for anybody; nothing when all is well. */
  public Optional<String> problem() {
    return versions.problem();
  }

  /** Whether a version of the script is in force, be it the latest or not. */
  public boolean answers() {
    return versions.answers();
  }

  /** How much the version in force has to do at the moment. */
  public PoolLoad load() {
    return versions.load();
  }

  /** How often, in any version, there was no time for a question: it took or waited too long. */
  public long timeOuts() {
    return versions.timeOuts();
  }

  @Override
  public DelegateStatus status() {
    return versions.status();
  }

  /** Stops the script, and waits for that. */
  @Override
  public void close() {
    versions.close();
  }
}
