package org.casaba.web;

/**
 * How long clients may keep what is the same for everybody: values of Cache-Control (RFC 9111
 * section 5.2.2), empty for none. Errors are kept by nobody, whatever stands here.
 *
 * @param images {@code http.cache_control}: of pictures
 * @param ownInformation {@code http.cache_control.information}: of info.json and of redirects,
 *     which change with limits and rules; empty for the same as of pictures
 */
public record CachingSettings(String images, String ownInformation) {

  String information() {
    return ownInformation.isEmpty() ? images : ownInformation;
  }
}
