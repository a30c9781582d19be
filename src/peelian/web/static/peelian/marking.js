// On the page on which a file is marked: answers by keys, savings by themselves, and a lost
// connection that loses nothing. Without this script the page is a plain form.
(function () {
  "use strict";

  var bench = document.querySelector("[data-marking]");
  if (!bench) {
    return;
  }
  var form = bench.querySelector("form[data-save]");
  var status = form.querySelector("[data-status]");
  var button = form.querySelector("[data-finish]");
  var switched = bench.querySelector("[data-keys]");
  var questions = Array.from(form.querySelectorAll("[data-question]"));
  var OFF = "peelian-keys-off";
  var SOON = 700;
  var LONGEST_WAIT = 5000;
  var PATIENCE = 15000;

  // Changes that were made here, those that the server has, and a number for each attempt to save.
  var made = 0;
  var kept = 0;
  var attempt = Number(form.elements.saved.value);
  var busy = false;
  var failures = 0;
  var timer = 0;
  var finishing = false;
  var leaving = false;

  function say(key, detail) {
    var text = form.dataset["said" + key] || "";
    text = text.replace("{time}", detail || "");
    status.dataset.state = key.toLowerCase();
    if (status.textContent !== text) {
      status.textContent = text;
    }
  }

  function clock() {
    return new Date().toLocaleTimeString("en-GB", { timeZone: "Europe/London" });
  }

  // --- saving ---------------------------------------------------------------------------------

  function fields() {
    var found = new URLSearchParams();
    new FormData(form).forEach(function (value, name) {
      found.append(name, value);
    });
    attempt += 1;
    found.set("saved", attempt);
    return found;
  }

  // Answers with what the server said, or raises: "network", or the status by which it refused.
  function send(url) {
    var stop = new AbortController();
    var late = setTimeout(function () {
      stop.abort();
    }, PATIENCE);
    return fetch(url, {
      method: "POST",
      body: fields(),
      credentials: "same-origin",
      redirect: "manual",
      headers: { Accept: "application/json" },
      signal: stop.signal,
    })
      .catch(function () {
        throw { network: true };
      })
      .then(function (answer) {
        if (answer.ok) {
          return answer.json();
        }
        var out = answer.type === "opaqueredirect" || answer.status === 403;
        var fault = { network: answer.status >= 500 || answer.status === 429, signedOut: out };
        if (answer.status !== 409) {
          throw fault;
        }
        return answer.json().then(function (told) {
          fault.said = told.said;
          throw fault;
        });
      })
      .finally(function () {
        clearTimeout(late);
      });
  }

  function later(how, wait) {
    clearTimeout(timer);
    timer = setTimeout(how, wait);
  }

  function trouble(how) {
    return function (fault) {
      busy = false;
      failures += 1;
      if (fault.network) {
        say(finishing ? "Waiting" : "Offline");
        later(how, Math.min(LONGEST_WAIT, 500 * Math.pow(2, failures)));
      } else if (fault.signedOut) {
        say("Signedout");
        later(how, LONGEST_WAIT);
      } else if (finishing) {
        // The page itself says what is wrong, as it does without this script.
        leaving = true;
        form.submit();
      } else {
        say("Refused");
        status.textContent = fault.said || status.textContent;
      }
    };
  }

  function save() {
    clearTimeout(timer);
    if (busy || finishing || made === kept) {
      return;
    }
    var upTo = made;
    busy = true;
    send(form.dataset.save).then(function () {
      busy = false;
      failures = 0;
      kept = upTo;
      if (finishing) {
        finish();
      } else if (made !== kept) {
        save();
      } else {
        say("Saved", clock());
      }
    }, trouble(function () {
      return finishing ? finish() : save();
    }));
  }

  function finish() {
    clearTimeout(timer);
    finishing = true;
    if (busy) {
      return;
    }
    busy = true;
    if (!failures) {
      say("Finishing");
    }
    send(form.action).then(function (answer) {
      leaving = true;
      location.assign(answer.next);
    }, trouble(finish));
  }

  function changed(event) {
    if (event.target.name && event.target.name !== "keys") {
      made += 1;
      branch();
      if (failures) {
        return;
      }
      say("Unsaved");
      later(save, event.target.type === "radio" ? 0 : SOON);
    }
  }

  // --- questions ------------------------------------------------------------------------------

  function answerOf(key) {
    var chosen = form.querySelector('input[name="answer-' + key + '"]:checked');
    return chosen ? chosen.value : "";
  }

  function isOpen(question) {
    return !question.hidden;
  }

  // A question that hangs on an earlier answer shows once that is given.
  function branch() {
    var opened = {};
    questions.forEach(function (question) {
      var only = JSON.parse(question.dataset.only || "[]");
      question.hidden = !only.every(function (one) {
        return opened[one.question] && one.answers.indexOf(answerOf(one.question)) >= 0;
      });
      opened[question.dataset.question] = !question.hidden;
    });
    form.querySelectorAll("[data-section]").forEach(function (section) {
      section.hidden = !section.querySelector("[data-question]:not([hidden])");
    });
  }

  function radiosOf(question) {
    return Array.from(question.querySelectorAll("input[type=radio]"));
  }

  function isAnswered(question) {
    return Boolean(answerOf(question.dataset.question));
  }

  function goTo(question) {
    var radios = radiosOf(question);
    var radio = radios.find(function (one) {
      return one.checked;
    });
    (radio || radios[0]).focus({ preventScroll: true });
    question.scrollIntoView({ block: "nearest" });
  }

  function openQuestions() {
    return questions.filter(isOpen);
  }

  function current() {
    var held = document.activeElement && document.activeElement.closest("[data-question]");
    if (held && form.contains(held)) {
      return held;
    }
    return openQuestions().find(function (question) {
      return !isAnswered(question);
    });
  }

  // The next one down the page that waits for an answer, then any other, then the button.
  function onwards(from) {
    var all = openQuestions();
    var below = all.slice(all.indexOf(from) + 1);
    var next = below.concat(all).find(function (question) {
      return !isAnswered(question);
    });
    if (next) {
      goTo(next);
    } else {
      button.focus();
    }
  }

  function choose(question, number) {
    var radio = radiosOf(question)[number - 1];
    if (!radio) {
      return;
    }
    if (!radio.checked) {
      radio.checked = true;
      radio.dispatchEvent(new Event("input", { bubbles: true }));
      radio.dispatchEvent(new Event("change", { bubbles: true }));
    }
    onwards(question);
  }

  function step(question, by) {
    var all = openQuestions();
    var next = all[all.indexOf(question) + by];
    if (next) {
      goTo(next);
    } else if (by > 0) {
      button.focus();
    }
  }

  function isText(place) {
    return place.tagName === "TEXTAREA" || (place.tagName === "INPUT" && place.type === "text");
  }

  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || isText(event.target)) {
      return;
    }
    var onRadio = event.target.type === "radio";
    var question = current();
    if (/^[1-9]$/.test(event.key) && question && switched.checked) {
      event.preventDefault();
      choose(question, Number(event.key));
    } else if (onRadio && event.key === "Enter") {
      event.preventDefault();
      onwards(question);
    } else if (onRadio && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(question, event.key === "ArrowDown" ? 1 : -1);
    }
  }

  // --- start ----------------------------------------------------------------------------------

  form.addEventListener("input", changed);
  bench.addEventListener("keydown", pressed);
  form.addEventListener("submit", function (event) {
    if (event.submitter && event.submitter !== button) {
      leaving = true;
      return;
    }
    event.preventDefault();
    var waiting = openQuestions().find(function (question) {
      return !isAnswered(question);
    });
    if (waiting) {
      say("Missing");
      goTo(waiting);
    } else {
      finish();
    }
  });
  window.addEventListener("online", function () {
    if (failures) {
      later(finishing ? finish : save, 0);
    }
  });
  window.addEventListener("offline", function () {
    if (made !== kept || finishing) {
      say(finishing ? "Waiting" : "Offline");
    }
  });
  window.addEventListener("beforeunload", function (event) {
    if (made !== kept && !leaving) {
      event.preventDefault();
    }
  });

  switched.closest("[data-keys-choice]").hidden = false;
  try {
    switched.checked = localStorage.getItem(OFF) === null;
    switched.addEventListener("change", function () {
      if (switched.checked) {
        localStorage.removeItem(OFF);
      } else {
        localStorage.setItem(OFF, "1");
      }
    });
  } catch (shut) {
    // A browser that keeps nothing: the choice holds for this page.
  }
  branch();
  if (!document.querySelector(".govuk-error-summary")) {
    bench.querySelector("[data-start]").focus({ preventScroll: true });
  }
})();
