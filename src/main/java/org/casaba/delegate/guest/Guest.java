package org.casaba.delegate.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.answer.IllegalAnswerException;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A context with a script in it. Belongs to the thread that has opened it, which alone may ask and
 * close it; others may only {@link #cancel} it.
 */
public final class Guest {
  private final Context context;
  private final ScriptText script;
  private final LineBudget printed;
  private List<Attendant> attendants = List.of();
  private Map<ScriptFunction, Value> functions = Map.of();
  private PlainValue.StringLength length = string -> string.asString().length();
  private boolean spoiled;
  private volatile @Nullable ScriptFunction running;

  private Guest(Context context, ScriptText script, LineBudget printed) {
    this.context = context;
    this.script = script;
    this.printed = printed;
  }

  /** An empty context, entered by this thread. */
  static Guest open(ScriptEngine engine, ScriptText script, Consumer<String> printed) {
    LineBudget budget = new LineBudget();
    Context context = engine.newContext(line -> budget.spend(() -> line, printed));
    context.enter();
    return new Guest(context, script, budget);
  }

  /** Starts the language, which may take long. */
  void start() throws DelegateException {
    try {
      context.initialize(script.language().id());
      length = Prelude.run(script.language(), context);
    } catch (PolyglotException e) {
      throw failure("", e);
    }
  }

  /**
   * Loads the script.
   *
   * @param globals objects that it finds by these names
   */
  void load(Map<String, Object> globals) throws DelegateException {
    String language = script.language().id();
    try {
      Value bindings = context.getBindings(language);
      globals.forEach(bindings::putMember);
      attendants =
          globals.values().stream()
              .filter(Attendant.class::isInstance)
              .map(Attendant.class::cast)
              .toList();
      Prelude.fit(script.language(), context);
      context.eval(Source.newBuilder(language, script.text(), script.name()).build());
      functions = new EnumMap<>(FoundFunctions.in(bindings, script));
    } catch (PolyglotException e) {
      throw failure("", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      spoiled = true;
      throw new DelegateException.Failed(script.name() + ": " + e);
    }
  }

  Set<ScriptFunction> functions() {
    return Set.copyOf(functions.keySet());
  }

  /** Whether something has happened after which the context is of no use. */
  boolean isSpoiled() {
    return spoiled;
  }

  /**
   * Calls a function of the script, which must have it, and copies what it answers.
   *
   * @param argument a plain value, readable during the call only
   * @throws DelegateException if the function fails
   * @throws IllegalAnswerException if what it answers cannot be copied
   */
  public @Nullable Object call(ScriptFunction function, Object argument)
      throws DelegateException, IllegalAnswerException {
    Value value = functions.get(function);
    if (value == null) {
      throw new DelegateException.Failed(
          script.name() + ": there is no function " + function.snakeCase());
    }
    running = function;
    printed.renew();
    attendants.forEach(Attendant::callBegins);
    Lifetime lifetime = new Lifetime();
    Views views = new Views(lifetime, script.language() == ScriptLanguage.PYTHON);
    try {
      Object answer = PlainValue.of(value.execute(views.of(argument)), length);
      if (lifetime.offence().isPresent()) {
        throw new DelegateException.Failed(
            script.name() + " in " + function.snakeCase() + ": " + lifetime.offence().get());
      }
      return answer;
    } catch (PolyglotException e) {
      throw failure(" in " + function.snakeCase(), e);
    } catch (StackOverflowError | OutOfMemoryError e) {
      spoiled = true;
      throw new DelegateException.Failed(script.name() + " in " + function.snakeCase() + ": " + e);
    } finally {
      lifetime.end();
    }
  }

  private DelegateException failure(String where, PolyglotException e) {
    spoiled |=
        e.isExit()
            || e.isCancelled()
            || e.isInterrupted()
            || e.isInternalError()
            || e.isResourceExhausted();
    if (e.isCancelled() || e.isInterrupted()) {
      return new DelegateException.Busy(script.name() + where + ": stopped, it took too long");
    }
    return new DelegateException.Failed(GuestError.describe(e, script.name(), where));
  }

  /** The function that is being called or has been last, to any thread. */
  Optional<ScriptFunction> running() {
    return Optional.ofNullable(running);
  }

  /** Ends whatever runs in it, from any thread; it is of no use afterwards. */
  void cancel() {
    context.close(true);
  }

  /** Leaves and closes it. */
  void close() {
    try {
      context.leave();
      context.close(true);
    } catch (PolyglotException | IllegalStateException e) {
      // Cancelled before: there is nothing left to be closed.
    }
  }
}
