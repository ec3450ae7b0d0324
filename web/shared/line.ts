// The two ways frames reach a page: a WebSocket, or a stream of events where
// a proxy lets no socket through. Texts in and out; no meaning.

export interface Line {
  readonly ready: boolean;
  readonly canPing: boolean;
  send(message: Record<string, unknown>): void;
  close(): void;
}

export interface LineEvents {
  onReady(): void;
  onFrame(text: string): void;
  onEnd(): void; // Not after close().
}

export function openSocket(events: LineEvents): Line {
  const address = new URL("/live", location.href);
  address.protocol = address.protocol.replace("http", "ws");
  const socket = new WebSocket(address, "suivant.v1");
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    events.onEnd();
  };
  socket.onopen = () => events.onReady();
  socket.onmessage = ({ data }) => events.onFrame(data);
  socket.onclose = end;
  socket.onerror = end;
  return {
    get ready() {
      return socket.readyState === WebSocket.OPEN;
    },
    canPing: true,
    send: (message) => {
      if (socket.readyState === WebSocket.OPEN)
        socket.send(JSON.stringify(message));
    },
    close: () => {
      ended = true;
      socket.close();
    },
  };
}

/** One stream per subscription, since a stream only carries answers. */
export function openStream(events: LineEvents): Line {
  const streams = new Map<string, AbortController>();
  let ended = false;
  const end = () => {
    if (ended) return;
    close();
    events.onEnd();
  };
  const close = () => {
    ended = true;
    for (const stream of streams.values()) stream.abort();
  };
  const line: Line = {
    ready: true,
    canPing: false,
    send: (message) => {
      const topic = String(message.subscribe ?? message.unsubscribe ?? "");
      if (!topic || ended) return;
      streams.get(topic)?.abort();
      streams.delete(topic);
      if (!message.subscribe) return;
      const stream = new AbortController();
      streams.set(topic, stream);
      readStream(message, stream.signal, events.onFrame)
        .catch(() => undefined)
        .then(() => stream.signal.aborted || end());
    },
    close,
  };
  queueMicrotask(() => ended || events.onReady());
  return line;
}

async function readStream(
  message: unknown, signal: AbortSignal, onFrame: (text: string) => void,
) {
  const answer = await fetch("/live/events", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "text/event-stream",
    },
    body: JSON.stringify(message),
    signal,
  });
  if (!answer.ok || !answer.body) return;
  const reader = answer.body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines)
      if (line.startsWith("data:")) onFrame(line.slice(5).trim());
  }
}
