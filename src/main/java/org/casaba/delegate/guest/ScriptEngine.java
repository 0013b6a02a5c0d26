package org.casaba.delegate.guest;

import java.io.InputStream;
import java.util.function.Consumer;
import org.casaba.delegate.DelegateException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.EnvironmentAccess;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.io.IOAccess;

/**
 * The engine of one language, and what all contexts share by it: parsed code, and the rule that
 * nothing of the host is theirs. To be made and closed on threads that end.
 */
public final class ScriptEngine implements AutoCloseable {
  private final ScriptLanguage language;
  private final Engine engine;

  private ScriptEngine(ScriptLanguage language, Engine engine) {
    this.language = language;
    this.engine = engine;
  }

  /**
   * Starts an engine that has this language alone.
   *
   * @throws DelegateException.Failed if the language is not part of this installation
   */
  public static ScriptEngine start(ScriptLanguage language) throws DelegateException.Failed {
    Engine engine;
    try {
      engine =
          Engine.newBuilder(language.id())
              .allowExperimentalOptions(true)
              .option("engine.WarnInterpreterOnly", "false")
              .build();
    } catch (IllegalArgumentException e) {
      throw missing(language);
    }
    if (!engine.getLanguages().containsKey(language.id())) {
      engine.close(true);
      throw missing(language);
    }
    return new ScriptEngine(language, engine);
  }

  private static DelegateException.Failed missing(ScriptLanguage language) {
    return new DelegateException.Failed(
        language.title() + " is not part of this installation of Casaba: take the WAR that has it");
  }

  /**
   * A context in which nothing has been loaded.
   *
   * @param printed takes the lines that a script prints
   */
  Context newContext(Consumer<String> printed) {
    return Context.newBuilder(language.id())
        .engine(engine)
        .allowExperimentalOptions(true)
        .options(language.options())
        .allowHostAccess(HostAccess.NONE)
        .allowHostClassLoading(false)
        .allowHostClassLookup(name -> false)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowIO(IOAccess.NONE)
        .allowEnvironmentAccess(EnvironmentAccess.NONE)
        .allowCreateThread(false)
        .allowCreateProcess(false)
        .allowNativeAccess(false)
        .allowInnerContextOptions(false)
        .allowValueSharing(false)
        .in(InputStream.nullInputStream())
        .out(new PrintedLines(printed))
        .err(new PrintedLines(printed))
        .build();
  }

  @Override
  public void close() {
    // First, for the hook waits like this for scripts that cannot be stopped, and the JVM for it.
    ShutdownHooks.removeOwn(Engine.class.getClassLoader());
    engine.close(true);
    awaitThreads();
  }

  /** Threads that a language has started for its contexts end a moment after those. */
  private void awaitThreads() {
    ClassLoader ours = ScriptEngine.class.getClassLoader();
    GuestOpening.join(
        Thread.getAllStackTraces().keySet().stream()
            .filter(each -> each.getName().startsWith(language.id() + "-"))
            .filter(each -> ours.equals(each.getContextClassLoader()))
            .toList());
  }
}
