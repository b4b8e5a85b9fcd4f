"""Proxies for values that live on the cluster."""


class RemotePythonObject:
    """A local proxy for a Python object that lives in memory on the cluster.

    It can be an argument of submit(), also inside of lists and tuples, and a variable that remote code refers to.
    The cluster keeps the value while a proxy, or a computation that uses it, lives. Abstract: see its subclasses.
    """

    def __init__(self, executor):
        self._executor = executor
        self._id = None
        self._size_bytes = None

    def toLocal(self):
        """Downloads the value. Returns a Future of the Python object.

        Errors, in the future: ForaToPythonConversionError if it can't be a local object, ConnectionError.
        """
        return self._executor._download(self)

    def __del__(self):
        executor, value_id = getattr(self, "_executor", None), getattr(self, "_id", None)
        if executor is not None and value_id is not None:
            executor._release(value_id)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} {self._id}>"

    def __reduce_ex__(self, protocol):
        raise TypeError("a proxy belongs to its executor and can't be pickled; use toLocal().result()")

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class DefinedRemotePythonObject(RemotePythonObject):
    """A proxy for a local object that was uploaded by Executor.define().

    objectId: the value's id on the cluster.
    """

    def __init__(self, objectId, executor, sizeBytes=None):
        super().__init__(executor)
        self._id = objectId
        self._size_bytes = sizeBytes


class ComputedRemotePythonObject(RemotePythonObject):
    """A proxy for the result of a computation, made by Executor.submit() or a with-block.

    computedValue: the program_pb2.ValueInfo of the result.
    """

    def __init__(self, computedValue, executor, isException=False):
        super().__init__(executor)
        self._id = computedValue.id
        self._size_bytes = computedValue.size_bytes
        self._isException = isException
