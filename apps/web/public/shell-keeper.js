// Lets a page that was opened be opened again without a line. It keeps the files that the page was made of and nothing
// that the interface answered, and gives them out only where the network does not answer: whoever has a line is never
// shown anything old.
const shelf = 'shell';
const firstPage = '/';
const isOurs = ({ origin, pathname }) =>
  origin === self.location.origin && !/^\/(api|ws|health|metrics)(\/|$)/.test(pathname);

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const files = [firstPage, ...event.data.files].filter((file) => isOurs(new URL(file, self.location.origin)));
  event.waitUntil(keep(files).catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !isOurs(new URL(request.url))) return;
  event.respondWith(fetched(event).catch(() => kept(request)));
});

/** What the network gives is given on, and a copy of every file kept. */
async function fetched(event) {
  const response = await fetch(event.request);
  if (response.ok && event.request.mode !== 'navigate') {
    const copy = response.clone();
    event.waitUntil(caches.open(shelf).then((cache) => cache.put(event.request, copy)));
  }
  return response;
}

/** Files of an older version go only when all of the new one are there, and the page could name them. */
async function keep(files) {
  const cache = await caches.open(shelf);
  const wanted = new Set(files.map((file) => new URL(file, self.location.origin).href));
  await cache.addAll([...wanted]);
  if (wanted.size === 1) return;
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

async function kept(request) {
  const wanted = request.mode === 'navigate' ? firstPage : request;
  return (await caches.match(wanted, { ignoreVary: true })) ?? Response.error();
}
