package org.casaba.delegate.script;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.casaba.delegate.Asked;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.DelegateStatus;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.delegate.TracedDelegate;
import org.casaba.delegate.answer.AccessAnswer;
import org.casaba.delegate.answer.IllegalAnswerException;
import org.casaba.delegate.answer.MetaIdentifierAnswer;
import org.casaba.delegate.answer.PathnameAnswer;
import org.casaba.delegate.context.JsonText;
import org.casaba.delegate.context.RequestContext;
import org.casaba.delegate.guest.ContextPool;
import org.casaba.delegate.guest.Guest;
import org.casaba.delegate.guest.PoolLoad;
import org.casaba.delegate.guest.ScriptFunction;
import org.casaba.delegate.guest.ScriptText;
import org.casaba.iiif.MetaIdentifier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of the script, loaded and ready. Thread-safe. */
public final class Generation implements TracedDelegate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Generation.class);
  private static final int LONGEST_QUOTE = 300;

  private final ScriptText script;
  private final ContextPool pool;
  private final LongAdder timeOuts;
  private final DelegateSettings.Lookup lookup;
  private final Set<ScriptFunction> functions;
  private final AccessAnswer access;
  private final PathnameAnswer pathname;
  private final Instant loaded = Instant.now();
  private final AtomicBoolean warned = new AtomicBoolean();

  private Generation(
      ScriptText script,
      ContextPool pool,
      DelegateSettings settings,
      LongAdder timeOuts,
      Set<ScriptFunction> functions) {
    this.script = script;
    this.pool = pool;
    this.timeOuts = timeOuts;
    this.lookup = settings.lookup();
    this.functions = EnumSet.copyOf(functions);
    this.access = new AccessAnswer(settings.redirectHosts());
    this.pathname = new PathnameAnswer(lookup.root().normalize().toString().replace('\\', '/'));
  }

  /**
   * Loads the script into the pool's contexts.
   *
   * @param pool closed if this fails
   */
  static Generation load(ScriptText script, ContextPool pool, DelegateSettings settings)
      throws DelegateException {
    return load(script, pool, settings, new LongAdder());
  }

  /**
   * The same, counting on.
   *
   * @param timeOuts questions for which there was no time
   */
  static Generation load(
      ScriptText script, ContextPool pool, DelegateSettings settings, LongAdder timeOuts)
      throws DelegateException {
    boolean loaded = false;
    try {
      Generation generation = new Generation(script, pool, settings, timeOuts, pool.open());
      generation.requireWhatIsConfigured();
      Unasked.of(generation.functions, generation.lookup)
          .forEach(each -> LOG.warn("{}: {}", script.name(), each));
      loaded = true;
      return generation;
    } finally {
      if (!loaded) {
        pool.close();
      }
    }
  }

  private void requireWhatIsConfigured() throws DelegateException.Failed {
    if (lookup.source() == DelegateSettings.SourceChoice.SCRIPT) {
      require(ScriptFunction.SOURCE, "source.default");
    }
    if (lookup.file() == DelegateSettings.FileChoice.SCRIPT) {
      require(ScriptFunction.FILESYSTEMSOURCE_PATHNAME, "source.filesystem.lookup");
    }
    if (lookup.identifiers()) {
      require(ScriptFunction.DESERIALIZE_META_IDENTIFIER, "the configuration");
      require(ScriptFunction.SERIALIZE_META_IDENTIFIER, "the configuration");
    }
  }

  private void require(ScriptFunction function, String key) throws DelegateException.Failed {
    if (!has(function)) {
      throw new DelegateException.Failed(
          script.name() + ": " + key + " wants a function " + function.snakeCase());
    }
  }

  boolean has(ScriptFunction function) {
    return functions.contains(function);
  }

  DelegateSettings.Lookup lookup() {
    return lookup;
  }

  AccessAnswer access() {
    return access;
  }

  PathnameAnswer pathname() {
    return pathname;
  }

  @Override
  public Inquiry inquiry(RequestFacts request) {
    return new ScriptInquiry(this, request, null);
  }

  @Override
  public Inquiry inquiry(RequestFacts request, Consumer<Asked> trace) {
    return new ScriptInquiry(this, request, trace);
  }

  @Override
  public String context(RequestFacts request, @Nullable KnownImage image) {
    return JsonText.of(new RequestContext(request, image));
  }

  @Override
  public DelegateStatus status() {
    return status(script.name(), null);
  }

  /** How the script stands whose version in force this is. */
  DelegateStatus status(String name, @Nullable String trouble) {
    List<String> names = functions.stream().map(ScriptFunction::snakeCase).toList();
    return new DelegateStatus(name, names, loaded, trouble);
  }

  /** What the client's text stands for; nothing if it is no meta-identifier. */
  @Override
  public Optional<MetaIdentifier> deserialize(String text) throws DelegateException {
    return call(guest ->
        ask(
            guest,
            ScriptFunction.DESERIALIZE_META_IDENTIFIER,
            text,
            MetaIdentifierAnswer::read,
            null));
  }

  /** How the client is to write it. */
  @Override
  public String serialize(MetaIdentifier image) throws DelegateException {
    return call(guest ->
        ask(
            guest,
            ScriptFunction.SERIALIZE_META_IDENTIFIER,
            MetaIdentifierAnswer.parts(image),
            MetaIdentifierAnswer::written,
            null));
  }

  /** What an answer means. */
  @FunctionalInterface
  interface Reading<T> {
    T of(@Nullable Object answer) throws IllegalAnswerException;
  }

  <T> T call(ContextPool.Question<T> question) throws DelegateException {
    try {
      return pool.call(question);
    } catch (DelegateException.Busy e) {
      timeOuts.increment();
      throw e;
    }
  }

  /** Calls a function in a context that is ours for now. */
  <T> T ask(
      Guest guest,
      ScriptFunction function,
      Object argument,
      Reading<T> reading,
      @Nullable Consumer<Asked> trace)
      throws DelegateException {
    long begun = trace == null ? 0 : System.nanoTime();
    Object answer = null;
    String error = null;
    boolean copied = false;
    try {
      answer = guest.call(function, argument);
      copied = true;
      return reading.of(answer);
    } catch (IllegalAnswerException e) {
      error = refusal(function, copied ? quoted(answer) : "something", e);
      throw new DelegateException.Failed(error);
    } catch (DelegateException e) {
      error = e.getMessage();
      throw e;
    } finally {
      if (trace != null) {
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        trace.accept(new Asked(function.snakeCase(), JsonText.of(answer), time, error));
      }
    }
  }

  private static String quoted(@Nullable Object answer) {
    return (answer == null ? "nothing" : JsonText.of(answer, LONGEST_QUOTE)) + ",";
  }

  private String refusal(ScriptFunction function, String answer, IllegalAnswerException e) {
    return script.name()
        + ": "
        + function.snakeCase()
        + " answered "
        + answer
        + " "
        + e.getMessage();
  }

  /** Says, once, that info.json has promised more than is given. */
  void warnOfSecretCaps() {
    if (warned.compareAndSet(false, true)) {
      LOG.warn(
          "{}: authorize caps more strictly than limits, which is what info.json announces; say it"
              + " in limits",
          script.name());
    }
  }

  PoolLoad load() {
    return pool.load();
  }

  @Override
  public void close() {
    pool.close();
  }
}
