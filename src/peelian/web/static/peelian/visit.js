// On pages of people who are signed in: a page left alone locks itself and keeps what was written.
(function () {
  "use strict";

  var leaving = document.querySelector("[data-visit-seconds]");
  if (!leaving) {
    return;
  }
  var token = leaving.querySelector("[name=csrfmiddlewaretoken]").value;
  var changed = null;
  var beat = Date.now();
  var timer = 0;
  var until = 0;
  var body = document.body;
  var WARNED = 120;
  var warning = document.querySelector("[data-visit-warning]");

  function ask(url, fields) {
    fields.append("csrfmiddlewaretoken", token);
    return fetch(url, { method: "POST", body: fields, credentials: "same-origin" });
  }

  // The form that was written in last, as it would be sent. Files cannot be kept.
  function written() {
    var fields = new URLSearchParams();
    if (changed && changed.isConnected) {
      new FormData(changed).forEach(function (value, name) {
        if (typeof value === "string") {
          fields.append(name, value);
        }
      });
    }
    return fields.toString();
  }

  // Nothing stays on the screen, nor in the history: the address is replaced.
  function shut() {
    var page = location.pathname + location.search;
    body.replaceChildren();
    document.title = "";
    location.replace(leaving.dataset.visitAgain + "?next=" + encodeURIComponent(page));
  }

  // Another page of this visit may have been in use: the server says how long there is left. Shortly
  // before the end the reader is told, and can stay by saying so.
  function look() {
    var fields = new URLSearchParams();
    fields.append("page", location.pathname);
    fields.append("action", changed ? new URL(changed.action).pathname : "");
    fields.append("fields", written());
    ask(leaving.dataset.visitAlone, fields)
      .then(function (answer) {
        return answer.ok ? answer.json() : { seconds: 0 };
      })
      .then(function (left) {
        if (left.seconds > 0) {
          wait(left.seconds);
        } else {
          shut();
        }
      })
      .catch(function () {
        // The network is down: what is written stays in the page, out of sight once time is up.
        body.hidden = Date.now() >= until;
        timer = setTimeout(look, 10000);
      });
  }

  function wait(seconds) {
    clearTimeout(timer);
    until = Date.now() + seconds * 1000;
    body.hidden = false;
    warning.hidden = seconds > WARNED;
    // A moment late rather than early, so that one question is enough.
    timer = setTimeout(look, (warning.hidden ? seconds - WARNED : seconds) * 1000 + 500);
  }

  // Typing and pointing are signs of life too; told at most once a minute.
  function alive() {
    if (Date.now() - beat > 60000 || !warning.hidden) {
      beat = Date.now();
      warning.hidden = true;
      ask(leaving.dataset.visitHere, new URLSearchParams()).then(look, function () {});
    }
  }

  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (form && form.method === "post" && form !== leaving) {
      changed = form;
    }
    alive();
  });
  document.querySelector("[data-visit-stay]").addEventListener("click", alive);
  ["keydown", "pointerdown"].forEach(function (name) {
    document.addEventListener(name, alive);
  });

  // A page that comes back out of the browser's memory is empty until the server gives it anew.
  window.addEventListener("pagehide", function (event) {
    if (event.persisted) {
      document.documentElement.hidden = true;
    }
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) {
      location.reload();
    }
  });

  wait(Number(leaving.dataset.visitSeconds));
})();
