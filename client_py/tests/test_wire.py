"""The generated messages work with the installed protobuf."""

from pyfora.wire import program_pb2


def test_program_round_trip():
    program = program_pb2.Program(python_minor=12)
    program.call.args.extend([1, 2])
    assert program_pb2.Program.FromString(program.SerializeToString()) == program
