package org.casaba.delegate.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.casaba.delegate.Access;
import org.casaba.delegate.Asked;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.DelegateSettings;
import org.casaba.delegate.Inquiry;
import org.casaba.delegate.KnownImage;
import org.casaba.delegate.RequestFacts;
import org.casaba.delegate.answer.CapsAnswer;
import org.casaba.delegate.answer.OverlayAnswer;
import org.casaba.delegate.answer.RedactionsAnswer;
import org.casaba.delegate.answer.TextAnswer;
import org.casaba.delegate.context.RequestContext;
import org.casaba.delegate.guest.ContextPool;
import org.casaba.delegate.guest.Guest;
import org.casaba.delegate.guest.ScriptFunction;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.casaba.plan.Overlay;
import org.jspecify.annotations.Nullable;

/**
 * One request, put to one version of the script. What can be asked at the same moment is asked at
 * once, since each handing over to a context costs more than the script does.
 */
final class ScriptInquiry implements Inquiry {
  private final Generation script;
  private final RequestFacts request;
  private final @Nullable Consumer<Asked> trace;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private Optional<Identifier> located;
  private Limits admitted = Limits.NONE;
  private boolean personal;

  /** A function that is being asked. */
  private record Begun(ScriptFunction function, long time) {}

  /** What has not answered yet, on the thread of the context; followed only if there is a trace. */
  private volatile @Nullable Begun begun;

  ScriptInquiry(Generation script, RequestFacts request, @Nullable Consumer<Asked> trace) {
    this.script = script;
    this.request = request;
    this.trace = trace;
    this.located = Optional.of(request.image().identifier());
  }

  @Override
  public Access admit() throws DelegateException {
    if (!script.has(ScriptFunction.PRE_AUTHORIZE) && !looksUp()) {
      return Access.Granted.EVERYTHING;
    }
    RequestContext context = new RequestContext(request, null);
    Access access = call(context, guest -> admit(guest, context));
    if (access instanceof Access.Granted granted) {
      admitted = granted.caps();
    }
    return access;
  }

  private boolean looksUp() {
    return script.lookup().source() == DelegateSettings.SourceChoice.SCRIPT
        || script.lookup().file() == DelegateSettings.FileChoice.SCRIPT;
  }

  private Access admit(Guest guest, RequestContext context) throws DelegateException {
    Access access = access(guest, ScriptFunction.PRE_AUTHORIZE, context);
    if (access instanceof Access.Granted) {
      if (script.lookup().source() == DelegateSettings.SourceChoice.SCRIPT) {
        ask(guest, ScriptFunction.SOURCE, context, TextAnswer::source);
      }
      if (script.lookup().file() == DelegateSettings.FileChoice.SCRIPT) {
        located =
            ask(guest, ScriptFunction.FILESYSTEMSOURCE_PATHNAME, context, script.pathname()::read);
      }
    }
    return access;
  }

  @Override
  public Optional<Identifier> locate() {
    return located;
  }

  @Override
  public Access permit(KnownImage image) throws DelegateException {
    if (!hasAnyOf(
        ScriptFunction.AUTHORIZE,
        ScriptFunction.LIMITS,
        ScriptFunction.REDACTIONS,
        ScriptFunction.OVERLAY,
        ScriptFunction.METADATA)) {
      return Access.Granted.EVERYTHING;
    }
    RequestContext context = new RequestContext(request, image);
    return call(context, guest -> permit(guest, context));
  }

  private Access permit(Guest guest, RequestContext context) throws DelegateException {
    return switch (access(guest, ScriptFunction.AUTHORIZE, context)) {
      case Access.Withheld withheld -> withheld;
      case Access.Granted(Limits caps, Alterations _) -> {
        Limits announced = limits(guest, context);
        if (!caps.and(announced).and(admitted).equals(announced.and(admitted))) {
          script.warnOfSecretCaps();
        }
        yield new Access.Granted(announced.and(caps), alterations(guest, context));
      }
    };
  }

  private Alterations alterations(Guest guest, RequestContext context) throws DelegateException {
    List<Rectangle> redactions =
        answer(guest, ScriptFunction.REDACTIONS, context, List.of(), RedactionsAnswer::read);
    Optional<Overlay> overlay =
        answer(
            guest,
            ScriptFunction.OVERLAY,
            context,
            Optional.empty(),
            answer -> Optional.of(OverlayAnswer.read(answer)));
    Optional<String> xmp =
        answer(guest, ScriptFunction.METADATA, context, Optional.empty(), TextAnswer::xmp);
    return new Alterations(redactions, overlay.orElse(null), xmp.orElse(null));
  }

  @Override
  public Description describe(KnownImage image) throws DelegateException {
    ScriptFunction keys =
        request.version() == ApiVersion.V2
            ? ScriptFunction.EXTRA_IIIF2_INFORMATION_RESPONSE_KEYS
            : ScriptFunction.EXTRA_IIIF3_INFORMATION_RESPONSE_KEYS;
    if (!hasAnyOf(ScriptFunction.LIMITS, keys)) {
      return new Description(Limits.NONE, Map.of());
    }
    RequestContext context = new RequestContext(request, image);
    return call(
        context,
        guest ->
            new Description(
                limits(guest, context), answer(guest, keys, context, Map.of(), TextAnswer::keys)));
  }

  @Override
  public boolean personal() {
    return personal;
  }

  private boolean hasAnyOf(ScriptFunction... functions) {
    for (ScriptFunction function : functions) {
      if (script.has(function)) {
        return true;
      }
    }
    return false;
  }

  private Access access(Guest guest, ScriptFunction function, RequestContext context)
      throws DelegateException {
    return answer(
        guest,
        function,
        context,
        Access.Granted.EVERYTHING,
        answer -> script.access().read(answer, request));
  }

  private Limits limits(Guest guest, RequestContext context) throws DelegateException {
    return answer(guest, ScriptFunction.LIMITS, context, Limits.NONE, CapsAnswer::read);
  }

  /** What a function answers; the standard if the script has not got it. */
  private <T> T answer(
      Guest guest,
      ScriptFunction function,
      RequestContext context,
      T standard,
      Generation.Reading<T> reading)
      throws DelegateException {
    return script.has(function) ? ask(guest, function, context, reading) : standard;
  }

  private <T> T ask(
      Guest guest, ScriptFunction function, RequestContext context, Generation.Reading<T> reading)
      throws DelegateException {
    if (trace == null) {
      return script.ask(guest, function, context, reading, null);
    }
    begun = new Begun(function, System.nanoTime());
    return script.ask(guest, function, context, reading, this::answered);
  }

  private void answered(Asked each) {
    begun = null;
    asked.add(each);
  }

  /** Hands on what has been asked, on the thread that waits: others may still be at it. */
  private void tell() {
    for (Asked each = asked.poll(); trace != null && each != null; each = asked.poll()) {
      trace.accept(each);
    }
  }

  /** What was stopped has been asked, too. */
  private void unanswered(DelegateException e) {
    Begun stopped = begun;
    if (stopped != null) {
      Duration time = Duration.ofNanos(System.nanoTime() - stopped.time());
      asked.add(new Asked(stopped.function().snakeCase(), "null", time, e.getMessage()));
    }
  }

  private <T> T call(RequestContext context, ContextPool.Question<T> question)
      throws DelegateException {
    try {
      return script.call(question);
    } catch (DelegateException e) {
      unanswered(e);
      throw e;
    } finally {
      personal |= context.personal();
      tell();
    }
  }
}
