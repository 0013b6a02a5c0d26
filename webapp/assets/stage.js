// A picture on a stage: asks for its info.json, shows it, or says why it cannot.
const ZOOM = 1.5;

/**
 * Fills a `.stage` element. `show(url, format)` opens the image whose info.json is at url +
 * "/info.json", in tiles of that format; without one, as the server prefers.
 */
export function createStage(stage) {
  const trouble = stage.querySelector(".trouble");
  const viewer = OpenSeadragon({
    element: stage.querySelector(".osd"),
    showNavigationControl: false,
    showNavigator: false,
    visibilityRatio: 0.6,
    maxZoomPixelRatio: 3,
    animationTime: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 0.8,
    // On a page that scrolls, one finger and the bare wheel belong to the page.
    cooperativeGestures: stage.dataset.gestures === "shared",
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
  });
  // For tests, and for the curious at the console.
  stage.casaba = viewer;
  viewer.canvas.setAttribute("role", "application");
  viewer.canvas.setAttribute("aria-label", "Image. Arrow keys move, plus and minus zoom, 0 shows all.");
  bindTools(stage, viewer);
  stayWhole(stage, viewer);

  let wanted = 0;

  function fail(heading, lines, detail) {
    viewer.close();
    trouble.hidden = false;
    trouble.querySelector("h2").textContent = heading;
    trouble.querySelector("p").textContent = lines;
    const pre = trouble.querySelector("pre");
    pre.textContent = detail;
    pre.hidden = detail === "";
  }

  async function show(url, format) {
    const ask = ++wanted;
    trouble.hidden = true;
    const info = await load(url, fail);
    if (info !== null && ask === wanted) {
      if (format) {
        info.preferredFormats = [format];
      }
      viewer.open(info);
    }
    return info;
  }

  viewer.addHandler("open-failed", (event) => fail("This image cannot be shown", event.message, ""));
  let failures = 0;
  viewer.addHandler("open", () => (failures = 0));
  viewer.addHandler("tile-loaded", () => (failures = 0));
  viewer.addHandler("tile-load-failed", async (event) => {
    // One lost tile is the network; several in a row, with none that came, is the image.
    if (++failures === 3) {
      const answer = await fetch(event.tile.getUrl()).catch(() => null);
      if (answer !== null && !answer.ok) {
        fail("This image cannot be drawn", status(answer), await text(answer));
      }
    }
  });
  return { show, viewer };
}

/** Who has not moved yet sees all of the image, also after turning the telephone. */
function stayWhole(stage, viewer) {
  let whole = true;
  viewer.addHandler("open", () => (whole = true));
  viewer.addHandler("home", () => (whole = true));
  for (const gesture of ["drag", "scroll", "pinch", "double-click", "key"]) {
    viewer.addHandler("canvas-" + gesture, () => (whole = false));
  }
  stage.querySelector(".tools").addEventListener("click", (event) => {
    whole = event.target.closest("[data-do=all]") !== null;
  });
  viewer.addHandler("after-resize", () => {
    if (whole && viewer.isOpen()) {
      // Later, for OpenSeadragon itself goes on to restore the old zoom.
      queueMicrotask(() => viewer.viewport.goHome(true));
    }
  });
}

async function load(url, fail) {
  let answer;
  try {
    answer = await fetch(url + "/info.json", { headers: { Accept: "application/json" } });
  } catch (problem) {
    fail("The server did not answer", String(problem.message), "");
    return null;
  }
  if (!answer.ok) {
    fail(
      answer.status === 404 ? "There is no such image" : "This image cannot be opened",
      status(answer),
      await text(answer),
    );
    return null;
  }
  try {
    const info = await answer.json();
    // The tiles come from where this page comes from, whatever name the server has in public.
    info["@id" in info ? "@id" : "id"] = new URL(url, document.baseURI).href;
    return info;
  } catch (problem) {
    fail("The server's answer is not an info.json", String(problem.message), "");
    return null;
  }
}

function status(answer) {
  return `The server answered ${answer.status}${answer.statusText ? " " + answer.statusText : ""} to ${answer.url}`;
}

async function text(answer) {
  const type = answer.headers.get("Content-Type") ?? "";
  return type.startsWith("text/plain") || type.includes("json") ? (await answer.text()).slice(0, 2000) : "";
}

function bindTools(stage, viewer) {
  const actions = {
    in: () => viewer.viewport.zoomBy(ZOOM),
    out: () => viewer.viewport.zoomBy(1 / ZOOM),
    all: () => viewer.viewport.goHome(true),
    turn: () => viewer.viewport.setRotation(viewer.viewport.getRotation() + 90),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : stage.requestFullscreen()),
  };
  for (const button of stage.querySelectorAll("button[data-do]")) {
    if (button.dataset.do === "full" && !document.fullscreenEnabled) {
      button.hidden = true;
    }
    button.addEventListener("click", () => {
      if (viewer.isOpen()) {
        actions[button.dataset.do]();
        viewer.viewport.applyConstraints();
      }
    });
  }
}
