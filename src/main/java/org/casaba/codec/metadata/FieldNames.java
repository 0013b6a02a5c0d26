package org.casaba.codec.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifInteropDirectory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;

/** The names of numbered fields, in letters and digits: DateTimeOriginal, CaptionAbstract. */
final class FieldNames {
  static final FieldNames IFD0 = new FieldNames("IFD0", new ExifIFD0Directory());
  static final FieldNames EXIF = new FieldNames("Exif", new ExifSubIFDDirectory());
  static final FieldNames GPS = new FieldNames("GPS", new GpsDirectory());
  static final FieldNames INTEROPERABILITY =
      new FieldNames("Interoperability", new ExifInteropDirectory());
  static final FieldNames IPTC = new FieldNames("IPTC", new IptcDirectory());

  private final String directory;

  /** Empty; asked for names alone. */
  private final Directory known;

  private FieldNames(String directory, Directory known) {
    this.directory = directory;
    this.known = known;
  }

  /** What the directory that the fields stand in is called. */
  String directory() {
    return directory;
  }

  /** A field's name; its number in hexadecimal if it has none. */
  String name(int number) {
    return known.hasTagName(number)
        ? known.getTagName(number).replaceAll("[^A-Za-z0-9]", "")
        : String.format("0x%04X", number);
  }
}
