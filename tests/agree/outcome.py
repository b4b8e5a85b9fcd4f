"""Outcomes of a program, and when an engine's outcome agrees with CPython's."""
import re

MARK = re.compile(r"#\s*<-- unsupported\s*$")


def kind_of(path):
    """What is asked of a program, by the folder it is in: "agree", "unsupported" or "invalid"."""
    parts = path.split("/")
    for kind in ("unsupported", "invalid"):
        if kind in parts[:-1]:
            return kind
    return "agree"


def agrees(kind, expected, got, source=""):
    """May an engine answer `got` where CPython answers `expected`?"""
    if kind == "invalid":
        return "invalid" in got
    if same(expected, got):
        return True
    return kind == "unsupported" and "unsupported" in got and got.get("line") in marked_lines(source)


def same(expected, got):
    """Exactly CPython's answer: the value's repr, or the exception with its message and traceback."""
    if "value" in expected:
        return got.get("value") == expected["value"]
    if "exception" in expected:
        return (got.get("exception") == expected["exception"] and got.get("message") == expected["message"]
                and got.get("lines") in (expected["lines"], expected.get("lines_inlined", expected["lines"])))
    return False


def marked_lines(source):
    """Line numbers that carry the mark `# <-- unsupported`."""
    return [number for number, line in enumerate(source.splitlines(), 1) if MARK.search(line)]


def describe(outcome):
    if "value" in outcome:
        return "value %s" % outcome["value"]
    if "exception" in outcome:
        text = "%s: %s, lines %s" % (outcome["exception"], outcome.get("message"), outcome.get("lines"))
        inlined = outcome.get("lines_inlined", outcome.get("lines"))
        return text if inlined == outcome.get("lines") else "%s or %s" % (text, inlined)
    for kind in ("unsupported", "invalid", "error", "broken", "garbage"):
        if kind in outcome:
            line = " (line %s)" % outcome["line"] if "line" in outcome else ""
            return "%s: %s%s" % (kind, outcome[kind], line)
    if "hang" in outcome:
        return "no answer in %g s" % outcome["hang"]
    if "crash" in outcome:
        text = "crash: " + outcome["crash"]
        if outcome.get("note"):
            text += " (%s)" % outcome["note"]
        if outcome.get("stderr"):
            text += "\n" + outcome["stderr"]
        return text
    return repr(outcome)


def describe_expected(kind, expected, source=""):
    if kind == "invalid":
        return "invalid"
    text = describe(expected)
    if kind == "unsupported":
        text += ", or unsupported in line %s" % " or ".join(map(str, marked_lines(source)))
    return text
