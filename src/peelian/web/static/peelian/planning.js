// On the page on which an audit is planned: how many files a plan comes to, while it is written.
// Without this script a button asks for the same.
(function () {
  "use strict";

  var form = document.querySelector("form[data-preview]");
  if (!form) {
    return;
  }
  var place = document.querySelector("[data-preview-place]");
  var timer = 0;
  var asked = 0;

  function look() {
    asked += 1;
    var mine = asked;
    fetch(form.dataset.preview, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      credentials: "same-origin",
      redirect: "manual",
    })
      .then(function (answer) {
        return answer.ok ? answer.text() : "";
      })
      .then(function (html) {
        // A later question overtakes an earlier one.
        if (html && mine === asked) {
          var read = new DOMParser().parseFromString(html, "text/html");
          place.replaceChildren.apply(place, Array.from(read.body.childNodes));
        }
      })
      .catch(function () {
        // No connection: the numbers stay as they are, and the button asks again.
      });
  }

  form.addEventListener("input", function (event) {
    // Numbers beside parts stand in what is shown: it is not drawn anew under the hand.
    if (!place.contains(event.target)) {
      clearTimeout(timer);
      timer = setTimeout(look, 500);
    }
  });
  look();
})();
