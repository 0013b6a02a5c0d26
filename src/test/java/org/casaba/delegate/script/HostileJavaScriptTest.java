package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.casaba.delegate.Access;
import org.casaba.delegate.DelegateException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileJavaScriptTest {
  @TempDir static Path folder;
  private static Trial trial;

  @BeforeAll
  static void start() throws Exception {
    trial = Trial.javaScript(folder);
  }

  @AfterAll
  static void stop() {
    trial.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (;;) {}",
        "for (;;) { try { for (;;) {} } catch (e) {} finally { continue; } }",
        "return {get max_width() { for (;;) {} }}",
      })
  void whatDoesNotEndIsStopped(String code) throws Exception {
    String message = trial.isStopped(code);
    assertTrue(message.contains("pre_authorize"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const all = []; for (;;) { all.push('x'.repeat(1000) + all.length); }",
        "const all = []; for (;;) { all.push(new Array(100000).fill(all.length)); }",
        "let all = 'x'; for (;;) { all += all; }",
        "return 'x'.repeat(1 << 30)",
        "return ['x'.repeat(9e6), 'x'.repeat(9e6)]",
        "return new Array(1e9).fill(1)",
        "return new ArrayBuffer(2e9)",
        "return Array.from({length: 1e8}, (_, i) => [i])",
      })
  void memoryIsNotBlown(String code) throws Exception {
    assertTrue(refuses(code), code);
    trial.answersOthers();
  }

  private static boolean refuses(String code) {
    try {
      trial.does(code);
      return false;
    } catch (DelegateException e) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "throw new Error('no')",
        "throw 'no'",
        "throw null",
        "throw undefined",
        "throw {get message() { throw 1; }, toString() { throw 2; }}",
        "throw Symbol('no')",
        "null.x",
        "syntax error",
        "const f = () => f() + 1; return f()",
        "return (async () => true)()",
        "return Promise.resolve(true)",
        "return Promise.reject(new Error('no'))",
        "return (function* () { yield true; })()",
        "return () => true",
        "return class {}",
        "return Symbol('yes')",
        "return 10n ** 100n",
        "return NaN",
        "return",
        "return null",
        "return ''",
        "return 'true'",
        "return 0",
        "return 1",
        "return []",
        "return [true]",
        "return {}",
        "return new Date()",
        "return /x/",
        "return new Proxy({}, {get() { throw 1; }, ownKeys() { return ['status_code']; }})",
        "return new Proxy({}, {ownKeys() { for (;;) {} }})",
        "return {toString() { for (;;) {} }, get status_code() { for (;;) {} }}",
        "const a = {}; a.a = a; return a",
        "const a = []; a.push(a); return a",
        "let a = true; for (let i = 0; i < 1e5; i++) { a = {max_width: a}; } return a",
        "return {status_code: 200, more: new Array(1e6).fill(0)}",
        "return {allowed: true}",
        "return {status_code: 200, allowed: true}",
        "return {status_code: 42}",
        "return {status_code: '302', location: '/login'}",
        "return {status_code: 200.5}",
        "return {status_code: NaN}",
        "return {status_code: 200, location: '/login'}",
        "return {status_code: 304, location: '/login'}",
        "return {status_code: 302}",
        "return {status_code: 302, location: ''}",
        "return {status_code: 302, location: '/', scale_numerator: 1, scale_denominator: 2}",
        "return {status_code: 302, scale_numerator: 1}",
        "return {status_code: 302, scale_numerator: 2, scale_denominator: 1}",
        "return {status_code: 302, scale_numerator: 1, scale_denominator: 0}",
        "return {status_code: 401}",
        "return {status_code: 600}",
        "return {max_width: 0}",
        "return {max_width: -1}",
        "return {max_width: 1e99}",
        "return {max_width: NaN}",
        "return {max_width: Infinity}",
        "return {max_width: '2000'}",
        "return {max_width: 1.5}",
        "return {max_width: null}",
        "return {max_area: 2000n ** 9n}",
        "context.identifier = 'other'; return true",
        "'use strict'; context.identifier = 'other'; return true",
        "delete context.identifier; return true",
        "try { context.identifier = 'other'; } catch (e) {} return true",
        "try { context.cookies.a = 'b'; } catch (e) {} return true",
        "try { context.operations[0].class = 'b'; } catch (e) {} return true",
        "try { context.operations.push(1); } catch (e) {} return true",
        "Object.defineProperty(context, 'identifier', {value: 'other'}); return true",
      })
  void whatIsNoAnswerRefuses(String code) throws Exception {
    trial.fails(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return Java.type('java.lang.Runtime') !== null",
        "return Polyglot.import('x') === undefined",
        "return Polyglot.eval('js', 'true')",
        "return Graal.versionECMAScript > 0",
        "load('/etc/passwd'); return true",
        "load({name: 'x', script: 'true'}); return true",
        "loadWithNewGlobal('/etc/passwd'); return true",
        "require('fs'); return true",
        "return importScripts('/etc/passwd')",
        "return read('/etc/passwd') !== ''",
        "return readline() !== ''",
        "quit(); return true",
        "exit(); return true",
        "java.lang.System.exit(1); return true",
        "Packages.java.lang.System.exit(1); return true",
        "return fetch('http://localhost/') !== null",
        "return context.getClass() !== null",
        "return context.constructor.constructor('return true')()",
        "return process.env.PATH !== ''",
        "return new SharedArrayBuffer(8) !== null",
        "return new Worker('x') !== null",
        "return setTimeout(() => true, 0) !== null",
      })
  void serverIsOutOfReach(String code) throws Exception {
    trial.fails(code);
  }

  @Test
  void importOfModulesLeadsNowhere() throws Exception {
    trial.fails("return import('/etc/passwd')");
    trial.fails("let it = false; import('/etc/passwd').then(() => { it = true; }); return it || 0");
  }

  @Test
  void contextOfAnEarlierRequestIsNotThereAnyMore() throws Exception {
    String keep =
        "globalThis.kept ??= context; globalThis.headers ??= context.request_headers;"
            + "globalThis.list ??= context.operations; return true";
    for (int i = 0; i < 50; i++) {
      trial.does(keep);
    }
    for (String use :
        new String[] {
          "kept.identifier",
          "kept['client_ip']",
          "headers['cookie']",
          "list[0]",
          "list.length",
          "Object.keys(kept)",
          "JSON.stringify(kept)",
          "'client_ip' in kept",
        }) {
      trial.fails("return " + use + " !== ''");
    }
  }

  @Test
  void builtInObjectsOfOneRequestDoNotDecideTheNext() throws Exception {
    trial.does("Object.prototype.max_width = 1; return true");
    trial.fails("return {}");
    trial.does("delete Object.prototype.max_width; return true");
  }

  @Test
  void printingFloodsNothing() throws Exception {
    assertEquals(
        Access.Granted.EVERYTHING, trial.does("console.log('x'.repeat(1e6)); return true"));
  }
}
