"""Python objects to an ObjectGraph: what code is, as source text and resolved names; what data is, as values.

The walk is iterative and visits every object once, by identity, so cycles and depth cost nothing, and the same
objects give the same graph.
"""

import types

from pyfora import builtin_names, source_text
from pyfora.Exceptions import PythonToForaConversionError
from pyfora.free_names import global_reads
from pyfora.wire import value_pb2

_INT64_MIN, _INT64_MAX = -(1 << 63), (1 << 63) - 1

# What CPython itself puts into a class's namespace.
_BOOKKEEPING = frozenset(
    {
        "__module__",
        "__qualname__",
        "__doc__",
        "__dict__",
        "__weakref__",
        "__annotations__",
        "__annotate__",
        "__annotate_func__",
        "__annotations_cache__",
        "__firstlineno__",
        "__static_attributes__",
        "__type_params__",
        "__orig_bases__",
        "__parameters__",
        "__classcell__",
        "__classdictcell__",
    }
)

_C_MEMBERS = (
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.ClassMethodDescriptorType,
    types.BuiltinFunctionType,
)

_WAY_OUT = {
    dict: "dictionaries can't be sent yet; use a list of pairs",
    set: "sets can't be sent yet; use a list",
    frozenset: "sets can't be sent yet; use a tuple",
    bytes: "bytes can't be sent yet; use a str or a list of ints",
    bytearray: "bytearrays can't be sent; use a list of ints",
    complex: "complex numbers can't be sent yet; use a pair of floats",
    types.GeneratorType: "a generator has state that can't be sent; send the function that makes it, or a list",
}


class _Unsupported(Exception):
    """This object can't be sent; the message says why."""


