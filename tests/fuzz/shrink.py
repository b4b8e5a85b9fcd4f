"""Makes a failing program small: delta debugging over the nodes of its syntax tree.

One pass tries, for every node from the outside in, what is simpler than it: a statement is dropped or replaced by what
it contains, an expression by one of its operands or by a constant. What still fails is kept. Passes repeat until none
helps. The result is text from ast.unparse.
"""
import ast
import copy
import time

CONSTANTS = (0, 1, None, "", 1.5)


def shrink(source, still_fails, tries_max=1500, seconds_max=60.0):
    """The smallest program found for which still_fails(source) holds. REQUIRES: it holds for `source`."""
    head = source.split("\n", 1)[0] + "\n" if source.startswith("#") else ""
    search = Search(still_fails, head, tries_max, time.monotonic() + seconds_max)
    tree = ast.parse(source)
    plain = head + ast.unparse(tree) + "\n"
    if plain != source and not search.check(plain):
        return source  # a matter of layout: line numbers, say
    while not search.exhausted():
        smaller = search.drop_runs(tree)
        smaller = search.simplify_nodes(smaller)
        if ast.dump(smaller) == ast.dump(tree):
            break
        tree = smaller
    return head + ast.unparse(tree) + "\n"


class Search:
    def __init__(self, still_fails, head, tries_max, deadline):
        self._still_fails = still_fails
        self._head = head
        self._tries_left = tries_max
        self._deadline = deadline
        self._seen = set()

    def exhausted(self):
        return self._tries_left <= 0 or time.monotonic() > self._deadline

    def check(self, text):
        if text in self._seen or self.exhausted():
            return False
        self._seen.add(text)
        self._tries_left -= 1
        return self._still_fails(text)

    def fails(self, tree):
        ast.fix_missing_locations(tree)
        try:
            text = self._head + ast.unparse(tree) + "\n"
            ast.parse(text)
        except (SyntaxError, ValueError, AttributeError, TypeError, RecursionError):
            return False
        return self.check(text)

    def drop_runs(self, tree):
        """Drops runs of statements from every block: halves first, then quarters, down to single ones."""
        for place in range(len(blocks(tree))):
            size = len(blocks(tree)[place]) if place < len(blocks(tree)) else 0
            while size >= 1:
                start = 0
                while place < len(blocks(tree)) and start < len(blocks(tree)[place]):
                    candidate = copy.deepcopy(tree)
                    block = blocks(candidate)[place]
                    del block[start:start + size]
                    if not block:
                        block.append(ast.Pass())
                    if ast.dump(candidate) != ast.dump(tree) and self.fails(candidate):
                        tree = candidate
                    else:
                        start += size
                size //= 2
        return tree

    def simplify_nodes(self, tree):
        """Replaces nodes by something simpler, outer ones first, as long as that helps."""
        place = 0
        while place < len(slots(tree)) and not self.exhausted():
            for variant in range(len(simpler(slots(tree)[place]))):
                candidate = copy.deepcopy(tree)
                slot = slots(candidate)[place]
                variants = simpler(slot)
                replace(slot, variants[variant])
                if self.fails(candidate):
                    tree = candidate
                    break
            else:
                place += 1
        return tree


def blocks(tree):
    """All lists of statements, outer ones first."""
    found = []
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                found.append(block)
    return found


def slots(tree):
    """All places that hold a statement or an expression: (parent, field, index or None), outer ones first."""
    found = []
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if isinstance(value, (ast.expr, ast.stmt)):
                found.append((parent, field, None))
            elif isinstance(value, list):
                found += [(parent, field, i) for i, item in enumerate(value)
                          if isinstance(item, (ast.expr, ast.stmt, ast.comprehension, ast.ExceptHandler, ast.keyword))]
    return found


def content(slot):
    parent, field, index = slot
    value = getattr(parent, field)
    return value if index is None else value[index]


def replace(slot, new):
    """Puts `new`, a list of nodes, in the slot; only a slot in a list takes other than one."""
    parent, field, index = slot
    if index is None:
        setattr(parent, field, new[0] if new else None)
    else:
        getattr(parent, field)[index:index + 1] = new


def simpler(slot):
    """What may stand in place of the slot's node: lists of nodes, the most promising first."""
    parent, field, index = slot
    node = content(slot)
    variants = []
    if isinstance(node, ast.stmt):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if block and not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
                variants.append(block)
        if isinstance(node, ast.Try):
            variants += [handler.body for handler in node.handlers]
        if isinstance(node, (ast.Assign, ast.AugAssign)):
            variants.append([ast.Expr(node.value)])
        return variants
    if isinstance(node, (ast.comprehension, ast.ExceptHandler, ast.keyword)):
        return [[]]
    if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        return [[]] if index is not None and isinstance(parent, ast.Tuple) else []
    if field in ("values", "elts", "args", "generators", "bases", "ifs", "defaults", "decorator_list") and index is not None:
        variants.append([])
    if field in ("lower", "upper", "step", "msg", "cause", "format_spec"):
        variants.append([])
    if isinstance(node, (ast.FormattedValue, ast.Slice)) or isinstance(parent, (ast.JoinedStr, ast.FormattedValue)):
        return variants
    if isinstance(node, ast.Lambda):
        return variants
    children = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)
                and isinstance(getattr(child, "ctx", ast.Load()), ast.Load) and not isinstance(child, (ast.Slice, ast.Starred, ast.FormattedValue))]
    variants += [[child] for child in children]
    if not isinstance(node, ast.Starred):
        variants += [[ast.Constant(c)] for c in CONSTANTS
                     if not isinstance(node, ast.Constant) or simpler_constant(c, node.value)]
        if isinstance(node, (ast.List, ast.ListComp)) and getattr(node, "elts", True):
            variants.append([ast.List([], ast.Load())])
    return variants


def simpler_constant(new, old):
    """Constants are only replaced by earlier ones of CONSTANTS, so that shrinking ends."""
    known = [i for i, c in enumerate(CONSTANTS) if type(c) is type(old) and c == old]
    rank = known[0] if known else len(CONSTANTS)
    return [i for i, c in enumerate(CONSTANTS) if type(c) is type(new) and c == new][0] < rank
