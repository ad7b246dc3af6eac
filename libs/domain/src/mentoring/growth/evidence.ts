import { accept, refuse, type Result } from '../../kernel';

/** What shows that something was done: words (a page of a listening book, a file in a drawer) or an https link. */
export type Evidence =
  { readonly kind: 'words'; readonly text: string } | { readonly kind: 'link'; readonly text: string };

/** The evidence looks like an address and is none that a reader may safely open. */
export interface EvidenceRefusal {
  readonly kind: 'evidence-unclear';
}

const looksLikeAddress = /^[a-z][a-z0-9+.-]*:(?!\s)/i;
const httpsAddress = /^https:\/\/[^\s/?#@]+\.[^\s/?#@]+(?:[/?#]\S*)?$/i;

/** Reads evidence as it was typed; the only addresses are https ones without a name or password before the host. */
export function decideEvidence(typed: string): Result<Evidence, EvidenceRefusal> {
  const text = typed.trim();
  if (text === '') return refuse({ kind: 'evidence-unclear' });
  if (httpsAddress.test(text)) return accept({ kind: 'link', text });
  return looksLikeAddress.test(text) ? refuse({ kind: 'evidence-unclear' }) : accept({ kind: 'words', text });
}

/** May evidence be shown as a link? */
export const isLink = (evidence: string): boolean => httpsAddress.test(evidence);
