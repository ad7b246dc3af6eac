import { migrate } from '@qinglan/api-schema';

/** The command that only brings the schema up to date; `DATABASE_URL` says which. */
await migrate(String(process.env['DATABASE_URL']));
