package org.casaba.delegate.answer;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Makes sure that a text is XML, since nobody will look at it before it is in a file. */
final class WellFormed {
  private WellFormed() {}

  /**
   * The same text.
   *
   * @throws IllegalAnswerException if it is not well-formed, or has a document type, by which it
   *     could have entities
   */
  static String xml(String text) throws IllegalAnswerException {
    try {
      parser().parse(new InputSource(new StringReader(text)), new DefaultHandler());
      return text;
    } catch (SAXException e) {
      throw new IllegalAnswerException("which is no well-formed XML: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SAXParser parser() throws SAXException {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newSAXParser();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser has these features", e);
    }
  }
}
