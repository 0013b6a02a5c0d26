package org.casaba.delegate.host;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Contexts of one language, as bare as those of delegate scripts, with host objects. */
final class Scripts implements Closeable {
  private final String language;
  private final Engine engine;
  private final List<Context> contexts = new ArrayList<>();

  Scripts(String language) {
    this.language = language;
    this.engine = Engine.newBuilder(language).option("engine.WarnInterpreterOnly", "false").build();
  }

  /** A context that has these objects. */
  Context context(HostObjects objects) {
    Context context =
        Context.newBuilder(language).engine(engine).allowHostAccess(HostAccess.NONE).build();
    contexts.add(context);
    Value bindings = context.getBindings(language);
    objects.globals(language).forEach(bindings::putMember);
    return context;
  }

  /** What an expression is, as text; what it throws, as text. */
  String text(Context context, String code) {
    try {
      Value value = context.eval(language, code);
      return value.isString() ? value.asString() : value.toString();
    } catch (PolyglotException e) {
      return (e.isGuestException() ? "" : "of Java: ") + e.getMessage();
    }
  }

  @Override
  public void close() {
    contexts.forEach(context -> context.close(true));
    engine.close(true);
  }
}
