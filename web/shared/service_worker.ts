// Keeps the visitor's pages at hand without a network. Never keeps answers of
// the API: what a visit looks like is remembered by the ticket page itself.

declare const SHELL: string[]; // Addresses; set by the build.
declare const VERSION: string; // Changes whenever the shell does.

interface Fetched extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
declare const skipWaiting: () => Promise<void>;
interface Page {
  url: string;
  focus(): Promise<unknown>;
}
declare const clients: {
  claim(): Promise<void>;
  matchAll(of: { type: "window" }): Promise<Page[]>;
  openWindow(url: string): Promise<unknown>;
};
interface Clicked extends Lasting {
  readonly notification: Notification;
}

const cacheName = `shell-${VERSION}`;
const networkPatience = 4000;

addEventListener("install", (event) => (event as Lasting).waitUntil(
  caches.open(cacheName)
    .then((cache) => cache.addAll(SHELL))
    .then(() => skipWaiting()),
));

addEventListener("activate", (event) => (event as Lasting).waitUntil(
  caches.keys()
    .then((names) => Promise.all(names
      .filter((name) => name.startsWith("shell-") && name !== cacheName)
      .map((name) => caches.delete(name))))
    .then(() => clients.claim()),
));

addEventListener("fetch", (event) => {
  const { request, respondWith } = bound(event as Fetched);
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/") || pathname.startsWith("/icons/"))
    respondWith(kept(pathname).then((answer) => answer ?? fetch(request)));
  else if (request.mode === "navigate" && shellOf(pathname))
    respondWith(freshOrKept(request, shellOf(pathname)));
});

addEventListener("notificationclick", (event) => {
  const { notification } = event as Clicked;
  notification.close();
  (event as Lasting).waitUntil(showPage(notification.data));
});

async function showPage(url: string) {
  const pages = await clients.matchAll({ type: "window" });
  const open = pages.find((page) => page.url === url);
  return open ? open.focus() : clients.openWindow(url);
}

function bound(event: Fetched) {
  return {
    request: event.request,
    respondWith: event.respondWith.bind(event),
  };
}

/** "/join/" for "/join/demo"; empty for pages that need the network. */
function shellOf(pathname: string): string {
  const page = `/${pathname.split("/")[1]}/`;
  return SHELL.includes(page) ? page : "";
}

function kept(pathname: string) {
  return caches.match(pathname, { cacheName });
}

/** The network's page if it comes soon, else the one we kept. */
async function freshOrKept(request: Request, page: string) {
  const late = new Promise<null>((give) =>
    setTimeout(() => give(null), networkPatience));
  const fresh = await Promise.race([fetch(request).catch(() => null), late]);
  if (fresh?.ok) return fresh;
  return (await kept(page)) ?? fresh ?? Response.error();
}
