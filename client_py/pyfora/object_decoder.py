"""An ObjectGraph to Python objects. Runs no user code: instances are rebuilt without __init__.

Classes and functions come back as the local ones that were sent; a function that was made on the cluster by code that
was sent is made here from the same code object, with the variables that it closes over: those of a with-block, which
are the variables of the function that the block is in, are cells that the functions of one block share.
"""

import types

from pyfora import builtin_names
from pyfora.Exceptions import ForaToPythonConversionError

_NO_NEEDS = frozenset(
    {
        "none",
        "boolean",
        "small_int",
        "big_int",
        "floating",
        "str",
        "list",
        "int_list",
        "float_list",
        "builtin",
        "module",
        "function",
        "class_object",
        "not_implemented",
        "ellipsis",
    }
)

_AS_THEY_ARE = frozenset({"boolean", "small_int", "floating"})


class BlockVariables:
    """The variables of a with-block that downloaded functions close over.

    code: of the function or module that the block is in. cells: {name: cell}, empty until somebody fills them.
    """

    def __init__(self, code):
        self.code = code
        self.cells = {}


def decode(graph, definitions, block=None):
    """The object that graph.root stands for.

    definitions: the SentDefinitions of the executor that sent what this may refer to.
    block: the BlockVariables of the with-block that the object was made by; those that functions close over are added.
    Errors: ForaToPythonConversionError.
    """
    return _Decoder(graph, definitions, block=block).object_at(graph.root)


def decode_exception(graph, definitions):
    """As decode(), for a graph whose root is an exception; a class that isn't known here is made up by its name."""
    return _Decoder(graph, definitions, make_up_exceptions=True).object_at(graph.root)


