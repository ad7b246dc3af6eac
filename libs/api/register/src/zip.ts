import { inflateRawSync } from 'node:zlib';
import { limits, refusals } from './unreadable';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const deflated = 8;
/** Sheets shrink to a twentieth, blank formatted ones to a hundredth; a bomb to a thousandth. */
const absurdRatio = 400;

/** Where the directory begins and how many entries it has; null where there is none. */
function findDirectory(zip: Buffer): { offset: number; count: number } | null {
  const lowest = Math.max(0, zip.length - 22 - 0xffff);
  for (let at = zip.length - 22; at >= lowest; at -= 1) {
    if (zip.readUInt32LE(at) === directoryEnd)
      return { offset: zip.readUInt32LE(at + 16), count: zip.readUInt16LE(at + 10) };
  }
  return null;
}

function readEntry(zip: Buffer, at: number): { entry: Entry; next: number } | null {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== directoryEntry) return null;
  const nameLength = zip.readUInt16LE(at + 28);
  const entry = {
    name: zip.toString('utf8', at + 46, at + 46 + nameLength),
    method: zip.readUInt16LE(at + 10),
    packedBytes: zip.readUInt32LE(at + 20),
    bytes: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  };
  return { entry, next: at + 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32) };
}

function readDirectory(file: string, zip: Buffer): readonly Entry[] {
  const directory = findDirectory(zip);
  if (!directory) throw refusals.notXlsx(file);
  if (directory.count > limits.zipEntries) throw refusals.inflatedTooLarge(file);
  const entries: Entry[] = [];
  let at = directory.offset;
  for (let index = 0; index < directory.count; index += 1) {
    const read = readEntry(zip, at);
    if (!read) throw refusals.notXlsx(file);
    entries.push(read.entry);
    at = read.next;
  }
  return entries;
}

function refuseBomb(file: string, zip: Buffer, entries: readonly Entry[]): void {
  const total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const isAbsurd = total > 4 * 1024 * 1024 && total / zip.length > absurdRatio;
  if (total > limits.inflatedBytes || isAbsurd) throw refusals.inflatedTooLarge(file);
}

/** The files inside a zip, each unpacked only when asked for and never beyond what is left of the limit. */
export class Zip {
  private readonly entries: ReadonlyMap<string, Entry>;
  private left = limits.inflatedBytes;

  /** Reads the directory alone and refuses by the sizes it names. */
  constructor(
    private readonly file: string,
    private readonly zip: Buffer,
  ) {
    const entries = readDirectory(file, zip);
    refuseBomb(file, zip, entries);
    this.entries = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  }

  /** The bytes of one file, or null where there is none. The sizes named may lie, so what comes out is counted too. */
  read(name: string): Buffer | null {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    const content = this.unpack(entry, this.packed(entry));
    this.left -= content.length;
    if (this.left < 0) throw refusals.inflatedTooLarge(this.file);
    if (content.length !== entry.bytes) throw refusals.notXlsx(this.file);
    return content;
  }

  private packed(entry: Entry): Buffer {
    const { zip } = this;
    if (entry.offset + 30 > zip.length || zip.readUInt32LE(entry.offset) !== localEntry)
      throw refusals.notXlsx(this.file);
    const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
    return zip.subarray(start, start + entry.packedBytes);
  }

  private unpack(entry: Entry, packed: Buffer): Buffer {
    if (entry.method === 0) return packed;
    if (entry.method !== deflated) throw refusals.notXlsx(this.file);
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, this.left) });
    } catch (error) {
      const isTooLong = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      throw isTooLong ? refusals.inflatedTooLarge(this.file) : refusals.notXlsx(this.file);
    }
  }
}
