/* Names for landmarks that the theme leaves unnamed. Reading needs none of this. */
for (const [part, name] of [[".md-search", "Search"], [".md-tabs", "Sections"]])
  document.querySelectorAll(part).forEach((element) => element.setAttribute("aria-label", name));
