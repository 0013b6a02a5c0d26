package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casaba.delegate.Access;
import org.casaba.delegate.Asked;
import org.casaba.delegate.DelegateException;
import org.casaba.delegate.DelegateSettings.FileChoice;
import org.casaba.delegate.DelegateSettings.Lookup;
import org.casaba.delegate.DelegateSettings.SourceChoice;
import org.casaba.delegate.Inquiry;
import org.casaba.geometry.Rectangle;
import org.casaba.iiif.ApiVersion;
import org.casaba.iiif.Identifier;
import org.casaba.iiif.MetaIdentifier;
import org.casaba.iiif.Scale;
import org.casaba.plan.Alterations;
import org.casaba.plan.Limits;
import org.casaba.plan.Overlay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every function, in both languages. What each answers is what a header of the request says. */
final class ContractTest {
  @TempDir static Path folder;
  private static ScriptDelegate javaScript;
  private static ScriptDelegate python;

  enum Language {
    JAVASCRIPT,
    PYTHON;

    ScriptDelegate delegate() {
      return this == JAVASCRIPT ? javaScript : python;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    javaScript =
        load(
            "delegates.js",
            """
            const answer = (context, name, standard) => {
              const text = context.request_headers[name];
              return text === null ? standard : JSON.parse(text);
            };
            const preAuthorize = c => answer(c, 'X-Admit', true);
            const authorize = c => answer(c, 'x-PERMIT', true);
            const limits = c => answer(c, 'x-limits');
            const extraIiif2InformationResponseKeys = c => ({two: c.request_type});
            const extra_iiif3_information_response_keys = c => answer(c, 'x-keys', null);
            const source = c => answer(c, 'x-source', 'filesystem');
            const filesystemsource_pathname = c => answer(c, 'x-path');
            const overlay = c => answer(c, 'x-overlay');
            const redactions = c => answer(c, 'x-redactions');
            const metadata = c => answer(c, 'x-metadata');
            function deserialize_meta_identifier(text) {
              const [identifier, page, scale] = text.split('|');
              if (identifier === '') return;
              return {identifier, page_number: page ? +page : null,
                  scale_constraint: scale ? scale.split(':').map(Number) : null};
            }
            const serializeMetaIdentifier = parts =>
                [parts.identifier, parts.page_number ?? '',
                    (parts.scale_constraint ?? []).join(':')].join('|');
            """);
    python =
        load(
            "delegates.py",
            """
            import json

            def answer(context, name, standard=None):
                text = context.request_headers[name]
                return standard if text is None else json.loads(text)

            def pre_authorize(context): return answer(context, 'X-Admit', True)
            def authorize(context): return answer(context, 'x-PERMIT', True)
            def limits(context): return answer(context, 'x-limits')
            def extra_iiif2_information_response_keys(context):
                return {'two': context.request_type}
            def extra_iiif3_information_response_keys(context): return answer(context, 'x-keys')
            def source(context): return answer(context, 'x-source', 'filesystem')
            def filesystemsource_pathname(context): return answer(context, 'x-path')
            def overlay(context): return answer(context, 'x-overlay')
            def redactions(context): return answer(context, 'x-redactions')
            def metadata(context): return answer(context, 'x-metadata')

            def deserialize_meta_identifier(text):
                parts = text.split('|')
                if not parts[0]: return None
                return {
                    'identifier': parts[0],
                    'page_number': int(parts[1]) if len(parts) > 1 and parts[1] else None,
                    'scale_constraint': [int(n) for n in parts[2].split(':')]
                        if len(parts) > 2 and parts[2] else None,
                }

            def serialize_meta_identifier(parts):
                return '|'.join([
                    parts['identifier'],
                    '' if parts.page_number is None else str(parts.page_number),
                    ':'.join(str(n) for n in parts['scale_constraint'] or []),
                ])
            """);
  }

  private static ScriptDelegate load(String name, String script) throws Exception {
    Path file = folder.resolve(name);
    Scripts.write(file, script);
    Lookup lookup = new Lookup(SourceChoice.SCRIPT, FileChoice.SCRIPT, folder, true);
    return ScriptDelegate.load(
        Scripts.settings(file, Duration.ofSeconds(20), lookup), language -> Map.of());
  }

  @AfterAll
  static void stop() {
    javaScript.close();
    python.close();
  }

  private static Access admit(Language language, String answer) throws DelegateException {
    return language.delegate().inquiry(Requests.image("x-admit", answer)).admit();
  }

  private static Access permit(Language language, String... headers) throws DelegateException {
    Inquiry inquiry = language.delegate().inquiry(Requests.image(headers));
    assertEquals(Access.Granted.EVERYTHING, inquiry.admit());
    return inquiry.permit(Requests.known());
  }

  private static void fails(Language language, String header, String value) {
    assertThrows(
        DelegateException.Failed.class, () -> permit(language, header, value), header + value);
  }

