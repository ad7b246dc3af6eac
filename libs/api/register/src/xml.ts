/** What is told of an XML text while it is walked through; prefixes of names are dropped. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function signOf(entity: string): string {
  if (!entity.startsWith('#')) return entities[entity] ?? `&${entity};`;
  const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** Undoes `&lt;` and its like. Entities that a document defines itself stay as they are: that door stays shut. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (_, entity: string) => signOf(entity))
    : text;

const countOf = (sign: string, text: string) => text.split(sign).length - 1;

/** The end of the tag that begins at `at`; a > inside quotation marks does not end it. */
function tagEnd(xml: string, at: number): number {
  let isQuoted = false;
  let from = at;
  for (;;) {
    const end = xml.indexOf('>', from);
    if (end === -1) return -1;
    if (countOf('"', xml.slice(from, end)) % 2 === 1) isQuoted = !isQuoted;
    if (!isQuoted) return end;
    from = end + 1;
  }
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

function tellTag(inside: string, listener: XmlListener): void {
  if (inside.startsWith('/')) return listener.close(local(inside.slice(1).trimEnd()));
  const isEmpty = inside.endsWith('/');
  const tag = isEmpty ? inside.slice(0, -1) : inside;
  const space = tag.search(/\s/);
  const name = local(space === -1 ? tag : tag.slice(0, space));
  listener.open(name, space === -1 ? '' : tag.slice(space));
  if (isEmpty) listener.close(name);
}

const cdata = '<![CDATA[';
const comment = '<!--';

/** The end of what begins with < at `at`, and how many signs that end has. */
function pieceEnd(xml: string, at: number): readonly [end: number, length: number] {
  if (xml.startsWith(cdata, at)) return [xml.indexOf(']]>', at), 3];
  if (xml.startsWith(comment, at)) return [xml.indexOf('-->', at), 3];
  return [tagEnd(xml, at), 1];
}

function tellPiece(piece: string, listener: XmlListener): void {
  if (piece.startsWith(cdata)) listener.text(piece.slice(cdata.length));
  else if (piece[1] !== '?' && piece[1] !== '!') tellTag(piece.slice(1), listener);
}

/** Walks through an XML text; false where it is cut short. Declarations and comments are passed over. */
export function walkXml(xml: string, listener: XmlListener): boolean {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start === -1) return true;
    if (start > at) listener.text(unescapeXml(xml.slice(at, start)));
    const [end, length] = pieceEnd(xml, start);
    if (end === -1) return false;
    tellPiece(xml.slice(start, end), listener);
    at = end + length;
  }
}

const patterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its prefix, or null. */
export function attribute(attributes: string, name: string): string | null {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const found = pattern.exec(attributes);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : null;
}
