"""A small identity provider: discovery, authorization code with PKCE, signed token, user info.

Written from OpenID Connect Core 1.0 (sections 3.1.2, 3.1.3, 5.3) and RFC 7636, so that what signs
people in is tried against another hand than the library's own.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, KEY_ID = "peelian", "the secret of both", "key-1"


class SmallProvider:
    """Serves on a free port. `claims` is what it says of whoever signs in next."""

    def __init__(self):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.claims = {}
        self.audience = CLIENT
        self.asked = {}  # code -> (redirect_uri, challenge, nonce)
        self.faults = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()

    def _handler(provider):  # noqa: N805  # the handler has a self of its own
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                address = urlsplit(self.path)
                asked = {name: one[0] for name, one in parse_qs(address.query).items()}
                if address.path == "/.well-known/openid-configuration":
                    self._say(provider.configuration())
                elif address.path == "/keys":
                    self._say(provider.keys())
                elif address.path == "/authorize":
                    self.send_response(302)
                    self.send_header("Location", provider.authorize(asked))
                    self.end_headers()
                else:
                    self._say(provider.claims)

            def do_POST(self):
                length = int(self.headers["Content-Length"])
                sent = parse_qs(self.rfile.read(length).decode())
                given = {name: one[0] for name, one in sent.items()}
                self._say(provider.token(given))

            def _say(self, what):
                body = json.dumps(what).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args):
                """Say nothing on the screen."""

        return Handler

    def configuration(self):
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "userinfo_endpoint": f"{self.url}/userinfo",
            "jwks_uri": f"{self.url}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self):
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key()))
        return {"keys": [{**public, "kid": KEY_ID, "alg": "RS256", "use": "sig"}]}

    def authorize(self, asked):
        """Everybody who asks is the person in `claims`; the address to which they go back."""
        code = secrets.token_urlsafe(16)
        self.asked[code] = (asked["redirect_uri"], asked.get("code_challenge"), asked.get("nonce"))
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, given):
        redirect, challenge, nonce = self.asked.pop(given["code"])
        digest = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if base64.urlsafe_b64encode(digest).decode().rstrip("=") != challenge:
            self.faults.append("the code verifier does not fit the challenge")
        if (given["client_id"], given["client_secret"]) != (CLIENT, SECRET):
            self.faults.append("the client is not the one that was registered")
        if given["redirect_uri"] != redirect:
            self.faults.append("the way back has changed")
        now = int(time.time())
        signed = {
            **self.claims,
            "iss": self.url,
            "aud": self.audience,
            "iat": now,
            "exp": now + 60,
            **({"nonce": nonce} if nonce else {}),
        }
        token = jwt.encode(signed, self.key, algorithm="RS256", headers={"kid": KEY_ID})
        return {"access_token": "opaque", "token_type": "Bearer", "id_token": token}
