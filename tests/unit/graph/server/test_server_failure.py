from graph.server.failure import port_was_taken, reason_in

TRACE = """\
2026-11-23 16:29:02.189+0000 ERROR Failed to start Neo4j on 127.0.0.1:7474.
java.lang.RuntimeException: Error starting Neo4j database server at /home/z/data/databases
\tat org.neo4j.server.Neo4jCommunity.main(Neo4jCommunity.java:30)
Caused by: org.neo4j.configuration.helpers.PortBindException: An error occurred while trying to bind to /127.0.0.1:7788
\tat org.neo4j.bolt.BoltServer.start(BoltServer.java:452)
\t... 11 more
Caused by: io.netty.channel.unix.Errors$NativeIoException: bind(..) failed with error(-98): Address already in use
2026-11-23 16:29:02.199+0000 INFO  Stopped.
""".splitlines()


def test_the_innermost_cause_is_the_reason():
    assert reason_in(TRACE) == "bind(..) failed with error(-98): Address already in use"


def test_a_taken_port_is_recognised():
    assert port_was_taken(TRACE)
    assert not port_was_taken(["java.lang.OutOfMemoryError"])


def test_without_a_trace_the_last_telling_lines_are_the_reason():
    lines = ["WARNING: something", "Could not reserve enough space for object heap", "-----", "", "Command Failed"]
    assert reason_in(lines) == "Could not reserve enough space for object heap"


def test_silence_is_said_too():
    assert reason_in([]) == "no output"
