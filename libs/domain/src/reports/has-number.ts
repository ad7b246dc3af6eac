/** Whether an answer prints as a number: at least nothing is none, and words stand in its place. */
export const hasNumber = ({
  value,
  unknownRows,
}: {
  readonly value: number | null;
  readonly unknownRows: number;
}): boolean => value !== null && (value !== 0 || unknownRows === 0);
