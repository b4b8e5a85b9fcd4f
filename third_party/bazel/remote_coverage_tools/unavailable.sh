#!/bin/sh
echo "bazel coverage is not set up in this tree" >&2
exit 1
