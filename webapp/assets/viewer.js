import { createStage } from "./stage.js";

const element = document.querySelector(".stage");
const stage = createStage(element);
const format = new URLSearchParams(location.search).get("format");
const info = await stage.show("iiif/3/" + element.dataset.image, format);
if (info !== null) {
  document.querySelector(".size").textContent = `${info.width} × ${info.height}`;
}
