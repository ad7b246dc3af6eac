// A browser that is not there twice, breaks the third time, and works from then on; each page that it prints is another one.
let looked = 0;
let printed = 0;

const page = {
  goto: async () => undefined,
  evaluate: async () => undefined,
  pdf: async () => Buffer.from(`%PDF-${String((printed += 1))}`),
};
const context = { route: async () => undefined, newPage: async () => page, close: async () => undefined };

const breaks = async () => {
  throw new Error('broken');
};

export async function launchBrowser() {
  looked += 1;
  if (looked < 3) throw new Error('not there yet');
  if (looked === 3) return { newContext: breaks, close: breaks };
  return { newContext: async () => context, close: async () => undefined };
}
