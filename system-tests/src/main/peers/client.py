"""Debian's python3-socketio, told what to do by JSON lines on stdin; what its sockets hear goes to stdout as JSON lines."""

import json
import sys
import threading
from urllib.parse import urlencode

import socketio

sockets = {}
writing = threading.Lock()


def say(**line):
    with writing:
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


class Heard(socketio.ClientNamespace):
    def __init__(self, namespace, identity):
        super().__init__(namespace)
        self.identity = identity

    def trigger_event(self, event, *args):
        if event == "connect":
            client = sockets[self.identity]
            say(id=self.identity, on="connect", sid=client.get_sid(self.namespace), transport=client.transport())
        elif event == "disconnect":
            say(id=self.identity, on="disconnect", reason=str(args[0]) if args else "")
        elif event == "connect_error":
            problem = args[0] if args else {}
            message = problem.get("message", "") if isinstance(problem, dict) else str(problem)
            say(id=self.identity, on="connect_error", message=message)
        else:
            say(id=self.identity, on="event", event=event, args=list(args))


def connect(command):
    client = sockets[command["id"]]
    query = "?" + urlencode(command["query"]) if command["query"] else ""
    try:
        client.connect(
            command["url"] + query,
            headers=command["headers"],
            auth=command["auth"] or None,
            transports=command["transports"],
            namespaces=[command["namespace"]],
            wait_timeout=20,
        )
    except socketio.exceptions.ConnectionError as problem:
        say(id=command["id"], on="connect_error", message=str(problem))


def opened(command):
    client = socketio.Client(reconnection=command["reconnects"], reconnection_delay=0.2, reconnection_delay_max=1)
    client.register_namespace(Heard(command["namespace"], command["id"]))
    sockets[command["id"]] = client
    namespaces[command["id"]] = command["namespace"]
    threading.Thread(target=connect, args=(command,), daemon=True).start()


def emitted(command):
    client, namespace = sockets[command["id"]], namespaces[command["id"]]
    answer = None
    if "ack" in command:
        answer = lambda *args: say(id=command["id"], on="ack", ack=command["ack"], args=list(args))
    client.emit(command["event"], tuple(command["args"]), namespace=namespace, callback=answer)


namespaces = {}
for line in sys.stdin:
    order = json.loads(line)
    if order["do"] == "open":
        opened(order)
    elif order["do"] == "emit":
        emitted(order)
    else:
        sockets.pop(order["id"]).disconnect()
