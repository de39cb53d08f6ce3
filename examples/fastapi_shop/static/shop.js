"use strict";

// Offers only the regimes and uses that match the choices so far; the server checks them again.
const form = document.querySelector('form[action="/pedidos"]');
if (form) {
  const { tax_id: rfc, tax_system: regime, use } = form.elements;
  const fits = (option, person) =>
    !option.value ||
    ((!person || option.dataset.persons.split(" ").includes(person)) &&
      (!option.dataset.regimes || !regime.value || option.dataset.regimes.split(" ").includes(regime.value)));
  const filter = () => {
    const person = { 12: "moral", 13: "fisica" }[rfc.value.trim().length];
    for (const select of [regime, use]) {
      for (const option of select.options) option.hidden = option.disabled = !fits(option, person);
      if (select.selectedOptions[0]?.disabled) select.value = "";
    }
  };
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => setTimeout(() => (event.submitter.disabled = true)));
  window.addEventListener("pageshow", () => (form.querySelector("button").disabled = false));
  filter();
}

// Polls the state of an order until it is complete.
const state = document.querySelector("#state");
if (state) {
  const isOver = () => ["invoiced", "ended"].includes(state.querySelector("[data-step]").dataset.step);
  const refresh = async () => {
    try {
      const answer = await fetch(state.dataset.url);
      const fresh = state.cloneNode(false);
      fresh.innerHTML = await answer.text();
      if (answer.ok && !fresh.isEqualNode(state)) state.replaceChildren(...fresh.childNodes);
    } catch {
      // The shop cannot be reached: try again later.
    }
    if (!isOver()) setTimeout(refresh, 1000);
  };
  if (!isOver()) refresh();
}
