package org.casaba.service;

import org.casaba.iiif.Identifier;

/** What is to be forgotten. */
public sealed interface PurgeOrder {

  /** All pictures, and all that is known of images. */
  record All() implements PurgeOrder {}

  /** All pictures of an image, of all its pages, and all that is known of it. */
  record OfImage(Identifier identifier) implements PurgeOrder {}

  /** What is known of an image; its pictures stay. */
  record Information(Identifier identifier) implements PurgeOrder {}

  /** Pictures whose time is over. */
  record Expired() implements PurgeOrder {}
}
