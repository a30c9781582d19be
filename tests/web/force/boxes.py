"""A form of a page as a browser would send it back, for tests that change one box of it."""

from html.parser import HTMLParser

from web.force.signed_in import raw_text_of


class Boxes(HTMLParser):
    """What a browser would send back of a form that nobody touched."""

    def __init__(self):
        super().__init__()
        self.sent, self._select, self._text = {}, "", ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        match tag:
            case "input" if given.get("type") == "radio":
                if "checked" in given:
                    self.sent[given["name"]] = given.get("value", "")
            case "input" if "name" in given:
                self.sent[given["name"]] = given.get("value", "")
            case "select":
                self._select = given["name"]
            case "option" if "selected" in given:
                self.sent[self._select] = given["value"]
            case "textarea":
                self._text = given["name"]
                self.sent[self._text] = ""

    def handle_data(self, data):
        if self._text:
            self.sent[self._text] += data.removeprefix("\n")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._text = ""


def filled(client, url):
    """The form of a page as a browser would send it back untouched."""
    page = raw_text_of(client, url)
    form = page[page.index('<form method="post" novalidate') :]
    boxes = Boxes()
    boxes.feed(form[: form.index("</form>")])
    return boxes.sent
