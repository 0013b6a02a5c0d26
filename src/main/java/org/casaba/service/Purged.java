package org.casaba.service;

import java.util.List;
import org.casaba.iiif.Identifier;

/**
 * What has been forgotten.
 *
 * @param derivatives how many pictures; one that was kept in several places counts once
 * @param images how many images that were open
 * @param checks of how many files it was remembered what they had been like
 * @param names by which the source finds what was asked for; empty if no name was given
 * @param problems what could not be done, in sentences for administrators; empty if all is done
 */
public record Purged(
    long derivatives, long images, long checks, List<Identifier> names, List<String> problems) {
  public Purged {
    names = List.copyOf(names);
    problems = List.copyOf(problems);
  }
}
