// Passkeys: the browser's own dialogue between a question of the page and the form that answers.
(function () {
  "use strict";

  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) {
      return letter.charCodeAt(0);
    });
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function named(list) {
    return (list || []).map(function (one) {
      return Object.assign({}, one, { id: bytes(one.id) });
    });
  }

  function make(asked) {
    var options = Object.assign({}, asked, {
      challenge: bytes(asked.challenge),
      user: Object.assign({}, asked.user, { id: bytes(asked.user.id) }),
      excludeCredentials: named(asked.excludeCredentials),
      // Kept on the device itself, so that it can sign its holder in without an address.
      authenticatorSelection: {
        residentKey: "required",
        requireResidentKey: true,
        userVerification: "required",
      },
    });
    return navigator.credentials.create({ publicKey: options }).then(function (made) {
      return {
        id: made.id,
        rawId: text(made.rawId),
        type: made.type,
        clientExtensionResults: made.getClientExtensionResults(),
        response: {
          clientDataJSON: text(made.response.clientDataJSON),
          attestationObject: text(made.response.attestationObject),
          transports: made.response.getTransports(),
        },
      };
    });
  }

  function show(asked) {
    var options = Object.assign({}, asked, {
      challenge: bytes(asked.challenge),
      allowCredentials: named(asked.allowCredentials),
    });
    return navigator.credentials.get({ publicKey: options }).then(function (shown) {
      return {
        id: shown.id,
        rawId: text(shown.rawId),
        type: shown.type,
        clientExtensionResults: shown.getClientExtensionResults(),
        response: {
          clientDataJSON: text(shown.response.clientDataJSON),
          authenticatorData: text(shown.response.authenticatorData),
          signature: text(shown.response.signature),
          userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
        },
      };
    });
  }

  // The question stands in the page, or is asked for when the button is pressed.
  function question(form) {
    var held = form.querySelector("script[type='application/json']");
    if (held) {
      return Promise.resolve(JSON.parse(held.textContent));
    }
    return fetch(form.dataset.passkeyAsk, {
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
      credentials: "same-origin",
    }).then(function (answer) {
      return answer.json();
    });
  }

  function start(form) {
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      var credential = form.elements.credential;
      var trouble = form.querySelector("[data-passkey-trouble]");
      if (credential.value) {
        return;
      }
      event.preventDefault();
      trouble.hidden = true;
      question(form)
        .then(function (asked) {
          var options = asked.creation_options || asked.request_options;
          return asked.creation_options ? make(options.publicKey) : show(options.publicKey);
        })
        .then(function (answer) {
          credential.value = JSON.stringify(answer);
          form.submit();
        })
        .catch(function () {
          trouble.hidden = false;
        });
    });
  }

  if (window.PublicKeyCredential) {
    document.querySelectorAll("form[data-passkey]").forEach(start);
  }
})();
