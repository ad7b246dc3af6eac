// TypeScript to ESM for Jest with the compiler that also builds the API (oxc, through rolldown),
// decorators and their metadata included.
import { createHash } from 'node:crypto';
import { transformSync } from 'rolldown/utils';

const options = {
  lang: 'ts',
  sourcemap: true,
  target: 'es2024',
  assumptions: { setPublicClassFields: true },
  typescript: { removeClassFieldsWithoutInitializer: true },
  decorator: { legacy: true, emitDecoratorMetadata: true },
  tsconfig: false,
};
const version = `oxc-1 ${process.version} ${JSON.stringify(options)}`;

export default {
  getCacheKey: (source, path, { instrument }) =>
    createHash('sha1')
      .update(version + source + path + String(instrument))
      .digest('hex'),
  process(source, path) {
    const result = transformSync(path, source, options);
    if (result.errors.length) throw new Error(result.errors.map((error) => error.message ?? error).join('\n'));
    return { code: result.code, map: result.map };
  },
};
