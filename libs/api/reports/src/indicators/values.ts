/** The values of a statement, each bound once however often it stands in the text. */
export class Values {
  private readonly bound: unknown[] = [];
  private readonly places = new Map<string, string>();

  /** Where a value stands in the text, with its SQL type. */
  place(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = `$${String(this.bound.push(value))}::${type}`;
    this.places.set(key, place);
    return place;
  }

  get all(): readonly unknown[] {
    return this.bound;
  }
}
