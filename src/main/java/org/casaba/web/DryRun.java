package org.casaba.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.MetaIdentifiers;
import org.casaba.delegate.RequestFacts;
import org.casaba.delegate.TracedDelegate;
import org.casaba.iiif.IllegalRequestException;
import org.casaba.iiif.ImageRequest;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.Scale;
import org.casaba.info.InformationJson;
import org.casaba.plan.Planner;
import org.casaba.service.ImageAnswer;
import org.casaba.service.ImageService;
import org.casaba.service.InformationAnswer;
import org.casaba.service.InformationService;
import org.casaba.service.Picture;
import org.casaba.service.PretendedImages;
import org.casaba.service.Rendering;
import org.casaba.service.StoredImages;
import org.casaba.web.DryRunReport.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Puts requests that nobody has sent through everything but the rendering, and tells what rules
 * were asked, what they said, and what would be answered. Thread-safe.
 */
public record DryRun(
    TracedDelegate delegate,
    StoredImages images,
    Planner planner,
    Rendering rendering,
    InformationJson json,
    WebSettings settings,
    MetaIdentifiers metaIdentifiers) {

  public DryRunReport of(DryRunRequest request) {
    try {
      DryRunTarget target = DryRunTarget.parse(request.url(), settings);
      Optional<MetaIdentifier> image = names().read(target.path().rawIdentifier());
      if (image.isEmpty()) {
        return refused(404, "There is no image of this name.", null);
      }
      return report(request, target, target.picture(image.get().identifier()), image.get());
    } catch (IllegalRequestException e) {
      return refused(400, String.valueOf(e.getMessage()), null);
    } catch (DelegateException e) {
      String message = String.valueOf(e.getMessage());
      return refused(Problems.tried(e).status(), message, message);
    }
  }

  private static DryRunReport refused(int status, String message, @Nullable String failure) {
    Outcome refused = Outcome.of(status, message, false);
    return new DryRunReport("{}", List.of(), refused, refused, failure);
  }

  private ImageNames names() {
    return new ImageNames(metaIdentifiers, settings.slashSubstitute());
  }

  private DryRunReport report(
      DryRunRequest request,
      DryRunTarget target,
      Optional<ImageRequest> wanted,
      MetaIdentifier image) {
    RequestFacts.Caller caller = new RequestFacts.Caller(request.client(), request.headers());
    StoredImages pool = request.size().map(PretendedImages::of).orElse(images);
    Witness witness = new Witness(delegate);
    if (wanted.isEmpty()) {
      Outcome info = information(target, target.facts(image, null, caller), pool, witness);
      return report(witness, info, info, witness);
    }
    RequestFacts facts = target.facts(image, wanted.get(), caller);
    Outcome outcome = picture(target, facts, pool, witness);
    Witness second = new Witness(delegate);
    Outcome info = information(target, target.facts(image, null, caller), pool, second);
    return report(witness, outcome, info, second);
  }

  private static DryRunReport report(
      Witness witness, Outcome outcome, Outcome information, Witness second) {
    String failure = witness.failure().or(second::failure).orElse(null);
    return new DryRunReport(witness.context(), witness.asked(), outcome, information, failure);
  }

  private Outcome picture(
      DryRunTarget target, RequestFacts facts, StoredImages pool, Witness witness) {
    ImageService service = new ImageService(witness, pool, planner, rendering);
    try {
      return switch (service.answer(facts.imageRequest().orElseThrow(), facts)) {
        case Picture picture -> drawn(target, picture);
        case ImageAnswer.Elsewhere(ImageRequest other, boolean varies) ->
            Outcome.redirect(303, target.uri() + "/" + Call.written(other), varies);
        case ImageAnswer.Withheld(Access.Withheld decision, boolean _) ->
            withheld(decision, target, facts, witness);
      };
    } catch (Exception e) {
      return failed(e, witness);
    }
  }

  private static Outcome drawn(DryRunTarget target, Picture picture) throws IOException {
    try (picture) {
      String canonical = target.uri() + "/" + Call.written(picture.canonical());
      return Outcome.picture(canonical, picture.size(), picture.varies());
    }
  }

  private Outcome information(
      DryRunTarget target, RequestFacts facts, StoredImages pool, Witness witness) {
    try {
      return switch (new InformationService(witness, pool, planner).answer(facts)) {
        case InformationAnswer.Information known ->
            Outcome.information(
                json.write(facts.version(), target.uri(), known.information(), known.extraKeys()),
                known.varies());
        case InformationAnswer.Withheld(Access.Withheld decision, boolean _) ->
            withheld(decision, target, facts, witness);
      };
    } catch (Exception e) {
      return failed(e, witness);
    }
  }

  private Outcome withheld(
      Access.Withheld decision, DryRunTarget target, RequestFacts facts, Witness witness)
      throws DelegateException, IllegalRequestException {
    return switch (decision) {
      case Access.Redirected(int status, URI location) ->
          Outcome.redirect(
              status, Withholding.location(location, facts.address()), witness.personal());
      case Access.Reduced(int status, Scale scale) ->
          Outcome.redirect(
              status,
              target.uri(names().reduced(target.path().rawIdentifier(), facts.image(), scale))
                  + facts.address().substring(target.uri().length()),
              witness.personal());
      case Access.Refused(int status, String message, String authenticate) ->
          Outcome.refused(status, message, authenticate, witness.personal());
    };
  }

  /** Who tries things out is told more than clients are. */
  private static Outcome failed(Exception e, Witness witness) {
    Problem problem = Problems.tried(e);
    String message =
        e instanceof DelegateException ? String.valueOf(e.getMessage()) : problem.message();
    return Outcome.of(problem.status(), message, witness.personal());
  }
}
