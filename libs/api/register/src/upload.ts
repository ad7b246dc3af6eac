import type { MultipartFile } from '@fastify/multipart';
import { Refused, type SpokenLanguage } from '@qinglan/api-platform';
import type { FastifyRequest } from 'fastify';
import type { GivenFile } from './read-files';
import { limits, refusals, Unreadable } from './unreadable';

/** The name alone: browsers that upload a folder send the way to the file too. */
const nameOf = (part: MultipartFile) => (part.filename.split(/[\\/]/).at(-1) ?? '').slice(-120) || 'file';

async function bytesOf(part: MultipartFile): Promise<Uint8Array> {
  try {
    return new Uint8Array(await part.toBuffer());
  } catch (error) {
    const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
    throw isTooLarge ? refusals.fileTooLarge(nameOf(part)) : error;
  }
}

/** The files of a form, in memory: none beyond the limits. */
export async function readUpload(request: FastifyRequest): Promise<readonly GivenFile[]> {
  if (!request.isMultipart())
    throw new Refused('invalid-input', { errors: [{ pointer: '#/file', detail: 'multipart/form-data' }] });
  const files: GivenFile[] = [];
  let left = limits.requestBytes;
  for await (const part of request.files()) {
    const bytes = await bytesOf(part);
    left -= bytes.length;
    if (left < 0) throw refusals.requestTooLarge();
    files.push({ name: nameOf(part), bytes });
  }
  return files;
}

/** Refuses what cannot be read, in the reader's language. */
export async function refusingUnreadable<T>(language: SpokenLanguage, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Unreadable
      ? new Refused(error.kind, { detail: error.words[language], cause: error })
      : error;
  }
}
