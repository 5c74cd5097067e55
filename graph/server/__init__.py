"""A local Neo4j without Docker, Java or an account: fetched once, started when needed, shared by all commands."""

from graph.server.lifecycle import Endpoint, Status, ensure_running, status, stop

__all__ = ["Endpoint", "Status", "ensure_running", "status", "stop"]
