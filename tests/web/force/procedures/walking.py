"""Going through an assessment by its forms, as a browser without JavaScript does."""

import re

from web.force.boxes import Boxes

# A name of Python's for a box of a question: `answer_threats` for "answer-threats".
BOX = re.compile(r"^(answer|words|round|why|note)_")


def begin(client, url):
    """Begin at a start page; the address of the first part."""
    assert client.get(url).status_code == 200
    return client.post(url)["Location"]


def fill(client, url, **more):
    """Send the form of a page as it stands, with these boxes changed; the answer to it."""
    page = client.get(url)
    assert page.status_code == 200, (page.status_code, page.get("Location"))
    text = page.content.decode()
    boxes = Boxes()
    form = text[text.index('<form method="post" novalidate') :]
    boxes.feed(form[: form.index("</form>")])
    sent = boxes.sent | {BOX.sub(r"\1-", name): value for name, value in more.items()}
    return client.post(url, sent)


def on(client, url, **more):
    """The same, where it has to lead on; the next address."""
    answer = fill(client, url, **more)
    assert answer.status_code == 302, answer.content.decode()[:4000]
    return answer["Location"]
