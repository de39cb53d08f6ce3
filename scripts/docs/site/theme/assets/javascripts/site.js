/* What scrolls can be reached with the keyboard, buttons are not a landmark, tables can be filtered. */
(function () {
  "use strict";
  var scrolling = ".md-typeset pre > code, .md-typeset__scrollwrap, .md-typeset .tabbed-labels";

  function mend() {
    document.querySelectorAll(scrolling).forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    });
    document.querySelectorAll("nav.md-code__nav").forEach(function (buttons) {
      buttons.setAttribute("role", "none");
    });
  }

  /* Letters without accents, in lower case. */
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }

  function addFilter(table) {
    var field = document.createElement("input");
    field.type = "search";
    field.className = "site-filter";
    field.placeholder = document.documentElement.lang === "es" ? "Filtrar filas" : "Filter rows";
    field.setAttribute("aria-label", field.placeholder);
    field.addEventListener("input", function () {
      var words = plain(field.value).split(/\s+/);
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        var text = plain(row.textContent);
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0 });
      });
    });
    var box = table.closest(".md-typeset__scrollwrap") || table;
    box.parentNode.insertBefore(field, box);
  }

  /* An empty corner names no column, and a row of nothing is no head. */
  function mendHead(table) {
    if (!table.tHead) return;
    if (!table.tHead.textContent.trim()) {
      table.tHead.remove();
      return;
    }
    Array.from(table.tHead.rows[0].cells).forEach(function (cell) {
      if (!cell.textContent.trim()) cell.replaceWith(document.createElement("td"));
    });
  }

  /* Marks where a name may be broken: after a dot, an underscore or a slash, before a capital. */
  function markBreaks(code) {
    var texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    var found = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    found.forEach(function (text) {
      var parts = text.data.split(/(?<=[._\/])(?=\w)|(?<=[a-z])(?=[A-Z])/);
      parts.slice(0, -1).forEach(function (part) {
        text.before(part, document.createElement("wbr"));
      });
      text.data = parts[parts.length - 1];
    });
  }

  document.querySelectorAll(".md-typeset td code").forEach(markBreaks);
  document.querySelectorAll(".md-typeset table:not([class])").forEach(function (table) {
    mendHead(table);
    if (table.tBodies[0] && table.tBodies[0].rows.length >= 20) addFilter(table);
  });

  mend();
  window.addEventListener("load", mend);
  window.addEventListener("resize", mend);
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
})();