  @ParameterizedTest
  @EnumSource
  void accessIsAsAnswered(Language language) throws Exception {
    assertEquals(Access.Granted.EVERYTHING, admit(language, "true"));
    assertEquals(Access.Granted.EVERYTHING, admit(language, "{\"status_code\": 204}"));
    assertEquals(403, assertInstanceOf(Access.Refused.class, admit(language, "false")).status());
    assertEquals(
        new Access.Redirected(307, URI.create("/login?a=b")),
        admit(language, "{\"status_code\": 307, \"location\": \"/login?a=b\"}"));
    assertEquals(
        Optional.of("Bearer realm=\"x\""),
        assertInstanceOf(
                Access.Refused.class,
                admit(
                    language, "{\"status_code\": 401, \"challenge\": \"Bearer realm=\\\"x\\\"\"}"))
            .challenge());
    assertEquals(
        new Access.Refused(451, "Not here", null),
        admit(language, "{\"status_code\": 451, \"message\": \"Not here\"}"));
    assertEquals(
        new Access.Granted(Limits.of(300, 0, 90000), Alterations.NONE),
        admit(language, "{\"status_code\": 200, \"max_width\": 300, \"max_area\": 90000}"));
    assertThrows(
        DelegateException.Failed.class,
        () -> admit(language, "{\"status_code\": 302, \"location\": \"//evil.example/\"}"));
  }

  @ParameterizedTest
  @EnumSource
  void smallerVersionIsNotRedirectedAgain(Language language) throws Exception {
    String half = "{\"status_code\": 303, \"scale_numerator\": 1, \"scale_denominator\": 2}";
    assertEquals(new Access.Reduced(303, new Scale(1, 2)), admit(language, half));
    assertEquals(new Access.Reduced(303, new Scale(1, 2)), permit(language, "x-permit", half));
  }

  @ParameterizedTest
  @EnumSource
  void capsOfAllFunctionsHoldTogether(Language language) throws Exception {
    Access access =
        permit(
            language,
            "x-permit",
            "{\"max_width\": 300}",
            "x-limits",
            "{\"max_width\": 400, \"max_height\": 200}");
    Overlay nothing = new Overlay.Nothing();
    assertEquals(
        new Access.Granted(Limits.of(300, 200, 0), new Alterations(List.of(), nothing, null)),
        access);
    fails(language, "x-limits", "{}");
    fails(language, "x-limits", "true");
    fails(language, "x-limits", "{\"max_width\": 1, \"width\": 1}");
  }

