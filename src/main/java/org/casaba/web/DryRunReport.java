package org.casaba.web;

import java.util.List;
import java.util.Optional;
import org.casaba.delegate.Asked;
import org.casaba.geometry.Dimensions;
import org.jspecify.annotations.Nullable;

/**
 * What would be answered, and why.
 *
 * @param context what the rules see, as JSON for people to read
 * @param asked the functions that were asked
 * @param outcome what the request itself is answered with
 * @param information what the same caller gets as info.json
 * @param failure why the rules have not answered, with file and line; null if they have
 */
public record DryRunReport(
    String context,
    List<Asked> asked,
    Outcome outcome,
    Outcome information,
    @Nullable String failure) {
  public DryRunReport {
    asked = List.copyOf(asked);
  }

  /** Why the rules have not answered; nothing if they have. */
  public Optional<String> rulesFailure() {
    return Optional.ofNullable(failure);
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param leadsTo absolute URI of a redirect; null if it is none
   * @param authenticate what {@code WWW-Authenticate} says; null for nothing
   * @param problem what is wrong, in more words than a client gets; null if nothing is
   * @param written the canonical URI of a picture; null if there is none
   * @param pictureSize in pixels; null if there is no picture
   * @param document info.json; null if that was not asked for
   * @param personal whether another caller may get another answer, so that no shared cache may keep
   *     it
   */
  public record Outcome(
      int status,
      @Nullable String leadsTo,
      @Nullable String authenticate,
      @Nullable String problem,
      @Nullable String written,
      @Nullable Dimensions pictureSize,
      @Nullable String document,
      boolean personal) {

    static Outcome of(int status, String message, boolean personal) {
      return refused(status, message, null, personal);
    }

    static Outcome refused(
        int status, String message, @Nullable String authenticate, boolean personal) {
      return new Outcome(status, null, authenticate, message, null, null, null, personal);
    }

    static Outcome redirect(int status, String location, boolean personal) {
      return new Outcome(status, location, null, null, null, null, null, personal);
    }

    static Outcome picture(String canonical, Dimensions size, boolean personal) {
      return new Outcome(200, null, null, null, canonical, size, null, personal);
    }

    static Outcome information(String json, boolean personal) {
      return new Outcome(200, null, null, null, null, null, json, personal);
    }

    public Optional<String> location() {
      return Optional.ofNullable(leadsTo);
    }

    public Optional<String> challenge() {
      return Optional.ofNullable(authenticate);
    }

    public Optional<String> message() {
      return Optional.ofNullable(problem);
    }

    public Optional<String> canonical() {
      return Optional.ofNullable(written);
    }

    public Optional<Dimensions> size() {
      return Optional.ofNullable(pictureSize);
    }

    public Optional<String> info() {
      return Optional.ofNullable(document);
    }
  }
}
