import { createStage } from "./stage.js";

const samples = [...document.querySelectorAll(".sample")];
const element = document.querySelector(".stage");

if (element !== null && samples.length > 0) {
  const stage = createStage(element);
  const choose = (chosen) => {
    for (const sample of samples) {
      sample.querySelector("button").setAttribute("aria-pressed", String(sample === chosen));
    }
    stage.show("iiif/3/" + chosen.dataset.image, chosen.dataset.format);
  };
  for (const sample of samples) {
    sample.querySelector("button").addEventListener("click", () => {
      choose(sample);
      element.scrollIntoView({ block: "nearest" });
    });
  }
  choose(samples[0]);
}

document.querySelector("form.open").addEventListener("submit", (event) => {
  event.preventDefault();
  const identifier = event.target.elements.identifier.value.trim();
  if (identifier !== "") {
    // Slashes stay: not every Tomcat lets %2F through, and both name the same image.
    location.href = "viewer/" + identifier.split("/").map(encodeURIComponent).join("/");
  }
});
