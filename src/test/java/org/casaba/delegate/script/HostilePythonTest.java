package org.casaba.delegate.script;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.casaba.delegate.DelegateException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostilePythonTest {
  @TempDir static Path folder;
  private static Trial trial;
  private static Trial patient;

  @BeforeAll
  static void start() throws Exception {
    trial = Trial.python(folder);
    patient =
        Trial.python(Files.createDirectory(folder.resolve("patient")), Duration.ofSeconds(30));
  }

  @AfterAll
  static void stop() {
    trial.close();
    patient.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True: pass",
        """
        while True:
            try:
                while True: pass
            except BaseException: pass
            finally: continue
        """,
        "import time\ntime.sleep(600)",
      })
  void whatDoesNotEndIsStopped(String code) throws Exception {
    String message = trial.isStopped(code);
    assertTrue(message.contains("pre_authorize"), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer = 'x' * 10**9",
        "answer = b'x' * 10**9",
        "answer = [0] * 10**9",
        "answer = ['x' * 10**6] * 10**6",
        "kept_here = []\nwhile True: kept_here.append('x' * 1000 + str(len(kept_here)))",
        "text = 'x'\nwhile True: text += text",
        "answer = list(range(10**8))",
      })
  void memoryIsNotBlown(String code) throws Exception {
    boolean refused = false;
    try {
      trial.does(code);
    } catch (DelegateException e) {
      refused = true;
    }
    assertTrue(refused, code);
    trial.answersOthers();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "raise ValueError('no')",
        "raise BaseException('no')",
        "raise KeyboardInterrupt",
        "raise 'no'",
        "syntax error",
        """
        class Odd(Exception):
            def __str__(self): raise self
            __repr__ = __str__
        raise Odd()
        """,
        "def f(): return f() + 1\nf()",
        "async def f(): return True\nanswer = f()",
        "answer = (x for x in [True])",
        "answer = lambda: True",
        "answer = object",
        "answer = object()",
        "answer = 10 ** 100",
        "answer = 1j",
        "answer = float('nan')",
        "answer = None",
        "answer = ''",
        "answer = 'True'",
        "answer = b'x'",
        "answer = 0",
        "answer = 1",
        "answer = []",
        "answer = [True]",
        "answer = (True,)",
        "answer = {True}",
        "answer = {}",
        "answer = {1: 2}",
        "answer = {}\nanswer['a'] = answer",
        "answer = []\nanswer.append(answer)",
        "answer = True\nfor i in range(10**5): answer = {'max_width': answer}",
        "answer = {'status_code': 200, 'more': [0] * 10**6}",
        "answer = {'allowed': True}",
        "answer = {'status_code': 200, 'allowed': True}",
        "answer = {'status_code': 42}",
        "answer = {'status_code': True}",
        "answer = {'status_code': '302', 'location': '/login'}",
        "answer = {'status_code': 200.5}",
        "answer = {'status_code': float('nan')}",
        "answer = {'status_code': 200, 'location': '/login'}",
        "answer = {'status_code': 302}",
        "answer = {'status_code': 302, 'location': '//evil.example'}",
        "answer = {'status_code': 401}",
        "answer = {'max_width': 0}",
        "answer = {'max_width': -1}",
        "answer = {'max_width': 1e99}",
        "answer = {'max_width': 10 ** 99}",
        "answer = {'max_width': float('nan')}",
        "answer = {'max_width': '2000'}",
        "answer = {'max_width': 1.5}",
        "answer = {'max_width': None}",
        "context.identifier = 'other'\nanswer = True",
        "context['identifier'] = 'other'\nanswer = True",
        "del context['identifier']\nanswer = True",
        "context.clear()\nanswer = True",
        "context.update(identifier='other')\nanswer = True",
        "try: context['identifier'] = 'other'\nexcept BaseException: pass\nanswer = True",
        "try: context.cookies['a'] = 'b'\nexcept BaseException: pass\nanswer = True",
        "try: context.operations[0] = 1\nexcept BaseException: pass\nanswer = True",
        "try: context.operations.append(1)\nexcept BaseException: pass\nanswer = True",
      })
  void whatIsNoAnswerRefuses(String code) throws Exception {
    trial.fails(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import java\nanswer = java.type('java.lang.Runtime') is not None",
        "from java.lang import Runtime\nanswer = True",
        "import polyglot\nanswer = polyglot.import_value('x') is None",
        "import polyglot\nanswer = polyglot.eval(language='js', string='true')",
        "import polyglot\nanswer = polyglot.eval(language='python', string='0')",
        "import os\nos.system('true')\nanswer = True",
        "import os\nos.popen('true').read()\nanswer = True",
        "import os\nos.fork()\nanswer = True",
        "import os\nos.execv('/bin/true', ['true'])\nanswer = True",
        "import os\nos.posix_spawn('/bin/true', ['true'], {})\nanswer = True",
        "import os\nanswer = bool(os.environ['PATH'])",
        "import os\nanswer = 'PATH' in os.environ or 0",
        "import os\nos.kill(os.getpid(), 9)\nanswer = True",
        "import os\nos._exit(1)\nanswer = True",
        "import os\nos.abort()\nanswer = True",
        "import os\nos.listdir('/')\nanswer = True",
        "import os\nos.remove('/tmp/nothing')\nanswer = True",
        "import os\nos.mkdir('/tmp/casaba-python')\nanswer = True",
        "import posix\nposix.open('/etc/passwd', 0)\nanswer = True",
        "import signal\nsignal.raise_signal(9)\nanswer = True",
        "import signal\nsignal.signal(15, lambda *a: None)\nanswer = True",
        "import sys\nsys.exit()",
        "import sys\nsys.exit(0)",
        "raise SystemExit",
        "quit()\nanswer = True",
        "exit()\nanswer = True",
        "open('/etc/passwd')\nanswer = True",
        "open('/tmp/casaba-python', 'w')\nanswer = True",
        "import io\nio.FileIO('/etc/passwd')\nanswer = True",
        "import pathlib\nanswer = pathlib.Path('/etc/passwd').exists() or 0",
        "import socket\nsocket.create_connection(('127.0.0.1', 22))\nanswer = True",
        "import socket\nsocket.socket().bind(('127.0.0.1', 0))\nanswer = True",
        "import socket\nsocket.gethostbyname('localhost')\nanswer = True",
        "import urllib.request\nurllib.request.urlopen('http://127.0.0.1/')\nanswer = True",
        "import subprocess\nsubprocess.run(['true'])\nanswer = True",
        "import threading\nthreading.Thread(target=print).start()\nanswer = True",
        "import _thread\n_thread.start_new_thread(print, ())\nanswer = True",
        "import multiprocessing\nmultiprocessing.Process(target=print).start()\nanswer = True",
        "import ctypes\nctypes.CDLL(None)\nanswer = True",
        "input()\nanswer = True",
        "context.getClass()\nanswer = True",
        "import faulthandler\nfaulthandler._sigsegv()\nanswer = True",
        "import importlib.reload\nanswer = True",
      })
  void serverIsOutOfReach(String code) throws Exception {
    patient.fails(code);
  }

  @Test
  void contextOfAnEarlierRequestIsNotThereAnyMore() throws Exception {
    String keep =
        "kept.setdefault('it', context)\nkept.setdefault('headers', context.request_headers)\n"
            + "kept.setdefault('list', context.operations)\nanswer = True";
    for (int i = 0; i < 50; i++) {
      trial.does(keep);
    }
    for (String use :
        new String[] {
          "it'].identifier",
          "it']['client_ip']",
          "headers']['cookie']",
          "list'][0]",
          "it'].to_dict()",
          "it'].get('client_ip')",
        }) {
      trial.fails("answer = kept['" + use + " != ''");
    }
  }

  @Test
  void errorsSayTheLine() throws Exception {
    String message = trial.fails("raise ValueError('no')");
    assertTrue(message.startsWith("delegates.py:5 in pre_authorize"), message);
  }
}
