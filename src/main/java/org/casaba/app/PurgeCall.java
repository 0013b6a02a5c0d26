package org.casaba.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Asks one server to purge.
 *
 * @param credentials name and password of an administrator, with a colon between
 */
record PurgeCall(HttpClient client, URI url, String credentials) {
  /** A large cache on a slow disk takes its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int LONGEST_ANSWER = 5_000;

  /**
   * What came of it.
   *
   * @param text in sentences, on one line
   */
  record Outcome(boolean well, String text) {}

  /** Never shows the password. */
  @Override
  public String toString() {
    return "PurgeCall[" + url + "]";
  }

  Outcome send(PurgeArguments asked) throws InterruptedException {
    String image = asked.identifier();
    String body =
        "what="
            + asked.what()
            + (image == null
                ? ""
                : "&identifier=" + URLEncoder.encode(image, StandardCharsets.UTF_8));
    byte[] login = credentials.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/admin/purge"))
            .timeout(PATIENCE)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return outcome(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (HttpTimeoutException e) {
      return new Outcome(false, "The server does not answer in time.");
    } catch (IOException e) {
      return new Outcome(
          false, "Nothing answers here" + reason(e) + ". Is the server running? --url says where.");
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
  }

  private static Outcome outcome(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return switch (answer.statusCode()) {
      case 200 -> new Outcome(true, shown(answer.body()));
      case 401 ->
          new Outcome(
              false,
              "The server has another admin.username or admin.password than these settings.");
      case 404 ->
          new Outcome(
              false,
              "There is nothing here: this is no Casaba, or lacks its context path, or has no"
                  + " admin.username and admin.password.");
      default ->
          new Outcome(
              false,
              "The server answers "
                  + answer.statusCode()
                  + (type.startsWith("text/plain") ? ": " + shown(answer.body()) : "."));
    };
  }

  private static String shown(String text) {
    String line = text.strip().replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "?");
    return line.substring(0, Math.min(line.length(), LONGEST_ANSWER));
  }
}
