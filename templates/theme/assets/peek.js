/* Previews of cards and passages, on hover and on keyboard focus. Their texts are read from previews/*.js, each once,
   as a script: that works from disk and under any address. Without scripts a link is a link. */
(() => {
  const root = new URL("../", document.currentScript.src).href;
  const place = /^(sources|people|weapons|delegations|claims|organisations|events)\/([^/?#]+)\.html(?:#p(\d+)-(\d+))?$/;
  const known = new Map();
  const asked = new Map();
  let box, link, timer;

  window.dossierPeek = (key, value) => known.set(key, value);

  const read = (key) => {
    if (!asked.has(key))
      asked.set(key, new Promise((done) => {
        const script = document.createElement("script");
        script.src = `${root}previews/${key}.js`;
        script.onload = script.onerror = () => done(known.get(key));
        document.head.append(script);
      }));
    return asked.get(key);
  };

  const line = (tag, name, ...words) => {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...words);
    return made;
  };

  const marked = (words, start, end) => { // offsets are code points, JavaScript's are not
    const letters = [...words];
    return [letters.slice(0, start).join(""), line("mark", "", letters.slice(start, end).join("")), letters.slice(end).join("")];
  };

  const passage = async (id, start, end) => {
    const source = await read(`passages/${id}`);
    const row = source?.passages.find((p) => p[0] <= start && end <= p[1]);
    if (!row) return null;
    const whole = row[0] === start && row[1] === end;
    return [line("p", "peek-quote", ...(whole ? [row[2]] : marked(row[2], start - row[0], end - row[0]))),
      line("p", "peek-kind", source.title)];
  };

  const card = async (plural, id) => {
    const row = (await read(plural))?.[id];
    if (!row) return null;
    const [kind, title, told, quote] = row;
    return [line("p", "peek-kind", kind), line("p", "peek-title", title), told && line("p", "peek-told", told),
      quote && line("p", "peek-quote", quote)].filter(Boolean);
  };

  const hide = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    if (box) box.hidden = true;
  };

  const show = async (a, [, plural, id, start, end]) => {
    const parts = await (start && plural === "sources" ? passage(id, +start, +end) : card(plural, id));
    if (!parts || link !== a) return;
    if (!box) {
      box = line("div", "peek");
      box.id = "peek";
      box.role = "tooltip";
      box.onpointerenter = () => clearTimeout(timer);
      box.onpointerleave = later;
      document.body.append(box);
    }
    box.replaceChildren(...parts);
    box.hidden = false;
    a.setAttribute("aria-describedby", "peek");
    const at = a.getClientRects()[0];
    const below = at.bottom + box.offsetHeight + 12 < innerHeight || at.top < box.offsetHeight + 12;
    box.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8))}px`;
    box.style.top = `${below ? at.bottom + 6 : at.top - box.offsetHeight - 6}px`;
  };

  const later = () => { clearTimeout(timer); timer = setTimeout(hide, 200); };

  const meet = (event, wait) => {
    const a = event.target.closest?.(".md-content a[href], .md-content svg a");
    const address = a && new URL(a.getAttribute("href"), location).href;
    const found = address?.startsWith(root) && place.exec(address.slice(root.length));
    if (!found || (address === location.href && !found[3])) return;
    if (link !== a) hide();
    clearTimeout(timer);
    link = a;
    timer = setTimeout(() => show(a, found), wait);
  };

  document.addEventListener("pointerover", (event) => event.pointerType === "mouse" && meet(event, 300));
  document.addEventListener("pointerout", (event) => link && event.target.closest?.("a") === link && later());
  document.addEventListener("focusin", (event) => event.target.matches?.(":focus-visible") && meet(event, 100));
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("scroll", () => box && !box.hidden && hide(), { passive: true });
})();
