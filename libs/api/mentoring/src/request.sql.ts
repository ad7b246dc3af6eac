/** The lesson that the row of a request is about was called off: nobody answers it any more, and nothing comes of it. */
export const isCalledOff = (row: string): string => `EXISTS (SELECT FROM lesson off
  WHERE off.id = ${row}.lesson_id AND off.state IN ('declined', 'expired', 'withdrawn', 'cancelled'))`;