class _Decoder:
    def __init__(self, graph, definitions, make_up_exceptions=False, block=None):
        self._graph = graph
        self._definitions = definitions
        self._make_up_exceptions = make_up_exceptions
        self._block = block
        self._objects = {}  # ref -> object
        self._unfinished = []  # what has been made and still lacks its parts: (function that adds them, arguments)

    def object_at(self, root):
        self._build(root)
        while self._unfinished:
            finish, *arguments = self._unfinished.pop()
            finish(*arguments)
        return self._objects[root]

    # -- the walk: an object is made as soon as those exist that it can't be made without --

    def _build(self, root):
        if root in self._objects:
            return self._objects[root]
        stack, opened = [root], set()
        while stack:
            ref = stack[-1]
            if ref in self._objects:
                stack.pop()
                continue
            message = self._message(ref)
            kind = message.WhichOneof("kind")
            needs = () if kind in _NO_NEEDS else self._missing(self._needs(message, kind))
            if not needs:
                self._objects[ref] = self._make(message, kind)
                stack.pop()
                continue
            if ref in opened:
                raise ForaToPythonConversionError("a malformed value: it can't be made before itself")
            opened.add(ref)
            stack += reversed(needs)
        return self._objects[root]

    def _missing(self, refs):
        """Those that are not made yet and need others; what needs none is made at once."""
        objects, missing = self._objects, []
        for ref in refs:
            if ref in objects:
                continue
            message = self._message(ref)
            kind = message.WhichOneof("kind")
            if kind in _NO_NEEDS:
                objects[ref] = self._make(message, kind)
            else:
                missing.append(ref)
        return missing

    def _message(self, ref):
        if ref >= len(self._graph.objects):
            raise ForaToPythonConversionError(f"a malformed value: object {ref} of {len(self._graph.objects)}")
        return self._graph.objects[ref]

    def _needs(self, message, kind):
        if kind == "tuple":
            return message.tuple.refs
        if kind in ("range", "slice"):
            part = getattr(message, kind)
            return (part.start_ref, part.stop_ref, part.step_ref)
        if kind == "instance":
            return (message.instance.class_ref,)
        if kind == "exception":
            return (message.exception.class_ref, *message.exception.args)
        if kind == "bound_method":
            return (message.bound_method.self_ref, message.bound_method.function_ref)
        if kind in ("static_method_ref", "class_method_ref"):
            return (getattr(message, kind),)
        if kind == "property":
            setter = (message.property.setter_ref,) if message.property.HasField("setter_ref") else ()
            return (message.property.getter_ref, *setter)
        return ()

    def _make(self, message, kind):
        if kind in _AS_THEY_ARE:
            return getattr(message, kind)
        if kind is None:
            raise ForaToPythonConversionError(
                "a malformed value: an object of no kind, or of one that only a newer pyfora knows"
            )
        return getattr(self, "_make_" + kind)(getattr(message, kind))

    # -- data --

    def _make_none(self, _):
        return None

    def _make_big_int(self, value):
        return int.from_bytes(value, "little", signed=True)

    def _make_str(self, value):
        return value.decode("utf-8", "surrogatepass")

    def _make_not_implemented(self, _):
        return NotImplemented

    def _make_ellipsis(self, _):
        return ...

    def _make_tuple(self, part):
        return tuple([self._objects[ref] for ref in part.refs])

    def _make_list(self, part):
        made = []
        self._unfinished.append((self._finish_list, made, part))
        return made

    def _finish_list(self, made, part):
        for ref in self._missing(part.refs):
            self._build(ref)
        objects = self._objects
        made.extend([objects[ref] for ref in part.refs])

    def _make_int_list(self, part):
        return list(part.values)

    def _make_float_list(self, part):
        return list(part.values)

    def _make_range(self, part):
        return range(*(self._objects[ref] for ref in (part.start_ref, part.stop_ref, part.step_ref)))

    def _make_slice(self, part):
        return slice(*(self._objects[ref] for ref in (part.start_ref, part.stop_ref, part.step_ref)))

    def _make_instance(self, part):
        cls = self._objects[part.class_ref]
        made = object.__new__(cls)
        self._unfinished.append((self._finish_fields, made, part.fields))
        return made

    def _finish_fields(self, made, fields):
        made.__dict__.update({field.name: self._build(field.ref) for field in fields})

    def _make_exception(self, part):
        cls = self._objects[part.class_ref]
        arguments = [self._objects[ref] for ref in part.args]
        native = next(base for base in cls.__mro__ if builtin_names.name_of(base) is not None)
        try:
            made = native.__new__(cls, *arguments)
            native.__init__(made, *arguments)
        except Exception:  # UnicodeDecodeError and its like insist on arguments of their own
            made = native.__new__(cls)
            made.args = tuple(arguments)
        if part.fields:
            self._unfinished.append((self._finish_fields, made, part.fields))
        return made

    def _make_remote(self, value_id):
        raise ForaToPythonConversionError(f"a value that holds the remote value {value_id} can't be downloaded")

    def _make_unsupported(self, part):
        raise ForaToPythonConversionError(part.message)

    # -- code --

    def _make_builtin(self, name):
        try:
            return builtin_names.value_of(name)
        except KeyError:
            raise ForaToPythonConversionError(f"the builtin {name!r} doesn't exist in this Python") from None

    def _make_module(self, name):
        try:
            return builtin_names.SUPPORTED_MODULES[name]
        except KeyError:
            raise ForaToPythonConversionError(f"the module {name!r} can't be downloaded") from None

    def _make_static_method(self, function_ref):
        return staticmethod(self._objects[function_ref])

    def _make_class_method(self, function_ref):
        return classmethod(self._objects[function_ref])

    _make_static_method_ref = _make_static_method
    _make_class_method_ref = _make_class_method

    def _make_property(self, part):
        setter = self._objects[part.setter_ref] if part.HasField("setter_ref") else None
        return property(self._objects[part.getter_ref], setter)

    def _make_bound_method(self, part):
        return types.MethodType(self._objects[part.function_ref], self._objects[part.self_ref])

    def _make_class_object(self, part):
        cls = self._definitions.class_at(self._path(part.file), part.line, part.qualname)
        if cls is not None:
            return cls
        if self._make_up_exceptions:
            for binding in part.bases:
                base = self._build(binding)
                if isinstance(base, type) and issubclass(base, BaseException):
                    made = type(
                        part.name, (base,), {"__qualname__": part.qualname or part.name, "__module__": "remote"}
                    )
                    return made
        raise ForaToPythonConversionError(
            f"the class {part.qualname or part.name} was made on the cluster, so it has no local counterpart"
        )

    def _make_function(self, part):
        path = self._path(part.file)
        is_lambda = part.name == "<lambda>"
        fitting = [
            (code, module_globals)
            for code, module_globals, column in self._definitions.codes_at(path, part.line, is_lambda)
            if is_lambda or code.co_name == part.name
            if not (part.has_column and column is not None and column != part.column)
        ]
        name = part.qualname or part.name
        if not fitting:
            raise ForaToPythonConversionError(
                f"the function {name} was made on the cluster by code that this client has not sent"
            )
        if is_lambda and len(fitting) > 1:
            raise ForaToPythonConversionError(
                f"{path}:{part.line} has several lambdas; put the one that is to be downloaded on a line of its own"
            )
        code, module_globals = fitting[0]
        free = {binding.name: binding.ref for binding in part.free}
        for function in self._definitions.functions_at(path, part.line, is_lambda):
            if function.__code__ is code and self._is_same(function, part, free):
                return function
        cells = {
            variable: types.CellType() if variable in free else self._cell_without_value(code, variable)
            for variable in code.co_freevars
        }
        made = types.FunctionType(code, module_globals, name.rpartition(".")[2], None, tuple(cells.values()))
        made.__qualname__ = name
        self._unfinished.append((self._finish_function, made, part, cells, free))
        return made

    def _cell_without_value(self, code, variable):
        """The cell of a variable that had no value when the function was made: the block's may get one."""
        if self._block is None or not self._definitions.closes_over(code, variable, self._block.code):
            return types.CellType()
        return self._block.cells.setdefault(variable, types.CellType())

    def _is_same(self, function, part, free):
        """Whether the local function closes over what the remote one does, as far as a glance tells."""
        for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
            try:
                if name not in free or not self._looks_like(cell.cell_contents, self._message(free[name])):
                    return False
            except ValueError:  # an empty cell
                if name in free:
                    return False
        defaults = function.__defaults__ or ()
        return len(defaults) == len(part.defaults) and all(
            self._looks_like(value, self._message(ref)) for value, ref in zip(defaults, part.defaults)
        )

    def _looks_like(self, value, message):
        kind = message.WhichOneof("kind")
        if kind == "function":
            return (
                isinstance(value, types.FunctionType)
                and value.__code__.co_firstlineno == message.function.line
                and value.__code__.co_filename == self._path(message.function.file)
            )
        if kind == "class_object":
            return isinstance(value, type) and value.__qualname__ == message.class_object.qualname
        if kind in ("list", "tuple") and getattr(message, kind).refs or kind not in _NO_NEEDS:
            return False
        other = self._make(message, kind)
        return type(value) is type(other) and repr(value) == repr(other)

    def _finish_function(self, made, part, cells, free):
        for name, cell in cells.items():
            if name in free:
                cell.cell_contents = self._build(free[name])
        if part.defaults:
            made.__defaults__ = tuple([self._build(ref) for ref in part.defaults])
        if part.keyword_defaults:
            made.__kwdefaults__ = {binding.name: self._build(binding.ref) for binding in part.keyword_defaults}

    def _path(self, file):
        return self._graph.files[file].path if file < len(self._graph.files) else ""
