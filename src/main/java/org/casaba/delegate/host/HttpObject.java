package org.casaba.delegate.host;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.casaba.delegate.host.Question.Patience;
import org.jspecify.annotations.Nullable;

/** {@code http}: requests to other servers. */
final class HttpObject {
  private HttpObject() {}

  static Members of(Messenger messenger, Patience patience, HostFunction.Errors errors) {
    return new Members(
        Map.of(
            "get",
            new HostFunction(
                "http.get",
                errors,
                arguments -> answer(messenger.ask(Question.get(arguments, patience)))),
            "post",
            new HostFunction(
                "http.post",
                errors,
                arguments -> answer(messenger.ask(Question.post(arguments, patience))))));
  }

  private static PlainMap answer(HttpResponse<String> response) {
    Map<String, @Nullable Object> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, lines) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", lines)));
    return new PlainMap(
        Map.of("status", response.statusCode(), "headers", headers, "body", response.body()),
        false);
  }
}
