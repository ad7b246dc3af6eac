/** A Beijing day of an instant, as every view reads it. */
export const dayOf = (column: string) => `(${column} AT TIME ZONE 'Asia/Shanghai')::date`;
