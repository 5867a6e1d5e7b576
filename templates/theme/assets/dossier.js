/* Small helps; reading needs none of them. */
(() => {
  // the interface's words in the language of the site; where a page brings none, they are English
  const words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
  const say = (text, values = {}) => (words[text] ?? text).replace(/%\((\w+)\)s/g, (_, name) => values[name]);
  window.dossierSay = say;

  // names for landmarks that the theme leaves unnamed
  for (const [part, name] of [[".md-search", "Search"], [".md-tabs", "Sections"]])
    document.querySelectorAll(part).forEach((element) => element.setAttribute("aria-label", say(name)));

  // a phrase copied from an article is searched as a phrase, whichever quotation marks it stands in
  document.querySelector(".md-search__input")?.addEventListener("input", ({ target }) => {
    const plain = target.value.replace(/[“”„«»]/g, '"');
    if (plain === target.value) return;
    const at = target.selectionEnd;
    target.value = plain;
    target.setSelectionRange(at, at);
  });

  // a citation names the address at which the page is read, where the site was built without one
  const here = location.href.replace(/[?#].*/, "");
  for (const cite of document.querySelectorAll(".cite")) {
    const address = cite.querySelector(".address")?.textContent;
    if (address && !address.includes(":") && location.protocol !== "file:")
      for (const part of cite.querySelectorAll(".address, code"))
        if (part.closest("details")) part.textContent = part.textContent.replaceAll(address, here);
  }

  // copy buttons: for the address of a passage, and for a citation
  const note = document.createElement("p");
  note.className = "said";
  note.setAttribute("role", "status");
  document.body.append(note);
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); note.textContent = say("Copied"); } catch { note.textContent = ""; }
    setTimeout(() => { note.textContent = ""; }, 2000);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.perma");
    if (link) copy(link.href);
  });
  for (const block of document.querySelectorAll(".cite pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = say("Copy %(format)s", { format: block.getAttribute("aria-label") });
    button.onclick = () => copy(block.textContent);
    block.after(button);
  }
})();
