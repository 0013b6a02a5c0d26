package org.casaba.delegate.host;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * A function for scripts. What goes wrong is thrown as an exception of the script's own language:
 * Python's {@code except Exception} does not catch those of Java.
 *
 * @param name as scripts call it, with the object that it is part of
 * @param errors which exception to throw
 */
record HostFunction(String name, Errors errors, Body body) implements ProxyExecutable {

  /** What a function does. */
  @FunctionalInterface
  interface Body {
    /** Answers with a plain value, or a proxy. */
    @Nullable Object call(Arguments arguments) throws CallException, InterruptedException;
  }

  /**
   * Exceptions of a language.
   *
   * @param language GraalVM's name of it
   * @param type expression for the exception's class
   */
  record Errors(String language, String type) {

    /** Those of {@code js} or {@code python}. */
    static Errors of(String language) {
      return switch (language) {
        case "js" -> new Errors(language, "Error");
        case "python" -> new Errors(language, "RuntimeError");
        default -> throw new IllegalArgumentException(language);
      };
    }

    private RuntimeException exception(String message) {
      return Context.getCurrent().eval(language, type).newInstance(message).throwException();
    }
  }

  @Override
  public @Nullable Object execute(Value... values) {
    try {
      return body.call(new Arguments(values));
    } catch (CallException e) {
      throw errors.exception(name + " " + e.getMessage());
    } catch (InterruptedException e) {
      // Whoever interrupts is about to end the script: the thread must go on knowing it.
      Thread.currentThread().interrupt();
      throw new IllegalStateException(name + " was interrupted", e);
    }
  }
}
