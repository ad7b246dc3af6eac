// A browser that is there from the third time on that somebody looks for it; each page that it prints is another one.
let looked = 0;
let printed = 0;

const page = {
  goto: async () => undefined,
  evaluate: async () => undefined,
  pdf: async () => Buffer.from(`%PDF-${String((printed += 1))}`),
};
const context = { route: async () => undefined, newPage: async () => page, close: async () => undefined };

export async function launchBrowser() {
  looked += 1;
  if (looked < 3) throw new Error('not there yet');
  return { newContext: async () => context, close: async () => undefined };
}
