/* Filters for a list. Each row says by what it can be found (data-facets); the controls are made from that, with counts,
   and the address says what is chosen. Without scripts the list is whole. */
(() => {
  const say = window.dossierSay;
  const rows = [...document.querySelectorAll("[data-facets]")].map((at) => ({ at, of: JSON.parse(at.dataset.facets) }));
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.of)))];
  const values = (name) => [...new Set(rows.flatMap((row) => row.of[name] ?? []))].sort((a, b) => a.localeCompare(b));
  const useful = names.filter((name) => values(name).length > 1);
  if (rows.length < 4 || !useful.length) return;

  const key = (name) => name.toLowerCase().replaceAll(" ", "-");
  const fits = (row, chosen, but) => useful.every((name) => name === but || !chosen[name] || row.of[name]?.includes(chosen[name]));
  const form = document.createElement("form");
  form.setAttribute("aria-label", say("Filters"));
  const controls = useful.map((name) => {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.name = key(name);
    select.append(new Option("", ""), ...values(name).map((value) => new Option(value, value)));
    label.append(name, select);
    form.append(label);
    return { name, select };
  });
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  const reset = document.createElement("button");
  reset.type = "reset";
  reset.textContent = say("Show all");
  form.append(told, reset);

  const chosen = () => Object.fromEntries(controls.map(({ name, select }) => [name, select.value]));

  const apply = () => {
    const now = chosen();
    let shown = 0;
    for (const row of rows) {
      row.at.hidden = !fits(row, now);
      shown += !row.at.hidden;
    }
    for (const { name, select } of controls) {
      const open = rows.filter((row) => fits(row, now, name));
      for (const option of select.options) {
        const count = open.filter((row) => !option.value || row.of[name]?.includes(option.value)).length;
        option.textContent = `${option.value || say("all")} (${count})`;
        option.disabled = !count && !option.selected;
      }
    }
    for (const part of document.querySelectorAll(".md-content h2 + div")) {
      const inside = [...part.querySelectorAll("[data-facets]")];
      part.hidden = part.previousElementSibling.hidden = inside.length > 0 && inside.every((row) => row.hidden);
    }
    told.textContent = say("%(shown)s of %(rows)s shown", { shown, rows: rows.length });
    reset.hidden = shown === rows.length;
  };

  const keep = () => {
    const address = new URL(location.href);
    for (const { select } of controls)
      if (select.value) address.searchParams.set(select.name, select.value);
      else address.searchParams.delete(select.name);
    history.replaceState(history.state, "", address);
  };

  const asked = new URLSearchParams(location.search);
  for (const { select } of controls) select.value = asked.get(select.name) ?? "";
  form.addEventListener("input", () => { apply(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { apply(); keep(); }));
  form.addEventListener("submit", (event) => event.preventDefault());
  // on a phone the controls would fill the screen before the first row: there they open at a touch
  const folded = document.createElement("details");
  folded.className = "sift";
  const summary = document.createElement("summary");
  summary.textContent = say("Filters");
  folded.append(summary, form);
  folded.open = matchMedia("(min-width: 45em)").matches || useful.some((name) => asked.get(key(name)));
  const first = rows[0].at.closest(".stack, .wide") ?? rows[0].at.closest("div");
  const before = first.previousElementSibling?.tagName === "H2" ? first.previousElementSibling : first;
  before.before(folded);
  apply();
})();
