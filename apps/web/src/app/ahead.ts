import { ahead as mentoring } from '@qinglan/web-mentoring';

type Fetch = () => Promise<unknown>;

const shell: Fetch = () => import('./shell/shell');

/** What is fetched at once for addresses that begin so; the router would ask for one after the other. */
const pages: Readonly<Record<string, readonly Fetch[]>> = { mentoring: [mentoring, shell], week: [shell] };

/**
 * On a slow line every wait after another is felt: what the address will show comes while the rest begins. The few bytes
 * that know where mentoring's page lies are therefore here from the start; the page itself is as lazy as every other.
 */
export function fetchAhead(pathname: string): void {
  for (const part of pages[pathname.split('/')[1] ?? ''] ?? []) void part().catch(() => undefined);
}
