package org.casaba.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the process and the servlet container bring to the configuration.
 *
 * @param environment the process's environment variables
 * @param properties system properties
 * @param contextParameter {@code casaba.config} of the web application; null if it has none
 * @param samples the folder of images where none is configured; null if there is none
 */
public record Surroundings(
    Map<String, String> environment,
    Map<String, String> properties,
    @Nullable String contextParameter,
    @Nullable Path samples) {
  public Surroundings {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
  }
}
