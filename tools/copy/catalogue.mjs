// What there is to copy: the tables of the application and their columns, as the database itself describes them.

/** Kept by the migrations of the target itself. */
export const migrationTable = 'migrations';

export async function tablesOf(client) {
  const { rows } = await client.query(
    `SELECT c.relname AS name, array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
       FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
      GROUP BY c.relname ORDER BY c.relname`,
    [migrationTable],
  );
  return rows.map(({ name, columns }) => ({ name, columns: arrayOf(columns) }));
}

/** name[] has no parser of its own in pg and may arrive as text. */
const arrayOf = (value) => (Array.isArray(value) ? value : value.slice(1, -1).split(','));

export async function migrationsOf(client) {
  const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS exists', [`public.${migrationTable}`]);
  if (!rows[0].exists) return [];
  const applied = await client.query(`SELECT name FROM public.${migrationTable} ORDER BY name`);
  return applied.rows.map(({ name }) => name);
}

export async function sequencesOf(client) {
  const { rows } = await client.query(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
      WHERE schemaname = 'public' AND last_value IS NOT NULL
        AND sequencename NOT LIKE $1 ORDER BY sequencename`,
    [`${migrationTable}%`],
  );
  return rows;
}

/** Everything else hangs on these; what migrations put into other tables is no reason to keep a copy out. */
const foundations = ['organisation', 'person', 'account'];

export async function isUnused(client) {
  const known = await tablesOf(client);
  for (const { name } of known.filter((table) => foundations.includes(table.name))) {
    const { rows } = await client.query(
      `SELECT EXISTS (SELECT FROM public.${client.escapeIdentifier(name)}) AS filled`,
    );
    if (rows[0].filled) return false;
  }
  return true;
}
