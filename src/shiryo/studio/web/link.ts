// The socket to the studio: what it tells, what it is asked, and that it is gone.

type Told = (message: any) => void;
const waits = new Map<number, (answer: any) => void>();
let socket: WebSocket | undefined, next = 0, hear: Told = () => {}, lost: (online: boolean) => void = () => {};

export function connect(told: Told, state: (online: boolean) => void): void {
  hear = told;
  lost = state;
  open(0);
}

function open(tries: number): void {
  socket = new WebSocket(`ws://${location.host}/socket`);
  socket.onopen = () => { tries = 0; lost(true); };
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    if (message.re === undefined) hear(message);
    else { waits.get(message.re)?.(message); waits.delete(message.re); }
  };
  socket.onclose = () => {
    for (const done of waits.values()) done({ refused: "offline" });
    waits.clear();
    lost(false);
    if (tries < 60) setTimeout(() => open(tries + 1), Math.min(4000, 300 * 2 ** tries));
  };
}

export const isOpen = (): boolean => socket?.readyState === WebSocket.OPEN;
export function tell(message: object): void { if (isOpen()) socket!.send(JSON.stringify(message)); }

/** Ask the studio; the answer says `refused` where there is none. */
export function ask(what: string, more: object = {}): Promise<any> {
  if (!isOpen()) return Promise.resolve({ refused: "offline" });
  return new Promise(done => {
    waits.set(++next, done);
    tell({ do: "ask", id: next, what, ...more });
  });
}
