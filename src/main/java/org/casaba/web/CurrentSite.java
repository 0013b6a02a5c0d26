package org.casaba.web;

import jakarta.servlet.ServletContext;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The site that requests are answered from at the moment; a changed configuration replaces it
 * whole, requests under way finish on the one they began with. Empty while there is no
 * configuration that works.
 */
public final class CurrentSite {
  private static final String ATTRIBUTE = CurrentSite.class.getName();

  private final AtomicReference<Optional<Site>> site = new AtomicReference<>(Optional.empty());

  /** Makes it the one that this context's servlets ask. */
  public void publish(ServletContext context) {
    context.setAttribute(ATTRIBUTE, this);
  }

  static CurrentSite of(ServletContext context) {
    if (context.getAttribute(ATTRIBUTE) instanceof CurrentSite current) {
      return current;
    }
    throw new IllegalStateException("the application has not been started");
  }

  public void replace(Site next) {
    site.set(Optional.of(next));
  }

  Optional<Site> get() {
    return site.get();
  }
}
