package org.casaba.metrics;

/**
 * What a request was for.
 *
 * @param path as the client wrote it, without its query
 * @param image the image's identifier; empty if it is for none
 */
public record Asked(Metrics.Kind kind, String path, String image) {}
