import * as z from 'zod';

const flag = z.enum(['on', 'off', 'true', 'false', '1', '0']).transform((word) => ['on', 'true', '1'].includes(word));
const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** Set by the start command when the database is the embedded one. */
  EMBEDDED: flag.default(false),
  REDIS_URL: z.url().optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  DEMO: flag.optional(),
  WEB_DIR: z.string().optional(),
  /** The folder of the demo register; set by the start command. */
  REGISTER_DIR: z.string().optional(),
  /** A module that exports `launchBrowser()`, for PDF; set by the start command. */
  BROWSER_MODULE: z.string().optional(),
  /** Number of trusted proxies in front, for the address that rate limits count by. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Long work holds three: its lock, what it writes, and how far it is. */
  POOL_SIZE: z.coerce.number().int().min(4).max(200).default(16),
});

/** Everything that the environment decides, parsed once. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly isDemo: boolean;
  readonly webDir: string | null;
  readonly registerDir: string | null;
  readonly browserModule: string | null;
  readonly trustedProxies: number;
  readonly logLevel: string;
}

/** Reads the environment; every fault is reported together, by name and never by value. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = schema.safeParse(environment);
  if (!read.success) {
    const names = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    throw new Error(`These settings are missing or not valid: ${names.join(', ')}`);
  }
  const given = read.data;
  return Object.freeze({
    port: given.PORT,
    host: given.HOST,
    dataDir: given.DATA_DIR,
    databaseUrl: given.DATABASE_URL,
    poolSize: given.POOL_SIZE,
    // One click sign-in is for a machine of one's own: the embedded database and a loopback address, whatever DEMO says.
    isDemo: given.EMBEDDED && isLoopback(given.HOST) && given.DEMO !== false,
    webDir: given.WEB_DIR ?? null,
    registerDir: given.REGISTER_DIR ?? null,
    browserModule: given.BROWSER_MODULE ?? null,
    trustedProxies: given.TRUSTED_PROXIES,
    logLevel: given.LOG_LEVEL,
  });
}

/** The token by which Nest hands the settings out. */
export const SETTINGS = Symbol('settings');
