"""Tests of the room generator/inputs."""
