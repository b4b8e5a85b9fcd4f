"""Counts the test cases of JUnit files: prints each failed one, then `N passed, N failed[, N skipped]`.

A named file that doesn't exist counts as one failure: its test never ended.
"""

import sys
import xml.etree.ElementTree as ElementTree


def outcomes(path):
    """Yields (name, outcome) of each test case, with outcome "passed", "failed" or "skipped"."""
    try:
        cases = ElementTree.parse(path).getroot().iter("testcase")
    except (OSError, ElementTree.ParseError) as problem:
        yield f"no result: {problem}", "failed"
        return
    for case in cases:
        name = f"{case.get('classname', '')} {case.get('name', '')}".strip()
        children = {child.tag for child in case}
        if children & {"failure", "error"}:
            yield name, "failed"
        else:
            yield name, "skipped" if "skipped" in children else "passed"


def main(paths):
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for path in paths:
        for name, outcome in outcomes(path):
            counts[outcome] += 1
            if outcome == "failed":
                print(f"FAILED {path}: {name}")
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    print(f"{counts['passed']} passed, {counts['failed']} failed{skipped}")


if __name__ == "__main__":
    main(sys.argv[1:])
