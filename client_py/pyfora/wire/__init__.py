"""The messages of proto/*.proto: value_pb2 and program_pb2, which tools/setup (or generate_protos) puts beside this file."""
try:
    from pyfora.wire import program_pb2, value_pb2
except ImportError as error:
    if "_pb2" in str(error):
        raise ImportError("pyfora's protobuf modules have not been generated: run tools/setup, or "
                          "client_py/generate_protos") from error
    raise

__all__ = ["program_pb2", "value_pb2"]
