import type { Piece } from '@qinglan/domain';

/** Pieces of a text as paragraphs: each line of the text is one, empty lines are none. */
export function paragraphsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of pieces) {
    const [first = '', ...others] = piece.kind === 'text' ? piece.text.split('\n') : [piece.text];
    paragraphs.at(-1)?.push({ ...piece, text: first });
    others.forEach((text) => paragraphs.push([{ ...piece, text }]));
  }
  return paragraphs
    .map((paragraph) => paragraph.filter(({ text, kind }) => kind !== 'text' || text !== ''))
    .filter((paragraph) => paragraph.length > 0);
}
