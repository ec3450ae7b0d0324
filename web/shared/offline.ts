// Lets the visitor's pages open without a network.

export function keepOffline() {
  if (!("serviceWorker" in navigator)) return;
  addEventListener("load", () => {
    // Refused in private windows; the page works without it.
    navigator.serviceWorker.register("/service-worker.js").catch(() => null);
  });
}
