import { Writable } from 'node:stream';

/** Keeps one part of a file. */
export type KeepPart = (part: { readonly place: number; readonly content: Buffer }) => Promise<void>;

const partBytes = 1 << 20;
type Done = (error?: Error | null) => void;

/** Takes the bytes of a file and keeps them a part at a time; whoever writes waits while a part is kept. */
export class PartWriter extends Writable {
  private held: Buffer[] = [];
  private size = 0;
  private place = 0;
  /** How many bytes were kept. */
  bytes = 0;

  constructor(private readonly keep: KeepPart) {
    super({ highWaterMark: partBytes });
  }

  override _write(chunk: Buffer, _encoding: string, done: Done): void {
    this.held.push(chunk);
    this.size += chunk.length;
    if (this.size < partBytes) done();
    else this.flush(done);
  }

  override _final(done: Done): void {
    if (this.size === 0) done();
    else this.flush(done);
  }

  private flush(done: Done): void {
    const content = Buffer.concat(this.held);
    this.held = [];
    this.size = 0;
    this.keep({ place: this.place++, content }).then(() => {
      this.bytes += content.length;
      done();
    }, done);
  }
}
