"""A page as a tree of elements; nothing of it is guessed, for the program writes well-formed HTML."""
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "col", "wbr"}


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent, self.children = name, attributes, parent, []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    @property
    def id(self):
        return self.attributes.get("id")

    @property
    def text(self):
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def walk(self):
        """Itself and every element below, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *names):
        return [element for element in self.walk() if element is not self and element.name in names]

    def inside(self, test):
        """The nearest element around this one, itself included, that passes a test; None if there is none."""
        element = self
        while element is not None and not test(element):
            element = element.parent
        return element

    def texts(self, skip=()):
        """The stretches of text below that stand in none of some elements, each with the element it stands in."""
        for child in self.children:
            if isinstance(child, str):
                yield child, self
            elif child.name not in skip:
                yield from child.texts(skip)


class _Parser(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("document", {}, None)

    def handle_starttag(self, name, attributes):
        element = Element(name, dict(attributes), self.open)
        self.open.children.append(element)
        if name not in VOID:
            self.open = element

    def handle_startendtag(self, name, attributes):
        self.open.children.append(Element(name, dict(attributes), self.open))

    def handle_endtag(self, name):
        assert self.open.name == name, f"</{name}> closes <{self.open.name}>"
        self.open = self.open.parent

    def handle_data(self, text):
        self.open.children.append(text)


def page(text):
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.root
