"""Generates the protobuf modules before the package is built or installed in place; the rest is in pyproject.toml."""

import importlib.machinery
import importlib.util
import pathlib

from setuptools import setup
from setuptools.command.build_py import build_py


def _generate():
    here = pathlib.Path(__file__).resolve().parent
    if not (here.parent / "proto").exists() and (here / "pyfora" / "wire" / "value_pb2.py").exists():
        return  # a source distribution carries them
    loader = importlib.machinery.SourceFileLoader("generate_protos", str(here / "generate_protos"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate_protos", loader))
    loader.exec_module(module)
    module.generate()


class BuildWithProtos(build_py):
    def run(self):
        _generate()
        super().run()


setup(cmdclass={"build_py": BuildWithProtos})