class ObjectEncoder:
    """Builds one ObjectGraph.

    A `strict` object (an argument, and what lists and tuples in it hold) that can't be sent is an error at once; any
    other becomes an UnsupportedObject, which is an error only if the program reaches it.

    definitions: the pyfora.definitions.SentDefinitions that remembers functions and classes.
    executor: proxies must belong to it.
    graph: the (empty) ObjectGraph to build, such as a Program's own; by default a new one.
    """

    def __init__(self, definitions, executor=None, graph=None):
        self.graph = value_pb2.ObjectGraph() if graph is None else graph
        self.proxies = []  # RemotePythonObjects that the graph refers to
        self._definitions = definitions
        self._executor = executor
        self._refs = {}  # id -> ref
        self._keep = []  # what _refs names by id
        self._files = {}  # (path, text) -> index into graph.files
        self._pending = []  # (object, its message, strict)
        self._strict = set()  # refs
        self._data_edges = {}  # ref of a list, tuple or instance -> refs of those that it holds
        self._unsupported = {}  # ref -> message

    def add(self, value, strict=False, what="the object"):
        """Adds `value` and what it refers to; returns its ref. Errors: PythonToForaConversionError, naming `what`."""
        try:
            ref = self._ref(value, strict)
            while self._pending:
                self._fill(*self._pending.pop())
            self._refuse_cycles()
        except _Unsupported as error:
            raise PythonToForaConversionError(f"{what} can't be sent to the cluster: {error}") from None
        return ref

    def add_file(self, source):
        """The index in graph.files of a source_text.Source."""
        return self._file(source.path, source.text)

    # -- the walk --

    def _ref(self, value, strict=False):
        ref = self._refs.get(id(value))
        if ref is None:
            ref = len(self.graph.objects)
            message = self.graph.objects.add()
            self._refs[id(value)] = ref
            self._keep.append(value)
            leaf = _LEAVES.get(type(value))
            if leaf is not None:
                leaf(message, value)
                return ref
            self._pending.append((value, message, ref, strict))
            if strict:
                self._strict.add(ref)
        elif strict and ref in self._unsupported:
            raise _Unsupported(self._unsupported[ref])
        return ref

    def _fill(self, value, message, ref, strict):
        try:
            fill = _FILLERS.get(type(value))
            name = builtin_names.name_of(value)
            if name is not None:
                message.builtin = name
            elif fill is not None:
                fill(self, value, message, ref, strict)
            else:
                self._fill_other(value, message, ref, strict)
        except _Unsupported as error:
            if strict:
                raise
            self._unsupported[ref] = str(error)
            message.Clear()
            message.unsupported.message = str(error)

    def _fill_other(self, value, message, ref, strict):
        from pyfora.Future import Future
        from pyfora.RemotePythonObject import RemotePythonObject

        if isinstance(value, RemotePythonObject):
            self._fill_remote(value, message)
        elif isinstance(value, Future):
            raise _Unsupported("it is a Future; send the proxy that its result() returns")
        elif getattr(type(value), "_stays_local", False):
            raise _Unsupported(f"the {type(value).__name__} is this program's connection to the cluster; it stays here")
        elif isinstance(value, BaseException):
            self._fill_exception(value, message, ref)
        elif isinstance(value, type):
            self._fill_class(value, message, ref, strict)
        elif type(type(value)) is type and _is_python_class(type(value)):
            self._fill_instance(value, message, ref)
        else:
            raise _Unsupported(_reason(value))

    # -- data --

    def _fill_tuple(self, value, message, ref, strict):
        message.tuple.SetInParent()
        message.tuple.refs.extend(self._elements(value, ref, strict))

    def _fill_list(self, value, message, ref, strict):
        kinds = set(map(type, value))
        if kinds == {int} and min(value) >= _INT64_MIN and max(value) <= _INT64_MAX:
            message.int_list.values.extend(value)
        elif kinds == {float}:
            message.float_list.values.extend(value)
        else:
            message.list.SetInParent()
            message.list.refs.extend(self._elements(value, ref, strict))

    def _elements(self, values, ref, strict):
        refs = [self._ref(value, strict) for value in values]
        self._note_edges(ref, values, refs)
        return refs

    def _note_edges(self, ref, values, refs):
        edges = [child for value, child in zip(values, refs) if type(value) not in _LEAVES]
        if edges:
            self._data_edges.setdefault(ref, []).extend(edges)

    def _fill_range(self, value, message, ref, strict):
        message.range.start_ref, message.range.stop_ref, message.range.step_ref = (
            self._ref(value.start),
            self._ref(value.stop),
            self._ref(value.step),
        )

    def _fill_slice(self, value, message, ref, strict):
        message.slice.start_ref, message.slice.stop_ref, message.slice.step_ref = self._elements(
            (value.start, value.stop, value.step), ref, strict
        )

    def _fill_instance(self, value, message, ref):
        cls = type(value)
        foreign = _builtin_base(cls)
        if foreign is not None:
            raise _Unsupported(f"instances of {cls.__qualname__}, a subclass of {foreign.__name__}, can't be sent yet")
        fields = getattr(value, "__dict__", None)
        if fields is None or _slots(cls):
            raise _Unsupported(
                f"instances of {cls.__qualname__} can't be sent: classes with __slots__ aren't supported yet"
            )
        message.instance.class_ref = self._ref(cls)
        self._bind(message.instance.fields, fields)
        self._note_edges(ref, fields.values(), [binding.ref for binding in message.instance.fields])

    def _fill_exception(self, value, message, ref):
        message.exception.class_ref = self._ref(type(value))
        message.exception.args.extend(self._elements(value.args, ref, False))
        if value.__dict__:
            self._bind(message.exception.fields, value.__dict__)
            self._note_edges(ref, value.__dict__.values(), [binding.ref for binding in message.exception.fields])

    def _fill_remote(self, value, message):
        if self._executor is not None and value._executor is not self._executor:
            raise _Unsupported("it is a proxy of another executor's value; use that executor, or toLocal() first")
        message.remote = value._id
        self.proxies.append(value)

    # -- code --

    def _fill_function(self, function, message, ref, strict):
        code = function.__code__
        try:
            source = source_text.source_of(code, function.__globals__)
        except source_text.SourceUnavailable as error:
            if code.co_filename == "<string>" and "." in function.__qualname__ and function.__name__.startswith("__"):
                raise _Unsupported(
                    f"the method {function.__qualname__} has no source text: it was generated, as a dataclass's are; "
                    f"write it out in the class"
                ) from None
            raise _Unsupported(
                f"the function {function.__qualname__} has no source text: {error}"
                if code.co_filename != "<string>"
                else f"the function {function.__qualname__}: {error}"
            ) from None
        sent = message.function
        # The code's own name finds it in the text; what wraps() and the like have made of it is in the qualified name.
        sent.name, sent.qualname = code.co_name, function.__qualname__
        sent.file, sent.line = self.add_file(source), code.co_firstlineno
        column = None
        if code.co_name == "<lambda>":
            column = source_text.lambda_column(source, code)
            if column is not None:
                sent.has_column, sent.column = True, column
        self._definitions.note_function(function, column)
        bound = set()
        for name, cell in zip(code.co_freevars, function.__closure__ or ()):
            bound.add(name)
            try:
                value = cell.cell_contents
            except ValueError:  # not assigned yet
                continue
            sent.free.add(name=name, ref=self._ref(value))
        builtin_values = function.__builtins__
        for name in global_reads(code):
            if name not in bound:
                self.bind_global(sent.free, name, function.__globals__, builtin_values)
        sent.defaults.extend([self._ref(value) for value in function.__defaults__ or ()])
        self._bind(sent.keyword_defaults, function.__kwdefaults__ or {})

    def bind_global(self, bindings, name, module_globals, builtin_values):
        """Binds a name to what it means in a module; a name that means nothing is left out."""
        if name in module_globals:
            bindings.add(name=name, ref=self._ref(module_globals[name]))
        elif name in builtin_values:
            bindings.add(name=name, ref=self._ref(builtin_values[name]))

    def _fill_class(self, cls, message, ref, strict):
        if type(cls) is not type:
            raise _Unsupported(
                f"the class {cls.__qualname__} has the metaclass {type(cls).__name__}; metaclasses aren't supported yet"
            )
        if not _is_python_class(cls):
            raise _Unsupported(f"the class {cls.__module__}.{cls.__qualname__} is not written in Python")
        sent = message.class_object
        sent.name, sent.qualname = cls.__name__, cls.__qualname__
        source = _source_of_class(cls)
        if source is not None:
            sent.file, sent.line = self.add_file(source), source_text.class_line(source, cls)
        else:
            sent.file = self._file(f"<{cls.__module__}>", "")
        self._definitions.note_class(cls, self.graph.files[sent.file].path, sent.line)
        sent.bases.extend([self._ref(base) for base in cls.__bases__ if base is not object])
        self._bind(sent.attributes, {name: value for name, value in vars(cls).items() if name not in _BOOKKEEPING})

    def _fill_module(self, module, message, ref, strict):
        name = module.__name__
        if builtin_names.SUPPORTED_MODULES.get(name) is not module:
            raise _Unsupported(f"the module {name} isn't supported on the cluster")
        message.module = name

    def _fill_method(self, method, message, ref, strict):
        message.bound_method.self_ref = self._ref(method.__self__)
        message.bound_method.function_ref = self._ref(method.__func__)
        self._note_edges(ref, (method.__self__,), (message.bound_method.self_ref,))

    def _fill_static_method(self, value, message, ref, strict):
        message.static_method_ref = self._ref(value.__func__)

    def _fill_class_method(self, value, message, ref, strict):
        message.class_method_ref = self._ref(value.__func__)

    def _fill_property(self, value, message, ref, strict):
        if value.fget is None:
            raise _Unsupported("a property without a getter can't be sent")
        message.property.getter_ref = self._ref(value.fget)
        if value.fset is not None:
            message.property.setter_ref = self._ref(value.fset)

    def _fill_builtin_function(self, value, message, ref, strict):
        raise _Unsupported(
            f"{_qualified(value)} is built into Python and has no source text; it isn't supported on the cluster"
        )

    # -- parts --

    def _bind(self, bindings, values):
        for name, value in values.items():
            if isinstance(name, str):
                bindings.add(name=name, ref=self._ref(value))

    def _file(self, path, text):
        index = self._files.get((path, text))
        if index is None:
            index = self._files[path, text] = len(self.graph.files)
            self.graph.files.add(path=path, text=text)
            self._definitions.note_text(path, text)
        return index

    def _refuse_cycles(self):
        """Values are immutable, so none can hold itself: refused if strict, otherwise unsupported."""
        for ref in _on_cycles(self._data_edges):
            if ref in self._unsupported:
                continue
            kind = self.graph.objects[ref].WhichOneof("kind")
            what = _ARTICLES.get(kind, "an object")
            text = f"{what} that contains itself can't be sent: values are immutable on the cluster"
            if ref in self._strict:
                raise _Unsupported(text)
            self._unsupported[ref] = text
            self.graph.objects[ref].Clear()
            self.graph.objects[ref].unsupported.message = text
        self._data_edges.clear()  # a cycle is found whole in the walk that finds its first object


