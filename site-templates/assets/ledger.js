// Sorting and filtering of the ledger table. The table is complete without it; nothing is fetched.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const table = document.getElementById("ledger");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows);
  const finished = new Set(["done", "late"]);
  const words = rows.map((row) => row.textContent.toLowerCase());

  const matchesState = (state, symbol) =>
    state === "" || state === symbol ||
    (state === "finished" && finished.has(symbol)) ||
    (state === "unfinished" && !finished.has(symbol) && symbol !== "void");

  const filter = () => {
    const value = (name) => form.elements[name].value;
    const wanted = value("text").trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      const { s, c, m } = row.dataset;
      row.hidden = !(
        matchesState(value("state"), s) &&
        (value("category") === "" || value("category") === c) &&
        (value("from") === "" || m >= value("from")) &&
        (value("to") === "" || m <= value("to")) &&
        wanted.every((word) => words[index].includes(word))
      );
      if (!row.hidden) shown += 1;
    });
    const output = form.elements.shown;
    output.value = output.dataset.text.replace("{n}", shown).replace("{all}", rows.length);
  };

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.k ?? cell.textContent.trim();
  };
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  const sort = (heading, column) => {
    const falls = heading.getAttribute("aria-sort") === "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", falls ? "descending" : "ascending");
    const sorted = rows.slice().sort((one, other) => {
      const [a, b] = [key(one, column), key(other, column)];
      // What is empty stands last either way.
      if (a === "" || b === "") return (a === "") - (b === "");
      return falls ? order(b, a) : order(a, b);
    });
    body.append(...sorted);
  };

  Array.from(table.tHead.rows[0].cells).forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading, column));
    heading.append(button);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
