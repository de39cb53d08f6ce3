/* What scrolls can be reached with the keyboard, and buttons are not a landmark. */
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

  mend();
  window.addEventListener("load", mend);
  window.addEventListener("resize", mend);
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
})();