_ARTICLES = {"list": "a list", "tuple": "a tuple", "instance": "an instance", "exception": "an exception"}


def _set_int(message, value):
    if _INT64_MIN <= value <= _INT64_MAX:
        message.small_int = value
    else:
        message.big_int = big_int_bytes(value)


def big_int_bytes(value):
    """Two's complement, little endian, shortest form."""
    magnitude = value if value >= 0 else ~value
    return value.to_bytes(magnitude.bit_length() // 8 + 1, "little", signed=True)


_LEAVES = {
    type(None): lambda message, value: setattr(message, "none", True),
    bool: lambda message, value: setattr(message, "boolean", value),
    int: _set_int,
    float: lambda message, value: setattr(message, "floating", value),
    str: lambda message, value: setattr(message, "str", value.encode("utf-8", "surrogatepass")),
    type(NotImplemented): lambda message, value: setattr(message, "not_implemented", True),
    type(...): lambda message, value: setattr(message, "ellipsis", True),
}

_FILLERS = {
    tuple: ObjectEncoder._fill_tuple,
    list: ObjectEncoder._fill_list,
    range: ObjectEncoder._fill_range,
    slice: ObjectEncoder._fill_slice,
    type: ObjectEncoder._fill_class,
    types.FunctionType: ObjectEncoder._fill_function,
    types.ModuleType: ObjectEncoder._fill_module,
    types.MethodType: ObjectEncoder._fill_method,
    types.BuiltinFunctionType: ObjectEncoder._fill_builtin_function,
    staticmethod: ObjectEncoder._fill_static_method,
    classmethod: ObjectEncoder._fill_class_method,
    property: ObjectEncoder._fill_property,
}


def _is_python_class(cls):
    """Whether a `class` statement (or type(name, bases, namespace)) made it, not an extension module."""
    if not cls.__flags__ & (1 << 9):  # Py_TPFLAGS_HEAPTYPE
        return False
    if cls.__flags__ & (1 << 8):  # Py_TPFLAGS_IMMUTABLETYPE
        return False
    return not any(
        isinstance(member, _C_MEMBERS) for member in vars(cls).values() if builtin_names.name_of(member) is None
    )


def _builtin_base(cls):
    """The first class among its bases, other than object and exceptions, that isn't written in Python; or None."""
    for base in cls.__mro__[1:]:
        if base is not object and not _is_python_class(base):
            return base
    return None


def _slots(cls):
    return any("__slots__" in vars(base) for base in cls.__mro__)


def _source_of_class(cls):
    """The Source that holds the class statement, or None."""
    import sys

    code = module_globals = None
    for member in vars(cls).values():
        function = getattr(member, "__func__", member)
        function = function.fget if isinstance(function, property) else function
        if isinstance(function, types.FunctionType) and function.__qualname__.startswith(cls.__qualname__ + "."):
            code, module_globals = function.__code__, function.__globals__
            try:
                return source_text.source_of(code, module_globals)
            except source_text.SourceUnavailable:
                continue  # generated, as in dataclasses
    module = sys.modules.get(cls.__module__)
    path = getattr(module, "__file__", None)
    return source_text.source_of_file(path, vars(module)) if path else None


def _reason(value):
    for kind in type(value).__mro__:
        if kind in _WAY_OUT:
            return _WAY_OUT[kind]
    return f"objects of type {type(value).__module__}.{type(value).__qualname__} aren't supported on the cluster"


def _qualified(value):
    owner = getattr(value, "__module__", None) or type(getattr(value, "__self__", None)).__name__
    return f"{owner}.{value.__qualname__}" if owner != "builtins" else value.__qualname__


def _on_cycles(edges):
    """Nodes at which an iterative depth-first walk closes a cycle."""
    closing, done, path = [], set(), set()
    for root in list(edges):
        if root in done:
            continue
        path.add(root)
        stack = [(root, iter(edges[root]))]
        while stack:
            node, children = stack[-1]
            for child in children:
                if child in path:
                    closing.append(child)
                elif child not in done and child in edges:
                    path.add(child)
                    stack.append((child, iter(edges[child])))
                    break
            else:
                stack.pop()
                path.discard(node)
                done.add(node)
    return closing
