"use strict";
// Only classes, focus and scrolling: the page says everything without it. Nothing here reads data as markup.
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const facts = all(".fact");
  const marks = all(".m");
  const article = document.getElementById("article");
  const help = document.getElementById("help");
  const words = (text) => (text ? text.split(" ") : []);
  const marksOf = new Map();
  for (const mark of marks) {
    for (const id of words(mark.dataset.facts)) {
      if (!marksOf.has(id)) marksOf.set(id, []);
      marksOf.get(id).push(mark);
    }
  }
  let current = null;
  let visited = -1;

  const light = (ids, name) => {
    for (const element of all("." + name)) element.classList.remove(name);
    for (const id of ids) {
      document.getElementById(id)?.classList.add(name);
      for (const mark of marksOf.get(id) ?? []) mark.classList.add(name);
    }
  };

  // The article scrolls inside its own pane on a wide screen, with the page on a narrow one.
  const reveal = (element) => {
    const pane = article.scrollHeight > article.clientHeight + 1 && article.contains(element);
    if (!pane) return element.scrollIntoView({ block: "center" });
    const top = element.getBoundingClientRect().top - article.getBoundingClientRect().top;
    if (top < 40 || top > article.clientHeight - 80) article.scrollTop += top - article.clientHeight / 3;
  };
  const isWide = () => getComputedStyle(article).position === "sticky";

  const choose = (fact) => {
    if (!fact) return;
    current = fact;
    visited = -1;
    light([fact.id], "chosen");
    fact.focus({ preventScroll: true });
    fact.scrollIntoView({ block: "nearest" });
    const first = marksOf.get(fact.id)?.[0];
    if (first && isWide()) reveal(first);
  };

  const visit = (mark) => {
    if (!mark) return;
    mark.focus({ preventScroll: true });
    reveal(mark);
  };

  const visitNext = () => {
    const starts = all(`#${CSS.escape(current.id)} .where[data-mark]`);
    if (!starts.length) return;
    visited = (visited + 1) % starts.length;
    visit(markOf(starts[visited].dataset.mark));
  };

  const markOf = (id) => marks.find((mark) => words(mark.dataset.marks).includes(id));

  const step = (list, by) => {
    if (!list.length) return;
    const here = facts.indexOf(current);
    const ahead = list.filter((fact) => (by > 0 ? facts.indexOf(fact) > here : facts.indexOf(fact) < here));
    choose(by > 0 ? ahead[0] : here < 0 ? list[list.length - 1] : ahead[ahead.length - 1]);
  };

  const letGo = () => {
    current = null;
    light([], "chosen");
    document.activeElement?.blur();
  };

  const goTo = (id) => {
    const element = document.getElementById(id);
    element.scrollIntoView({ block: "start" });
    element.focus({ preventScroll: true });
  };

  const flagged = facts.filter((fact) => fact.classList.contains("flagged"));
  const keys = {
    j: () => step(facts, 1),
    k: () => step(facts, -1),
    e: () => step(flagged, 1),
    E: () => step(flagged, -1),
    a: () => goTo("article"),
    f: () => goTo("facts"),
    p: () => goTo("concerns"),
    "?": () => help.showModal(),
    Escape: letGo,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const onFact = document.activeElement?.classList.contains("fact");
    if (event.key === "Enter" && current && onFact) {
      event.preventDefault();
      visitNext();
    } else if (Object.hasOwn(keys, event.key)) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // The words lead to their fact; pressed again, to the next fact that rests on them.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.classList.contains("m")) {
      const ids = words(link.dataset.facts);
      const next = ids[(ids.indexOf(current?.id) + 1) % ids.length];
      event.preventDefault();
      choose(document.getElementById(next));
    } else if (link.dataset.mark) {
      event.preventDefault();
      visit(markOf(link.dataset.mark));
    } else {
      const target = document.getElementById((link.getAttribute("href") ?? "").slice(1));
      if (!target?.classList.contains("fact")) return;
      event.preventDefault();
      choose(target);
    }
  });

  const point = (event) => {
    const mark = event.target.closest?.(".m");
    const fact = event.target.closest?.(".fact");
    light(mark ? words(mark.dataset.facts) : fact ? [fact.id] : [], "lit");
  };
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", (event) => {
    point(event);
    const fact = event.target.closest?.(".fact");
    if (fact && fact !== current) {
      current = fact;
      visited = -1;
    }
  });

  document.getElementById("keys").addEventListener("click", () => help.showModal());
  document.documentElement.dataset.review = "ready";
})();
