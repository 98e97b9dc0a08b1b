"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const number = new Intl.NumberFormat("en");
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  const filter = byId("filter");
  const show = byId("show");
  const slotButton = byId("slot");
  const status = byId("status");
  const lines = all(".reports tbody tr").map((row) => ({
    row,
    text: row.textContent.replace(/\s+/g, " ").toLowerCase(),
    states: (row.dataset.states || "").split(" "),
    slot: row.dataset.slot,
    time: row.cells[2].textContent.split(" ").pop(),
  }));
  const slots = all("a.slot").map((link) => ({ link, times: link.parentNode.querySelector(".times") }));
  const sums = all(".week .sum");
  let chosen = null;

  // How many of the lines run in each hour or day, and at what times.
  function tally(matching) {
    const found = new Map();
    for (const line of matching) {
      if (!line.slot) continue;
      const entry = found.get(line.slot) || { count: 0, times: new Set() };
      entry.count++;
      entry.times.add(line.time);
      found.set(line.slot, entry);
    }
    return found;
  }

  function most(found, kind) {
    let highest = 1;
    for (const [slot, entry] of found) if (slot[0] === kind) highest = Math.max(highest, entry.count);
    return highest;
  }

  function showCalendar(matching) {
    const found = tally(matching);
    const highest = { w: most(found, "w"), m: most(found, "m") };
    for (const { link, times } of slots) {
      const slot = link.dataset.slot;
      const entry = found.get(slot);
      link.hidden = !entry;
      if (times) times.hidden = !entry;
      if (slot === chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      if (!entry) continue;
      link.textContent = number.format(entry.count);
      link.className = "slot shade-" + Math.ceil((entry.count * 5) / highest[slot[0]]);
      link.setAttribute("aria-label", `${link.dataset.when}: ${entry.count === 1 ? "1 report" : number.format(entry.count) + " reports"}`);
      if (times) times.textContent = [...entry.times].sort().slice(0, 3).join(", ") + (entry.times.size > 3 ? ", …" : "");
    }
    for (const cell of sums) {
      let sum = 0;
      for (const [slot, entry] of found) if (slot.startsWith(`w${cell.dataset.day}-`)) sum += entry.count;
      cell.textContent = sum ? number.format(sum) : "";
    }
  }

  function describe(shown, words) {
    const parts = [];
    if (words.length) parts.push(`“${words.join(" ")}”`);
    if (show.value !== "all") parts.push(show.selectedOptions[0].textContent);
    if (chosen) parts.push(slotButton.textContent);
    const count = `${number.format(shown)} of ${number.format(lines.length)} lines`;
    status.textContent = parts.length ? `Showing ${count}: ${parts.join(", ")}.` : `Showing all ${number.format(lines.length)} lines.`;
    status.classList.toggle("filtered", parts.length > 0);
    byId("empty").hidden = shown > 0 || lines.length === 0;
  }

  function apply() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const matching = lines.filter((line) =>
      (show.value === "all" || line.states.includes(show.value)) && words.every((word) => line.text.includes(word)));
    const visible = new Set(chosen ? matching.filter((line) => line.slot === chosen) : matching);
    for (const line of lines) {
      const hidden = !visible.has(line);
      if (line.row.hidden !== hidden) line.row.hidden = hidden;
    }
    showCalendar(matching);
    describe(visible.size, words);
  }

  function choose(link) {
    chosen = link && link.dataset.slot !== chosen ? link.dataset.slot : null;
    slotButton.hidden = !chosen;
    slotButton.textContent = chosen ? link.dataset.when : "";
    apply();
  }

  function clear(showing = "all") {
    filter.value = "";
    show.value = showing;
    choose(null);
  }

  function keyOf(cell) {
    return cell.dataset.key === undefined ? cell.textContent.trim() : Number(cell.dataset.key);
  }

  function sort(table, header) {
    const descending = header.getAttribute("aria-sort") === "ascending";
    for (const other of all("th[aria-sort]", table.tHead)) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");

    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[header.cellIndex]) }));
    const sign = descending ? -1 : 1;
    keyed.sort((a, b) => sign * (typeof a.key === "number" ? a.key - b.key : collator.compare(a.key, b.key)));
    body.append(...keyed.map((item) => item.row));
  }

  function makeSortable(table) {
    for (const header of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(table, header));
      header.append(button);
    }
  }

  let waiting = 0;
  filter.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(apply);
  });
  show.addEventListener("change", apply);
  slotButton.addEventListener("click", () => { choose(null); filter.focus(); });
  byId("clear").addEventListener("click", () => { clear(); filter.focus(); });
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  for (const { link } of slots) link.addEventListener("click", () => choose(link));
  for (const link of all("[data-show]")) link.addEventListener("click", () => clear(link.dataset.show));

  all("table.sortable").forEach(makeSortable);
  for (const element of [byId("controls"), status, ...all(".js")]) element.hidden = false;
  const bar = byId("controls");
  const measure = () => document.documentElement.style.setProperty(
    "--top", getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight}px` : "0px");
  addEventListener("resize", measure);
  measure();
  apply();
})();