  @ParameterizedTest
  @EnumSource
  void pictureIsAlteredAsAnswered(Language language) throws Exception {
    Alterations alterations =
        assertInstanceOf(
                Access.Granted.class,
                permit(
                    language,
                    "x-redactions",
                    "[{\"x\": 1, \"y\": 2, \"width\": 3, \"height\": 4}]",
                    "x-overlay",
                    "{\"string\": \"K\u00f6ln\", \"position\": \"bottom right\", \"inset\": 5}",
                    "x-metadata",
                    "\"<rdf:RDF/>\""))
            .alterations();
    assertEquals(List.of(new Rectangle(1, 2, 3, 4)), alterations.redactions());
    assertEquals(
        "K\u00f6ln",
        assertInstanceOf(Overlay.Text.class, alterations.overlay().orElseThrow()).text());
    assertEquals(Optional.of("<rdf:RDF/>"), alterations.xmp());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoAlterationRefusesThePicture(Language language) {
    for (String answer :
        List.of(
            "true",
            "{}",
            "[[]]",
            "[{}]",
            "[null]",
            "\"\"",
            "[{\"x\": -1, \"y\": 2, \"width\": 3, \"height\": 4}]",
            "[{\"x\": 1, \"y\": 2, \"width\": 0, \"height\": 4}]",
            "[{\"x\": 1.5, \"y\": 2, \"width\": 3, \"height\": 4}]",
            "[{\"x\": 1, \"y\": 2, \"width\": 3}]",
            "[{\"x\": 1, \"y\": 2, \"width\": 3, \"height\": 4, \"z\": 5}]",
            "[{\"x\": 1, \"y\": 2, \"width\": 3, \"height\": 1e99}]")) {
      fails(language, "x-redactions", answer);
    }
    for (String answer : List.of("true", "false", "{}", "[]", "1", "{\"strin\": \"x\"}", "\"x\"")) {
      fails(language, "x-overlay", answer);
    }
    for (String answer :
        List.of(
            "true",
            "{}",
            "[]",
            "1",
            "\"\"",
            "\"\\u0000\"",
            "\"x\"",
            "\"<a><b></a>\"",
            "\"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>\"",
            "\"<!DOCTYPE a SYSTEM 'file:///x'><a/>\"",
            "\"<a/><b/>\"")) {
      fails(language, "x-metadata", answer);
    }
  }

  @ParameterizedTest
  @EnumSource
  void informationHasTheKeysOfItsVersion(Language language) throws Exception {
    ScriptDelegate delegate = language.delegate();
    Inquiry two = delegate.inquiry(Requests.information(ApiVersion.V2));
    assertEquals(
        new Inquiry.Description(Limits.NONE, Map.of("two", "information")),
        two.describe(Requests.known()));
    String keys = "{\"a\": [1, 2.5, null, true, {\"b\": \"c\"}], \"d\": {}}";
    Inquiry three =
        delegate.inquiry(
            Requests.information(ApiVersion.V3, "x-keys", keys, "x-limits", "{\"max_width\": 7}"));
    Inquiry.Description description = three.describe(Requests.known());
    assertEquals(Limits.of(7, 0, 0), description.caps());
    assertEquals("{a=[1, 2.5, null, true, {b=c}], d={}}", description.extraKeys().toString());
    for (String wrong :
        List.of(
            "true",
            "[]",
            "\"x\"",
            "0",
            "{\"rights\": 1}",
            "{\"license\": {}}",
            "{\"rights\": null}",
            "{\"preferredFormats\": \"png\"}",
            "{\"preferredFormats\": [1]}")) {
      Inquiry inquiry = delegate.inquiry(Requests.information(ApiVersion.V3, "x-keys", wrong));
      assertThrows(DelegateException.Failed.class, () -> inquiry.describe(Requests.known()), wrong);
    }
  }

  private static Optional<Identifier> located(Language language, String path)
      throws DelegateException {
    Inquiry inquiry = language.delegate().inquiry(Requests.image("x-path", path));
    assertEquals(Access.Granted.EVERYTHING, inquiry.admit());
    return inquiry.locate();
  }

  @ParameterizedTest
  @EnumSource
  void filesAreFoundBelowTheRootAlone(Language language) throws Exception {
    Optional<Identifier> found = Optional.of(new Identifier("a/b.tif"));
    assertEquals(found, located(language, "\"a/b.tif\""));
    assertEquals(found, located(language, "\"" + folder + "/a/b.tif\""));
    assertEquals(Optional.empty(), located(language, "null"));
    for (String detour :
        List.of(
            "a/./b.tif",
            "a/c/../b.tif",
            "a//b.tif",
            "a/",
            ".",
            "../x",
            "a/../../x",
            folder + "/../x",
            folder + "//a",
            folder + "/")) {
      assertEquals(Optional.empty(), located(language, "\"" + detour + "\""), detour);
    }
    for (String path :
        List.of("/etc/passwd", folder + "x/a", folder + "", "", "a\\u0000b", "a\\nb", "/")) {
      assertThrows(
          DelegateException.Failed.class, () -> located(language, "\"" + path + "\""), path);
    }
    for (String path : List.of("true", "1", "[]", "{\"path\": \"a\"}")) {
      assertThrows(DelegateException.Failed.class, () -> located(language, path), path);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sourcesThatThereAreNotAreNone(Language language) {
    for (String name : List.of("\"s3\"", "null", "\"\"", "1", "true")) {
      assertThrows(
          DelegateException.Failed.class,
          () -> language.delegate().inquiry(Requests.image("x-source", name)).admit(),
          name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void metaIdentifiersAreReadAndWritten(Language language) throws Exception {
    ScriptDelegate delegate = language.delegate();
    MetaIdentifier whole = new MetaIdentifier(new Identifier("\u00e4/b"), 1, Scale.FULL);
    MetaIdentifier part = new MetaIdentifier(new Identifier("a"), 3, new Scale(1, 4));
    assertEquals(Optional.of(whole), delegate.deserialize("\u00e4/b"));
    assertEquals(Optional.of(part), delegate.deserialize("a|3|1:4"));
    assertEquals(Optional.empty(), delegate.deserialize("|3"));
    assertEquals("\u00e4/b||", delegate.serialize(whole));
    assertEquals("a|3|1:4", delegate.serialize(part));
    for (String wrong : List.of("a|0", "a|-1", "a|1|2:1", "a|1|0:1", "a|1|1:2:3", "a|x")) {
      assertThrows(DelegateException.Failed.class, () -> delegate.deserialize(wrong), wrong);
    }
  }

  @ParameterizedTest
  @EnumSource
  void functionsAreAskedInOrder(Language language) throws Exception {
    List<Asked> asked = new ArrayList<>();
    Inquiry inquiry = language.delegate().inquiry(Requests.image(), asked::add);
    inquiry.admit();
    inquiry.permit(Requests.known());
    assertEquals(
        List.of(
            "pre_authorize",
            "source",
            "filesystemsource_pathname",
            "authorize",
            "limits",
            "redactions",
            "overlay",
            "metadata"),
        asked.stream().map(Asked::function).toList());
    assertTrue(inquiry.personal());
  }
}
